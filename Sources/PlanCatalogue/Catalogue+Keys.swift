package import PlanModel

extension Catalogue {
    /// Every key, word and column that content may use, as Markdown.
    package static func keys(in language: Language) -> String {
        var page = HandbookPage(language)
        page.title(LocalizedText(sv: "Nycklar, ord och kolumner", en: "Keys, words and columns"))
        page.paragraph(
            LocalizedText(
                sv: """
                    Nycklarna står överst i en fil, mellan rader med `---`. Varje nyckel och ord kan skrivas på svenska \
                    eller engelska. Handboken förklarar hur de används: [handbok.md](handbok.md).
                    """,
                en: """
                    Keys stand at the top of a file, between lines of `---`. Every key and word may be written in \
                    Swedish or English. The contract that staff follow is explained in Swedish in [handbok.md](handbok.md).
                    """))
        page.heading(LocalizedText(sv: "För alla filer", en: "For every file"))
        page.keys(Schema.common)
        for kind in EntityKind.allCases where kind.hasFiles {
            page.heading(LocalizedText(sv: "`typ: \(kind.names.first ?? "")`", en: "`type: \(kind.rawValue)`"))
            let own = Schema.own(kind)
            if own.isEmpty {
                page.paragraph(LocalizedText(sv: "Inga egna nycklar.", en: "No keys of its own."))
            } else {
                page.keys(own, required: Schema.required(kind))
            }
        }
        words(on: &page)
        page.heading(LocalizedText(sv: "Tabeller med klass", en: "Tables with a class"))
        page.paragraph(
            LocalizedText(
                sv: """
                    En rubrik räknas om den börjar med ett av orden, hela ord och oavsett stora bokstäver. Andra \
                    kolumner visas som text. `Id` känns igen i alla tabeller.
                    """,
                en: """
                    A heading counts if it begins with one of the words, whole words and whatever the case. Other \
                    columns are shown as text. `Id` is known in every table.
                    """))
        for tableClass in TableClass.allCases { page.columns(of: tableClass) }
        return page.text
    }

    private static func words(on page: inout HandbookPage) {
        page.heading(LocalizedText(sv: "Ordlistor", en: "Lists of words"))
        page.words(
            LocalizedText(
                sv: "Status för mål, uppdrag och aktiviteter", en: "Status of goals, assignments and activities"),
            Status.ofWork)
        page.words(
            LocalizedText(sv: "Status för planer och uppföljningar", en: "Status of plans and reports"),
            Status.ofDocuments)
        page.words(LocalizedText(sv: "Slag av organ och enheter", en: "Kinds of bodies and units"), BodyKind.allCases)
        page.words(LocalizedText(sv: "Slag av mål", en: "Kinds of goals"), GoalKind.allCases)
        page.words(LocalizedText(sv: "Slag av uppdrag", en: "Kinds of assignments"), AssignmentKind.allCases)
        page.words(LocalizedText(sv: "Riktning", en: "Direction"), Direction.allCases)
        page.heading(LocalizedText(sv: "Enheter för pengar", en: "Units of money"), level: 3)
        page.table(
            [LocalizedText(sv: "Enhet", en: "Unit"), LocalizedText(sv: "Kan skrivas", en: "May be written")],
            MoneyUnit.allCases.map { ["`\($0.rawValue)`", $0.spellings.joined(separator: ", ")] })
    }
}

extension HandbookPage {
    mutating func keys(_ fields: [(Field, FieldType)], required: [Field] = []) {
        let must = LocalizedText(sv: " (krävs)", en: " (required)")[language]
        table(
            [
                LocalizedText(sv: "Nyckel", en: "Key"), LocalizedText(sv: "På engelska", en: "In Swedish"),
                LocalizedText(sv: "Vad det är", en: "What it is"), LocalizedText(sv: "Skrivs", en: "Written as"),
            ],
            fields.map { field, type in
                let names = language == .swedish ? [field.swedish, field.rawValue] : [field.rawValue, field.swedish]
                return names.map { "`\($0)`" } + [
                    field.meaning[language] + (required.contains(field) ? must : ""), form(of: field, type),
                ]
            })
    }

    private func form(of field: Field, _ type: FieldType) -> String {
        guard field == .type else { return type.form[language] }
        let kinds = EntityKind.allCases.filter(\.hasFiles)
        let names = language == .swedish ? kinds.compactMap(\.names.first) : kinds.map(\.rawValue)
        return names.map { "`\($0)`" }.joined(separator: ", ")
    }

    mutating func words<Words: Vocabulary>(_ title: LocalizedText, _ words: [Words]) {
        heading(title, level: 3)
        table(
            [LocalizedText(sv: "På svenska", en: "In Swedish"), LocalizedText(sv: "På engelska", en: "In English")],
            words.map { word in
                [word.spellings.map { "`\($0)`" }.joined(separator: ", "), "`\(word.rawValue)`"]
            })
    }

    mutating func columns(of tableClass: TableClass) {
        let names = tableClass.spellings + [tableClass.rawValue]
        let unique = names.enumerated().filter { names.firstIndex(of: $1) == $0 }.map { "`.\($1)`" }
        let title = unique.joined(separator: " / ")
        heading(LocalizedText(sv: title, en: title), level: 3)
        paragraph(ColumnGuide.rows(of: tableClass))
        table(
            [
                LocalizedText(sv: "Rubrik", en: "Heading"),
                LocalizedText(sv: "Vad som står där", en: "What stands there"),
            ],
            ColumnGuide.columns(of: tableClass).map { column in
                [column.headings.map { "`\($0)`" }.joined(separator: ", "), column.meaning[language]]
            })
    }
}
