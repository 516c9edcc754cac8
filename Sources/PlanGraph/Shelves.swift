import PlanModel

/// Entities and tables in the groups and in the order in which they are asked for.
struct Shelves: Sendable {
    let byKind: [EntityKind: [Entity]]
    /// In reading order.
    let byPlan: [EntityID: [Entity]]
    let byOrganisation: [EntityID: [EntityKind: [Entity]]]
    let tablesByOrganisation: [EntityID: [PlanTable]]
    /// The place of each table among all.
    let tableIndex: [EntityID: Int]
    /// The place of each entity in the reading order of the content, by its number.
    let ranks: [Int32]

    /// - Parameter entities: by number.
    init(_ entities: [Entity], _ tables: [PlanTable]) {
        byKind = Dictionary(grouping: entities, by: \.kind)
        byOrganisation = entities.grouped(by: \.organisation).mapValues { Dictionary(grouping: $0, by: \.kind) }
        tablesByOrganisation = tables.grouped(by: \.organisation)
        tableIndex = Dictionary(tables.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let order = ReadingOrder(entities, tables: tables, index: tableIndex).numbers
        var ranks = [Int32](repeating: 0, count: order.count)
        for (rank, number) in order.enumerated() { ranks[number] = Int32(rank) }
        self.ranks = ranks
        byPlan = order.lazy.map { entities[$0] }.grouped(by: \.plan)
    }
}
