package import PlanModel

/// Every finding explained: what it means, what to do, and an example of each.
///
/// The switch is exhaustive on purpose: a new code does not compile before it has an entry.
package enum Catalogue {
    package static func entry(_ code: DiagnosticCode) -> CatalogueEntry {
        switch code {
        case .notUTF8: .notUTF8
        case .emptyFile: .emptyFile
        case .fileTooLarge: .fileTooLarge
        case .limitExceeded: .limitExceeded
        case .unreadableFile: .unreadableFile
        case .symlinkOutside: .symlinkOutside
        case .contentMissing: .contentMissing
        case .frontMatterMissing: .frontMatterMissing
        case .frontMatterUnclosed: .frontMatterUnclosed
        case .yamlSyntax: .yamlSyntax
        case .yamlTab: .yamlTab
        case .yamlAlias: .yamlAlias
        case .yamlTooDeep: .yamlTooDeep
        case .duplicateKey: .duplicateKey
        case .unknownKey: .unknownKey
        case .keyNotAllowed: .keyNotAllowed
        case .missingKey: .missingKey
        case .wrongValueType: .wrongValueType
        case .unknownType: .unknownType
        case .unknownStatus: .unknownStatus
        case .unknownKind: .unknownKind
        case .invalidValue: .invalidValue
        case .invalidDate: .invalidDate
        case .invalidPeriod: .invalidPeriod
        case .invalidID: .invalidID
        case .reservedID: .reservedID
        case .duplicateID: .duplicateID
        case .addressCollision: .addressCollision
        case .misplacedEntity: .misplacedEntity
        case .unknownReference: .unknownReference
        case .ambiguousReference: .ambiguousReference
        case .wrongReferenceType: .wrongReferenceType
        case .parentCircle: .parentCircle
        case .brokenLink: .brokenLink
        case .brokenFragment: .brokenFragment
        case .rootLink: .rootLink
        case .unsafeLink: .unsafeLink
        case .intranetLink: .intranetLink
        case .foreignImage: .foreignImage
        case .rawHTML: .rawHTML
        case .markdownTooDeep: .markdownTooDeep
        case .imageWithoutText: .imageWithoutText
        case .skippedHeading: .skippedHeading
        case .secondTopHeading: .secondTopHeading
        case .unknownFootnote: .unknownFootnote
        case .unusedFootnote: .unusedFootnote
        case .duplicateFootnote: .duplicateFootnote
        case .lostDefinition: .lostDefinition
        case .placeholder: .placeholder
        case .personalNumber: .personalNumber
        case .ambiguousTerm: .ambiguousTerm
        case .privateAddress: .privateAddress
        case .personalAddress: .personalAddress
        case .dateWithoutYear: .dateWithoutYear
        case .unexplainedAbbreviation: .unexplainedAbbreviation
        case .hardToRead: .hardToRead
        case .goalWithoutWork: .goalWithoutWork
        case .workWithoutGoal: .workWithoutGoal
        case .indicatorWithoutValue: .indicatorWithoutValue
        case .overdue: .overdue
        case .nameSpeltTwoWays: .nameSpeltTwoWays
        case .decisionMissing: .decisionMissing
        case .decisionIncomplete: .decisionIncomplete
        case .budgetContents: .budgetContents
        case .captionWithoutTable: .captionWithoutTable
        case .captionSyntax: .captionSyntax
        case .unknownTableClass: .unknownTableClass
        case .unknownColumn: .unknownColumn
        case .duplicateColumn: .duplicateColumn
        case .missingColumn: .missingColumn
        case .tooManyCells: .tooManyCells
        case .indentedTableRow: .indentedTableRow
        case .emptyTitle: .emptyTitle
        case .csvSyntax: .csvSyntax
        case .rowDisagrees: .rowDisagrees
        case .translationDiffers: .translationDiffers
        case .translationWithoutOriginal: .translationWithoutOriginal
        case .invalidNumber: .invalidNumber
        case .unknownUnit: .unknownUnit
        case .missingUnit: .missingUnit
        case .mixedCurrencies: .mixedCurrencies
        case .sumDiffers: .sumDiffers
        case .sumNotComputable: .sumNotComputable
        case .partsExceedWhole: .partsExceedWhole
        case .frameBridgeDiffers: .frameBridgeDiffers
        case .acceptedDifference: .acceptedDifference
        case .acceptWithoutDifference: .acceptWithoutDifference
        case .unknownTotalLabel: .unknownTotalLabel
        case .possibleTotal: .possibleTotal
        case .framesWithoutYears: .framesWithoutYears
        case .mixedUnits: .mixedUnits
        case .amountDisagrees: .amountDisagrees
        case .siteConfiguration: .siteConfiguration
        case .templateSyntax: .templateSyntax
        case .unknownTemplateName: .unknownTemplateName
        case .missingString: .missingString
        case .themeContrast: .themeContrast
        case .accessibilityStatement: .accessibilityStatement
        case .silencingFault: .silencingFault
        case .unusedSilencing: .unusedSilencing
        }
    }

    package static func theme(of code: DiagnosticCode) -> CatalogueTheme {
        switch code {
        case .notUTF8, .emptyFile, .fileTooLarge, .limitExceeded, .unreadableFile, .symlinkOutside, .contentMissing:
            .files
        case .frontMatterMissing, .frontMatterUnclosed, .yamlSyntax, .yamlTab, .yamlAlias, .yamlTooDeep, .duplicateKey,
            .unknownKey, .keyNotAllowed, .missingKey, .wrongValueType, .unknownType, .unknownStatus, .unknownKind,
            .invalidValue, .invalidDate, .invalidPeriod:
            .frontMatter
        case .invalidID, .reservedID, .duplicateID, .addressCollision, .misplacedEntity: .ids
        case .unknownReference, .ambiguousReference, .wrongReferenceType, .parentCircle, .brokenLink, .rootLink,
            .brokenFragment, .unsafeLink, .intranetLink, .foreignImage:
            .references
        case .rawHTML, .markdownTooDeep, .imageWithoutText, .skippedHeading, .secondTopHeading, .unknownFootnote,
            .unusedFootnote, .duplicateFootnote, .lostDefinition, .placeholder, .personalNumber,
            .ambiguousTerm,
            .privateAddress, .personalAddress, .dateWithoutYear, .unexplainedAbbreviation, .hardToRead,
            .silencingFault, .unusedSilencing:
            .text
        case .goalWithoutWork, .workWithoutGoal, .indicatorWithoutValue, .overdue, .nameSpeltTwoWays, .decisionMissing,
            .decisionIncomplete, .budgetContents:
            .gaps
        case .captionWithoutTable, .captionSyntax, .unknownTableClass, .unknownColumn, .duplicateColumn,
            .missingColumn, .tooManyCells, .indentedTableRow, .emptyTitle, .csvSyntax, .rowDisagrees:
            .tables
        case .translationDiffers, .translationWithoutOriginal: .translations
        case .invalidNumber, .unknownUnit, .missingUnit, .mixedCurrencies, .sumDiffers, .sumNotComputable,
            .partsExceedWhole, .frameBridgeDiffers, .acceptedDifference, .acceptWithoutDifference, .unknownTotalLabel,
            .possibleTotal, .framesWithoutYears, .mixedUnits, .amountDisagrees:
            .numbers
        case .siteConfiguration, .templateSyntax, .unknownTemplateName, .missingString, .themeContrast,
            .accessibilityStatement:
            .site
        }
    }
}
