extension LanguageRules {
    /// Swedish: the declensions and conjugations of Svenska Akademiens grammatik as far as endings show them.
    static let swedish = LanguageRules(
        stopWords: words(
            """
            alla allt att av blev bli blir då de dem den denna dessa det detta din dina ditt du där därför efter ej
            eller en er ert ett finns fram från för får före genom gör ha hade han har hon hos hur här i icke in inför inom inte
            jag kan kring ju kunna man med medan mellan men mer mot mycket många ni nog nu när någon något några och också om oss
            på samt se sedan sig sin sina sitt själv ska skall skulle som så sådan sådana sådant till under upp ur ut utan
            vad var vara varför varit varje vars vart vem vi vid vidare vilka vilken vilket vår våra vårt än är åt över
            ansvarar betyder handlar kostar bland dels enligt även samtidigt respektive
            """
        ).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
        paradigms: [
            nouns("a an or orna"),
            nouns("- en ar arna"),
            nouns("e en ar arna"),
            nouns("- en er erna"),
            nouns("- n er erna"),
            nouns("- n r rna"),
            nouns("- t n na"),
            nouns("- et en"),
            nouns("are aren arna"),
            nouns("el eln ler lerna lar larna len let"),
            nouns("er ern ret ren rar rarna"),
            nouns("en net nen"),
            nouns("- met men mer merna nen ner nerna nar narna"),
            nouns("um et umet er erna a"),
            words("a ar ade at as ades ats ad ande andes andet ning ningen ningar ningarna ing ingen ingar ingarna")
                + words("nings ings ningens ingens ningarnas ingarnas"),
            words("a er de t d da ts des as ande andet ning ningen ningar ningarna nings ningens"),
            words("a er te t ts tes as ande andet ning ningen ningar ningarna nings ningens"),
            words("- r dde tt s ddes tts dd ende endet"),
            words("a er it its en et na as ande andet ning ningen ningar ningarna nings ningens"),
            words("- t a are ast aste"),
            words("ad at ade"),
            words("en et na"),
            words("el elt la er ert ra"),
            words("- t a het heten heter heterna hets hetens"),
        ],
        irregular: [
            "bok boken böcker böckerna boks bokens", "man mannen män männen mannens männens",
            "stad staden städer städerna stads stadens städernas", "land landet länder länderna lands landets",
            "hand handen händer händerna", "natt natten nätter nätterna", "tand tanden tänder tänderna",
            "son sonen söner sönerna", "dotter dottern döttrar döttrarna", "fot foten fötter fötterna",
            "mor modern mödrar mödrarna", "far fadern fäder fäderna", "bror brodern bröder bröderna",
            "bonde bonden bönder bönderna", "gås gåsen gäss", "rot roten rötter rötterna", "ko kon kor korna",
            "ledamot ledamoten ledamöter ledamöterna ledamots ledamöters", "brand branden bränder bränderna",
            "strand stranden stränder stränderna", "rand ränder", "öga ögat ögon ögonen", "öra örat öron öronen",
            "gå går gick gått gående", "få får fick fått", "ge ger gav gett givit ges given givet givna giva",
            "se ser såg sett", "ta tar tog tagit tas tagen taget tagna", "bli blir blev blivit",
            "stå står stod stått", "sätta sätter satte satt", "säga säger sa sade sagt",
            "göra gör gjorde gjort görs gjord gjorda", "välja väljer valde valt vald valda väljs val valet",
            "driva driver drev drivit drivs", "skriva skriver skrev skrivit skrivs", "dra drar drog dragit",
            "hålla håller höll hållit hålls", "bära bär bar burit", "falla faller föll fallit",
            "finna finner fann funnit", "vinna vinner vann vunnit", "bryta bryter bröt brutit",
            "sluta sluter slöt", "skjuta skjuter sköt skjutit", "bjuda bjuder bjöd bjudit bjuds",
            "minska minskar minskade minskat minskas", "växa växer växte växt växande",
            "öka ökar ökade ökat ökas ökning ökningen ökningar ökad ökade ökande",
            "bra bättre bäst", "stor stora stort större störst största", "liten litet lilla små mindre minst minsta",
            "ung unga ungt yngre yngst", "gammal gamla gammalt äldre äldst äldsta", "hög höga högt högre högst högsta",
            "låg låga lågt lägre lägst lägsta", "lång långa långt längre längst",
            "barn barnet barnen barns barnens", "år året åren års årens årets", "län länet länen läns länets länens",
            "mål målet målen måls målets målens", "ram ramen ramar ramarna", "väg vägen vägar vägarna vägs vägens",
        ].map(words),
        splitsCompounds: true)
}
