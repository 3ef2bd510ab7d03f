"""What a summary is asked of that nobody knows ("summary for the police"): said, rather than left aside."""

from __future__ import annotations

import re

from dialogs.words import phrases

UNKNOWN = (
    "I can’t narrow that down to “{words}”. A summary can be of everything (“weekly summary”), of a theme (“summary "
    "for theme {theme}”), of a lead officer (“summary for {lead}”){document}, or of your own (“my summary”), over any "
    "time (“summary since 1 November”)."
)
DOCUMENT = ", of a document (“summary for {name}”)"
_SCOPE = re.compile(r"\b(?:for|about|covering|concerning|regarding|of|on)\s+(?P<scope>.+)$")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Everything, those who read a summary, and words of times: what stands behind "for" and narrows nothing.
_WIDE = frozenset(
    "the an our my your its this that these those it all everything everyone everybody every each whole entire full "
    "overall general us me we team council councils board committee meeting members cabinet councillors management "
    "managers manager director directors leadership boss review reviews response responses document documents "
    "programme programmes plan recommendation recommendations rec recs action actions progress status updates update "
    "changes changed change what has have been is are was how where things we're doing going far stand stands summary "
    "summaries report reports overview everything's week weeks weekly month months monthly day days daily year years "
    "quarter quarterly fortnight fortnightly annual time period date today yesterday now last past previous next "
    "recent recently lately latest current since until till to from between and in at over during up so please thanks "
    "thank you beginning start end early mid late first second third half st nd rd th monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter christmas easter on of for "
    "about theme themes lead leads officer officers one ones two three four five six seven eight nine ten twelve mine "
    "own any with happened chat channel here ending ends through".split()
)


def unknown_scope(said: str, titles: str) -> str:
    """What a summary is asked of, in lower case, where it says what nobody knows; else empty.

    `titles` are those of the documents, whose words narrow nothing either.
    """
    found = _SCOPE.search(said)
    known = _WIDE | {*_WORD.findall(titles.lower())}
    strange = [word for word in _WORD.findall(found["scope"]) if word not in known] if found else []
    return found["scope"] if found and strange else ""


def told(words: str, *, theme: str, lead: str, names: list[str]) -> str:
    """That nobody knows it, and what there is; `names` are of the documents, where there are several."""
    document = DOCUMENT.format(name=phrases.escaped(names[-1])) if len(names) > 1 else ""
    return UNKNOWN.format(words=phrases.escaped(words), theme=theme, lead=phrases.escaped(lead), document=document)
