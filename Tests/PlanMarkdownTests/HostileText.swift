import Testing

/// A text made to overflow a stack or to take quadratic time.
struct HostileText: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }

    private init(_ name: String, _ parts: (String, Int)...) {
        self.name = name
        text = parts.map { String(repeating: $0.0, count: $0.1) }.joined()
    }

    static let deep = [
        HostileText("quotes", ("> ", 5_000), ("x", 1)),
        HostileText("lists", ("- ", 5_000), ("x", 1)),
        HostileText("emphasis", ("*a **b ", 5_000), ("c** d*", 5_000)),
        HostileText("emphasis in a cell", ("| a |\n|---|\n| ", 1), ("*a **b ", 500), ("c** d*", 500), (" |", 1)),
        HostileText("images", ("![", 4_000), ("](x)", 4_000)),
    ]

    static let long = [
        HostileText("images with links", ("![[]()", 50_000)),
        HostileText("images with links, just few enough", ("![[]()", 4_900)),
        HostileText("open brackets", ("[", 50_000)),
        HostileText("open links", ("[a](b ", 50_000)),
        HostileText("open notes", ("[^a]: [^b]: ", 5_000)),
        HostileText("equal notes", ("[^a]: b\n", 20_000)),
        HostileText("references", ("x[^a] ", 20_000), ("\n\n[^a]: b", 1)),
        HostileText("captions in a caption", ("Table: a {", 20_000)),
        HostileText("braces", ("Table: ", 1), ("{", 50_000)),
        HostileText("tables with captions", ("| a |\n|---|\nTable: x\n", 5_000)),
        HostileText(
            "wide heading over short rows",
            ("|", 1),
            ("a|", 5_000),
            ("\n|", 1),
            ("-|", 5_000),
            ("\n", 1),
            ("|x\n", 5_000)
        ),
        HostileText("tables cut by quotes", ("a|b\n-|-\n> ", 5_000)),
        HostileText("deeper and deeper notes", ("[^a]: [^b]: ", 100), ("\n", 1)),
        HostileText("backticks", ("`", 50_000), ("a", 1)),
        HostileText("markup of every kind", ("*a_ [x] `b` ", 10_000)),
        HostileText("entities and escapes", ("&amp;[A1]\\[", 20_000)),
        HostileText("links in one row", ("|", 1), (" [A1.2](x) |", 20_000)),
        HostileText("open tags", ("<b", 50_000)),
        HostileText("comments", ("<!-- ", 50_000)),
        HostileText("declarations", ("a <!A ", 20_000)),
    ]
}
