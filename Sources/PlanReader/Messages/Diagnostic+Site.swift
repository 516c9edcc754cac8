import PlanModel

/// What a value of `site.yaml` must be.
enum SiteRule {
    case wantsText, wantsList, wantsKeys, wantsAddress, wantsSecureAddress, wantsMailAddress, themeToken,
        navigationItem, logo
    case wantsDate, accessibilityLevel, accessibilityReason
    case synonymGroup, wantsSiteOnHost
    case checkLevel, checkIsFixed
    case wantsFile

    var words: LocalizedText {
        switch self {
        case .wantsText: LocalizedText(sv: "ska vara en text", en: "should be a text")
        case .wantsList: LocalizedText(sv: "ska vara en lista", en: "should be a list")
        case .wantsKeys: LocalizedText(sv: "ska vara nycklar med värden", en: "should be keys with values")
        case .wantsAddress:
            LocalizedText(
                sv: "ska vara en webbadress som börjar med https:// eller http://",
                en: "should be a web address that begins with https:// or http://")
        case .wantsSecureAddress:
            LocalizedText(
                sv: "ska vara en webbadress som börjar med https://",
                en: "should be a web address that begins with https://")
        case .wantsMailAddress:
            LocalizedText(
                sv: "ska vara en e-postadress och inget mer: kansliet@example.se",
                en: "should be an e-mail address and nothing else: office@example.se")
        case .themeToken:
            LocalizedText(
                sv: "ska vara ett värde i en stilmall, utan ; { } < > \\ och url()",
                en: "should be a value of a style sheet, without ; { } < > \\ and url()")
        case .logo:
            LocalizedText(
                sv: "ska vara namnet på en bild i Assets eller Content, eller nycklarna fil och text",
                en: "should be the name of a picture in Assets or Content, or the keys file and text")
        case .wantsDate: LocalizedText(sv: "ska vara ett datum: 2026-11-21", en: "should be a date: 2026-11-21")
        case .accessibilityLevel:
            LocalizedText(sv: "ska vara helt, delvis eller inte", en: "should be full, partial or none")
        case .accessibilityReason:
            LocalizedText(
                sv: "ska vara brist, oskäligt-betungande eller utanför-lagen",
                en: "should be non-compliance, disproportionate-burden or outside-law")
        case .wantsSiteOnHost:
            LocalizedText(
                sv: "ska vara vägen till en webbplats på samma värd: ../grannkommunen/ eller /grannkommunen/",
                en: "should be the path to a site on the same host: ../neighbour/ or /neighbour/")
        case .synonymGroup:
            LocalizedText(
                sv: "varje grupp ska ha minst två ord: [sopor, avfall]",
                en: "each group has to have at least two words: [rubbish, waste]")
        case .navigationItem:
            LocalizedText(
                sv: "ska vara en lista där varje länk har titel och mål",
                en: "should be a list in which each link has title and target")
        case .wantsFile:
            LocalizedText(
                sv: """
                    ska ha {file} där filens namn ska stå, och gärna {line} där raden ska stå: \
                    https://github.com/ORG/REPO/edit/main/{file}#L{line}
                    """,
                en: """
                    should have {file} where the name of the file goes, and perhaps {line} where the line goes: \
                    https://github.com/ORG/REPO/edit/main/{file}#L{line}
                    """)
        case .checkLevel:
            LocalizedText(sv: "ska vara av, upplysning, varning eller fel", en: "should be off, info, warning or error")
        case .checkIsFixed:
            LocalizedText(
                sv: "är ett fel som alltid stoppar bygget", en: "is an error that always stops the build")
        }
    }
}

/// Findings about `Site`: both languages side by side.
extension Diagnostic {
    static func siteNotKeys(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .siteConfiguration, at: position,
            LocalizedText(
                sv: "filen ska bestå av nycklar med värden", en: "the file should consist of keys with values"),
            help: LocalizedText(sv: "skriv raderna som 'nyckel: värde'", en: "write the lines as 'key: value'"))
    }

    static func missingString(_ key: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .missingString, at: position,
            LocalizedText(sv: "'\(key)' har inga ord", en: "'\(key)' has no words"),
            help: LocalizedText(
                sv: "skriv orden, eller ta bort raden för att få programmets egna",
                en: "write the words, or remove the line to get the program's own"))
    }

    static func misspeltString(_ key: String, nearest: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .unknownKey, at: position,
            LocalizedText(
                sv: "webbplatsen har inga ord som heter '\(key)'; menade du '\(nearest)'?",
                en: "the site has no words called '\(key)'; did you mean '\(nearest)'?"),
            help: LocalizedText(sv: "skriv '\(nearest)'", en: "write '\(nearest)'"))
    }

    static func siteValue(_ key: String, _ rule: SiteRule, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .siteConfiguration, at: position,
            LocalizedText(sv: "'\(key)' \(rule.words.swedish)", en: "'\(key)' \(rule.words.english)"),
            help: LocalizedText(sv: "rätta värdet, eller ta bort nyckeln", en: "mend the value, or remove the key"))
    }

    static func unknownLanguage(_ word: Located<String>) -> Diagnostic {
        Diagnostic(
            .siteConfiguration, at: word.position,
            LocalizedText(sv: "okänt språk '\(word.value)'", en: "unknown language '\(word.value)'"),
            help: LocalizedText(sv: "skriv sv eller en", en: "write sv or en"))
    }
}
