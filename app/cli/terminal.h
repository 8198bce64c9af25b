// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

namespace kagura::terminal {

//! Data, to standard output, at once. False when nobody reads any more.
bool writeOut(const QByteArray &bytes);

//! Diagnostics, to standard error, as one line that begins with the program's name.
void writeError(const QString &line);

//! Why a command failed: a JSON line to standard output, or words to standard error.
void writeFailure(const Error &error, bool asJson);

//! True when a person sits before standard output.
[[nodiscard]] bool isInteractive();

//! Model text with the characters taken out that could steer a terminal: C0 controls but newline and
//! tab, DEL, C1 controls. Only for a terminal; a pipe gets the text as it is.
[[nodiscard]] QString withoutControls(const QString &text);

//! One line from standard input, without echo where it is a terminal; empty at its end.
[[nodiscard]] QByteArray readSecretLine(const QString &prompt);

//! All of standard input, up to the limit.
[[nodiscard]] QByteArray readAll(qint64 limitBytes);

} // namespace kagura::terminal
