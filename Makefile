# `make run` and `make test` set up what they need, once, in .venv.
# uv is used where it is there; else any Python >= 3.11 with venv and pip.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip --quiet

.PHONY: help run test check bench pictures clean

help:
	@echo "make run       set up and open today's screen"
	@echo "make test      set up and run every check: format, lint, types, tests"
	@echo "make bench     measure speed and memory, as ratios"
	@echo "make pictures  draw the README's picture anew"
	@echo "make clean     remove what the above have made"

run: $(VENV)/run.stamp
	@$(BIN)/pmflash

test: $(VENV)/dev.stamp
	@$(BIN)/python tools/check.py

bench: $(VENV)/dev.stamp
	@$(BIN)/python tools/bench.py

pictures: $(VENV)/dev.stamp
	@$(BIN)/python tools/screenshots.py

clean:
	rm -rf $(VENV) dist build .coverage .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
ifneq ($(UV),)
	@$(UV) venv --quiet --python '>=3.11' $(VENV)
else
	@test -n "$(PYTHON)" || { echo "pmflash needs Python 3.11 or newer; none was found" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "Python's venv module is missing (on Debian: apt install python3-venv)" >&2; \
		rm -rf $(VENV); exit 1; }
endif

ifneq ($(UV),)
INSTALL = $(UV) pip install --quiet --python $(BIN)/python --compile-bytecode
else
INSTALL = $(PIP) install
endif

$(VENV)/run.stamp: pyproject.toml | $(BIN)/python
	@echo "setting up pmflash, once ..." >&2
	@$(INSTALL) -e .
	@touch $@

$(VENV)/dev.stamp: pyproject.toml | $(BIN)/python
	@echo "setting up pmflash and its checks, once ..." >&2
	@$(INSTALL) -e '.[dev]'
	@touch $@ $(VENV)/run.stamp
