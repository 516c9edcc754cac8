/// A closed list of words that authors may write in either language.
package protocol Vocabulary: Sendable, CaseIterable, RawRepresentable, Hashable where RawValue == String {
    /// Accepted spellings beside the raw value: Swedish ones first.
    var spellings: [String] { get }
}

extension Vocabulary {
    /// Reads a word, whatever its case.
    package init?(spelling word: String) {
        let folded = word.withoutInvisibleSigns().trimmed().lowercased()
        for value in Self.allCases where value.rawValue == folded || value.spellings.contains(folded) {
            self = value
            return
        }
        return nil
    }

    /// Every accepted spelling, Swedish first, for messages and suggestions.
    package static var allSpellings: [String] {
        allCases.flatMap(\.spellings) + allCases.map(\.rawValue)
    }
}

/// How work goes (status of goals, assignments and activities), or where a plan stands.
package enum Status: String, Vocabulary {
    case notStarted = "not-started"
    case onTrack = "on-track"
    case atRisk = "at-risk"
    case delayed
    case done
    case cancelled
    case draft
    case proposed
    case decided
    case superseded
    case closed

    package var spellings: [String] {
        switch self {
        case .notStarted: ["ej påbörjad"]
        case .onTrack: ["enligt plan"]
        case .atRisk: ["risk"]
        case .delayed: ["försenad"]
        case .done: ["klar"]
        case .cancelled: ["avbruten"]
        case .draft: ["utkast"]
        case .proposed: ["förslag"]
        case .decided: ["beslutad"]
        case .superseded: ["ersatt"]
        case .closed: ["avslutad"]
        }
    }

    /// The words for work: goals, assignments, activities.
    package static let ofWork: [Status] = [.notStarted, .onTrack, .atRisk, .delayed, .done, .cancelled]
    /// The words for documents: plans and reports.
    package static let ofDocuments: [Status] = [.draft, .proposed, .decided, .superseded, .closed]
}

/// What kind of body a unit is (slag).
package enum BodyKind: String, Vocabulary {
    case council, board, committee, subcommittee, administration, department, company

    package var spellings: [String] {
        switch self {
        case .council: ["fullmäktige"]
        case .board: ["styrelse"]
        case .committee: ["nämnd"]
        case .subcommittee: ["utskott"]
        case .administration: ["förvaltning"]
        case .department: ["avdelning"]
        case .company: ["bolag"]
        }
    }
}

/// What kind of goal it is (slag).
package enum GoalKind: String, Vocabulary {
    case council, committee, result, process, financial
    case workEnvironment = "work-environment"

    package var spellings: [String] {
        switch self {
        case .council: ["fullmäktigemål"]
        case .committee: ["nämndmål"]
        case .result: ["resultatmål"]
        case .process: ["processmål"]
        case .financial: ["finansiellt", "finansiellt mål"]
        case .workEnvironment: ["arbetsmiljömål"]
        }
    }
}

/// Where an assignment comes from (slag).
package enum AssignmentKind: String, Vocabulary {
    case political, core

    package var spellings: [String] {
        switch self {
        case .political: ["politiskt", "politiskt uppdrag"]
        case .core: ["grunduppdrag"]
        }
    }
}

/// Which way an indicator should go (riktning).
package enum Direction: String, Vocabulary {
    case up, down, hold

    package var spellings: [String] {
        switch self {
        case .up: ["upp"]
        case .down: ["ned", "ner"]
        case .hold: ["behåll"]
        }
    }
}
