#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Installs what is missing, builds Kagura and starts it.
set -u -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

usage() {
  cat <<'TEXT'
./run.sh               install what is missing, build, and open Kagura; without a display, ask the
                       Guide a first question in the terminal instead
./run.sh --cli ARGS…   the same, but run kagura-cli with ARGS
./run.sh --build       install and build only
./run.sh --help        this text

On Debian and Ubuntu missing packages are installed with apt-get, through sudo where needed. The second
start installs nothing, builds nothing and needs no network. Programs are built in build/run, logs of
installing and building are in build/logs.
TEXT
}

# A display that is named but not there (an old ssh session, say) is none.
has_display() {
  if [ -n "${QT_QPA_PLATFORM:-}" ]; then return 0; fi
  if [ -n "${WAYLAND_DISPLAY:-}" ] &&
    { [ -S "$WAYLAND_DISPLAY" ] || [ -S "${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/$WAYLAND_DISPLAY" ]; }; then
    return 0
  fi
  case ${DISPLAY:-} in
  '') return 1 ;;
  :*)
    local number=${DISPLAY#:}
    [ -S "/tmp/.X11-unix/X${number%%.*}" ]
    ;;
  *) return 0 ;;
  esac
}

mode=${1:-open}
case $mode in
open) ;;
--cli | --build) shift ;;
--help | -h)
  usage
  exit 0
  ;;
*)
  say "run.sh does not know $1; ./run.sh --help shows what it knows."
  exit 2
  ;;
esac
if [ "$mode" = --build ] && [ $# -gt 0 ]; then
  say "--build takes no arguments."
  exit 2
fi

packages=("${packages_build[@]}" "${packages_run[@]}")
targets=(kagura kagura-cli)
if [ "$mode" = open ] && ! has_display; then mode=terminal; fi
case $mode in
open) if [ -n "${WAYLAND_DISPLAY:-}" ]; then packages+=(qt6-wayland); fi ;;
terminal | --cli) targets=(kagura-cli) ;;
esac

need_packages "${packages[@]}" || exit 1
build_preset run "${targets[@]}" || exit 1

cli="$root/build/run/app/cli/kagura-cli"
case $mode in
--build)
  say "Built: build/run/app/desktop/kagura and build/run/app/cli/kagura-cli"
  ;;
--cli)
  exec "$cli" "$@"
  ;;
terminal)
  say "There is no display here (DISPLAY and WAYLAND_DISPLAY name none), so the window cannot open."
  say "The Guide, which needs neither a key nor a network, answers in the terminal instead:"
  say ""
  say "\$ kagura-cli chat -m guide/guide \"How do I connect a model?\""
  "$cli" chat -m guide/guide "How do I connect a model?" || exit
  say ""
  say "Go on with ./run.sh --cli chat \"…\", or see ./run.sh --cli --help."
  ;;
open)
  exec "$root/build/run/app/desktop/kagura"
  ;;
esac
