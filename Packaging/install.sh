#!/usr/bin/env bash
# install.sh PROGRAM FOLDER: puts the program and all that goes with it below FOLDER, which is DESTDIR and PREFIX.
# install.sh --remove FOLDER: takes it away again.
# install.sh --test FOLDER: whether it could be put there.
set -euo pipefail
cd "$(dirname "$0")/.."

remove() {
  rm -f "$1/bin/klarplan" "$1/share/man/man1/klarplan.1" "$1/share/man/sv/man1/klarplan.1" \
    "$1/share/bash-completion/completions/klarplan" "$1/share/zsh/site-functions/_klarplan" \
    "$1/share/fish/vendor_completions.d/klarplan.fish"
  rm -rf "$1/share/klarplan" "$1/share/doc/klarplan" "$1/lib/klarplan"
}

if [ "$1" = --test ]; then
  # The nearest folder that is there must let itself be written to: that is known before anything is built.
  folder=$2
  while [ ! -e "$folder" ]; do folder="$(dirname "$folder")"; done
  if [ ! -d "$folder" ] || [ ! -w "$folder" ]; then
    echo "You may not write to $folder. Try: make install PREFIX=\$HOME/.local, or build first and then sudo make install." >&2
    exit 1
  fi
  exit
fi

if [ "$1" = --remove ]; then
  remove "$2"
  exit
fi

program=$1
root=$2
resources="$(dirname "$program")/klarplan_DefaultTheme.resources"
documents="$(mktemp -d)"
trap 'rm -rf "$documents"' EXIT
"$program" documents "$documents"

# What an older version had and this one hasn't must not stay.
remove "$root"
install -d "$root/bin" "$root/share/klarplan" "$root/share/doc/klarplan/pictures" "$root/share/doc/klarplan/licences"
install -m 755 "$program" "$root/bin/klarplan"
cp -R "$resources/Site" "$resources/Assets" "$root/share/klarplan/"
cp -R "$documents/." "$root/share/"
install -m 644 README.md CHANGELOG.md LICENSE docs/*.md "$root/share/doc/klarplan/"
install -m 644 docs/pictures/* "$root/share/doc/klarplan/pictures/"
./Packaging/licences.sh "$root/share/doc/klarplan/licences"
chmod -R u=rwX,go=rX "$root/share/klarplan" "$root/share/doc/klarplan"
