import PlanFiles
import PlanModel

/// The picture in the masthead: found in Assets or Content, and safe to publish.
struct SiteLogo: Equatable, Sendable {
    /// Its name in `Assets`, or the one that it is given there.
    private(set) var name: String?
    private(set) var bytes: [UInt8] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Looks for the file as it is written, then in Assets, then in Content.
    init(_ logo: SiteTheme.Logo, project: String) throws(MachineFailure) {
        let path = logo.file.value
        let position = logo.file.position
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0 == ".." || $0 == "." || $0.isEmpty }), !path.contains(":"),
            !path.contains("\\")
        else {
            diagnostics.append(.logo(path, .place, at: position))
            return
        }
        guard let form = Form(path: path) else {
            diagnostics.append(.logo(path, .form, at: position))
            return
        }
        let isPlaced = parts.first == "Assets" || parts.first == "Content"
        for candidate in (isPlaced ? [path] : []) + ["Assets/" + path, "Content/" + path] {
            let full = project + "/" + candidate
            guard let status = try FileSystem.status(full), status.kind == .file else { continue }
            // A link may not lead out of the project.
            guard let root = FileSystem.resolved(project), let target = FileSystem.resolved(full),
                target.hasPrefix(root + "/")
            else { continue }
            let found = try FileSystem.bytes(of: full)
            if let fault = form.fault(in: found) {
                diagnostics.append(.logo(path, fault, at: position))
                return
            }
            name = candidate.hasPrefix("Assets/") ? String(candidate.dropFirst("Assets/".count)) : candidate
            bytes = found
            return
        }
        diagnostics.append(.logo(path, .missing, at: position))
    }

    enum Fault {
        case place, form, missing, content, script
    }

    /// A kind of picture, by the ending of its name.
    private enum Form {
        case svg, png, jpeg, webp

        init?(path: String) {
            switch path.lowercased().split(separator: ".").last ?? "" {
            case "svg": self = .svg
            case "png": self = .png
            case "jpg", "jpeg": self = .jpeg
            case "webp": self = .webp
            default: return nil
            }
        }

        /// What is wrong with a file that says it is such a picture; `nil` where nothing is.
        func fault(in bytes: [UInt8]) -> Fault? {
            switch self {
            case .svg:
                switch PictureScan.verdict(on: bytes) {
                case .picture: nil
                case .malformed: .content
                case .unsafe: .script
                }
            case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? nil : .content
            case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF]) ? nil : .content
            case .webp:
                bytes.starts(with: Array("RIFF".utf8)) && bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
                    ? nil : .content
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func logo(_ path: String, _ fault: SiteLogo.Fault, at position: SourcePosition) -> Diagnostic {
        let (what, help): (LocalizedText, LocalizedText) =
            switch fault {
            case .place:
                (
                    LocalizedText(
                        sv: "logotypen '\(path)' ska ligga i Assets eller Content",
                        en: "the logo '\(path)' should lie in Assets or Content"),
                    LocalizedText(
                        sv: "lägg filen i Assets och skriv dess namn", en: "put the file in Assets and write its name")
                )
            case .form:
                (
                    LocalizedText(
                        sv: "logotypen '\(path)' ska vara svg, png, jpg eller webp",
                        en: "the logo '\(path)' should be svg, png, jpg or webp"),
                    LocalizedText(sv: "spara bilden i en av dem", en: "save the picture as one of them")
                )
            case .missing:
                (
                    LocalizedText(sv: "logotypen '\(path)' finns inte", en: "the logo '\(path)' doesn't exist"),
                    LocalizedText(
                        sv: "lägg filen i Assets eller Content, eller rätta namnet",
                        en: "put the file in Assets or Content, or mend the name")
                )
            case .content:
                (
                    LocalizedText(
                        sv: "logotypen '\(path)' är ingen sådan bild som namnet säger",
                        en: "the logo '\(path)' is no such picture as its name says"),
                    LocalizedText(
                        sv: "spara bilden på nytt i rätt format", en: "save the picture anew in the right format")
                )
            case .script:
                (
                    LocalizedText(
                        sv: "logotypen '\(path)' innehåller skript eller hämtar något utifrån",
                        en: "the logo '\(path)' holds a script or fetches something from elsewhere"),
                    LocalizedText(
                        sv: "spara bilden som ren svg, utan skript och länkar, eller som png",
                        en: "save it as plain svg, without scripts and links, or as png")
                )
            }
        return Diagnostic(.siteConfiguration, at: position, what, help: help)
    }
}
