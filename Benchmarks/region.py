"""Makes one made-up region, as large as a real one becomes in ten years.

    python -m Benchmarks.region FOLDER

One organisation, a council, an office and three committees; 40 plans, four for each of ten years; 8,000 goals,
assignments, activities, indicators, control points and risks, some with a file of their own, most as rows of tables;
2,000 tables of money whose sums hold, some as CSV. Goals of a committee serve the council's, activities serve goals and
belong to assignments, indicators measure goals, money is tied to them, frames go from year to year. The same seed gives
the same bytes; `klarplan check` finds no error.
"""
import argparse
import pathlib

from Benchmarks.corpus import Author
from Benchmarks.region_money import Money
from Benchmarks.region_plan import (
    ACTIVITIES, ASSIGNMENT_FILES, ASSIGNMENTS, CONTROLS, FIRST_YEAR, GOAL_FILES, GOALS, INDICATORS, MAKERS, RISKS,
    TABLES_PER_PLAN, YEARS, Plan, markdown_table, some_goals,
)

PERSPECTIVES = ("Invånare", "Verksamhet", "Ekonomi", "Medarbetare")
STATUSES = ("ej påbörjad", "enligt plan", "enligt plan", "risk", "försenad", "klar")


class Region:
    """Writes the region's folder."""

    def __init__(self, folder: pathlib.Path, seed: int):
        self.author = Author(seed)
        self.chance = self.author.chance
        self.folder = folder
        self.content = folder / "Content"
        self.home = self.content / "region-pahittad"

    def write(self, file: pathlib.Path, *lines: str):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines) + "\n", "utf-8")

    def write_all(self, years: int):
        self.write(self.folder / "Site" / "site.yaml", "title:", "  sv: Region Påhittad", "languages: [sv]")
        self.write(
            self.content / "index.md", "---", "typ: sida", "titel: Region Påhittad", "---", "",
            "En region att mäta med. Ingenting här är sant.",
        )
        self.write(
            self.home / "index.md", "---", "typ: organisation", "titel: Region Påhittad", "invånare: 283000", "---", "",
            self.author.paragraph(FIRST_YEAR),
        )
        for name, title, kind, _ in MAKERS:
            self.write(
                self.home / name / "index.md", "---", "typ: enhet", f"titel: {title}", f"slag: {kind}", "---", "",
                self.author.paragraph(FIRST_YEAR),
            )
        self.write(
            self.home / "regionkontoret" / "index.md", "---", "typ: enhet", "titel: Regionkontoret",
            "slag: förvaltning", "---", "", self.author.paragraph(FIRST_YEAR),
        )
        for year in range(FIRST_YEAR, FIRST_YEAR + years):
            for maker in MAKERS:
                self.write_plan(Plan(maker, year))

    def title(self, pattern: str, year: int) -> str:
        return self.author.fill(pattern, year)

    def status(self) -> str:
        return self.chance.one(STATUSES)

    def some_goals(self, plan: Plan) -> str:
        return some_goals(self.chance, plan)

    def owner(self, plan: Plan) -> str:
        return plan.maker[1] if self.chance.happens(0.6) else "Regionkontoret"

    def write_plan(self, plan: Plan):
        author, year = self.author, plan.year
        author.subjects = []
        author.subjects = [author.nouns.next() for _ in range(30)]
        place = self.home / plan.maker[0] / plan.id
        kind = "Regionplan" if plan.is_the_councils else "Verksamhetsplan"
        status = "beslutad" if year > FIRST_YEAR + YEARS - 4 else "avslutad"
        head = [
            "---", "typ: plan", f"titel: {kind} {year}–{year + 2} för {plan.maker[1]}", f"period: {year}–{year + 2}",
            f"status: {status}", f"ansvarig: {plan.maker[1]}", "enhet: mnkr",
            f"sammanfattning: {self.title('{Body} ska {inf} {adj} {ip} och {inf} {dp}.', year)}",
            "beslut:", "  organ: Regionfullmäktige", f"  datum: {year - 1}-11-{1 + self.chance.below(28):02}",
            f"  paragraf: § {100 + self.chance.below(90)}",
            f"  diarienummer: RS {year - 1}/{100 + self.chance.below(900)}",
        ]
        if not plan.is_the_councils:
            head.append(f"bygger-på: {plan.council_plan}")
        if year > FIRST_YEAR:
            head.append(f"ersätter: {plan.maker[3]}-{year - 1}")
        parts = ["\n".join([*head, "---", ""])]
        for write in (self.goals, self.assignments, self.activities, self.indicators, self.controls, self.risks):
            heading = {
                "goals": "Mål", "assignments": "Uppdrag", "activities": "Aktiviteter", "indicators": "Indikatorer",
                "controls": "Intern kontroll", "risks": "Risker",
            }[write.__name__]
            parts += [f"## {heading}\n", author.paragraph(year) + "\n", author.paragraph(year) + "\n"]
            parts.append(write(plan, place))
        money = Money(author, plan)
        parts += ["## Ekonomi\n", author.paragraph(year) + "\n", *money.frames()]
        for number in range(TABLES_PER_PLAN - 2):
            if number % 4 == 0:
                parts += [f"### {self.title('{Ip} och {ip}', year)} {number // 4 + 1}\n", author.paragraph(year) + "\n"]
            table, csv = money.table(number)
            parts.append(table)
            for name, lines in csv.items():
                self.write(place / name, *lines)
        self.write(place / "index.md", "\n".join(parts))

    def prose(self, year: int) -> str:
        return "\n\n".join(self.author.paragraph(year) for _ in range(3))

    def goals(self, plan: Plan, place: pathlib.Path) -> str:
        """The table of goals; the first ones have a file as well, which says what the row doesn't."""
        rows = []
        for number, code in enumerate(plan.goals()):
            title = f"{self.title('{Adj} {ip} för {dp}', plan.year)}"
            parent = "" if plan.is_the_councils else f"{plan.council_plan}/{code}"
            rows.append([code, title, PERSPECTIVES[number // 3], parent, self.owner(plan), self.status()])
            if number < GOAL_FILES:
                summary = self.title("{Body} ska {inf} {adj} {ip}.", plan.year)
                self.write(
                    place / f"{code}.md", "---", "typ: mål", f"id: {code}", f"sammanfattning: {summary}", "---", "",
                    self.prose(plan.year),
                )
        headings = ["Id", "Mål", "Perspektiv", "Överordnat", "Ansvarig", "Status"]
        return markdown_table("Tabell: Mål {#mal .mål}", headings, rows)

    def assignments(self, plan: Plan, place: pathlib.Path) -> str:
        rows = []
        for number in range(ASSIGNMENTS):
            code = f"U{number + 1}"
            title = self.title("{Inf} {adj} {ip}", plan.year)
            goals, owner = self.some_goals(plan), self.owner(plan)
            if number < ASSIGNMENT_FILES:
                self.write(
                    place / f"{code}.md", "---", "typ: uppdrag", f"id: {code}", f"titel: {title}", f"mål: [{goals}]",
                    f"ansvarig: {owner}", f"status: {self.status()}", "---", "", self.prose(plan.year),
                )
            else:
                rows.append([code, title, goals, owner, str(plan.year), self.status()])
        headings = ["Id", "Uppdrag", "Mål", "Ansvarig", "Tidplan", "Status"]
        return markdown_table("Tabell: Uppdrag {#uppdrag .uppdrag}", headings, rows)

    def activities(self, plan: Plan, place: pathlib.Path) -> str:
        rows = [
            [
                f"K{number + 1}", self.title("{Inf} {ip} och {ip} i {place}", plan.year), self.some_goals(plan),
                f"U{self.chance.below(ASSIGNMENTS) + 1}", str(plan.year + self.chance.below(3)), self.owner(plan),
                self.status(),
            ]
            for number in range(ACTIVITIES)
        ]
        headings = ["Id", "Aktivitet", "Mål", "Uppdrag", "Tidplan", "Ansvarig", "Status"]
        return markdown_table("Tabell: Aktiviteter {#aktiviteter .aktiviteter}", headings, rows)

    def indicators(self, plan: Plan, place: pathlib.Path) -> str:
        rows = []
        for number in range(INDICATORS):
            share = 30 + self.chance.below(40)
            rows.append([
                f"I{number + 1}", plan.goals()[number % GOALS], self.title("Andel {ip} med {adj} {ip}", plan.year),
                f"{plan.year + 2}: {share + 1 + self.chance.below(20)} %", f"{plan.year - 1}: {share} %",
                f"{plan.year}: {share + self.chance.below(5)} %",
            ])
        headings = ["Id", "Mål", "Indikator", "Målvärde", "Nuläge", "Redovisas"]
        return markdown_table("Tabell: Indikatorer {#indikatorer .indikatorer}", headings, rows)

    def controls(self, plan: Plan, place: pathlib.Path) -> str:
        ways = ("Mycket allvarlig/möjlig", "Allvarlig/sannolik", "Kännbar/mindre sannolik")
        rows = [
            [
                f"N{number + 1}", self.title("{Ip} och {ip}", plan.year), self.title("{Dp} följer {ip}", plan.year),
                self.title("Stickprov av {ip}", plan.year), self.chance.one(ways), self.some_goals(plan),
            ]
            for number in range(CONTROLS)
        ]
        headings = ["Id", "Kontrollområde", "Kontrollmål", "Kontrollmoment", "Väsentlighet och riskbedömning", "Mål"]
        return markdown_table("Tabell: Kontrollområden {#internkontroll .internkontroll}", headings, rows)

    def risks(self, plan: Plan, place: pathlib.Path) -> str:
        rows = [
            [
                f"R{number + 1}", self.title("{Ip} saknas i {place}", plan.year), str(1 + self.chance.below(4)),
                str(1 + self.chance.below(4)), self.title("{Inf} {ip}", plan.year), self.owner(plan),
                self.some_goals(plan),
            ]
            for number in range(RISKS)
        ]
        headings = ["Id", "Risk", "Sannolikhet", "Konsekvens", "Åtgärd", "Ansvarig", "Mål"]
        return markdown_table("Tabell: Risker {#risker .risker}", headings, rows)


def write_region(folder: pathlib.Path, seed: int = 1, years: int = YEARS):
    """Writes the project folder of the region; fewer years make a smaller one."""
    Region(folder, seed).write_all(years)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, help="a folder that isn't there yet")
    parser.add_argument("--years", type=int, default=YEARS, help="four plans for each; 1 to 10")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.folder.exists():
        raise SystemExit(f"{options.folder} is there already")
    write_region(options.folder, options.seed, options.years)


if __name__ == "__main__":
    main()
