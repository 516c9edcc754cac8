# Klarplan. `make site` builds the example site, `make test` runs every test; both install what they need.
SHELL := /bin/bash
.DEFAULT_GOAL := site
.PHONY: setup site test unit-test browser-test bench bench-check bench-bars fuzz sanitize soak lint clean install uninstall release release-test

# SwiftPM keeps what it read from Package.swift until something that it knows of changes; the list of folders is in it.
export KLARPLAN_FOLDERS := $(shell ls)

setup:
	@./Tests/setup.sh

site: setup
	@program="$$(./Packaging/build.sh)" && "$$program" build .
	@echo
	@echo "The site is in public/. To look at it:"
	@echo "  python3 -m http.server --bind 127.0.0.1 --directory public 8080"
	@echo "and open http://127.0.0.1:8080/"

test: setup unit-test browser-test

unit-test:
	swift build --product klarplan
	swift test

browser-test: setup
	@./Tests/browser.sh

# How fast the site is made, beside Hugo on the same pages, and how good and fast search is, beside Pagefind. BENCH=full
# also takes 10,000 pages and writes the figures into docs/performance.md, BENCH=huge 100,000; both last.
BENCH ?= small

bench:
	@./Benchmarks/run.sh $(BENCH)

# Fails where a ratio of Benchmarks/bars.json got worse beyond noise; bench-bars records the ratios anew.
bench-check:
	@./Benchmarks/run.sh check

bench-bars:
	@./Benchmarks/run.sh record

# The fuzzers, for so many seconds in all, and the tests under the sanitizers: docs/security.md.
FUZZ_SECONDS ?= 60

fuzz: setup
	@./Tests/Fuzz/run.sh $(FUZZ_SECONDS)

sanitize: setup
	@./Tests/sanitize.sh

# Thousands of random edits, after each of which every way to build must agree with a clean build: so many steps for each
# of these seeds.
SOAK_STEPS ?= 100
SOAK_SEEDS ?= 1-24

soak: setup
	@./Tests/soak.sh $(SOAK_STEPS) $(SOAK_SEEDS)

# The program with its manual, completions and documents. DESTDIR is put before PREFIX by those who make packages.
PREFIX ?= /usr/local
DESTDIR ?=

install:
	@./Packaging/install.sh --test "$(DESTDIR)$(PREFIX)"
	@$(MAKE) --no-print-directory setup
	@program="$$(./Packaging/build.sh)" && ./Packaging/install.sh "$$program" "$(DESTDIR)$(PREFIX)"
	@echo "Installed below $(DESTDIR)$(PREFIX)."

uninstall:
	@./Packaging/install.sh --remove "$(DESTDIR)$(PREFIX)"

# An archive for Linux that needs neither Swift nor anything else; release-test unpacks it and builds a site with it.
release: setup
	@./Packaging/release.sh

release-test: release
	@./Packaging/test-release.sh

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

clean:
	rm -rf .build .venv .venv-bench .klarplan public Benchmarks/results
