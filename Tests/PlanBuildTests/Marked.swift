import PlanModel

/// A text with its marked place: `1️⃣` stands before the character that a finding points to.
struct Marked {
    let text: String
    let line: Int
    let column: Int

    init(_ source: String) {
        var line = 1
        var column = 1
        var place = (1, 1)
        var text = ""
        for character in source {
            if character == "1️⃣" {
                place = (line, column)
                continue
            }
            text.append(character)
            if character == "\n" {
                line += 1
                column = 1
            } else {
                column += character.unicodeScalars.count
            }
        }
        self.text = text
        self.line = place.0
        self.column = place.1
    }
}
