/// The public name of each check. Raw values are part of the contract: they never change meaning.
package enum DiagnosticCode: String, Sendable, CaseIterable {
    // Files
    case notUTF8 = "not-utf-8"
    case emptyFile = "empty-file"
    case fileTooLarge = "file-too-large"
    case limitExceeded = "limit-exceeded"
    case unreadableFile = "unreadable-file"
    case symlinkOutside = "symlink-outside"
    case contentMissing = "content-missing"
    // Front matter
    case frontMatterMissing = "front-matter-missing"
    case frontMatterUnclosed = "front-matter-unclosed"
    case yamlSyntax = "yaml-syntax"
    case yamlTab = "yaml-tab"
    case yamlAlias = "yaml-alias"
    case yamlTooDeep = "yaml-too-deep"
    case duplicateKey = "duplicate-key"
    case unknownKey = "unknown-key"
    case keyNotAllowed = "key-not-allowed"
    case missingKey = "missing-key"
    case wrongValueType = "wrong-value-type"
    case unknownType = "unknown-type"
    case unknownStatus = "unknown-status"
    case unknownKind = "unknown-kind"
    case invalidValue = "invalid-value"
    case invalidDate = "invalid-date"
    case invalidPeriod = "invalid-period"
    // Ids and addresses
    case invalidID = "invalid-id"
    case reservedID = "reserved-id"
    case duplicateID = "duplicate-id"
    case addressCollision = "address-collision"
    case misplacedEntity = "misplaced-entity"
    // References
    case unknownReference = "unknown-reference"
    case ambiguousReference = "ambiguous-reference"
    case wrongReferenceType = "wrong-reference-type"
    case parentCircle = "parent-circle"
    case brokenLink = "broken-link"
    case brokenFragment = "broken-fragment"
    case rootLink = "root-link"
    case unsafeLink = "unsafe-link"
    case intranetLink = "intranet-link"
    case foreignImage = "foreign-image"
    // Markdown
    case rawHTML = "raw-html"
    case markdownTooDeep = "markdown-too-deep"
    case imageWithoutText = "image-without-text"
    case skippedHeading = "skipped-heading"
    case secondTopHeading = "second-top-heading"
    case unknownFootnote = "unknown-footnote"
    case unusedFootnote = "unused-footnote"
    case duplicateFootnote = "duplicate-footnote"
    case lostDefinition = "lost-definition"
    case placeholder = "placeholder"
    case personalNumber = "personal-number"
    case ambiguousTerm = "ambiguous-term"
    case privateAddress = "private-address"
    case personalAddress = "personal-address"
    case dateWithoutYear = "date-without-year"
    case unexplainedAbbreviation = "unexplained-abbreviation"
    case hardToRead = "hard-to-read"
    // What a plan leaves open
    case goalWithoutWork = "goal-without-work"
    case workWithoutGoal = "work-without-goal"
    case indicatorWithoutValue = "indicator-without-value"
    case overdue
    case nameSpeltTwoWays = "name-spelt-two-ways"
    case decisionMissing = "decision-missing"
    case decisionIncomplete = "decision-incomplete"
    case budgetContents = "budget-contents"
    // Tables
    case captionWithoutTable = "caption-without-table"
    case captionSyntax = "caption-syntax"
    case unknownTableClass = "unknown-table-class"
    case unknownColumn = "unknown-column"
    case duplicateColumn = "duplicate-column"
    case missingColumn = "missing-column"
    case tooManyCells = "too-many-cells"
    case indentedTableRow = "indented-table-row"
    case emptyTitle = "empty-title"
    case csvSyntax = "csv-syntax"
    case rowDisagrees = "row-disagrees"
    case translationDiffers = "translation-differs"
    case translationWithoutOriginal = "translation-without-original"
    // Numbers and sums
    case invalidNumber = "invalid-number"
    case unknownUnit = "unknown-unit"
    case missingUnit = "missing-unit"
    case mixedCurrencies = "mixed-currencies"
    case sumDiffers = "sum-differs"
    case sumNotComputable = "sum-not-computable"
    case partsExceedWhole = "parts-exceed-whole"
    case frameBridgeDiffers = "frame-bridge-differs"
    case acceptedDifference = "accepted-difference"
    case acceptWithoutDifference = "accept-without-difference"
    case unknownTotalLabel = "unknown-total-label"
    case possibleTotal = "possible-total"
    case framesWithoutYears = "frames-without-years"
    case mixedUnits = "mixed-units"
    case amountDisagrees = "amount-disagrees"
    // Site
    case siteConfiguration = "site-configuration"
    case templateSyntax = "template-syntax"
    case unknownTemplateName = "unknown-template-name"
    case missingString = "missing-string"
    case themeContrast = "theme-contrast"
    case accessibilityStatement = "accessibility-statement"
    // Silencing
    case silencingFault = "silencing-fault"
    case unusedSilencing = "unused-silencing"

    /// What the contract says that a finding of this kind weighs.
    package var severity: Severity {
        switch self {
        case .lostDefinition, .rawHTML, .imageWithoutText, .skippedHeading, .secondTopHeading, .placeholder,
            .personalNumber,
            .intranetLink, .rootLink, .missingUnit, .acceptWithoutDifference, .unusedFootnote, .ambiguousTerm,
            .themeContrast, .brokenFragment, .privateAddress, .silencingFault, .unusedSilencing:
            .warning
        case .sumNotComputable, .acceptedDifference, .possibleTotal, .framesWithoutYears, .accessibilityStatement,
            .personalAddress, .dateWithoutYear, .unexplainedAbbreviation, .hardToRead, .goalWithoutWork,
            .workWithoutGoal, .indicatorWithoutValue, .overdue, .nameSpeltTwoWays, .decisionMissing,
            .decisionIncomplete, .amountDisagrees, .budgetContents, .mixedUnits:
            .info
        case .notUTF8, .emptyFile, .fileTooLarge, .limitExceeded, .unreadableFile, .symlinkOutside, .contentMissing,
            .frontMatterMissing, .frontMatterUnclosed, .yamlSyntax, .yamlTab, .yamlAlias, .yamlTooDeep, .duplicateKey,
            .unknownKey, .keyNotAllowed, .missingKey, .wrongValueType, .unknownType, .unknownStatus, .unknownKind,
            .invalidValue, .invalidDate, .invalidPeriod, .invalidID, .reservedID, .duplicateID, .addressCollision,
            .misplacedEntity, .unknownReference, .ambiguousReference, .wrongReferenceType, .parentCircle, .brokenLink,
            .unsafeLink, .foreignImage, .markdownTooDeep, .unknownFootnote, .duplicateFootnote, .captionWithoutTable,
            .captionSyntax, .unknownTableClass, .unknownColumn, .duplicateColumn, .missingColumn, .tooManyCells,
            .indentedTableRow, .emptyTitle, .csvSyntax, .rowDisagrees, .translationDiffers,
            .translationWithoutOriginal, .invalidNumber, .unknownUnit, .mixedCurrencies, .sumDiffers,
            .partsExceedWhole, .frameBridgeDiffers, .unknownTotalLabel, .siteConfiguration, .templateSyntax,
            .unknownTemplateName, .missingString:
            .error
        }
    }
}
