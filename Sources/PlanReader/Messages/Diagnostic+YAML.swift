import PlanModel

/// Findings about YAML itself: both languages side by side.
extension Diagnostic {
    /// What libyaml stopped at, at the place that libyaml gives (its problem mark), moved to the file's lines.
    ///
    /// - Parameter start: where what it could not finish began (its context mark); messages name that line.
    static func yamlSyntax(
        problem: String, context: String, at position: SourcePosition, from start: SourcePosition
    ) -> Diagnostic {
        if problem.contains("mapping values are not allowed") {
            return Diagnostic(
                .yamlSyntax, at: position,
                LocalizedText(
                    sv: "kolon i ett värde som inte står inom citattecken",
                    en: "a colon in a value that isn't quoted"),
                help: LocalizedText(
                    sv: "skriv hela värdet inom citattecken: nyckel: \"värde: med kolon\"",
                    en: "put the whole value in quotes: key: \"value: with a colon\""))
        }
        if problem.contains("could not find expected ':'") {
            return Diagnostic(
                .yamlSyntax, at: position,
                LocalizedText(
                    sv: "kolon saknas efter nyckeln på rad \(start.line)",
                    en: "the colon after the key on line \(start.line) is missing"),
                help: LocalizedText(sv: "skriv raden som 'nyckel: värde'", en: "write the line as 'key: value'"))
        }
        if context.contains("quoted scalar"), problem.contains("end of stream") || problem.contains("document") {
            return Diagnostic(
                .yamlSyntax, at: position,
                LocalizedText(
                    sv: "citattecknet på rad \(start.line) stängs aldrig",
                    en: "the quotation mark on line \(start.line) is never closed"),
                help: LocalizedText(
                    sv: "stäng med samma citattecken", en: "close it with the same quotation mark"))
        }
        if problem.contains("unknown escape") {
            return Diagnostic(
                .yamlSyntax, at: position,
                LocalizedText(
                    sv: "omvänt snedstreck inom \"…\" inleder ett kodat tecken; det här finns inte",
                    en: "a backslash within \"…\" begins an escape; there is none like this"),
                help: LocalizedText(
                    sv: "skriv \\\\ eller använd '…' i stället", en: "write \\\\ or use '…' instead"))
        }
        if problem.contains("cannot start any token") {
            return Diagnostic(
                .yamlSyntax, at: position,
                LocalizedText(
                    sv: "ett värde kan inte börja med det här tecknet utan citattecken",
                    en: "a value can't begin with this character unless it is quoted"),
                help: LocalizedText(
                    sv: "skriv värdet inom citattecken", en: "put the value in quotes"))
        }
        if problem.contains("',' or ']'") || problem.contains("',' or '}'") {
            let sign = problem.contains("]") ? "]" : "}"
            return Diagnostic(
                .yamlSyntax, at: position,
                LocalizedText(
                    sv: "listan som börjar på rad \(start.line) saknar komma eller '\(sign)'",
                    en: "the list that begins on line \(start.line) lacks a comma or '\(sign)'"),
                help: LocalizedText(
                    sv: "skriv komma mellan värdena och '\(sign)' sist",
                    en: "write commas between the values and '\(sign)' last"))
        }
        return Diagnostic(
            .yamlSyntax, at: position,
            LocalizedText(
                sv: "raden är varken 'nyckel: värde' eller rätt indragen under den förra",
                en: "the line is neither 'key: value' nor indented as the one above needs"),
            help: LocalizedText(
                sv: "rätta indraget, eller skriv värdet inom citattecken",
                en: "mend the indentation, or put the value in quotes"))
    }

    static func yamlTab(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .yamlTab, at: position,
            LocalizedText(
                sv: "tabbtecken i indraget; YAML drar bara in med mellanslag",
                en: "a tab in the indentation; YAML indents by spaces alone"),
            help: LocalizedText(sv: "byt tabben mot två mellanslag", en: "replace the tab by two spaces"))
    }

    static func yamlAlias(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .yamlAlias, at: position,
            LocalizedText(
                sv: "ett värde som börjar med & eller * är en hänvisning i YAML, och sådana läses inte",
                en: "a value that begins with & or * is a reference in YAML, and those aren't read"),
            help: LocalizedText(
                sv: "skriv ut värdet, inom citattecken om det börjar med & eller *",
                en: "write the value out, in quotes if it begins with & or *"))
    }

    static func yamlTag(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, at: position,
            LocalizedText(
                sv: "ett värde som börjar med ! är en typangivelse i YAML, och sådana läses inte",
                en: "a value that begins with ! is a tag in YAML, and those aren't read"),
            help: LocalizedText(sv: "skriv värdet inom citattecken", en: "put the value in quotes"))
    }

    static func yamlTooDeep(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .yamlTooDeep, at: position,
            LocalizedText(
                sv: "mer än \(Limit.yamlDepth.value) nivåer i varandra; så djupt går ingen nyckel",
                en: "more than \(Limit.yamlDepth.value) levels within each other; no key goes that deep"),
            help: LocalizedText(sv: "ta bort nivåer", en: "remove levels"))
    }

    static func yamlSecondDocument(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, at: position,
            LocalizedText(
                sv: "ett andra YAML-dokument börjar här; bara ett läses",
                en: "a second YAML document begins here; only one is read"),
            help: LocalizedText(sv: "ta bort raden '...' eller '---'", en: "remove the line '...' or '---'"))
    }

    static func yamlKeyShape(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, at: position,
            LocalizedText(
                sv: "en lista eller nycklar står där en nyckel ska stå",
                en: "a list or keys stand where a key should be"),
            help: LocalizedText(
                sv: "skriv ett ord före kolon, eller sätt texten inom citattecken",
                en: "write a word before the colon, or put the text in quotes"))
    }

    static func controlCharacter(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, at: position,
            LocalizedText(
                sv: "värdet har ett osynligt styrtecken, som ingen sida kan visa",
                en: "the value holds an invisible control character, which no page can show"),
            help: LocalizedText(
                sv: "ta bort tecknet eller dess kod (som \\0 eller \\x01)",
                en: "remove the character or its escape (such as \\0 or \\x01)"))
    }

    static func yamlForbiddenCharacter(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .yamlSyntax, at: position,
            LocalizedText(
                sv: "ett osynligt styrtecken som YAML inte tillåter",
                en: "an invisible control character that YAML doesn't allow"),
            help: LocalizedText(sv: "ta bort tecknet", en: "remove the character"))
    }

    static func duplicateKey(_ key: Located<String>, first: Located<String>) -> Diagnostic {
        let same = key.value == first.value
        return Diagnostic(
            .duplicateKey, at: key.position,
            LocalizedText(
                sv: same
                    ? "nyckeln '\(key.value)' står redan på rad \(first.position.line)"
                    : "'\(key.value)' är samma nyckel som '\(first.value)' på rad \(first.position.line)",
                en: same
                    ? "the key '\(key.value)' already stands on line \(first.position.line)"
                    : "'\(key.value)' is the same key as '\(first.value)' on line \(first.position.line)"),
            help: LocalizedText(sv: "ta bort den ena", en: "remove one of them"))
    }
}
