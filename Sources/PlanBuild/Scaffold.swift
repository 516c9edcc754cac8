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

    private let defaults: String

    private var folder: String { defaults + "/Site/Scaffold" }

    /// - Parameter defaults: the folder with the program's own `Site`.
    package init(defaults: String) {
        self.defaults = defaults
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
    /// The file passes a check: where it would not, it is taken away again and the reason given.
    ///
    /// - Parameters:
    ///   - kind: one that has files.
    ///   - id: in full, from the organisation down.
    ///   - title: where none is given, that of the table's row with the same id, else the id.
    ///   - unit: the id of the unit whose folder a plan is to lie in.
    ///   - values: what else is known already, by its key.
    ///   - project: the project folder.
    package func make(
        _ kind: EntityKind, id: String, title: String?, unit: String? = nil, values: [Field: String] = [:],
        in project: String
    ) throws(MachineFailure) -> Result {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if let bad = parts.first(where: { !EntityID.isValidPart($0) }) { return .refused(Self.invalid(bad)) }
        guard let path = path(of: kind, parts: parts) else {
            return .refused(
                LocalizedText(
                    sv: "skriv id:t från organisationen och nedåt, till exempel \(Self.example(kind))",
                    en: "write the id from the organisation down, for example \(Self.example(kind))"))
        }
        let outline = try ProjectOutline(project: project, defaults: defaults)
        let above = unit ?? parts.dropLast().joined(separator: "/")
        let place = above.isEmpty ? "Content" : outline.folder(of: above)
        guard let place else {
            return .refused(
                LocalizedText(
                    sv: "\(above) finns inte i \(project)/Content; gör det först",
                    en: "\(above) doesn't exist in \(project)/Content; make it first"))
        }
        let meetings = Self.meetingFolders.map { place + "/" + $0 }.first { FileSystem.isFolder(project + "/" + $0) }
        let file = (kind == .meeting ? meetings ?? place : place) + "/" + path
        let known = outline.entity(id)
        if let known, known.kind != kind || !known.texts.isEmpty {
            return .refused(
                LocalizedText(
                    sv: "\(known.id) finns redan: \(known.position.file)",
                    en: "\(known.id) exists already: \(known.position.file)"))
        }
        guard !FileSystem.exists(project + "/" + file) else {
            return .refused(LocalizedText(sv: "\(file) finns redan", en: "\(file) exists already"))
        }
        var text = String(decoding: try FileSystem.bytes(of: "\(folder)/types/\(kind.rawValue).md"), as: UTF8.self)
        text = text.replacing("{title}", with: Self.scalar(title ?? known?.title ?? parts.last ?? id))
        let year = values[.period].flatMap { Period($0)?.first } ?? outline.year(ofPlan: above) ?? 2026
        text = text.replacing("{year}", with: String(year)).replacing("{before}", with: String(year - 1))
        for (field, value) in values.sorted(by: { $0.key < $1.key }) { text = Self.filled(text, field, value) }
        return try put(text, at: file, in: project)
    }

    /// What organisations call the folder of their meetings.
    private static let meetingFolders = ["moten", "möten", "meetings", "sammanträden"]

    private func put(_ text: String, at file: String, in project: String) throws(MachineFailure) -> Result {
        let target = project + "/" + file
        let home = target.lastIndex(of: "/").map { String(target[..<$0]) } ?? project
        let isNewFolder = !FileSystem.exists(home)
        try FileSystem.makeFolder(home)
        try FileSystem.write(Array(text.utf8), to: target)
        let errors = try ProjectOutline(project: project, defaults: defaults).errors(in: file)
        guard let first = errors.first else { return .made(target) }
        try FileSystem.remove(isNewFolder ? home : target)
        return .refused(first.message)
    }

    /// Why a text can't be an id.
    package static func invalid(_ part: String) -> LocalizedText {
        let slug = Slug.make(part)
        return LocalizedText(
            sv: "'\(part)' kan inte vara ett id: bokstäver, siffror, '.', '-' och '_' går"
                + (slug.isEmpty ? "" : "; till exempel '\(slug)'"),
            en: "'\(part)' can't be an id: letters, digits, '.', '-' and '_' can"
                + (slug.isEmpty ? "" : "; for example '\(slug)'"))
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

    /// The model with a key's value in place of what stands there, commented out or not; a key that the model lacks comes last.
    private static func filled(_ text: String, _ field: Field, _ value: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let line = "\(field.swedish): \(scalar(value))"
        let names = [field.swedish, field.rawValue]
        let place = lines.firstIndex { line in names.contains { line.hasPrefix("\($0):") || line.hasPrefix("# \($0):") }
        }
        if let place {
            lines[place] = line
        } else if let end = lines.lastIndex(of: "---") {
            lines.insert(line, at: end)
        }
        return lines.joined(separator: "\n")
    }

    /// A text as YAML: in quotes unless it can only be read as it stands.
    private static func scalar(_ text: String) -> String {
        let isPlain = text.unicodeScalars.enumerated().allSatisfy { index, scalar in
            scalar.isLetter || ("0"..."9").contains(scalar)
                || (index > 0 && index + 1 < text.unicodeScalars.count && " –-,./".unicodeScalars.contains(scalar))
        }
        if isPlain, !text.isEmpty { return text }
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case "\"": "\\\""
            default: scalar.value < 0x20 || scalar.value == 0x7F ? " " : String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
