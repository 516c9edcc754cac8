#!/usr/bin/env bash
# licences.sh FOLDER: gathers the licence notices of everything that is linked into the program.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$1
mkdir -p "$folder"

# Packages of Swift.
for checkout in .build/checkouts/*/; do
  name="$(basename "$checkout")"
  for notice in "$checkout"LICENSE* "$checkout"NOTICE*; do
    [ -f "$notice" ] && install -m 644 "$notice" "$folder/$name-$(basename "${notice%.*}").txt"
  done
done
# Yams carries libyaml, whose notice stands in its sources.
if [ -d .build/checkouts/Yams/Sources/CYaml ]; then
  printf '%s\n' "Yams contains libyaml." "" > "$folder/libyaml.txt"
  cat >> "$folder/libyaml.txt" <<'NOTICE'
Copyright (c) 2017-2020 Ingy döt Net
Copyright (c) 2006-2016 Kirill Simonov

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
NOTICE
fi
# Swift's own library, and Foundation with ICU.
swift_root="$(dirname "$(readlink -f "$(command -v swift)")")/.."
[ -f "$swift_root/share/swift/LICENSE.txt" ] && install -m 644 "$swift_root/share/swift/LICENSE.txt" "$folder/swift.txt"
# Libraries of the system.
for package in libcmark-dev libstemmer-dev libxlsxwriter-dev zlib1g libminizip1 libssl3; do
  [ -f "/usr/share/doc/$package/copyright" ] && install -m 644 "/usr/share/doc/$package/copyright" "$folder/$package.txt"
done
# The typeface on the pages.
install -m 644 Assets/fonts/OFL.txt "$folder/inter.txt"
