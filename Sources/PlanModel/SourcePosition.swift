/// A place in a file of the project folder, as an editor shows it.
@usableFromInline package struct SourcePosition: Hashable, Sendable, Comparable {
    package let source: SourceFile
    // There are as many positions as words: they are kept small.
    private let lineNumber: Int32
    private let columnNumber: Int32
    /// The file's path relative to the project folder, with `/` between folders: `Content/region/index.md`.
    package var file: String { source.path }
    /// The line, counted from 1 in the file as it lies on disk.
    package var line: Int { Int(lineNumber) }
    /// The column in Unicode scalars, counted from 1.
    package var column: Int { Int(columnNumber) }

    package init(in source: SourceFile, line: Int, column: Int) {
        self.source = source
        lineNumber = Int32(clamping: line)
        columnNumber = Int32(clamping: column)
    }

    package init(file: String, line: Int, column: Int) {
        self.init(in: SourceFile(file), line: line, column: column)
    }

    @usableFromInline package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        if left.source != right.source {
            let (leftFile, rightFile) = (left.file, right.file)
            if leftFile != rightFile { return leftFile < rightFile }
        }
        return (left.line, left.column) < (right.line, right.column)
    }
}

/// A value together with the place where the author wrote it.
///
/// Usable from inline: what other targets make of it is else made without knowing what it holds, which is slow.
@usableFromInline package struct Located<Value> {
    @usableFromInline package var value: Value
    @usableFromInline package var position: SourcePosition

    @inlinable package init(_ value: Value, at position: SourcePosition) {
        self.value = value
        self.position = position
    }

    @inlinable package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(transform(value), at: position)
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
