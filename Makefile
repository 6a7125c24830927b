# Everything a developer or a newcomer needs; each target sets up what it uses.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
Q      ?= How long does a school have to decide whether a pupil has ALN?

.PHONY: setup run test ask eval bench lint

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 …"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt torch
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

run: setup
	$(BIN)/aln ingest
	$(BIN)/aln serve

test: setup
	$(BIN)/python -m pytest

ask: setup
	@test -e "$${ALN_HOME:-$$($(BIN)/python -c 'import platformdirs; print(platformdirs.user_data_dir("aln-assistant"))')}/index/CURRENT" || $(BIN)/aln ingest
	@$(BIN)/aln ask "$(Q)"

eval: setup
	$(BIN)/aln eval check --report runs/report

bench: setup
	$(BIN)/aln bench --scale 1 --scale 10 --scale 100

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/aln notes lint
