#!/usr/bin/env bash
# Makes klarplan-VERSION-linux-ARCH.tar.gz in .build/release-archive, with its checksum beside it. The archive holds the
# program, what goes with it, and the libraries that a bare system lacks.
set -euo pipefail
cd "$(dirname "$0")/.."

program="$(./Packaging/build.sh)"
version="$("$program" --version)"
name="klarplan-$version-linux-$(uname -m)"
work=.build/release-archive
rm -rf "$work"
mkdir -p "$work/$name"
./Packaging/install.sh "$program" "$work/$name"
root="$work/$name"
strip --strip-unneeded "$root/bin/klarplan"

# What every Linux with glibc has stays outside.
system='^(linux-vdso|ld-linux.*|libc|libm|libdl|libpthread|librt|libgcc_s|libstdc\+\+)\.so'
mkdir -p "$root/lib/klarplan"
{
  echo "Libraries that the program needs, and where it finds them:"
  echo
  ldd "$root/bin/klarplan" | while read -r library _ path _; do
    library="$(basename "$library")"
    if [[ "$library" =~ $system ]]; then
      echo "$library: the system's"
    elif [ -f "$path" ]; then
      install -m 644 "$path" "$root/lib/klarplan/$library"
      echo "$library: lib/klarplan, from $(basename "$(readlink -f "$path")")"
    else
      echo "$library is not found" >&2
      exit 1
    fi
  done
} > "$root/share/doc/klarplan/libraries.txt"
rmdir "$root/lib/klarplan" "$root/lib" 2>/dev/null || true
cat "$root/share/doc/klarplan/libraries.txt"

# The same tree gives the same bytes.
day="$(sed -n 's/.*static let date = "\(.*\)".*/\1/p' Sources/klarplan/Klarplan.swift)"
tar --sort=name --mtime="$day 00:00:00Z" --owner=0 --group=0 --numeric-owner -C "$work" -cf - "$name" | gzip -9n \
  > "$work/$name.tar.gz"
(cd "$work" && sha256sum "$name.tar.gz" > "$name.tar.gz.sha256")
rm -rf "$root"
ls -l "$work"
