"""Makes a project folder of made-up Swedish plans, as large as asked for.

    python -m Benchmarks.corpus FOLDER --pages 1000

A page is a plan, or a goal of one, of about 600 words: front matter, prose under headings, two tables. The text is
nonsense, but it has the shape of real text: few words are very common and most are rare; the vocabulary grows with the
text, by new compounds and names; a page keeps to its subjects; nouns, verbs and adjectives are bent. The same seed
gives the same bytes, whatever the machine, and the first thousand pages of ten thousand are the thousand.
"""
import argparse
import pathlib
import random

from Benchmarks import words

PAGES_PER_ORGANISATION = 40

#: How the vocabulary grows (Pitman–Yor): the higher, the more new words come late. 0.6 to 0.7 fits Swedish text.
DISCOUNT = 0.67
STRENGTH = 250


class Chance:
    """Chance that is the same everywhere: only `random()` of Python's generator is promised never to change."""

    def __init__(self, seed: int):
        self._generator = random.Random(seed)

    def below(self, limit: int) -> int:
        return int(self._generator.random() * limit)

    def happens(self, probability: float) -> bool:
        return self._generator.random() < probability

    def one(self, items):
        return items[self.below(len(items))]

    def early(self, items):
        """One of the items, those in front far more often."""
        return items[int(len(items) ** self._generator.random()) - 1]

    def any(self, items):
        """One of the items; half the time one of those in front."""
        return self.early(items) if self.happens(0.5) else self.one(items)


class Growing:
    """Words in use. A new one is made now and then; otherwise one used before is used again, the more it was used the
    likelier, so that the frequencies follow Zipf's law and the number of words Heaps'."""

    def __init__(self, chance: Chance, make):
        self.chance = chance
        self.make = make
        self.used: list = []
        self.is_first: list[bool] = []
        self.known: set = set()

    def next(self):
        chance = self.chance
        if chance.happens((STRENGTH + DISCOUNT * len(self.known)) / (STRENGTH + len(self.used))):
            for _ in range(8):
                word = self.make()
                if word not in self.known:
                    self.known.add(word)
                    self._use(word, True)
                    return word
        while self.used:
            place = chance.below(len(self.used))
            if not self.is_first[place] or chance.happens(1 - DISCOUNT):
                self._use(self.used[place], False)
                return self.used[place]
        return self.next()

    def _use(self, word, is_first: bool):
        self.used.append(word)
        self.is_first.append(is_first)


class Author:
    """Writes plans one after another."""

    def __init__(self, seed: int):
        self.chance = Chance(seed)
        stems = [(stem, kind) for kind, text in words.NOUNS.items() for stem in text.split()]
        # The lists stand by declension; shuffled, no declension is the common one.
        self.stems = sorted(stems, key=lambda _: self.chance.below(1 << 30))
        self.firsts = sorted(words.FIRSTS, key=lambda _: self.chance.below(1 << 30))
        self.nouns = Growing(self.chance, self._noun)
        self.places = Growing(self.chance, self.new_place)
        self.subjects: list = []

    def _noun(self):
        """A noun: seldom a simple one, mostly a compound of two, sometimes of three pieces."""
        stem, kind = self.chance.any(self.stems)
        if self.chance.happens(0.1):
            return stem, kind
        first = self.chance.any(self.firsts)
        if self.chance.happens(0.3):
            first = self.chance.any(self.firsts) + first
        return first + stem, kind

    def new_place(self) -> str:
        return self.chance.early(words.PLACE_FIRSTS) + self.chance.early(words.PLACE_LASTS)

    def noun(self):
        """A noun for this page: often one of its subjects."""
        if self.subjects and self.chance.happens(0.4):
            return self.chance.early(self.subjects)
        return self.nouns.next()

    def form(self, number: int) -> str:
        """A noun in a form: 0 and 1 singular, 2 and 3 plural, the odd ones with article."""
        stem, kind = self.noun()
        return stem + words.DECLENSIONS[kind][number]

    def genitive(self) -> str:
        text = self.form(1)
        return text if text.endswith("s") else text + "s"

    def amount(self) -> str:
        return f"{1 + self.chance.below(900)},{self.chance.below(10)}"

    def slot(self, name: str, year: int) -> str:
        """What stands in a place of a sentence."""
        chance = self.chance
        match name:
            case "ip": return self.form(2)
            case "dp": return self.form(3)
            case "ds": return self.form(1)
            case "gs": return self.genitive()
            case "inf": return chance.early(words.VERBS)[0]
            case "pres": return chance.early(words.VERBS)[1]
            case "past": return chance.early(words.VERBS)[2]
            case "sup": return chance.early(words.VERBS)[3]
            case "adj": return chance.early(words.ADJECTIVES)
            case "adv": return chance.one(words.SOMETIMES).replace("_", " ")
            case "body": return chance.early(words.BODIES).replace("_", " ")
            case "place": return self.places.next()
            case "year": return str(year + chance.below(4))
            case "day": return str(1 + chance.below(28))
            case "month": return chance.one(words.MONTHS)
            case "amount": return self.amount()
            case "percent": return str(1 + chance.below(40))
            case "count": return str(2 + chance.below(98))
            case "diary": return f"KS {year}/{1 + chance.below(2000)}"
        raise ValueError(f"a sentence asks for {name}")

    def fill(self, pattern: str, year: int) -> str:
        pieces = pattern.replace("}", "{").split("{")
        texts = []
        for place, piece in enumerate(pieces):
            if place % 2 == 0:
                texts.append(piece)
                continue
            text = self.slot(piece.lower(), year)
            texts.append(text[:1].upper() + text[1:] if piece[0].isupper() else text)
        return "".join(texts)

    def paragraph(self, year: int) -> str:
        return " ".join(self.fill(self.chance.one(words.SENTENCES), year) for _ in range(3 + self.chance.below(4)))

    def plain_table(self, year: int, number: int) -> str:
        """A table of words, which is not checked."""
        rows = [
            f"| {self.fill('{Ip}', year)} | {self.fill('{inf} {ip} i {place}', year)} | {year + self.chance.below(4)} |"
            for _ in range(5 + self.chance.below(4))
        ]
        caption = f"Tabell: {self.fill('{Adj} {ip}', year)} {year} {{#arbete-{number:05}}}"
        return "\n".join([caption, "", "| Område | Vad som ska göras | Klart |", "|---|---|---:|", *rows])

    def money_table(self, year: int, number: int, is_checked: bool) -> str:
        """A table of amounts whose last row is their sum; with a class, klarplan checks it and gives it a page."""
        years = [year, year + 1, year + 2]
        labels = list(dict.fromkeys(self.fill("{Ip}", year) for _ in range(6)))
        tenths = [[1 + self.chance.below(9000) for _ in years] for _ in labels]
        sums = [sum(row[place] for row in tenths) for place in range(len(years))]
        printed = [*zip(labels, tenths), ("**Summa**", sums)]
        rows = [f"| {label} | {' | '.join(f'{n // 10},{n % 10}' for n in row)} |" for label, row in printed]
        kind = " .budget unit=mnkr" if is_checked else ""
        heading = " | ".join(f"Budget {each}" for each in years)
        rule = "|---|" + "---:|" * len(years)
        caption = f"Tabell: Budget {year}–{year + 2} {{#budget-{number:05}{kind}}}"
        return "\n".join([caption, "", f"| Post | {heading} |", rule, *rows])

    def page(self, number: int, is_goal: bool, is_checked: bool) -> str:
        """One plan, or one goal of a plan, as Markdown."""
        year = 2015 + self.chance.below(12)
        self.subjects = []
        self.subjects = [self.nouns.next() for _ in range(14)]
        head = self.goal_head(number, year) if is_goal else self.plan_head(number, year)
        summary = self.fill("{Body} ska {inf} {adj} {ip} och {inf} {dp}.", year)
        lines = ["---", *head, f"sammanfattning: {summary}", f"taggar: [{self.form(2)}, {self.form(2)}]", "---", ""]
        for chapter in range(5):
            lines += [f"## {self.fill(self.chance.one(words.HEADINGS), year)}", ""]
            lines += [self.paragraph(year), "", self.paragraph(year), ""]
            if chapter == 1:
                lines += [self.plain_table(year, number), ""]
            if chapter == 3:
                lines += [self.money_table(year, number, is_checked), ""]
        return "\n".join(lines)

    def plan_head(self, number: int, year: int) -> list[str]:
        title = self.fill("Plan för {ip} och {ip}", year)
        status = self.chance.one(["beslutad", "beslutad", "förslag", "utkast", "avslutad"])
        day = f"{year - 1}-{1 + self.chance.below(12):02}-{1 + self.chance.below(28):02}"
        return [
            "typ: plan", f"id: plan-{number:05}", f"titel: {title} {year}–{year + 2}", f"period: {year}–{year + 2}",
            f"status: {status}", "enhet: mnkr", "beslut:", f"  organ: {self.fill('{Body}', year)}", f"  datum: {day}",
            f"  paragraf: § {1 + self.chance.below(200)}",
            f"  diarienummer: KS {year - 1}/{1 + self.chance.below(3000)}",
        ]

    def goal_head(self, number: int, year: int) -> list[str]:
        status = self.chance.one(["enligt plan", "enligt plan", "ej påbörjad", "försenad", "klar"])
        title = self.fill("{Adj} {ip} för {dp}", year)
        return ["typ: mål", f"id: M{number:05}", f"titel: {title}", f"status: {status}"]


def write_corpus(folder: pathlib.Path, pages: int, seed: int = 1, is_checked: bool = False, per_plan: int = 1):
    """Writes a project folder.

    `is_checked`: the money tables have a class, and so a page of their own each. `per_plan`: the first of so many pages
    is a plan, the others are its goals.
    """
    author = Author(seed)
    content = folder / "Content"
    (folder / "Site").mkdir(parents=True)
    content.mkdir()
    site = "title:\n  sv: Påhittade planer\nlanguages: [sv]\n"
    (folder / "Site" / "site.yaml").write_text(site, "utf-8")
    start = "---\ntyp: sida\ntitel: Påhittade planer\n---\n\nPlaner att mäta med. Ingenting här är sant.\n"
    (content / "index.md").write_text(start, "utf-8")
    for number in range(pages):
        organisation = content / f"kommun-{number // PAGES_PER_ORGANISATION + 1:03}"
        if number % PAGES_PER_ORGANISATION == 0:
            organisation.mkdir()
            title = f"{author.new_place()} kommun {organisation.name[-3:]}"
            text = f"---\ntyp: organisation\ntitel: {title}\n---\n\nKommunens planer.\n"
            (organisation / "index.md").write_text(text, "utf-8")
        within = number % PAGES_PER_ORGANISATION % per_plan
        plan = organisation / f"plan-{number - within:05}"
        plan.mkdir(exist_ok=True)
        file = plan / (f"M{number:05}.md" if within else "index.md")
        file.write_text(author.page(number, within > 0, is_checked), "utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, help="a folder that isn't there yet")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--per-plan", type=int, default=1, help="one of so many pages is a plan, the rest its goals")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--checked", action="store_true", help="money tables with a class: checked, with own pages")
    options = parser.parse_args()
    if options.folder.exists():
        raise SystemExit(f"{options.folder} is there already")
    write_corpus(options.folder, options.pages, options.seed, options.checked, options.per_plan)


if __name__ == "__main__":
    main()
