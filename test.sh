#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Installs what the tests need, builds everything and runs all tests.
set -u -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

usage() {
  cat <<'TEXT'
./test.sh                 install what is missing, build with warnings as errors, run all tests
./test.sh --deep          before that, all tests under AddressSanitizer and UBSan, and those of
                          threads under ThreadSanitizer; loops in tests run longer
./test.sh ARGS…           pass ARGS on to ctest, for example -R core.net or -L gui
./test.sh --help          this text

Tests use loopback addresses and temporary folders only; they touch none of your data. The ones against
servers from npm run where node 20 or later is installed and are skipped by name elsewhere. Programs
are built in build/dev (build/asan, build/tsan), logs of installing and building are in build/logs,
what each test printed in build/dev/Testing/Temporary/LastTest.log.
TEXT
}

# The independent servers and clients that tests/peers talks to. A skipped test says why itself.
install_peers() {
  local peers="$root/tests/peers" major
  [ -f "$peers/package.json" ] || return 0
  major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
  if [ -z "$major" ]; then
    say "Skipped: tests against npm peers (no node here; they need node 20 or later)."
  elif [ "$major" -lt 20 ]; then
    say "Skipped: tests against npm peers (node $major is too old; they need node 20 or later)."
  elif ! command -v npm >/dev/null; then
    say "Skipped: tests against npm peers (node is here, but npm is not)."
  elif [ "$peers/node_modules/.installed" -nt "$peers/package.json" ]; then
    return 0
  elif step "Installing the npm peers of the tests" peers \
    npm install --prefix "$peers" --ignore-scripts --no-audit --no-fund --no-package-lock; then
    touch "$peers/node_modules/.installed"
  else
    say "Skipped: tests against npm peers (npm could not install them; is there a network?)."
  fi
}

# run_tests PRESET ARGS…: under a sanitizer Qt and the tests need room, so fewer run at once.
run_tests() {
  local preset=$1
  shift
  ctest --preset "$preset" --parallel "$(build_jobs)" "$@"
}

deep=
case ${1:-} in
--help | -h)
  usage
  exit 0
  ;;
--deep)
  deep=1
  shift
  ;;
esac

need_packages "${packages_build[@]}" "${packages_run[@]}" "${packages_test[@]}" || exit 1
install_peers
export LC_ALL=C.UTF-8

failed=()
if [ -n "$deep" ]; then
  export KAGURA_TEST_DEEP=1
  build_preset asan && run_tests asan "$@" || failed+=("AddressSanitizer and UBSan (build/asan)")
  # Debian's Qt is not instrumented and now and then raises a false alarm: a report has to come twice.
  build_preset tsan kagura_thread_tests && run_tests tsan --repeat until-pass:2 "$@" ||
    failed+=("ThreadSanitizer (build/tsan)")
fi
build_preset dev || exit 1
if [ ${#failed[@]} -gt 0 ]; then
  printf 'FAILED: %s\n' "${failed[@]}" >&2
  run_tests dev "$@"
  exit 1
fi
run_tests dev "$@"
