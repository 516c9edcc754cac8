internal import PlanModel

/// What the parser of Markdown finds, in words.
extension Diagnostic {
    static func tooDeep(at position: SourcePosition) -> Diagnostic {
        let limit = Limit.markdownDepth.value
        return Diagnostic(
            .markdownTooDeep,
            at: position,
            LocalizedText(
                sv: "texten är nästlad djupare än \(limit) nivåer och läses inte",
                en: "the text is nested deeper than \(limit) levels and isn't read"
            ),
            help: LocalizedText(
                sv: "ta bort citat, listor eller betoningar inuti varandra",
                en: "remove quotes, lists or emphasis within each other"
            )
        )
    }

    static func tooManyImages(at position: SourcePosition) -> Diagnostic {
        let limit = Limit.imagesInParagraph.value
        return Diagnostic(
            .markdownTooDeep,
            at: position,
            LocalizedText(
                sv: "stycket innehåller fler än \(limit) bilder och läses inte",
                en: "the paragraph holds more than \(limit) images and isn't read"
            ),
            help: LocalizedText(sv: "dela upp stycket med tomma rader", en: "divide the paragraph by blank lines")
        )
    }

    static func rawHTML(_ literal: String, at position: SourcePosition) -> Diagnostic {
        let tag = String(literal.prefix { $0 != ">" && $0 != "\n" }.prefix(40)) + (literal.contains(">") ? ">" : "")
        return Diagnostic(
            .rawHTML,
            at: position,
            LocalizedText(
                sv: "HTML-koden \(tag) visas inte på sidan",
                en: "the HTML \(tag) is left out of the page"
            ),
            help: LocalizedText(sv: "skriv det i Markdown i stället", en: "write it in Markdown instead")
        )
    }

    static func unsafeLink(_ destination: String, at position: SourcePosition) -> Diagnostic {
        let shown = String(destination.unicodeScalars.filter { $0.value > 0x20 }.prefix(40).map(Character.init))
        return Diagnostic(
            .unsafeLink,
            at: position,
            LocalizedText(
                sv: "länken \(shown) är osäker; javascript-, vbscript-, file- och data-länkar tas inte med",
                en: "the link \(shown) is unsafe; javascript, vbscript, file and data links are left out"
            ),
            help: LocalizedText(
                sv: "länka till en sida eller en fil i Content",
                en: "link to a page or to a file in Content"
            )
        )
    }

    static func imageWithoutText(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .imageWithoutText,
            at: position,
            LocalizedText(
                sv: "bilden saknar alternativtext för den som inte kan se den",
                en: "the image has no alternative text for those who can't see it"
            ),
            help: LocalizedText(
                sv: "beskriv bilden inom hakparenteserna: ![beskrivning](bild.png)",
                en: "describe the image between the brackets: ![description](image.png)"
            )
        )
    }

    static func skippedHeading(from upper: Int, to level: Int, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .skippedHeading,
            at: position,
            LocalizedText(
                sv: "rubriken på nivå \(level) följer på nivå \(upper); inga nivåer får hoppas över",
                en: "the heading of level \(level) follows level \(upper); no level may be skipped"
            ),
            help: LocalizedText(
                sv: "börja raden med \(upper + 1) nummertecken",
                en: "begin the line with \(upper + 1) number signs"
            )
        )
    }

    static func secondTopHeading(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .secondTopHeading,
            at: position,
            LocalizedText(
                sv: "sidan har redan en rubrik på nivå 1; en sida har bara en",
                en: "the page already has a heading of level 1; a page has only one"
            ),
            help: LocalizedText(sv: "börja raden med ##", en: "begin the line with ##")
        )
    }

    static func unknownFootnote(_ label: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .unknownFootnote,
            at: position,
            LocalizedText(sv: "fotnoten [^\(label)] finns inte", en: "the footnote [^\(label)] doesn't exist"),
            help: LocalizedText(
                sv: "skriv den på en egen rad: [^\(label)]: text",
                en: "write it on a line of its own: [^\(label)]: text"
            )
        )
    }

    static func unusedFootnote(_ label: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .unusedFootnote,
            at: position,
            LocalizedText(
                sv: "ingen hänvisar till fotnoten [^\(label)]; den visas inte",
                en: "nothing refers to the footnote [^\(label)]; it isn't shown"
            ),
            help: LocalizedText(
                sv: "skriv [^\(label)] i texten eller ta bort fotnoten",
                en: "write [^\(label)] in the text or remove the footnote"
            )
        )
    }

    static func duplicateFootnote(_ label: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .duplicateFootnote,
            at: position,
            LocalizedText(
                sv: "fotnoten [^\(label)] finns redan; bara den första visas",
                en: "the footnote [^\(label)] exists already; only the first is shown"
            ),
            help: LocalizedText(sv: "ge den ett eget namn", en: "give it a name of its own")
        )
    }

    static func captionWithoutTable(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .captionWithoutTable,
            at: position,
            LocalizedText(
                sv: "tabellrubriken har ingen tabell; den står direkt före eller efter sin tabell",
                en: "the caption has no table; it stands right before or after its table"
            ),
            help: LocalizedText(
                sv: "flytta den till tabellen eller ange en fil med src=fil.csv",
                en: "move it to the table or name a file with src=file.csv"
            )
        )
    }

    static func captionSyntax(_ fault: CaptionSyntax.Fault, at position: SourcePosition) -> Diagnostic {
        let message =
            switch fault {
            case .unclosed:
                LocalizedText(sv: "tabellrubrikens { saknar sin }", en: "the caption's { has no }")
            case .unexpected:
                LocalizedText(
                    sv: "inom { } står bara #id, .klass och nyckel=värde",
                    en: "only #id, .class and key=value may stand within { }"
                )
            case .secondID:
                LocalizedText(
                    sv: "tabellen har redan ett id; den har bara ett",
                    en: "the table already has an id; it has only one"
                )
            case .textAfter:
                LocalizedText(sv: "text följer efter tabellrubrikens }", en: "text follows the caption's }")
            case .emptyName:
                LocalizedText(sv: "namnet efter # eller . saknas", en: "the name after # or . is missing")
            case .curlyQuote:
                LocalizedText(
                    sv: "värdet har typografiska citattecken; bara raka gäller",
                    en: "the value has typographic quotation marks; only straight ones count"
                )
            case .unclosedQuote:
                LocalizedText(sv: "citattecknet saknar sitt slut", en: "the quotation mark is never closed")
            }
        return Diagnostic(
            .captionSyntax,
            at: position,
            message,
            help: LocalizedText(
                sv: "skriv som {#id .klass nyckel=värde nyckel=\"två ord\"} sist på raden",
                en: "write it like {#id .class key=value key=\"two words\"} at the end of the line"
            )
        )
    }

    static func indentedTableRow(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .indentedTableRow,
            at: position,
            LocalizedText(
                sv: "raden är indragen fyra steg eller mer och hör därför inte till tabellen",
                en: "the row is indented by four or more and therefore isn't part of the table"
            ),
            help: LocalizedText(sv: "ta bort indraget", en: "remove the indentation")
        )
    }
}
