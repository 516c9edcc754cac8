package import PlanModel

/// A file of an example.
package struct ExampleFile: Sendable {
    /// Relative to the project folder.
    package let path: String
    package let bytes: [UInt8]
    /// The part that the handbook prints; `nil` where the file is only there so that the rest holds together.
    package let shown: String?

    package init(_ path: String, _ text: String, shown: String? = nil) {
        self.path = path
        bytes = Array(text.utf8)
        self.shown = shown ?? text
    }

    /// A file whose bytes are no text.
    package init(_ path: String, bytes: [UInt8], shown: String? = nil) {
        self.path = path
        self.bytes = bytes
        self.shown = shown
    }

    /// A file that the handbook doesn't print.
    static func silent(_ path: String, _ text: String) -> ExampleFile {
        ExampleFile(path, bytes: Array(text.utf8))
    }
}

/// A small project that shows a rule kept or broken.
package enum Example: Sendable {
    /// `isFramed` puts a start page, an organisation and a plan around the files, unless they bring their own.
    case project([ExampleFile], isFramed: Bool)
    /// What no text can show, and why.
    case untold(LocalizedText)

    /// The files to check, the frame included; `nil` where there is nothing to check.
    package var files: [String: [UInt8]]? {
        guard case .project(let files, let isFramed) = self else { return nil }
        var all: [String: [UInt8]] = [:]
        if isFramed { for file in ExampleFrame.files { all[file.path] = file.bytes } }
        for file in files { all[file.path] = file.bytes }
        return all
    }
}

/// The project that most examples are a part of.
package enum ExampleFrame {
    package static let plan = "Content/org/plan/index.md"
    package static let planHeader = """
        ---
        typ: plan
        titel: Verksamhetsplan 2026
        period: 2026
        enhet: tkr
        ---


        """

    /// The smallest complete statement of accessibility, for `site.yaml`.
    package static let accessibility = """
        tillgänglighet:
          ansvarig: Exempelkommunen
          nivå: delvis
          brister:
            - Kartan på sidan om vägar har ingen beskrivning i text.
          kontakt: kommun@exempel.se
          metod: Självskattning med automatiska tester
          bedömd: 2026-01-20
          publicerad: 2026-01-20

        """

    package static let files: [ExampleFile] = [
        ExampleFile("Content/index.md", "---\ntyp: sida\ntitel: Våra planer\n---\n\nHär läser du våra planer.\n"),
        ExampleFile(
            "Content/org/index.md", "---\ntyp: organisation\ntitel: Exempelkommunen\n---\n\nEn påhittad kommun.\n"),
        ExampleFile(plan, planHeader + "Planen gäller hela kommunen.\n"),
    ]
}

extension Example {
    /// The text of a plan, below its front matter.
    static func plan(_ body: String, with others: ExampleFile...) -> Example {
        .project(
            [ExampleFile(ExampleFrame.plan, ExampleFrame.planHeader + body + "\n", shown: body + "\n")] + others,
            isFramed: true)
    }

    /// Files within the frame.
    static func files(_ files: ExampleFile...) -> Example { .project(files, isFramed: true) }

    /// One file within the frame.
    static func file(_ path: String, _ text: String) -> Example { .files(ExampleFile(path, text + "\n")) }
}
