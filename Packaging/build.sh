#!/usr/bin/env bash
# Builds the program as it is installed: optimised, with Swift's own library within it. Prints the path of the program.
set -euo pipefail
cd "$(dirname "$0")/.."

flags=(-c release --product klarplan)
if [ "$(uname -s)" = Linux ]; then
  # It starts sooner and runs faster so. A few toolchains come without what that takes.
  runtime="$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')"
  if [ -d "${runtime%/*}/swift_static" ]; then
    flags+=(--static-swift-stdlib)
  else
    echo "This Swift has no library to build in: the program will need that of $runtime." >&2
  fi
  # Other linkers warn of what Foundation does with temporary files.
  if [ -x "${runtime%/lib/*}/bin/ld.lld" ]; then flags+=(-Xswiftc -use-ld=lld); fi
  # Libraries of C lie beside the program in a release; those that they need themselves are found there too.
  flags+=(-Xlinker --disable-new-dtags -Xlinker -rpath -Xlinker '$ORIGIN/../lib/klarplan')
fi
swift build "${flags[@]}" >&2
echo "$(swift build "${flags[@]}" --show-bin-path)/klarplan"
