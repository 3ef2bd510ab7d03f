from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.progress.safeguarding.personal import personal_data

# What officers might type of a child or a family, and what must be seen in it. All made up: the telephone numbers are
# of Ofcom's range for drama, the NHS number is the NHS's own example.
WARNED = [
    ("Spoke to health about 943 476 5919 and agreed a plan", "an NHS number", "943 476 5919"),
    ("NHS 9434765919 referred on", "an NHS number", "9434765919"),
    ("referral for 943-476-5919 made", "an NHS number", "943-476-5919"),
    ("NHS number 943 476 5918 was sent to us", "an NHS number", "NHS number 943 476 5918"),
    ("NHS no: 1234567890", "an NHS number", "NHS no: 1234567890"),
    ("family rehoused from 12 Acacia Avenue, Salford M27 5AW", "an address", "12 Acacia Avenue, Salford M27 5AW"),
    ("visit to 4b Station Road M3 4BN went well", "an address", "4b Station Road M3 4BN"),
    (
        "Flat 3, 14 Mill Lane, Eccles, Salford M30 0AB visited",
        "an address",
        "Flat 3, 14 Mill Lane, Eccles, Salford M30 0AB",
    ),
    ("moved to Chapel Street, M3 5JF", "an address", "Chapel Street, M3 5JF"),
    ("house is 27, M6 5XY", "an address", "27, M6 5XY"),
    ("the family lives at 12 Acacia Avenue", "an address", "lives at 12 Acacia Avenue"),
    ("lad of 4 Acacia Avenue Eccles still at risk at home", "an address", "4 Acacia Avenue"),
    ("we visited 4 Acacia Avenue, Eccles", "an address", "4 Acacia Avenue"),
    ("kid at 12 church street swinton", "an address", "12 church street"),
    ("the lad in the flat above tesco eccles", "an address", "in the flat above tesco"),
    ("family at 7a Moss Lane moved", "an address", "7a Moss Lane"),
    ("moved to 14 Hope Close, Swinton", "an address", "14 Hope Close"),
    ("he is at flat 3, 22 langworthy road", "an address", "flat 3, 22 langworthy road"),
    ("Home address: 3 The Crescent", "an address", "Home address: 3 The Crescent"),
    ("two families in M27 5AW now have a worker", "a postcode", "M27 5AW"),
    ("family at m275aw", "a postcode", "m275aw"),
    ("case moved to EC1A 1BB", "a postcode", "EC1A 1BB"),
    ("mum can be reached on 07700 900123", "a phone number", "07700 900123"),
    ("call 07700900123 first", "a phone number", "07700900123"),
    ("call 07700 900 123 first", "a phone number", "07700 900 123"),
    ("on +44 7700 900123", "a phone number", "+44 7700 900123"),
    ("on +44 (0)7700 900123", "a phone number", "+44 (0)7700 900123"),
    ("gran is on 0161 496 0000.", "a phone number", "0161 496 0000"),
    ("gran is on (0161) 496 0000.", "a phone number", "(0161) 496 0000"),
    ("gran is on 0161-496-0000", "a phone number", "0161-496-0000"),
    ("uncle is on 020 7946 0958", "a phone number", "020 7946 0958"),
    ("uncle is on 01632 960001", "a phone number", "01632 960001"),
    ("mum wrote from kayleigh.s@example.com", "a private e-mail address", "kayleigh.s@example.com"),
    ("write to dad_1975+home@mail.example.org please", "a private e-mail address", "dad_1975+home@mail.example.org"),
    ("x@gov.uk.example.com wrote", "a private e-mail address", "x@gov.uk.example.com"),
    ("dob 3/4/2012", "a date of birth", "dob 3/4/2012"),
    ("D.O.B. 03.04.12", "a date of birth", "D.O.B. 03.04.12"),
    ("DOB: 3rd April 2012", "a date of birth", "DOB: 3rd April 2012"),
    ("date of birth 2012-04-03", "a date of birth", "date of birth 2012-04-03"),
    ("the younger one was born 3 April 2012", "a date of birth", "born 3 April 2012"),
    ("twins born on the 3rd of April", "a date of birth", "born on the 3rd of April"),
    ("Kayleigh Smith, born 3 April 2012", "a date of birth", "Kayleigh Smith, born 3 April 2012"),
    ("Kayleigh Smith (dob 3/4/2012) was seen", "a date of birth", "Kayleigh Smith (dob 3/4/2012"),
    ("Kayleigh Smith, 7, has a new worker", "a name with an age", "Kayleigh Smith, 7"),
    ("plan for Kayleigh Smith, 7.", "a name with an age", "Kayleigh Smith, 7"),
    ("Kayleigh Smith (7) and others", "a name with an age", "Kayleigh Smith (7)"),
    ("Kayleigh Smith (9 months) is on a plan", "a name with an age", "Kayleigh Smith (9 months)"),
    ("J. Smith (aged 9) moved school", "a name with an age", "J. Smith (aged 9)"),
    ("Kayleigh aged 7 moved school", "a name with an age", "Kayleigh aged 7"),
    ("Kayleigh, aged 7, moved school", "a name with an age", "Kayleigh, aged 7"),
    ("Siobhán O’Neill age 11", "a name with an age", "Siobhán O’Neill age 11"),
    ("Kayleigh is 7 years old", "a name with an age", "Kayleigh is 7 years old"),
    ("we met 7-year-old Kayleigh", "a name with an age", "7-year-old Kayleigh"),
    ("April Jones, aged 15, is missing", "a name with an age", "April Jones, aged 15"),
    ("case no 123456 closed", "a case number", "case no 123456"),
    ("Case number: 20471", "a case number", "Case number: 20471"),
    ("case ref AB/1234", "a case number", "case ref AB/1234"),
    ("case 4711234 was audited", "a case number", "case 4711234"),
    ("LCS 1234567 audited", "a case number", "LCS 1234567"),
    ("LCS ID 1234567", "a case number", "LCS ID 1234567"),
    ("Ref: CIN/1234", "a case number", "Ref: CIN/1234"),
    ("ref 1234567 audited", "a case number", "ref 1234567"),
    ("Mosaic ID 12345", "a case number", "Mosaic ID 12345"),
    ("mosaic 1234567", "a case number", "mosaic 1234567"),
    ("UPN A123456789012", "a case number", "UPN A123456789012"),
    ("pupil A123456789012 excluded", "a pupil number", "A123456789012"),
    ("crime ref 06AB/12345", "a case number", "crime ref 06AB/12345"),
    ("child ID 48213", "a case number", "child ID 48213"),
    ("mum’s NI is AB 12 34 56 C", "a National Insurance number", "AB 12 34 56 C"),
    ("NI ab123456c", "a National Insurance number", "ab123456c"),
    ("mother of Kayleigh agreed", "the name of a relative", "mother of Kayleigh"),
    ("the father of Kayleigh Smith agreed", "the name of a relative", "father of Kayleigh Smith"),
    ("parents of Kayleigh Smith came", "the name of a relative", "parents of Kayleigh Smith"),
    ("Kayleigh’s mum agreed", "the name of a relative", "Kayleigh’s mum"),
    ("her stepfather, John Smith, agreed", "the name of a relative", "stepfather, John Smith"),
    ("mum Sarah Smith agreed", "the name of a relative", "mum Sarah Smith"),
    ("3/4/2012 DOB", "a date of birth", "3/4/2012 DOB"),
    ("2012-04-03 (DOB)", "a date of birth", "2012-04-03 (DOB"),
    ("3 April 2012 is the date of birth", "a date of birth", "3 April 2012 is the date of birth"),
    ("03.04.12 is his D.O.B.", "a date of birth", "03.04.12 is his D.O.B."),
    ("DOB of the child: 3rd April 2012", "a date of birth", "DOB of the child: 3rd April 2012"),
    ("the child’s DOB (3/4/2012) was wrong", "a date of birth", "DOB (3/4/2012)"),
    ("dob 030412", "a date of birth", "dob 030412"),
    ("Kyle and Tracey Smith have moved", "names of one family", "Kyle and Tracey Smith"),
    ("met Kyle & Tracey Smith, both on a plan", "names of one family", "Kyle & Tracey Smith"),
    ("Met Kyle, Mia and Tracey O’Neill again", "names of one family", "Kyle, Mia and Tracey O’Neill"),
    ("Mr and Mrs Smith agreed", "names of one family", "Mr and Mrs Smith"),
    ("twins Kyle and Tracey were seen", "the name of a relative", "twins Kyle and Tracey"),
    ("the siblings Kyle and Mia Jones", "the name of a relative", "siblings Kyle and Mia Jones"),
    ("and his sister Mia came too", "the name of a relative", "sister Mia"),
    ("Kyle Smith from Year 4 at St Mary's primary was moved", "the name of a child", "Kyle Smith from Year 4"),
    ("Kyle Smith was moved to his nan", "the name of a child", "Kyle Smith was moved to his nan"),
    ("Kyle Smith (Y6) is back", "the name of a child", "Kyle Smith (Y6"),
    ("Mia O’Neill, who attends Lark Hill Primary", "the name of a child", "Mia O’Neill, who attends Lark Hill Primary"),
    ("Kyle Smith has been taken into foster care", "the name of a child", "Kyle Smith has been taken into foster care"),
    ("Kyle Smith went missing twice", "the name of a child", "Kyle Smith went missing"),
    ("Kyle Smith is living with foster carers", "the name of a child", "Kyle Smith is living with foster carers"),
    ("Kyle Smith is on a child protection plan", "the name of a child", "Kyle Smith is on a child protection plan"),
    ("pupil Kyle Smith was excluded", "the name of a child", "pupil Kyle Smith"),
    ("the case of Kyle Smith was audited", "the name of a child", "case of Kyle Smith"),
    ("Jo Bloggs of the Eccles family moved", "the name of a family", "Jo Bloggs of the Eccles family"),
    ("the O’Neill family has a new worker", "the name of a family", "the O’Neill family"),
]

# What officers report every day, and what nobody should be stopped for.
PASSED = [
    "Sue Myers met the 12 heads of service on 30 January 2027",
    "Recommendation 10",
    "Recommendations 3, 7 and 12 are linked",
    "family CAF consultation started",
    "£12,000 was spent, of £1,234,567,890 in all",
    "the 0161 strategy group met",
    "40 staff aged 25 to 60",
    "Staff aged 16 to 24 were asked",
    "10 children aged under 5",
    "Children aged 5 to 11 took part",
    "Boys aged 9 were asked at two schools",
    "section 47 enquiries fell by 12%",
    "Section 20 and Section 47 work was audited",
    "Working Together 2010 was followed",
    "Working Together (2010) was followed",
    "SR (25/26) 01",
    "see https://example.org/case-no/1234567890?dob=3/4/2012",
    "https://salford.example/M275AW/943-476-5919",
    "15 December 2026 board",
    "the board of 15 December 2026 agreed",
    "evaluate by 30/1/2027",
    "from 01/02/2027 to 03/04/2027",
    "Sue Myers, 7 December, will report",
    "Sue Myers, 12 heads of service and the police met",
    "Sue Myers (lead) and Jane Doe (health) met",
    "Sue Myers, assistant director, agreed",
    "Early Help (7) and Family Support (3) teams",
    "Team Manager, 3 social workers and 2 assistants",
    "Greater Manchester Police, 7 schools and Salford Royal",
    "all 40 staff trained, 10 of 15 teams done",
    "1/2 of the staff; 3/4 of the teams; cover 24/7",
    "write to sue.myers@salford.gov.uk",
    "write to sue.myers@example.gov.uk or jane.doe@nhs.net",
    "a@gmp.police.uk and b@srft.nhs.uk were copied in",
    "Childline is on 0800 1111, our line on 0300 123 1234",
    "call 999 or 101",
    "the NHS number is now recorded in 92% of cases",
    "case numbers rose from 1234 to 1300",
    "case notes were audited; the case load fell to 17",
    "20 case files were read, 12 red cases among them",
    "the number of cases fell to 1200",
    "mother and baby unit opened",
    "Salford’s mother and baby unit opened",
    "mothers and fathers of young children were asked",
    "parents of Reception pupils were asked",
    "Munro’s child-centred approach",
    "the Child Protection Conference service was redesigned",
    "Child Sexual Exploitation training for 12 teams",
    "the Parent Carer Forum met 4 times",
    "Foster Carer Recruitment Team started",
    "unborn babies pathway, 3 April 2027",
    "a new post was born of it in 2012",
    "babies born in 2012 start school",
    "Ofsted, 5 inspectors, came on 3 March",
    "phase 2, version 1.2.3, page 12",
    "Key Stage 2 and KS2 3rd term",
    "in Q1 2nd phase of the S1 2nd wave",
    "Theme 2 (7 recommendations)",
    "Table 3, 12 rows",
    "ISO 9001 and the Children Act 1989",
    "the Children Act (1989), s. 47",
    "budget code 4567 and purchase order 998877",
    "order 1234567890 for laptops",
    "the report CAB/2027/14 and CP/2027",
    "Ref: SR (25/26) 01",
    "Review of 3 cases per team; 5 by March",
    "Chapel Street office closed",
    "12 Family Centres and 3 Hubs",
    "the policy on addresses at 12 sites",
    "visited 3 schools on Church Street",
    "opened 3 high street offices",
    "12 cases close this month",
    "2 new road shows held",
    "training held at 5 New Bailey Street",
    "the hub at 12 Chorley Road opened",
    "10 staff drive to work",
    "phase 2 road map agreed",
    "in 2026 Oxford Road hub opened",
    "12 Family Court cases",
    "2 Early Help Place teams",
    "5 of 10 Broad Street staff trained",
    "20 mph zone on Moss Lane",
    "0161 and 0207 areas",
    "10% of 16 and 17 year olds",
    "17-year-old care leavers got a new offer",
    "Year 7 pupils; Years 7, 8 and 9",
    "Jane Doe was 2 weeks late",
    "Sue Myers is 1 of 3 leads",
    "Julie Moss and Sharon Hubber lead it",
    "Sue Myers and Gani Martins met twice",
    "Policy and Performance Officer appointed",
    "Early Help and Family Support teams",
    "Manchester and Salford City Council agreed",
    "Salford and Greater Manchester Police met",
    "Training and Development Manager",
    "the Quality and Assurance Framework",
    "Signs and Safety Model",
    "DOB recording is now checked on every form",
    "the date of birth field was added on 3 April 2015",
    "boys and Girls from two schools",
    "Sue Myers told the Board",
    "Sue Myers from the school improvement team visited St Mary's primary",
    "Sue Myers attended the Lark Hill Primary governors' meeting",
    "Sue Myers has moved to her new team",
    "Sue Myers will report on children who went missing",
    "Sue Myers presented how many were placed in care",
    "Jane Brown, Head of Year 4, agreed",
    "Jane Brown, Year 4 teacher, agreed",
    "Salford Royal is in Year 2 of the plan",
    "Early Help in Year 2",
    "the Eccles Family Centre and the Salford family hub opened",
    "the Think Family approach was adopted",
    "the Munro family of reviews",
    "amber",
    "🟠",
    "",
]


@pytest.mark.parametrize(("text", "kind", "words"), WARNED)
def test_what_looks_like_a_child_or_a_family_is_seen_in_its_very_words(text: str, kind: str, words: str) -> None:
    assert [(one.kind, one.words) for one in personal_data(text)] == [(kind, words)]


@pytest.mark.parametrize("text", PASSED)
def test_an_ordinary_report_is_let_pass(text: str) -> None:
    assert personal_data(text) == ()


def test_several_things_are_seen_in_their_order() -> None:
    seen = personal_data("Kayleigh Smith (7), NHS 943 476 5919, of 12 Acacia Avenue M27 5AW, mum on 07700 900123")

    assert [one.kind for one in seen] == ["a name with an age", "an NHS number", "an address", "a phone number"]


def test_ten_digits_are_an_nhs_number_only_with_the_right_check_digit() -> None:
    """For any nine figures at most one last figure is right, and for about one in eleven none is."""
    for first_nine in ("943476591", "123456789", "000000000", "987654321", "401023213"):
        valid = [last for last in range(10) if personal_data(f"see {first_nine}{last} here")]
        weighted = sum(int(digit) * weight for digit, weight in zip(first_nine, range(10, 1, -1), strict=True))
        check = -weighted % 11

        assert valid == ([check] if check < 10 else [])


_PIECES = [*"Kayleigh|Smith|,|(|)|7|aged|dob|3/4/2012|mother of|’s mum|M27|5AW|12|Acacia|Road|07700|900123".split("|")]
_PIECES += [*"943|476|5919|case no|Ref:|CIN/1234|@|example.com|https://a.example/|\n|0|J.|Zoë".split("|")]


@given(st.one_of(st.text(max_size=100), st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join)))
def test_what_is_seen_stands_in_the_text_once_and_in_order(text: str) -> None:
    seen = personal_data(text)

    assert all(one.words == text[slice(*one.span)] and one.words for one in seen)
    assert all(one.span[1] <= following.span[0] for one, following in pairwise(seen))


_HOSTILE = (
    "a|A|Aa |Aa-|1|12 |0|07|943 476 5919 |M27 5AW |a@|a.|a@b.|x |12 Acacia |Road |case no |case no a|ref: |mother of |"
    "Kayleigh Smith |J. |born |Kyle Smith was |the Smith family |Kyle Smith from Year |"
    " |\n|(|+44 |https://|lives at 12 Aa |AB12|-|aged 7 |’s mum |"
    "Aa’s case |was Aa |little Aa |the Aa case |KJ (7) |Aa (7) |kayl |Aa Bb and his mum "
)


@pytest.mark.parametrize("piece", _HOSTILE.split("|"))
def test_twenty_thousand_hostile_characters_are_read_to_their_end(piece: str) -> None:
    text = (piece * 20_000)[:20_000]

    assert personal_data(f"{text}; dob 3/4/2012")[-1].words.endswith("3/4/2012")
