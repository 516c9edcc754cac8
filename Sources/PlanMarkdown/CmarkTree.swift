import CCmark
import CParseMemory

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A text parsed by libcmark: owns libcmark's memory and lends its nodes for as long as it lives.
///
/// The only place where memory of libcmark is made or freed. Nodes must not outlive the tree, which is why they are
/// handed out inside of functions of this target only and never stored in a document. A tree is freed on the thread that
/// made it, and one that was made within another's life before that other.
struct CmarkTree: ~Copyable {
    private let root: CmarkNode
    private let mark: klarplan_mark

    init(parsing bytes: UnsafeBufferPointer<UInt8>) {
        mark = klarplan_begin()
        root = CmarkNode(raw: Self.parse(bytes))
    }

    init(parsing bytes: [UInt8]) {
        mark = klarplan_begin()
        root = CmarkNode(raw: bytes.withUnsafeBufferPointer { Self.parse($0) })
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer {
        let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory)
        defer { cmark_parser_free(parser) }
        bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        guard let document = cmark_parser_finish(parser) else {
            preconditionFailure("libcmark aborts rather than return no document")
        }
        return document
    }

    /// Where libcmark gets its memory from. It keeps the pointer in its nodes, reads it and never changes it.
    nonisolated(unsafe) private static let memory: UnsafeMutablePointer<cmark_mem> = {
        let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        memory.initialize(to: cmark_mem(calloc: klarplan_calloc, realloc: klarplan_realloc, free: klarplan_free))
        return memory
    }()

    deinit { klarplan_end(mark) }

    /// Lends the document; its nodes live at least until `body` returns.
    borrowing func withRoot<Result>(_ body: (CmarkNode) -> Result) -> Result { body(root) }
}

/// A borrowed node of a ``CmarkTree``.
struct CmarkNode: Hashable {
    let raw: OpaquePointer

    init(raw: OpaquePointer) { self.raw = raw }

    var type: cmark_node_type { cmark_node_get_type(raw) }
    var firstChild: CmarkNode? { cmark_node_first_child(raw).map(CmarkNode.init(raw:)) }
    var next: CmarkNode? { cmark_node_next(raw).map(CmarkNode.init(raw:)) }
    var parent: CmarkNode? { cmark_node_parent(raw).map(CmarkNode.init(raw:)) }
    /// Counted from 0 in the text that was parsed.
    var startLine: Int { Int(cmark_node_get_start_line(raw)) - 1 }
    var endLine: Int { Int(cmark_node_get_end_line(raw)) - 1 }
    /// Counted from 0 in bytes.
    var startColumn: Int { max(0, Int(cmark_node_get_start_column(raw)) - 1) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(raw)) }
    var listKind: MarkdownNode.Kind {
        .list(
            ordered: cmark_node_get_list_type(raw) == CMARK_ORDERED_LIST,
            start: Int(cmark_node_get_list_start(raw)),
            tight: cmark_node_get_list_tight(raw) != 0
        )
    }
    var literal: String { Self.string(cmark_node_get_literal(raw)) }
    var fenceInfo: String { Self.string(cmark_node_get_fence_info(raw)) }
    var destination: String { Self.string(cmark_node_get_url(raw)) }
    var title: String { Self.string(cmark_node_get_title(raw)) }

    /// Lends the words of a text or code as UTF-8, without a copy.
    func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard let literal = cmark_node_get_literal(raw) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        let count = strlen(literal)
        return literal.withMemoryRebound(to: UInt8.self, capacity: count) {
            body(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    /// A block that holds blocks: its lines begin with a prefix of its own.
    var isContainer: Bool { type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM }
    var isParagraph: Bool { type == CMARK_NODE_PARAGRAPH }
}

/// Walks a subtree without recursion, as libcmark's own renderers do.
struct CmarkWalk: ~Copyable {
    private let iterator: OpaquePointer

    init(_ node: CmarkNode) {
        guard let iterator = cmark_iter_new(node.raw) else {
            preconditionFailure("libcmark aborts rather than return no iterator")
        }
        self.iterator = iterator
    }

    deinit { cmark_iter_free(iterator) }

    /// The next node and whether it is entered (leaves are only entered), or `nil` at the end.
    func next() -> (node: CmarkNode, entering: Bool)? {
        let event = cmark_iter_next(iterator)
        guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return nil }
        return (CmarkNode(raw: node), event == CMARK_EVENT_ENTER)
    }

    /// Leaves out the children of a node just entered; its exit is the event that was last given.
    func skip(_ node: CmarkNode) {
        cmark_iter_reset(iterator, node.raw, CMARK_EVENT_EXIT)
    }
}
