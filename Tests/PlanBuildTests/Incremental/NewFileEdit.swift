import Foundation

/// A file that nobody has written before: of each type, translations, pictures, attachments.
enum NewFileEdit: Edit {
    case organisation, unit, plan, page, goal, assignment, activity, indicator, meeting, report, glossary, perspective
    case translation, attachment, picture, hidden, empty, foreignLetters, link, linkOut, pipe, strangeName

    func apply(to project: Project, using chance: inout Chance) throws -> String? {
        let number = chance.number()
        guard let place = project.places.randomElement(using: &chance) else { return nil }
        func page(_ type: String, _ title: String, _ keys: String = "", _ body: String = "Text.") -> String {
            "---\ntyp: \(type)\ntitel: \(title) \(number)\n\(keys)---\n\n\(body)\n"
        }
        let path: String
        let text: String
        switch self {
        case .organisation: (path, text) = ("Content/org-\(number)/index.md", page("organisation", "Kommun"))
        case .unit:
            (path, text) = ("\(place)/enhet-\(number)/index.md", page("enhet", "Enhet", "kortnamn: E\(number)\n"))
        case .plan:
            path = "\(place)/plan-\(number)/index.md"
            text = page(
                "plan", "Plan", "period: 2026\nbygger-på: plan\nenhet: tkr\n",
                "Bygger på [planen](id:plan).\n\nTabell: Mål {#mal .mål}\n\n| Id | Mål |\n|---|---|\n| A1.1 | Mål \(number) |\n\n"
                    + "Tabell: Budget {#budget .budget}\n\n| Post | Budget 2026 |\n|---|--:|\n| Personal | \(number) |\n| Summa | \(number) |"
            )
        case .page: (path, text) = ("\(place)/sida-\(number).md", page("sida", "Sida", "", "Se [planen](id:org/plan)."))
        case .goal:
            (path, text) = ("Content/org/plan/goals/A1.1.md", page("mål", "Kort väntetid", "", "Om målet \(number)."))
        case .assignment:
            (path, text) = ("Content/org/plan/uppdrag-\(number).md", page("uppdrag", "Uppdrag", "mål: A1.1\n"))
        case .activity:
            (path, text) = ("Content/org/plan/gor-\(number).md", page("aktivitet", "Gör", "överordnat: U1\n"))
        case .indicator:
            (path, text) = (
                "Content/org/plan/matt-\(number).md", page("indikator", "Mått", "mål: A1.2\nmålvärde: \"2025: 7\"\n")
            )
        case .meeting:
            path = "Content/org/moten/mote-\(number).md"
            text = page(
                "möte", "Möte",
                "organ: VON\ndatum: 2025-0\(number)-10\ndagordning:\n  - titel: Planen\n    handlingar: [plan]\n    beslut: Bifall\n"
            )
        case .report:
            path = "Content/org/plan/uppf-\(number).md"
            text = page(
                "uppföljning", "Uppföljning", "period: 2025-T2\n",
                "Tabell: Utfall {.utfall}\n\n| Id | Utfall | Bedömning |\n|---|---|---|\n| I1 | 2\(number) d | |\n| U1 | | klar |"
            )
        case .glossary:
            path = "\(place)/ord-\(number).md"
            text = page(
                "sida", "Ordlista", "",
                "Tabell: Ord {#ord-\(number) .ordlista}\n\n| Term | Förklaring |\n|---|---|\n| köer | Väntan \(number) |\n| Delår | Efter \(number) månader |"
            )
        case .perspective: (path, text) = ("Content/org/plan/persp-\(number).md", page("perspektiv", "Invånare"))
        case .translation:
            let originals = project.markdownPaths.filter { !$0.contains(".en.") && !$0.contains(".sv.") }
            let original = chance.pick(originals)
            path = original.dropLast(3) + ".en.md"
            text = "---\ntitle: In English \(number)\nsummary: What it says.\n---\n\nA text, version \(number).\n"
        case .attachment: (path, text) = ("\(place)/underlag-\(number).txt", "Underlaget \(number)\n")
        case .picture:
            (path, text) = (
                "\(place)/bild-\(number).svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>\(number)</title></svg>\n"
            )
        case .hidden: (path, text) = ("\(place)/.utkast-\(number).md", page("sida", "Gömd"))
        case .empty: (path, text) = ("\(place)/tom-\(number).md", "")
        case .foreignLetters:
            path = "\(place)/latin-\(number).md"
            try project.write(Data(page("sida", "Gammal").utf8) + [0xE5, 0xE4, 0xF6, 0x0A], to: path)
            return path
        case .link, .linkOut:
            path = "\(place)/lank-\(number).md"
            let target = self == .link ? "index.md" : "/etc/hostname"
            try? FileManager.default.createSymbolicLink(
                atPath: project.folder + "/" + path, withDestinationPath: target)
            return path
        case .pipe:
            path = "\(place)/ror-\(number)"
            mkfifo(project.folder + "/" + path, 0o600)
            return path
        case .strangeName:
            path = "\(place)/na\u{202E}mn\u{1B}-\(number).txt"
            text = "x\n"
        }
        try project.write(text, to: path)
        return path
    }
}
