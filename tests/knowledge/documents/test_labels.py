from __future__ import annotations

import pytest

from knowledge.documents.labels import Label, label
from knowledge.model import Field


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("\tRecommendation 1", Label(Field.RECOMMENDATION, "Recommendation", ref="1")),
        ("Recommendation 13:", Label(Field.RECOMMENDATION, "Recommendation", ref="13")),
        ("Recommendation 2.10 ", Label(Field.RECOMMENDATION, "Recommendation", ref="2.10")),
        ("RECOMMENDATION R3.1.", Label(Field.RECOMMENDATION, "RECOMMENDATION", ref="R3.1")),
        ("Recommendation 4: Do it.", Label(Field.RECOMMENDATION, "Recommendation", ref="4", rest="Do it.")),
        ("Recommendation 4 – Do it.", Label(Field.RECOMMENDATION, "Recommendation", ref="4", rest="Do it.")),
        ("Rec no. 4", Label(Field.RECOMMENDATION, "Rec", ref="4")),
        (
            "Theme 2: Early help (Recommendations 8 & 10)",
            Label(Field.THEME, "Theme", "", "2", "Early help (Recommendations 8 & 10)"),
        ),
        ("Theme 3 – Expertise", Label(Field.THEME, "Theme", ref="3", rest="Expertise")),
        ("\tMunro’s argument ", Label(Field.ARGUMENT, "Munro’s argument", owner="Munro")),
        ("Munro's Argument:", Label(Field.ARGUMENT, "Munro's Argument", owner="Munro")),
        ("Rationale", Label(Field.ARGUMENT, "Rationale")),
        ("Government response – Accept", Label(Field.RESPONSE, "Government response", "Government", rest="Accept")),
        ("Government response - Accept.", Label(Field.RESPONSE, "Government response", "Government", rest="Accept.")),
        ("Cabinet response: Agreed", Label(Field.RESPONSE, "Cabinet response", "Cabinet", rest="Agreed")),
        ("Executive Response (Noted)", Label(Field.RESPONSE, "Executive Response", "Executive", rest="Noted")),
        ("Timescale:", Label(Field.TIMESCALE, "Timescale")),
        ("Timescales", Label(Field.TIMESCALE, "Timescales")),
        ("TIMETABLE", Label(Field.TIMESCALE, "TIMETABLE")),
        ("Target date: 1 May 2026", Label(Field.TIMESCALE, "Target date", rest="1 May 2026")),
        ("**By when:** May", Label(Field.TIMESCALE, "By when", rest="May")),
        ("Salford Position", Label(Field.POSITION, "Salford Position", owner="Salford")),
        (
            "Salford City Council’s position",
            Label(Field.POSITION, "Salford City Council’s position", "Salford City Council"),
        ),
        ("Our position.", Label(Field.POSITION, "Our position")),
        ("Progress", Label(Field.POSITION, "Progress")),
        ("Lead Officer(s)", Label(Field.LEADS, "Lead Officer(s)")),
        ("Responsible officer", Label(Field.LEADS, "Responsible officer")),
        ("Who is responsible: Jo Ash", Label(Field.LEADS, "Who is responsible", rest="Jo Ash")),
        ("Responsible person", Label(Field.LEADS, "Responsible person")),
        ("Completion date: May 2026", Label(Field.TIMESCALE, "Completion date", rest="May 2026")),
        ("What Ofsted found: Delay.", Label(Field.ARGUMENT, "What Ofsted found", "Ofsted", rest="Delay.")),
        ("What the inspectors found", Label(Field.ARGUMENT, "What the inspectors found")),
        ("What we will do: Mend it.", Label(Field.RESPONSE, "What we will do", rest="Mend it.")),
        ("Progress so far: None.", Label(Field.POSITION, "Progress so far", rest="None.")),
        ("Priority 1: Timely plans", Label(Field.THEME, "Priority", ref="1", rest="Timely plans")),
        ("## Priority B: Licensing", Label(Field.THEME, "Priority", ref="B", rest="Licensing")),
        ("Owner: Jo Ash", Label(Field.LEADS, "Owner", rest="Jo Ash")),
        ("Status: Complete", Label(Field.POSITION, "Status", rest="Complete")),
        ("BRAG rating: Blue", Label(Field.POSITION, "BRAG rating", rest="Blue")),
        ("Decision: Accept", Label(Field.DECISION, "Decision", rest="Accept")),
    ],
)
def test_a_label_is_known_however_it_is_printed(line: str, opens: Label) -> None:
    assert label(line) == opens


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Recommendation 5 was accepted",
        "Recommendations 5 and 6",
        "Recommendation 5 – which was accepted",
        "Timescale for delivery will be set",
        "When the plan is ready, it will be shown",
        "Priority: High",
        "Priority should be given to schools",
        "Who is responsible for that isn’t known",
        "response.",
        "The position is clear",
        "Lead Member for children’s services",
        "Progress has been made: see above",
        "Theme 2 is about early help",
        "Recommendation 1: A simplified structure ........... 15",
        "The Government response was welcomed.",
        "Decision makers will be told",
    ],
)
def test_a_line_of_text_is_no_label(line: str) -> None:
    assert label(line) is None
