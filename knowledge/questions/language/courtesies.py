"""Takes out of a message what is only polite: how it greets, excuses itself, says what it is for and takes leave."""

from __future__ import annotations

import re

from knowledge.questions.language.runs import runs

_ASKING = (
    r"(?:who|whom|whose|what|when|where|which|why|how|is|are|was|does|do|did|has|have|can|could|would|will|rec\w*|no)\b"
)
# A name after a greeting or before the end: a few words, none of which begins a question.
_NAME = rf"(?: +(?!{_ASKING})[A-Za-z][\w.'&-]*){{0,4}}"
_GREETS = (
    r"(?:dear|hi|hiya|hey|hello|greetings|to whom it may concern|morning|afternoon|evening|"
    r"good (?:morning|afternoon|evening|day))\b"
)
_WISHES = (
    r"(?:i )?(?:hope|trust|hoping) (?:you|this|that|all|your|every\w+)\b[^.!?;]*?|how are (?:you|things)\b[^.!?,]*|"
    r"(?:i am |i'm )?(?:so |very )?(?:sorry|apologies|with apologies|my apologies|forgive me|excuse me)"
    r"(?: (?:to|for|if|about)\b[^.!?,;]*?)?|(?:many )?(?:thanks|thank you) for\b[^.!?,;]*"
)
_OPENING = re.compile(
    rf"^\W*(?:{_GREETS}{_NAME}\s*[,.!:;-]+\s+|(?:{_WISHES})(?:\s*[.!?,;:-]+\s+|\s+but\s+))",
    re.IGNORECASE,
)
# "Julie asked me to dig out ..."
_SENT = re.compile(
    r"^\W*(?:(?!(?:who|what|which|when|where|why|how)\b)[a-z'-]+ ){1,4}?(?:has |have |had |is )?(?:just )?"
    r"(?:asked|asking|told|wants|wanted|needs|begged|instructed) me to "
    r"(?:find out|find|dig (?:out|up)|look (?:up|into|out)|check|get|pull (?:out|up|together)|track down|ask you|ask|"
    r"establish|(?:tell|send|give) (?:him|her|them))\b(?: for (?:him|her|them))?[\s,:-]*",
    re.IGNORECASE,
)
# "The Director asks which of them bears on her own post": whoever asks is meant by "her".
_WONDERS = re.compile(
    r"^\W*(?P<who>(?:the|our|my) (?:[a-z]+ ){0,2}?[a-z]+),? (?:has |have |had |is |was |just |also |would ){0,3}"
    r"(?:ask(?:s|ed|ing)?(?: me| us)?|wants?(?:ed)? to know|needs? to know|like to know|wonder(?:s|ed|ing)?)"
    r"(?:,? (?:if|whether))? (?=(?:who|whose|which|what|when|where|how|why)\b)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:her|his|their)(?: own)? (?=(?:post|job|role|office|position|team|service|duties|responsibilities|work)\b)",
    re.IGNORECASE,
)
_LEAVES = (
    r"(?:(?:many|with|kind|kindest|best|warm|warmest|and|all|the) )*"
    r"(?:thanks|thank you|regards|wishes|cheers|ta|best|sincerely|faithfully|much appreciated|"
    r"yours(?: (?:sincerely|faithfully|truly|ever))?)"
    r"(?: (?:in advance|again|so much|very much|a lot|for (?:your|any) (?:help|time)))?"
)
_CLOSING = re.compile(rf"(?<=[.!?,;-])\s+{_LEAVES}(?:\s*[,.!-]*{_NAME}(?:,{_NAME})?)?[\s.!,]*$", re.IGNORECASE)
# ", so that I can write to them", "It is for a briefing."
_PURPOSE = re.compile(
    r"(?:^|,?\s+)(?:so|in order) that (?:i|we|they|he|she) (?:can|may|could|might)\b[^.,?!]*|"
    r"[,;.]?\s+(?:i )?need (?:it|this|that) for [^.?!,]*|"
    r"(?<=[.?!])\s+(?:it is|it's|this is|that's) (?:just |only |all )?(?:for|going in) [^.?!]*(?:[.!]|$)",
    re.IGNORECASE,
)
# "The chair said last month that ... Is that so?"
_SOMEBODY = (
    r"(?:some(?:body|one)|people|they|he|she|everyone|everybody|(?:cllr|councillor|mr|mrs|ms|dr) \w+|"
    r"(?:(?:the|a|an|my|our|another|one of (?:the|our|my)) )?(?:\w+ )?"
    r"(?:chair(?:man|woman|person)?|colleagues?|manager|boss|members?|councillors?|governors?|clerk|secretary|director|"
    r"deputy|friend|mate|neighbour|headteacher|nurse|teacher|journalist|reporter|paper|press|minutes|auditor))"
)
_REPORTED = re.compile(
    rf"^\W*(?:(?:and|so|but|now|well)\W+)?{_SOMEBODY}(?: (?:at|in|on|from|of|here) [^,.?!]{{0,30}}?)? "
    r"(?:has |have |had |just |also )?"
    r"(?:keeps? saying|said|says?|tells? (?:me|us)|told (?:me|us)|claim(?:s|ed)?|reckon(?:s|ed)?|insist(?:s|ed)?|"
    r"thinks?|thought|mentioned|believe[sd]?|swears?|maintain(?:s|ed)?|"
    r"(?:am|is|are|was|were) (?:sure|certain|convinced))"
    r"(?:(?: (?:last|this|on|in|at|yesterday|earlier|today|again)\b[^,.?!]{0,20}?)? that)? "
    r"(?!(?:yes|no)\b)(?=\S+ \S+ \S)",
    re.IGNORECASE,
)
_REPORTS = frozenset(
    "saying said say says tell tells told claim claims claimed reckon reckons reckoned insist insists insisted think "
    "thinks thought mentioned believe believes believed swear swears maintain maintains maintained sure certain "
    "convinced".split()
)
_DOUBTS = re.compile(
    r"(?:\b(?:right|true|correct|so|the case|accurate|wrong|mistaken)|[,;.-] (?:is (?:it|that|he|she)|are they))\W*$",
    re.IGNORECASE,
)
# Words of which there is one wherever these forms are.
_TAKING_LEAVE = frozenset("thanks thank regards wishes cheers ta best sincerely faithfully appreciated yours".split())
_SO = frozenset({"so", "order"})
_STOP = re.compile(r"[.?!]\s")
# Without any of these words nothing polite is looked for.
_TELLING = frozenset(
    "dear hi hiya hey hello greetings concern morning afternoon evening good hope trust hoping how sorry apologies "
    "forgive excuse thanks thank regards wishes cheers ta best sincerely faithfully appreciated yours so for "
    "need asked asking told wants wanted needs begged instructed asks wonder wonders wondered wondering right true "
    "correct case accurate wrong mistaken said says claims claimed reckons reckoned thinks thought convinced "
    "certain".split()
)


def without_courtesies(said: str) -> str:
    """Plain text without what is only polite; as it is where nothing else would be left."""
    words = runs(said.lower())
    if _TELLING.isdisjoint(words):
        return said
    kept = said if _TAKING_LEAVE.isdisjoint(words) else _CLOSING.sub("", said)
    kept = _PURPOSE.sub("", kept) if _may_say_what_for(kept, words) else kept
    kept = _SENT.sub("", kept) if "me" in words else kept
    if (wonders := _WONDERS.match(kept)) and _asks_itself(kept[wonders.end() :]):
        kept = _OWN.sub(f"{wonders['who']}'s ", kept[wonders.end() :])
    if not _REPORTS.isdisjoint(words) and _DOUBTS.search(kept):
        kept = _REPORTED.sub("", kept)
    while (opened := _OPENING.sub("", kept)) != kept and any(map(str.isalnum, opened)):
        kept = opened
    return kept if any(map(str.isalnum, kept)) else said


def _may_say_what_for(said: str, words: frozenset[str]) -> bool:
    """Whether a text of these words may have what it is for, in one of the ways that is told."""
    return ("that" in words and not _SO.isdisjoint(words)) or "need" in words or bool(_STOP.search(said))


def _asks_itself(said: str) -> bool:
    """Whether what somebody wants to know is all that is asked, or asked of themselves."""
    first, _, more = said.partition(". ")
    return "?" not in more or bool(_OWN.search(first))
