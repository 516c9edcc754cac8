import PlanModel

extension ProseText: Recorded {
    func record(in writer: inout RecordWriter) {
        writer.name(file)
        language.record(in: &writer)
        owner.record(in: &writer)
        links.record(in: &writer)
        anchors.names.record(in: &writer)
        words.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(
            file: try reader.name(), language: try Language(from: &reader), owner: try EntityID?(from: &reader),
            links: try [ProseLink](from: &reader), anchors: AnchorNames(try [String](from: &reader)),
            words: try ProseWords(from: &reader))
    }
}

extension ProseLink.Form: RecordedWord {
    static var allCases: [Self] { [.link, .image, .bracket] }
}

extension ProseLink: Recorded {
    func record(in writer: inout RecordWriter) {
        form.record(in: &writer)
        writer.text(target)
        position.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(
            form: try Form(from: &reader), target: try reader.text(), position: try SourcePosition(from: &reader))
    }
}

extension ProseWords: Recorded {
    func record(in writer: inout RecordWriter) {
        abbreviations.record(in: &writer)
        explained.record(in: &writer)
        amounts.record(in: &writer)
        topics.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init()
        abbreviations = try [Located<String>](from: &reader)
        explained = try Set<String>(from: &reader)
        amounts = try [ProseAmount](from: &reader)
        topics = try Set<BudgetTopic>(from: &reader)
    }
}

extension ProseAmount: Recorded {
    func record(in writer: inout RecordWriter) {
        amount.record(in: &writer)
        writer.number(year)
        writer.text(sentence)
        position.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(
            amount: try PrintedAmount(from: &reader), year: try reader.number(),
            sentence: try reader.text(), position: try SourcePosition(from: &reader))
    }
}

extension Silencing: Recorded {
    func record(in writer: inout RecordWriter) {
        code.record(in: &writer)
        position.record(in: &writer)
        reach.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(
            code: try DiagnosticCode(from: &reader), position: try SourcePosition(from: &reader),
            reach: try [Reach](from: &reader))
    }
}

extension Silencing.Reach: Recorded {
    func record(in writer: inout RecordWriter) {
        writer.name(file)
        writer.numbers(lines.lowerBound, lines.upperBound)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        let file = try reader.file()
        let (first, last) = (try reader.line(of: file), try reader.line(of: file))
        guard first <= last else { throw RecordFault() }
        self.init(file: file.path, lines: first...last)
    }
}

extension LocalizedText: Recorded {
    func record(in writer: inout RecordWriter) {
        writer.text(swedish)
        writer.text(english)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        self.init(sv: try reader.text(), en: try reader.text())
    }
}

extension Diagnostic: Recorded {
    func record(in writer: inout RecordWriter) {
        code.record(in: &writer)
        severity.record(in: &writer)
        message.record(in: &writer)
        position.record(in: &writer)
        help.record(in: &writer)
    }

    init(from reader: inout RecordReader) throws(RecordFault) {
        let (code, severity) = (try DiagnosticCode(from: &reader), try Severity(from: &reader))
        let message = try LocalizedText(from: &reader)
        self.init(code, at: try SourcePosition(from: &reader), message, help: try LocalizedText?(from: &reader))
        guard severity != self.severity else { return }
        guard let level = CheckLevel(rawValue: severity.rawValue), let weighed = weighed(level) else {
            throw RecordFault()
        }
        self = weighed
    }
}
