import Foundation
package import PlanGraph
import PlanModel

/// `data/graph.json`: every entity and relation of the site.
package enum GraphExport {
    private struct Graph: Encodable {
        let entities: [Node]
        let relations: [Edge]
    }

    private struct Node: Encodable {
        let id: String
        let type: String
        let title: String
        let url: String
        let organisation: String?
        let plan: String?
        let status: String?
        let code: String?
        let period: String?
        let summary: String?
    }

    private struct Edge: Encodable {
        let from: String
        let to: String
        let kind: String
    }

    /// - Returns: JSON as UTF-8, keys in alphabetical order, entities by id and relations by their ends.
    package static func render(_ library: Library) -> [UInt8] {
        let graph = Graph(
            entities: library.entities.map { entity in
                Node(
                    id: entity.id.text, type: entity.kind.rawValue, title: entity.title,
                    url: library.address(of: entity.id).text, organisation: entity.organisation?.text,
                    plan: (entity.plan ?? library.targets(of: entity.id, .reportsOn).first?.id)?.text,
                    status: library.status(of: entity)?.rawValue, code: entity.code,
                    period: entity.period?.text, summary: entity.summary)
            },
            relations: library.relations.map { Edge(from: $0.from.text, to: $0.to.text, kind: $0.kind.rawValue) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(graph)) + [0x0A]
        } catch {
            preconditionFailure("strings always encode as JSON: \(error)")
        }
    }
}
