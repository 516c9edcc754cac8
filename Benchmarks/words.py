"""The words of the made-up plans: what Swedish municipalities and regions write about, with how the words are bent.

Nouns stand by their declension, so that a generated text holds singular and plural, with and without article, and
genitives, as real text does. First pieces of compounds stand as they are joined (`förvaltnings`, `barn`, `skol`).
"""

#: Endings of a noun: indefinite and definite singular, indefinite and definite plural.
DECLENSIONS = {
    "or": ("a", "an", "or", "orna"),
    "ar": ("", "en", "ar", "arna"),
    "er": ("", "en", "er", "erna"),
    "ier": ("", "n", "er", "erna"),
    "jer": ("e", "en", "er", "erna"),
    "n": ("e", "et", "en", "ena"),
    "0": ("", "et", "", "en"),
    "are": ("are", "aren", "are", "arna"),
}

#: Last pieces of compounds, which are also words of their own, without their endings.
NOUNS = {
    "or": """skol förskol gat list kart tavl trapp pump brygg pann lamp sid våg yt käll veck fråg människ rut låd
        stug res ban hyll var kvinn""",
    "ar": """väg ledning utbildning planering styrning uppföljning utredning samordning bedömning satsning
        förvaltning avdelning mottagning behandling redovisning upphandling beredning förändring ersättning vägledning
        försörjning förening kartläggning betalning fördelning förbättring hantering granskning mätning investering
        digitalisering rening dag gård hamn bil båt buss skog älv ram del stol ordning rådgivning dörr krets
        dal sal stig hall våning vårdcentral budget öppning lösning prövning anläggning""",
    "er": """plan verksamhet kostnad intäkt avgift myndighet process region enhet funktion produkt insats åtgärd
        aktivitet tjänst effekt kvalitet möjlighet rättighet skyldighet kompetens resurs person patient student elev
        analys rapport prognos kampanj fastighet teknik metod central station organisation situation konsekvens risk
        nämnd produktion relation institution modell enkät klinik grupp klass plats gräns fond bank ort tomt reform
        lokal adress text tid park byggnad""",
    "ier": "strategi industri indikator miljö nivå policy sektor faktor kategori terapi teori bro akademi",
    "jer": "riktlinj linj familj medi studi",
    "n": """arbet möt områd ärend samhäll styr genomförand beteend förhålland utlåtand meddeland boend värd flöd
        sammanträd samarbet minn läg syft intress förtroend""",
    "0": """mål stöd uppdrag program beslut resultat bidrag belopp bolag råd hus rum ljud språk kök bad behov nät
        underlag förslag projekt avtal krav ansvar samråd centrum bibliotek tillstånd utskott organ protokoll avfall
        kort utbud underhåll innehåll anslag förråd sjukhus barn år län kvarter badhus skydd torg företag landskap
        regelverk""",
    "are": """lär led medarbet handlägg forsk trän företräd vårdgiv arbetsgiv uppdragsgiv utför samordn besök förvalt
        bruk läs använd""",
}

#: First pieces of compounds.
FIRSTS = """skol förskole äldre barn ungdoms familje elev lärar bibliotek kultur musik idrotts fritids folkhälso hälso
    sjukvårds tandvårds primärvårds vårdcentrals patient läkemedels akut psykiatri rehabiliterings ambulans omsorgs
    hemtjänst boende bostads fastighets lokal bygg plan detaljplane mark miljö klimat energi vatten avlopps avfalls
    återvinnings natur skogs park gatu väg trafik buss järnvägs cykel hamn flyg kollektivtrafik tåg närings
    företags arbetsmarknads kompetens utbildnings vuxenutbildnings gymnasie yrkes integrations språk demokrati
    medborgar invånar val nämnd fullmäktige styrelse direktörs chefs medarbetar personal löne pensions arbetsmiljö
    jämställdhets mångfalds tillgänglighets trygghets brotts räddnings kris beredskaps säkerhets brand informations
    kommunikations webb digital data system it nätverks bredbands telefoni arkiv diarie ärende upphandlings inköps
    avtals ekonomi budget skatte avgifts statsbidrags investerings underhålls drift kapital finans ränte revisions
    kontroll risk kvalitets utvecklings innovations forsknings projekt process mål resultat uppföljnings statistik
    besöks turist landsbygds skärgårds fjäll jordbruks livsmedels måltids kök städ service kund tjänste lednings
    styr organisations samverkans region kommun läns stads centrum kvarters hus lägenhets grund forn slotts museums
    teater film konst bok läs spel simhalls is skid boll rid förenings folkbildnings studie praktik sommar vinter höst
    vår natt helg års månads dygns barnhälso mödra cancer hjärt diabetes smärt syn hörsel tal rörelse funktions
    missbruks social försörjnings boendestöds färdtjänst anhörig demens palliativ hem distans när mobil
    e-hälso vaccinations smitt hygien provtagnings röntgen labb blod operations vårdplats förlossnings""".split()

#: Verbs: infinitive, present, past, supine.
VERBS = [
    tuple(stem + ending for ending in ("a", "ar", "ade", "at"))
    for stem in """utveckl samordn planer gransk förvalt digitaliser effektiviser förenkl inventer redovis kontroller
    prioriter organiser förankr informer utbild anpass bevar skap minsk ök förändr utvärder analyser dokumenter
    renover moderniser kvalitetssäkr stimuler initier kompletter regler revider aktualiser finansier""".split()
] + [
    ("stärka", "stärker", "stärkte", "stärkt"), ("bygga", "bygger", "byggde", "byggt"),
    ("införa", "inför", "införde", "infört"), ("genomföra", "genomför", "genomförde", "genomfört"),
    ("leda", "leder", "ledde", "lett"), ("stödja", "stödjer", "stödde", "stött"),
    ("höja", "höjer", "höjde", "höjt"), ("sänka", "sänker", "sänkte", "sänkt"),
    ("ta fram", "tar fram", "tog fram", "tagit fram"), ("se över", "ser över", "såg över", "sett över"),
    ("följa upp", "följer upp", "följde upp", "följt upp"), ("säkra", "säkrar", "säkrade", "säkrat"),
    ("ge", "ger", "gav", "gett"), ("driva", "driver", "drev", "drivit"), ("nå", "når", "nådde", "nått"),
]

#: Adjectives as they stand before a plural.
ADJECTIVES = """nya trygga hållbara tillgängliga jämlika jämställda digitala regionala kommunala lokala gemensamma
    långsiktiga tydliga enkla effektiva ekonomiska sociala attraktiva moderna öppna goda bättre fler större mindre
    särskilda viktiga stora små nationella interna externa politiska strategiska planerade pågående beslutade
    föreslagna kommande samlade säkra robusta flexibla mobila nära sena tidiga aktuella ordinarie tillfälliga
    kulturella pedagogiska medicinska tekniska juridiska administrativa""".split()

#: Names of places are put together of two pieces.
PLACE_FIRSTS = """Norr Söder Öster Väster Ek Björk Alm Asp Gran Tall Lind Hassel Sten Berg Dal Ås Sand Sjö Vik Ö Ny
    Gammel Lång Kort Stor Lill Hög Låg Kvarn Bruks Kyrk Prost Kungs Drottning Herr Bonde Fiskar Svart Vit Röd Blå
    Grön Horn Hammar Skog Mo Myr Fors Ström Bäck Källar Ulv Björn Varg Rå Hjort Orr Trast Svan Gås Falk""".split()
PLACE_LASTS = """by torp holm berg dal sund vik fors ås köping stad lunda hult ryd bo näs mark sjö hamn tuna sta boda
    lösa inge rum arp eryd hem bygd kulla vall gård kvarn bro ström bäck äng moen heda""".split()

BODIES = """Kommunstyrelsen Regionstyrelsen Kommunfullmäktige Regionfullmäktige Barn-_och_utbildningsnämnden
    Socialnämnden Miljönämnden Kulturnämnden Tekniska_nämnden Trafiknämnden Hälso-_och_sjukvårdsnämnden Patientnämnden
    Räddningsnämnden Byggnadsnämnden Äldrenämnden Fritidsnämnden""".split()

SOMETIMES = """nu löpande gemensamt successivt årligen digitalt tillsammans främst delvis särskilt fortsatt stegvis
    tidigt regelbundet samtidigt numera framför_allt till_stor_del i_första_hand""".split()

#: Sentences. `ip` is a noun in the plural without article, `dp` with it, `ds` in the singular with it, `gs` its
#: genitive.
SENTENCES = [
    "{Body} ska {inf} {adj} {ip} i {place} under {year}.",
    "{Ds} {pres} {dp} tillsammans med {dp} och {dp}.",
    "Det gäller främst {ip}, {ip} och {ip} som hör till {ds}.",
    "{Body} har {sup} {ds} sedan {year}, och {dp} {pres} {adv} {adj} {ip}.",
    "Kostnaden för {ds} beräknas till {amount} mnkr {year}, varav {amount} mnkr avser {ip}.",
    "För att {inf} {dp} behöver {body} {inf} {ip} i hela {place}.",
    "Under planperioden {past} {body} {adj} {ip}, men {ds} är inte klar.",
    "{Dp} i {place} ska {adv} {inf} {ds} så att fler får {adj} {ip}.",
    "Ansvaret för {gs} {ip} ligger på {body} och följs upp i {ds}.",
    "Målet är att {ip} ska {inf} {dp} med {percent} procent till {year}.",
    "Beslutet om {ds} fattades av {body} den {day} {month} {year}, dnr {diary}.",
    "När {dp} förändras måste {ds} {inf} {adj} {ip} och {inf} {dp}.",
    "{Gs} {ip} {pres} {adv} {dp}, särskilt där {ip} saknas.",
    "Ramen är {amount} mnkr {year} och räcker till {ip} och {adj} {ip}.",
    "Invånarna ska lätt hitta {ip} och förstå hur {dp} hänger ihop med {ds}.",
    "I {place} finns {count} {ip} och {count} {ip} som {body} {pres}.",
    "Därför {pres} {body} {ip} {adv}, och {dp} får {adj} {ip}.",
    "{Ds} ska {inf} {dp} utan att {ip} eller {ip} blir dyrare.",
]

HEADINGS = [
    "{Ip} och {ip}", "Så ska {ds} utvecklas", "{Gs} {ip}", "Uppföljning av {dp}", "{Adj} {ip}", "{Ip} i {place}",
]

MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
