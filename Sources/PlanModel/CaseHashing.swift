/// Closed lists of words are keys of many dictionaries. A list with raw values is hashed by these, letter by letter; its
/// case is one byte that tells as much.
extension CaseIterable where Self: RawRepresentable, Self.RawValue == String {
    fileprivate func combineCase(into hasher: inout Hasher) {
        withUnsafeBytes(of: self) { hasher.combine(bytes: $0) }
    }
}

extension Field {
    package func hash(into hasher: inout Hasher) { combineCase(into: &hasher) }
}

extension EntityKind {
    package func hash(into hasher: inout Hasher) { combineCase(into: &hasher) }
}

extension Language {
    package func hash(into hasher: inout Hasher) { combineCase(into: &hasher) }
}

extension RelationKind {
    package func hash(into hasher: inout Hasher) { combineCase(into: &hasher) }
}

extension DiagnosticCode {
    package func hash(into hasher: inout Hasher) { combineCase(into: &hasher) }
}
