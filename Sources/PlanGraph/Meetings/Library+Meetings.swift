package import PlanModel

/// Where a matter stands on the agenda of a meeting.
package struct AgendaMention: Sendable, Hashable {
    package let meeting: EntityID
    /// Which item of the agenda, counted from 0.
    package let item: Int
    /// The document of the matter that the item names.
    package let document: EntityID
}

/// Meetings that deal with one matter.
///
/// A matter (ärende) is a document with what it builds on or replaces, and with what builds on it or replaces it, step by
/// step in one direction. Two plans that build on the same one are two matters.
extension Library {
    /// The documents of an item of a meeting's agenda, each once, as the agenda has them.
    package func documents(of item: AgendaItem, at meeting: Entity) -> [Entity] {
        var known: Set<EntityID> = []
        return item.documents.compactMap { reference in
            links.entity(reference.value, plan: nil, organisation: meeting.organisation).flatMap { self[$0] }
        }.filter { known.insert($0.id).inserted }
    }

    /// A document with all that stands before and after it by `based-on` and `supersedes`, sorted by id.
    package func matter(of document: EntityID) -> [EntityID] {
        var found: Set<EntityID> = [document]
        for isUpwards in [true, false] {
            var open = [document]
            var seen: Set<EntityID> = [document]
            while let id = open.popLast() {
                let next =
                    isUpwards
                    ? targets(of: id, .basedOn, .supersedes) : sources(of: id, .basedOn, .supersedes)
                for entity in next where seen.insert(entity.id).inserted { open.append(entity.id) }
            }
            found.formUnion(seen)
        }
        return found.sorted()
    }

    /// Every item of every agenda that names a document of the same matter as one of these, in order of date.
    ///
    /// A meeting without a date comes first; an item that names several of the documents comes once.
    package func mentions(ofMatterWith documents: [Entity]) -> [AgendaMention] {
        let matter = Set(documents.flatMap { self.matter(of: $0.id) })
        let meetings = Set(matter.flatMap { sources(of: $0, .decides) }.map(\.id))
        return sortedByDate(meetings.compactMap { self[$0] }).flatMap { meeting in
            meeting.agenda.enumerated().compactMap { index, item in
                self.documents(of: item, at: meeting).first { matter.contains($0.id) }
                    .map { AgendaMention(meeting: meeting.id, item: index, document: $0.id) }
            }
        }
    }

    /// The meetings that deal with the same matters as this one, itself among them, in order of date.
    package func meetingChain(of meeting: Entity) -> [Entity] {
        let documents = targets(of: meeting.id, .decides)
        var ids = Set(mentions(ofMatterWith: documents).map(\.meeting))
        ids.insert(meeting.id)
        return sortedByDate(ids.compactMap { self[$0] })
    }

    /// Meetings in order of date, those without one first; of the same day by time and id.
    package func sortedByDate(_ meetings: [Entity]) -> [Entity] {
        func key(_ meeting: Entity) -> (String, String, String) {
            (meeting.date?.text ?? "", meeting.text(.time) ?? "", meeting.id.text)
        }
        return meetings.sorted { key($0) < key($1) }
    }
}
