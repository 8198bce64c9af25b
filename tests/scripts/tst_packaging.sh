#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Usage: tst_packaging.sh KAGURA-CLI: what is installed beside the programs is sound, and what it says of
# the command line is what the command line says. Checkers that are not installed are named and left out.
set -u -o pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
cli=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export KAGURA_DATA_DIR="$work/data" KAGURA_CONFIG_DIR="$work/config"
linux="$top/packaging/linux"
faults=0

fail() {
  printf 'FAIL %s\n' "$*"
  faults=$((faults + 1))
}

# check PROGRAM ARGS…: runs it where it is installed.
check() {
  if command -v "$1" >/dev/null; then
    "$@" >"$work/said" 2>&1 || fail "$* said: $(cat "$work/said")"
  else
    echo "left out, $1 is not installed: $*"
  fi
}

check desktop-file-validate "$linux/org.kagura.Kagura.desktop"
check appstreamcli validate --no-net --explain "$linux/org.kagura.Kagura.metainfo.xml"
check xmllint --noout "$linux"/*.xml "$linux/workflow.svg"
grep -q 'pattern="\*\.kagura\.json"' "$linux/org.kagura.Kagura.mime.xml" || fail "no pattern for workflow files"
id=$(sed -n 's/.*setDesktopFileName(u"\([^"]*\)".*/\1/p' "$top/app/desktop/main.cpp")
for file in desktop metainfo.xml mime.xml; do
  [ -f "$linux/$id.$file" ] || fail "the program calls itself $id, and there is no $id.$file"
done

mapfile -t commands < <("$cli" help | sed -n 's/^  *kagura-cli \([a-z-]*\) .*/\1/p' | sort -u)
[ ${#commands[@]} -ge 8 ] || fail "help names ${#commands[@]} commands only"

# The pages of the manual.
bash "$top/packaging/manpages.sh" "$cli" "$work/man" || fail "manpages.sh failed"
page=$(gzip -dc "$work/man/kagura-cli.1.gz" | sed 's/\\-/-/g')
for command in "${commands[@]}"; do
  grep -qxF ".SS $command" <<<"$page" || fail "the page of kagura-cli has no section for $command"
done
grep -qF -- '--temperature' <<<"$page" || fail "the page of kagura-cli has no options"
check man --warnings=w -l -Tutf8 "$work/man/kagura-cli.1.gz"
[ ! -s "$work/said" ] || ! grep -q warning "$work/said" || fail "man warns: $(grep warning "$work/said")"

# Completion in bash: offered WORDS… sets COMPREPLY for the last word.
# shellcheck source=packaging/completions/kagura-cli.bash
. "$top/packaging/completions/kagura-cli.bash"
offered() {
  COMP_WORDS=("$cli" "$@")
  COMP_CWORD=$#
  _kagura_cli
}
expect_offered() { [[ " ${COMPREPLY[*]} " == *" $1 "* ]] || fail "not offered: $1, but: ${COMPREPLY[*]}"; }
offered ''
for command in "${commands[@]}"; do expect_offered "$command"; done
offered ch
[ "${COMPREPLY[*]}" = chat ] || fail "ch is completed to: ${COMPREPLY[*]}"
offered chat --te
[ "${COMPREPLY[*]}" = --temperature ] || fail "chat --te is completed to: ${COMPREPLY[*]}"
offered keys s
expect_offered set
expect_offered sign-in
check zsh -n "$top/packaging/completions/kagura-cli.zsh"
check fish --no-execute "$top/packaging/completions/kagura-cli.fish"

if [ $faults -gt 0 ]; then
  echo "$faults faults"
  exit 1
fi
echo "all that is installed beside the programs is sound"
