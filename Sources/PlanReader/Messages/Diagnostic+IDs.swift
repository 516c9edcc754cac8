import PlanModel

/// Findings about ids and places: both languages side by side.
extension Diagnostic {
    static func invalidID(
        _ id: Located<String>, suggestion: String, isName: Bool, isFolder: Bool
    ) -> Diagnostic {
        let swedish = isFolder ? "mappens namn" : "filens namn"
        let english = isFolder ? "the folder's name" : "the file's name"
        return Diagnostic(
            .invalidID, at: id.position,
            LocalizedText(
                sv: (isName ? "\(swedish) '\(id.value)'" : "'\(id.value)'")
                    + " kan inte vara ett id; det består av bokstäver, siffror, punkt, bindestreck och understreck",
                en: (isName ? "\(english) '\(id.value)'" : "'\(id.value)'")
                    + " can't be an id; ids are letters, digits, points, hyphens and underscores"),
            help: LocalizedText(
                sv: isName ? "byt namn till '\(suggestion)', eller skriv 'id: \(suggestion)'" : "skriv '\(suggestion)'",
                en: isName ? "rename it to '\(suggestion)', or write 'id: \(suggestion)'" : "write '\(suggestion)'"))
    }

    static func duplicateID(_ id: Located<String>, other: SourcePosition) -> Diagnostic {
        let place = other.file == id.position.file ? "" : other.file
        let swedish = place.isEmpty ? "rad \(other.line)" : "\(place):\(other.line)"
        let english = place.isEmpty ? "line \(other.line)" : "\(place):\(other.line)"
        return Diagnostic(
            .duplicateID, at: id.position,
            LocalizedText(
                sv: "id '\(id.value)' är redan taget av \(swedish); stora och små bokstäver gör ingen skillnad",
                en: "the id '\(id.value)' is taken by \(english); case makes no difference"),
            help: LocalizedText(sv: "ge den ena ett annat id", en: "give one of them another id"))
    }

    static func duplicateTableID(
        _ id: Located<String>, other: SourcePosition, isMade: Bool
    ) -> Diagnostic {
        guard isMade else { return duplicateID(id, other: other) }
        let isHere = other.file == id.position.file
        let place = LocalizedText(
            sv: isHere ? "rad \(other.line)" : "\(other.file):\(other.line)",
            en: isHere ? "line \(other.line)" : "\(other.file):\(other.line)")
        return Diagnostic(
            .duplicateID, at: id.position,
            LocalizedText(
                sv: "tabellens id '\(id.value)', gjort av rubriken, är redan taget av \(place.swedish)",
                en: "the table's id '\(id.value)', made from the caption, is taken by \(place.english)"),
            help: LocalizedText(
                sv: "skriv ett eget id i rubriken: {#mitt-id …}",
                en: "write an id of its own in the caption: {#my-id …}"))
    }

    static func reservedID(_ id: Located<String>, isPage: Bool) -> Diagnostic {
        Diagnostic(
            .reservedID, at: id.position,
            LocalizedText(
                sv: "'\(id.value)' används av webbplatsen själv eller av ett språk, så "
                    + (isPage ? "sidan" : "organisationen") + " kan inte heta så",
                en: "'\(id.value)' is the site's own or a language's, so no "
                    + (isPage ? "page at the top" : "organisation") + " can have it"),
            help: LocalizedText(sv: "välj ett annat id", en: "choose another id"))
    }

    static func organisationWithin(_ outer: EntityID, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .misplacedEntity, at: position,
            LocalizedText(
                sv: "en organisation kan inte ligga i en annan; mappen ligger i '\(outer)'",
                en: "an organisation can't lie within another; the folder lies in '\(outer)'"),
            help: LocalizedText(
                sv: "flytta mappen till Content, eller skriv 'typ: enhet'",
                en: "move the folder to Content, or write 'type: unit'"))
    }

    static func outsideOrganisation(_ kind: EntityKind, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .misplacedEntity, at: position,
            LocalizedText(
                sv: "typen \(kind.names.first ?? kind.rawValue) hör till en organisation, och ingen finns ovanför",
                en: "type \(kind.rawValue) belongs to an organisation, and there is none above"),
            help: LocalizedText(
                sv: "lägg filen i en mapp vars index.md har 'typ: organisation'",
                en: "put the file in a folder whose index.md has 'type: organisation'"))
    }

    static func startPageType(_ kind: EntityKind, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .misplacedEntity, at: position,
            LocalizedText(
                sv: "Content/index.md är startsidan och har typen sida, inte \(kind.names.first ?? kind.rawValue)",
                en: "Content/index.md is the start page and of type page, not \(kind.rawValue)"),
            help: LocalizedText(
                sv: "skriv 'typ: sida', och lägg organisationen i en mapp i Content",
                en: "write 'type: page', and put the organisation in a folder in Content"))
    }

    static func startPageID(_ id: Located<String>) -> Diagnostic {
        Diagnostic(
            .invalidID, at: id.position,
            LocalizedText(
                sv: "Content/index.md är startsidan; dess id är 'index', inte '\(id.value)'",
                en: "Content/index.md is the start page; its id is 'index', not '\(id.value)'"),
            help: LocalizedText(sv: "ta bort 'id:'", en: "remove 'id:'"))
    }

    static func rowOutsideOrganisation(_ kind: EntityKind, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .misplacedEntity, at: position,
            LocalizedText(
                sv:
                    "raderna blir \(kind.names.first ?? kind.rawValue), som hör till en organisation; ingen finns ovanför",
                en: "the rows become entities of type \(kind.rawValue), which belong to an organisation; none is above"),
            help: LocalizedText(
                sv: "flytta tabellen till en sida i en organisation", en: "move the table to a page in an organisation")
        )
    }

    static func rowDisagrees(
        _ name: String, row: Located<String>, other: String, file: SourcePosition,
        swedish: (row: String, other: String)? = nil
    ) -> Diagnostic {
        Diagnostic(
            .rowDisagrees, at: row.position,
            LocalizedText(
                sv: "'\(name)' är '\(swedish?.row ?? row.value)' här men '\(swedish?.other ?? other)' i "
                    + "\(file.file):\(file.line)",
                en: "'\(name)' is '\(row.value)' here but '\(other)' in \(file.file):\(file.line)"),
            help: LocalizedText(
                sv: "skriv samma sak på båda ställena, eller bara på det ena",
                en: "write the same in both places, or in one of them alone"))
    }
}
