/// What the program refuses to go beyond, so that no text makes it hang or fills the memory. Every such number stands here.
///
/// Each is many times what the largest plan known needs. What goes beyond is reported and not read; the rest of the
/// content is. `docs/limits.md` and `docs/granser.md` are made from this list.
package enum Limit: CaseIterable, Sendable {
    case textFile
    case attachment
    case frontMatter
    case yamlDepth
    case line
    case markdownDepth
    case imagesInParagraph
    case tableRows
    case tableColumns
    case silencings
    case files
    case folderDepth
    case digits

    /// In ``unit``.
    package var value: Int {
        switch self {
        // The largest plan known has 400 kB.
        case .textFile: 20_000_000
        case .attachment: 500_000_000
        // A front matter of a plan has 1 kB.
        case .frontMatter: 500_000
        // The contract never nests deeper than four.
        case .yamlDepth: 32
        // Places are counted from the start of a line: beyond this the time would grow as the square of its length.
        case .line: 200_000
        case .markdownDepth: 100
        // libcmark 0.30.2 takes quadratic time over `![`.
        case .imagesInParagraph: 5_000
        case .tableRows: 100_000
        case .tableColumns: 1_000
        // Each is held against every finding of its file.
        case .silencings: 1_000
        case .files: 200_000
        case .folderDepth: 64
        // So that two amounts multiplied fit into 128 bits.
        case .digits: 18
        }
    }

    /// What ``value`` counts.
    package var unit: Unit {
        switch self {
        case .textFile, .attachment, .frontMatter, .line: .bytes
        case .yamlDepth, .markdownDepth, .folderDepth: .levels
        case .imagesInParagraph: .images
        case .tableRows: .rows
        case .tableColumns: .columns
        case .silencings: .comments
        case .files: .files
        case .digits: .digits
        }
    }

    /// The finding that tells of it.
    package var code: DiagnosticCode {
        switch self {
        case .textFile, .attachment: .fileTooLarge
        case .yamlDepth: .yamlTooDeep
        case .markdownDepth, .imagesInParagraph: .markdownTooDeep
        case .folderDepth: .unreadableFile
        case .digits: .invalidNumber
        case .frontMatter, .line, .tableRows, .tableColumns, .silencings, .files: .limitExceeded
        }
    }

    package enum Unit: Sendable {
        case bytes, levels, images, rows, columns, comments, files, digits
    }
}

extension Limit {
    /// What is limited, as the tables of the handbook name it.
    package var subject: LocalizedText {
        switch self {
        case .textFile: LocalizedText(sv: "en textfil (Markdown, CSV, YAML)", en: "a text file (Markdown, CSV, YAML)")
        case .attachment: LocalizedText(sv: "en bilaga eller bild", en: "an attachment or picture")
        case .frontMatter: LocalizedText(sv: "rubrikblocket mellan `---`", en: "the front matter between `---`")
        case .yamlDepth: LocalizedText(sv: "nycklar och listor i varandra", en: "keys and lists within each other")
        case .line: LocalizedText(sv: "en rad i en textfil", en: "a line of a text file")
        case .markdownDepth:
            LocalizedText(
                sv: "citat, listor och betoningar i varandra", en: "quotes, lists and emphasis within each other")
        case .imagesInParagraph: LocalizedText(sv: "ett stycke", en: "a paragraph")
        case .tableRows: LocalizedText(sv: "en tabell", en: "a table")
        case .tableColumns: LocalizedText(sv: "en tabell", en: "a table")
        case .silencings: LocalizedText(sv: "en fil", en: "a file")
        case .files: LocalizedText(sv: "mappen Content", en: "the folder Content")
        case .folderDepth: LocalizedText(sv: "mappar i varandra", en: "folders within each other")
        case .digits: LocalizedText(sv: "ett tal", en: "a number")
        }
    }

    /// The value with its unit: `200 000 byte`, `32 nivåer`.
    package var amount: LocalizedText {
        let swedish = Self.grouped(value, by: "\u{A0}")
        let english = Self.grouped(value, by: ",")
        return switch unit {
        case .bytes: LocalizedText(sv: "\(swedish) byte", en: "\(english) bytes")
        case .levels: LocalizedText(sv: "\(swedish) nivåer", en: "\(english) levels")
        case .images: LocalizedText(sv: "\(swedish) bilder", en: "\(english) images")
        case .rows: LocalizedText(sv: "\(swedish) rader", en: "\(english) rows")
        case .columns: LocalizedText(sv: "\(swedish) kolumner", en: "\(english) columns")
        case .comments: LocalizedText(sv: "\(swedish) kommentarer som tystar", en: "\(english) comments that silence")
        case .files: LocalizedText(sv: "\(swedish) filer", en: "\(english) files")
        case .digits: LocalizedText(sv: "\(swedish) siffror", en: "\(english) digits")
        }
    }

    private static func grouped(_ number: Int, by sign: String) -> String {
        var digits = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0, index % 3 == 0 { digits = sign + digits }
            digits = String(digit) + digits
        }
        return digits
    }
}
