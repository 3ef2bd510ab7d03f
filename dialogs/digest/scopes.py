"""What a summary is about, in words."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.words import phrases
from knowledge.model import Programme
from knowledge.progress.summaries.summary import Scope


def scope_words(scope: Scope, programmes: Sequence[Programme]) -> str:
    """ " in theme 2 led by Sue Myers"; empty where a summary is about everything."""
    return "".join((_themes(scope), _people(scope), _programmes(scope, programmes)))


def _themes(scope: Scope) -> str:
    if not scope.themes:
        return ""
    return f" in theme{'s' if len(scope.themes) > 1 else ''} {phrases.joined(map(phrases.escaped, scope.themes))}"


def _people(scope: Scope) -> str:
    return f" led by {phrases.joined(map(phrases.escaped, scope.people), 'or')}" if scope.people else ""


def _programmes(scope: Scope, programmes: Sequence[Programme]) -> str:
    """Nothing where there is only one anyway."""
    if not scope.programmes or len(programmes) < 2:
        return ""
    shown = {programme.name: phrases.told_apart(programme, programmes) for programme in programmes}
    return f" of {phrases.joined(shown.get(name, phrases.escaped(name)) for name in scope.programmes)}"
