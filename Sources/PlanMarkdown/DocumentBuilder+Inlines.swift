internal import PlanModel

extension DocumentBuilder {
    mutating func addText(_ text: UnsafeBufferPointer<UInt8>) {
        let hasBracket = linkDepth == 0 && imageDepth == 0 && text.holds(0x5B)
        let match = locator.text(text, detailed: hasBracket)
        guard hasBracket else {
            return addPlain(text, at: match.isExact ? match.start : nil, positions.position(match.start))
        }
        let bytes = Array(text)
        var plain = 0
        for span in BracketScanner.spans(in: bytes, places: match.bytes) {
            let offset = match.bytes?[span.lowerBound] ?? match.start
            let content = String(decoding: bytes[span.lowerBound + 1..<span.upperBound - 1], as: UTF8.self)
            let kind: MarkdownNode.Kind
            if content.utf8.first == 0x5E {
                guard let reference = reference(to: String(content.dropFirst()), offset) else { continue }
                kind = reference
            } else {
                kind = .bracket(content)
            }
            addPlain(bytes, plain..<span.lowerBound, match)
            addLeaf(kind, positions.position(offset))
            plain = span.upperBound
        }
        addPlain(bytes, plain..<bytes.count, match)
    }

    mutating func addPlain(_ bytes: [UInt8], _ range: Range<Int>, _ match: InlineLocator.Match) {
        guard !range.isEmpty else { return }
        // What is escaped has no place of its own. Never back to the start: that would count a long line anew each time.
        let place = match.bytes.map { places in places[range].first { $0 >= 0 } ?? positions.offset } ?? match.start
        let position = positions.position(place)
        bytes[range].withUnsafeBufferPointer {
            addPlain($0, at: match.isExact ? match.start + range.lowerBound : nil, position)
        }
    }

    /// - Parameter offset: where the text stands in the source byte for byte.
    mutating func addPlain(_ text: UnsafeBufferPointer<UInt8>, at offset: Int?, _ position: SourcePosition) {
        nodes.append(text: text, at: offset, line: position.line, column: position.column, parent: openNode ?? -1)
    }

    mutating func openLink(_ node: CmarkNode) {
        let position = positions.position(locator.openBracket(isImage: false))
        open(.link(destination: safe(node.destination, at: position), title: node.title), position)
        linkDepth += 1
    }

    mutating func openImage(_ node: CmarkNode) {
        let position = positions.position(locator.openBracket(isImage: true))
        open(.image(source: safe(node.destination, at: position), title: node.title), position)
        imageDepth += 1
    }

    mutating func safe(_ destination: String, at position: SourcePosition) -> String {
        guard LinkSafety.isUnsafe(destination) else { return destination }
        diagnostics.append(.unsafeLink(destination, at: position))
        return ""
    }

    mutating func checkAlternative() {
        guard imageDepth == 0, let image = openNode else { return }
        if nodes.plainText(of: image + 1..<nodes.count).utf8.allSatisfy({ $0 <= 0x20 }) {
            let record = nodes[image]
            let position = SourcePosition(in: text.source.source, line: record.line, column: record.column)
            diagnostics.append(.imageWithoutText(at: position))
        }
    }

    mutating func addInlineHTML(_ literal: String) {
        let position = positions.position(locator.tag(length: literal.utf8.count))
        // In an image's alternative text libcmark prints the tag itself, escaped.
        addLeaf(imageDepth > 0 ? .text(literal) : .htmlInline, position)
        reportHTML(literal, at: position)
    }

    mutating func addHTMLBlock(_ node: CmarkNode) {
        switch text.lines.indices.contains(node.startLine) ? text.lines[node.startLine].role : .plain {
        case .table(let index): addTable(pieces.tables[index])
        case .dropped: break
        case .plain, .placeholder:
            let position = blockPosition(node)
            addLeaf(.htmlBlock, position)
            reportHTML(node.literal, at: position)
        }
    }

    mutating func reportHTML(_ literal: String, at position: SourcePosition) {
        guard position.line != lastHTMLLine, !BracketScanner.isComment(literal) else { return }
        lastHTMLLine = position.line
        diagnostics.append(.rawHTML(literal, at: position))
    }
}
