/// A finding that the author has silenced where it stands, with a reason.
package struct Silencing: Sendable {
    /// Lines of a file that it holds for.
    package struct Reach: Sendable {
        package let file: String
        package let lines: ClosedRange<Int>

        package init(file: String, lines: ClosedRange<Int>) {
            self.file = file
            self.lines = lines
        }
    }

    package let code: DiagnosticCode
    /// The place of the code in the comment.
    package let position: SourcePosition
    package let reach: [Reach]

    package init(code: DiagnosticCode, position: SourcePosition, reach: [Reach]) {
        self.code = code
        self.position = position
        self.reach = reach
    }

    package func covers(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.code == code
            && reach.contains {
                $0.file == diagnostic.position.file && $0.lines.contains(diagnostic.position.line)
            }
    }
}

/// Findings told apart by whether somebody has silenced them.
package struct SilencedFindings: Sendable {
    /// What is still to be told, what the silencings themselves give included.
    package let told: [Diagnostic]
    package let silenced: [Diagnostic]

    package init(told: [Diagnostic], silenced: [Diagnostic]) {
        self.told = told
        self.silenced = silenced
    }

    /// - Parameters:
    ///   - diagnostics: as the site weighs them.
    ///   - isOff: codes that the site doesn't look for: their silencings may well be unused.
    ///   - isUnseen: files that were read but not checked as a whole, since they are not published.
    package init(
        _ diagnostics: [Diagnostic], by silencings: [Silencing], isOff: (DiagnosticCode) -> Bool,
        isUnseen: (String) -> Bool
    ) {
        guard !silencings.isEmpty else {
            (told, silenced) = (diagnostics, [])
            return
        }
        var byPlace: [String: [Int]] = [:]
        for (index, silencing) in silencings.enumerated() {
            for file in Set(silencing.reach.map(\.file)) { byPlace[file, default: []].append(index) }
        }
        var used: Set<Int> = []
        var fixed: Set<Int> = []
        var told: [Diagnostic] = []
        var silenced: [Diagnostic] = []
        for diagnostic in diagnostics {
            let matches = (byPlace[diagnostic.position.file] ?? []).filter { silencings[$0].covers(diagnostic) }
            used.formUnion(matches)
            if matches.isEmpty {
                told.append(diagnostic)
            } else if diagnostic.severity == .error {
                fixed.formUnion(matches)
                told.append(diagnostic)
            } else {
                silenced.append(diagnostic)
            }
        }
        for (index, silencing) in silencings.enumerated() where silencing.code.severity != .error {
            if fixed.contains(index) {
                told.append(.silencedError(Located(silencing.code.rawValue, at: silencing.position)))
            } else if !used.contains(index), !isOff(silencing.code), !isUnseen(silencing.position.file) {
                told.append(.unusedSilencing(silencing))
            }
        }
        self.told = told
        self.silenced = silenced
    }
}

extension Diagnostic {
    package static func unusedSilencing(_ silencing: Silencing) -> Diagnostic {
        let code = silencing.code.rawValue
        return Diagnostic(
            .unusedSilencing, at: silencing.position,
            LocalizedText(
                sv: "'\(code)' tystas här, men inget sådant hittas på raden",
                en: "'\(code)' is silenced here, but nothing of the kind is found on the line"),
            help: LocalizedText(sv: "ta bort kommentaren", en: "remove the comment"))
    }

    package static func silencedError(_ code: Located<String>) -> Diagnostic {
        Diagnostic(
            .silencingFault, at: code.position,
            LocalizedText(
                sv: "'\(code.value)' är ett fel, och fel kan inte tystas",
                en: "'\(code.value)' is an error, and errors can't be silenced"),
            help: LocalizedText(sv: "rätta felet och ta bort kommentaren", en: "mend the error and remove the comment"))
    }
}
