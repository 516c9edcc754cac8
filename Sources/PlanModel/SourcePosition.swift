/// A place in a file of the project folder, as an editor shows it.
package struct SourcePosition: Hashable, Sendable, Comparable {
    /// The file's path relative to the project folder, with `/` between folders: `Content/region/index.md`.
    package let file: String
    /// The line, counted from 1 in the file as it lies on disk.
    package var line: Int { Int(lineNumber) }
    /// The column in Unicode scalars, counted from 1.
    package var column: Int { Int(columnNumber) }
    // There are as many positions as words: they are kept small.
    private let lineNumber: Int32
    private let columnNumber: Int32

    package init(file: String, line: Int, column: Int) {
        self.file = file
        lineNumber = Int32(clamping: line)
        columnNumber = Int32(clamping: column)
    }

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

/// A value together with the place where the author wrote it.
package struct Located<Value> {
    package var value: Value
    package var position: SourcePosition

    package init(_ value: Value, at position: SourcePosition) {
        self.value = value
        self.position = position
    }

    package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(transform(value), at: position)
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
