#!/usr/bin/env bash
# Unpacks the archive in an empty folder and builds a site with it, with nothing of this machine in the environment.
set -euo pipefail
cd "$(dirname "$0")/.."

archive="$(ls "$PWD"/.build/release-archive/klarplan-*.tar.gz)"
(cd "$(dirname "$archive")" && sha256sum --check --quiet ./*.sha256)
place="$(mktemp -d)"
trap 'rm -rf "$place"' EXIT
tar -xzf "$archive" -C "$place"
root="$(echo "$place"/klarplan-*)"
clean() { (cd / && env -i PATH=/usr/bin:/bin HOME="$place" LC_ALL=C.UTF-8 "$@"); }

# No library of this machine but what every Linux has.
if clean ldd "$root/bin/klarplan" | grep -v "=> $place/" \
  | grep -vE '^\s*(linux-vdso|/lib|lib(c|m|dl|pthread|rt|gcc_s|stdc\+\+)\.so)'; then
  echo "the libraries above come from this machine" >&2
  exit 1
fi

# The theme is the archive's own, not that of the folder where the program was built.
echo "marked" >> "$root/share/klarplan/Site/Scaffold/project/README.md"
ln -s "$root/bin/klarplan" "$place/linked"
clean "$place/linked" --version
clean "$place/linked" init "$place/planer" > /dev/null
grep -q '^marked$' "$place/planer/README.md"
clean "$root/bin/klarplan" check "$place/planer" --strict
clean "$root/bin/klarplan" build "$place/planer" --as-of 2026-11-21
test -s "$place/planer/public/index.html"
(cd "$place/planer/public" && sha256sum --check --quiet checksums.txt)
clean "$root/bin/klarplan" search webben --site "$place/planer/public" > /dev/null
test -s "$root/share/man/man1/klarplan.1"
test -s "$root/share/doc/klarplan/licences/swift.txt"
echo "$(basename "$archive") works"
