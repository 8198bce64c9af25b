#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Brings translations/kagura_*.ts up to date with the texts of the program; new ones are unfinished until
# somebody translates them, and texts that are gone are taken out. With a folder, copies of the files are
# brought up to date there instead.
set -eu -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=${1:-translations}
[ "$folder" = translations ] || cp translations/kagura_*.ts "$folder"
/usr/lib/qt6/bin/lupdate -silent -I . -no-obsolete -locations none \
  app/desktop ui core/markdown -ts "$folder"/kagura_*.ts
