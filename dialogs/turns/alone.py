"""Finds the document that a question is about where it names none, because only that one of several can answer it."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.turns.moment import Moment
from knowledge.questions.language import spelling
from knowledge.questions.language.words import plain, stems
from knowledge.questions.parsing import people
from knowledge.questions.parsing.reading import read
from knowledge.questions.searching.index import Index


def meant(moment: Moment) -> Index | None:
    """The document spoken of, unless only another one has the lead that is named; None where nobody can tell."""
    text, index, indexes = moment.message.text, moment.index, moment.knowledge.indexes
    if index is None:
        return alone(text, indexes)
    if len(indexes) < 2 or moment.message.programme or not read(text, index).stranger:
        return index
    others = _naming(text, [one for one in indexes if one is not index])
    return others[0] if len(others) == 1 else index


def alone(text: str, indexes: Sequence[Index]) -> Index | None:
    """The only document that has the number, the lead or the words of a question; None where several or none has."""
    found = _numbering(text, indexes)
    found = _naming(text, found) or _titling(text, found) or found
    if len(found) == 1:
        return found[0]
    return _saying(text, found)


def _numbering(text: str, indexes: Sequence[Index]) -> Sequence[Index]:
    """Those that have every recommendation that is named by its number; all where none is."""
    named = [read(text, index).named for index in indexes]
    if not any(one.refs or one.missing for one in named):
        return indexes
    return [index for index, one in zip(indexes, named, strict=True) if one.refs and not one.missing]


def _naming(text: str, indexes: Sequence[Index]) -> Sequence[Index]:
    """Those that have a lead who is named, and not only by a title, which others may hold elsewhere."""
    return [i for i in indexes if any(not one.by_role for one in people.mentioned(read(text, i).text, i.roles))]


def _titling(text: str, indexes: Sequence[Index]) -> Sequence[Index]:
    """Those in which somebody leads who has the title that is named."""
    return [index for index in indexes if people.mentioned(read(text, index).text, index.roles)]


def _saying(text: str, indexes: Sequence[Index]) -> Index | None:
    """The only one that says all that any of these says of a question's words, one of them of its own.

    What is in everybody's every other sentence tells nothing, nor does a word that was mended.
    """
    typed = {*stems(plain(text).lower())}
    said = [
        {
            one.stem
            for one in read(text, index).topic
            if one.stem in typed and index.by_recommendation.has(one.stem) and not spelling.everyday(one.word)
        }
        for index in indexes
    ]
    wanted = set[str]().union(*said)
    whole = [index for index, own in zip(indexes, said, strict=True) if wanted and own == wanted]
    return whole[0] if len(whole) == 1 else None
