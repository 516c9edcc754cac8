import ArgumentParser
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
        if let word, !canAsk { throw ValidationError(unknown(word, kinds)) }
        if let word { Console.complain(unknown(word, kinds)) }
        let names = kinds.map { language == .swedish ? $0.names.first ?? $0.rawValue : $0.rawValue }
        return try choose(
            LocalizedText(sv: "Vad ska göras?", en: "What is to be made?"), missing: "TYPE", among: kinds, names: names,
            read)
    }

    private func unknown(_ word: String, _ kinds: [EntityKind]) -> String {
        let near = Spelling.nearest(to: word, among: kinds.flatMap(\.names))
        return LocalizedText(
            sv: "okänd typ '\(word)'" + (near.map { "; menade du '\($0)'?" } ?? "")
                + " Typer: " + kinds.compactMap(\.names.first).joined(separator: ", "),
            en: "unknown type '\(word)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
                + " Types: " + kinds.map(\.rawValue).joined(separator: ", "))[language]
    }

    /// The full id of the plan or organisation that it belongs to; `nil` where it belongs to none, or `id` says it.
    func place(of kind: EntityKind, given: String?, id: String?) throws -> String? {
        let places = outline.places(for: kind)
        if let given {
            guard let place = places.first.flatMap({ outline.named(given, $0.kind) }) else {
                throw ValidationError(
                    LocalizedText(sv: "'\(given)' finns inte", en: "'\(given)' doesn't exist")[language])
            }
            return place.id.text
        }
        // An id in full says it, and where nobody can be asked it has to.
        if kind == .organisation || id?.contains("/") == true || (id != nil && !canAsk) { return nil }
        guard canAsk else { return nil }
        if kind == .page, id != nil { return nil }
        guard let first = places.first else {
            throw ValidationError(
                LocalizedText(
                    sv:
                        "det finns inget att lägga det i; gör en \(kind.isScopedToOrganisation ? "organisation" : "plan") först",
                    en:
                        "there is nothing to put it in; make \(kind.isScopedToOrganisation ? "an organisation" : "a plan") first"
                )[
                    language])
        }
        if places.count == 1 { return first.id.text }
        let chosen = try choose(
            LocalizedText(sv: "Vad hör det till?", en: "What does it belong to?"), missing: "--plan", among: places,
            names: places.map { "\($0.id) – \($0.title)" }
        ) { name in places.first { $0.id.key == name.lowercased() } }
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
            throw ValidationError(
                LocalizedText(
                    sv: "id saknas; skriv klarplan new \(kind.names.first ?? "") ID",
                    en: "the id is missing; write klarplan new \(kind.rawValue) ID")[language])
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

    /// Lets one of several things be chosen by its number or its name.
    private func choose<Choice>(
        _ question: LocalizedText, missing: String, among choices: [Choice], names: [String],
        _ read: (String) -> Choice?
    ) throws -> Choice {
        guard canAsk else {
            let list = names.prefix(20).joined(separator: ", ")
            throw ValidationError(
                LocalizedText(
                    sv: "\(missing) saknas; skriv någon av: \(list)", en: "\(missing) is missing; write one of: \(list)"
                )[
                    language])
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
            throw ValidationError(LocalizedText(sv: "avbrutet", en: "cancelled")[language])
        }
        let answer = line.trimmed()
        return answer.isEmpty ? suggestion ?? "" : answer
    }
}
