# bash completion of kagura-cli. SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# The program is asked, so that what is offered is what this version knows.
_kagura_cli() {
  local current=${COMP_WORDS[COMP_CWORD]} program=${COMP_WORDS[0]} words
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="$("$program" help 2>/dev/null | sed -n 's/^  *kagura-cli \([a-z-]*\) .*/\1/p' | sort -u) help --help --version"
  elif [[ $current == -* ]]; then
    words=$("$program" "${COMP_WORDS[1]}" --help 2>/dev/null |
      sed -n '/^  -/{s/  *[^- ].*//;s/<[^>]*>//g;s/,/ /g;p}')
  elif [ "$COMP_CWORD" -eq 2 ]; then
    words=$("$program" help 2>/dev/null |
      sed -n "s/^  *kagura-cli ${COMP_WORDS[1]} \\([a-z][a-z-]*\\) .*/\\1/p" | sort -u)
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o default -F _kagura_cli kagura-cli
