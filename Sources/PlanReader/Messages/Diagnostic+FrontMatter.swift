import PlanModel

/// Findings about front matter: both languages side by side.
extension Diagnostic {
    static func frontMatterMissing(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .frontMatterMissing, at: position,
            LocalizedText(
                sv: "filen börjar inte med '---'; där ska nycklarna stå som säger vad den är",
                en: "the file doesn't begin with '---'; the keys that say what it is stand there"),
            help: LocalizedText(
                sv: "skriv överst: ---, typ: sida, titel: …, ---, på var sin rad",
                en: "write at the top: ---, type: page, title: …, ---, each on its own line"))
    }

    static func frontMatterUnclosed(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .frontMatterUnclosed, at: position,
            LocalizedText(
                sv: "'---' här får ingen avslutande rad '---'", en: "'---' here has no closing line '---'"),
            help: LocalizedText(
                sv: "skriv '---' på en egen rad efter den sista nyckeln",
                en: "write '---' on a line of its own after the last key"))
    }

    static func frontMatterDash(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            position.line == 1 ? .frontMatterMissing : .frontMatterUnclosed, at: position,
            LocalizedText(
                sv: position.line == 1
                    ? "första raden är ett tankstreck; där ska tre bindestreck stå"
                    : "raden är ett tankstreck; där ska tre bindestreck stå",
                en: position.line == 1
                    ? "the first line is a dash; three hyphens belong there"
                    : "the line is a dash; three hyphens belong there"),
            help: LocalizedText(sv: "skriv tre bindestreck: ---", en: "write three hyphens: ---"))
    }

    static func frontMatterNotKeys(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .wrongValueType, at: position,
            LocalizedText(
                sv: "mellan '---' ska det stå nycklar med värden", en: "keys with values should stand between '---'"),
            help: LocalizedText(sv: "skriv raderna som 'nyckel: värde'", en: "write the lines as 'key: value'"))
    }

    static func unknownKey(_ key: Located<String>, known: [String], within parent: String?) -> Diagnostic {
        let near = Spelling.nearest(to: key.value, among: known)
        return Diagnostic(
            .unknownKey, at: key.position,
            LocalizedText(
                sv: "okänd nyckel '\(key.value)'" + (parent.map { " i '\($0)'" } ?? "")
                    + (near.map { "; menade du '\($0)'?" } ?? ""),
                en: "unknown key '\(key.value)'" + (parent.map { " in '\($0)'" } ?? "")
                    + (near.map { "; did you mean '\($0)'?" } ?? "")),
            help: near.map { LocalizedText(sv: "skriv '\($0)'", en: "write '\($0)'") }
                ?? LocalizedText(
                    sv: "ta bort den, eller skriv någon av: " + known.joined(separator: ", "),
                    en: "remove it, or write one of: " + known.joined(separator: ", ")))
    }

    static func keyNotAllowed(_ key: Located<String>, kind: EntityKind, allowed: [EntityKind]) -> Diagnostic {
        let swedish = allowed.compactMap(\.names.first).joined(separator: ", ")
        let english = allowed.map(\.rawValue).joined(separator: ", ")
        return Diagnostic(
            .keyNotAllowed, at: key.position,
            LocalizedText(
                sv: "'\(key.value)' hör inte till typen \(kind.names.first ?? kind.rawValue); den finns för \(swedish)",
                en: "'\(key.value)' isn't a key of type \(kind.rawValue); these have it: \(english)"),
            help: LocalizedText(sv: "ta bort nyckeln, eller ändra typen", en: "remove the key, or change the type"))
    }

    static func missingKey(_ field: Field, _ kind: EntityKind, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .missingKey, at: position,
            LocalizedText(
                sv: "'\(field.swedish)' saknas; typen \(kind.names.first ?? kind.rawValue) kräver den",
                en: "'\(field.rawValue)' is missing; type \(kind.rawValue) requires it"),
            help: LocalizedText(sv: "lägg till '\(field.swedish):'", en: "add '\(field.rawValue):'"))
    }

    static func missingType(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .missingKey, at: position,
            LocalizedText(
                sv: "'typ' saknas; den säger vad filen är", en: "'type' is missing; it says what the file is"),
            help: LocalizedText(
                sv: "lägg till 'typ: sida' eller en annan typ: "
                    + EntityKind.allCases.filter(\.hasFiles).compactMap(\.names.first).joined(separator: ", "),
                en: "add 'type: page' or another type: "
                    + EntityKind.allCases.filter(\.hasFiles).map(\.rawValue).joined(separator: ", ")))
    }

    static func unknownType(_ word: Located<String>, nearest: String?) -> Diagnostic {
        Diagnostic(
            .unknownType, at: word.position,
            LocalizedText(
                sv: "okänd typ '\(word.value)'" + (nearest.map { "; menade du '\($0)'?" } ?? ""),
                en: "unknown type '\(word.value)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")),
            help: nearest.map { LocalizedText(sv: "skriv '\($0)'", en: "write '\($0)'") }
                ?? LocalizedText(
                    sv: "skriv någon av: "
                        + EntityKind.allCases.filter(\.hasFiles).compactMap(\.names.first).joined(separator: ", "),
                    en: "write one of: "
                        + EntityKind.allCases.filter(\.hasFiles).map(\.rawValue).joined(separator: ", ")))
    }

    static func homepageAddress(_ address: Located<String>, isUnsafe: Bool) -> Diagnostic {
        Diagnostic(
            isUnsafe ? .unsafeLink : .invalidValue, at: address.position,
            LocalizedText(
                sv: isUnsafe
                    ? "'\(address.value)' kan skada den som klickar; en webbplats börjar med https://"
                    : "'\(address.value)' är ingen webbadress; en sådan börjar med https://",
                en: isUnsafe
                    ? "'\(address.value)' may harm whoever clicks; a homepage begins with https://"
                    : "'\(address.value)' isn't a web address; such begin with https://"),
            help: LocalizedText(
                sv: "skriv hela adressen, med https://", en: "write the whole address, with https://"))
    }
}
