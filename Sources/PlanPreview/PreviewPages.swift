import PlanModel

/// Finds what a path is answered with, in one state of the preview.
struct PreviewPages {
    let state: PreviewState
    /// `Site/Preview`: the script and the style sheet of the preview itself, by name.
    let parts: [String: [UInt8]]

    /// Where the preview's own files lie: a name that no page of a site can have, since ids have no `_` first.
    static let folder = "_klarplan/"

    func answer(_ path: RequestPath) -> Answer {
        if path.key.hasPrefix(Self.folder) {
            let name = String(path.key.dropFirst(Self.folder.count))
            guard let bytes = parts[name] else { return lost() }
            return Answer(type: ContentType.of(name), bytes: bytes, tag: ContentTag.of(bytes))
        }
        guard let generation = state.generation else { return waiting() }
        let key = path.key.isEmpty || path.key.hasSuffix("/") ? path.key + "index.html" : path.key
        if [key, key + "/index.html"].contains(where: { isGone($0, in: generation) }) { return lost() }
        if let bytes = generation[key] { return page(key, bytes, status: 200, in: generation) }
        if generation[key + "/index.html"] != nil, !path.key.isEmpty {
            return .redirection(to: "/" + path.written + "/" + path.query)
        }
        // Folders have pages, and all pages are made: only other files are worth making the rest for.
        guard !key.hasSuffix(".html"), generation.mayHaveOther(key) else { return lost() }
        do throws(MachineFailure) {
            guard let bytes = try generation.other(key) else { return lost() }
            return Answer(type: ContentType.of(key), bytes: bytes, tag: ContentTag.of(bytes))
        } catch {
            return .plain(500, error.message)
        }
    }

    /// What tells whether a page looks otherwise than when it was loaded; of a path without a page, that of the page that
    /// says so.
    func tag(ofPage path: RequestPath) -> String {
        guard let generation = state.generation else { return "" }
        let key = path.key.isEmpty || path.key.hasSuffix("/") ? path.key + "index.html" : path.key
        if !isGone(key, in: generation), let tag = generation.tag(of: key) { return tag }
        // What says that there is no page is to be loaded anew, and led there.
        let folder = key + "/index.html"
        if generation[folder] != nil, !isGone(folder, in: generation) { return "elsewhere" }
        return generation.tag(of: "404.html") ?? "lost"
    }

    /// Whether the text that a page is made from went away.
    private func isGone(_ key: String, in generation: Generation) -> Bool {
        !state.gone.isEmpty && generation.sources[key].map { state.gone.contains($0.file) } ?? false
    }

    // MARK: Pages with the preview's own part

    private func page(_ key: String, _ bytes: [UInt8], status: Int, in generation: Generation) -> Answer {
        guard key.hasSuffix(".html") else {
            var answer = Answer(type: ContentType.of(key), bytes: bytes, tag: ContentTag.of(bytes))
            answer.isLasting = key.hasPrefix("assets/")
            return answer
        }
        let language = language(of: key)
        let tag = generation.tag(of: key) ?? ""
        let shown = Self.insert(
            part(language: language, tag: tag, source: generation.sources[key]), into: bytes)
        return Answer(status: status, type: ContentType.of(key), bytes: shown, tag: ContentTag.of(shown))
    }

    /// The site's own page for what isn't there.
    private func lost() -> Answer {
        guard let generation = state.generation, let bytes = generation["404.html"] else {
            return .plain(404, LocalizedText(sv: "Sidan finns inte.", en: "There is no such page."))
        }
        var answer = page("404.html", bytes, status: 404, in: generation)
        answer.tag = nil
        return answer
    }

    /// A page of the preview's own, before the first site that could be built.
    private func waiting() -> Answer {
        let language = state.languages.first ?? .swedish
        let words = state.words(language)
        let text = state.build == 0 ? "Klarplan …" : words("serve.unbuilt")
        let html = """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Klarplan</title>
            <link rel="stylesheet" href="/\(Self.folder)page.css">
            </head>
            <body>
            <main id="main" tabindex="-1">
            <h1>Klarplan</h1>
            <p>\(Self.escaped(text))</p>
            </main>
            \(part(language: language, tag: "", source: nil))</body>
            </html>

            """
        return Answer(status: 503, type: "text/html; charset=utf-8", bytes: Array(html.utf8))
    }

    private func language(of key: String) -> Language {
        let first = state.languages.first ?? .swedish
        return state.languages.dropFirst().first { key.hasPrefix($0.rawValue + "/") } ?? first
    }

    /// What the preview adds at the foot of a page: the place of its source, and the script that does the rest.
    private func part(language: Language, tag: String, source: SourcePosition?) -> String {
        let words = state.words(language)
        var html = "<klarplan-preview lang=\"\(language.rawValue)\" data-tag=\"\(tag)\" data-build=\"\(state.build)\""
        if let source {
            html += " data-file=\"\(Self.escaped(source.file))\" data-line=\"\(source.line)\""
            html += " data-column=\"\(source.column)\">"
            html += Self.escaped(words("serve.source", ["file": source.file, "line": String(source.line)]))
        } else {
            html += ">"
        }
        return html + "</klarplan-preview>\n<script type=\"module\" src=\"/\(Self.folder)preview.js\"></script>\n"
    }

    /// Puts a text before the last `</body>`, or at the end where a template has none.
    static func insert(_ text: String, into page: [UInt8]) -> [UInt8] {
        let end = Array("</body>".utf8)
        var index = page.count - end.count
        while index >= 0, !page[index..<index + end.count].elementsEqual(end) { index -= 1 }
        let place = index >= 0 ? index : page.count
        return page[..<place] + Array(text.utf8) + page[place...]
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
