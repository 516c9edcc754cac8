import Foundation
import PlanModel
import Testing

@testable import PlanPrint

@Suite struct PrintTests {
    private static let file = """
        %PDF-1.4
        /CreationDate (D:20261121175711+00'00')
        /ModDate (D:20261121175712+00'00')>>
        /ID (node00000731) /Headers [(node00000012) (node00000731)] (nodes) (node0000001x)
        """

    @Test func stampIsTheContents() throws {
        let day = try #require(CalendarDate("2024-12-11"))
        let fixed = PDFStamp.fixed(Array(Self.file.utf8), date: day)
        let text = String(decoding: fixed, as: UTF8.self)
        #expect(fixed.count == Self.file.utf8.count)
        #expect(text.contains("/CreationDate (D:20241211000000+00'00')"))
        #expect(text.contains("/ModDate (D:20241211000000+00'00')"))
    }

    @Test func namesAreCounted() {
        let text = String(decoding: PDFStamp.fixed(Array(Self.file.utf8), date: nil), as: UTF8.self)
        #expect(text.contains("/ID (node00000002) /Headers [(node00000001) (node00000002)] (nodes) (node0000001x)"))
        #expect(text.contains("D:20000101000000"))
    }

    @Test(arguments: ["", "%PDF-", "/CreationDate (D:20", "(node0000"])
    func shortFiles(_ text: String) {
        #expect(PDFStamp.fixed(Array(text.utf8), date: nil) == Array(text.utf8))
    }

    @Test(arguments: [
        ("<a href=\"../x/\">X</a>", "<a >X</a>"),
        ("<a class=\"c\" href=\"#b\">X</a>", "<a class=\"c\" href=\"#b\">X</a>"),
        ("<a href=\"https://x.se/\" rel=\"n\">X</a>", "<a href=\"https://x.se/\" rel=\"n\">X</a>"),
        ("<a href=\"x\" lang=\"sv\">href=\"y\"</a>", "<a  lang=\"sv\">href=\"y\"</a>"),
        ("<link href=\"s.css\"><p>a < b", "<link href=\"s.css\"><p>a < b"), ("<a href=\"x", "<a "), ("<a ", "<a "),
    ])
    func relativeLinks(_ html: String, _ wanted: String) {
        #expect(String(decoding: PrintedLinks.withoutRelative(Array(html.utf8)), as: UTF8.self) == wanted)
    }

    @Test func browserIsNamed() throws {
        #expect(try Chromium.find(in: ["KLARPLAN_CHROMIUM": "/bin/sh", "PATH": "/usr/bin"]).path == "/bin/sh")
        #expect(try Chromium.find(in: ["KLARPLAN_CHROMIUM": "sh", "PATH": "/nowhere:/bin"]).path == "/bin/sh")
        #expect(throws: MachineFailure.noBrowser(named: "/no/such")) {
            try Chromium.find(in: ["KLARPLAN_CHROMIUM": "/no/such", "PATH": "/usr/bin:/bin"])
        }
        // A folder is no program.
        #expect(throws: MachineFailure.noBrowser(named: "/bin")) {
            try Chromium.find(in: ["KLARPLAN_CHROMIUM": "/bin"])
        }
    }

    #if os(Linux)
        @Test func noBrowser() {
            #expect(throws: MachineFailure.noBrowser(named: nil)) { try Chromium.find(in: ["PATH": "/nowhere"]) }
            #expect(MachineFailure.noBrowser(named: nil).message.english.contains("KLARPLAN_CHROMIUM"))
        }
    #endif

    @Test func sandbox() {
        #expect(!Chromium.arguments(profile: "/p", isRoot: false).contains("--no-sandbox"))
        #expect(Chromium.arguments(profile: "/p", isRoot: true).contains("--no-sandbox"))
    }

    @Test func noBrowserAtAll() throws {
        for program in ["/bin/true", "/bin/cat"] where FileManager.default.isExecutableFile(atPath: program) {
            let printer = PagePrinter(
                Chromium(path: program), site: [], baseURL: nil, date: nil, limit: .milliseconds(500))
            #expect {
                try printer.print([PagePrinter.Job(page: "", file: "x.pdf")])
            } throws: { error in
                if case MachineFailure.cannotPrint(file: "x.pdf", let reason) = error {
                    reason.contains(program)
                } else {
                    false
                }
            }
        }
    }
}
