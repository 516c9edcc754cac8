import Foundation
import PlanFiles

/// A change of what belongs to no text: configuration, words, templates, assets.
enum SiteEdit: Edit {
    case title, tagline, languages, baseURL, publisher, contact, license, navigation, synonyms, repository
    case theme, logo, accessibility, check, keyRemoved
    case template, partial, layout, templateRemoved, strings, englishStrings, stringsRemoved
    case style, asset, assetRemoved
    /// What keeps a site from being built, until somebody mends it.
    case wrongKey, brokenYAML, brokenTemplate, brokenStrings, unknownTarget

    func apply(to project: Project, using chance: inout Chance) throws -> String? {
        let number = chance.number()
        switch self {
        case .title: return try key("title", "{sv: Platsen \(number), en: The site \(number)}", project)
        case .tagline: return try key("tagline", "Underrubriken \(number)", project)
        case .languages: return try key("languages", chance.pick(["[sv]", "[sv, en]", "[en, sv]", "[en]"]), project)
        case .baseURL: return try key("base-url", "https://plan\(number).example.se/", project)
        case .publisher: return try key("publisher", "Utgivaren \(number)", project)
        case .contact: return try key("contact", "{email: prov\(number)@example.se}", project)
        case .license:
            return try key("license", "https://creativecommons.org/licenses/by/\(number % 2 + 3).0/", project)
        case .navigation:
            let target = chance.pick(["org", "org/plan", "meetings", "glossary", "https://example.se/"])
            return try key("navigation", "[{title: Vidare \(number), target: \"\(target)\"}]", project)
        case .synonyms: return try key("search", "{synonyms: [[vård, omsorg\(number)]]}", project)
        case .repository: return try key("repository", "https://kod.example.se/plan-\(number)", project)
        case .theme: return try key("theme", "{colour-accent: \"#0\(number)5a8\(number)\"}", project)
        case .logo:
            return try key(
                "theme", "{logo: {file: \(chance.pick(["Content/org/bild.svg", "saknas.png"])), text: Bild}}", project)
        case .accessibility:
            return try key(
                "accessibility",
                "{responsible: Ansvarig \(number), level: full, assessed: 2025-0\(number)-01, published: 2025-01-01}",
                project)
        case .check:
            let code = chance.pick([
                "placeholder", "amount-disagrees", "personal-number", "goal-without-work", "hard-to-read", "overdue",
            ])
            return try key("checks", "{\(code): \(chance.pick(["off", "info", "warning", "error"]))}", project)
        case .keyRemoved:
            return try key(chance.pick(["base-url", "checks", "theme", "navigation", "search"]), nil, project)
        case .wrongKey: return try key("titlee", "\(number)", project)
        case .brokenYAML: return try key("tagline", "[\(number)", project)
        case .unknownTarget: return try key("navigation", "[{title: Ut, target: finns/inte/\(number)}]", project)
        case .template:
            let name = chance.pick(["page", "entity", "organisation", "unit", "meeting", "start", "glossary"])
            return try template(name, project) { $0 + "<p class=\"own\">Mall \(number)</p>\n" }
        case .partial: return try template("heading", project) { "<!-- \(number) -->\n" + $0 }
        case .layout: return try template("layout", project) { $0.replacing("</body>", with: "<hr>\n</body>") }
        case .brokenTemplate: return try template("page", project) { $0 + "{{finnsInte}}" }
        case .templateRemoved: return try removeOne(in: "Site/Templates", project, &chance)
        case .strings: return try put("start:\n  plans: Planerna \(number)\n", "Site/Strings/sv.yaml", project)
        case .englishStrings:
            return try put("thread:\n  title: The thread \(number)\n", "Site/Strings/en.yaml", project)
        case .brokenStrings: return try put("start:\n  finns-inte: \(number)\n", "Site/Strings/sv.yaml", project)
        case .stringsRemoved: return try removeOne(in: "Site/Strings", project, &chance)
        case .style:
            let own = String(
                decoding: try FileSystem.bytes(of: Project.repository + "/Assets/style.css"), as: UTF8.self)
            return try put(own + "/* \(number) */\n", "Assets/style.css", project)
        case .asset: return try put("Tecken \(number)\n", "Assets/eget-\(number % 3).txt", project)
        case .assetRemoved: return try removeOne(in: "Assets", project, &chance)
        }
    }

    private func put(_ text: String, _ path: String, _ project: Project) throws -> String {
        try project.write(text, to: path)
        return path
    }

    /// Gives a key of `site.yaml` a value, as a front matter's key is given one.
    private func key(_ name: String, _ value: String?, _ project: Project) throws -> String? {
        let path = "Site/site.yaml"
        let before = FileSystem.exists(project.folder + "/" + path) ? try project.text(path) : ""
        var file = MarkdownText("---\n\(before)---\n")
        file.set([name], value)
        let text = file.head.map { $0 + "\n" }.joined()
        guard text != before else { return nil }
        try project.write(text, to: path)
        return "\(name): \(value ?? "–")"
    }

    /// Overrides one of the program's templates.
    private func template(_ name: String, _ project: Project, _ change: (String) -> String) throws -> String {
        let path = "Site/Templates/\(name).mustache"
        let own = String(decoding: try FileSystem.bytes(of: Project.repository + "/" + path), as: UTF8.self)
        try project.write(change(own), to: path)
        return path
    }

    private func removeOne(in folder: String, _ project: Project, _ chance: inout Chance) throws -> String? {
        guard let path = project.paths(in: folder).randomElement(using: &chance) else { return nil }
        try FileSystem.remove(project.folder + "/" + path)
        return path
    }
}
