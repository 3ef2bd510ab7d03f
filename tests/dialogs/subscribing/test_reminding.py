"""A reminder says of several documents which one each recommendation is in, and how that is typed."""

from datetime import date

from dialogs.subscribing.reminding import reminder
from knowledge.library import Knowledge
from knowledge.progress.sending.reminders import Item, Why
from knowledge.progress.standings.standing import Standing
from tests.builders import a_programme, a_recommendation
from tests.dialogs.talking import holds

TODAY = date(2026, 11, 23)


def test_each_line_says_which_document_it_is_about() -> None:
    plans = tuple(
        a_programme(name=name, title=title, reviewer="", recommendations=(a_recommendation(ref="1"),))
        for name, title in (("care plan", "Care Plan 2025"), ("care plan 2026", "Care Plan 2026"))
    )
    items = [Item(Standing(plan.name, "1"), Why.STALE) for plan in plans]

    told = reminder(items, Knowledge(plans), TODAY).text

    for line in ("Recommendation 1 of “Care Plan 2025” (", "Recommendation 1 of “Care Plan 2026” ("):
        assert holds(told, line), told
    assert holds(told, "say “update 1 in care plan”")


def test_of_one_document_nothing_is_said() -> None:
    plan = a_programme(recommendations=(a_recommendation(ref="1"),))

    assert (
        " of " not in reminder([Item(Standing("munro", "1"), Why.STALE)], Knowledge((plan,)), TODAY).text.split("(")[0]
    )
