/// A language of the interface and of content.
package enum Language: String, Sendable, CaseIterable, Comparable {
    case swedish = "sv"
    case english = "en"

    package static func < (left: Language, right: Language) -> Bool { left.rawValue < right.rawValue }
}

/// One message in both languages; the two stand beside each other so that they cannot drift apart.
package struct LocalizedText: Hashable, Sendable {
    package let swedish: String
    package let english: String

    package init(sv swedish: String, en english: String) {
        self.swedish = swedish
        self.english = english
    }

    package subscript(language: Language) -> String {
        switch language {
        case .swedish: swedish
        case .english: english
        }
    }
}
