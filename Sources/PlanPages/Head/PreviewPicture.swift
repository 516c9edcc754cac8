import PlanGraph
import PlanMarkdown
import PlanModel

/// The picture that other sites show beside a link: the name of a plan, an organisation or the site on the red thread.
enum PreviewPicture {
    static let width = 1200
    static let height = 630

    private static let left = 180
    private static let right = 80

    /// Pictures by the folder of what they show, relative to the root of its language. Each is drawn when a page names it: a
    /// build of a few pages needs few.
    static func files(for edition: Edition) -> [String: Lazily<SiteFile>] {
        var files: [String: Lazily<SiteFile>] = [:]
        func add(_ folder: String, _ words: @escaping @Sendable () -> Words) {
            files[folder] = Lazily {
                let bytes = draw(words(), palette: edition.assets.palette, language: edition.language)
                let name = folder.isEmpty ? "" : "/" + folder.dropLast()
                let path = "assets/preview-\(edition.language.rawValue)\(name).\(SHA256.hex(bytes).prefix(10)).svg"
                return SiteFile(path: path, bytes: bytes)
            }
        }
        add("") {
            Words(above: "", title: edition.siteName, below: edition.configuration.tagline[edition.language] ?? "")
        }
        for organisation in edition.library.entities(of: .organisation) {
            add(edition.library.address(of: organisation.id).path) {
                Words(above: edition.siteName, title: organisation.title(in: edition.language), below: "")
            }
        }
        for plan in edition.library.entities(of: .plan) {
            add(edition.library.address(of: plan.id).path) {
                let organisation = plan.organisation.flatMap { edition.library[$0] }
                let period = plan.period.map { edition.text(of: $0) }
                return Words(
                    above: organisation?.title(in: edition.language) ?? edition.siteName,
                    title: plan.title(in: edition.language),
                    below: [period, edition.decisionText(of: plan)].compactMap(\.self).joined(separator: " · "))
            }
        }
        return files
    }

    /// What a picture says.
    private struct Words {
        let above: String
        let title: String
        let below: String
    }

    private static func draw(_ words: Words, palette: Palette, language: Language) -> [UInt8] {
        let light = palette.light
        let (paper, ink) = (light["paper"]?.hex ?? "#ffffff", light["ink"]?.hex ?? "#000000")
        let (soft, thread) = (light["ink-soft"]?.hex ?? ink, light["thread"]?.hex ?? ink)
        let room = width - left - right
        // The largest size in which the title stands on four lines; what is longer is cut.
        let size = [76, 64, 54].first { lines(words.title, size: $0, room: room).count <= 4 } ?? 46
        let title = cut(lines(words.title, size: size, room: room), to: 5)
        let below = cut(lines(words.below, size: 30, room: room), to: 3)
        var svg = HTML()
        svg.append(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 630\" width=\"1200\" height=\"630\" lang=\"")
        svg.append(raw: language.rawValue)
        svg.append("\" role=\"img\"><title>")
        svg.append(text: [words.above, words.title, words.below].filter { !$0.isEmpty }.joined(separator: ". "))
        svg.append("</title>\n<rect width=\"1200\" height=\"630\" fill=\"")
        svg.append(raw: paper)
        svg.append("\"/>\n<path d=\"M104 0V630\" stroke=\"")
        svg.append(raw: thread)
        svg.append("\" stroke-width=\"10\"/>\n")
        let first = words.above.isEmpty ? 150 : 210
        svg.append(raw: "<ellipse cx=\"104\" cy=\"\(first - size / 3)\" rx=\"26\" ry=\"38\" fill=\"\(thread)\"/>\n")
        svg.append("<g font-family=\"Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif\">\n")
        func line(_ text: String, y: Int, size: Int, colour: String, isBold: Bool) {
            svg.append(raw: "<text x=\"\(left)\" y=\"\(y)\" font-size=\"\(size)\" fill=\"\(colour)\"")
            if isBold { svg.append(" font-weight=\"600\"") }
            svg.append(">")
            svg.append(text: text)
            svg.append("</text>\n")
        }
        if let above = cut(lines(words.above, size: 34, room: room), to: 1).first {
            line(above, y: 110, size: 34, colour: soft, isBold: false)
        }
        for (number, text) in title.enumerated() {
            line(text, y: first + number * size * 6 / 5, size: size, colour: ink, isBold: true)
        }
        for (number, text) in below.enumerated() {
            line(text, y: 570 - (below.count - 1 - number) * 40, size: 30, colour: soft, isBold: false)
        }
        svg.append("</g>\n</svg>\n")
        return svg.bytes
    }

    /// A text in lines that fit, by widths that no common sans-serif exceeds; a word that fits nowhere is broken.
    static func lines(_ text: String, size: Int, room: Int) -> [String] {
        TextWidth.lines(text) { thousandths(of: $0) * size <= room * 1000 }
    }

    private static func cut(_ lines: [String], to most: Int) -> [String] {
        guard lines.count > most, let last = lines.prefix(most).last else { return lines }
        return lines.prefix(most - 1) + [last.dropLast() + "…"]
    }

    /// The width of a text in thousandths of its size.
    static func thousandths(of text: String) -> Int {
        // Where nothing is joined to the letter before it, each scalar is a character.
        var sum = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0D: return text.reduce(0) { $0 + thousandths(of: $1) }
            case 0..<UInt32(widths.count): sum += widths[Int(scalar.value)]
            // Dashes, quotation marks, dots.
            case 0x2010...0x2027: sum += thousandths(of: Character(scalar))
            default: return text.reduce(0) { $0 + thousandths(of: $1) }
            }
        }
        return sum
    }

    /// The widths of the letters that Western languages are written with, all before the first mark that is joined to
    /// the letter before it.
    private static let widths = (0..<0x300 as Range<UInt32>).compactMap(Unicode.Scalar.init).map {
        thousandths(of: Character($0))
    }

    static func thousandths(of character: Character) -> Int {
        switch character {
        case "i", "j", "l", "I", "!", "'", ".", ",", ":", ";", "|", " ": 320
        case "f", "r", "t", "-", "(", ")", "/": 420
        case "m", "w", "M", "W", "—", "%", "@", "…": 1000
        case _ where character.isLowercase || character.isNumber: 650
        case _ where character.isASCII || character.isLetter: 780
        default: 1100
        }
    }
}
