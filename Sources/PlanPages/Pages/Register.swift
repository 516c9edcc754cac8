import PlanGraph
import PlanMarkdown
import PlanModel
import Synchronization

/// All that a site can be asked for, from A to Ö: entities, terms and headings.
///
/// A large site has some hundred thousand of these, so that of each only its name and numbers are kept; what stands in the
/// register is made for one letter at a time.
struct Register: Sendable {
    /// What stands in the register.
    struct Entry {
        let letter: RegisterLetter
        /// What stands in the register; a code before the title.
        let name: String
        let code: String?
        let address: Address
        /// What it is, and where it belongs.
        let meta: String
        let language: Language
    }

    /// One page of a letter: `search/s/`, then `search/s/2/`.
    struct Sheet {
        let letter: RegisterLetter
        let path: String
        let number: Int
        /// Which of the letter's entries stand there.
        let entries: Range<Int>
    }

    /// An entity, by its place in the library, or a heading of its text, by its place there.
    struct Item {
        fileprivate let entity: Int32
        /// -1 for the entity itself.
        fileprivate let heading: Int32
        /// What it is called, without a code.
        fileprivate let name: String
    }

    private let items: [RegisterLetter: [Item]]

    /// A register of at most so many entries stands whole on the search page.
    static let mostTogether = 150
    /// Some 70 kB of page.
    static let mostOnSheet = 300

    init(_ edition: Edition) {
        var items: [RegisterLetter: [Item]] = [:]
        let library = edition.library
        /// What the entities are called that stand on each page, in small letters.
        var titles: [String: Set<String>] = [:]
        for (number, entity) in library.entities.enumerated() where !edition.isStartPage(entity) {
            let title = entity.title(in: edition.language).withoutLeadingSpace
            titles[library.address(of: entity.id).path, default: []].insert(title.smallLetters)
            guard !title.isEmpty else { continue }
            let letter = RegisterLetter(Alphabet.initial(entity.code ?? title))
            items[letter, default: []].append(Item(entity: Int32(number), heading: -1, name: title))
        }
        for (number, entity) in library.entities.enumerated()
        where entity.kind.hasPage && !edition.isStartPage(entity) {
            let address = library.address(of: entity.id)
            guard address.fragment == nil, let (file, _) = edition.textFile(of: entity) else { continue }
            // A heading that only repeats the name of what its page is about says nothing new.
            var known = titles[address.path] ?? []
            let titleHeading = edition.titleHeadings[file]
            for (place, found) in edition.documents.headings(of: file).enumerated()
            where found.heading.level <= 3 && found.heading.node != titleHeading {
                let title = found.heading.text.withoutLeadingSpace
                guard found.anchor != nil, known.insert(title.smallLetters).inserted, !title.isEmpty else { continue }
                let letter = RegisterLetter(Alphabet.initial(title))
                items[letter, default: []].append(
                    Item(entity: Int32(number), heading: Int32(place), name: title))
            }
        }
        self.items = items
    }

    /// What an item is sorted by: a code stands before a title.
    private static func key(of item: Item, in edition: Edition) -> [UInt8] {
        let code = item.heading < 0 ? edition.library.entities[Int(item.entity)].code : nil
        return Alphabet.numberedKey(code.map { $0 + " " + item.name } ?? item.name)
    }

    private static func address(of item: Item, in edition: Edition) -> Address {
        let entity = edition.library.entities[Int(item.entity)]
        let address = edition.library.address(of: entity.id)
        guard item.heading >= 0, let (file, _) = edition.textFile(of: entity) else { return address }
        return Address(path: address.path, fragment: edition.documents.anchor(Int(item.heading), of: file))
    }

    private static func entry(_ item: Item, _ letter: RegisterLetter, in edition: Edition) -> Entry {
        let library = edition.library
        let entity = library.entities[Int(item.entity)]
        if item.heading >= 0, let (file, language) = edition.textFile(of: entity) {
            let anchor = edition.documents.anchor(Int(item.heading), of: file)
            return Entry(
                letter: letter, name: item.name, code: nil,
                address: Address(path: library.address(of: entity.id).path, fragment: anchor),
                meta: entity.title(in: edition.language), language: language)
        }
        let place = (entity.plan ?? entity.organisation).flatMap { $0 == entity.id ? nil : library[$0] }
        return Entry(
            letter: letter, name: item.name, code: entity.code, address: library.address(of: entity.id),
            meta: [edition.kindName(entity.kind), place?.title(in: edition.language)].compactMap(\.self)
                .joined(separator: " · "),
            language: edition.languageOfTitle(entity) ?? edition.language)
    }

    /// Items of one letter, by the Swedish alphabet; codes by their numbers.
    private static func sorted(_ items: [Item], in edition: Edition) -> [Item] {
        let keys = items.map { key(of: $0, in: edition) }
        var order = items.indices.sorted { left, right in
            keys[left] == keys[right] ? left < right : keys[left].lexicographicallyPrecedes(keys[right])
        }
        // What is called the same stands in the order of addresses, which nothing else is asked for.
        var start = 0
        while start < order.count {
            let end = order[start...].firstIndex { keys[$0] != keys[order[start]] } ?? order.count
            if end - start > 1 {
                let placed = order[start..<end].map { (address: address(of: items[$0], in: edition), index: $0) }
                let sorted = placed.sorted { left, right in
                    left.address == right.address ? left.index < right.index : left.address < right.address
                }
                order.replaceSubrange(start..<end, with: sorted.map(\.index))
            }
            start = end
        }
        return order.map { items[$0] }
    }

    /// What stands under a letter, in order.
    func items(of letter: RegisterLetter, in edition: Edition) -> [Item] {
        Self.sorted(items[letter] ?? [], in: edition)
    }

    /// What stands in the register for some items of a letter.
    func entries(_ items: ArraySlice<Item>, of letter: RegisterLetter, in edition: Edition) -> [Entry] {
        items.map { Self.entry($0, letter, in: edition) }
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

    var isEmpty: Bool { items.isEmpty }

    var isTogether: Bool { items.values.reduce(0) { $0 + $1.count } <= Self.mostTogether }

    /// What the search page itself shows: all of it, or what people know by name.
    func onSearchPage(in edition: Edition) -> [Entry] {
        let isTogether = isTogether
        var shown: [Entry] = []
        for (letter, all) in items.sorted(by: { $0.key < $1.key }) {
            let items = all.filter { item in
                isTogether
                    || item.heading < 0 && Self.isMain(edition.library.entities[Int(item.entity)].kind)
            }
            shown += entries(Self.sorted(items, in: edition)[...], of: letter, in: edition)
            if shown.count >= Self.mostTogether { break }
        }
        return Array(shown.prefix(Self.mostTogether))
    }

    /// A page for each letter, several where it has many; none where all stands together.
    var sheets: [Sheet] {
        guard !isTogether else { return [] }
        var sheets: [Sheet] = []
        for (letter, items) in items.sorted(by: { $0.key < $1.key }) {
            for (index, start) in stride(from: 0, to: items.count, by: Self.mostOnSheet).enumerated() {
                let path = "search/\(letter.folder)/" + (index > 0 ? "\(index + 1)/" : "")
                sheets.append(
                    Sheet(
                        letter: letter, path: path, number: index + 1,
                        entries: start..<min(items.count, start + Self.mostOnSheet)))
            }
        }
        return sheets
    }
}

/// The register of an edition, made once for all of its pages, whichever of them is made first.
final class SharedRegister: Sendable {
    private let made = Mutex<Register?>(nil)

    /// - Parameter edition: one with the same headings each time.
    func register(of edition: Edition) -> Register {
        made.withLock { made in
            if let made { return made }
            let register = Register(edition)
            made = register
            return register
        }
    }
}

/// A letter of the register: A to Z, Å, Ä, Ö, and one place for all else.
struct RegisterLetter: Hashable, Comparable, Sendable {
    /// The letter; Å, Ä and Ö follow Z, and 0 is all else.
    private let order: UInt8

    /// All of them.
    static let all: [RegisterLetter] =
        [RegisterLetter(""), RegisterLetter("Å"), RegisterLetter("Ä"), RegisterLetter("Ö")]
        + (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { RegisterLetter(String(UnicodeScalar($0))) }

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
