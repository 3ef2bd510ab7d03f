"""`make audit`: asks PyPI's advisories about every library that the bot is pinned to.

Exit status 1 where one has a known hole that isn't allowed here. Where nobody can be asked (a mirror without
advisories, no internet), it says so and lets pass: a release is then checked where somebody can be.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

PINNED = Path(__file__).with_name("constraints.txt")
# Advisories that don't concern this bot, each with the reason why.
ALLOWED: Mapping[str, str] = {}


def main() -> int:
    """Ask and print; gives the exit status."""
    command = [sys.executable, "-m", "pip_audit", "--no-deps", "--disable-pip", "--progress-spinner", "off"]
    command += ["-f", "json", "-r", str(PINNED)]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  ours
    try:
        answer: Mapping[str, Any] = json.loads(asked.stdout)
    except ValueError:
        print(f"Nobody could be asked about advisories: {(asked.stderr.splitlines() or ['no answer'])[-1]}")
        return 0
    found = list(holes(answer, ALLOWED))
    print(*found, summary(answer), sep="\n")
    return 1 if found else 0


def holes(answer: Mapping[str, Any], allowed: Mapping[str, str]) -> Iterator[str]:
    """A line for each hole in pip-audit's answer that isn't allowed, by its id or by one of its other names."""
    for library in answer["dependencies"]:
        for hole in library.get("vulns", ()):
            if not {hole["id"], *hole["aliases"]} & set(allowed):
                mended = ", ".join(hole["fix_versions"]) or "no version yet"
                yield f"{library['name']} {library['version']} has {hole['id']}; mended in {mended}"


def summary(answer: Mapping[str, Any]) -> str:
    """How many libraries were looked up, and whether any couldn't be."""
    libraries = answer["dependencies"]
    unknown = [library["name"] for library in libraries if "skip_reason" in library]
    if len(unknown) == len(libraries):
        return "Nobody could be asked: this index has no advisories. Run `make audit` where pypi.org can be reached."
    rest = f"; not looked up: {', '.join(unknown)}" if unknown else ""
    return f"{len(libraries) - len(unknown)} libraries looked up{rest}."


if __name__ == "__main__":
    sys.exit(main())
