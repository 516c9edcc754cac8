import PlanModel

/// A value that can be written to a record and read again, the same.
protocol Recorded {
    func record(in writer: inout RecordWriter)
    init(from reader: inout RecordReader) throws(RecordFault)
}

extension Array: Recorded where Element: Recorded {
    func record(in writer: inout RecordWriter) { writer.list(self) { $1.record(in: &$0) } }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self = try reader.list { (reader) throws(RecordFault) in try Element(from: &reader) }
    }
}

extension Optional: Recorded where Wrapped: Recorded {
    func record(in writer: inout RecordWriter) {
        writer.flag(self != nil)
        self?.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self = try reader.flag() ? try Wrapped(from: &reader) : nil
    }
}

extension Dictionary: Recorded where Key: Recorded, Value: Recorded {
    func record(in writer: inout RecordWriter) {
        writer.number(count)
        for (key, value) in self {
            key.record(in: &writer)
            value.record(in: &writer)
        }
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        let count = try reader.count()
        self = Dictionary(minimumCapacity: count)
        for _ in 0..<count {
            let key = try Key(from: &reader)
            self[key] = try Value(from: &reader)
        }
    }
}

extension Set: Recorded where Element: Recorded {
    func record(in writer: inout RecordWriter) { writer.list(self) { $1.record(in: &$0) } }

    init(from reader: inout RecordReader) throws(RecordFault) { self = Set(try [Element](from: &reader)) }
}

extension String: Recorded {
    func record(in writer: inout RecordWriter) { writer.text(self) }
    init(from reader: inout RecordReader) throws(RecordFault) { self = try reader.text() }
}

extension Int: Recorded {
    func record(in writer: inout RecordWriter) { writer.number(self) }
    init(from reader: inout RecordReader) throws(RecordFault) { self = try reader.number() }
}

extension Bool: Recorded {
    func record(in writer: inout RecordWriter) { writer.flag(self) }
    init(from reader: inout RecordReader) throws(RecordFault) { self = try reader.flag() }
}

/// Words of an enumeration are written as their number.
protocol RecordedWord: Recorded, CaseIterable, Equatable where AllCases == [Self] {}

extension RecordedWord {
    func record(in writer: inout RecordWriter) { writer.number(Self.allCases.firstIndex(of: self) ?? 0) }
    init(from reader: inout RecordReader) throws(RecordFault) { self = try reader.word(Self.self) }
}

extension Language: RecordedWord {}
extension EntityKind: RecordedWord {}
extension Field: RecordedWord {}
extension TableClass: RecordedWord {}
extension Status: RecordedWord {}
extension BodyKind: RecordedWord {}
extension GoalKind: RecordedWord {}
extension AssignmentKind: RecordedWord {}
extension Direction: RecordedWord {}
extension MoneyUnit: RecordedWord {}
extension BudgetVersion: RecordedWord {}
extension BudgetTopic: RecordedWord {}
extension DiagnosticCode: RecordedWord {}
extension Severity: RecordedWord {}

// MARK: Values that all kinds of things hold

extension EntityID: Recorded {
    func record(in writer: inout RecordWriter) { writer.name(text) }
    init(from reader: inout RecordReader) throws(RecordFault) { self.init(try reader.name()) }
}

extension SourcePosition: Recorded {
    func record(in writer: inout RecordWriter) {
        writer.name(file)
        writer.number(line)
        writer.number(column)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        let file = try reader.file()
        self.init(in: file, line: try reader.line(of: file), column: try reader.number())
    }
}

extension Located: Recorded where Value: Recorded {
    func record(in writer: inout RecordWriter) {
        value.record(in: &writer)
        position.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(try Value(from: &reader), at: try SourcePosition(from: &reader))
    }
}

extension CalendarDate: Recorded {
    func record(in writer: inout RecordWriter) {
        writer.number(year)
        writer.number(month ?? 0)
        writer.number(day ?? 0)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        let (year, month, day) = (try reader.number(), try reader.number(), try reader.number())
        guard let month = month == 0 ? nil : month else {
            self.init(year: year, month: nil)
            return
        }
        guard day != 0 else {
            self.init(year: year, month: month)
            return
        }
        guard let date = CalendarDate(year: year, month: month, day: day) else { throw RecordFault() }
        self = date
    }
}

extension Period: Recorded {
    func record(in writer: inout RecordWriter) {
        writer.number(first)
        writer.number(last)
        switch part {
        case nil: writer.number(0)
        case .month(let number): writer.numbers(1, number)
        case .tertial(let number): writer.numbers(2, number)
        case .quarter(let number): writer.numbers(3, number)
        }
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        let (first, last) = (try reader.number(), try reader.number())
        let part: Part? =
            switch try reader.number() {
            case 0: nil
            case 1: .month(try reader.number())
            case 2: .tertial(try reader.number())
            case 3: .quarter(try reader.number())
            default: throw RecordFault()
            }
        self.init(first: first, last: last, part: part)
    }
}

extension Amount: Recorded {
    func record(in writer: inout RecordWriter) {
        writer.wideNumber(mantissa)
        writer.number(scale)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        let (mantissa, scale) = (try reader.wideNumber(), try reader.number())
        guard scale >= 0 else { throw RecordFault() }
        self.init(mantissa: mantissa, scale: scale)
    }
}

extension PrintedAmount: Recorded {
    func record(in writer: inout RecordWriter) {
        writer.text(text)
        value.record(in: &writer)
        unit.record(in: &writer)
        writer.flag(isPercentage)
        writer.flag(hasPlus)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(
            text: try reader.text(), value: try Amount(from: &reader), unit: try MoneyUnit?(from: &reader),
            isPercentage: try reader.flag(), hasPlus: try reader.flag())
    }
}

extension RecordWriter {
    mutating func numbers(_ first: Int, _ second: Int) {
        number(first)
        number(second)
    }
}
