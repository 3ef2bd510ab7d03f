"""Adaptive Cards 1.5 as plain dictionaries; one function for each thing that can be shown.

What only depends on a document is made once and shared, so nobody changes a card: who adds to one makes another.
"""

from dialogs.cards.people import people
from dialogs.cards.progress import progress, standings
from dialogs.cards.questions import questions
from dialogs.cards.recommendation import passage, recommendation
from dialogs.cards.table import table
from dialogs.cards.todo import todo

__all__ = ["passage", "people", "progress", "questions", "recommendation", "standings", "table", "todo"]
