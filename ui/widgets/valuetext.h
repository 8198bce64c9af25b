// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace kagura {

//! \name Values as people read them; an unknown one is an em dash.
//! @{
[[nodiscard]] QString durationText(
    std::chrono::milliseconds duration); //!< "12 ms", "1.2 s", "3 min 5 s"
[[nodiscard]] QString costText(std::optional<qint64> microUsd); //!< "$0.031"
[[nodiscard]] QString tokensText(qint64 tokens); //!< "612 tokens"
[[nodiscard]] QString countText(qint64 count); //!< "48,231"
[[nodiscard]] QString shortCountText(qint64 count); //!< "62", "1.1k", "24k", "1.6M"
[[nodiscard]] QString sizeText(qint64 bytes); //!< "262 KB", "1.2 MB"

[[nodiscard]] QString ageText(std::chrono::seconds age); //!< "2 h", in the largest unit
//! When something happened as the time column of a list says it: "now", "14:02", "Wed", "3 Oct".
[[nodiscard]] QString timeColumnText(const QDateTime &time, const QDateTime &now);
//! @}

} // namespace kagura
