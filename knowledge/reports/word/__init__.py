"""The pack as a Word document that a committee can be sent, and anybody can have read to them."""

from knowledge.reports.word.document import word

__all__ = ["word"]
