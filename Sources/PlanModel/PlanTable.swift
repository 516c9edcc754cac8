/// A table with a class, read into typed columns and rows.
package struct PlanTable: Sendable {
    package let id: EntityID
    package let `class`: TableClass
    /// The caption without markup.
    package let title: String
    package let position: SourcePosition
    /// Where the cells come from.
    package let origin: TableOrigin
    package let columns: [TableColumn]
    package let rows: [TableRow]
    /// The unit of amounts that state none of their own: the caption's, else the plan's, else the organisation's.
    package let unit: MoneyUnit?
    package let attributes: TableAttributes
    /// The organisation and plan it belongs to.
    package let organisation: EntityID?
    package let plan: EntityID?
    /// The entity whose text it stands in.
    package let owner: EntityID?
    package let language: Language

    package init(
        id: EntityID, class: TableClass, title: String, position: SourcePosition, origin: TableOrigin,
        columns: [TableColumn], rows: [TableRow], unit: MoneyUnit?, attributes: TableAttributes,
        organisation: EntityID?, plan: EntityID?, owner: EntityID?, language: Language
    ) {
        self.id = id
        self.class = `class`
        self.title = title
        self.position = position
        self.origin = origin
        self.columns = columns
        self.rows = rows
        self.unit = unit
        self.attributes = attributes
        self.organisation = organisation
        self.plan = plan
        self.owner = owner
        self.language = language
    }

    /// The indices of the columns that hold money.
    package var moneyColumns: [Int] {
        columns.indices.filter { if case .money = columns[$0].role { true } else { false } }
    }
}

/// Where a table's cells were written.
package enum TableOrigin: Sendable, Hashable {
    /// A pipe table of a Markdown file: the file and the table's index in it.
    case pipe(file: String, index: Int)
    /// A CSV file named by `src=` on a caption of a Markdown file.
    case csv(path: String, file: String, index: Int)

    /// The Markdown file, and which of its tables it is.
    package var place: (file: String, index: Int) {
        switch self {
        case .pipe(let file, let index), .csv(_, let file, let index): (file, index)
        }
    }
}

/// What a caption says beyond the table's class and id.
package struct TableAttributes: Sendable {
    /// Goals that the whole table is tied to, as written.
    package var goals: [Located<String>] = []
    /// The labels that name totals; `nil` where the words of the labels decide.
    package var totals: TotalsRule = .byWords
    /// Why differences are known and published as notes.
    package var accept: Located<String>?
    /// Whether `unit=` names no unit, which is reported where it stands.
    package var hasUnknownUnit = false
    /// The frames that the changes lead between, as written.
    package var frames: Located<String>?

    package init() {}
}

/// How totals are told from other rows.
package enum TotalsRule: Sendable, Hashable {
    /// By the first words of their labels.
    case byWords
    /// `totals="Label; Label"`: these rows alone.
    case named([Located<String>])
    /// `totals=none`.
    case none
}

package struct TableColumn: Sendable {
    /// The heading without markup and marks of notes.
    package let heading: String
    package let position: SourcePosition
    package let role: ColumnRole

    package init(heading: String, position: SourcePosition, role: ColumnRole) {
        self.heading = heading
        self.position = position
        self.role = role
    }
}

/// What a column means.
package enum ColumnRole: Sendable, Hashable {
    case id
    /// The first column of a money table.
    case label
    /// What the row's entity is called.
    case title
    /// Anything else said of the row's entity.
    case field(Field)
    /// Ties a row of a money table to goals.
    case goals
    case money(MoneyColumn)
    case outcome, forecast, comment
    case investmentKind, cause, effect
    case date, event, body
    /// A column that the contract does not know: kept as it is.
    case text
}

extension ColumnRole {
    /// What a column of amounts says of them; `nil` for other columns.
    package var money: MoneyColumn? {
        if case .money(let column) = self { column } else { nil }
    }
}

/// A column of amounts.
package struct MoneyColumn: Sendable, Hashable {
    /// The year or period in the heading.
    package let period: Period?
    package let version: BudgetVersion?
    /// The unit in the heading.
    package let unit: MoneyUnit?
    /// Whether the heading says that the column holds percentages, which are never summed.
    package let isPercentage: Bool

    package init(period: Period?, version: BudgetVersion?, unit: MoneyUnit?, isPercentage: Bool) {
        self.period = period
        self.version = version
        self.unit = unit
        self.isPercentage = isPercentage
    }
}

/// Which stage of a year's money a column shows.
package enum BudgetVersion: String, Vocabulary {
    /// What the accounts closed at (bokslut).
    case accounts
    case budget
    case frame
    case outcome
    case forecast
    case plan

    package var spellings: [String] {
        switch self {
        case .accounts: ["bokslut", "actuals", "closing accounts"]
        case .budget: ["budget"]
        case .frame: ["ram", "budgetram", "planeringsram", "frame"]
        case .outcome: ["utfall", "outcome"]
        case .forecast: ["prognos", "forecast"]
        case .plan: ["plan"]
        }
    }
}

extension BudgetVersion? {
    /// The place in the life of a year's money, from plan over budget to accounts; what states no version is taken for a budget.
    package var stage: Int {
        switch self {
        case .plan: 0
        case .frame: 1
        case .budget, nil: 2
        case .forecast: 3
        case .outcome: 4
        case .accounts: 5
        }
    }
}

package struct TableRow: Sendable {
    package let cells: [TableCell]
    package let line: Int
    /// The entity that the row is, in tables whose rows become entities.
    package let entity: EntityID?
    /// Which goals a row of a money table is tied to, as written.
    package let goals: [Located<String>]

    package init(cells: [TableCell], line: Int, entity: EntityID?, goals: [Located<String>]) {
        self.cells = cells
        self.line = line
        self.entity = entity
        self.goals = goals
    }
}

package struct TableCell: Sendable {
    /// The cell without markup.
    package let text: String
    package let position: SourcePosition
    /// The amount in a money column; elsewhere `nil`.
    package let reading: AmountReading?

    package init(text: String, position: SourcePosition, reading: AmountReading?) {
        self.text = text
        self.position = position
        self.reading = reading
    }
}

extension PlanTable {
    /// The place of a row on a page, to link and quote: of an entity's row the entity's, else the row's number, which no id
    /// can be taken for since it has a colon.
    ///
    /// - Parameter row: counted from 0.
    package func anchor(ofRow row: Int) -> String {
        rows[row].entity?.rowAnchor ?? "row-" + Slug.address(of: id.local) + ":\(row + 1)"
    }
}
