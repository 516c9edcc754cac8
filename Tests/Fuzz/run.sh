#!/usr/bin/env bash
# Fuzzes each target for its share of a number of seconds, two at a time, from the seeds and what earlier runs found.
#
#   run.sh SECONDS [TARGET …]      a crash is kept in Tests/Fuzz/Crashes and fails the run, and every run until it is mended
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:-60}
shift || true
scratch=.build/fuzz
flags=(-c release --scratch-path "$scratch" --product klarplan-fuzz
  -Xswiftc -enable-testing -Xswiftc -sanitize=fuzzer,address
  -Xcc -fsanitize=fuzzer-no-link,address -Xswiftc -use-ld=lld)
export KLARPLAN_FUZZ=1 KLARPLAN_FOLDERS="${KLARPLAN_FOLDERS:-$(ls)}"
swift build "${flags[@]}"
program="$(swift build "${flags[@]}" --show-bin-path)/klarplan-fuzz"

"$program" seeds "$scratch/made"
targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <("$program" || true)
share=$((seconds * 2 / ${#targets[@]}))
[ "$share" -ge 1 ] || share=1

fuzz() {
  local target=$1
  local corpus="$scratch/corpus/$target"
  mkdir -p "$corpus" "$scratch/made/$target" "Tests/Fuzz/Seeds/$target" "Tests/Fuzz/Crashes/$target"
  # libFuzzer writes what it finds to the first folder. Each input has 5 s and the whole 2 GiB: more is a fault.
  # What leaks in each input passes that in the end. The leak checker itself doesn't see lists that a case of an enumeration
  # holds, since Swift marks the case in their address: it takes tables that are made once for leaks.
  if ASAN_OPTIONS="detect_leaks=0" "$program" "$target" -max_total_time="$share" -timeout=5 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1 \
    -dict="Tests/Fuzz/klarplan.dict" -artifact_prefix="Tests/Fuzz/Crashes/$target/" \
    "$corpus" "Tests/Fuzz/Seeds/$target" "Tests/Fuzz/Crashes/$target" "$scratch/made/$target" >"$scratch/$target.log" 2>&1; then
    echo "$target: $(grep -oE 'number_of_executed_units: +[0-9]+' "$scratch/$target.log" | grep -oE '[0-9]+') inputs," \
      "$(grep -oE 'cov: [0-9]+' "$scratch/$target.log" | tail -1)"
  else
    tail -60 "$scratch/$target.log"
    echo "$target: see Tests/Fuzz/Crashes and $scratch/$target.log" >&2
    return 1
  fi
}

failed=0
for ((index = 0; index < ${#targets[@]}; index += 2)); do
  running=()
  for target in "${targets[@]:index:2}"; do
    fuzz "$target" &
    running+=($!)
  done
  for process in "${running[@]}"; do wait "$process" || failed=1; done
done
find Tests/Fuzz/Crashes -type d -empty -delete
exit $failed
