import PlanModel

/// A key of a front matter that is given another value, or is taken away.
enum HeadEdit: Edit {
    case title, summary, status, owner, publish, publishAt, updated, period, basedOn, supersedes, tags, source, id
    case decision, short, unit, population, homepage, parent, goals, perspective, schedule, ordinary, agenda, removal
    /// What keeps a site from being built, until somebody mends it.
    case unknownKey, unclosedList, doubledKey, tab, wrongStatus, unknownReference

    func apply(to project: Project, using chance: inout Chance) throws -> String? {
        let path = chance.pick(project.markdownPaths)
        return try project.edit(path) { change(&$0, using: &chance) }
    }

    private func change(_ text: inout MarkdownText, using chance: inout Chance) {
        let number = chance.number()
        switch self {
        case .title: text.set(["titel", "title"], "Titeln \(number)")
        case .summary: text.set(["sammanfattning", "summary"], "Det som står här, i version \(number).")
        case .status: set(&text, .status, chance.pick(["utkast", "beslutad", "klar", "risk", "försenad"]))
        case .owner: set(&text, .owner, chance.pick(["VON", "AVD", "kontoret", "Respektive chef", "VON och AVD"]))
        case .publish: set(&text, .publish, chance.pick(["nej", "ja"]))
        case .publishAt: set(&text, .publishAt, chance.pick(["2025-01-01", "2025-06-01", "2026-02-01"]))
        case .updated: set(&text, .updated, "2025-0\(number)-12")
        case .period: set(&text, .period, chance.pick(["2025", "2026", "2025–2027"]))
        case .basedOn: set(&text, .basedOn, chance.pick(["grund", "plan"]))
        case .supersedes: set(&text, .supersedes, chance.pick(["grund", "[]"]))
        case .tags: set(&text, .tags, "[plan, märke\(number)]")
        case .source: set(&text, .source, "Källan \(number)")
        case .id: set(&text, .id, "nytt-\(number)")
        case .decision: set(&text, .decision, "{organ: VON, datum: 2024-11-2\(number % 9), paragraf: \(number)}")
        case .short: set(&text, .short, chance.pick(["VON", "AVD", "KON\(number)"]))
        case .unit: set(&text, .unit, chance.pick(["tkr", "mnkr", "kr"]))
        case .population: set(&text, .population, "1\(number) 345")
        case .homepage: set(&text, .homepage, "https://www\(number).example.se")
        case .parent: set(&text, .parent, chance.pick(["A1.1", "grund/F1", "P1"]))
        case .goals: set(&text, .goals, chance.pick(["A1.1", "A1.2", "[A1.1, A1.2]"]))
        case .perspective: set(&text, .perspective, "Perspektiv \(number)")
        case .schedule: set(&text, .schedule, "Klart 2025-0\(number)-30")
        case .ordinary: set(&text, .ordinary, chance.pick(["ja", "nej"]))
        case .agenda:
            set(&text, .agenda, nil)
            text.head += ["dagordning:", "  - titel: Punkt \(number)", "    handlingar: [plan]", "    beslut: Bifall"]
        case .removal:
            let keys = text.head.compactMap { line -> String? in
                guard line.first?.isLetter == true, let colon = line.firstIndex(of: ":") else { return nil }
                return String(line[..<colon])
            }
            if let key = keys.randomElement(using: &chance) { text.set([key], nil) }
        case .unknownKey: text.set(["okänd-nyckel"], "\(number)")
        case .unclosedList: set(&text, .tags, "[\(number)")
        case .doubledKey: if let line = text.head.first { text.head.append(line) }
        case .tab: text.head.append("\tnyckel: \(number)")
        case .wrongStatus: set(&text, .status, "kanske")
        case .unknownReference: set(&text, .basedOn, "finns-inte-\(number)")
        }
    }

    /// Gives a field a value, in Swedish, whichever way it was written.
    private func set(_ text: inout MarkdownText, _ field: Field, _ value: String?) {
        text.set([field.swedish, field.rawValue], value)
    }
}
