import PlanModel
import PlanReader

extension LineMover {
    /// Writes what stands in a text as the record does, and reads it with its lines where they are now.
    static let recorded = LineMover { manuscript, moves in
        do throws(RecordFault) {
            let tables = Set(manuscript.tables.filter { moves.moves($0.position.source) }.map(\.id))
            for place in manuscript.entities.indices {
                let entity = manuscript.entities[place]
                let stands =
                    moves.moves(entity.position.source)
                    || entity.fields.values.contains { moves.moves($0.position.source) }
                    || (entity.row.map { tables.contains($0.table) } ?? false)
                    || (!entity.translations.isEmpty && entity.texts.values.contains { moves.moves(SourceFile($0)) })
                if stands { manuscript.entities[place] = try moved(entity, moves) }
            }
            for place in manuscript.tables.indices where moves.moves(manuscript.tables[place].position.source) {
                manuscript.tables[place] = try moved(manuscript.tables[place], moves)
            }
            for (language, translated) in manuscript.translatedTables {
                for (id, table) in translated where moves.moves(table.position.source) {
                    manuscript.translatedTables[language]?[id] = try moved(table, moves)
                }
            }
            return true
        } catch {
            return false
        }
    }

    private static func moved<Value: Recorded>(_ value: Value, _ moves: LineMoves) throws(RecordFault) -> Value {
        var writer = RecordWriter()
        value.record(in: &writer)
        var reader = RecordReader(writer.bytes, in: writer.bytes.indices, moving: moves)
        return try Value(from: &reader)
    }
}
