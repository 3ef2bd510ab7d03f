"""Everything about one programme that answering needs, worked out once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache

from knowledge.model import Decision, Field, Lead, Programme, Recommendation
from knowledge.questions.language import abbreviations, cues, digits, roles, thesaurus
from knowledge.questions.language.glossary import NO_GLOSSARY, Glossary
from knowledge.questions.language.kept import Kept
from knowledge.questions.language.ordering import natural
from knowledge.questions.language.phrasebook import Book
from knowledge.questions.language.words import plain, stem, stems
from knowledge.questions.passages import TEXT_FIELDS, Passage, text_of
from knowledge.questions.searching.arrays import Numbers
from knowledge.questions.searching.search import Ranking, Together
from knowledge.questions.searching.senses import Senses
from knowledge.questions.searching.texts import Texts, taken_apart, whole_text

# How a council calls itself where a document says whose a response is.
_COUNCILS = frozenset(
    "council authority cabinet our executive board trust service management response responses".split()
)
# Terms of which a programme keeps what else stands for them.
_MOST_TERMS = 2_000


@dataclass(frozen=True)
class Index:
    """A programme ready to be asked; slow to build, quick to use, safe to share.

    `documented` are the leads that the document has where the council has decided on others, which then count.
    """

    programme: Programme
    glossary: Glossary = NO_GLOSSARY
    _untaught: Index | None = field(default=None, repr=False, compare=False)
    documented: Mapping[str, tuple[Lead, ...]] = field(default_factory=dict, repr=False)

    def taught(self, glossary: Glossary) -> Index:
        """The same with a council's own words; what takes long to work out is shared."""
        return Index(self.programme, glossary, self._untaught or self)

    def led(self, names: Mapping[str, tuple[str, ...]]) -> Index:
        """The same with other leads for some recommendations, in the roles that the document gives them anywhere."""
        leads = {
            ref: tuple(Lead(name, next(iter(self.roles.get(name, ())), "")) for name in names[ref]) for ref in names
        }
        recs = tuple(replace(rec, leads=leads.get(rec.ref, rec.leads)) for rec in self.programme.recommendations)
        documented = {ref: self.by_ref[ref].leads for ref in names}
        return Index(replace(self.programme, recommendations=recs), self.glossary, self._untaught or self, documented)

    def __hash__(self) -> int:
        return hash(self.programme.name)

    @cached_property
    def recorded(self) -> frozenset[Field]:
        """The fields that the document has for any of its recommendations; of the others nothing can be told."""
        recs = self.programme.recommendations
        has = {
            Field.LEADS: any(rec.leads for rec in recs),
            Field.DECISION: any(rec.decision is not Decision.NOT_STATED for rec in recs),
            Field.THEME: any(rec.theme.number or rec.theme.title for rec in recs),
            **{field: any(text_of(rec, field) for rec in recs) for field in TEXT_FIELDS},
        }
        return frozenset(field for field, any_ in has.items() if any_)

    @cached_property
    def council_decides(self) -> bool:
        """Whether the decisions are the council's own ("Council response"), not those of a government."""
        label = plain(self.programme.labels.get(Field.RESPONSE, "")).lower().removeprefix("the ").split()
        whose = label[0].removesuffix("'s") if label else ""
        return whose in _COUNCILS or whose == self.programme.council.lower() != ""

    @cached_property
    def by_ref(self) -> Mapping[str, Recommendation]:
        """Each recommendation by its reference."""
        return {rec.ref: rec for rec in self.programme.recommendations}

    @cached_property
    def refs(self) -> tuple[str, ...]:
        """Every reference in natural order: 2.2 before 2.10, 9 before 10."""
        return tuple(sorted(self.by_ref, key=natural))

    @cached_property
    def roles(self) -> Mapping[str, tuple[str, ...]]:
        """Each lead's name to their roles as the document words them, in document order."""
        found: dict[str, list[str]] = {}
        for rec in self.programme.recommendations:
            for lead in rec.leads:
                held = found.setdefault(lead.name, [])
                if lead.role and lead.role not in held:
                    held.append(lead.role)
        return {name: tuple(held) for name, held in found.items()}

    @cached_property
    def untitled(self) -> frozenset[str]:
        """The last words of the roles that have no title such as "head"."""
        return frozenset(words[-1] for words in roles.untitled(self.roles))

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of the reviewer's and the council's names, which tell no topic apart, as a document's own name may."""
        named = (self.programme.reviewer, self.programme.council)
        return frozenset(stem(name.lower()) for name in named if name)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of the programme's milestones, the first one first."""
        return tuple(
            sorted({m.earliest.year for rec in self.programme.recommendations for m in rec.milestones if m.earliest})
        )

    @cached_property
    def _texts(self) -> Texts:
        return self._untaught._texts if self._untaught else taken_apart(self.programme)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage of the document, in its order."""
        return self._texts.passages

    def number(self, passage: Passage) -> int:
        """Where a passage of the document stands first among all."""
        return self._texts.numbers[passage]

    @property
    def by_passage(self) -> Ranking:
        """Ranks the passages."""
        return self._texts.by_passage

    @property
    def by_field(self) -> Ranking:
        """Ranks the prose fields, in the order of `fields`."""
        return self._texts.by_field

    @property
    def by_recommendation(self) -> Ranking:
        """Ranks the recommendations, in document order."""
        return self._texts.by_recommendation

    @property
    def together(self) -> Together:
        """Searches passages, fields and recommendations at once."""
        return self._texts.together

    @property
    def fields(self) -> tuple[tuple[str, Field], ...]:
        """Each prose field that the passages stand in, as (ref, field)."""
        return self._texts.fields

    @property
    def kinds(self) -> Numbers:
        """The place among TEXT_FIELDS of the field that each passage stands in."""
        return self._texts.kinds

    @property
    def in_field(self) -> Numbers:
        """Where `by_field` has the field that each passage stands in."""
        return self._texts.in_field

    @property
    def in_recommendation(self) -> Numbers:
        """Where `by_recommendation` has the recommendation that each passage stands in."""
        return self._texts.in_recommendation

    @property
    def field_in_recommendation(self) -> Numbers:
        """Where `by_recommendation` has the recommendation of each field."""
        return self._texts.field_in_recommendation

    @property
    def wording(self) -> Sequence[int]:
        """Where `by_field` has the field that each recommendation is worded in, NOWHERE without one."""
        return self._texts.wording

    @property
    def senses(self) -> Senses:
        """What each recommendation means."""
        return self._texts.senses

    @cached_property
    def titles(self) -> Mapping[int, Sequence[tuple[str, str]]]:
        """Each theme's number and the beginning of its title, by how many words (two or three) are wanted of it."""
        words = [(theme.number, plain(theme.title).lower().split()) for theme in self.programme.themes]
        return {length: [(number, " ".join(title[:length])) for number, title in words if title] for length in (2, 3)}

    @cached_property
    def by_theme(self) -> Ranking:
        """Ranks the themes by their titles, in document order."""
        return Ranking.of(theme.title for theme in self.programme.themes)

    @property
    def text(self) -> str:
        """The whole document in one string, as it stands."""
        return "\n".join(self.parts())

    def parts(self) -> Iterator[str]:
        """The title, then each recommendation's whole text."""
        yield self.programme.title
        yield from map(whole_text, self.programme.recommendations)

    def says(self, words: str) -> bool:
        """Whether the document has these lower-case words, as they stand."""
        if not all(self.by_recommendation.has(term) for term in stems(words)):
            return words in plain(self.programme.title).lower()
        return any(words in part for part in _in_lower_case(self))

    def as_written(self, words: str) -> str:
        """Lower-case words in the document's own capitals, where it has them."""
        found = ((part, part.lower().find(words)) for part in self.parts() if words)
        return next((part[at : at + len(words)] for part, at in found if at >= 0), words)

    @cached_property
    def abbreviations(self) -> abbreviations.Meanings:
        """Every abbreviation that the document uses, to what it spells it out as; empty where it never does."""
        if self._untaught:
            return self._untaught.abbreviations
        return abbreviations.Meanings(lambda: self.text)

    @cached_property
    def abbreviations_in_lower_case(self) -> Mapping[str, str]:
        """Every abbreviation as the document has it, by its lower case."""
        return {short.lower(): short for short in self.abbreviations}

    def with_abbreviation(self, concept: thesaurus.Concept) -> thesaurus.Concept:
        """A concept that an abbreviation of the document, or what it stands for, may also say."""
        also = _also(self)[concept.stem]
        return replace(concept, others=concept.others | also) if also else concept

    def also(self, term: str) -> frozenset[str]:
        """What else stands for a term, by the document or by what the bot was taught, as stems."""
        return self._instead(term) | self.glossary.others.get(term, frozenset())

    def _instead(self, term: str) -> frozenset[str]:
        """The stems of what an abbreviation is spelled out as, or the abbreviations that a term is spelled out for."""
        if " " in term:
            shorts = self.abbreviations.fitting(term.split(" "))
            spelled = [short.lower() for short in shorts if " ".join(stems(self.abbreviations[short])) == term]
            return frozenset(stem(form) for short in spelled for form in (short, f"{short}s"))
        meant = self.abbreviations[self._short[term]] if term in self._short else ""
        return frozenset({" ".join(stems(meant))}) if meant else frozenset()

    @cached_property
    def _short(self) -> Mapping[str, str]:
        """The document's abbreviations by their stems, and by those of their plurals."""
        return {stem(short.lower() + end): short for end in ("s", "") for short in self.abbreviations}

    @cached_property
    def phrases(self) -> Book:
        """The question forms of cues.txt, this programme's names put in."""
        return cues.phrases(self.programme.reviewer.lower(), self.programme.council.lower())

    @property
    def vocabulary(self) -> tuple[frozenset[str], ...]:
        """Words that a misspelt one may have meant: the document's, the forms' and thesaurus's, and the council's."""
        own = (self.glossary.words,) if self.glossary else ()
        return self._texts.words, _shared_vocabulary(), self._whose, *own

    @cached_property
    def _whose(self) -> frozenset[str]:
        """The reviewer's and the council's names as they are typed without the mark: "in munros eyes"."""
        return frozenset(f"{name.lower()}s" for name in (self.programme.reviewer, self.programme.council) if name)


# The texts of many documents at once would take too much room.
@lru_cache(maxsize=8)
def _in_lower_case(index: Index) -> tuple[str, ...]:
    return tuple(plain(part).lower() for part in index.parts())


@lru_cache(maxsize=128)
def _also(index: Index) -> Kept[frozenset[str]]:
    """For each term what else stands for it in one programme."""
    return Kept(index.also, _MOST_TERMS)


@cache
def _shared_vocabulary() -> frozenset[str]:
    return cues.vocabulary() | thesaurus.vocabulary() | digits.WORDS
