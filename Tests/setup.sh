#!/usr/bin/env bash
# Installs what building needs, and with --tests what the browser tests need, unless it is there.
set -euo pipefail
cd "$(dirname "$0")/.."

with_tests=${1:-}
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

case "$(uname -s)" in
  Linux)
    want=()
    pkg-config --exists libcmark 2>/dev/null || want+=(libcmark-dev pkg-config)
    pkg-config --exists xlsxwriter 2>/dev/null || want+=(libxlsxwriter-dev pkg-config)
    # libstemmer has no pkg-config file: its header is looked for.
    [ -f /usr/include/libstemmer.h ] || want+=(libstemmer-dev)
    if [ "$with_tests" = --tests ]; then
      command -v chromium >/dev/null || command -v google-chrome >/dev/null || want+=(chromium)
      command -v java >/dev/null || want+=(default-jre-headless)
      python3 -c 'import venv, ensurepip' 2>/dev/null || want+=(python3 python3-venv)
    fi
    if [ ${#want[@]} -gt 0 ] && ! command -v apt-get >/dev/null; then
      echo "Install these, or what your system calls them: ${want[*]}" >&2
      exit 1
    fi
    if [ ${#want[@]} -gt 0 ]; then
      as_root apt-get update -qq
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${want[@]}"
    fi
    ;;
  Darwin)
    pkg-config --exists libcmark 2>/dev/null || brew install cmark pkg-config
    pkg-config --exists xlsxwriter 2>/dev/null || brew install libxlsxwriter pkg-config
    brew list snowball >/dev/null 2>&1 || brew install snowball
    if [ "$with_tests" = --tests ]; then
      [ -d "/Applications/Google Chrome.app" ] || [ -d /Applications/Chromium.app ] || brew install --cask chromium
      command -v java >/dev/null || brew install openjdk
      command -v python3 >/dev/null || brew install python
    fi
    ;;
  *)
    pkg-config --exists libcmark xlsxwriter || {
      echo "Install libcmark, libxlsxwriter and libstemmer with their headers, and pkg-config." >&2
      exit 1
    }
    ;;
esac

if [ "$with_tests" = --tests ]; then
  [ -x .venv/bin/python ] || python3 -m venv .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -r Tests/Browser/requirements.txt
fi
