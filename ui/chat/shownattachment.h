// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QSize>
#include <QString>

#include <cstdint>

namespace kagura {

//! A file that goes or went along with a message, as composer and transcript show it.
struct ShownAttachment
{
    enum class State : std::uint8_t {
        Ready,
        Reading, //!< see permille
        Failed, //!< see failure
    };

    QString id = {}; //!< in the composer; unique while it is there
    QString name = {};
    QString detail = {}; //!< "1.2 MB", "PDF, 12 pages"; empty: not known
    State state = State::Ready;
    int permille = 0;
    QString failure = {}; //!< why it cannot be sent
    QSize pixels = {}; //!< of pictures; invalid: none
    QImage preview = {}; //!< of pictures; null: none yet, or no picture

    //! Everything about it in words, for those who hear the page.
    [[nodiscard]] QString spoken() const;

    bool operator==(const ShownAttachment &) const = default;
};

} // namespace kagura
