/// What results are filtered and counted by; in the order of the format.
package enum SearchFacet: String, Sendable, CaseIterable {
    case type, organisation, plan, period, status, unit
}
