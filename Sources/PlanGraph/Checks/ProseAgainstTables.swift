import PlanModel

/// Amounts in prose that the plan's tables print otherwise.
///
/// A sentence is held against the rows whose whole label it names as what the amount is of, the longest label where one holds
/// another, in columns of the sentence's year and, where it names one, version. It is told only where a row and a year give amounts and all of them differ by more than the
/// rounding of both.
enum ProseAgainstTables: ContentCheck {
    private struct Line {
        let words: [String]
        let table: Int
        let row: Int
    }

    static func findings(in library: Library, asOf: CalendarDate?) -> [Diagnostic] {
        var lines: [EntityID: [String: [Line]]] = [:]
        var found: [Diagnostic] = []
        for (_, text) in library.texts.sorted(by: { $0.key < $1.key }) where !text.words.amounts.isEmpty {
            guard let plan = text.owner.flatMap({ library[$0]?.ownPlan }) else { continue }
            let known = lines[plan] ?? self.lines(of: plan, library)
            lines[plan] = known
            guard !known.isEmpty else { continue }
            for amount in text.words.amounts {
                guard let cell = disagreement(amount, known, library.tables) else { continue }
                found.append(.amountDisagrees(amount, cell.printed, label: cell.label, at: cell.position))
            }
        }
        return found
    }

    /// The plan's rows of money by the first word of their label.
    private static func lines(of plan: EntityID, _ library: Library) -> [String: [Line]] {
        var lines: [String: [Line]] = [:]
        for (number, table) in library.tables.enumerated()
        where table.plan == plan && (table.class == .budget || table.class == .frames || table.class == .investments) {
            for (row, cells) in table.rows.enumerated() {
                guard let label = cells.cells.first?.text else { continue }
                let words = RowLabel(label).words
                guard let first = words.first, RowLabel(label).role == .plain, words.count > 1 || first.count >= 5
                else {
                    continue
                }
                lines[first, default: []].append(Line(words: words, table: number, row: row))
            }
        }
        return lines
    }

    private struct Cell {
        let printed: PrintedAmount
        let unit: MoneyUnit
        let label: String
        let position: SourcePosition
    }

    private static func disagreement(
        _ amount: ProseAmount, _ lines: [String: [Line]], _ tables: [PlanTable]
    ) -> Cell? {
        guard let unit = amount.amount.unit else { return nil }
        // RowLabel keeps hyphens within words, the sentence's words don't.
        let words = amount.words
        var named: [(line: Line, index: Int)] = []
        for index in words.indices {
            for line in lines[words[index]] ?? [] where words[index...].starts(with: line.words) {
                named.append((line, index))
            }
        }
        let longest = named.map(\.line.words.count).max() ?? 0
        named.removeAll { $0.line.words.count < longest }
        // Two rows of different names: nobody can tell which of them is meant.
        guard let (first, place) = named.first, named.allSatisfy({ $0.line.words == first.words && $0.index == place })
        else { return nil }
        let sentence = AmountSentence(amount)
        guard !sentence.namesManyVersions, sentence.isAbout(first.words, at: place) else { return nil }
        var cells: [Cell] = []
        for line in named.map(\.line) {
            let table = tables[line.table]
            for column in table.summedColumns where table.year(ofColumn: column) == amount.year {
                if let version = sentence.version, table.version(ofColumn: column) != version { continue }
                guard case .amount(let cell) = table.summand(row: line.row, column: column), let cellUnit = cell.unit
                else {
                    continue
                }
                cells.append(
                    Cell(
                        printed: cell.amount, unit: cellUnit, label: table.rows[line.row].cells[0].text,
                        position: table.position(row: line.row, column: column)))
            }
        }
        guard let first = cells.first, cells.allSatisfy({ differs(amount.amount, unit, $0.printed, $0.unit) }) else {
            return nil
        }
        return first
    }

    /// Whether two printed amounts differ by more than half a unit of the last digit of each; signs aside.
    private static func differs(
        _ left: PrintedAmount, _ leftUnit: MoneyUnit, _ right: PrintedAmount, _ rightUnit: MoneyUnit
    ) -> Bool {
        guard leftUnit.currency == rightUnit.currency else { return false }
        // What is longer can't be added up safely, and no plan prints it.
        guard [left, right].allSatisfy({ $0.value.digitCount <= 15 && $0.value.scale <= 6 }) else { return false }
        func half(_ amount: PrintedAmount, _ unit: MoneyUnit) -> Amount {
            Amount(mantissa: 5, scale: amount.value.scale + 1).shifted(by: unit.exponent)
        }
        let difference =
            left.value.magnitude.shifted(by: leftUnit.exponent) - right.value.magnitude.shifted(by: rightUnit.exponent)
        return half(left, leftUnit) + half(right, rightUnit) < difference.magnitude
    }
}

extension PlanTable {
    /// What a column's figures are; where its heading doesn't say so, the table's class does.
    fileprivate func version(ofColumn column: Int) -> BudgetVersion? {
        if let version = columns[column].role.money?.version { return version }
        return self.class == .frames ? .frame : self.class == .budget ? .budget : nil
    }
}

extension Diagnostic {
    fileprivate static func amountDisagrees(
        _ amount: ProseAmount, _ printed: PrintedAmount, label: String, at place: SourcePosition
    ) -> Diagnostic {
        Diagnostic(
            .amountDisagrees, at: amount.position,
            LocalizedText(
                sv: "texten säger \(amount.amount.text) om \(label) \(amount.year), men tabellen säger "
                    + "\(printed.text) (\(place.file):\(place.line))",
                en: "the text says \(amount.amount.text) of \(label) \(amount.year), but the table says "
                    + "\(printed.text) (\(place.file):\(place.line))"),
            help: LocalizedText(
                sv: "skriv samma belopp, eller säg i meningen vad det andra beloppet är",
                en: "write the same amount, or say in the sentence what the other amount is"))
    }
}
