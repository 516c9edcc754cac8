import PlanFiles
package import PlanModel

/// Begins projects and files from the models in `Site/Scaffold`.
package struct Scaffold: Sendable {
    package enum Result: Sendable, Hashable {
        /// The path of the new file.
        case made(String)
        /// Why none was made: the call is wrong.
        case refused(LocalizedText)
    }

    private let folder: String

    /// - Parameter defaults: the folder with the program's own `Site`.
    package init(defaults: String) {
        folder = defaults + "/Site/Scaffold"
    }

    /// Fills an empty or new folder with a small project that builds.
    ///
    /// - Returns: the files made, relative to the folder.
    package func begin(_ project: String) throws(MachineFailure) -> [String] {
        if FileSystem.exists(project) {
            guard FileSystem.isFolder(project), FileSystem.entries(of: project).isEmpty else {
                throw .notEmpty(path: project)
            }
        }
        let source = folder + "/project"
        let files = FileSystem.files(below: source)
        for file in files {
            let target = project + "/" + file
            if let slash = target.lastIndex(of: "/") { try FileSystem.makeFolder(String(target[..<slash])) }
            try FileSystem.write(try FileSystem.bytes(of: source + "/" + file), to: target)
        }
        // A name with a dot first would be left out when the models are copied beside the program.
        try FileSystem.write(Array("public/\n.klarplan/\n".utf8), to: project + "/.gitignore")
        return (files + [".gitignore"]).sorted()
    }

    /// Makes one file of a kind with its keys to fill in.
    ///
    /// - Parameters:
    ///   - kind: one that has files.
    ///   - id: in full, from the organisation down.
    ///   - title: the id where none is given.
    ///   - project: the project folder.
    package func make(
        _ kind: EntityKind, id: String, title: String?, in project: String
    ) throws(MachineFailure) -> Result {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if let bad = parts.first(where: { !EntityID.isValidPart($0) }) {
            let slug = Slug.make(bad)
            return .refused(
                LocalizedText(
                    sv: "'\(bad)' kan inte vara ett id: bokstäver, siffror, '.', '-' och '_' går"
                        + (slug.isEmpty ? "" : "; till exempel '\(slug)'"),
                    en: "'\(bad)' can't be an id: letters, digits, '.', '-' and '_' can"
                        + (slug.isEmpty ? "" : "; for example '\(slug)'")))
        }
        guard let path = path(of: kind, parts: parts) else {
            return .refused(
                LocalizedText(
                    sv: "skriv id:t från organisationen och nedåt, till exempel \(Self.example(kind))",
                    en: "write the id from the organisation down, for example \(Self.example(kind))"))
        }
        guard let home = folder(above: parts, in: project) else {
            let above = parts.dropLast().joined(separator: "/")
            return .refused(
                LocalizedText(
                    sv: "\(above) finns inte i \(project)/Content; gör det först",
                    en: "\(above) doesn't exist in \(project)/Content; make it first"))
        }
        let target = home + "/" + path
        guard !FileSystem.exists(target) else {
            return .refused(LocalizedText(sv: "\(target) finns redan", en: "\(target) exists already"))
        }
        let model = String(decoding: try FileSystem.bytes(of: "\(folder)/types/\(kind.rawValue).md"), as: UTF8.self)
        let name = parts.last ?? id
        let text = model.replacing("{title}", with: Self.quoted(title ?? name))
        if let slash = target.lastIndex(of: "/") { try FileSystem.makeFolder(String(target[..<slash])) }
        try FileSystem.write(Array(text.utf8), to: target)
        return .made(target)
    }

    /// The folder of what a new file belongs to: a plan may lie in its unit's folder; `nil` where there is none.
    private func folder(above parts: [String], in project: String) -> String? {
        let content = project + "/Content"
        guard parts.count > 1 else { return content }
        let organisation = content + "/" + parts[0]
        guard FileSystem.exists(organisation + "/index.md") else { return nil }
        guard parts.count > 2 else { return organisation }
        let index = "/" + parts[1] + "/index.md"
        return FileSystem.files(below: organisation).map { "/" + $0 }.first { $0.hasSuffix(index) }
            .map { organisation + $0.dropLast("/index.md".count) }
    }

    /// Where a file of a kind lies below the folder of what it belongs to, or `nil` where the id has too few or too many parts.
    private func path(of kind: EntityKind, parts: [String]) -> String? {
        switch kind {
        case .organisation: parts.count == 1 ? parts[0] + "/index.md" : nil
        case .unit, .plan: parts.count == 2 ? parts[1] + "/index.md" : nil
        case .meeting, .page:
            parts.count == 2 || (kind == .page && parts.count == 1) ? parts[parts.count - 1] + ".md" : nil
        case .perspective, .focusArea, .goal, .programme, .priority, .assignment, .activity, .indicator, .report:
            parts.count == 3 ? parts[2] + ".md" : nil
        case .table, .control, .risk, .term: nil
        }
    }

    private static func example(_ kind: EntityKind) -> String {
        switch kind {
        case .organisation: "region-exempel"
        case .unit: "region-exempel/regionkontoret"
        case .plan: "region-exempel/vp-2026"
        case .meeting: "region-exempel/rs-2026-01-20"
        case .page: "region-exempel/om"
        case .perspective, .focusArea, .goal, .programme, .priority, .assignment, .activity, .indicator, .report,
            .table, .control, .risk, .term:
            "region-exempel/vp-2026/A1.2"
        }
    }

    /// A title as YAML that can hold any text.
    private static func quoted(_ title: String) -> String {
        "\"" + title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
    }
}
