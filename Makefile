# make run   a conversation in the terminal; builds what it needs first
# make test  linters, types, layers and tests
# make audit known holes in what is installed; needs the network
# make bench timings, printed as tables
# make prove-digests  what digests promise, proven at full size: a line of counts each, in about half an hour
# make soak MINUTES=20  the running program under 200 readers, faults, restarts and new claims: a line of counts
# make prove-workers  one, two and four workers behind nginx on PostgreSQL, one of them killed
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Tests run in a zone that is neither UTC nor a whole hour away from it.
TEST_ZONE := Pacific/Chatham
# Tests start the program a hundred times: it is compiled once, also where the environment would not have it so.
unexport PYTHONDONTWRITEBYTECODE
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test audit bench prove-digests soak prove-workers lint format lock wheel clean

run: $(VENV)/.run
	@$(BIN)/claimbot chat

test: $(VENV)/.dev lint
	TZ=$(TEST_ZONE) $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

audit: $(VENV)/.dev
	$(BIN)/python -m pytest tests/security/test_dependencies.py -rs

bench: $(VENV)/.dev
	mkdir -p .benchmarks
	TZ=$(TEST_ZONE) $(BIN)/python -m pytest tests/benchmarks --benchmark-only --benchmark-json=.benchmarks/latest.json -o python_files='bench_*.py'
	$(BIN)/python -m tests.benchmarks.sizes
	$(BIN)/python -m tests.benchmarks.starting
	$(BIN)/python -m tests.benchmarks.growth 100000
	$(BIN)/python -m tests.benchmarks.telegram_throughput

# All of them are run, whatever comes of the first; the status tells whether any did not hold.
prove-digests: $(VENV)/.dev
	@status=0; for proof in year killed minute pace speed; do \
	  TZ=$(TEST_ZONE) $(BIN)/python -m tests.proofs.$$proof || status=1; done; exit $$status

MINUTES ?= 20
soak: $(VENV)/.dev
	TZ=$(TEST_ZONE) $(BIN)/python -m tests.proofs.soak $(MINUTES)

prove-workers: $(VENV)/.dev
	TZ=$(TEST_ZONE) $(BIN)/python -m tests.proofs.workers

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Both lock files name exact versions and hashes, and no registry; what runs is what was tested.
COMPILE = $(BIN)/pip-compile --quiet --no-header --no-annotate --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
lock: $(VENV)/.dev
	$(PIP) install 'pip-tools>=7.5'
	$(COMPILE) --extra dev --output-file requirements-dev.lock pyproject.toml
	$(COMPILE) --constraint requirements-dev.lock --output-file requirements.lock pyproject.toml

wheel: $(VENV)/.dev
	$(BIN)/python -m build --wheel

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'claimbot needs Python 3.11 or later. Name one: make run PYTHON=python3.12'; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python requirements.lock pyproject.toml
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
