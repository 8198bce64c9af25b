#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Usage: manpages.sh KAGURA-CLI FOLDER: writes kagura.1.gz and kagura-cli.1.gz. What stands in them about
# commands and options is what the program itself says, so that no page can lag behind it.
set -eu -o pipefail
[ $# -eq 2 ] || { echo "usage: $0 KAGURA-CLI FOLDER" >&2; exit 2; }
cli=$1
folder=$2
mkdir -p "$folder"
version=$("$cli" --version)
version=${version##* }

# Text as roff: no line is a request, no backslash an escape, no dash a hyphen.
roff() { sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\([.']\)/\\\\\&\1/"; }

literal() { printf '.nf\n' && roff && printf '.fi\n'; }

head_of() {
  # The same source gives the same bytes, whatever the day.
  printf '.TH %s 1 "" "Kagura %s" "Kagura"\n.SH NAME\n%s\n' "$1" "$version" "$2"
}

common_end() {
  cat <<'TEXT'
.SH FILES
.TP
.I ~/.local/share/kagura
Conversations, kept answers and backups; KAGURA_DATA_DIR names another folder.
.TP
.I ~/.config/kagura/settings.json
Settings; KAGURA_CONFIG_DIR names another folder.
.PP
Keys are in the keychain of the desktop and in no file.
.SH ENVIRONMENT
.TP
.BR KAGURA_DATA_DIR ", " KAGURA_CONFIG_DIR
Folders to use instead of the usual ones.
.TP
.BR OPENAI_API_KEY ", " ANTHROPIC_API_KEY " and others"
Keys of providers.
.TP
.B QT_LOGGING_RULES
Which messages are logged, for example kagura.net.debug=true.
TEXT
}

cli_page() {
  local usage command
  usage=$("$cli" help)
  head_of KAGURA-CLI 'kagura\-cli \- language models and agents in the terminal'
  printf '.SH SYNOPSIS\n.B kagura\\-cli\n.I COMMAND\n[\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]\n.SH DESCRIPTION\n'
  literal <<<"$usage"
  printf '.SH COMMANDS\n'
  sed -n 's/^  *kagura-cli \([a-z-]*\) .*/\1/p' <<<"$usage" | sort -u | while read -r command; do
    printf '.SS %s\n' "$(roff <<<"$command")"
    "$cli" "$command" --help | literal
  done
  cat <<'TEXT'
.SH EXIT STATUS
0 done, 1 failed, 2 wrong use or an invalid file, 4 waits for a person, 5 over budget, 130 cancelled.
TEXT
  common_end
  printf '.SH SEE ALSO\n.BR kagura (1)\n'
}

desktop_page() {
  head_of KAGURA 'kagura \- desktop client for language models and agents'
  cat <<'TEXT'
.SH SYNOPSIS
.B kagura
.SH DESCRIPTION
Opens the window. A second start on the same data folder raises the first one's window and ends.
.PP
Ctrl+K opens the palette of all commands. A Guide that is built in answers questions about Kagura without a
key and without a network.
TEXT
  common_end
  printf '.SH SEE ALSO\n.BR kagura\\-cli (1)\n'
}

cli_page | gzip -9n >"$folder/kagura-cli.1.gz"
desktop_page | gzip -9n >"$folder/kagura.1.gz"
