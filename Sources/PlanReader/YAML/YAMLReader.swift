import CYaml
import PlanModel
// The package Yams carries CYaml. Its events are read rather than the tree of Yams, which is built by recursion (a deep
// text overflows the stack) and copies aliases (a few lines become billions of nodes).
import Yams

/// Reads YAML by the events of libyaml, with every place as the file has it.
///
/// Anchors, aliases, tags and nesting beyond ``Limit`` are refused where they begin. Nothing in the text makes
/// the reader recurse, hang or trap.
struct YAMLReader {
    /// The root, or `nil` where the text is empty or broken.
    private(set) var root: Located<YAMLNode>?
    private(set) var diagnostics: [Diagnostic] = []

    private let source: SourceText
    private let range: Range<Int>
    /// The offset in `source` of each Unicode scalar of the range: libyaml counts its marks in scalars.
    private let offsets: [Int]
    private var stack: [Frame] = []

    /// A mapping or sequence whose end is not yet read.
    private struct Frame {
        let position: SourcePosition
        let isMapping: Bool
        var items: [Located<YAMLNode>] = []
        var pairs: [YAMLPair] = []
        /// The place of each key among the pairs.
        var seen: [String: Int] = [:]
        var key: Located<String>?
    }

    /// Reads a part of a file.
    ///
    /// - Parameter range: bytes of `source` that begin and end at lines.
    init(_ source: SourceText, range: Range<Int>) {
        self.source = source
        self.range = range
        guard range.count <= Limit.frontMatter.value else {
            offsets = []
            diagnostics.append(.limitExceeded(.frontMatter, at: source.position(ofOffset: range.lowerBound)))
            return
        }
        var offsets: [Int] = []
        offsets.reserveCapacity(range.count)
        for offset in range where source.bytes[offset] & 0xC0 != 0x80 { offsets.append(offset) }
        self.offsets = offsets
        if let fault = read() {
            root = nil
            diagnostics.append(fault)
        }
    }

    private func position(_ mark: yaml_mark_t) -> SourcePosition {
        let index = Int(mark.index)
        return source.position(ofOffset: index < offsets.count ? offsets[index] : range.upperBound)
    }

    /// - Returns: what makes the text unreadable, or `nil`.
    private mutating func read() -> Diagnostic? {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { preconditionFailure("libyaml has no memory to start with") }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        return source.bytes[range].withUnsafeBufferPointer { buffer -> Diagnostic? in
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            var documents = 0
            while true {
                var event = yaml_event_t()
                guard yaml_parser_parse(&parser, &event) == 1 else { return syntaxFault(parser) }
                defer { yaml_event_delete(&event) }
                if event.type == YAML_STREAM_END_EVENT { return nil }
                if event.type == YAML_DOCUMENT_START_EVENT {
                    documents += 1
                    if documents > 1 { return .yamlSecondDocument(at: position(event.start_mark)) }
                }
                if let fault = handle(event) { return fault }
            }
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: scalar.value != 0x85
        default: false
        }
    }

    private mutating func handle(_ event: yaml_event_t) -> Diagnostic? {
        let place = position(event.start_mark)
        switch event.type {
        case YAML_ALIAS_EVENT:
            return .yamlAlias(at: place)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            if scalar.anchor != nil { return .yamlAlias(at: place) }
            if scalar.tag != nil { return .yamlTag(at: place) }
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            // Escapes in quotes can write what no page may hold.
            if text.unicodeScalars.contains(where: Self.isControl) { return .controlCharacter(at: place) }
            return add(Located(.scalar(text), at: place))
        case YAML_SEQUENCE_START_EVENT:
            if event.data.sequence_start.anchor != nil { return .yamlAlias(at: place) }
            if event.data.sequence_start.tag != nil { return .yamlTag(at: place) }
            return open(Frame(position: place, isMapping: false))
        case YAML_MAPPING_START_EVENT:
            if event.data.mapping_start.anchor != nil { return .yamlAlias(at: place) }
            if event.data.mapping_start.tag != nil { return .yamlTag(at: place) }
            return open(Frame(position: place, isMapping: true))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            guard let frame = stack.popLast() else { return nil }
            return add(Located(frame.isMapping ? .mapping(frame.pairs) : .sequence(frame.items), at: frame.position))
        default:
            return nil
        }
    }

    private mutating func open(_ frame: Frame) -> Diagnostic? {
        if let top = stack.last, top.isMapping, top.key == nil { return .yamlKeyShape(at: frame.position) }
        guard stack.count < Limit.yamlDepth.value else { return .yamlTooDeep(at: frame.position) }
        stack.append(frame)
        return nil
    }

    /// Places a finished node in what is open.
    private mutating func add(_ node: Located<YAMLNode>) -> Diagnostic? {
        guard var top = stack.popLast() else {
            root = node
            return nil
        }
        if !top.isMapping {
            top.items.append(node)
        } else if let key = top.key {
            top.key = nil
            if let first = top.seen[key.value] {
                diagnostics.append(.duplicateKey(key, first: top.pairs[first].key))
            } else {
                top.seen[key.value] = top.pairs.count
                top.pairs.append(YAMLPair(key: key, value: node))
            }
        } else if case .scalar(let text) = node.value {
            top.key = Located(text, at: node.position)
        } else {
            return .yamlKeyShape(at: node.position)
        }
        stack.append(top)
        return nil
    }

    /// What libyaml says is wrong, placed and in words that help.
    private func syntaxFault(_ parser: yaml_parser_t) -> Diagnostic {
        if parser.error == YAML_READER_ERROR {
            let offset = range.lowerBound + Int(parser.problem_offset)
            return .yamlForbiddenCharacter(at: source.position(ofOffset: min(offset, range.upperBound)))
        }
        // libyaml says that it is out of memory when brackets nest deeper than it allows.
        if parser.error == YAML_MEMORY_ERROR { return .yamlTooDeep(at: position(parser.mark)) }
        let context = parser.context.map { String(cString: $0) } ?? ""
        let problem = parser.problem.map { String(cString: $0) } ?? ""
        let place = position(parser.problem_mark)
        let start = parser.context == nil ? place : position(parser.context_mark)
        if problem.contains("nesting level") { return .yamlTooDeep(at: place) }
        if context.contains("alias") || context.contains("anchor") { return .yamlAlias(at: start) }
        for line in [place.line, start.line] {
            if let tab = tabInIndentation(ofLine: line) { return tab }
        }
        return .yamlSyntax(problem: problem, context: context, at: place, from: start)
    }

    private func tabInIndentation(ofLine line: Int) -> Diagnostic? {
        var column = 1
        for byte in source.bytes[source.range(ofLine: line)] {
            if byte == UInt8(ascii: "\t") {
                return .yamlTab(at: SourcePosition(file: source.file, line: line, column: column))
            }
            guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") else { return nil }
            column += 1
        }
        return nil
    }
}
