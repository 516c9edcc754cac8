/// A block quote or list item around a block, as far as it says how its lines begin.
struct LineContainer {
    enum Kind {
        case quote
        /// Columns from where the item's marker may begin to its content.
        case item(width: Int)
    }

    let kind: Kind
    /// The line on which it opens, counted from 0.
    let startLine: Int
}

/// How far the prefixes of a chain of containers reach into one line.
struct LinePrefix {
    /// How many containers, from the outermost, the line continues.
    var matched: Int
    /// The byte after the prefixes; after a tab that they share with what follows.
    var offset: Int
    /// The first byte after the prefixes that is neither space nor tab.
    var content: Int
    /// Columns between `offset` and `content`; four or more is an indented line.
    var indent: Int
    var isBlank: Bool
}

/// Reads a line the way libcmark does when it looks for the prefixes of open blocks: tabs stop at every fourth column.
struct LineReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var offset = 0
    private var column = 0
    /// Columns of a tab at `offset` that a prefix has not taken.
    private var restOfTab = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var isAtSpace: Bool { offset < bytes.count && (bytes[offset] == 0x20 || bytes[offset] == 0x09) }

    private mutating func advance(columns count: Int) {
        var left = count
        while left > 0, offset < bytes.count {
            if bytes[offset] == 0x09 {
                let width = restOfTab > 0 ? restOfTab : 4 - column % 4
                let taken = min(width, left)
                column += taken
                left -= taken
                restOfTab = width - taken
                if restOfTab == 0 { offset += 1 }
            } else {
                offset += 1
                column += 1
                left -= 1
            }
        }
    }

    /// The first byte that is neither space nor tab, and the columns up to it.
    private func nonSpace() -> (offset: Int, indent: Int) {
        var place = offset
        var reached = column
        if restOfTab > 0 {
            reached += restOfTab
            place += 1
        }
        while place < bytes.count {
            if bytes[place] == 0x20 {
                reached += 1
            } else if bytes[place] == 0x09 {
                reached += 4 - reached % 4
            } else {
                break
            }
            place += 1
        }
        return (place, reached - column)
    }

    /// Takes the prefixes of `chain`, outermost first, as far as the line has them.
    mutating func take(_ chain: some Sequence<LineContainer>, line: Int) -> LinePrefix {
        var matched = 0
        containers: for container in chain {
            let (place, indent) = nonSpace()
            switch container.kind {
            case .quote:
                guard indent < 4, place < bytes.count, bytes[place] == 0x3E else { break containers }
                advance(columns: indent + 1)
                if isAtSpace { advance(columns: 1) }
            case .item(let width):
                if line == container.startLine || indent >= width {
                    advance(columns: width)
                } else if place >= bytes.count {
                    advance(columns: indent)
                } else {
                    break containers
                }
            }
            matched += 1
        }
        let (place, indent) = nonSpace()
        return LinePrefix(
            matched: matched,
            offset: restOfTab > 0 ? offset + 1 : offset,
            content: place,
            indent: indent,
            isBlank: place >= bytes.count
        )
    }

    /// The width of the list item that opens here.
    ///
    /// One to four columns after the marker belong to it; more of them are an indented code block after one column.
    mutating func itemWidth() -> Int {
        let (place, indent) = nonSpace()
        var marker = 1
        if place < bytes.count, (0x30...0x39).contains(bytes[place]) {
            while place + marker < bytes.count, (0x30...0x39).contains(bytes[place + marker]) { marker += 1 }
            marker += 1
        }
        advance(columns: indent + marker)
        let start = column
        while column - start <= 5, isAtSpace { advance(columns: 1) }
        let padding = column - start
        let isPlain = padding >= 5 || padding < 1 || offset >= bytes.count
        return indent + marker + (isPlain ? 1 : padding)
    }
}
