"""The money of one plan of the made-up region: tables whose sums hold."""
from Benchmarks.corpus import Author
from Benchmarks.region_plan import CSV_TABLES, TABLES_PER_PLAN, Plan, markdown_table, some_goals


def money(tenths: int) -> str:
    """Tenths of a million as Swedish print has them: `2 547,4`."""
    sign = "−" if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10:,}".replace(",", "\u00a0") + f",{abs(tenths) % 10}"


def machine(tenths: int) -> str:
    sign = "-" if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10}"


class Money:
    """Writes the tables of money of one plan."""

    def __init__(self, author: Author, plan: Plan):
        self.author = author
        self.chance = author.chance
        self.plan = plan

    def frames(self) -> list[str]:
        """Frames of four years and what changes them: frame + changes = next frame, to the tenth."""
        years = [self.plan.year - 1 + step for step in range(4)]
        parts = ["Sjukvård", "Tandvård", "Kollektivtrafik", "Kultur och bildning"]
        frames = [[5_000 + self.chance.below(90_000) for _ in years] for _ in parts]
        sums = [sum(column) for column in zip(*frames)]
        rows = [[name, *map(money, row)] for name, row in zip(parts, frames)]
        rows.append(["**Summa**", *map(money, sums)])
        frame_table = markdown_table(
            f"Tabell: Ramar {years[0]}–{years[-1]} {{#ramar .ramar unit=mnkr}}",
            ["Ram", *(f"Ram {year}" for year in years)], rows, len(years),
        )
        causes = ["Index", "Effektivisering", "Nya uppdrag"]
        changes = [[self.chance.below(4000) - 1500 for _ in years[1:]] for _ in causes]
        rest = [
            sums[step + 1] - sums[step] - sum(row[step] for row in changes) for step in range(len(years) - 1)
        ]
        change_table = markdown_table(
            f"Tabell: Ramens förändringar {years[1]}–{years[-1]} "
            "{#ramforandringar .ramförändringar unit=mnkr frames=ramar}",
            ["Förändring", *map(str, years[1:])],
            [[name, *map(money, row)] for name, row in zip([*causes, "Omfördelning"], [*changes, rest])],
            len(years) - 1,
        )
        return [frame_table, change_table]

    def table(self, number: int) -> tuple[str, dict[str, list[str]]]:
        """A budget or investments, with sub-sums where it is long; tied to goals. The last ones lie in CSV files:
        the Markdown, and the lines of each file by its name."""
        is_budget = number % 4 != 3
        years = [self.plan.year + step for step in range(3 if is_budget else 5)]
        names = [self.author.fill("{Ip}", self.plan.year) for _ in range(5 + self.chance.below(8))]
        # A row called so would be read as a sum.
        labels = [name for name in dict.fromkeys(names) if name != "Resultat"]
        rows = [(label, [1 + self.chance.below(9000) for _ in years]) for label in labels]

        def total(some):
            return [sum(column) for column in zip(*(values for _, values in some))]

        printed, half = list(rows), len(rows) // 2
        if half >= 4:
            printed = [*rows[:half], ("Delsumma drift", total(rows[:half]))]
            printed += [*rows[half:], ("Delsumma stöd", total(rows[half:]))]
        printed.append(("Totalt", total(rows)))
        name, kind = (f"budget-{number + 1}", "budget") if is_budget else (f"investering-{number + 1}", "investeringar")
        what = self.author.fill("{Ip}", self.plan.year)
        goals = some_goals(self.chance, self.plan).replace(" ", "")
        first, heading = ("Post", "Budget ") if is_budget else ("Investering", "")
        headings = [first, *(f"{heading}{year}" for year in years)]
        caption = f"Tabell: {what} {years[0]}–{years[-1]} ({number + 1}) {{#{name} .{kind} unit=mnkr goals={goals}"
        if number < TABLES_PER_PLAN - 2 - CSV_TABLES:
            shown = [
                [f"**{label}**" if label == "Totalt" else label, *map(money, values)] for label, values in printed
            ]
            return markdown_table(caption + "}", headings, shown, len(years)), {}
        lines = [";".join(headings), *(";".join([label, *map(machine, values)]) for label, values in printed)]
        return f"{caption} src={name}.csv}}\n", {f"{name}.csv": lines}
