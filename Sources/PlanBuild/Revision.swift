import PlanFiles
import PlanGraph
import PlanModel
import PlanReader

/// A site that stands but for the running words of some texts: what else it was made from is as it was.
///
/// Entities, tables, references, and with them all that a page shows of others, follow from what the texts mean
/// (`ReadResult.meanings`); so an edit of words stops at the pages that show those words.
struct Revision: Sendable {
    let last: SiteParts
    /// The numbers of the parts that are to be made again, in order.
    let stale: [Int]

    /// - Parameters:
    ///   - record: of a build with the same options; with its parts.
    ///   - inputs: the state of all that is read, before it was read.
    ///   - checked: what was read.
    /// - Returns: `nil` where more has changed than words, or what was written isn't as it was: then all is made.
    init?(
        of record: BuildRecord, _ parts: PartsRecord, inputs: [BuildRecord.Entry], project: String,
        checked: Builder.Checked
    ) {
        guard inputs.count == record.inputs.count, record.areOutputsCurrent() else { return nil }
        var edited: Set<String> = []
        for (now, before) in zip(inputs, record.inputs) {
            guard now.path == before.path else { return nil }
            if now.stamp == before.stamp, now.stamp != .unsettled { continue }
            let text = String(decoding: now.path.utf8.dropFirst(project.utf8.count + 1), as: UTF8.self)
            guard now.path.hasPrefix(project + "/"), parts.meanings[text]?.isEmpty == false else { return nil }
            edited.insert(text)
        }
        guard checked.reading.meanings == parts.meanings,
            Library.unreadFiles(among: checked.reading.manuscript.diagnostics) == parts.unread
        else { return nil }
        last = parts.site
        stale = parts.site.parts.indices.filter { !parts.site.parts[$0].texts.isDisjoint(with: edited) }
    }
}
