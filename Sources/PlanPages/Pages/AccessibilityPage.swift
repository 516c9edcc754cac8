import PlanMarkdown
import PlanModel

/// The accessibility statement: what `site.yaml` states, and plainly what it doesn't.
extension Edition {
    static let accessibilityFolder = "accessibility/"

    /// Where the supervisory authority takes reports (lagen 2018:1937, 17–18 §§).
    private static let supervision = "https://www.digg.se/tdosanmalan"

    func accessibilityPage() -> SiteFile {
        let address = Address(path: Self.accessibilityFolder)
        let page = PagePlace(path: prefix + address.path)
        let statement = configuration.accessibility
        var values = TemplateValues(strings: t)
        values["title"] = .text(t("accessibility.title"))
        values["site"] = .text(siteName)
        values["stated"] = .text(statement == nil ? "" : "true")
        values["responsible"] = .text(responsible(statement))
        values["level"] = .text(statement.map(level) ?? "")
        values["shortcomings"] = .text(statement.map(shortcomings) ?? "")
        values["help"] = .text(statement.map { words($0.help) } ?? "")
        values["report"] = .text(report(statement))
        values["supervision"] = .text(Self.supervision)
        values["testing"] = .text(statement.map(testing) ?? "")
        return file(
            .accessibility, values: values, title: t("accessibility.title"),
            description: t("accessibility.description", ["site": siteName]), address: address,
            crumbs: [(href(Address(path: ""), from: page), t("start.title"))])
    }

    private func responsible(_ statement: AccessibilityStatement?) -> String {
        let stated = statement.map { words($0.responsible) } ?? ""
        if !stated.isEmpty { return stated }
        var html = HTML()
        if let publisher = configuration.publisher {
            html.append(text: publisher)
        } else {
            appendNotStated(into: &html)
        }
        return html.string
    }

    private func level(_ statement: AccessibilityStatement) -> String {
        var html = HTML()
        if let level = statement.level {
            html.append(text: t("accessibility.level." + level.rawValue, ["site": siteName]))
        } else {
            html.append(text: t("accessibility.level.label") + " ")
            appendNotStated(into: &html)
        }
        return html.string
    }

    /// What is not accessible, by its reason.
    private func shortcomings(_ statement: AccessibilityStatement) -> String {
        var html = HTML()
        for reason in AccessibilityStatement.Reason.allCases {
            let items = statement.shortcomings.filter { $0.reason == reason }
            guard !items.isEmpty else { continue }
            html.append("<h3>")
            html.append(text: t("accessibility.reason." + reason.rawValue))
            html.append("</h3><ul>")
            for item in items { append(item, into: &html) }
            html.append("</ul>")
        }
        if html.isEmpty {
            html.append("<p>")
            if statement.level == .full {
                html.append(text: t("accessibility.no-shortcomings"))
            } else {
                html.append(text: t("accessibility.shortcomings") + ": ")
                appendNotStated(into: &html)
            }
            html.append("</p>")
        }
        return html.string
    }

    private func append(_ item: AccessibilityStatement.Shortcoming, into html: inout HTML) {
        html.append("<li><p>")
        html.append(raw: words(item.text))
        html.append("</p>")
        if !item.motive.isEmpty || item.reason == .disproportionateBurden {
            append("accessibility.motive", words(item.motive), into: &html)
        }
        if !item.alternative.isEmpty { append("accessibility.alternative", words(item.alternative), into: &html) }
        if let mended = item.mended {
            var date = HTML()
            date.append(text: text(of: mended))
            append("accessibility.mended", date.string, into: &html)
        }
        html.append("</li>")
    }

    /// A line with its label; "not stated" where it has no words.
    private func append(_ key: String, _ words: String, into html: inout HTML) {
        html.append("<p><span class=\"label\">")
        html.append(text: t(key))
        html.append("</span> ")
        if words.isEmpty { appendNotStated(into: &html) } else { html.append(raw: words) }
        html.append("</p>")
    }

    /// The ways to report a fault: the statement's own, else the site's contact.
    private func report(_ statement: AccessibilityStatement?) -> String {
        let own = statement?.contact ?? .init()
        let contact = own == .init() ? configuration.contact : own
        var html = HTML()
        func item(_ key: String, _ fill: (inout HTML) -> Void) {
            html.append("<div><dt>")
            html.append(text: t(key))
            html.append("</dt><dd>")
            fill(&html)
            html.append("</dd></div>")
        }
        if let form = statement?.form {
            item("accessibility.form") { html in
                html.append("<a href=\"")
                html.append(address: form)
                html.append("\">")
                html.append(text: form)
                html.append("</a>")
            }
        }
        if let name = contact.name { item("accessibility.name") { $0.append(text: name) } }
        if let email = contact.email {
            item("accessibility.email") { html in
                html.append("<a href=\"mailto:")
                html.append(address: email)
                html.append("\">")
                html.append(text: email)
                html.append("</a>")
            }
        }
        if let telephone = contact.telephone { item("accessibility.telephone") { $0.append(text: telephone) } }
        if let address = contact.address { item("accessibility.address") { $0.append(text: address) } }
        if html.isEmpty { item("accessibility.contact") { appendNotStated(into: &$0) } }
        if let statement, !statement.responseTime.isEmpty {
            item("accessibility.response-time") { $0.append(raw: words(statement.responseTime)) }
        }
        return "<dl class=\"facts\">" + html.string + "</dl>"
    }

    /// How and when the site was tested, and when this was written.
    private func testing(_ statement: AccessibilityStatement) -> String {
        var html = HTML()
        func item(_ key: String, _ words: String) {
            html.append("<div><dt>")
            html.append(text: t(key))
            html.append("</dt><dd>")
            if words.isEmpty { appendNotStated(into: &html) } else { html.append(raw: words) }
            html.append("</dd></div>")
        }
        func date(_ date: CalendarDate?) -> String {
            guard let date else { return "" }
            var html = HTML()
            html.append("<time datetime=\"")
            html.append(attribute: date.text)
            html.append("\">")
            html.append(text: text(of: date))
            html.append("</time>")
            return html.string
        }
        item("accessibility.method", words(statement.method))
        item("accessibility.assessed", date(statement.assessed))
        if statement.published != nil || statement.updated == nil {
            item("accessibility.published", date(statement.published))
        }
        if statement.updated != nil { item("accessibility.updated", date(statement.updated)) }
        return "<dl class=\"facts\">" + html.string + "</dl>"
    }

    /// The words in this edition's language as HTML, else in another with its mark; empty where there are none.
    private func words(_ texts: [Language: String]) -> String {
        var html = HTML()
        if let own = texts[language] {
            html.append(text: own)
        } else if let (other, text) = texts[configuration.defaultLanguage].map({ (configuration.defaultLanguage, $0) })
            ?? texts.min(by: { $0.key < $1.key }).map({ ($0.key, $0.value) })
        {
            html.append("<span lang=\"")
            html.append(raw: other.rawValue)
            html.append("\">")
            html.append(text: text)
            html.append("</span>")
        }
        return html.string
    }
}
