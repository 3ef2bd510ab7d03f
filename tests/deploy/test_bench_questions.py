"""What the search is measured with."""

import subprocess
import sys
from pathlib import Path

import pytest

# One line for each thread of a process, where the system tells.
THREADS = Path("/proc/self/task")
COUNTED = f"import deploy.bench_questions, pathlib; print(len(list(pathlib.Path('{THREADS}').iterdir())))"


@pytest.mark.skipif(not THREADS.exists(), reason="this system doesn't tell how many threads a process has")
def test_search_is_measured_with_one_thread_as_the_bot_runs() -> None:
    told = subprocess.run([sys.executable, "-c", COUNTED], capture_output=True, text=True, check=True)  # noqa: S603  ours

    assert told.stdout.strip() == "1"
