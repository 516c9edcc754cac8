import PlanModel

/// Findings about comments that silence findings.
extension CatalogueEntry {
    static let silencingFault = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                En kommentar ska tysta ett meddelande, men går inte att följa: koden finns inte, skälet saknas, eller det \
                som ska tystas är ett fel. Skälet står där för den som läser filen om ett år.
                """,
            en: """
                A comment is to silence a message, but can't be followed: the code doesn't exist, the reason is missing, or \
                what is to be silenced is an error. The reason stands there for whoever reads the file in a year.
                """),
        remedy: LocalizedText(
            sv: "Skriv `<!-- klarplan: tysta KOD skäl=\"…\" -->` med koden ur meddelandet. Fel rättas i stället.",
            en:
                "Write `<!-- klarplan: ignore CODE reason=\"…\" -->` with the message's code. Errors are mended instead."
        ),
        bad: .plan("<!-- klarplan: tysta placeholder -->\nFältet heter TODO i blanketten."),
        good: .plan(
            "<!-- klarplan: tysta placeholder skäl=\"så heter fältet i blanketten\" -->\nFältet heter TODO i blanketten."
        ))

    static let unusedSilencing = CatalogueEntry(
        meaning: LocalizedText(
            sv: """
                En kommentar tystar ett meddelande som inte längre finns på raden. Den skulle dölja nästa misstag.
                """,
            en: """
                A comment silences a message that is no longer found on the line. It would hide the next mistake.
                """),
        remedy: LocalizedText(
            sv: "Ta bort kommentaren, eller flytta den till raden före den som den gäller.",
            en: "Remove the comment, or move it to the line before the one that it is about."),
        bad: .plan("<!-- klarplan: tysta placeholder skäl=\"så heter fältet\" -->\nFältet heter Mål i blanketten."),
        good: .plan("Fältet heter Mål i blanketten."))
}
