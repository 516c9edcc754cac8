import Foundation
import PlanBuild
import PlanModel

/// What `klarplan new` has to know, from the call or, in a terminal, from whoever sits at it.
struct NewQuestions {
    private let language: Language
    private let outline: ProjectOutline
    private let canAsk: Bool

    /// - Parameter canAsk: whether somebody is there to answer.
    init(_ language: Language, _ outline: ProjectOutline, canAsk: Bool) {
        self.language = language
        self.outline = outline
        self.canAsk = canAsk
    }

    /// An id below what it belongs to.
    static func full(_ id: String, within place: String?) -> String { place.map { $0 + "/" + id } ?? id }

    func kind(_ word: String?) throws -> EntityKind {
        let kinds = EntityKind.allCases.filter(\.hasFiles)
        func read(_ word: String) -> EntityKind? {
            kinds.first { $0.names.contains(word.lowercased()) }
        }
        if let word, let kind = read(word) { return kind }
        if let word, !canAsk { throw CallError(unknown(word, kinds)) }
        if let word { Console.complain(unknown(word, kinds)[language]) }
        let names = kinds.map { language == .swedish ? $0.names.first ?? $0.rawValue : $0.rawValue }
        return try choose(
            LocalizedText(sv: "Vad ska göras?", en: "What is to be made?"),
            missing: language == .swedish ? "TYP" : "TYPE", among: kinds, names: names,
            read)
    }

    private func unknown(_ word: String, _ kinds: [EntityKind]) -> LocalizedText {
        let near = Spelling.nearest(to: word, among: kinds.flatMap(\.names))
        return LocalizedText(
            sv: "okänd typ '\(word)'" + (near.map { "; menade du '\($0)'?" } ?? "")
                + ". Typer: " + kinds.compactMap(\.names.first).joined(separator: ", "),
            en: "unknown type '\(word)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
                + ". Types: " + kinds.map(\.rawValue).joined(separator: ", "))
    }

    /// The full id of the plan or organisation that it belongs to; `nil` where it belongs to none, or `id` says it.
    func place(of kind: EntityKind, given: String?, id: String?) throws -> String? {
        let places = outline.places(for: kind)
        if let given {
            guard let place = places.first.flatMap({ outline.named(given, $0.kind) }) else {
                throw CallError(sv: "'\(given)' finns inte", en: "'\(given)' doesn't exist")
            }
            return place.id.text
        }
        // An id in full says it, and where nobody can be asked it has to.
        if kind == .organisation || id?.contains("/") == true || (id != nil && !canAsk) { return nil }
        guard canAsk else { return nil }
        if kind == .page, id != nil { return nil }
        guard let first = places.first else {
            let isInOrganisation = kind.isScopedToOrganisation
            throw CallError(
                sv: "det finns inget att lägga det i; gör en \(isInOrganisation ? "organisation" : "plan") först",
                en: "there is nothing to put it in; make \(isInOrganisation ? "an organisation" : "a plan") first")
        }
        if places.count == 1 { return first.id.text }
        let chosen = try choose(
            LocalizedText(sv: "Vad hör det till?", en: "What does it belong to?"), missing: "--plan", among: places,
            names: places.map { "\($0.id) – \($0.title)" }
        ) { name in outline.named(name, first.kind) }
        return chosen.id.text
    }

    func title(_ given: String?, of kind: EntityKind) throws -> String? {
        if given != nil || !canAsk { return given }
        while true {
            let answer = try ask(LocalizedText(sv: "Titel", en: "Title"), suggestion: nil)
            if !answer.isEmpty { return answer }
        }
    }

    func id(_ given: String?, of kind: EntityKind, title: String?, within place: String?) throws -> String {
        if let given { return given }
        guard canAsk else {
            throw CallError(
                sv: "id saknas; skriv klarplan new \(kind.names.first ?? "") ID --title \"…\"",
                en: "the id is missing; write klarplan new \(kind.rawValue) ID --title \"…\"")
        }
        let suggestion = outline.freeID(for: kind, title: title ?? "", within: place)
        while true {
            let answer = try ask(LocalizedText(sv: "Id", en: "Id"), suggestion: suggestion)
            if !EntityID.isValidPart(answer) {
                Console.complain(Scaffold.invalid(answer)[language])
            } else if let known = outline.entity(Self.full(answer, within: place)), !known.texts.isEmpty {
                Console.complain(
                    LocalizedText(
                        sv: "\(known.id) finns redan: \(known.position.file)",
                        en: "\(known.id) exists already: \(known.position.file)")[language])
            } else {
                return answer
            }
        }
    }

    func date(_ given: String?) throws -> String? {
        if given != nil || !canAsk { return given }
        while true {
            let answer = try ask(LocalizedText(sv: "Datum (ÅÅÅÅ-MM-DD)", en: "Date (YYYY-MM-DD)"), suggestion: nil)
            if let date = CalendarDate(answer), date.isExact { return date.text }
            Console.complain(
                LocalizedText(
                    sv: "skriv dagen som 2026-01-20", en: "write the day as 2026-01-20")[language])
        }
    }

    // MARK: What may be left open

    /// A period that may be left open.
    func period(of kind: EntityKind) throws -> String? {
        guard canAsk else { return nil }
        let form =
            kind == .report
            ? LocalizedText(sv: "Period, som 2026-T1", en: "Period, such as 2026-T1")
            : LocalizedText(sv: "Period, som 2026 eller 2026–2028", en: "Period, such as 2026 or 2026–2028")
        while true {
            let answer = try ask(skippable(form), suggestion: nil)
            if answer.isEmpty { return nil }
            if let period = Period(answer) { return period.text }
            Console.complain(
                LocalizedText(
                    sv: "skriv till exempel 2026, 2026–2028 eller 2026-T1",
                    en: "write for example 2026, 2026–2028 or 2026-T1")[language])
        }
    }

    /// Who is responsible; may be left open.
    func owner() throws -> String? {
        guard canAsk else { return nil }
        let answer = try ask(
            skippable(
                LocalizedText(sv: "Ansvarig, som en enhets kortnamn", en: "Responsible, such as a unit's short name")),
            suggestion: nil)
        return answer.isEmpty ? nil : answer
    }

    /// Which of the plan's goals the work serves, as ids with commas; may be left open.
    func goals(inPlan plan: String) throws -> String? {
        let goals = outline.goals(inPlan: plan)
        guard canAsk, !goals.isEmpty else { return nil }
        Console.complain(
            LocalizedText(sv: "Vilket mål bidrar det till?", en: "Which goal does it serve?")[language])
        for (index, goal) in goals.enumerated() { Console.complain("  \(index + 1). \(goal.id.local) – \(goal.title)") }
        while true {
            let answer = try ask(
                skippable(
                    LocalizedText(sv: "Nummer eller id, flera med komma", en: "Number or id, several with commas")),
                suggestion: nil)
            if answer.isEmpty { return nil }
            let words = answer.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
            let chosen = words.map { word -> String? in
                // An id may be a number, too: it comes first.
                if let goal = goals.first(where: { $0.id.local.lowercased() == word.lowercased() }) {
                    return goal.id.local
                }
                return Int(word).flatMap { goals.indices.contains($0 - 1) ? goals[$0 - 1].id.local : nil }
            }
            if !chosen.contains(nil) { return chosen.compactMap(\.self).joined(separator: ", ") }
            Console.complain(
                LocalizedText(
                    sv: "skriv nummer mellan 1 och \(goals.count), eller id",
                    en: "write numbers from 1 to \(goals.count), or ids")[language])
        }
    }

    private func skippable(_ question: LocalizedText) -> LocalizedText {
        LocalizedText(
            sv: question.swedish + " (tomt går bra)", en: question.english + " (may be left empty)")
    }

    /// Lets one of several things be chosen by its number or its name.
    private func choose<Choice>(
        _ question: LocalizedText, missing: String, among choices: [Choice], names: [String],
        _ read: (String) -> Choice?
    ) throws -> Choice {
        guard canAsk else {
            let list = names.prefix(20).joined(separator: ", ")
            throw CallError(
                sv: "\(missing) saknas; skriv klarplan new TYP ID --title \"…\", med någon av: \(list)",
                en: "\(missing) is missing; write klarplan new TYPE ID --title \"…\", with one of: \(list)")
        }
        Console.complain(question[language])
        for (index, name) in names.enumerated() { Console.complain("  \(index + 1). \(name)") }
        while true {
            let answer = try ask(LocalizedText(sv: "Nummer eller namn", en: "Number or name"), suggestion: nil)
            if let number = Int(answer), choices.indices.contains(number - 1) { return choices[number - 1] }
            if let choice = read(answer) { return choice }
            Console.complain(
                LocalizedText(
                    sv: "skriv ett nummer mellan 1 och \(choices.count)",
                    en: "write a number from 1 to \(choices.count)")[
                        language])
        }
    }

    /// One line from the terminal; an empty one is the suggestion. The end of input ends the command.
    private func ask(_ question: LocalizedText, suggestion: String?) throws -> String {
        let hint = suggestion.map { " [\($0)]" } ?? ""
        FileHandle.standardError.write(Data("\(question[language])\(hint): ".utf8))
        guard let line = readLine() else {
            throw CallError(
                sv: "avbrutet; skriv allt på en gång: klarplan new TYP ID --title \"…\"",
                en: "cancelled; say all at once: klarplan new TYPE ID --title \"…\"")
        }
        let answer = line.trimmed()
        return answer.isEmpty ? suggestion ?? "" : answer
    }
}
