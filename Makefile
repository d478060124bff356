# Abacus. `make` alone lists the targets.
PREFIX ?= /usr/local
# Where `make report` puts the report of the example study.
OUT ?= out/abc-2025
# Numbers of other software, kept outside this repository; see `make conformance`.
ORACLE ?= ../shared/oracle
# How many seconds `make fuzz` spends on each target.
TIME ?= 60
EXAMPLE = data/examples/abc-2025/study.yaml
# One release build serves every target: the Swift library is inside the binary, and types are
# found directly and not by their names (docs/decisions/0008-release-build.md).
RELEASE = -c release --static-swift-stdlib -Xswiftc -Xfrontend \
  -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
ABACUS = .build/release/abacus
# Where each shell looks for completions, and man for pages.
SHARE = $(DESTDIR)$(PREFIX)/share
BASH_COMPLETIONS = $(SHARE)/bash-completion/completions/abacus
ZSH_COMPLETIONS = $(SHARE)/zsh/site-functions/_abacus
FISH_COMPLETIONS = $(SHARE)/fish/vendor_completions.d/abacus.fish
MANUAL = $(SHARE)/man/man1/abacus.1
INSTALLED_TEXTS = $(BASH_COMPLETIONS) $(ZSH_COMPLETIONS) $(FISH_COMPLETIONS) $(MANUAL)

.DEFAULT_GOAL := help
.PHONY: help setup build product report samples test fresh fuzz sanitize lint format install deb dist conformance bench clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 14

setup: ## install the system packages that are missing
	@scripts/setup

build: $(ABACUS) ## build the command, optimised

# Made only when a source is newer, so that `sudo make install` need not find swift.
$(ABACUS): $(shell find Package.swift Sources -type f)
	@scripts/setup
	swift build $(RELEASE) --product abacus
	@touch $@

product: setup ## build another program of the package, as in make product PRODUCT=conformance
	swift build $(RELEASE) --product $(PRODUCT)

report: build ## make the report of the example study and say where it is
	@mkdir -p $(dir $(OUT))
	@$(ABACUS) report $(EXAMPLE) --out $(OUT) $(if $(DATE),--date $(DATE)) || test $$? -le 2
	@echo "The report is in $(OUT); open $(abspath $(OUT))/report.html"

samples: ## make the sample reports in reports/ again
	@$(MAKE) --no-print-directory report OUT=reports/abc-2025 DATE=2025-11-03

test: setup ## build and run every test
	swift test --disable-xctest

fresh: ## run `make report` and `make test` on a new Debian 12, as root
	@scripts/fresh-machine

fuzz: setup ## feed the readers with damaged files for TIME seconds each
	@Fuzz/run --time $(TIME)

# Each build has a folder of its own, so that the ordinary one stays as it is. Leaks are looked for by
# `make fuzz`: at the end of a process Swift's tagged pointers look like lost ones.
sanitize: setup ## run the tests with the thread and the address sanitizer
	ABACUS_SANITIZED=1 swift test --disable-xctest --sanitize=thread --scratch-path .build-thread
	ABACUS_SANITIZED=1 ASAN_OPTIONS=detect_leaks=0 \
	  swift test --disable-xctest --sanitize=address --scratch-path .build-address

lint: ## check layout and style
	swift format lint --strict --recursive Package.swift Sources Tests Fuzz

format: ## lay the sources out as lint wants them
	swift format --in-place --recursive Package.swift Sources Tests Fuzz

install: $(ABACUS) ## put the command under PREFIX (/usr/local), with codebooks, completions and manual
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/abacus $(dir $(INSTALLED_TEXTS))
	install -s -m 755 $(ABACUS) $(DESTDIR)$(PREFIX)/bin/abacus
	cp -R data/codebooks $(SHARE)/abacus/
	$(ABACUS) --generate-completion-script bash > $(BASH_COMPLETIONS)
	$(ABACUS) --generate-completion-script zsh > $(ZSH_COMPLETIONS)
	$(ABACUS) --generate-completion-script fish > $(FISH_COMPLETIONS)
	$(ABACUS) manual > $(MANUAL)
	chmod 644 $(INSTALLED_TEXTS)
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/abacus; it needs these system libraries:"
	@ldd $(DESTDIR)$(PREFIX)/bin/abacus | sed -n 's/^[[:space:]]*\(lib[^ ]*\) .*/  \1/p' | sort

deb: build ## build a Debian package in out/
	@scripts/package deb out

dist: build ## build a tar archive of the installed files in out/
	@scripts/package tar out

conformance: setup ## compare the statistics with other software's numbers
	@if [ ! -d $(ORACLE) ]; then \
	  echo "conformance skipped: no reference numbers at $(ORACLE); name a folder with ORACLE=…"; \
	else \
	  swift build $(RELEASE) --product conformance && \
	  .build/release/conformance --expected $(ORACLE)/expected --data $(ORACLE)/data \
	    --out .build/conformance && \
	  python3 $(ORACLE)/compare.py $(ORACLE)/expected .build/conformance; \
	fi

bench: build ## measure speed and memory
	@Benchmarks/run

clean: ## remove what was built
	swift package clean
	rm -rf .build/conformance .build-fuzz .build-thread .build-address
