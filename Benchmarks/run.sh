#!/usr/bin/env bash
# Measures the site against Hugo and search against Pagefind: small (the example site and 1,000 pages), full (10,000
# pages and the whole region as well; exchanges the figures in docs/performance.md) or huge (100,000 pages as well).
# With check or record: the ratios of building alone, against the bars or as the new bars.
set -euo pipefail
cd "$(dirname "$0")/.."

size="${1:-small}"
case "$size" in
  small | check | record) pages=(1000) ;;
  full | huge) pages=(1000 10000) ;;
  *)
    echo "BENCH is small, full or huge, not $size" >&2
    exit 2
    ;;
esac

./Tests/setup.sh --tests
[ -x .venv-bench/bin/python ] || python3 -m venv .venv-bench
.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -r Benchmarks/requirements.txt

klarplan="$(./Packaging/build.sh)"
export PYTHONDONTWRITEBYTECODE=1

case "$size" in
  check | record) exec .venv-bench/bin/python -m Benchmarks.site.bars --klarplan "$klarplan" "$size" ;;
esac

results=Benchmarks/results
site="$(mktemp -d)"
trap 'rm -rf "$site"' EXIT
"$klarplan" build . --output "$site/public" --as-of 2026-11-21 --base-url https://plan.example.se/

KLARPLAN="$klarplan" .venv/bin/python -m pytest -q -p no:cacheprovider Benchmarks
document=()
[ "$size" = small ] || document=(--document docs/performance.md)
.venv-bench/bin/python -m Benchmarks.site.speed --klarplan "$klarplan" --size "$size" --output "$results" \
  ${document[@]+"${document[@]}"}
.venv-bench/bin/python -m Benchmarks.search.quality --site "$site/public" --klarplan "$klarplan" --output "$results"
.venv-bench/bin/python -m Benchmarks.search.speed --klarplan "$klarplan" --pages "${pages[@]}" --per-plan 20 \
  --output "$results"
echo
echo "The tables are in site.md, quality.md and speed.md in $results, with all figures in JSON beside them."
