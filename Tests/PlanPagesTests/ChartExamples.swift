import PlanMarkdown
import PlanModel

@testable import PlanPages

/// Charts with figures of real plans and with what strains them, by name.
enum ChartExamples {
    static let names = html.keys.sorted()

    static let html: [String: String] = [
        "bars-centres": drawn { centres.render(into: &$0) },
        "bars-compared": drawn { compared.render(into: &$0) },
        "bars-two-kinds": drawn { twoKinds.render(into: &$0) },
        "bars-signs": drawn { signs.render(into: &$0) },
        "bars-many": drawn { many.render(into: &$0) },
        "bars-strained": drawn { strained.render(into: &$0) },
        "bars-zeros": drawn { zeros.render(into: &$0) },
        "bridge-frame": drawn { frame.render(into: &$0) },
        "bridge-empty": drawn { unmoved.render(into: &$0) },
        "bridge-from-zero": drawn { fromZero.render(into: &$0) },
        "bridge-negative": drawn { negative.render(into: &$0) },
        "series-budget": drawn { budget.render(into: &$0) },
        "series-long": drawn { long.render(into: &$0) },
        "series-longest": drawn { longest.render(into: &$0) },
    ]

    private static func drawn(_ draw: (inout HTML) -> Void) -> String {
        var html = HTML()
        draw(&html)
        return html.string
    }

    /// `2547.4` as an amount, with its words in Swedish.
    static func mnkr(_ text: String, sign: Bool = false) -> ChartValue {
        let amount = Amount(text)
        let plus = sign && amount > .zero ? "+" : ""
        return ChartValue(amount: amount, text: plus + amount.text(in: .swedish) + "\u{A0}mnkr")
    }

    static let centres = BarChart(
        title: "Nästan nio av tio kronor går till Centrum för hälso- och sjukvårdsutveckling.",
        rows: [
            ("Centrum för hälso- och sjukvårdsutveckling", "2227.6", "87,45 kr av varje 100 kr"),
            ("Centrum för regional utveckling", "141.6", "5,56 kr av varje 100 kr"),
            ("Centrum för administration", "55.4", "2,17 kr av varje 100 kr"),
            ("Regiondirektörens stab", "53.4", "2,10 kr av varje 100 kr"),
            ("Centrum för ekonomi- och verksamhetsanalys", "23.2", "0,91 kr av varje 100 kr"),
            ("Centrum för HR", "21.6", "0,85 kr av varje 100 kr"),
            ("Centrum för kommunikation", "17.9", "0,70 kr av varje 100 kr"),
            ("Centrum för digitalisering", "6.8", "0,27 kr av varje 100 kr"),
        ].map { ChartRow(label: $0.0, value: mnkr($0.1), href: "../centrum/", note: $0.2) } + [
            ChartRow(label: "Summa Regionkontoret", value: mnkr("2547.4"))
        ],
        note: "Ram 2019 i miljoner kronor, från den största till den minsta.")

    static let compared = BarChart(
        title: "Läkemedel och vårdpeng kostar mer 2019 än 2018, röntgen mindre.",
        rows: [
            ("Vårdpeng", "740.8", "713.9"), ("Läkemedel", "504.6", "464.2"), ("Personalkostnader", "455.8", "424.7"),
            ("Ersättning för tandvård", "220.8", "205.0"), ("Övrigt Vårdval Västmanland", "214.1", "182.4"),
            ("Röntgentjänster", "96.4", "98.9"), ("Avskrivningar", "42.2", "40.8"),
        ].map { ChartRow(label: $0.0, value: mnkr($0.1), compared: mnkr($0.2)) },
        comparedLabel: "Budget 2018", language: .swedish, mainLabel: "Budget 2019")

    static let twoKinds = BarChart(
        title: "Reinvesteringarna är större än de nya.",
        rows: [
            ChartRow(label: "Hjärt-lungmaskin", value: mnkr("12")),
            ChartRow(label: "Ny vårdcentral", value: mnkr("31.5"), tone: .other),
            ChartRow(label: "IT-utrustning", value: mnkr("80")),
        ], mainLabel: "Reinvestering", otherLabel: "Ny investering")

    static let signs = BarChart(
        title: "Fyra förvaltningar går med underskott.",
        rows: [
            ("Regionkontoret", "18.4"), ("Kollektivtrafiken", "0"), ("Tandvården", "-3.1"), ("Sjukhusen", "-112.75"),
            ("Primärvården", "-0.02"), ("Fastigheter", "41"), ("Regionens samlade resultat", "-56.47"),
        ].map { ChartRow(label: $0.0, value: mnkr($0.1, sign: true)) })

    static let many = BarChart(
        title: "Trettio rader med långa namn ska gå att läsa.",
        rows: (1...30).map { row in
            ChartRow(
                label: row.isMultiple(of: 3)
                    ? "Regionvårdsavtal och samverkansavtal (från ram sjukskrivningsprocessen) \(row)"
                    : row.isMultiple(of: 2) ? "Hjälpmedelsverksamheten \(row)" : "Läkemedel \(row)",
                value: mnkr("\(row * row * 37 % 1009).\(row % 10)"))
        })

    static let strained = BarChart(
        title: "<Märkt> & \"citerat\"",
        rows: [
            ChartRow(label: "<script>alert(1)</script> & co", value: ChartValue(amount: Amount("1"), text: "<1>")),
            ChartRow(
                label: "Folktandvårdsverksamhetsutvecklingssamordningsfunktionen", value: mnkr("999999999999999999"),
                href: "../a\"b/<c>?q=å&r=1", note: "a & b"),
            ChartRow(label: "Minst", value: mnkr("0.00000000000000001")),
            ChartRow(label: "", value: ChartValue(amount: .zero, text: "")),
        ], note: "1 < 2")

    static let zeros = BarChart(
        title: "Ingen rad har något belopp.",
        rows: ["0", "0.0", "0.00"].map { ChartRow(label: "Noll", value: mnkr($0), compared: mnkr("0")) })

    static let frame = BridgeChart(
        title: "Läkemedel och uppräkning höjer ramen med 129 miljoner kronor.",
        from: ("Ram 2018", mnkr("2418.3")),
        steps: frameSteps.map { step in
            BridgeChart.Step(label: step.0, value: mnkr(step.1, sign: true), heading: step.2)
        } + [BridgeChart.Step(label: "Förklaras inte av raderna", value: mnkr("-0.1", sign: true), isRest: true)],
        to: ("Ram 2019", mnkr("2547.4")),
        note: "Ramarnas staplar är avbrutna: skalan går från 2 418,3 till 2 547,5 mnkr.")

    static let frameSteps: [(String, String, String?)] = [
        ("LPIK uppräkning (föreningsbidrag, AT-läkare samt kultur)", "3.6", "Regionkontoret"),
        ("Utökning ett Hälsocenter CHSU (från RS anslag)", "4", nil),
        ("Kostnader Gömda och papperslösa (från RS anslag)", "6.4", nil),
        ("Ökad hyra Karlsgatan", "0.3", nil),
        ("Förändrad finansiering Utvecklingsenheten (omfördelning ramar)", "11.6", nil),
        ("Utvecklingsenheten upphör", "-5.9", nil),
        ("Indragen ram p g a Utvecklingsenheten upphör", "-0.5", nil),
        ("Vårdhygien (intern omfördelning från VS)", "0.2", nil),
        ("Abonnemang Skandionkliniken (till VS)", "-2.4", nil),
        ("Regionalt Cancer Center (RCC) till VS", "-1.8", nil),
        ("Statsbidrag Sjukskrivningsprocessen (kvar 3,1 mkr av 8 mkr)", "-4.9", nil),
        ("Aktivitetsbudget/SPUR (från ram sjukskrivningsprocessen)", "2.5", nil),
        ("Regionvårdsavtal/Samverkansavtal (från ram sjukskrivningsprocessen)", "2.4", nil),
        ("Samlad service", "-0.2", nil),
        ("Oslo-Stockholm 2:55, årligt driftbidrag (omprövas årligen)", "1", nil),
        ("Delfinansiering kontaktenter till VLS", "-0.4", nil),
        ("Läkemedel (kostnadsökning)", "39.3", nil),
        ("Läkemedelskostnader Fagersta (intern omfördelning till VS)", "-1.4", nil),
        ("Statsbidrag vävnadsdirektiv reducering/upphör ej 2018", "0", nil),
        ("LPIK uppräkning", "40.4", "Vårdval"), ("Demografi", "10.2", nil), ("Zethelius", "2.8", nil),
        ("Lönesatsning (tillskott)", "7.7", nil), ("Trygg och säker hemgång (från RS anslag)", "10", nil),
        ("Tandvårdssatsning", "4.3", nil), ("Cervix-cancerscreening (från RS-anslag)", "3.8", nil),
        ("Övertagande verksamhet i Fagersta (1 månad uppräknad)", "-3.8", nil),
    ]

    static let unmoved = BridgeChart(
        title: "Ramen ändras inte.", from: ("Ram 2020", mnkr("38")), steps: [], to: ("Ram 2021", mnkr("38")))

    static let fromZero = BridgeChart(
        title: "Överskottet vänds i underskott.", from: ("Resultat 2018", mnkr("12")),
        steps: [
            BridgeChart.Step(label: "Hyror", value: mnkr("-30", sign: true)),
            BridgeChart.Step(label: "Statsbidrag", value: mnkr("9.5", sign: true)),
            BridgeChart.Step(label: "Förklaras inte av raderna", value: mnkr("4", sign: true), isRest: true),
        ], to: ("Resultat 2019", mnkr("-4.5")))

    static let negative = BridgeChart(
        title: "Nettokostnaden ökar.", from: ("Netto 2018", mnkr("-2418.3")),
        steps: [
            BridgeChart.Step(label: "Löner", value: mnkr("-60", sign: true)),
            BridgeChart.Step(label: "Effektivisering", value: mnkr("20.1", sign: true)),
        ], to: ("Netto 2019", mnkr("-2458.2")), language: .swedish)

    static let budget = SeriesChart(
        title: "Läkemedel ökar för varje år.",
        series: [
            ("Läkemedel", ["451.9", "464.2", "504.6"]), ("Vårdpeng", ["680.1", "713.9", "740.8"]),
            ("Vårdavgifter till privata vårdgivare", ["140.8", "99.5", "96"]), ("Resultat", ["40.7", "0", "-12.5"]),
        ].map { series in
            SeriesChart.Series(
                label: series.0,
                points: zip(["Bokslut 2017", "Budget 2018", "Budget 2019"], series.1).map {
                    SeriesChart.Point(label: $0.0, value: mnkr($0.1), href: $0.0.hasSuffix("2017") ? "../2017/" : nil)
                })
        }, note: "Varje rad har sin egen skala från noll.")

    static let longest = SeriesChart(
        title: "Befolkningen har vuxit i femton år.",
        series: [
            SeriesChart.Series(
                label: "Invånare i Västmanlands län",
                points: (2010...2024).map { year in
                    let amount = Amount("\(252_756 + (year - 2010) * 1_873)")
                    return SeriesChart.Point(
                        label: String(year), value: ChartValue(amount: amount, text: amount.text(in: .swedish)))
                })
        ])

    static let long = SeriesChart(
        title: "Investeringarna faller efter 2027.",
        series: [
            SeriesChart.Series(
                label: "IT-utrustning",
                points: zip(2022...2029, ["64", "71", "70.5", "80", "88", "81", "59", "81"]).map {
                    SeriesChart.Point(label: String($0.0), value: mnkr($0.1))
                }),
            SeriesChart.Series(
                label: "FVIS",
                points: [(2022, "22"), (2023, "19"), (2025, "15")].map {
                    SeriesChart.Point(label: String($0.0), value: mnkr($0.1))
                }),
            SeriesChart.Series(label: "Utan värden", points: []),
        ])
}

extension Amount {
    /// A number as machines write it, in a test.
    init(_ text: String) {
        let parts = text.split(separator: ".")
        let digits = parts.joined()
        self.init(mantissa: Int128(digits) ?? 0, scale: parts.count > 1 ? parts[1].count : 0)
    }
}
