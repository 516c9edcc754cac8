/// Something that people do to a project between two builds.
protocol Edit: CaseIterable, Sendable {
    /// - Returns: what was done, or `nil` where the project holds nothing that it can be done to.
    func apply(to project: Project, using chance: inout Chance) throws -> String?
}

/// All that is done to projects, and how often.
enum Edits {
    /// Texts are edited most, settings seldom: what is found is mostly found between one text and another.
    private static let groups: [[any Edit]] = [
        Array(ProseEdit.allCases), Array(ProseEdit.allCases), Array(PhraseEdit.allCases),
        Array(HeadEdit.allCases), Array(HeadEdit.allCases),
        Array(TableEdit.allCases), Array(TableEdit.allCases),
        Array(NewFileEdit.allCases), Array(FileEdit.allCases), Array(FileEdit.allCases),
        Array(SiteEdit.allCases), Array(OutputEdit.allCases),
    ]

    /// Does something, and says what.
    static func applyOne(to project: Project, using chance: inout Chance) throws -> String {
        while true {
            let edit = chance.pick(chance.pick(groups))
            if let told = try edit.apply(to: project, using: &chance) { return "\(type(of: edit)).\(edit): \(told)" }
        }
    }

    /// Does one kind of thing; `nil` where there was nothing to do it to.
    static let all: [any Edit] = [
        Array(ProseEdit.allCases), Array(PhraseEdit.allCases), Array(HeadEdit.allCases), Array(TableEdit.allCases),
        Array(NewFileEdit.allCases), Array(FileEdit.allCases), Array(SiteEdit.allCases), Array(OutputEdit.allCases),
    ].flatMap { (group: [any Edit]) in group }
}
