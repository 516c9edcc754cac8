import Foundation
import PlanFiles
import PlanBuild
import PlanModel
import Synchronization
import Testing

@Suite struct WritingTests {
    private static let goals = "Table: Mål {#mal .goals}\n\n| Id | Mål |\n|---|---|\n| A1 | Ett mål |\n"

    @Test func twoBuildsAreTheSameBytesWhereverTheProjectLies() throws {
        let first = try Project.plan(Self.goals)
        let second = try Project.plan(Self.goals)
        try first.build()
        try second.build()
        #expect(try first.site() == second.site())
    }

    @Test func aFailedBuildLeavesTheSiteByteForByte() throws {
        let project = try Project.plan(Self.goals)
        try project.build()
        let before = try project.site()
        try project.write("---\ntype: plan\ntitle: [\n---\n", to: "org/plan/index.md")
        guard case .refused = try project.build() else {
            Issue.record("a project with an error was built")
            return
        }
        #expect(try project.site() == before)
    }

    @Test func theSecondBuildHoldsWhatTheContentHolds() throws {
        let project = try Project.plan(Self.goals)
        try project.build()
        try project.write("---\ntype: page\ntitle: Ny\n---\n", to: "org/ny.md")
        try project.build()
        #expect(try project.site()["org/ny/index.html"] != nil)
        try project.remove("org/ny.md")
        try project.build()
        #expect(try project.site()["org/ny/index.html"] == nil)
        // Not even in the tree that was the site before.
        let clean = try Project.plan(Self.goals)
        try clean.build()
        #expect(try project.site() == clean.site())
    }

    @Test func aFolderThatIsNotOursIsRefused() throws {
        let project = try Project.plan(Self.goals)
        try project.write("egna bilder", to: "public/semester.txt")
        #expect(throws: MachineFailure.self) { try project.build() }
        #expect(try project.page("semester.txt") == "egna bilder")
    }

    @Test func aFileThatNobodyMadeIsKeptAndNamed() throws {
        let project = try Project.plan(Self.goals)
        try project.build()
        try project.write("plan.example.se", to: "public/CNAME")
        guard case .built(_, let kept) = try project.build() else {
            Issue.record("not built")
            return
        }
        #expect(kept == ["CNAME"])
        #expect(try project.page("CNAME") == "plan.example.se")
    }

    @Test func aSecondBuildAtTheSameTimeIsTold() throws {
        let project = try Project.plan(Self.goals)
        try FileSystem.makeFolder(project.folder + "/.klarplan")
        let lock = try FileSystem.lock(project.folder + "/.klarplan/lock")
        let held = try #require(lock)
        defer { FileSystem.unlock(held) }
        #expect(throws: MachineFailure.busy(path: project.folder)) { try project.build() }
    }

    @Test func twoProjectsDontWriteToOneFolderAtTheSameTime() throws {
        let (project, other) = (try Project.plan(Self.goals), try Project.plan("Annat.\n"))
        let output = try #require(FileSystem.resolved(project.folder)) + "/sajt"
        try project.build { $0.output = output }
        let first = try FileSystem.bytes(of: output + "/checksums.txt")
        let isTold = Mutex<[MachineFailure]>([])
        let others = other.options { $0.output = output }
        try project.write("---\ntype: page\ntitle: Nytt\n---\n", to: "org/ny.md")
        try project.build { options in
            options.output = output
            options.progress = { phase in
                guard case .writing = phase else { return }
                // The other one comes when this one is about to publish.
                do throws(MachineFailure) {
                    _ = try Builder(others).build()
                } catch {
                    isTold.withLock { $0.append(error) }
                }
            }
        }
        #expect(isTold.withLock(\.self) == [.outputBusy(path: output)])
        #expect(try FileSystem.bytes(of: output + "/checksums.txt") != first)
        // Afterwards nobody is kept away.
        try other.build { $0.output = output }
        #expect(try FileSystem.bytes(of: output + "/org/plan/index.html").contains(text: "Annat."))
        try project.build { $0.output = output }
        #expect(try FileSystem.bytes(of: output + "/org/ny/index.html").contains(text: "Nytt"))
    }

    /// There is nothing to lock when the first one begins.
    @Test func twoProjectsDontMakeOneFolderAtTheSameTime() throws {
        let (project, other) = (try Project.plan(Self.goals), try Project.plan("Annat.\n"))
        try other.write("---\ntype: page\ntitle: Egen\n---\n", to: "org/egen.md")
        let output = try #require(FileSystem.resolved(project.folder)) + "/sajt"
        let others = other.options { $0.output = output }
        #expect(throws: MachineFailure.outputBusy(path: output)) {
            try project.build { options in
                options.output = output
                options.progress = { phase in
                    guard case .writing = phase else { return }
                    // The other one comes, builds all of it and goes.
                    #expect(throws: Never.self) { try Builder(others).build() }
                }
            }
        }
        #expect(try FileSystem.bytes(of: output + "/org/plan/index.html").contains(text: "Annat."))
        // The next one takes its place, whole.
        guard case .built(_, let kept) = try project.build({ $0.output = output }) else {
            Issue.record("not built")
            return
        }
        #expect(kept.isEmpty)
        #expect(!FileSystem.exists(output + "/org/egen"))
    }

    @Test func whatAKilledBuildHadBegunIsRemoved() throws {
        let project = try Project.plan(Self.goals)
        let cache = project.folder + "/.klarplan"
        try FileSystem.makeFolder(cache)
        for name in ["record-0123-search-sv.new", "eget"] { try FileSystem.write([0x61], to: cache + "/" + name) }
        // A preview may be at work there.
        try FileSystem.makeFolder(cache + "/workbook-a1b2c3")
        try FileSystem.write([0x61], to: cache + "/workbook-a1b2c3/bok.xlsx")
        try project.build()
        let names = FileSystem.entries(of: cache)
        #expect(names.contains("eget") && names.contains("lock"))
        #expect(FileSystem.exists(cache + "/workbook-a1b2c3/bok.xlsx"))
        #expect(!names.contains { $0.hasSuffix(".new") }, "\(names)")
    }

    @Test func aFolderIsLockedWhereverItIsMoved() throws {
        let project = try Project([:])
        let (one, two) = (project.folder + "/a", project.folder + "/b")
        for folder in [one, two] { try FileSystem.makeFolder(folder) }
        guard case .held(let lock) = FileSystem.lock(folder: one), case .busy = FileSystem.lock(folder: one),
            FileSystem.exchange(one, two), case .busy = FileSystem.lock(folder: two),
            case .held(let other) = FileSystem.lock(folder: one)
        else {
            Issue.record("not locked as it should be")
            return
        }
        FileSystem.unlock(lock)
        FileSystem.unlock(other)
        guard case .held(let again) = FileSystem.lock(folder: two) else {
            Issue.record("not let go")
            return
        }
        FileSystem.unlock(again)
        guard case .none = FileSystem.lock(folder: project.folder + "/c") else {
            Issue.record("locked what isn't there")
            return
        }
    }

    @Test func checksumsNameEveryFile() throws {
        let project = try Project.plan(Self.goals)
        try project.build()
        var site = try project.site()
        let list = site.removeValue(forKey: "checksums.txt")
        let sums = try #require(list)
        let listed = String(decoding: sums, as: UTF8.self).split(separator: "\n").map { String($0.dropFirst(66)) }
        #expect(listed == site.keys.sorted())
    }

    @Test func attachmentsLieBesideTheirPage() throws {
        let project = try Project.plan("![En karta](bilder/karta.png)\n")
        try project.write(Data([0x89, 0x50]), to: "org/plan/bilder/karta.png")
        try project.build()
        #expect(try project.site()["org/plan/bilder/karta.png"] == Data([0x89, 0x50]))
        #expect(try project.page("org/plan/index.html").contains("src=\"bilder/karta.png\""))
    }

    @Test func draftsAreHiddenUnlessAskedFor() throws {
        let project = try Project.plan(
            Self.goals, more: ["org/utkast.md": "---\ntype: page\ntitle: Utkastet\npublish: false\n---\n"])
        try project.build()
        #expect(try project.site()["org/utkast/index.html"] == nil)
        try project.build { $0.includesDrafts = true }
        #expect(try project.site()["org/utkast/index.html"] != nil)
    }

    @Test func aLinkToTheOutputStaysALink() throws {
        let project = try Project.plan(Self.goals)
        let target = project.folder + "/ute"
        try FileSystem.makeFolder(target)
        try FileManager.default.createSymbolicLink(atPath: project.folder + "/public", withDestinationPath: "ute")
        for _ in 0..<2 { try project.build() }
        #expect(FileSystem.destination(ofLink: project.folder + "/public") != nil)
        #expect(FileSystem.exists(target + "/index.html"))
    }

    @Test func anOutputOnAnotherDiskIsBuiltTwice() throws {
        let project = try Project.plan(Self.goals)
        let disk = "/dev/shm"
        try #require(FileSystem.isFolder(disk), "this test needs a second file system at \(disk)")
        let output = disk + "/klarplan-\(UUID().uuidString)/public"
        defer { try? FileManager.default.removeItem(atPath: (output as NSString).deletingLastPathComponent) }
        for _ in 0..<2 { try project.build { $0.output = output } }
        #expect(FileSystem.exists(output + "/org/plan/index.html"))
    }

    @Test func aLinkIsNoWayRoundTheGuardOfTheSources() throws {
        let project = try Project.plan(Self.goals)
        let link = project.folder + "-länk"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: project.folder)
        defer { try? FileManager.default.removeItem(atPath: link) }
        #expect(throws: MachineFailure.self) { try project.build { $0.output = link + "/Content/ut" } }
        #expect(!FileSystem.exists(project.folder + "/Content/ut"))
    }

    @Test func aLayoutOfOnesOwnBuildsTwice() throws {
        let project = try Project.plan(
            Self.goals, more: ["Site/Templates/layout.mustache": "<html>{{{content}}}</html>"])
        for _ in 0..<2 { try project.build() }
        #expect(try project.page("index.html").hasPrefix("<html>"))
    }

    @Test func nothingIsLostWhenTheListOfChecksumsIsGone() throws {
        let project = try Project.plan(Self.goals)
        try project.build()
        try project.write("plan.example.se", to: "public/CNAME")
        try FileSystem.remove(project.folder + "/public/checksums.txt")
        try project.build()
        #expect(try project.page("CNAME") == "plan.example.se")
    }

    @Test func whatLiesBesideHiddenContentIsHiddenToo() throws {
        let project = try Project.plan(
            "Text.\n", more: ["org/hemlig/index.md": "---\ntype: plan\ntitle: Hemlig\npublish: false\n---\n"])
        try project.write("hemligt", to: "org/hemlig/bilagor/bilaga.pdf")
        try project.build()
        #expect(try project.site().keys.filter { $0.hasSuffix(".pdf") } == [])
        try project.build { $0.includesDrafts = true }
        #expect(try project.site().keys.filter { $0.hasSuffix(".pdf") } == ["org/hemlig/bilagor/bilaga.pdf"])
    }

    @Test func theSiteWeighsWarningsItsOwnWay() throws {
        let project = try Project.plan(
            "Text med <b>html</b>.\n", more: ["Site/site.yaml": "checks:\n  raw-html: error\n"])
        #expect(try project.check().fails(isStrict: false))
        try project.write("checks:\n  raw-html: off\n", to: "Site/site.yaml")
        #expect(try project.codes() == [])
    }

    @Test func strictLetsAWarningFail() throws {
        let project = try Project.plan("Text med <b>html</b>.\n")
        let checked = try project.check()
        #expect(checked.fails(isStrict: true))
        #expect(!checked.fails(isStrict: false))
    }
}
