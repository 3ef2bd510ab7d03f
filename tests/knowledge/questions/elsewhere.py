"""Documents of other shapes: one in which the council itself decides, and one that is nothing but text."""

from __future__ import annotations

from functools import cache

from knowledge.documents import read_document
from knowledge.questions.searching.index import Index

# The council's own answer to a review of its libraries.
LIBRARIES = """Harbury Council: answer to the review of its libraries

Recommendation 1

The Council should open every branch library on Saturdays.

Review argument

Families told us that they could only come at weekends. Eleven branches were closed because their boilers had failed.

Council response – Accept

Eight branches open on Saturdays already. The county's trust owns the other buildings.

Timescale

By 30 June 2027

Council position

New rotas have been agreed for all 11 branches.

Lead Officer

Anita Rowe – Principal Librarian

Recommendation 2

The Council should lend laptops to anybody without a computer at home.

Review argument

One household in five has no computer.

Council response – Partially accept

Laptops will be lent to students. Lending to everybody would cost £240,000 a year.

Timescale

From 1 March 2027

Council position

Since May, 60 laptops have been lent. The waiting list fell from 90 to 35.

Lead Officer

Colm Daly – Head of Digital Services

Recommendation 3

The Council should abolish fines for late books.

Review argument

Fines keep poorer readers away.

Council response – Reject

Fines pay for new books, and nobody has shown that readers stay away.

Timescale

None

Council position

Children have paid no fines since 2019.

Lead Officer

Colm Daly – Head of Digital Services

Recommendation 4

The Government should pay for a national library card.

Review argument

Readers cannot borrow outside their own county.

Council response – Not for the Council

This is a matter for ministers. The Council will write to them.

Timescale

No date

Council position

The Leader sent a letter on 4 May 2026. No reply has come.

Lead Officer

None

Recommendation 5

The Council should let schools borrow sets of books for a term.

Review argument

Schools throw away old sets of books.

Council response – Accept in principle

The Council supports this if a van can be found.

Timescale

To be settled

Council position

Three schools have asked for sets.

Lead Officer

Anita Rowe – Principal Librarian
"""

# A government's answer in which nothing is set apart.
COASTS = """Government answer to the review of coastal defences

Recommendation 1

The department should publish one map of every sea wall, kept up to date by the Coastal Survey.

We will publish the map in the spring of 2027. The Coastal Survey will lead on the drawing of the map, with the
harbour authorities. The autumn 2026 budget set aside £14 million for surveys.

Recommendation 2

The government should abolish the two-agency model for flood sirens.

We will keep the two-agency model, which gives each coast an agency that knows it. A national siren exercise is planned
for 2028 and will be run by the Fire Inspectorate.

Recommendation 3

The institute of harbour engineers and the ports council should review the training of harbour masters.

The institute has begun its review. The training guide is intended for harbour masters, pilots and volunteers.
A port loses its licence where it fails to train its harbour master.
"""


@cache
def libraries() -> Index:
    """The council's own decisions, its position beside them."""
    return Index(read_document(LIBRARIES.encode(), "libraries.txt"))


@cache
def coasts() -> Index:
    """No decisions, dates or leads apart from the text."""
    return Index(read_document(COASTS.encode(), "coasts.txt"))
