import PlanModel

/// Content lines of iCalendar: CRLF, folded at 75 octets without cutting a character.
struct ICalendarText {
    private(set) var bytes: [UInt8] = []

    /// A line whose value has no signs to escape.
    mutating func add(_ name: String, _ value: String) {
        var room = 75
        for scalar in (name + ":" + value).unicodeScalars {
            // A line can hold no control characters.
            guard scalar.value >= 0x20, scalar.value != 0x7F, !scalar.turnsDirection, let encoded = UTF8.encode(scalar)
            else { continue }
            if encoded.count > room {
                bytes += [0x0D, 0x0A, 0x20]
                room = 74
            }
            bytes += encoded
            room -= encoded.count
        }
        bytes += [0x0D, 0x0A]
    }

    mutating func add(_ name: String, text: String) {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\" + String(scalar)
            case "\n": escaped += "\\n"
            case "\t": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        add(name, escaped)
    }
}
