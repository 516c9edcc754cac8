import PlanGraph
import PlanMarkdown
import PlanModel

/// All that a site can be asked for, from A to Ö: entities, terms and headings.
struct Register {
    /// An object, so that sorting moves one pointer.
    final class Entry: Sendable {
        let key: [UInt32]
        let letter: RegisterLetter
        /// What stands in the register; a code before the title.
        let name: String
        let code: String?
        let address: Address
        /// What it is, and where it belongs.
        let meta: String
        let language: Language
        /// Whether it stands in the short register, too: what people know by name.
        let isMain: Bool

        init(
            name: String, code: String?, address: Address, meta: String, language: Language, isMain: Bool
        ) {
            let whole = [code, name].compactMap(\.self).joined(separator: " ")
            key = Alphabet.numberedKey(whole)
            letter = RegisterLetter(Alphabet.initial(whole))
            self.name = name
            self.code = code
            self.address = address
            self.meta = meta
            self.language = language
            self.isMain = isMain
        }
    }

    /// One page of a letter: `search/s/`, then `search/s/2/`.
    struct Sheet {
        let letter: RegisterLetter
        let path: String
        let number: Int
        let entries: ArraySlice<Entry>
    }

    /// By the Swedish alphabet; codes by their numbers.
    let entries: [Entry]

    /// A register of at most so many entries stands whole on the search page.
    static let mostTogether = 150
    /// Some 70 kB of page.
    static let mostOnSheet = 300

    init(_ edition: Edition) {
        var entries: [Entry] = []
        var seen: Set<String> = []
        func add(
            _ title: String, code: String? = nil, _ address: Address, meta: [String?], language: Language, isMain: Bool,
            isHeading: Bool = false
        ) {
            let title = String(title.trimmingPrefix { $0.isWhitespace })
            let isNew = seen.insert(address.path + "\n" + title.lowercased()).inserted
            // A heading that only repeats the name of what its page is about says nothing new.
            guard !title.isEmpty, isNew || !isHeading else { return }
            entries.append(
                Entry(
                    name: title, code: code, address: address,
                    meta: meta.compactMap(\.self).joined(separator: " · "), language: language, isMain: isMain))
        }
        let library = edition.library
        for entity in library.entities where !edition.isStartPage(entity) {
            let place = (entity.plan ?? entity.organisation).flatMap { $0 == entity.id ? nil : library[$0] }
            add(
                entity.title(in: edition.language), code: entity.code, library.address(of: entity.id),
                meta: [edition.kindName(entity.kind), place?.title(in: edition.language)],
                language: edition.languageOfTitle(entity) ?? edition.language, isMain: Self.isMain(entity.kind))
        }
        for entity in library.entities where entity.kind.hasPage && !edition.isStartPage(entity) {
            let address = library.address(of: entity.id)
            guard address.fragment == nil, let (file, language) = edition.textFile(of: entity),
                let document = edition.documents[file]
            else { continue }
            let anchors = document.anchors
            for heading in document.headings where heading.level <= 3 && heading.node != edition.titleHeadings[file] {
                guard let anchor = anchors[heading.node] else { continue }
                add(
                    heading.text, Address(path: address.path, fragment: anchor),
                    meta: [entity.title(in: edition.language)], language: language, isMain: false, isHeading: true)
            }
        }
        self.entries = entries.sorted { left, right in
            if left.letter != right.letter { return left.letter < right.letter }
            if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
            return left.address < right.address
        }
    }

    /// Whether people know it by name: what the short register holds.
    private static func isMain(_ kind: EntityKind) -> Bool {
        switch kind {
        case .organisation, .unit, .plan, .page: true
        case .perspective, .focusArea, .goal, .programme, .priority, .assignment, .activity, .indicator, .report,
            .meeting, .table, .control, .risk, .term:
            false
        }
    }

    var isTogether: Bool { entries.count <= Self.mostTogether }

    /// What the search page itself shows: all of it, or what people know by name.
    var onSearchPage: ArraySlice<Entry> {
        isTogether ? entries[...] : entries.filter(\.isMain).prefix(Self.mostTogether)
    }

    /// A page for each letter, several where it has many; none where all stands together.
    var sheets: [Sheet] {
        guard !isTogether else { return [] }
        var sheets: [Sheet] = []
        var start = 0
        while start < entries.count {
            let letter = entries[start].letter
            var end = start
            while end < entries.count, entries[end].letter == letter { end += 1 }
            var number = 1
            while start < end {
                let next = min(end, start + Self.mostOnSheet)
                let path = "search/\(letter.folder)/" + (number > 1 ? "\(number)/" : "")
                sheets.append(Sheet(letter: letter, path: path, number: number, entries: entries[start..<next]))
                start = next
                number += 1
            }
        }
        return sheets
    }
}

/// A letter of the register: A to Z, Å, Ä, Ö, and one place for all else.
struct RegisterLetter: Hashable, Comparable {
    /// As people read it: `Å`; `0–9` for digits, signs and letters of other alphabets.
    let name: String
    /// As addresses have it: `aa`, `ae` and `oe` keep the three apart from `a` and `o`.
    let folder: String
    private let order: UInt32

    init(_ initial: String) {
        switch initial {
        case "Å": (name, folder, order) = (initial, "aa", 0x5B)
        case "Ä": (name, folder, order) = (initial, "ae", 0x5C)
        case "Ö": (name, folder, order) = (initial, "oe", 0x5D)
        default:
            guard let scalar = initial.unicodeScalars.first, ("A"..."Z").contains(scalar) else {
                (name, folder, order) = ("0–9", "0-9", 0)
                return
            }
            (name, folder, order) = (String(scalar), String(scalar).lowercased(), scalar.value)
        }
    }

    static func < (left: RegisterLetter, right: RegisterLetter) -> Bool { left.order < right.order }
}

extension Alphabet {
    /// The order of names with numbers in them: `A1.2` before `A1.10`.
    static func numberedKey(_ text: String) -> [UInt32] {
        var result: [UInt32] = []
        var number: UInt32?
        for code in key(text) {
            if (0x30...0x39).contains(code), number ?? 0 < 100_000_000 {
                number = (number ?? 0) * 10 + (code - 0x30)
                continue
            }
            if let held = number { result += [0x30, held] }
            number = nil
            result.append(code)
        }
        if let held = number { result += [0x30, held] }
        return result
    }
}
