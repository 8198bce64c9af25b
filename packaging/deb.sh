#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Makes the Debian package: installs what the build needs, builds the preset (run, unless another one is
# named) and packs its programs. Prints the path of the package, which apt-get install takes.
set -u -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

preset=${1:-run}
case $preset in
run | release) ;;
*)
  say "Usage: packaging/deb.sh [run|release]; a package is made of an optimised build."
  exit 2
  ;;
esac
need_packages "${packages_build[@]}" "${packages_run[@]}" "${packages_pack[@]}" || exit 1
build_preset "$preset" kagura kagura-cli || exit 1
rm -rf "build/$preset/packages"
step "Packing" deb cpack --config "build/$preset/CPackConfig.cmake" || exit 1
printf '%s\n' "$root/build/$preset/packages"/kagura_*.deb
