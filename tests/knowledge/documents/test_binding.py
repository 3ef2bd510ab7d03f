from __future__ import annotations

import pytest

from knowledge.documents.binding import binder, sentences
from knowledge.model import Party


def who(text: str) -> tuple[Party, str]:
    """Who is bound by the words between « and »."""
    start, end = text.index("«"), text.index("»") - 1
    clean = text.replace("«", "").replace("»", "")
    sentence = next(one for one in sentences(clean) if one.start <= start and end <= one.end)
    found = binder(sentence, start, end)
    return found.party, found.words


@pytest.mark.parametrize(
    ("text", "party", "words"),
    [
        ("The Government will work with local authorities «by May».", Party.GOVERNMENT, "The Government"),
        ("«In May» the Government will, working with the sector, act.", Party.GOVERNMENT, "the Government"),
        ("The Department of Health and the Department for Education will publish it «in May».", Party.GOVERNMENT,
         "The Department of Health and the Department for Education"),
        ("DfE: «by May»", Party.GOVERNMENT, "DfE"),
        ("The Secretary of State for Education intends to act «in May».", Party.GOVERNMENT,
         "The Secretary of State for Education"),
        ("The Government, with Ofsted and others, will act «in May».", Party.GOVERNMENT, "The Government"),
        ("Ofsted intends to consult «in May».", Party.OFSTED, "Ofsted"),
        ("We envisage most local authorities will choose «by May» to do so.", Party.COUNCIL, "most local authorities"),
        ("It will be for local partners to decide, with LSCBs, «by May».", Party.COUNCIL, "local partners"),
        ("Local authorities and their partners should act «in May».", Party.COUNCIL,
         "Local authorities and their partners"),
        ("Salford City Council aims to act «in May».", Party.COUNCIL, "Salford City Council"),
        ("The SWRB has a plan. It is to be done «in May».", Party.PARTNERS, "The SWRB"),
        ("The College of Social Work will act «in May».", Party.PARTNERS, "The College of Social Work"),
        ("The Children’s Improvement Board will act «in May».", Party.PARTNERS, "The Children’s Improvement Board"),
        ("Employers must act «in May».", Party.PARTNERS, "Employers"),
        ("The Government will ask the College of Social Work to act «in May».", Party.GOVERNMENT, "The Government"),
        ("The Government will act. To be identified «by May».", Party.GOVERNMENT, "The Government"),
        ("The Government will do this:\n• a guide «by May»;", Party.GOVERNMENT, "The Government"),
        ("The Government will act.\nGuidance will be published «by May».", Party.NOT_STATED, ""),
        ("The Government will act, given the Framework (due to be published «in May»).", Party.NOT_STATED, ""),
        ("The Government will act (Ofsted will publish its plan «in May»).", Party.OFSTED, "Ofsted"),
        ("Guidance for local authorities will be published «in May».", Party.NOT_STATED, ""),
        ("The Government will act once Ofsted has reported, «in May».", Party.GOVERNMENT, "The Government"),
        ("«In May»", Party.NOT_STATED, ""),
    ],
)  # fmt: skip
def test_the_subject_of_the_verb_is_bound(text: str, party: Party, words: str) -> None:
    assert who(text) == (party, words)
