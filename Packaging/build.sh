#!/usr/bin/env bash
# Builds the program as it is installed: optimised, with Swift's own library within it, and with those libraries of C
# within it that the system has as archives. Prints the path of the program.
set -euo pipefail
cd "$(dirname "$0")/.."

flags=(-c release --product klarplan --static-swift-stdlib)
if [ "$(uname -s)" = Linux ]; then
  # The linker takes the first it finds: in a folder with nothing but archives, an archive.
  archives=.build/archives
  rm -rf "$archives"
  mkdir -p "$archives"
  for name in cmark stemmer xlsxwriter; do
    for folder in "/usr/lib/$(uname -m)-linux-gnu" /usr/lib64 /usr/lib /usr/local/lib; do
      if [ -f "$folder/lib$name.a" ]; then
        ln -s "$folder/lib$name.a" "$archives/"
        break
      fi
    done
  done
  flags+=(-Xlinker "-L$PWD/$archives")
  # Libraries that only come as shared ones lie beside the program in a release; those that they need are found there too.
  flags+=(-Xlinker --disable-new-dtags -Xlinker -rpath -Xlinker '$ORIGIN/../lib/klarplan')
fi
swift build "${flags[@]}" >&2
echo "$(swift build "${flags[@]}" --show-bin-path)/klarplan"
