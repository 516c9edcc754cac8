import Foundation
import PlanBuild
import PlanModel
import Testing

@testable import PlanPreview

@Suite struct WatchTests {
    private func text(_ words: String) -> String { "---\ntyp: sida\ntitel: Sidan\n---\n\(words)\n" }

    @Test func aSavedEditIsShownAndWhatIsServedEqualsABuild() async throws {
        let project = try PreviewProject()
        try await project.start()
        try project.write(text("Ny text."), to: "Content/org/sida.md")
        try await until { try project.page("/org/sida/").contains("Ny text.") }
        var options = Builder.Options(project: project.folder, defaults: PreviewProject.repository)
        options.includesDrafts = true
        let builder = Builder(options)
        for file in try builder.render(try builder.check())
        where file.path != "checksums.txt" {
            let reply = try Exchange(port: project.preview.port).get("/" + file.path)
            let own = reply.text.replacing(/<klarplan-preview(.|\n)*preview\.js"><\/script>\n/, with: "")
            #expect(own == String(decoding: file.bytes, as: UTF8.self), "\(file.path)")
        }
    }

    @Test func aHundredSavesEndWithTheLastText() async throws {
        let project = try PreviewProject()
        try await project.start()
        // Faster than anything is built.
        for number in 1...100 { try project.write(text("Text nummer \(number)."), to: "Content/org/sida.md") }
        try await until { try project.page("/org/sida/").contains("Text nummer 100.") }
        #expect(project.builds.count < 100)
    }

    @Test func whatEditorsLeaveBehindBuildsNothing() async throws {
        let project = try PreviewProject()
        try await project.start()
        let before = project.builds.count
        for name in [
            "sida.md.orig", "sida.md.rej", "sida.md.crswap", "sida.md___jb_tmp___", "sida.md___jb_old___",
            ".sida.md.swp", "sida.md~", "#sida.md#", ".~lock.x.xlsx#", "~$x.xlsx", "4913",
        ] {
            try project.write("x", to: "Content/org/" + name)
        }
        try await Task.sleep(for: .milliseconds(1500))
        #expect(project.builds.count == before)
    }

    @Test func foldersThatMoveVanishAndReturnAreWatched() async throws {
        let project = try PreviewProject()
        try await project.start()
        let files = FileManager.default
        let (content, away) = (project.folder + "/Content", project.folder + "/away")
        try files.moveItem(atPath: content + "/org", toPath: content + "/annan")
        try await until { try project.page("/annan/sida/").contains("En text.") }
        try files.moveItem(atPath: content, toPath: away)
        try await until { project.builds.count > 2 }
        try files.moveItem(atPath: away, toPath: content)
        try project.write(text("Åter."), to: "Content/annan/sida.md")
        try await until { try project.page("/annan/sida/").contains("Åter.") }
        // As editors save: a new file beside, moved over the old.
        try project.write(text("Utbytt."), to: "Content/annan/.ny")
        _ = rename(content + "/annan/.ny", content + "/annan/sida.md")
        try await until { try project.page("/annan/sida/").contains("Utbytt.") }
        try project.write(text("Djupt."), to: "Content/annan/a/b/c/djup.md")
        try await until { try project.page("/annan/djup/").contains("Djupt.") }
    }

    @Test func errorsKeepTheLastGoodPage() async throws {
        let project = try PreviewProject()
        try await project.start()
        let good = try project.page("/org/sida/")
        try project.write("---\ntyp: sida\ntitel: [\n---\nTrasig.\n", to: "Content/org/sida.md")
        try await until { project.builds.count > 1 }
        #expect(good.contains("En text."))
        #expect(try project.page("/org/sida/").contains("En text."))
        try project.write(text("Hel."), to: "Content/org/sida.md")
        try await until { try project.page("/org/sida/").contains("Hel.") }
    }

    @Test func aDeletedTextIsGoneUnlessThatIsAnError() async throws {
        let project = try PreviewProject([
            "Content/org/annan.md": text("Se [sidan](sida.md)."), "Content/org/mer.md": text("Mer."),
            "Content/org/mapp/djup.md": text("Djupt."),
        ])
        try await project.start()
        let (files, content) = (FileManager.default, project.folder + "/Content/org/")
        try files.removeItem(atPath: content + "mer.md")
        try await until { try project.status("/org/mer/") == 404 && project.builds.count == 2 }
        try files.removeItem(atPath: content + "mapp")
        try await until { try project.status("/org/djup/") == 404 }
        let before = project.builds.count
        // A link that leads nowhere: the last good site stays whole.
        try files.moveItem(atPath: content + "sida.md", toPath: project.folder + "/undan.md")
        try await until { project.builds.count > before }
        #expect(try project.page("/org/sida/").contains("En text."))
        try files.moveItem(atPath: project.folder + "/undan.md", toPath: content + "sida.md")
        try project.write(text("Åter."), to: "Content/org/sida.md")
        try await until { try project.page("/org/sida/").contains("Åter.") }
    }

    @Test func aPageWhoseTextWentAwayIsNotShownWhileTheNextBuildIsMade() throws {
        let project = try PreviewProject()
        let (board, builds) = (Board(), Builds())
        let builder = Builder(Builder.Options(project: project.folder, defaults: PreviewProject.repository))
        Rebuilder(builder: builder, board: board) { builds.add($0, $1) }.run { builds.count == 0 }
        func pages() -> PreviewPages { PreviewPages(state: board.current, parts: [:]) }
        func path(_ path: String) throws -> RequestPath { try #require(RequestPath(path)) }
        let lost = pages().tag(ofPage: try path("/none/"))
        #expect(pages().answer(try path("/org/sida/")).status == 200)
        #expect(pages().answer(try path("/org/sida")).location == "/org/sida/")
        // A page that says that it isn't there is loaded anew where it is elsewhere.
        let tags = try ["/none/", "/org/sida/", "/org/sida"].map { pages().tag(ofPage: try path($0)) }
        #expect(Set(tags).count == 3)
        board.conceal(["Content/org/sida.md"])
        for address in ["/org/sida/", "/org/sida"] {
            #expect(pages().answer(try path(address)).status == 404)
            #expect(pages().tag(ofPage: try path(address)) == lost)
        }
        #expect(pages().answer(try path("/org/")).status == 200)
    }

    @Test(arguments: [1, 20]) func allTextsThatGoAwayAtOnceAreToldAtOnce(count: Int) throws {
        let names = (0..<count).map { "Content/org/sida-\($0).md" }
        let project = try PreviewProject(
            Dictionary(uniqueKeysWithValues: names.map { ($0, text("Text.")) }))
        var watcher = ChangeWatcher(project: project.folder)
        for name in names { try FileManager.default.removeItem(atPath: project.folder + "/" + name) }
        var change = ChangeWatcher.Change.nothing
        for _ in 0..<50 where change == .nothing { change = watcher.waitForChange(limit: 200) }
        #expect(change == .anything)
        #expect(Set(watcher.vanished) == Set(names))
        // A folder tells of itself alone.
        try FileManager.default.removeItem(atPath: project.folder + "/Content/org")
        change = .nothing
        for _ in 0..<50 where change == .nothing { change = watcher.waitForChange(limit: 200) }
        #expect(Set(watcher.vanished).isSuperset(of: ["Content/org/index.md", "Content/org/sida.md"]))
    }

    @Test func draftsAreShown() async throws {
        let project = try PreviewProject([
            "Content/org/utkast.md": "---\ntyp: sida\ntitel: Utkastet\npublish: false\n---\nHemligt.\n"
        ])
        try await project.start()
        #expect(try project.page("/org/utkast/").contains("Hemligt."))
    }

    @Test func theLineOfAFindingIsShownWithItsPlace() throws {
        let project = try PreviewProject(["Content/lang.md": "a\n\(String(repeating: "å", count: 300))X\nc\n"])
        var reader = ExcerptReader(roots: [project.folder])
        let position = SourcePosition(file: "Content/lang.md", line: 2, column: 301)
        let findings = reader.findings([
            Diagnostic(.yamlTab, at: position, LocalizedText(sv: "a", en: "a")),
            Diagnostic(
                .yamlTab, at: SourcePosition(file: "Content/none.md", line: 9, column: 1),
                LocalizedText(sv: "a", en: "a")),
        ])
        let finding = findings[0]
        #expect(finding.excerpt.map(\.number) == [1, 2, 3])
        let mark = try #require(finding.mark)
        #expect(Array(finding.excerpt[1].text.utf16)[mark] == UInt16(UInt8(ascii: "X")))
        #expect(findings[1].excerpt.isEmpty)
    }

    @Test func editorCommandsAreWordsAndNoShell() throws {
        let command = try #require(EditorCommand("'my editor' -g \"{file}:{line}\" $(x)"))
        let position = SourcePosition(file: "Content/a b.md", line: 3, column: 1)
        #expect(command.call(position, in: "/p") == ["my editor", "-g", "/p/Content/a b.md:3", "$(x)"])
        #expect(EditorCommand("gedit")?.call(position, in: "/p") == ["gedit", "/p/Content/a b.md"])
        #expect(EditorCommand("  ") == nil)
    }

    @Test func anEditorThatIsNotThereIsKnown() throws {
        #expect(try #require(EditorCommand("sh -c x")).isThere(path: "/bin:/usr/bin"))
        #expect(try #require(EditorCommand("/bin/sh")).isThere(path: nil))
        #expect(try !#require(EditorCommand("ingen-sådan {file}")).isThere(path: "/bin:/usr/bin"))
        #expect(try !#require(EditorCommand("/bin/ingen-sådan")).isThere())
    }
}
