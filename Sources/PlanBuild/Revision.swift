import PlanFiles
import PlanModel
import PlanSearch

/// A site that stands but for the running words of some texts: what else it was made from is as it was.
///
/// Entities, tables, references, and with them all that a page shows of others, follow from what the texts mean
/// (`ReadResult.meanings`); so an edit of words stops at the pages that show those words.
struct Revision: Sendable {
    let last: SiteParts
    /// The texts that were edited, and mean what they meant.
    let edited: Set<String>
    private let indexes: [Language: KeptIndex]
    private let states: [Language: Ahead<SearchState?>]
    /// The numbers of the parts that are to be made again, in order.
    let stale: [Int]

    /// - Parameters:
    ///   - indexes: what the last search index of each language can be made out of.
    ///   - states: the same, read; `nil` where that is harmed or gone.
    init(
        of last: SiteParts, editing edited: Set<String>, indexes: [Language: KeptIndex],
        states: [Language: Ahead<SearchState?>]
    ) {
        self.last = last
        self.edited = edited
        self.indexes = indexes
        self.states = states
        stale = last.parts.indices.filter { last.parts[$0].texts.contains(where: edited.contains) }
    }

    /// What the last search index of a language can be made out of; `nil` where that isn't known.
    func index(_ language: Language) -> (kept: KeptIndex, state: SearchState)? {
        guard let kept = indexes[language], let state = states[language]?.value else { return nil }
        return (KeptIndex(digest: kept.digest, edited: kept.edited.union(edited)), state)
    }

    /// The texts that were edited since a build, if nothing else was and its site is as it was written.
    ///
    /// - Parameters:
    ///   - record: of a build with the same options.
    ///   - meanings: what each text meant to it.
    ///   - inputs: the state of all that is read, before it is read.
    /// - Returns: `nil` where more than texts has changed.
    static func edits(
        since record: BuildRecord, meanings: [String: TextMeaning], inputs: [BuildRecord.Entry], project: String
    ) -> Set<String>? {
        guard inputs.count == record.inputs.count, record.areOutputsCurrent() else { return nil }
        var edited: Set<String> = []
        for (now, before) in zip(inputs, record.inputs) {
            guard now.path == before.path else { return nil }
            if now.stamp == before.stamp, now.stamp != .unsettled { continue }
            let text = String(decoding: now.path.utf8.dropFirst(project.utf8.count + 1), as: UTF8.self)
            guard now.path.hasPrefix(project + "/"), meanings[text]?.isKnown == true else { return nil }
            edited.insert(text)
        }
        return edited
    }
}
