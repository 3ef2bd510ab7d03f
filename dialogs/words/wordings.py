"""The wordings of officers' orders, as patterns; orders.py says what each of them means."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from knowledge.progress.reporting.statuses import ARROW
from knowledge.questions.language.numbers import NOUN

_LETTERS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """A form of words that a whole message may have, and words that tell of it: whatever has it has one of them."""

    pattern: re.Pattern[str]
    tells: frozenset[str]

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Where the whole text has it; looked for only where a word tells of it, since few messages are orders."""
        return None if self.tells.isdisjoint(letters(text)) else self.pattern.fullmatch(text)


def wording(tells: str, text: str) -> Wording:
    """A wording that minds neither case nor lines."""
    return Wording(re.compile(text, re.IGNORECASE | re.DOTALL), frozenset(tells.split()))


@lru_cache(maxsize=64)
def letters(text: str) -> frozenset[str]:
    """The words of a text in lower case, without marks and digits."""
    return frozenset(_LETTERS.findall(text.lower()))


POLITE = (
    r"(?:(?:please|pls|hi|hello|hey|ok|okay|now|so|and|then|also|can|could|may|i|i['’]d|we|you|would|want|need|like|to|"
    r"let['’]?s|let|me|us|id|just|quick|bot|u)\b[\s,]*)*"
)
# What is said before something is put right; the second may begin what is said itself ("no staff yet", "wait times").
_RIGHTS = (
    r"hang on|hold on|oops|whoops|sorry|apologies|my (?:mistake|bad|fault)|scratch that|correction|"
    r"actually|in fact|on second thoughts?|i mean|i meant(?: to say)?|i should have said|"
    r"that(?:['’]s| is| was) wrong|i (?:made a|got that|was) (?:mistake|wrong)"
)
_MAY_RIGHT = r"no|nope|wait|rather"
PUTS_RIGHT = re.compile(rf"\b(?:{_RIGHTS}|{_MAY_RIGHT})\b", re.IGNORECASE)
# The same with what only fills a pause.
ASIDE = rf"{_RIGHTS}|h+m+|u+m+|u+h+|e+r+m*|oh|ah+|ok|okay|please|pls|but|and|i (?:think|thought|guess|said|say)"
MAY_BE_ASIDE = rf"{_MAY_RIGHT}|well|so|then|thanks"
ASIDES = re.compile(rf"(?:(?:{ASIDE}|{MAY_BE_ASIDE})\b[\s,.;:!–—-]*)+", re.IGNORECASE)
REF = r"[a-z]{0,2}\d+(?:\.\d+)*[a-z]?"
_JOIN = rf"\s*(?:,(?:\s*and\b)?|&|\+|\band\b)\s*(?:{NOUN}\s*)?"
RECS = rf"(?:the\s+)?(?:{NOUN}\.?\s*(?:number|no\.?|#)?\s*|number\s+|no\.\s*|#\s*)?"
LISTED = rf"(?P<refs>{REF}(?:{_JOIN}{REF})*)(?![\w%/]|\.\d|[-–—]\d)"
ABOUT = r"(?:\s*(?:on|for|to|about|of|re|against|:))*\s*"
_SEPARATOR = (
    rf"\s*(?P<sep>{ARROW}|[:;,.=–—-]+|\bis now\b|\bare now\b|\bis\b|\bare\b|\bto\b|\bas\b|\bwith\b|\bnow\b|\n)?\s*"
)
_POSTING = r"(?P<posting>(?:post|add|make|give|enter|submit|record|log|write|do)\s+)?"
_UPDATING = (
    rf"(?:(?P<verb>[a-z]{{5,8}})\b|{_POSTING}(?P<article>(?:(?:new|an|a|my|the|progress|status|latest)\s+)*)"
    r"(?:update|report)s?\b)"
)
_FLAGS = re.IGNORECASE | re.DOTALL

UPDATE = re.compile(rf"(?P<polite>{POLITE}){_UPDATING}(?P<about>{ABOUT}){RECS}{LISTED}{_SEPARATOR}(?P<rest>.*)", _FLAGS)
MARK = re.compile(
    rf"{POLITE}(?:mark|set|change|move|put|turn|make|rate|flag|rag|show)\s+{RECS}{LISTED}(?:\s+down)?{_SEPARATOR}"
    r"(?P<rest>.*)",
    _FLAGS,
)
_BESIDE = r"(?:(?:and|also|ok|okay|now|then|please|pls)\b[\s,:]{0,9}){0,4}"
STATED = re.compile(rf"{_BESIDE}{RECS}{LISTED}{_SEPARATOR}(?P<rest>.+)", _FLAGS)
STATUS_OF = re.compile(
    rf"{POLITE}(?:the\s+)?(?:rag|brag|status|rating|colour)(?:\s+(?:status|rating))?\s+(?:(?:of|for|on)\s+)?"
    rf"{RECS}{LISTED}{_SEPARATOR}(?P<rest>.+)",
    _FLAGS,
)
STATUS_FIRST = re.compile(
    rf"(?P<status>[^\d:;?]{{1,40}}?)\s*(?:\s(?:for|on|with)\s+)?{RECS}{LISTED}{_SEPARATOR}(?P<rest>.*)", _FLAGS
)
# "Rec 10 update: amber, pilot began"; behind a comma it may only be asked for.
NOUN_UPDATE = re.compile(
    rf"{_BESIDE}(?:(?:on|for)\s+)?{RECS}{LISTED}\s*(?:['’]s\s+)?(?:(?:progress|status|latest|my|our)\s+)*updates?\s*"
    r"(?:(?P<mark>[:=–—-]+|\n)|,|(?=\s))\s*(?P<rest>\S.*)",
    _FLAGS,
)
# What a recommendation did, before the status that it came to: "10 slipped to red".
_TURNED = (
    r"(?:\s*['’]s\b|\s+(?:has|have|is|are|now|just))*\s+"
    r"(?:slipped|slid|dropped|fallen|fell|gone|went|moved|turned|changed|improved|recovered|worsened|become|became|back)"
    r"(?:\s+(?:back|down|up|over))*(?:\s+from\s+[a-z]+(?:\s+(?:track|risk))?)?(?:\s+(?:in|on)?to)?\s+"
)
TURNED = re.compile(rf"{POLITE}{RECS}{LISTED}{_TURNED}(?P<rest>.+)", _FLAGS)
# Of several recommendations, before the status that all of them have: "2 and 3: both green".
EACH = re.compile(
    r"(?:both|all(?: of them| three| four| five)?|each(?: of them)?)(?: of (?:these|those))?\s+(?:(?:are|is|now)\s+)*",
    re.IGNORECASE,
)
# More blanks than these would take long to look at.
_FEW = r"\s{0,9}"
# Another update within a message: behind a full stop or the like, or (less surely) behind a comma.
ITEM = re.compile(
    rf"(?:^|\n{_FEW}|;{_FEW}|\.\s{_FEW}|\s/{_FEW}|(?P<loose>,{_FEW}(?:and\s+|also\s+)?|\s{_FEW}and\s+))(?:[-*•]\s*)?"
    rf"(?:(?:and|also)\s+)?(?P<verb>(?:please\s+)?(?:update|mark|set)\s+)?{RECS}(?P<ref>{REF})"
    r"(?:\s*(?:[:=–—-]+|\bis now\b|\bis\b)\s*|(?(verb)\s+|(?!)))",
    re.IGNORECASE,
)
# What may be one as well: "10 amber slow, 8 red stuck"; or a part of what has happened.
PERHAPS_ITEM = re.compile(
    rf"(?:[,.;\n]{_FEW}(?:and\s+)?|\s/{_FEW}|\s{_FEW}and\s+){RECS}(?P<ref>{REF})\s+"
    r"(?=(?:(?:now|at|as|to|down\s+as)\s+)?"
    r"(?:red|amber|yellow|orange|green|blue|gr[ea]y|on track|at risk|off track)\b)",
    re.IGNORECASE,
)
_GREETED = (
    r"(?:good\s+)?(?:morning|afternoon|evening|day)|hi+|hello|hey+|hiya|hallo|dear|greetings|"
    r"(?:(?:it['’]s|this is|i['’]?m|i am)\s+)?(?:[^\W\d]+\s+){1,4}here(?=\s*[,.:;!–—-])|"
    r"(?:it['’]s|this is|i['’]m|i am)\s+[^\W\d]+(?:\s+[^\W\d]+){0,3}(?=[,.:;!–—])|"
    r"(?:i\s+)?hope\s+(?:you|this|all)\b[^.,!?;:\n]{0,40}(?=[,.!;\n])"
)
# What mail says before it comes to the point.
_OPENED = (
    r"(?:(?:(?:fwd?|re|subject)\s*:\s*)+(?:updates?\s*[:–-]\s*)?|"
    r"(?:please|pls)\s+(?:see|find)\s+(?:below\s+|attached\s+)?(?:(?:my|our|the|this\s+\w+[’']?s)\s+)?(?:latest\s+)?"
    r"(?:progress\s+)?updates?[^.:\n\d]{0,30}[.:\n]|"
    r"(?:here(?:[’']?s|\s+is|\s+are)|these\s+are|this\s+is)\s+(?:mine|ours|(?:my|our|the)\s+(?:latest\s+)?updates?)\b"
    r"(?:\s+(?:below|for\s+(?:this|the)\s+\w+|this\s+\w+|as\s+follows))?\s*[.:\n–-]|"
    r"(?:my\s+|our\s+)?updates?\s+(?:below|as\s+follows)\s*[.:\n–-])\s*"
)
_ALL = r"again|all|both|bot|there|everyone|everybody|team|folks|mate|colleagues?"
_GREETING = re.compile(rf"(?:(?:{_GREETED})\b(?:\s+(?:{_ALL})\b)*[\s,.:;!–—-]+)+", re.IGNORECASE)
_OPENING = re.compile(rf"(?:{_OPENED})+", re.IGNORECASE)
_BULLET = re.compile(r"\s*[-–—*•]\s+(?=\w)")


def ungreeted(text: str) -> str:
    """A message without a greeting, a name, a bullet, or what mail begins with, before what it says."""
    for opens in (_GREETING, _OPENING, _BULLET):
        found = opens.match(text)
        text = text[found.end() :] if found and found.end() < len(text) else text
    return text


# "10s gone to red": the number with the "is" of speech, not a number of its own.
_WITH_S = re.compile(rf"(?P<before>{POLITE}{RECS})(?P<ref>\d+(?:\.\d+)*)s\s+(?!of\b)", re.IGNORECASE)


def with_verb(text: str, refs: Container[str]) -> str:
    """A message that begins like "10s gone to red" with "is" for the s; any other as it is."""
    run_on = _WITH_S.match(text)
    if run_on is None or run_on["ref"] not in refs or f"{run_on['ref']}s" in refs:
        return text
    return f"{run_on['before']}{run_on['ref']} is {text[run_on.end() :]}"


_LATELY = (
    r"(?:[\s,]+(?:since|from|to report|yet|so far|at all|again|still|really|since (?:then|last time)|"
    r"this (?:week|month|time|fortnight)|last (?:time|week|month|update)|today|now|please|thanks|thank you|sorry|"
    r"i[’']?m afraid))*"
)
_NOTHING = (
    r"(?:(?:there\s+(?:is|has been|[’']?s been)\s+|there[’']s\s+|still\s+)?(?:no|without)\s+"
    r"(?:change|changes|update|updates|movement|news)|(?:nothing|nowt)\s+(?:new|has changed|changed|to report|to add)|"
    r"(?:still\s+)?(?:the\s+)?same(?:\s+(?:status\s+)?as\s+(?:before|last (?:time|week|month|update)))?)"
)
_IS_SAME = (
    r"(?:(?:has(?:n[’']?t| not)|have(?:n[’']?t| not))\s+(?:changed|moved)|unchanged|as before|no change|no changes|"
    r"(?:still\s+)?(?:the\s+)?same(?:\s+as\s+(?:before|last (?:time|week|month|update)))?|nothing new|no movement)"
)
IS_SAME = re.compile(rf"{_IS_SAME}{_LATELY}", re.IGNORECASE)
UNDO_ONE = wording("take", rf"{POLITE}take\s+{RECS}{LISTED}\s+back")
# Of what none has, "8 or 10" names both.
_EITHER = LISTED.replace(_JOIN, rf"(?:{_JOIN}|\s+n?or\s+(?:on\s+)?(?:{NOUN}\s*)?)")
_UNCHANGED = "no without nothing nowt same has have hasn haven hasnt havent unchanged before"
NO_CHANGE = (
    wording(
        _UNCHANGED,
        rf"{POLITE}{_NOTHING}{_LATELY}{ABOUT}(?:{RECS}{_EITHER}|(?:(?:any|all|either|both)\s+of\s+)?(?:mine|ours)|"
        rf"from\s+(?:me|us)|(?:my|our)\s+(?:ones?|{NOUN}|bits?|side|end))?{_LATELY}",
    ),
    wording(_UNCHANGED, rf"{POLITE}{RECS}{LISTED}{_SEPARATOR}{_IS_SAME}{_LATELY}"),
)
# The same with what there is to say of it: "no change on 10, still waiting for the board".
_SAYING = (
    r"(?:\s*[,;:.–—-]+\s*|\s+(?=(?:because|since|as|but|while|whilst|until|though|although|still|and|due to)\b))"
    r"(?P<rest>(?!(?:except|apart|other than|unless)\b)\S.*)"
)
# "No change on 10 except staff left" tells of a change; "except 8" would leave one out.
_EXCEPT = (
    r"[\s,;–—-]+(?:except|apart\s+from|other\s+than)(?:\s+(?:for|that))?\s+"
    rf"(?P<rest>(?!(?:on\s+|for\s+)?{RECS}{REF}\b)\S.*)"
)
NO_CHANGE_BUT = (
    wording(_UNCHANGED, rf"{POLITE}{_NOTHING}{ABOUT}{RECS}{LISTED}{_SAYING}"),
    wording(_UNCHANGED, rf"{POLITE}{RECS}{LISTED}{_SEPARATOR}{_IS_SAME}{_SAYING}"),
    wording(_UNCHANGED, rf"{POLITE}{_NOTHING}{ABOUT}{RECS}{LISTED}{_EXCEPT}"),
    wording(_UNCHANGED, rf"{POLITE}{RECS}{LISTED}{_SEPARATOR}{_IS_SAME}{_EXCEPT}"),
)

_SORRY = (
    r"(?:(?:oops|whoops|ooops|sorry|oh|no|wait|actually|hang on|argh|i(?:[’']?ve)? made a mistake|my mistake|"
    r"that was (?:wrong|a mistake)|that[’']?s (?:wrong|a mistake)|wrong one)\b[\s,.!–—-]*)*"
)
_LAST = r"(?:my|the|that|this|it|last|latest|update|updates|post|one|please|pls|plz|change|again|now)"
_POSTED = r"(?:(?:my|the|that|this|last|latest)\s+)+(?:update|post|no change|report|one)"
UNDO = wording(
    "undo withdraw revert retract take delete remove scrap cancel bin",
    rf"{_SORRY}{POLITE}(?:undo|withdraw|revert|retract|take\s+back|take\s+(?:it|that|this|{_POSTED})\s+back|"
    rf"(?:delete|remove|scrap|cancel|bin)\s+(?=(?:it|that|this)\b|{_POSTED}))"
    rf"(?:\s*\b{_LAST}\b)*{ABOUT}(?:{RECS}{LISTED})?"
    r"(?:[\s,]+(?:again|please|pls|plz|too|as well|now|thanks|thank you|ta|asap))*",
)
_ME = r"(?:i|we|me|us|my|mine)"
MINE = wording(
    "update updates updating report post do due mine ours my our outstanding waiting left open leading responsible "
    "down",
    rf"{POLITE}(?:update|updates|update (?:all )?(?:my|mine|our)(?: (?:{NOUN}|updates|stuff|ones))?|post an? update|"
    rf"(?:wh?[ao]t|which|any(?:thing)?)\b.*\b{_ME}\b.*\b(?:update|updates|updating|report(?: on)?|to do|due)|"
    rf"(?:what|which)(?: ones| {NOUN})? (?:is|are)(?: the)? (?:mine|ours|my (?:{NOUN}|actions|updates))|"
    rf"(?:show|list|give)?(?: me)?\s*(?:my|our) (?:{NOUN}|updates|actions|list|to-?do(?: list)?|tasks)|"
    r"(?:what|when)(?:[’']?s| is| are)? (?:my|our) (?:deadline|due date|target|target date)s?|"
    r"what (?:do|should|must|can) (?:i|we) (?:have to |need to |still )*(?:update|report|post)(?: on)?"
    r"(?: (?:today|now|this week))?|"
    rf"(?:what(?:[’']?s| is)?|is there|anything)(?: (?:there|still|is|that))* "
    r"(?:outstanding|due|waiting|left|open|to do|to update)(?: still)? (?:for|from|with|by) (?:me|us)|"
    r"what (?:am i|are we) (?:leading|responsible for|down for))",
)
# A request put as a question, which is an order all the same: "can you mark 10 as green?".
REQUEST = re.compile(
    r"(?:(?:please|pls|hi|hello|hey|ok|okay|and)\b[\s,]*)*(?:(?:can|could|would|will|may)\s+(?:you|i|we)\b|please\b)",
    re.IGNORECASE,
)
# A question without its mark: "are we behind on 10", "10 is green isn't it"; not "are done with 10".
_WE = r"(?:we|i|they|you|it|he|she|that|this|those|these)"
_IS = r"(?:is|are|am|was|were|has|have|had|do|does|did)"
_TAG = rf"\b{_IS}(?:n[’']?t\s+{_WE}|\s+{_WE}(?:\s+not)?)|.*(?:\binnit|,\s*(?:right|eh))"
TAGGED = re.compile(rf".*{_TAG}", re.IGNORECASE | re.DOTALL)
ASKS = re.compile(
    rf"(?:(?:so|and|but|hi|hello|hey|ok|okay|well|please|btw|by the way)\b[\s,]*)*{_IS}(?:n[’']?t)?\s+{_WE}\b.*|"
    rf".*{_TAG}",
    re.IGNORECASE | re.DOTALL,
)
COURTESY = re.compile(r"\W*(?:please|pls|thanks|thank you|thx|ta|cheers|now|today|asap|for me)\W*", re.IGNORECASE)
