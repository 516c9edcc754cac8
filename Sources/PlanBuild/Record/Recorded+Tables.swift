import PlanModel

extension PlanTable: Recorded {
    func record(in writer: inout RecordWriter) {
        id.record(in: &writer)
        `class`.record(in: &writer)
        writer.text(title)
        position.record(in: &writer)
        origin.record(in: &writer)
        columns.record(in: &writer)
        rows.record(in: &writer)
        unit.record(in: &writer)
        attributes.record(in: &writer)
        organisation.record(in: &writer)
        plan.record(in: &writer)
        owner.record(in: &writer)
        language.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        let (id, tableClass) = (try EntityID(from: &reader), try TableClass(from: &reader))
        let (title, position) = (try reader.text(), try SourcePosition(from: &reader))
        let origin = try TableOrigin(from: &reader)
        // Rows of a file beside the text have the lines of that one.
        reader.rowFile = if case .pipe = origin { position.source } else { nil }
        self.init(
            id: id, class: tableClass, title: title, position: position, origin: origin,
            columns: try [TableColumn](from: &reader), rows: try [TableRow](from: &reader),
            unit: try MoneyUnit?(from: &reader), attributes: try TableAttributes(from: &reader),
            organisation: try EntityID?(from: &reader), plan: try EntityID?(from: &reader),
            owner: try EntityID?(from: &reader), language: try Language(from: &reader))
    }
}

extension TableOrigin: Recorded {
    func record(in writer: inout RecordWriter) {
        switch self {
        case .pipe(let file, let index):
            writer.flag(false)
            writer.name(file)
            writer.number(index)
        case .csv(let path, let file, let index):
            writer.flag(true)
            writer.name(path)
            writer.name(file)
            writer.number(index)
        }
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self =
            try reader.flag()
            ? .csv(path: try reader.name(), file: try reader.name(), index: try reader.number())
            : .pipe(file: try reader.name(), index: try reader.number())
    }
}

extension TableAttributes: Recorded {
    func record(in writer: inout RecordWriter) {
        goals.record(in: &writer)
        totals.record(in: &writer)
        accept.record(in: &writer)
        writer.flag(hasUnknownUnit)
        frames.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init()
        goals = try [Located<String>](from: &reader)
        totals = try TotalsRule(from: &reader)
        accept = try Located<String>?(from: &reader)
        hasUnknownUnit = try reader.flag()
        frames = try Located<String>?(from: &reader)
    }
}

extension TotalsRule: Recorded {
    func record(in writer: inout RecordWriter) {
        switch self {
        case .byWords: writer.number(0)
        case .none: writer.number(1)
        case .named(let labels):
            writer.number(2)
            labels.record(in: &writer)
        }
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self =
            switch try reader.number() {
            case 0: .byWords
            case 1: .none
            case 2: .named(try [Located<String>](from: &reader))
            default: throw RecordFault()
            }
    }
}

extension TableColumn: Recorded {
    func record(in writer: inout RecordWriter) {
        writer.text(heading)
        position.record(in: &writer)
        role.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(
            heading: try reader.text(), position: try SourcePosition(from: &reader),
            role: try ColumnRole(from: &reader))
    }
}

extension ColumnRole: Recorded {
    func record(in writer: inout RecordWriter) {
        switch self {
        case .id: writer.number(0)
        case .label: writer.number(1)
        case .title: writer.number(2)
        case .field(let field):
            writer.number(3)
            field.record(in: &writer)
        case .goals: writer.number(4)
        case .money(let column):
            writer.number(5)
            column.record(in: &writer)
        case .outcome: writer.number(6)
        case .forecast: writer.number(7)
        case .comment: writer.number(8)
        case .investmentKind: writer.number(9)
        case .cause: writer.number(10)
        case .effect: writer.number(11)
        case .date: writer.number(12)
        case .event: writer.number(13)
        case .body: writer.number(14)
        case .text: writer.number(15)
        }
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self =
            switch try reader.number() {
            case 0: .id
            case 1: .label
            case 2: .title
            case 3: .field(try Field(from: &reader))
            case 4: .goals
            case 5: .money(try MoneyColumn(from: &reader))
            case 6: .outcome
            case 7: .forecast
            case 8: .comment
            case 9: .investmentKind
            case 10: .cause
            case 11: .effect
            case 12: .date
            case 13: .event
            case 14: .body
            case 15: .text
            default: throw RecordFault()
            }
    }
}

extension MoneyColumn: Recorded {
    func record(in writer: inout RecordWriter) {
        period.record(in: &writer)
        version.record(in: &writer)
        unit.record(in: &writer)
        writer.flag(isPercentage)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(
            period: try Period?(from: &reader), version: try BudgetVersion?(from: &reader),
            unit: try MoneyUnit?(from: &reader), isPercentage: try reader.flag())
    }
}

extension TableRow: Recorded {
    func record(in writer: inout RecordWriter) {
        cells.record(in: &writer)
        writer.number(line)
        entity.record(in: &writer)
        goals.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(
            cells: try [TableCell](from: &reader), line: try reader.rowLine(),
            entity: try EntityID?(from: &reader), goals: try [Located<String>](from: &reader))
    }
}

extension TableCell: Recorded {
    func record(in writer: inout RecordWriter) {
        writer.text(text)
        position.record(in: &writer)
        reading.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(
            text: try reader.text(), position: try SourcePosition(from: &reader),
            reading: try AmountReading?(from: &reader))
    }
}

extension AmountReading: Recorded {
    func record(in writer: inout RecordWriter) {
        switch self {
        case .missing: writer.number(0)
        case .amount(let amount):
            writer.number(1)
            amount.record(in: &writer)
        case .unreadable(.notANumber): writer.number(2)
        case .unreadable(.decimalPoint): writer.number(3)
        case .unreadable(.grouping): writer.number(4)
        case .unreadable(.tooLong): writer.number(5)
        case .unreadable(.unknownUnit(let unit)):
            writer.number(6)
            writer.text(unit)
        }
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self =
            switch try reader.number() {
            case 0: .missing
            case 1: .amount(try PrintedAmount(from: &reader))
            case 2: .unreadable(.notANumber)
            case 3: .unreadable(.decimalPoint)
            case 4: .unreadable(.grouping)
            case 5: .unreadable(.tooLong)
            case 6: .unreadable(.unknownUnit(try reader.text()))
            default: throw RecordFault()
            }
    }
}
