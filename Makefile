# `make run` and `make test` set up what they need, once, in .venv.
# uv is used where it is there; else any Python >= 3.11 with venv and pip.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
ifneq ($(UV),)
INSTALL := $(UV) pip install --quiet --python $(BIN)/python --compile-bytecode
USABLE := import os, sysconfig; os.stat(sysconfig.get_path('purelib'))
else
INSTALL := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip --quiet install
USABLE := import pip
endif

.PHONY: help run test coverage bench pictures clean

help:
	@echo "make run       set up and open today's screen"
	@echo "make test      set up and run every check: format, lint, types, tests"
	@echo "make coverage  say which lines the tests never run; takes twice as long"
	@echo "make bench     measure speed and memory, as ratios"
	@echo "make pictures  draw the README's pictures anew"
	@echo "make clean     remove what the above have made"

run: $(VENV)/run.stamp
	@$(BIN)/pmflash

test: $(VENV)/dev.stamp
	@$(BIN)/python tools/check.py

coverage: $(VENV)/dev.stamp
	@$(BIN)/python -m pytest --cov --cov-report=term

bench: $(VENV)/dev.stamp
	@$(BIN)/python tools/bench.py

pictures: $(VENV)/dev.stamp
	@$(BIN)/python tools/screenshots.py

clean:
	rm -rf $(VENV) dist build .coverage .mypy_cache .ruff_cache .hypothesis

# Nothing in .venv outlives its Python, which may have been replaced or removed.
ifneq ($(shell $(BIN)/python -c "$(USABLE)" 2>/dev/null && echo usable),usable)
.PHONY: $(BIN)/python $(VENV)/run.stamp $(VENV)/dev.stamp
endif

$(BIN)/python:
	@rm -rf $(VENV)
ifneq ($(UV),)
	@$(UV) venv --quiet --python '>=3.11' $(VENV)
else
	@test -n "$(PYTHON)" || { echo "pmflash needs Python 3.11 or newer; none was found" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "Python's venv module is missing (on Debian: apt install python3-venv)" >&2; \
		rm -rf $(VENV); exit 1; }
endif

$(VENV)/run.stamp: pyproject.toml | $(BIN)/python
	@echo "setting up pmflash, once ..." >&2
	@$(INSTALL) -e .
	@touch $@

$(VENV)/dev.stamp: pyproject.toml | $(BIN)/python
	@echo "setting up pmflash and its checks, once ..." >&2
	@$(INSTALL) -e '.[dev]'
	@touch $@ $(VENV)/run.stamp
