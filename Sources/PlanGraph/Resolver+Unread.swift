import PlanModel

/// References that fail for a reason already told: one mistake is one message.
extension Resolver {
    /// What keeps files, tables or rows from being read, and with them the ids that they define.
    private static let unreading: Set<DiagnosticCode> = [
        .notUTF8, .emptyFile, .fileTooLarge, .frontMatterMissing, .frontMatterUnclosed, .yamlSyntax, .yamlTab,
        .yamlAlias,
        .yamlTooDeep, .limitExceeded, .unknownType, .captionSyntax, .captionWithoutTable, .brokenTable,
        .indentedTableRow,
        .unknownTableClass, .unknownColumn, .missingColumn, .csvSyntax,
    ]

    /// Whether what a reference names may stand in a file that could not be read as it was meant.
    func mayBeUnread(_ reference: String, plan: EntityID?, organisation: EntityID?) -> Bool {
        guard !unreadFiles.isEmpty else { return false }
        let parts = reference.split(separator: "/").map(String.init)
        guard parts.count > 1 else {
            return [plan, plan == nil ? organisation : nil].contains { $0.map(isUnread) ?? false }
        }
        let above = parts.dropLast().joined(separator: "/")
        if let scope = links.entity(above, plan: plan, organisation: organisation) { return isUnread(scope) }
        // The plan itself may be what could not be read: it is known by its folder.
        let name = "/" + (parts.dropLast().last ?? "").lowercased() + "/"
        return unreadFiles.contains { $0.lowercased().contains(name) }
    }

    /// The files that define less than they were meant to, sorted: all that the library goes by of a manuscript's findings,
    /// collisions of ids aside.
    static func unreadFiles(_ diagnostics: [Diagnostic]) -> [String] {
        Set(diagnostics.filter { unreading.contains($0.code) }.map(\.position.file)).sorted()
    }

    /// Whether a file below the folder of a plan or an organisation was not read as it was meant.
    private func isUnread(_ scope: EntityID) -> Bool {
        guard let file = entity(scope)?.position.file, let slash = file.lastIndex(of: "/") else { return false }
        let folder = file[...slash]
        return unreadFiles.contains { $0.hasPrefix(folder) }
    }

    /// References without those that are one code written with a space in it (`A 1.2`), which are reported as one.
    mutating func withoutSpacedCodes(_ references: [Located<String>], of entity: Entity) -> [Located<String>] {
        guard references.count > 1 else { return references }
        let plan = entity.kind == .plan ? entity.id : entity.plan
        func known(_ code: String) -> Bool { links.entity(code, plan: plan, organisation: entity.organisation) != nil }
        var kept: [Located<String>] = []
        var index = 0
        while index < references.count {
            let first = references[index]
            if index + 1 < references.count {
                let second = references[index + 1]
                let end = first.position.column + first.value.unicodeScalars.count
                if second.position.line == first.position.line, second.position.column == end + 1,
                    !known(first.value) || !known(second.value), known(first.value + second.value)
                {
                    diagnostics.append(
                        .spacedReference(
                            first.value + " " + second.value, meant: first.value + second.value, at: first.position))
                    index += 2
                    continue
                }
            }
            kept.append(first)
            index += 1
        }
        return kept
    }
}

extension Diagnostic {
    fileprivate static func spacedReference(
        _ written: String, meant: String, at position: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .unknownReference, at: position,
            LocalizedText(
                sv: "'\(written)' läses som två id; menade du '\(meant)'?",
                en: "'\(written)' is read as two ids; did you mean '\(meant)'?"),
            help: LocalizedText(sv: "skriv '\(meant)', utan mellanslag", en: "write '\(meant)', without the space"))
    }
}
