#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Usage: tst_installedlibrary.sh BUILD: installs the core library of that build into an empty folder, and
# builds and runs a program of somebody else against it, which sees neither the sources nor the build.
set -eu -o pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/installed" --component devel >/dev/null
if grep -rnF "$top" "$work/installed/lib" --include='*.cmake'; then
  echo "FAIL: the installed files name the sources"
  exit 1
fi
cp -r "$top/tests/scripts/sample" "$work/sample"
cmake -S "$work/sample" -B "$work/built" -G Ninja -DCMAKE_PREFIX_PATH="$work/installed" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
cmake --build "$work/built" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
said=$("$work/built/sample")
echo "$said"
grep -qx 'heading: Kagura' <<<"$said"
grep -qE '^the Guide answers: .+' <<<"$said"
