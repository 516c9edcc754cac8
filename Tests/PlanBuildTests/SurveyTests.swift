import Foundation
import PlanBuild
import PlanFiles
import PlanModel
import Testing

/// A folder that is as it was is not listed again; whatever is done to one is seen all the same.
@Suite struct SurveyTests {
    /// Until what was done to a folder can be told by its times.
    private static func rest() { Thread.sleep(forTimeInterval: 0.06) }

    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("klarplan-\(UUID().uuidString)").path
        for path in ["a/ett.txt", "a/b/två.txt", "a/b/c/tre.txt", "d/fyra.txt", "fem.txt"] { try write(path) }
    }

    private func write(_ path: String) throws {
        try FileSystem.makeFolder(((folder + "/" + path) as NSString).deletingLastPathComponent)
        try FileSystem.write(Array(path.utf8), to: folder + "/" + path)
    }

    private func move(_ from: String, _ to: String) throws {
        try FileSystem.move(folder + "/" + from, to: folder + "/" + to)
    }

    @Test func whatHasNotChangedIsTakenAsItWas() throws {
        defer { try? FileSystem.remove(folder) }
        Self.rest()
        var last = FileSystem.survey(below: folder, since: nil)
        #expect(last.tree.files == ["a/b/c/tre.txt", "a/b/två.txt", "a/ett.txt", "d/fyra.txt", "fem.txt"])
        #expect(last.tree.folders == ["a", "a/b", "a/b/c", "d"])
        #expect(FileSystem.survey(below: folder, since: last) == last)
        // What was never there is believed for as long as nothing happens in the folder.
        last.tree.files.insert("a/b/ingen.txt", at: 0)
        #expect(FileSystem.survey(below: folder, since: last).tree.files.contains("a/b/ingen.txt"))
        try write("a/b/ny.txt")
        let now = FileSystem.survey(below: folder, since: last)
        #expect(now.tree == FileSystem.tree(below: folder))
        #expect(!now.holds("a/b", asIn: last))
        #expect(now.holds("a/b/c", asIn: last))
    }

    @Test func whatMayBeDoneUnnoticedIsLookedAtAgain() throws {
        defer { try? FileSystem.remove(folder) }
        // As if it were done in this very moment, however long the test takes.
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: 3_600)], ofItemAtPath: folder + "/d")
        Self.rest()
        var last = FileSystem.survey(below: folder, since: nil)
        #expect(last.stamps["d"] == .unsettled)
        last.tree.files.append("d/ingen.txt")
        #expect(FileSystem.survey(below: folder, since: last).tree == FileSystem.tree(below: folder))
    }

    @Test func aTimeFarAheadIsATimeLikeOthers() throws {
        defer { try? FileSystem.remove(folder) }
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 10_500_000_000)], ofItemAtPath: folder + "/d")
        let last = FileSystem.survey(below: folder, since: nil)
        #expect(FileSystem.survey(below: folder, since: last).tree == last.tree)
    }

    #if os(Linux)
        @Test func aFolderWithoutAReadableNameIsNamed() throws {
            defer { try? FileSystem.remove(folder) }
            let made = (Array((folder + "/a/m").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0])
                .withUnsafeBufferPointer { mkdir($0.baseAddress!, 0o755) }
            try #require(made == 0)
            #expect(FileSystem.tree(below: folder).others == ["a/m\u{FFFD}"])
        }
    #endif

    @Test func aFolderBehindALinkIsNotTheFolder() throws {
        defer { try? FileSystem.remove(folder) }
        Self.rest()
        let last = FileSystem.survey(below: folder, since: nil)
        let elsewhere = folder + "-annan"
        defer { try? FileSystem.remove(elsewhere) }
        try FileSystem.move(folder + "/a", to: elsewhere)
        try FileSystem.makeLink(folder + "/a", to: elsewhere)
        let now = FileSystem.survey(below: folder, since: last)
        #expect(now.tree.folders == ["d"])
        #expect(now.tree.files == ["d/fyra.txt", "fem.txt"])
        #expect(now.tree.others == ["a"])
    }

    @Test func whateverIsDoneIsSeen() throws {
        defer { try? FileSystem.remove(folder) }
        var chance = Chance(seed: 3)
        var last: FileSystem.Survey?
        for step in 0..<40 {
            let before = FileSystem.tree(below: folder)
            let all = before.files + before.folders + before.others
            let path = chance.pick(all)
            switch chance.number() {
            case 1: try write(chance.pick([""] + before.folders.map { $0 + "/" }) + "ny-\(step)")
            case 2: try write(chance.pick([""] + before.folders.map { $0 + "/" }) + "djup-\(step)/e/f")
            case 3: if all.count > 3 { try FileSystem.remove(folder + "/" + path) }
            case 4: try move(path, "flyttad-\(step)")
            case 5:
                try move(path, "undan-\(step)")
                try FileSystem.makeLink(folder + "/" + path, to: folder + "/undan-\(step)")
            case 6:
                try FileSystem.remove(folder + "/" + path)
                try write(path + (before.files.contains(path) ? "/inuti" : ""))
            case 7:
                try FileSystem.remove(folder + "/" + path)
                try FileSystem.makeLink(folder + "/" + path, to: "ingenstans")
            default: break
            }
            if chance.isOne(in: 2) { Self.rest() }
            let now = FileSystem.survey(below: folder, since: last)
            #expect(now.tree == FileSystem.tree(below: folder), "step \(step)")
            last = now
        }
    }
}

/// What a build knows of both trees from the one before is no more than what is there.
@Suite struct KnownTreeTests {
    private let project: Project

    /// A site that has been built often enough for all of its folders to be known.
    init() throws {
        project = try Project.plan("Text.\n", more: ["org/sida.md": "---\ntype: page\ntitle: Sida\n---\n\nOrd.\n"])
        for text in ["Ett.", "Två.", "Tre."] { try edit(text) }
    }

    /// Changes words of the page, which is all that is made anew then.
    @discardableResult
    private func edit(_ text: String) throws -> Builder.Report {
        try project.write("---\ntype: page\ntitle: Sida\n---\n\n\(text)\n", to: "org/sida.md")
        Thread.sleep(forTimeInterval: 0.06)
        return try Builder(project.options { $0.program = "test" }).build()
    }

    private func kept(by report: Builder.Report) -> [String]? {
        if case .built(_, let kept) = report.outcome { kept } else { nil }
    }

    private var spare: String {
        get throws {
            let cache = project.folder + "/.klarplan"
            let name = FileSystem.entries(of: cache).first { $0.hasPrefix("spare-") && !$0.hasSuffix("-old") }
            return cache + "/" + (try #require(name))
        }
    }

    private func clean() throws -> [String: Data] {
        let copy = try Project(copyOf: project)
        try copy.build()
        return try copy.site()
    }

    @Test func nothingIsDoneToWhatBothHave() throws {
        #expect(try edit("Fyra.").standing > 0)
        let path = "org/plan/index.html"
        let (site, spare) = try (FileSystem.stamp(project.folder + "/public/" + path), self.spare)
        try edit("Fem.")
        #expect(FileSystem.stamp(project.folder + "/public/" + path) == site)
        let other = FileSystem.stamp(spare + "/" + path)
        #expect(other == site)
        #expect(try project.site() == clean())
    }

    @Test func whatTheSpareTreeHasInAnOlderFormIsNotTaken() throws {
        try edit("Fyra.")
        try project.write("---\ntype: page\ntitle: Annan\n---\n\nOrd.\n", to: "org/annan.md")
        for _ in 0..<3 { try edit("Fem.") }
        try edit("Sex.")
        try project.write("---\ntype: page\ntitle: Annan\n---\n\nAndra ord.\n", to: "org/annan.md")
        for text in ["Sex.", "Sju."] {
            #expect(try edit(text).standing > 0)
            #expect(try project.site() == clean())
        }
    }

    @Test func aForeignFileIsKeptInAFolderThatIsKnown() throws {
        try project.write("Någons", to: "public/org/plan/eget.txt")
        #expect(try kept(by: edit("Fyra.")) == ["org/plan/eget.txt"])
        #expect(try kept(by: edit("Fem.")) == ["org/plan/eget.txt"])
        #expect(try project.page("org/plan/eget.txt") == "Någons")
    }

    @Test func whatLiesInTheSpareTreeIsNotPublished() throws {
        try FileSystem.write(Array("Skräp".utf8), to: spare + "/org/plan/skrap.txt")
        try FileSystem.makeFolder(spare + "/org/ny/mapp")
        try edit("Fyra.")
        #expect(try project.site() == clean())
        #expect(!FileSystem.exists(project.folder + "/public/org/ny"))
    }

    @Test func whatIsMissingOrExchangedInTheSpareTreeIsPutBack() throws {
        try FileSystem.remove(spare + "/org/plan/index.html")
        try FileSystem.remove(spare + "/org/kontoret")
        try FileSystem.remove(spare + "/404.html")
        try FileSystem.write(Array("Annat".utf8), to: spare + "/404.html")
        try edit("Fyra.")
        #expect(try project.site() == clean())
    }

    @Test func aLinkIsKeptFromBuildToBuild() throws {
        try FileSystem.makeLink(project.folder + "/public/org/gammal", to: "plan")
        for text in ["Fyra.", "Fem.", "Sex."] {
            #expect(try kept(by: edit(text)) == ["org/gammal"])
            #expect(FileSystem.destination(ofLink: project.folder + "/public/org/gammal") == "plan")
        }
    }

    @Test(arguments: [("org", "org-undan"), ("org/plan", "plan-undan")])
    func aLinkWhereTheSiteNeedsAFolderIsRefused(_ path: String, _ aside: String) throws {
        let before = try project.site()
        let place = project.folder + "/public/" + path
        try FileSystem.move(place, to: project.folder + "/" + aside)
        try FileSystem.makeLink(place, to: project.folder + "/" + aside)
        #expect(throws: MachineFailure.inTheWay(path: place)) { try edit("Fyra.") }
        #expect(FileSystem.destination(ofLink: place) == project.folder + "/" + aside)
        try FileSystem.remove(place)
        try FileSystem.move(project.folder + "/" + aside, to: place)
        #expect(try project.site() == before)
        try edit("Fem.")
        #expect(try project.site() == clean())
    }

    @Test func aFolderWhereTheSiteNeedsAFileIsRefused() throws {
        let place = project.folder + "/public/robots.txt"
        try FileSystem.remove(place)
        try project.write("Någons", to: "public/robots.txt/eget.txt")
        #expect(throws: MachineFailure.inTheWay(path: place + "/eget.txt")) { try edit("Fyra.") }
        #expect(try project.page("robots.txt/eget.txt") == "Någons")
    }

    @Test func aFileThatTheSiteCameToNeedIsNotLost() throws {
        try project.write("Handgjord", to: "public/org/hand/index.html")
        #expect(try kept(by: edit("Fyra.")) == ["org/hand/index.html"])
        try project.write("---\ntype: page\ntitle: Hand\n---\n\nOrd.\n", to: "org/hand.md")
        let place = project.folder + "/public/org/hand/index.html"
        #expect(throws: MachineFailure.inTheWay(path: place)) { try edit("Fem.") }
        #expect(try project.page("org/hand/index.html") == "Handgjord")
        try FileSystem.remove(place)
        try edit("Sex.")
        #expect(try project.site() == clean())
    }

    @Test func aFileOfTheSameBytesIsNobodysLoss() throws {
        try project.write("---\ntype: page\ntitle: Sida\n---\n\n[Kartan](karta.txt)\n", to: "org/sida.md")
        try project.write("Karta", to: "org/karta.txt")
        try project.write("Karta", to: "public/org/karta.txt")
        Thread.sleep(forTimeInterval: 0.06)
        #expect(try kept(by: Builder(project.options { $0.program = "test" }).build()) == [])
        #expect(try project.site() == clean())
    }

    @Test func aLinkAtTheSitesOwnFileIsRefused() throws {
        let place = project.folder + "/public/robots.txt"
        try FileSystem.remove(place)
        try FileSystem.makeLink(place, to: "/tmp")
        #expect(throws: MachineFailure.inTheWay(path: place)) { try edit("Fyra.") }
        #expect(FileSystem.destination(ofLink: place) == "/tmp")
    }

    /// Where a page was, somebody leads to the new one.
    @Test func nothingIsRemovedThroughALink() throws {
        try project.write("---\ntype: page\ntitle: Gammal\n---\n", to: "org/gammal.md")
        for text in ["Fyra.", "Fem.", "Sex."] { try edit(text) }
        try project.remove("org/gammal.md")
        try edit("Sju.")
        let own = project.folder + "/egen"
        try FileSystem.makeFolder(own)
        try FileSystem.write(Array("Egen".utf8), to: own + "/index.html")
        try FileSystem.makeLink(project.folder + "/public/org/gammal", to: own)
        for text in ["Åtta.", "Nio.", "Tio."] {
            #expect(try kept(by: edit(text)) == ["org/gammal"])
            #expect(FileSystem.exists(own + "/index.html"))
            var site = try project.site()
            site["org/gammal"] = nil
            site["org/gammal/index.html"] = nil
            #expect(try site == clean())
        }
    }

    /// Whoever stood in the published folder when it was exchanged stands in the spare tree now.
    @Test func whatIsLaidIntoTheSpareTreeWhileItIsFilledIsKeptAndNamed() throws {
        let place = try spare + "/org/sida/eget.txt"
        try project.write("---\ntype: page\ntitle: Sida\n---\n\nFyra.\n", to: "org/sida.md")
        Thread.sleep(forTimeInterval: 0.06)
        var options = project.options { $0.program = "test" }
        options.progress = { phase in
            guard case .pages = phase else { return }
            try? FileSystem.write(Array("Någons".utf8), to: place)
            Thread.sleep(forTimeInterval: 0.12)
        }
        _ = try Builder(options).build()
        #expect(try kept(by: edit("Fem.")) == ["org/sida/eget.txt"])
        #expect(try kept(by: edit("Sex.")) == ["org/sida/eget.txt"])
        #expect(try project.page("org/sida/eget.txt") == "Någons")
    }

    @Test func buildsOfAllKindsInTurnAgree() throws {
        let kinds: [(inout Builder.Options) -> Void] = [
            { $0.program = "test" },
            {
                $0.program = "test"; $0.isFull = true
            },
            {
                $0.program = "test"; $0.includesDrafts = true
            }, { _ in }, { $0.program = "test" },
        ]
        try project.write("Någons", to: "public/org/plan/eget.txt")
        for round in 0..<2 {
            for (number, kind) in kinds.enumerated() {
                try project.write(
                    "---\ntype: page\ntitle: Sida\n---\n\nOrd \(round) \(number).\n", to: "org/sida.md")
                Thread.sleep(forTimeInterval: 0.06)
                _ = try Builder(project.options(kind)).build()
                var site = try project.site()
                #expect(site.removeValue(forKey: "org/plan/eget.txt") == Data("Någons".utf8))
                #expect(try site == clean())
            }
        }
    }

    @Test func aFileThatIsGoneIsNotCurrent() throws {
        try FileSystem.remove(project.folder + "/public/org/plan/index.html")
        #expect(try Builder(project.options { $0.program = "test" }).build().wasCurrent == false)
        #expect(try project.site() == clean())
    }

    #if os(Linux)
        /// `é` as one code point, and then as two: to Swift the same name, to the file system another.
        @Test func aFileInAnotherSpellingTakesThePlaceOfTheOld() throws {
            for name in ["\u{E9}.txt", "e\u{301}.txt"] {
                for old in FileSystem.entries(of: project.folder + "/Content/org") where old.hasSuffix(".txt") {
                    try project.remove("org/" + old)
                }
                try project.write("Karta", to: "org/" + name)
                for text in ["Ett", "Två", "Tre"] { try edit("\(text) [karta](\(name))") }
                let files = FileSystem.entries(of: project.folder + "/public/org").filter { $0.hasSuffix(".txt") }
                #expect(files.map { Array($0.utf8) } == [Array(name.utf8)])
            }
        }

        @Test func aFolderInAnotherSpellingTakesThePlaceOfTheOld() throws {
            let content = project.folder + "/Content/org"
            for name in ["\u{E9}", "e\u{301}", "\u{E9}"] {
                for old in FileSystem.entries(of: content) where FileSystem.isFolder(content + "/" + old) {
                    if old.unicodeScalars.contains(where: { !$0.isASCII }) { try project.remove("org/" + old) }
                }
                try project.write("Karta", to: "org/" + name + "/karta.txt")
                for text in ["Ett", "Två", "Tre"] { try edit("\(text) [karta](\(name)/karta.txt)") }
                let folders = FileSystem.entries(of: project.folder + "/public/org").filter {
                    $0.unicodeScalars.contains { !$0.isASCII }
                }
                #expect(folders.map { Array($0.utf8) } == [Array(name.utf8)])
                #expect(FileSystem.exists(project.folder + "/public/org/" + name + "/karta.txt"))
            }
        }

        /// A folder of the site's, and somebody's own file in one whose name looks the same.
        @Test func aFileInAFolderThatOnlyLooksTheSameIsKept() throws {
            try project.write("Karta", to: "org/\u{E9}/karta.txt")
            for text in ["Ett", "Två", "Tre"] { try edit("\(text) [karta](\u{E9}/karta.txt)") }
            let twin = project.folder + "/public/org/e\u{301}"
            try FileSystem.makeFolder(twin)
            try FileSystem.write(Array("Min".utf8), to: twin + "/min.txt")
            for text in ["Fyra", "Fem"] { try edit("\(text) [karta](\u{E9}/karta.txt)") }
            #expect(try FileSystem.bytes(of: twin + "/min.txt") == Array("Min".utf8))
            #expect(FileSystem.exists(project.folder + "/public/org/\u{E9}/karta.txt"))
        }
    #endif
}
