"""The pack as a workbook to work with: filters, real dates, colours with words, a chart, and the whole history."""

from knowledge.reports.excel.workbook import excel

__all__ = ["excel"]
