#!/usr/bin/env bash
# Builds the example site into a folder of its own, with the program as it is installed, and looks at it as people and
# machines do.
set -euo pipefail
cd "$(dirname "$0")/.."
./Tests/setup.sh --tests
klarplan="$(./Packaging/build.sh)"
site="$(mktemp -d)"
trap 'rm -rf "$site"' EXIT
"$klarplan" build . --output "$site/public" --as-of 2026-11-21 --base-url https://plan.example.se/
KLARPLAN="$klarplan" KLARPLAN_SITE="$site/public" PYTHONDONTWRITEBYTECODE=1 \
  .venv/bin/python -m pytest -q -p no:cacheprovider Tests/Browser
