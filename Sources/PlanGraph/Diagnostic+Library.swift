package import PlanModel

/// Findings of the resolution, both languages side by side.
extension Diagnostic {
    package static func unknownReference(_ reference: Located<String>, nearest: String?) -> Diagnostic {
        Diagnostic(
            .unknownReference, at: reference.position,
            LocalizedText(
                sv: "'\(reference.value)' finns inte" + (nearest.map { "; menade du '\($0)'?" } ?? ""),
                en: "'\(reference.value)' doesn't exist" + (nearest.map { "; did you mean '\($0)'?" } ?? "")),
            help: nearest.map {
                LocalizedText(
                    sv: "skriv '\($0)', eller skapa '\(reference.value)'",
                    en: "write '\($0)', or create '\(reference.value)'")
            }
                ?? LocalizedText(
                    sv: "skriv ett id som finns i planen, PLAN/ID i samma organisation, eller ORG/PLAN/ID",
                    en: "write an id of the plan, PLAN/ID in the same organisation, or ORG/PLAN/ID"))
    }

    static func possibleReference(_ reference: Located<String>, nearest: String) -> Diagnostic {
        Diagnostic(
            .possibleReference, at: reference.position,
            LocalizedText(
                sv:
                    "'\(reference.value)' är inget id i planen, som har andra med samma bokstäver; menade du '\(nearest)'?",
                en:
                    "'\(reference.value)' is no id of the plan, which has others with the same letters; did you mean '\(nearest)'?"
            ),
            help: LocalizedText(
                sv: "skriv [\(nearest)], eller ta bort hakparentesen", en: "write [\(nearest)], or remove the brackets")
        )
    }

    /// - Parameter known: the tables of money in the same plan.
    static func unknownFrames(_ reference: Located<String>, known: [String]) -> Diagnostic {
        let near = Spelling.nearest(to: reference.value, among: known)
        let list = known.prefix(5).joined(separator: ", ")
        return Diagnostic(
            .unknownReference, at: reference.position,
            LocalizedText(
                sv: "frames= pekar på '\(reference.value)', som inte finns"
                    + (near.map { "; menade du '\($0)'?" } ?? ""),
                en: "frames= names '\(reference.value)', which doesn't exist"
                    + (near.map { "; did you mean '\($0)'?" } ?? "")),
            help: LocalizedText(
                sv: "skriv id för tabellen med ramarna" + (list.isEmpty ? "" : ", till exempel någon av \(list)"),
                en: "write the id of the table with the frames" + (list.isEmpty ? "" : ", such as one of \(list)")))
    }

    static func hiddenReference(_ reference: Located<String>) -> Diagnostic {
        Diagnostic(
            .unknownReference, at: reference.position,
            LocalizedText(
                sv: "'\(reference.value)' är inte publicerad, så länken leder ingenstans",
                en: "'\(reference.value)' isn't published, so the link leads nowhere"),
            help: LocalizedText(
                sv: "ta bort 'publicera: false' där, eller länken här; med --drafts syns båda",
                en: "remove 'publish: false' there, or the link here; --drafts shows both"))
    }

    static func ambiguousUnit(_ name: String, _ units: [EntityID], at position: SourcePosition) -> Diagnostic {
        let ids = units.map(\.local).joined(separator: ", ")
        return Diagnostic(
            .ambiguousReference, at: position,
            LocalizedText(
                sv: "'\(name)' kan betyda flera enheter: \(ids)", en: "'\(name)' can mean several units: \(ids)"),
            help: LocalizedText(sv: "skriv enhetens id", en: "write the unit's id"))
    }

    static func outcomesOutsideReport(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .misplacedEntity, at: position,
            LocalizedText(
                sv: "en tabell med utfall hör hemma i en uppföljning",
                en: "a table of outcomes belongs in a report"),
            help: LocalizedText(
                sv: "flytta tabellen till en fil med 'typ: uppföljning'",
                en: "move the table to a file with 'type: report'"))
    }

    static func repeatedOutcome(_ reference: Located<String>, first: SourcePosition) -> Diagnostic {
        Diagnostic(
            .duplicateID, at: reference.position,
            LocalizedText(
                sv: "'\(reference.value)' har redan ett utfall i tabellen, på rad \(first.line)",
                en: "'\(reference.value)' already has an outcome in the table, on line \(first.line)"),
            help: LocalizedText(sv: "skriv ett utfall per rad och id", en: "write one outcome for each id"))
    }

    static func framesWithoutMoney(_ reference: Located<String>) -> Diagnostic {
        Diagnostic(
            .wrongReferenceType, at: reference.position,
            LocalizedText(
                sv: "'\(reference.value)' är ingen tabell med pengar", en: "'\(reference.value)' is no table of money"),
            help: LocalizedText(
                sv: "skriv id:t för en tabell med ramar eller budget", en: "write the id of a table of frames or budget"
            ))
    }

    static func wrongReferenceType(
        _ reference: Located<String>, is kind: EntityKind, wanted: [EntityKind]
    ) -> Diagnostic {
        let swedish = wanted.compactMap(\.names.first).joined(separator: ", ")
        let english = wanted.map(\.rawValue).joined(separator: ", ")
        return Diagnostic(
            .wrongReferenceType, at: reference.position,
            LocalizedText(
                sv:
                    "'\(reference.value)' är av typen \(kind.names.first ?? kind.rawValue); här går det med: \(swedish)",
                en: "'\(reference.value)' is of type \(kind.rawValue); what fits here: \(english)"),
            help: LocalizedText(sv: "skriv id:t för något av en typ som passar", en: "write the id of one that fits"))
    }

    static func parentCircle(_ circle: [EntityID], at position: SourcePosition) -> Diagnostic {
        let way = (circle + circle.prefix(1)).map(\.local).joined(separator: " → ")
        return Diagnostic(
            .parentCircle, at: position,
            LocalizedText(
                sv: "\(way): överordnade i ring; ingen av dem har någon början",
                en: "\(way): parents in a circle; none of them has a beginning"),
            help: LocalizedText(sv: "ta bort ett av leden", en: "remove one of the steps"))
    }

    static func reportWithoutPlan(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .missingKey, at: position,
            LocalizedText(
                sv: "uppföljningen säger inte vilken plan den gäller",
                en: "the report doesn't say which plan it is about"),
            help: LocalizedText(
                sv: "lägg till 'plan:' eller flytta filen till planens mapp",
                en: "add 'plan:' or move the file into the plan's folder"))
    }

    static func addressCollision(_ path: String, other: SourcePosition, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .addressCollision, at: position,
            LocalizedText(
                sv: "adressen \(path) är redan tagen av \(other.file):\(other.line)",
                en: "the address \(path) is taken by \(other.file):\(other.line)"),
            help: LocalizedText(
                sv: "ge ett av dem ett annat id; stora och små bokstäver, å/ä/a och ö/o ger samma adress",
                en: "give one of them another id; case and å/ä/a, ö/o make no difference in addresses"))
    }

    static func addressReserved(_ path: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .addressCollision, at: position,
            LocalizedText(
                sv: "adressen \(path) används av webbplatsen själv",
                en: "the address \(path) is the site's own"),
            help: LocalizedText(sv: "byt id eller filnamn", en: "change the id or the file's name"))
    }

    static func brokenLink(_ link: ProseLink) -> Diagnostic {
        Diagnostic(
            .brokenLink, at: link.position,
            LocalizedText(
                sv: "länken '\(link.target)' leder inte till något", en: "the link '\(link.target)' leads to nothing"),
            help: LocalizedText(
                sv: "skriv vägen till en fil i Content, '#rubrik' på samma sida, eller [text](id:ID)",
                en: "write the path of a file in Content, '#heading' on the same page, or [text](id:ID)"))
    }

    static func rootLink(_ link: ProseLink) -> Diagnostic {
        Diagnostic(
            .rootLink, at: link.position,
            LocalizedText(
                sv:
                    "länken '\(link.target)' går från webbplatsens rot; den kan inte kontrolleras och bryts om platsen flyttar",
                en:
                    "the link '\(link.target)' starts at the host's root; it can't be checked and breaks if the site moves"
            ),
            help: LocalizedText(
                sv: "skriv en relativ länk eller [text](id:ID)", en: "write a relative link or [text](id:ID)"))
    }

    static func foreignImage(_ link: ProseLink) -> Diagnostic {
        Diagnostic(
            .foreignImage, at: link.position,
            LocalizedText(
                sv:
                    "bilden '\(link.target)' ligger på en annan plats; sidan får inte hämta något utifrån, så den utelämnas",
                en: "the image '\(link.target)' lies elsewhere; no page may fetch from outside, so it is left out"),
            help: LocalizedText(
                sv: "spara bilden i Content och skriv vägen dit", en: "save the image in Content and write its path"))
    }

    static func missingImage(_ link: ProseLink) -> Diagnostic {
        Diagnostic(
            .brokenLink, at: link.position,
            LocalizedText(
                sv: "bilden '\(link.target)' finns inte i Content", en: "the image '\(link.target)' isn't in Content"),
            help: LocalizedText(
                sv: "lägg bilden i Content och skriv vägen dit från den här filen",
                en: "put the image in Content and write its path from this file"))
    }
}
