/// A place in a file of the project folder, as an editor shows it.
package struct SourcePosition: Hashable, Sendable, Comparable {
    /// The file's path relative to the project folder, with `/` between folders: `Content/region/index.md`.
    package let file: String
    /// The line, counted from 1 in the file as it lies on disk.
    package let line: Int
    /// The column in Unicode scalars, counted from 1.
    package let column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
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
