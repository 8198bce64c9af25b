#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Takes the pictures of docs/pictures with the real program on a display of its own, with data, settings
# and keys of nobody: docs/screenshots.sh [PROGRAM] [FOLDER] [SCALE] [SAMPLES]
# PROGRAM is build/run/app/desktop/kagura unless told, FOLDER docs/pictures, SCALE 1. The pictures of the cache
# want SAMPLES, build/dev/tests/ui/cache/sample_cache, which fills one; ENTRIES says with how many.
set -u -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

program=${1:-build/run/app/desktop/kagura}
pictures=${2:-docs/pictures}
scale=${3:-1}
samples=${4:-build/dev/tests/ui/cache/sample_cache}
entries=${ENTRIES:-1000000}
if [ ! -x "$program" ]; then
  say "$program is not there; ./run.sh --build builds it."
  exit 1
fi
need_packages xvfb openbox xdotool imagemagick fonts-inter fonts-jetbrains-mono || exit 1
mkdir -p "$pictures"

home=$(mktemp -d)
started=()
finish() {
  for process in "${started[@]}"; do kill "$process" 2>/dev/null; done
  wait
  rm -rf "$home"
}
trap finish EXIT

width=$((1440 * scale))
height=$((900 * scale))
mkdir -m 700 "$home/run"
export HOME="$home" XDG_RUNTIME_DIR="$home/run"
unset WAYLAND_DISPLAY XDG_CONFIG_HOME XDG_DATA_HOME DBUS_SESSION_BUS_ADDRESS
Xvfb -displayfd 3 -screen 0 "${width}x${height}x24" -nolisten tcp 3>"$home/display" 2>/dev/null &
started+=($!)
for _ in $(seq 100); do
  [ -s "$home/display" ] && break
  sleep 0.1
done
DISPLAY=:$(cat "$home/display")
export DISPLAY
# Without decorations, so that the picture is the window.
mkdir -p "$home/.config/openbox"
cat >"$home/.config/openbox/rc.xml" <<'XML'
<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>
XML
openbox 2>/dev/null &
started+=($!)

# window: the identifier of the main window, once it is there and has its size.
window() {
  local found
  for _ in $(seq 150); do
    found=$(xdotool search --onlyvisible --name '^Kagura$' 2>/dev/null | head -n 1)
    if [ -n "$found" ]; then
      xdotool windowmove "$found" 0 0 windowsize --sync "$found" "$width" "$height" >/dev/null
      echo "$found"
      return
    fi
    sleep 0.1
  done
  return 1
}

ask() {
  xdotool type --delay 5 "$1"
  xdotool key Return
  sleep 2.5
}

# command NAME: by the list of all commands, so that no key of a page is needed.
command_by_name() {
  xdotool key ctrl+k
  sleep 0.5
  xdotool type --delay 5 "$1"
  sleep 0.5
  xdotool key Return
}

# cache_pictures WINDOW THEME: entries of a query with one chosen and a dry run, and the ways into it.
cache_pictures() {
  command_by_name "Show the cache"
  sleep 5
  xdotool type --delay 5 "age:>7d hits:<3 "
  xdotool key Return
  sleep 4
  xdotool key Down Down Down Down
  sleep 2
  import -window "$1" "$pictures/cache-$2.png"
  xdotool key ctrl+a Delete
  sleep 2
  import -window "$1" "$pictures/cache-bulk-$2.png"
  xdotool key Escape
}

if [ -x "$samples" ]; then
  mkdir -p "$home/cache"
  "$samples" "$home/cache" "$entries" || exit 1
else
  say "Without $samples there are no pictures of the cache: cmake --build --preset dev --target sample_cache"
fi

for theme in light dark; do
  export KAGURA_CONFIG_DIR="$home/config-$theme" KAGURA_DATA_DIR="$home/data-$theme"
  mkdir -p "$KAGURA_CONFIG_DIR"
  printf '{"theme": "%s"}\n' "$theme" >"$KAGURA_CONFIG_DIR/settings.json"
  if [ -e "$home/cache/cache.db" ]; then
    mkdir -p "$KAGURA_DATA_DIR"
    cp "$home/cache/cache.db" "$KAGURA_DATA_DIR/"
  fi
  # A variable that looks as if a key were in it is offered; nothing is sent with it.
  OPENAI_API_KEY=not-a-key QT_SCALE_FACTOR=$scale "$program" &
  kagura=$!
  if ! shown=$(window); then
    say "The window did not come up."
    kill "$kagura"
    exit 1
  fi
  sleep 3 # the search for model servers takes up to two
  import -window "$shown" "$pictures/first-$theme.png"
  ask "How do I ask from the command line?"
  xdotool key ctrl+n
  sleep 0.5
  ask "Where are my keys kept?"
  xdotool key ctrl+n
  sleep 0.5
  ask "How do I connect a model?"
  ask "What happens when a server breaks off in the middle?"
  import -window "$shown" "$pictures/chat-$theme.png"
  [ ! -e "$home/cache/cache.db" ] || cache_pictures "$shown" "$theme"
  # A workflow is chosen, and started: several readers at once, and a question in the end.
  xdotool key ctrl+shift+r
  sleep 3
  import -window root "$pictures/launch-$theme.png"
  xdotool key Down Down Down Down Down Down Down
  sleep 2
  xdotool key ctrl+Return
  sleep 8
  xdotool key Down
  sleep 1
  import -window root "$pictures/runs-$theme.png"
  kill "$kagura"
  wait "$kagura"
done
say "Pictures are in $pictures."
