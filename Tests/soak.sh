#!/usr/bin/env bash
# Thousands of random edits in sequences of their own, each step held against a clean build: docs/engineers.md.
#
#   soak.sh STEPS SEEDS      so many steps for each seed, as in 100 1-24; a sequence that fails is told with its seed
#
# Optimized, with a build folder of its own: the tests of a release build need what it leaves out.
set -euo pipefail
cd "$(dirname "$0")/.."
export KLARPLAN_FOLDERS="${KLARPLAN_FOLDERS:-$(ls)}"
export KLARPLAN_STEPS=${1:-100} KLARPLAN_SEEDS=${2:-1-24}
export KLARPLAN_TESTS=PlanBuildTests
swift test -c release --scratch-path .build/soak -Xswiftc -enable-testing --filter '^PlanBuildTests\.IncrementalTests'
