# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What run.sh, test.sh and .ci/run share: the distribution packages by purpose, how a missing one is
# installed, and how a long step is shown.
# shellcheck disable=SC2034 # the lists of packages are for those who source this file

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

packages_build=(g++ cmake ninja-build pkg-config qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools qtkeychain-qt6-dev
  nlohmann-json3-dev libsimdjson-dev libssl-dev libcpp-httplib-dev libhiredis-dev libvalijson-dev libzip-dev libzstd-dev libmd4c-dev libpoppler-qt6-dev)
packages_run=(libqt6sql6-sqlite libqt6svg6 qt6-image-formats-plugins libsecret-1-0 ca-certificates)
packages_test=(dbus-daemon gnome-keyring redis-server shellcheck git strace desktop-file-utils appstream)
packages_pack=(dpkg-dev file)
packages_check=(clang-format-14 clang-tidy-14 lld)

logs="$root/build/logs"

say() { printf '%s\n' "$*" >&2; }

# missing_packages NAME…: those that are not installed, one a line. Asks dpkg, which takes milliseconds
# and no network.
missing_packages() {
  local installed
  # shellcheck disable=SC2016 # the format is for dpkg-query, not for the shell
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
    sed -n 's/^installed //p')
  printf '%s\n' "$@" | grep -vxF -f <(printf '%s\n' "$installed" none) || true
}

# need_packages NAME…: installs what is missing. Returns 1, after saying what to do, where it cannot.
need_packages() {
  local missing
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "This is no Debian or Ubuntu, so nothing is installed here. Where something is missing, the"
    say "build says what; the packages are called as follows on Debian, similarly elsewhere:"
    say "  $*"
    return 0
  fi
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  say "Missing packages: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "They cannot be installed: this user is not root and there is no sudo. As root, run"
      say "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
      return 1
    fi
    say "Installing them needs administrator rights; sudo may ask for your password."
    if ! sudo -v; then
      say "Without them Kagura cannot be built. To install them yourself, run as root"
      say "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
      return 1
    fi
    as_root=(sudo)
  fi
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=300)
  step "Reading the package lists" packages "${apt[@]}" update || return 1
  if ! step "Installing ${#missing[@]} packages and what they need" packages \
    "${apt[@]}" install --no-install-recommends "${missing[@]}"; then
    say "Kagura needs Debian 12, Ubuntu 24.04 or a newer release; on Ubuntu the component \"universe\""
    say "must be switched on (sudo add-apt-repository universe)."
    return 1
  fi
}

# step LABEL LOG COMMAND…: runs the command into build/logs/LOG.log. A terminal sees the last line of
# the log while it waits; a failure shows the end of it.
step() {
  local label=$1 log="$logs/$2.log" started=$SECONDS watcher='' status=0
  shift 2
  mkdir -p "$logs"
  say "$label (log: ${log#"$root"/})"
  if [ -t 2 ]; then
    watch_log "$log" &
    watcher=$!
  fi
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ -n "$watcher" ]; then
    kill "$watcher" 2>/dev/null
    wait "$watcher" 2>/dev/null
    printf '\r\033[K' >&2
  fi
  if [ $status -ne 0 ]; then
    say "$label failed (exit code $status). The end of ${log#"$root"/}:"
    tail -n 40 "$log" | cut -c 1-240 >&2
    return 1
  fi
  [ $((SECONDS - started)) -lt 5 ] || say "  done in $((SECONDS - started)) s"
}

watch_log() {
  local columns parent=$$
  columns=$(tput cols 2>/dev/null || echo 80)
  while sleep 1 && kill -0 "$parent" 2>/dev/null; do
    printf '\r\033[K  %.*s' $((columns - 4)) "$(tail -n 1 "$1" 2>/dev/null | tr -d '\r')" >&2
  done
}

# build_jobs: one compiler a core, but no more than the free memory holds.
build_jobs() {
  local cores memory
  cores=$(nproc 2>/dev/null || echo 2)
  memory=$(awk '/^MemAvailable:/ { print int($2 / 900000) }' /proc/meminfo 2>/dev/null)
  if [ "${memory:-$cores}" -lt "$cores" ]; then cores=$memory; fi
  if [ "$cores" -lt 1 ]; then cores=1; fi
  echo "$cores"
}

# configure_preset PRESET: runs CMake where it has not run for this place.
configure_preset() {
  local preset=$1 directory="$root/build/$1"
  if ! command -v cmake >/dev/null || ! command -v ninja >/dev/null; then
    say "cmake and ninja are needed to build Kagura, and one of them is not installed."
    return 1
  fi
  # A tree that was moved or copied has a cache that speaks of the old place.
  if [ ! -f "$directory/build.ninja" ] ||
    ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$directory/CMakeCache.txt" 2>/dev/null; then
    if ! step "Configuring build/$preset" "configure-$preset" cmake --fresh --preset "$preset"; then
      say "Kagura needs CMake 3.25 and Qt 6.4 or later: Debian 12, Ubuntu 24.04 or newer."
      return 1
    fi
  fi
}

# build_preset PRESET [TARGET…]: configures where that is needed, then builds what is not up to date.
build_preset() {
  local preset=$1 directory="$root/build/$1"
  shift
  configure_preset "$preset" || return 1
  case $(ninja -C "$directory" -n "$@" 2>/dev/null) in *'no work to do'*) return 0 ;; esac
  if [ $# -gt 0 ]; then set -- --target "$@"; fi
  step "Building build/$preset" "build-$preset" cmake --build "$directory" --parallel "$(build_jobs)" "$@"
}
