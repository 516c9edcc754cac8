#!/usr/bin/env bash
# Measures search against Pagefind: small (the example site and 1,000 pages) or full (10,000 pages as well).
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-small}" in
  small) pages=(1000) ;;
  full) pages=(1000 10000) ;;
  *)
    echo "BENCH is small or full, not $1" >&2
    exit 2
    ;;
esac

./Tests/setup.sh --tests
[ -x .venv-bench/bin/python ] || python3 -m venv .venv-bench
.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -r Benchmarks/requirements.txt

swift build -c release --product klarplan
klarplan="$(swift build -c release --show-bin-path)/klarplan"
results=Benchmarks/results
site="$(mktemp -d)"
trap 'rm -rf "$site"' EXIT
"$klarplan" build . --output "$site/public" --as-of 2026-11-21 --base-url https://plan.example.se/

export PYTHONDONTWRITEBYTECODE=1
KLARPLAN="$klarplan" .venv/bin/python -m pytest -q -p no:cacheprovider Benchmarks
.venv-bench/bin/python -m Benchmarks.search.quality --site "$site/public" --klarplan "$klarplan" --output "$results"
.venv-bench/bin/python -m Benchmarks.search.speed --klarplan "$klarplan" --pages "${pages[@]}" --per-plan 20 \
  --output "$results"
echo
echo "The tables are in $results/quality.md and $results/speed.md, with all figures in JSON beside them."
