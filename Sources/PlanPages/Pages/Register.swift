import PlanGraph
import PlanMarkdown
import PlanModel

/// All that a site can be asked for, from A to Ö: entities, terms and headings.
struct Register {
    /// An object, so that sorting moves one pointer. What it says is mostly that of others, shared with them.
    final class Entry: Sendable {
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
            _ letter: RegisterLetter, name: String, code: String?, address: Address, meta: String, language: Language,
            isMain: Bool
        ) {
            self.letter = letter
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
        var found: [(key: [UInt8], entry: Entry)] = []
        func add(
            _ title: String, code: String? = nil, _ address: Address, meta: String, language: Language, isMain: Bool
        ) {
            let whole = code.map { $0 + " " + title } ?? title
            let entry = Entry(
                RegisterLetter(Alphabet.initial(whole)), name: title, code: code, address: address, meta: meta,
                language: language, isMain: isMain)
            found.append((Alphabet.numberedKey(whole), entry))
        }
        let library = edition.library
        /// What the entities are called that stand on each page, in small letters.
        var titles: [String: Set<String>] = [:]
        for entity in library.entities where !edition.isStartPage(entity) {
            let place = (entity.plan ?? entity.organisation).flatMap { $0 == entity.id ? nil : library[$0] }
            let title = entity.title(in: edition.language).withoutLeadingSpace
            let address = library.address(of: entity.id)
            titles[address.path, default: []].insert(title.lowercased())
            guard !title.isEmpty else { continue }
            add(
                title, code: entity.code, address,
                meta: [edition.kindName(entity.kind), place?.title(in: edition.language)].compactMap(\.self)
                    .joined(separator: " · "),
                language: edition.languageOfTitle(entity) ?? edition.language, isMain: Self.isMain(entity.kind))
        }
        for entity in library.entities where entity.kind.hasPage && !edition.isStartPage(entity) {
            let address = library.address(of: entity.id)
            guard address.fragment == nil, let (file, language) = edition.textFile(of: entity) else { continue }
            // A heading that only repeats the name of what its page is about says nothing new.
            var known = titles[address.path] ?? []
            for (heading, anchor) in edition.documents.headings(of: file)
            where heading.level <= 3 && heading.node != edition.titleHeadings[file] {
                let title = heading.text.withoutLeadingSpace
                guard let anchor, known.insert(title.lowercased()).inserted, !title.isEmpty
                else { continue }
                add(
                    title, Address(path: address.path, fragment: anchor), meta: entity.title(in: edition.language),
                    language: language, isMain: false)
            }
        }
        found.sort { left, right in
            if left.entry.letter != right.entry.letter { return left.entry.letter < right.entry.letter }
            if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
            return left.entry.address < right.entry.address
        }
        entries = found.map(\.entry)
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
    /// The letter; Å, Ä and Ö follow Z, and 0 is all else.
    private let order: UInt8

    /// As people read it: `Å`; `0–9` for digits, signs and letters of other alphabets.
    var name: String {
        switch order {
        case 0: "0–9"
        case 0x5B: "Å"
        case 0x5C: "Ä"
        case 0x5D: "Ö"
        default: String(UnicodeScalar(order))
        }
    }

    /// As addresses have it: `aa`, `ae` and `oe` keep the three apart from `a` and `o`.
    var folder: String {
        switch order {
        case 0: "0-9"
        case 0x5B: "aa"
        case 0x5C: "ae"
        case 0x5D: "oe"
        default: name.lowercased()
        }
    }

    init(_ initial: String) {
        switch initial {
        case "Å": order = 0x5B
        case "Ä": order = 0x5C
        case "Ö": order = 0x5D
        default:
            let first = initial.unicodeScalars.first ?? "#"
            order = ("A"..."Z").contains(first) ? UInt8(first.value) : 0
        }
    }

    static func < (left: RegisterLetter, right: RegisterLetter) -> Bool { left.order < right.order }
}

extension String {
    fileprivate var withoutLeadingSpace: String {
        guard let first = utf8.first, first <= 0x20 || first >= 0x7F else { return self }
        return String(trimmingPrefix { $0.isWhitespace })
    }
}

extension Alphabet {
    /// The order of names with numbers in them: `A1.2` before `A1.10`. Each code stands as UTF-8 writes it, which keeps the
    /// order and takes a quarter of the room.
    static func numberedKey(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 8)
        var number: UInt32?
        for code in key(text) {
            if (0x30...0x39).contains(code), number ?? 0 < 100_000_000 {
                number = (number ?? 0) * 10 + (code - 0x30)
                continue
            }
            if let held = number {
                append(0x30, to: &result)
                append(held, to: &result)
            }
            number = nil
            append(code, to: &result)
        }
        if let held = number {
            append(0x30, to: &result)
            append(held, to: &result)
        }
        return result
    }

    /// A code below 2³⁰ by the rules of UTF-8, which go on to six bytes (RFC 2279).
    private static func append(_ code: UInt32, to key: inout [UInt8]) {
        if code < 0x80 {
            key.append(UInt8(code))
            return
        }
        var rest = 1
        while rest < 5, code >= 1 << (6 + 5 * rest) { rest += 1 }
        key.append(UInt8(truncatingIfNeeded: 0xFF00 >> (rest + 1)) | UInt8(code >> (6 * rest)))
        for step in stride(from: rest - 1, through: 0, by: -1) { key.append(0x80 | UInt8(code >> (6 * step) & 0x3F)) }
    }
}
