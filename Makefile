# The workshop. Everything longer than a line lives in scripts/.
#
#   CONFIG=release make run    an optimised build: several times as long to build the first time
#   PORT=9000 make run         another port
#   DATA=/srv/puebla make run  another data folder; the invented conference lies beside it, in /srv/puebla-cme

SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:

CONFIG ?= debug
PORT ?= 8080
DATA ?= var
export CONFIG PORT DATA

.PHONY: help run test test-all test-days check bench package package-check build generate

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|' 2>/dev/null \
	  || sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1: \2/p' $(MAKEFILE_LIST)

run: ## install what is missing, build, found ./var and ./var-cme, serve both on 127.0.0.1
	@scripts/run.sh

test: ## every test: Swift, Python and browser
	@scripts/test.sh

test-all: ## the same and all that takes long (half an hour to one); its sum goes to Tests/last-full-run.md
	@scripts/test.sh all

test-days: ## the tests on other days and at other hours than this machine's
	@scripts/test.sh days

check: ## layout, imports, sizes, words, generated files, a test for every rule
	@scripts/install.sh check
	@python3 scripts/check.py

bench: ## one table: row, measured, against, ratio, limit, ok
	@scripts/bench.sh

package: ## dist/puebla-VERSION-linux-ARCH.tar.gz: program, resources, systemd unit
	@scripts/package.sh

package-check: ## unpack the tarball elsewhere and use it
	@scripts/package-check.sh

build: ## build the program alone
	@scripts/build.sh

generate: ## write the generated pages of docs/ and the JSON schema anew
	@scripts/generate.sh
