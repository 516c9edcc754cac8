"""What a plan of the made-up region is: its numbers, its maker, its goals."""
import dataclasses

from Benchmarks.corpus import Chance

FIRST_YEAR = 2017
YEARS = 10

#: What one plan holds of each kind: 200 entities in all.
GOALS, ASSIGNMENTS, ACTIVITIES, INDICATORS, CONTROLS, RISKS = 12, 28, 90, 40, 16, 14
ENTITIES_PER_PLAN = GOALS + ASSIGNMENTS + ACTIVITIES + INDICATORS + CONTROLS + RISKS

#: How many goals and assignments of a plan have a file with prose of their own; the others are rows alone.
GOAL_FILES, ASSIGNMENT_FILES = 6, 6

#: Tables of money in a plan: frames, their changes, and the rest by turns.
TABLES_PER_PLAN = 50
CSV_TABLES = 5

#: Who makes plans: its id, title and kind; the first is the council, whose goals the others serve.
MAKERS = (
    ("regionfullmaktige", "Regionfullmäktige", "fullmäktige", "rp"),
    ("halso-och-sjukvardsnamnden", "Hälso- och sjukvårdsnämnden", "nämnd", "hsn"),
    ("kollektivtrafiknamnden", "Kollektivtrafiknämnden", "nämnd", "ktn"),
    ("kultur-och-bildningsnamnden", "Kultur- och bildningsnämnden", "nämnd", "kbn"),
)


@dataclasses.dataclass(frozen=True)
class Plan:
    """One plan of one year: whose it is, its year and the plan that its goals serve."""

    maker: tuple[str, str, str, str]
    year: int

    @property
    def id(self) -> str:
        return f"{self.maker[3]}-{self.year}"

    @property
    def is_the_councils(self) -> bool:
        return self.maker is MAKERS[0]

    @property
    def council_plan(self) -> str:
        return f"{MAKERS[0][3]}-{self.year}"

    def goals(self) -> list[str]:
        """Codes of goals: three for each perspective."""
        return [f"{'ABCD'[number // 3]}{number % 3 + 1}" for number in range(GOALS)]


def some_goals(chance: Chance, plan: Plan) -> str:
    """One goal of the plan, sometimes two."""
    goals = plan.goals()
    first = chance.below(len(goals))
    second = (first + 1 + chance.below(len(goals) - 1)) % len(goals)
    return f"{goals[first]}, {goals[second]}" if chance.happens(0.3) else goals[first]


def markdown_table(caption: str, headings: list[str], rows: list[list[str]], right: int = 0) -> str:
    """A pipe table whose last columns, so many as `right` says, stand to the right."""
    rule = ["---"] * (len(headings) - right) + ["---:"] * right
    lines = [caption, ""] + [f"| {' | '.join(cells)} |" for cells in (headings, rule, *rows)]
    return "\n".join(lines) + "\n"
