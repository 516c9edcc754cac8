import PlanSearch

/// Pages of a made-up region in plausible Swedish, the same for the same seed: inflected words, compounds, rare names,
/// each page about a few things.
struct SwedishCorpus {
    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
    }

    private var generator: Generator
    private var lemmas: [[String]] = []
    private var cumulative: [Double] = []
    private let wordsPerPage: Int

    init(seed: UInt64, wordsPerPage: Int = 600) {
        generator = Generator(state: seed)
        self.wordsPerPage = wordsPerPage
        makeLemmas()
    }

    mutating func documents(_ count: Int) -> [SearchDocument] {
        let types = ["goal", "activity", "assignment", "indicator", "page", "table", "unit", "risk"]
        let statuses = ["not-started", "on-track", "at-risk", "delayed", "done"]
        var documents: [SearchDocument] = []
        for number in 0..<count {
            let plan = number / 200
            let type = types[(number % 200) * types.count / 200]
            let topic = (0..<40).map { _ in lemma() }
            let title = [form(topic[0]), "och", form(topic[1])].joined(separator: " ")
            var sections: [SearchSection] = []
            var left = wordsPerPage
            var index = 0
            while left > 0 {
                let length = min(left, 90 + Int.random(in: 0..<80, using: &generator))
                sections.append(
                    SearchSection(
                        anchor: index == 0 ? nil : "avsnitt-\(index)",
                        heading: index == 0
                            ? nil : form(topic[index % topic.count]) + " " + form(topic[(index * 7) % topic.count]),
                        text: text(length, topic: topic)))
                left -= length
                index += 1
            }
            let organisation = "region-\(plan / 10)"
            var document = SearchDocument(
                url: "\(organisation)/vp-\(2010 + plan % 10)/\(type)-\(number)/", title: title, type: type,
                sections: sections)
            document.code = type == "goal" ? "A\(number % 9 + 1).\(number % 13 + 1)" : nil
            document.organisation = .init(id: organisation, title: "Region \(plan / 10)")
            document.plan = .init(
                id: "\(organisation)/vp-\(2010 + plan % 10)", title: "Verksamhetsplan \(2010 + plan % 10)")
            document.period = "\(2010 + plan % 10)"
            document.status = type == "goal" || type == "activity" ? statuses.randomElement(using: &generator) : nil
            let unit = Int.random(in: 0..<24, using: &generator)
            document.units = [.init(id: "\(organisation)/enhet-\(unit)", title: "Enhet \(unit)")]
            document.isSuperseded = plan % 10 < 8
            documents.append(document)
        }
        return documents
    }

    /// Words of a page as a query: one topic word of its title, in any form.
    private mutating func text(_ length: Int, topic: [Int]) -> String {
        var words: [String] = []
        for index in 0..<length {
            let draw = Int.random(in: 0..<100, using: &generator)
            var word =
                switch draw {
                case 0..<42: Self.common[Self.skewed(Self.common.count, &generator)]
                case 42..<68: form(topic[Self.skewed(topic.count, &generator)])
                case 68..<97: form(lemma())
                case 97: String(Int.random(in: 2005..<2030, using: &generator))
                default: "\(Int.random(in: 1..<999, using: &generator)),\(Int.random(in: 0..<10, using: &generator))"
                }
            if index % 13 == 12 { word += "." }
            words.append(word)
        }
        return words.joined(separator: " ")
    }

    /// A number below the limit, low ones more often.
    private static func skewed(_ limit: Int, _ generator: inout Generator) -> Int {
        let draw = Double.random(in: 0..<1, using: &generator)
        return min(limit - 1, Int(draw * draw * Double(limit)))
    }

    private mutating func lemma() -> Int {
        let draw = Double.random(in: 0..<1, using: &generator) * (cumulative.last ?? 0)
        var (low, high) = (0, cumulative.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] < draw { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func form(_ lemma: Int) -> String {
        lemmas[lemma][Self.skewed(lemmas[lemma].count, &generator)]
    }

    /// Simple words first, then compounds and names: the later, the rarer.
    private mutating func makeLemmas() {
        var simple: [(stem: String, forms: [String])] = []
        for (stems, endings) in Self.nouns {
            for stem in stems.split(separator: " ") {
                simple.append((String(stem), endings.map { stem + $0 }))
            }
        }
        var verbs: [[String]] = []
        for (stems, endings) in Self.verbs {
            for stem in stems.split(separator: " ") { verbs.append(endings.map { stem + $0 }) }
        }
        var all = simple.map(\.forms) + verbs
        all.shuffle(using: &generator)
        for _ in 0..<22_000 {
            let first = simple[Self.skewed(simple.count, &generator)]
            let second = simple[Self.skewed(simple.count, &generator)]
            guard first.stem != second.stem else { continue }
            let tied = ["", "s", "s"][Int.random(in: 0..<3, using: &generator)]
            all.append(second.forms.map { first.forms[0].trimmingFinalVowel + tied + $0 })
        }
        for _ in 0..<9_000 {
            let length = Int.random(in: 2..<5, using: &generator)
            let name = (0..<length).map { _ in Self.syllables.randomElement(using: &generator) ?? "ra" }.joined()
            all.append([name, name + "s"])
        }
        lemmas = all
        var sum = 0.0
        cumulative = all.indices.map { rank in
            sum += 1 / Double(rank + 20)
            return sum
        }
    }

    private static let common = """
        och i att av som för med en till är på den det om de ett har inom ska kan från vid samt eller genom under år mellan men så
        inte alla sin även efter över utifrån behöver arbetet finns blir detta mot där vi in vara hur sitt vilket måste flera bland
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let syllables = [
        "al", "ber", "dal", "en", "fors", "gran", "hal", "in", "jär", "kar", "lin", "mar", "nor", "ost", "pet", "ros",
        "sten",
        "tor", "und", "vik", "å", "äng", "ö", "lund", "berg", "holm", "sta", "by", "torp", "näs",
    ]

    private static let nouns: [(String, [String])] = [
        (
            """
            nämnd plan region kommun process bild effekt resurs insats period patient klinik budget rapport analys metod produkt
            person station mottagning avdelning organisation funktion situation information kommunikation investering
            reinvestering finansiering planering utveckling satsning förändring uppföljning utvärdering bedömning behandling
            """, ["", "en", "er", "erna", "ens", "ers"]
        ),
        (
            "skola fråga resa åtgärda kvinna vecka lära karta klinika åtgärda insamla pyssla flicka hälsa gata kyrka"
                .replacing("åtgärda ", with: ""),
            ["a", "an", "or", "orna"]
        ),
        (
            "väg bil stad dag tid sjukdom kostnad skillnad verksamhet möjlighet tillgänglighet delaktighet trygghet kvalitet",
            ["", "en", "er", "erna", "ens"]
        ),
        (
            "mål beslut bidrag uppdrag ansvar stöd behov samarbete besök bredband underhåll avtal system projekt program utskott råd",
            ["", "et", "en", "ens", "ets"]
        ),
        ("områd arbet behand möt ärend meddeland förhålland löft ramverk", ["e", "et", "en", "ena"]),
        (
            "trafik vård kultur miljö klimat forskning ekonomi personal teknik näring turism folkhälsa tandvård barn ungdom",
            ["", "en", "s"]
        ),
        (
            "styrels förvaltning läkar sjuksköterska chef ledar medarbetar invånar utbildning undersök",
            ["e", "en", "er", "erna"]
        ),
    ]

    private static let verbs: [(String, [String])] = [
        (
            "utveckl samverk plan samordn behandl förbättr stärk öka minsk prioriter finansier redovis gransk",
            ["a", "ar", "ade", "at", "as", "ing"]
        ),
        ("följ byggd genomför inför beskriv använd bedriv medför", ["a", "er", "de", "t", "s"]),
        (
            "regional kommunal hållbar tillgänglig trygg digital strategisk ekonomisk social lokal nationell långsiktig",
            ["", "t", "a", "are"]
        ),
    ]
}

extension String {
    fileprivate var trimmingFinalVowel: String { hasSuffix("a") || hasSuffix("e") ? String(dropLast()) : self }
}
