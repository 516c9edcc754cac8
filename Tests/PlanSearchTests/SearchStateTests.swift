import PlanModel
import Synchronization
import Testing

@testable import PlanSearch

/// An index that is made out of the last one is the index that is made from all documents.
struct SearchStateTests {
    /// A small site whose texts are edited at random.
    struct Site {
        var dice: DamageTests.Dice
        var documents: [SearchDocument] = []
        let language: Language
        let synonyms: [[String]]

        private static let words = [
            "vatten", "ledning", "vattenledning", "vattenledningar", "skola", "skolor", "skolan", "skolorna", "budget",
            "budgeten", "underhåll", "underhållsbudget", "stad", "städer", "huvudstad", "huvudstäder", "mål", "måla",
            "regional", "regionala", "utvecklingsstrategi", "RUS", "hälsa", "e-hälsa", "ehälsa", "hälso", "plan",
            "planer", "planera", "planet", "viktig", "viktigt", "väg", "vägar", "vag", "och", "för", "att", "kommun",
            "kommuner", "kommunens", "trafik", "kollektivtrafik", "kollektiv", "EU:s", "2 547,4", "A1.2", "2024/123",
            "is", "are", "children", "child", "water", "plans", "planning", "x-y", "xy", "résumé", "Ærø", "straße",
        ]
        private static let letters = Array("abdefghiklmnoprstuvyåäö")

        init(seed: UInt64, language: Language, count: Int) {
            dice = DamageTests.Dice(state: seed)
            self.language = language
            synonyms = [
                ["RUS", "regional utvecklingsstrategi"], ["kollektivtrafik", "buss"], ["väg", "gata", "vatten"],
            ]
            for number in 0..<count {
                let title = "\(word()) \(word()) \(number % 9)"
                var document = SearchDocument(url: "p/\(number)/", title: title, type: "goal", sections: [])
                document.code = number % 3 == 0 ? "A\(number % 7).\(number % 4)" : nil
                document.organisation = .init(id: "region-\(number % 5)", title: "Region \(word())")
                document.units = number % 4 == 0 ? [.init(id: "u\(number % 3)", title: word())] : []
                document.sections = (0..<Int.random(in: 0..<5, using: &dice)).map { _ in section() }
                documents.append(document)
            }
        }

        private mutating func word() -> String {
            let words = Self.words
            if Int.random(in: 0..<12, using: &dice) > 0 { return words[Int.random(in: 0..<words.count, using: &dice)] }
            let made = String(
                (0..<Int.random(in: 2..<9, using: &dice)).map { _ in
                    Self.letters[Int.random(in: 0..<Self.letters.count, using: &dice)]
                })
            let ending = ["", "en", "ar", "arna", "s", "ledning", "-\(words[0])", "0"]
            return made + ending[Int.random(in: 0..<ending.count, using: &dice)]
        }

        private mutating func text(_ count: Int) -> String {
            (0..<count).map { _ in word() }.joined(separator: Bool.random(using: &dice) ? " " : "\n")
        }

        private mutating func section() -> SearchSection {
            let kind: [SearchSection.Kind] = [.prose, .prose, .prose, .row, .repeated]
            let isLong = Int.random(in: 0..<20, using: &dice) == 0
            let length = Int.random(in: 0..<(isLong ? 500 : 30), using: &dice)
            let hasAnchor = Bool.random(using: &dice)
            return SearchSection(
                anchor: hasAnchor ? "a\(Int.random(in: 0..<90, using: &dice))" : nil,
                heading: hasAnchor ? text(2) : nil, text: text(length),
                kind: kind[Int.random(in: 0..<kind.count, using: &dice)])
        }

        /// Edits some documents; their numbers.
        mutating func edit() -> Set<Int> {
            var edited: Set<Int> = []
            for _ in 0..<(Int.random(in: 0..<6, using: &dice) == 0 ? 4 : 1) {
                let number = Int.random(in: 0..<documents.count, using: &dice)
                edited.insert(number)
                documents[number] = self.edited(documents[number])
            }
            return edited
        }

        private mutating func edited(_ original: SearchDocument) -> SearchDocument {
            var document = original
            let place = document.sections.isEmpty ? nil : Int.random(in: 0..<document.sections.count, using: &dice)
            switch (Int.random(in: 0..<8, using: &dice), place) {
            case (0, let place?): document.sections.remove(at: place)
            case (1, let place?):
                let words = document.sections[place].text.split(separator: " ")
                document.sections[place].text = words.dropFirst().joined(separator: " ")
            case (2, let place?): document.sections[place].text = ""
            case (3, _): document.sections.insert(section(), at: place ?? 0)
            case (4, _): document.sections.append(section())
            case (5, _): document.sections = []
            case (_, let place?): document.sections[place].text += " " + text(Int.random(in: 1..<6, using: &dice))
            default: document.sections.append(section())
            }
            return document
        }

        func index() -> SearchIndex {
            SearchIndexBuilder(documents: documents, synonyms: synonyms, language: language).index()
        }

        func index(
            after state: SearchState, _ edited: Set<Int>, where isThere: (String) -> Bool = { _ in true }
        ) -> SearchIndex? {
            let changed = Dictionary(uniqueKeysWithValues: edited.map { ($0, documents[$0]) })
            return state.index(changing: changed, synonyms: synonyms, language: language, where: isThere)
        }
    }

    private static func bytes(_ state: SearchState) -> [UInt8] {
        let held = Mutex<[UInt8]>([])
        state.write { piece in held.withLock { $0.append(contentsOf: piece) } }
        return held.withLock(\.self)
    }

    private static func state(_ bytes: [UInt8]) -> SearchState? {
        let place = Mutex(0)
        return SearchState(count: bytes.count) { buffer in
            place.withLock { place in
                guard buffer.count <= bytes.count - place else { return false }
                bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[place..<place + buffer.count])) }
                place += buffer.count
                return true
            }
        }
    }

    private static func files(_ index: SearchIndex) -> [String: [UInt8]] {
        Dictionary(index.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }

    @Test(arguments: [(1, Language.swedish, 30), (2, .english, 30), (3, .swedish, 120), (4, .swedish, 3)])
    func editsInAChainGiveTheFilesOfAWholeBuild(_ seed: UInt64, _ language: Language, _ count: Int) throws {
        var site = Site(seed: seed, language: language, count: count)
        let first = site.index()
        var files = Self.files(first)
        var state = first.state
        for step in 0..<(count > 100 ? 12 : 40) {
            let edited = site.edit()
            let revised = try #require(site.index(after: state, edited), "step \(step)")
            let whole = site.index()
            var now = Self.files(revised)
            for name in revised.standing {
                #expect(now[name] == nil)
                now[name] = files[name]
            }
            let expected = Self.files(whole)
            #expect(now.keys.sorted() == expected.keys.sorted(), "step \(step)")
            #expect(now == expected, "step \(step)")
            // The states are one, too: nothing drifts however long a chain is.
            #expect(Self.bytes(revised.state) == Self.bytes(whole.state), "step \(step)")
            files = now
            state = try #require(Self.state(Self.bytes(revised.state)))
        }
    }

    /// What is kept may be older than the files that lie there: those of it that have gone meanwhile are made.
    @Test(arguments: [(11, Language.swedish, 40), (12, .english, 40), (13, .swedish, 120)])
    func editsSinceAnOldStateGiveTheFilesOfAWholeBuild(_ seed: UInt64, _ language: Language, _ count: Int) throws {
        var site = Site(seed: seed, language: language, count: count)
        let (state, untouched) = (site.index().state, site.documents)
        var there = Self.files(site.index())
        var edited: Set<Int> = []
        for step in 0..<16 {
            if step % 5 == 4 {
                // Back to how it was.
                site.documents = untouched
            } else {
                edited.formUnion(site.edit())
            }
            let revised = try #require(site.index(after: state, edited) { there[$0] != nil }, "step \(step)")
            var now = Self.files(revised)
            for name in revised.standing {
                #expect(there[name] != nil, "step \(step)")
                now[name] = there[name]
            }
            #expect(now == Self.files(site.index()), "step \(step)")
            there = now
        }
    }

    @Test func withoutAColumnAnIndexIsMadeWhole() throws {
        let site = Site(seed: 14, language: .swedish, count: 20)
        let index = site.index()
        #expect(site.index(after: index.state, [3]) { !$0.hasPrefix("c-") } == nil)
    }

    @Test func aWordMoreMakesFewFiles() throws {
        var documents = IndexPropertyTests.pages(400, words: 6_000, seed: 6).map(\.document)
        let first = SearchIndexBuilder(documents: documents, synonyms: [], language: .swedish).index()
        documents[200].sections[0].text += " granskningsprotokoll"
        let revised = try #require(
            first.state.index(changing: [200: documents[200]], synonyms: [], language: .swedish))
        #expect(revised.files.count <= 8, "\(revised.files.map(\.path))")
        #expect(revised.standing.count > 30)
        let whole = SearchIndexBuilder(documents: documents, synonyms: [], language: .swedish).files()
        #expect(Set(whole.map(\.path)) == Set(revised.files.map(\.path) + revised.standing))
    }

    @Test func nothingChangedMakesTheRootAlone() throws {
        let site = Site(seed: 8, language: .swedish, count: 40)
        let first = site.index()
        let same = try #require(site.index(after: first.state, [3, 7]))
        #expect(same.files.map(\.path) == ["root.bin"])
        #expect(Self.files(first)["root.bin"] == same.files[0].bytes)
    }

    @Test func moreThanSectionsIsRefused() {
        let site = Site(seed: 9, language: .swedish, count: 20)
        let state = site.index().state
        func index(_ change: (inout SearchDocument) -> Void) -> SearchIndex? {
            var document = site.documents[4]
            change(&document)
            return state.index(changing: [4: document], synonyms: site.synonyms, language: .swedish)
        }
        #expect(index { $0.sections = [] } != nil)
        #expect(index { $0.title += "x" } == nil)
        #expect(index { $0.code = "B9" } == nil)
        #expect(index { $0.units.append(.init(id: "u", title: "U")) } == nil)
        #expect(index { $0.isMoney.toggle() } == nil)
        #expect(index { $0.status = "decided" } == nil)
        #expect(state.index(changing: [:], synonyms: [["a", "b"]], language: .swedish) == nil)
        #expect(state.index(changing: [:], synonyms: site.synonyms, language: .english) == nil)
        #expect(state.index(changing: [20: site.documents[0]], synonyms: site.synonyms, language: .swedish) == nil)
        #expect(state.index(changing: [-1: site.documents[0]], synonyms: site.synonyms, language: .swedish) == nil)
    }

    @Test func aSiteWithoutDocumentsHasAState() throws {
        let empty = SearchIndexBuilder(documents: [], synonyms: [], language: .english).index()
        let state = try #require(Self.state(Self.bytes(empty.state)))
        let again = try #require(state.index(changing: [:], synonyms: [], language: .english))
        #expect(Self.bytes(again.state) == Self.bytes(empty.state))
    }

    @Test func aHarmedStateNeverCrashes() {
        var site = Site(seed: 10, language: .swedish, count: 30)
        let bytes = Self.bytes(site.index().state)
        let edited = site.edit()
        var dice = DamageTests.Dice(state: 3)
        for step in 0..<600 {
            var harmed = bytes
            switch step % 4 {
            case 0: harmed = Array(harmed.prefix(Int.random(in: 0..<bytes.count, using: &dice)))
            case 1: harmed += [UInt8](repeating: 0, count: Int.random(in: 1..<20, using: &dice))
            default:
                for _ in 0..<Int.random(in: 1..<4, using: &dice) {
                    harmed[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
                }
            }
            guard let state = Self.state(harmed) else { continue }
            _ = site.index(after: state, edited)
            #expect(step % 4 > 1 || harmed == bytes)
        }
    }
}
