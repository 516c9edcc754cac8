/// A paragraph that is added to a text, at its beginning, in its middle or at its end.
enum ProseEdit: Edit {
    case plain, heading, secondHeading, pageLink, fileLink, fragmentLink, rowLink, code, oldCode, footnote, list, quote
    case term, abbreviation, agreeingAmount, disagreeingAmount, otherVersionsAmount, day, dayWithoutYear, unitName
    case picture, pictureWithoutText, attachment, personalNumber, mail, html, placeholder, silencedPlaceholder
    case uselessSilence, intranet, longSentence, comment
    /// What keeps a site from being built, until somebody mends it.
    case unknownCode, brokenLink, unknownNote, unsafeLink

    func apply(to project: Project, using chance: inout Chance) throws -> String? {
        let path = chance.pick(project.markdownPaths)
        let paragraph = self.paragraph(from: path, in: project, using: &chance)
        return try project.edit(path) { $0.insert(paragraph, using: &chance) }
    }

    private func paragraph(from path: String, in project: Project, using chance: inout Chance) -> String {
        let number = chance.number()
        switch self {
        case .plain: return "Ett nytt stycke \(number) om köer, vård och pengar."
        case .heading: return "## Rubrik \(number)\n\nText."
        case .secondHeading: return "### Underrubrik \(number)\n\nText."
        case .pageLink: return "Se [planen](id:org/plan) och [grunden](id:org/grund/F1)."
        case .fileLink: return "Se [en fil](\(Self.way(from: path, to: chance.pick(project.markdownPaths))))."
        case .fragmentLink: return "Se [avsnittet](id:org/plan#rubrik-\(number))."
        case .rowLink: return "Se [raden](id:org/plan#row-a1.2) och [tabellen](id:org/plan#budget)."
        case .code: return "Det här följer [A1.2] och [U1]."
        case .oldCode: return "Det här följer [B\(number)]."
        case .footnote: return "Text med not.[^n\(number)]\n\n[^n\(number)]: Noten \(number) om [planen](id:org/plan)."
        case .list: return "- Ett\n- Två \(number)\n- [A1.1]"
        case .quote: return "> Ett citat \(number)."
        case .term: return "VON beslutar med KPI och Delår \(number)."
        case .abbreviation: return "Enligt XYZ\(["", "A", "B"][number % 3]) gäller annat."
        case .agreeingAmount: return "Personal kostar 950 tkr 2025."
        case .disagreeingAmount: return "Personal kostar \(number)12,5 tkr 2025 enligt [budgeten](id:org/plan#budget)."
        case .otherVersionsAmount: return "Ramen för Vård är 12,1 mnkr 2025 och Vård får \(number)2,1 mnkr."
        case .day: return "Senast 2025-0\(number)-01 ska det vara klart."
        case .dayWithoutYear: return "Senast den \(number) mars ska det vara klart."
        case .unitName: return "Kontoret och Vård- och omsorgsnämnden ansvarar, och Avdelningen hjälper till."
        case .picture: return "![Bilden visar \(number)](\(Self.way(from: path, to: "Content/org/bild.svg")))"
        case .pictureWithoutText: return "![](\(Self.way(from: path, to: "Content/org/bild.svg")))"
        case .attachment: return "Hämta [kartan](\(Self.way(from: path, to: "Content/org/plan/karta.txt")))."
        case .personalNumber: return "Numret är 19121212-1212."
        case .mail: return "Skriv till anna.\(number)@example.se eller anna@gmail.com."
        case .html: return "Text med <b>fet</b> \(number)."
        case .placeholder: return "TODO \(number)"
        case .silencedPlaceholder:
            return "<!-- klarplan: ignore placeholder reason=\"Väntar \(number)\" -->\nTODO xxx"
        case .uselessSilence: return "<!-- klarplan: tysta overdue skäl=\"Inget \(number)\" -->"
        case .intranet: return "Se [sidan](https://intranet.example.se/\(number))."
        case .longSentence:
            return (1...20).map { "organisationsövergripande verksamhetsplanering\($0)" }.joined(separator: " ") + "."
        case .comment: return "<!-- Anmärkning \(number) -->"
        case .unknownCode: return "Det här följer [A9.\(number)]."
        case .brokenLink: return "Se [ingenting](finns-inte-\(number).md)."
        case .unknownNote: return "Text med not.[^saknas\(number)]"
        case .unsafeLink: return "Klicka [här](javascript:alert\(number))."
        }
    }

    /// The way from one file to another, as a link goes.
    static func way(from: String, to: String) -> String {
        let depth = from.split(separator: "/").count - 2
        let up = String(repeating: "../", count: depth)
        return up + to.dropFirst("Content/".count)
    }
}

/// A change within a line of running text, or of whole lines.
enum PhraseEdit: Edit {
    case wordInMiddle, wordAtEnd, letter, emphasis, link, code, footnoteMark, removedWord, removedLine, joinedLines
    case splitLine, doubledLine, trailingSpace, removedParagraphs, windowsLineEnds, mark

    func apply(to project: Project, using chance: inout Chance) throws -> String? {
        let path = chance.pick(project.markdownPaths)
        switch self {
        case .windowsLineEnds, .mark:
            let text = try project.text(path)
            let changed =
                self == .mark
                ? (text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : "\u{FEFF}" + text)
                : text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
            guard changed != text else { return nil }
            try project.write(changed, to: path)
            return path
        default: break
        }
        return try project.edit(path) { text in
            guard let line = text.sentences.randomElement(using: &chance) else { return }
            change(&text, line, using: &chance)
        }
    }

    private func change(_ text: inout MarkdownText, _ line: Int, using chance: inout Chance) {
        var words = text.body[line].split(separator: " ").map(String.init)
        let place = Int.random(in: 0...words.count, using: &chance)
        let inner = min(place, words.count - 1)
        switch self {
        case .wordInMiddle: words.insert("ord\(chance.number())", at: place)
        case .wordAtEnd: words.append("sist\(chance.number())")
        case .letter:
            // The same size: only the bytes tell.
            words[inner] = words[inner].replacing("e", with: "\u{1}").replacing("a", with: "e")
                .replacing("\u{1}", with: "a")
        case .emphasis: words.insert("*betonat*", at: place)
        case .link: words.insert("[plats](id:org/plan/A1.1)", at: place)
        case .code: words.insert("[A1.2]", at: place)
        case .footnoteMark: words[inner] += "[^not]"
        case .removedWord: words.remove(at: inner)
        case .removedLine: text.body.remove(at: line)
        case .joinedLines: if line + 1 < text.body.count { text.body[line] += " " + text.body.remove(at: line + 1) }
        case .splitLine:
            text.body[line...line] = [words[..<inner].joined(separator: " "), words[inner...].joined(separator: " ")]
        case .doubledLine: text.body.insert(text.body[line], at: line)
        case .trailingSpace: text.body[line] += "  "
        case .removedParagraphs:
            let end = min(line + 3, text.body.count)
            text.body.removeSubrange(line..<end)
        case .windowsLineEnds, .mark: break
        }
        switch self {
        case .wordInMiddle, .wordAtEnd, .letter, .emphasis, .link, .code, .footnoteMark, .removedWord:
            text.body[line] = words.joined(separator: " ")
        case .removedLine, .joinedLines, .splitLine, .doubledLine, .trailingSpace, .removedParagraphs,
            .windowsLineEnds, .mark:
            break
        }
    }
}
