import PlanModel

extension Entity: Recorded {
    func record(in writer: inout RecordWriter) {
        id.record(in: &writer)
        kind.record(in: &writer)
        writer.text(title)
        position.record(in: &writer)
        organisation.record(in: &writer)
        plan.record(in: &writer)
        container.record(in: &writer)
        fields.record(in: &writer)
        texts.record(in: &writer)
        translations.record(in: &writer)
        writer.flag(hasWrittenID)
        writer.flag(isPublished)
        row.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(
            id: try EntityID(from: &reader), kind: try EntityKind(from: &reader), title: try reader.text(),
            position: try SourcePosition(from: &reader), organisation: try EntityID?(from: &reader),
            plan: try EntityID?(from: &reader), container: try EntityID?(from: &reader),
            fields: try [Field: Located<FieldValue>](from: &reader), texts: try [Language: String](from: &reader),
            translations: try [Language: Translation](from: &reader), hasWrittenID: try reader.flag(),
            isPublished: try reader.flag(), row: try RowPlace?(from: &reader))
    }
}

extension RowPlace: Recorded {
    func record(in writer: inout RecordWriter) {
        table.record(in: &writer)
        writer.number(row)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(table: try EntityID(from: &reader), row: try reader.number())
    }
}

extension Translation: Recorded {
    func record(in writer: inout RecordWriter) {
        title.record(in: &writer)
        texts.record(in: &writer)
        agenda.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(title: try String?(from: &reader), texts: try [Field: String](from: &reader))
        agenda = try [AgendaItem](from: &reader)
    }
}

extension FieldValue: Recorded {
    func record(in writer: inout RecordWriter) {
        func write(_ number: Int, _ value: some Recorded) {
            writer.number(number)
            value.record(in: &writer)
        }
        switch self {
        case .text(let text): write(0, text)
        case .flag(let flag): write(1, flag)
        case .texts(let texts): write(2, texts)
        case .references(let references): write(3, references)
        case .responsible(let text, let parts):
            write(4, text)
            parts.record(in: &writer)
        case .period(let period): write(5, period)
        case .date(let date): write(6, date)
        case .status(let status): write(7, status)
        case .bodyKind(let kind): write(8, kind)
        case .goalKind(let kind): write(9, kind)
        case .assignmentKind(let kind): write(10, kind)
        case .direction(let direction): write(11, direction)
        case .moneyUnit(let unit): write(12, unit)
        case .count(let count): write(13, count)
        case .decision(let decision): write(14, decision)
        case .agenda(let items): write(15, items)
        case .values(let values): write(16, values)
        }
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self =
            switch try reader.number() {
            case 0: .text(try String(from: &reader))
            case 1: .flag(try Bool(from: &reader))
            case 2: .texts(try [Located<String>](from: &reader))
            case 3: .references(try [Located<String>](from: &reader))
            case 4: .responsible(try String(from: &reader), parts: try [Located<String>](from: &reader))
            case 5: .period(try Period(from: &reader))
            case 6: .date(try CalendarDate(from: &reader))
            case 7: .status(try Status(from: &reader))
            case 8: .bodyKind(try BodyKind(from: &reader))
            case 9: .goalKind(try GoalKind(from: &reader))
            case 10: .assignmentKind(try AssignmentKind(from: &reader))
            case 11: .direction(try Direction(from: &reader))
            case 12: .moneyUnit(try MoneyUnit(from: &reader))
            case 13: .count(try Int(from: &reader))
            case 14: .decision(try Decision(from: &reader))
            case 15: .agenda(try [AgendaItem](from: &reader))
            case 16: .values(try [PeriodValue](from: &reader))
            default: throw RecordFault()
            }
    }
}

extension Decision: Recorded {
    func record(in writer: inout RecordWriter) {
        body.record(in: &writer)
        date.record(in: &writer)
        paragraph.record(in: &writer)
        diaryNumber.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(
            body: try Located<String>?(from: &reader), date: try Located<CalendarDate>?(from: &reader),
            paragraph: try Located<String>?(from: &reader), diaryNumber: try Located<String>?(from: &reader))
    }
}

extension AgendaItem: Recorded {
    func record(in writer: inout RecordWriter) {
        title.record(in: &writer)
        documents.record(in: &writer)
        proposal.record(in: &writer)
        decision.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(
            title: try Located<String>(from: &reader), documents: try [Located<String>](from: &reader),
            proposal: try String?(from: &reader), decision: try String?(from: &reader))
    }
}

extension PeriodValue: Recorded {
    func record(in writer: inout RecordWriter) {
        period.record(in: &writer)
        writer.text(text)
        position.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(
            period: try Period?(from: &reader), text: try reader.text(), position: try SourcePosition(from: &reader))
    }
}
