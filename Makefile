# Two commands do everything: `make film` and `make test`. See README.md.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
STUDIO := $(RUN) -m studio
FILM := build/film

.PHONY: film test studio docs pictures player format bench clean set-up set-up-tests

film: set-up
	@$(STUDIO) check sample_projects/border_check --strict
	@$(STUDIO) export sample_projects/border_check --format folder --out $(FILM)
	@echo "The film is ready. Open it in a browser: $(abspath $(FILM))/index.html"

test: set-up-tests
	@.ci/test

studio: set-up
	@$(STUDIO) edit sample_projects/border_check

docs: set-up
	@$(RUN) -m exporters.schemas
	@$(RUN) -m studio.checks.pages

pictures: set-up-tests film
	@QT_QPA_PLATFORM=offscreen $(RUN) docs/make_pictures.py studio
	@$(RUN) docs/make_pictures.py film

player: set-up-tests
	@npm run --silent build

format: set-up-tests
	@$(VENV)/bin/ruff format . && $(VENV)/bin/ruff check --fix .

# make bench BENCH=--quick, or BENCH=--write to renew docs/benchmarks.md
bench: set-up-tests
	@QT_QPA_PLATFORM=offscreen $(RUN) -m tests.benchmarks $(BENCH)

clean:
	@rm -rf build

set-up:
	@PYTHON=$(PYTHON) .ci/set_up run

set-up-tests:
	@PYTHON=$(PYTHON) .ci/set_up test
