import Foundation
import PlanModel
import PlanReader
import Testing

@Suite struct CSVTests {
    private func fixture(_ csv: String, name: String = "x.csv", class tableClass: String = "investeringar") throws
        -> Fixture
    {
        try Fixture(
            plan: "Tabell: T {#t .\(tableClass) unit=mnkr src=\(name)}\n", ["Content/org/p/x.csv": csv])
    }

    private func rows(_ fixture: borrowing Fixture) throws -> [[String]] {
        try fixture.table("org/p/t").rows.map { $0.cells.map(\.text) }
    }

    @Test func semicolonsAndCommasAreTold() throws {
        let semicolons = try fixture("Post;2019;2020\r\nNät, lokalt;1,5;\r\n")
        try semicolons.expect()
        #expect(try rows(semicolons) == [["Nät, lokalt", "1,5", ""]])
        let commas = try fixture("Post,2019,2020\n\"Nät, lokalt\",\"1,5\",2547.4")
        try commas.expect()
        #expect(try rows(commas) == [["Nät, lokalt", "1,5", "2547.4"]])
        #expect(try commas.table("org/p/t").rows[0].cells[2].reading?.amount?.value.machineText == "2547.4")
    }

    @Test func quotesMayHoldSeparatorsQuotesAndLineBreaks() throws {
        let file = try fixture("Post;Orsak;2019\n\"1️⃣A \"\"b\"\"; c\";\"två\nrader\";2️⃣x\n3️⃣B; 4️⃣d;1\n")
        #expect(try file.findings() == [Finding(code: .invalidNumber, position: try file.mark("2️⃣"))])
        let table = try file.table("org/p/t")
        #expect(table.rows[0].cells.map(\.text) == ["A \"b\"; c", "två\nrader", "x"])
        #expect(table.rows[0].cells[0].position == (try file.mark("1️⃣")))
        #expect(table.rows[1].cells[0].position == (try file.mark("3️⃣")))
        #expect(table.rows[1].cells[1].position == (try file.mark("4️⃣")))
        #expect(table.rows[1].line == 4)
    }

    @Test func guardedFormulasAreRestored() throws {
        let file = try fixture("Post;'+/-;2019\n'=A1;''@x;1\n'x;'-;'-2,5\n")
        try file.expect()
        #expect(try file.table("org/p/t").columns.map(\.heading) == ["Post", "+/-", "2019"])
        #expect(try rows(file) == [["=A1", "'@x", "1"], ["'x", "-", "-2,5"]])
    }

    @Test func aHeadingMayHoldLineEnds() throws {
        let file = try fixture("\"Post;\nrad\",Orsak,2019\nA,b;c;d,1\n")
        try file.expect()
        #expect(try file.table("org/p/t").columns.map(\.heading) == ["Post;\nrad", "Orsak", "2019"])
        #expect(try rows(file) == [["A", "b;c;d", "1"]])
    }

    @Test func theNumberOfARepeatedHeadingIsNoPartOfItsUnit() throws {
        let file = try fixture("Post;Utfall i mkr;Utfall i mkr (2);Ram tkr (3)\nA;1;2;3\n", class: "budget")
        try file.expect()
        let units = try file.table("org/p/t").columns.map { column in
            if case .money(let money) = column.role { money.unit } else { MoneyUnit?.none }
        }
        #expect(units == [nil, .mnkr, .mnkr, .tkr])
    }

    @Test func windows1252AndByteOrderMarksAreRead() throws {
        let old = try fixture("")
        try old.write(
            "Content/org/p/x.csv",
            Data([0x50, 0x6F, 0x73, 0x74, 0x3B, 0x32, 0x30, 0x31, 0x39, 0x0D, 0x0A, 0x80, 0xC5, 0x3B, 0x31, 0x0D, 0x0A])
        )
        try old.expect()
        #expect(try rows(old) == [["€Å", "1"]])
        let new = try fixture("")
        try new.write("Content/org/p/x.csv", Data([0xEF, 0xBB, 0xBF]) + Data("Post;2019\r\nÅ;1\r\n".utf8))
        try new.expect()
        #expect(try rows(new) == [["Å", "1"]])
    }

    @Test func emptyTrailingColumnsAndRowsAreDropped() throws {
        let file = try fixture("Post;2019;;\nA;1;;\nB\n\n;;;\n;;;\n")
        try file.expect()
        #expect(try rows(file) == [["A", "1"], ["B", ""]])
    }

    @Test func moreCellsThanTheHeadingIsAnError() throws {
        let file = try fixture("Post;2019\nA;1;1️⃣2\n")
        try file.expect(.tooManyCells)
    }

    @Test func brokenQuotesAreErrors() throws {
        try fixture("Post;2019\n1️⃣\"A;1\nB;2\n").expect(.csvSyntax)
        try fixture("Post;2019\nA;1\n1️⃣\"B\" x;2\n").expect(.csvSyntax)
    }

    @Test func theFileMustExistInContent() throws {
        for path in ["y.csv", "../../../x.csv", "/etc/passwd", "../x.csv"] {
            #expect(try fixture("Post;2019\n", name: path).findings().map(\.code) == [.brokenLink], "\(path)")
        }
        let near = try fixture("Post;2019\n", name: "xx.csv").findings().first?.words
        #expect(near == "filen 'xx.csv' finns inte; menade du 'x.csv'?")
    }

    @Test func anEmptyFileIsReportedOnce() throws {
        let file = try Fixture(
            plan: "Tabell: T {#t .mål src=x.csv}\n\nTabell: U {#u .mål src=x.csv}\n",
            ["Content/org/p/x.csv": "1️⃣"])
        try file.expect(.emptyFile)
    }

    @Test func rowsOfFilesBecomeEntities() throws {
        let file = try fixture("Id;Mål;Ansvarig\nA1;1️⃣Hälsa;RK\n", class: "mål")
        try file.expect()
        #expect(try file.entity("org/p/A1").title == "Hälsa")
        guard case .csv(let path, let markdown, 0) = try file.table("org/p/t").origin else { throw Unexpected() }
        #expect(path == "Content/org/p/x.csv")
        #expect(markdown == "Content/org/p/index.md")
    }

    @Test func aCaptionWithBothRowsAndAFileIsAnError() throws {
        let file = try Fixture(
            plan: "Tabell: T {#t .mål src=1️⃣x.csv}\n| Mål |\n|---|\n| Ett |\n", ["Content/org/p/x.csv": "Mål\n"])
        try file.expect(.captionSyntax)
    }

    @Test func aFileWithoutClassWouldVanishAndIsAnError() throws {
        let file = try Fixture(plan: "Tabell: T {1️⃣src=x.csv}\n", ["Content/org/p/x.csv": "Mål\n"])
        try file.expect(.captionSyntax)
    }
}
