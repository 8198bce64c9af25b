#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# UNBUILT: a recipe for an AppImage that nobody has run yet. It needs linuxdeploy and its Qt plugin in the
# PATH, which no distribution packages, and the oldest system that the image is to run on.
set -eu -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
directory=build/run
folder=$directory/appimage
cmake --preset run
cmake --build "$directory" --target kagura kagura-cli
rm -rf "$folder"
DESTDIR="$PWD/$folder" cmake --install "$directory" --prefix /usr --component program
EXTRA_QT_PLUGINS='svg;sqldrivers' linuxdeploy --appdir "$folder" --plugin qt --output appimage \
  --desktop-file "$folder/usr/share/applications/org.kagura.Kagura.desktop"
