#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What run.sh, test.sh and packaging/setup.sh promise, tried without installing or building anything:
# in an empty folder stand programs called dpkg-query, apt-get, sudo and so on that note how they were
# called. Usage: tst_scripts.sh CASE; without one, all cases.
set -u -o pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
calls="$work/calls"
tree="$work/tree"
faults=0

fail() {
  printf 'FAIL %s: %s\n' "$case_name" "$*"
  faults=$((faults + 1))
}

expect_code() { [ "$code" -eq "$1" ] || fail "exit code $code instead of $1; it said: $output"; }
expect_said() { grep -qF -- "$1" <<<"$output" || fail "did not say \"$1\" but: $output"; }
expect_called() { grep -qxF -- "$1" "$calls" || fail "did not call \"$1\" but: $(cat "$calls")"; }
expect_not_called() { ! grep -q "^$1" "$calls" || fail "called $1: $(cat "$calls")"; }

# fake NAME BODY: a program of that name which notes its call and then runs the body. What stands there is
# removed first, lest the fake be written through a link into the real program.
fake() {
  rm -f "$work/bin/$1"
  printf '#!/bin/bash\necho "%s $*" >>"%s"\n%s\n' "$1" "$calls" "${2:-}" >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}

# A source tree with the scripts alone, and a machine of programs that do nothing. What is "installed" is
# listed in $work/installed; apt-get installs all it is asked for.
new_machine() {
  rm -rf "${work:?}"/*
  mkdir -p "$work/bin" "$tree/packaging"
  cp "$top/run.sh" "$top/test.sh" "$tree/"
  cp "$top/packaging/setup.sh" "$tree/packaging/"
  : >"$calls"
  : >"$work/installed"
  local tool
  for tool in bash cat cp date dirname env grep head mkdir nproc rm sed sleep tail touch tr awk tput cut; do
    ln -s "$(command -v "$tool")" "$work/bin/$tool"
  done
  fake dpkg-query "
while read -r name; do
  for wanted in \"\$@\"; do [ \"\$wanted\" != \"\$name\" ] || echo \"installed \$name\"; done
done <'$work/installed'"
  fake apt-get "for word in \"\$@\"; do echo \"\$word\" >>'$work/installed'; done"
  fake cmake "
for word in \"\$@\"; do [ \"\$word\" != --preset ] || configured=1; done
if [ -n \"\${configured:-}\" ]; then
  directory='$tree'/build/\${@: -1}
  mkdir -p \"\$directory/app/cli\" \"\$directory/app/desktop\"
  echo 'CMAKE_HOME_DIRECTORY:INTERNAL=$tree' >\"\$directory/CMakeCache.txt\"
  touch \"\$directory/build.ninja\"
  cp '$work/bin/kagura' \"\$directory/app/desktop/kagura\"
  cp '$work/bin/kagura-cli' \"\$directory/app/cli/kagura-cli\"
fi"
  fake ninja
  fake ctest "echo '100% tests passed, 0 tests failed out of 1'; exit \${CTEST_CODE:-0}"
  fake kagura
  fake kagura-cli "exit \${CLI_CODE:-0}"
}

become_root() { fake id 'echo 0'; }
become_user() { fake id 'echo 1000'; }

# on_machine [NAME=VALUE…] SCRIPT ARGS…: runs it with nothing else in the environment; sets output, code.
on_machine() {
  output=$(cd / && env -i PATH="$work/bin" HOME="$work" "$@" 2>&1 </dev/null)
  code=$?
}

case_help() {
  new_machine
  for script in run.sh test.sh; do
    on_machine "$tree/$script" --help
    expect_code 0
    expect_said "./$script"
  done
  [ ! -s "$calls" ] || fail "help called $(cat "$calls")"
}

case_wrong_use() {
  new_machine
  on_machine "$tree/run.sh" --nonsense
  expect_code 2
  expect_said "run.sh does not know --nonsense"
  on_machine "$tree/run.sh" --build more
  expect_code 2
  [ ! -s "$calls" ] || fail "wrong use called $(cat "$calls")"
}

case_root_installs_without_sudo() {
  new_machine
  become_root
  fake sudo
  on_machine "$tree/run.sh" --build
  expect_code 0
  expect_called "apt-get -y -o DPkg::Lock::Timeout=300 update"
  expect_not_called sudo
  grep -q '^apt-get .* install --no-install-recommends .*qt6-base-dev' "$calls" || fail "did not install Qt"
}

case_user_installs_through_sudo() {
  new_machine
  become_user
  # shellcheck disable=SC2016 # the arguments of the fake, not of this script
  fake sudo '[ "$1" = -v ] || exec "$@"'
  on_machine "$tree/run.sh" --build
  expect_code 0
  expect_called "sudo -v"
  expect_said "administrator rights"
  grep -q '^apt-get .* install ' "$calls" || fail "apt-get was not run"
}

case_user_without_sudo_is_told() {
  new_machine
  become_user
  on_machine "$tree/run.sh" --build
  expect_code 1
  expect_said "there is no sudo"
  expect_said "apt-get install --no-install-recommends g++"
  expect_not_called apt-get
  expect_not_called cmake
}

case_refused_sudo_is_told() {
  new_machine
  become_user
  fake sudo 'exit 1'
  on_machine "$tree/test.sh"
  expect_code 1
  expect_said "apt-get install --no-install-recommends g++"
  expect_not_called apt-get
}

case_failed_install_is_told() {
  new_machine
  become_root
  # shellcheck disable=SC2016
  fake apt-get 'case " $* " in *" install "*) echo "E: Unable to locate package qt6-base-dev"; exit 100;; esac'
  on_machine "$tree/run.sh" --build
  expect_code 1
  expect_said "E: Unable to locate package qt6-base-dev"
  expect_said "universe"
  expect_not_called cmake
}

case_second_time_needs_nothing() {
  new_machine
  become_root
  on_machine "$tree/run.sh" --build
  : >"$calls"
  fake ninja "echo 'ninja: no work to do.'"
  on_machine "$tree/run.sh" --build
  expect_code 0
  expect_not_called apt-get
  expect_not_called cmake
}

case_moved_tree_is_configured_again() {
  new_machine
  become_root
  on_machine "$tree/run.sh" --build
  echo 'CMAKE_HOME_DIRECTORY:INTERNAL=/elsewhere' >"$tree/build/run/CMakeCache.txt"
  : >"$calls"
  on_machine "$tree/run.sh" --build
  expect_code 0
  expect_called "cmake --fresh --preset run"
}

case_other_systems_are_told_the_names() {
  new_machine
  rm "$work/bin/dpkg-query"
  become_user
  on_machine "$tree/run.sh" --build
  expect_code 0
  expect_said "no Debian or Ubuntu"
  expect_said "qtkeychain-qt6-dev"
  expect_not_called apt-get
}

case_display_opens_the_window() {
  new_machine
  become_root
  on_machine DISPLAY=elsewhere:0 "$tree/run.sh"
  expect_code 0
  expect_called "kagura "
  expect_not_called kagura-cli
}

case_no_display_asks_the_guide() {
  new_machine
  become_root
  for variables in X=y DISPLAY=:4711 WAYLAND_DISPLAY=wayland-none; do
    : >"$calls"
    on_machine "$variables" "$tree/run.sh"
    expect_code 0
    expect_said "no display"
    expect_called "kagura-cli chat -m guide/guide How do I connect a model?"
    expect_not_called "kagura "
  done
  on_machine CLI_CODE=1 "$tree/run.sh"
  expect_code 1
}

case_cli_passes_on() {
  new_machine
  become_root
  fake kagura-cli "echo \"\$# arguments\" >>'$calls'; exit \$CLI_CODE"
  on_machine CLI_CODE=130 "$tree/run.sh" --cli chat --json "two words" --help
  expect_code 130
  expect_called "kagura-cli chat --json two words --help"
  expect_called "4 arguments"
  expect_not_called "kagura "
}

case_tests_pass_on_and_end_with_ctest() {
  new_machine
  become_root
  on_machine "$tree/test.sh" -R core.net
  expect_code 0
  grep -q '^ctest --preset dev --parallel [0-9]* -R core.net$' "$calls" || fail "$(cat "$calls")"
  [ "${output##*$'\n'}" = "100% tests passed, 0 tests failed out of 1" ] || fail "ended with: $output"
  on_machine CTEST_CODE=8 "$tree/test.sh"
  expect_code 8
}

case_deep_runs_sanitizers_first() {
  new_machine
  become_root
  on_machine "$tree/test.sh" --deep
  expect_code 0
  local order
  order=$(sed -n 's/^ctest --preset \([a-z]*\) .*/\1/p' "$calls" | tr '\n' ' ')
  [ "$order" = "asan tsan dev " ] || fail "order: $order"
  on_machine CTEST_CODE=8 "$tree/test.sh" --deep
  expect_code 1
  expect_said "FAILED: AddressSanitizer"
}

case_peers_want_node_20() {
  new_machine
  become_root
  mkdir -p "$tree/tests/peers"
  echo '{}' >"$tree/tests/peers/package.json"
  on_machine "$tree/test.sh"
  expect_said "no node here"
  fake node 'echo v18.20.4'
  on_machine "$tree/test.sh"
  expect_code 0
  expect_said "node 18 is too old"
  fake node 'echo v22.1.0'
  fake npm "exit 1"
  on_machine "$tree/test.sh"
  expect_code 0
  expect_said "npm could not install them"
  fake npm "mkdir -p '$tree/tests/peers/node_modules'"
  on_machine "$tree/test.sh"
  expect_code 0
  : >"$calls"
  on_machine "$tree/test.sh"
  expect_not_called npm
}

mapfile -t cases < <(declare -F | sed -n 's/^declare -f case_//p')
[ $# -eq 0 ] || cases=("$@")
for case_name in "${cases[@]}"; do
  if ! declare -F "case_$case_name" >/dev/null; then
    echo "no case is called $case_name"
    exit 2
  fi
  before=$faults
  "case_$case_name"
  [ "$faults" -ne "$before" ] || echo "PASS $case_name"
done
[ "$faults" -eq 0 ]
