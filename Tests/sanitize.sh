#!/usr/bin/env bash
# Runs tests under AddressSanitizer (what reads other people's bytes), then ThreadSanitizer (what works in parallel).
#
# Build folders of their own: instrumented modules don't mix with others. lld, since gold fails on the instrumented objects.
set -euo pipefail
cd "$(dirname "$0")/.."
export KLARPLAN_FOLDERS="${KLARPLAN_FOLDERS:-$(ls)}"

# libcmark, libxml2 and the system's own are not ours to free: leaks are not looked for.
export ASAN_OPTIONS=detect_leaks=0
which=${1:-all}
if [ "$which" != thread ]; then
  swift test --sanitize=address --scratch-path .build/sanitize-address -Xswiftc -use-ld=lld \
    --filter '^(PlanModelTests|PlanMarkdownTests|PlanReaderTests|PlanSearchTests|PlanWorkbookTests)\.'
fi
if [ "$which" != address ]; then
  swift test --sanitize=thread --scratch-path .build/sanitize-thread -Xswiftc -use-ld=lld \
    --filter '^(PlanReaderTests|PlanPreviewTests)\.|HostileFieldTests'
fi
