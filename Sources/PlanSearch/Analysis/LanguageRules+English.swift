extension LanguageRules {
    static let english = LanguageRules(
        stopWords: words(
            """
            a about after all also an and any are as at be been before being between both but by can could do does each for from
            had has have how i if in into is it its may more most no nor not of on only or other our out over shall should so some
            such than that the their them then there these they this those through to under until up was we were what when where
            which while who whom why will with within would you your
            """
        ).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
        paradigms: [
            words("- s es"),
            words("- s ed ing ings er ers"),
            words("e es ed ing ings er ers"),
            words("y ies ied ying"),
            words("- ly"),
            words("y ily"),
            words("le ly"),
            words("ise ises ised ising isation isations ize izes ized izing ization izations"),
            words("e ion ions"),
            words("- ment ments"),
            words("- ness"),
            words("- al ally"),
        ],
        irregular: [
            "child children", "man men", "woman women", "person people", "is are was were be been",
            "have has had", "do does did done", "go goes went gone", "take takes took taken", "give gives gave given",
            "make makes made", "write writes wrote written", "grow grows grew grown", "find finds found",
            "good better best", "bad worse worst", "spend spends spent", "build builds built", "lead leads led",
            "analysis analyses", "criterion criteria", "index indices indexes",
        ].map(words),
        splitsCompounds: false)
}
