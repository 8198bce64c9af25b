#compdef kagura-cli
# zsh completion of kagura-cli. SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The program is asked, so that what is offered is what this version knows.
local program=$words[1]
local -a offered
if (( CURRENT == 2 )); then
  offered=(${(u)${(f)"$($program help 2>/dev/null | sed -n 's/^  *kagura-cli \([a-z-]*\) .*/\1/p')"}} help --help --version)
  compadd -a offered
elif [[ $words[CURRENT] == -* ]]; then
  offered=(${=$($program $words[2] --help 2>/dev/null | sed -n '/^  -/{s/  *[^- ].*//;s/<[^>]*>//g;s/,/ /g;p}')})
  compadd -a offered
else
  if (( CURRENT == 3 )); then
    offered=(${(f)"$($program help 2>/dev/null | sed -n "s/^  *kagura-cli $words[2] \([a-z][a-z-]*\) .*/\1/p")"})
    compadd -a offered
  fi
  _files
fi
