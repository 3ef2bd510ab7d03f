# Everything starts here; "make" alone says what there is. PYTHON=... chooses another Python.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help run test faults soak bench lint audit browser

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

run: .venv/ready ## Start the bot with a chat to try it in; sets up everything first
	@$(BIN)/python deploy/run.py

test: .venv/ready browser ## Run every test
	$(BIN)/python -m pytest -n 2 --dist loadfile

faults: .venv/ready ## Try the store at length: power cuts, kills, full and broken disks (a quarter of an hour)
	FAULTS=20 $(BIN)/python -m pytest tests/knowledge/store --timeout 1800

soak: .venv/ready ## Mixed traffic and kills for SOAK minutes (2), then 10,000 odd messages and 2,000 long ones
	@$(BIN)/python deploy/soak.py
	FUZZ=10000 $(BIN)/python -m pytest -q tests/bot/edge/incoming/test_fuzz.py
	FUZZ=2000 $(BIN)/python -m pytest -q --timeout 1800 tests/dialogs/test_repetition.py

bench: .venv/ready ## Measure the bot, the store, the answers and a summary, each beside its peers
	@$(BIN)/python deploy/bench_edge.py
	@$(BIN)/python deploy/bench_store.py
	@$(BIN)/python deploy/bench_bot.py
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r deploy/bench-requirements.txt
	@$(BIN)/python deploy/bench_questions.py
	@$(BIN)/python deploy/bench_questions.py --size
	@$(BIN)/python deploy/bench_summary.py

lint: .venv/ready ## Run the checks that a change must pass
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/bandit -q -r bot dialogs knowledge
# The scripts in deploy/ start the bot's own processes (B404, B603), look at its own addresses (B310), check
# themselves with assert (B101), and want chance that can be repeated (B311). They take nothing from anybody.
	$(BIN)/bandit -q -r deploy --skip B101,B310,B311,B404,B603

audit: .venv/ready ## Look up every library among PyPI's advisories
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r deploy/audit-requirements.txt
	@$(BIN)/python deploy/advisories.py

browser:
	@sh deploy/browser.sh

.venv/ready: requirements.txt deploy/constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or later is needed: https://www.python.org"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed; $(PYTHON) is " + sys.version.split()[0] + ". Choose another: make PYTHON=python3.12 ..." if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv .venv || { echo "Python lacks its venv module; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Installing what the bot needs (once) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt
	@touch $@
