// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/runstate.h"
#include "core/runs/runtable.h"

#include <QByteArray>

namespace kagura {

//! \name What the commands about runs print, for people and for programs
//! Texts from outside are printed without what would steer a terminal.
//! @{
namespace runwriter {

enum class Style : std::uint8_t { Text, Json };

//! An event in a line for a person; empty: it is of no interest to one.
[[nodiscard]] QString eventLine(const RunEvent &event, const QString &run);

[[nodiscard]] QByteArray summaryLine(const RunSummary &summary, Style style);

//! The run as a whole: figures, its nodes, and what waits for a person.
[[nodiscard]] QByteArray stateLines(const RunState &state, Style style);

//! "$0.0312"; a price that is not known is "unknown".
[[nodiscard]] QString costText(std::optional<qint64> microUsd);

//! A value that a run ended with: text as it is, anything else as JSON.
[[nodiscard]] QByteArray output(const Json &value);

} // namespace runwriter
//! @}

//! What a program that ran or watched it returns.
[[nodiscard]] int exitCodeFor(const RunState &state);

} // namespace kagura
