#!/usr/bin/env bash
# Runs tests under AddressSanitizer (what reads other people's bytes), then ThreadSanitizer (what works in parallel).
#
#   sanitize.sh [address|thread]
#
# Build folders of their own: instrumented modules don't mix with others. lld, which comes with Swift, since gold fails on
# the instrumented objects.
set -euo pipefail
cd "$(dirname "$0")/.."
export KLARPLAN_FOLDERS="${KLARPLAN_FOLDERS:-$(ls)}"

# Whether the compiler has a sanitizer and the system lets it run: ThreadSanitizer needs its addresses where it wants them.
allows() {
  local probe
  probe="$(mktemp -d)"
  echo 'import Dispatch; DispatchQueue.global().sync {}' > "$probe/main.swift"
  if swiftc -sanitize="$1" -use-ld=lld "$probe/main.swift" -o "$probe/main" && "$probe/main"; then
    rm -r "$probe"
  else
    rm -r "$probe"
    echo "sanitize.sh: the $1 sanitizer does not run here; its tests are left out" >&2
    return 1
  fi
}

# sanitized KIND TARGETS FILTER [OPTION …]: only these targets are built.
sanitized() {
  local flags=(--sanitize="$1" --scratch-path ".build/sanitize-$1" -Xswiftc -use-ld=lld)
  KLARPLAN_TESTS="$2" swift build --build-tests "${flags[@]}"
  KLARPLAN_TESTS="$2" LD_PRELOAD="${preloaded:-}" swift test --skip-build "${flags[@]}" --filter "$3" "${@:4}"
}

which=${1:-all}
if [ "$which" != thread ] && allows address; then
  # Of the search's tests those of damaged files: how good results are is no matter of memory, and takes minutes. How long
  # hostile text takes is measured without instruments; the fuzzers read such text with them.
  # libcmark, libxml2 and the system's own are not ours to free: leaks are not looked for.
  ASAN_OPTIONS=detect_leaks=0:malloc_context_size=10 sanitized address \
    "PlanModelTests PlanMarkdownTests PlanReaderTests PlanSearchTests PlanWorkbookTests" \
    '^(PlanModelTests|PlanMarkdownTests|PlanReaderTests|PlanWorkbookTests)\.|DamageTests|AnalysisTests' \
    --skip hostileTextCostsNoMoreThanItsLength
fi
if [ "$which" != address ] && allows thread; then
  if [ "$(uname -s)" = Linux ]; then
    mkdir -p .build/sanitize-thread
    preloaded="$PWD/.build/sanitize-thread/libmutex.so"
    "$(dirname "$(readlink -f "$(command -v swift)")")/clang" -shared -fPIC -O2 -Wall -Werror -o "$preloaded" Tests/Sanitizer/mutex.c
  fi
  # Of the builder's tests those that build whole sites, again and again and from several threads.
  KLARPLAN_STEPS=4 KLARPLAN_SEEDS=1-2 sanitized thread "PlanPreviewTests PlanBuildTests" \
    '^PlanPreviewTests\.|HostileFieldTests|WritingTests|IncrementalTests/(everySequence|thePreview)'
fi
