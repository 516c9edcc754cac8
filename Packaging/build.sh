#!/usr/bin/env bash
# Builds the program as it is installed: optimised, with Swift's own library within it. Prints the path of the program.
set -euo pipefail
cd "$(dirname "$0")/.."

flags=(-c release --product klarplan --static-swift-stdlib)
if [ "$(uname -s)" = Linux ]; then
  # Libraries of C lie beside the program in a release; those that they need themselves are found there too.
  flags+=(-Xlinker --disable-new-dtags -Xlinker -rpath -Xlinker '$ORIGIN/../lib/klarplan')
fi
swift build "${flags[@]}" >&2
echo "$(swift build "${flags[@]}" --show-bin-path)/klarplan"
