"""What is made of pip-audit's answer about the libraries."""

from typing import Any

from deploy.advisories import holes, summary

HOLE = {"id": "PYSEC-2026-1", "aliases": ["CVE-2026-1"], "fix_versions": ["1.1", "2.0"], "description": "…"}


def answer(*libraries: dict[str, Any]) -> dict[str, Any]:
    return {"dependencies": list(libraries)}


def test_a_known_hole_is_named_with_the_version_that_mends_it() -> None:
    asked = answer({"name": "six", "version": "1.0", "vulns": [HOLE]}, {"name": "tinydb", "version": "4", "vulns": []})

    assert list(holes(asked, {})) == ["six 1.0 has PYSEC-2026-1; mended in 1.1, 2.0"]
    assert summary(asked) == "2 libraries looked up."


def test_an_exception_counts_under_any_of_a_holes_names() -> None:
    asked = answer({"name": "six", "version": "1.0", "vulns": [HOLE]})

    assert not list(holes(asked, {"CVE-2026-1": "the bot never calls it"}))
    assert list(holes(asked, {"CVE-2026-2": "another one"}))


def test_libraries_that_nobody_knows_of_are_named_and_not_taken_for_sound() -> None:
    known, unknown = {"name": "six", "version": "1.0", "vulns": []}, {"name": "ours", "skip_reason": "not found"}

    assert "not looked up: ours" in summary(answer(known, unknown))
    assert summary(answer(unknown)).startswith("Nobody could be asked")
