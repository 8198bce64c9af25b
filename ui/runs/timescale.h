// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <chrono>

namespace kagura {

//! Where the moments of a run are on its timeline.
//!
//! Thread: any; a value. Lifetime: a value. Errors: none; what is outside is left or right of it.
class TimeScale
{
public:
    struct Tick
    {
        std::chrono::milliseconds at;
        QString label;

        bool operator==(const Tick &) const = default;
    };

    TimeScale() = default;
    //! length of time from first on, over width pixels that begin at left.
    TimeScale(std::chrono::milliseconds first,
              std::chrono::milliseconds length,
              qreal left,
              qreal width);

    [[nodiscard]] qreal x(std::chrono::milliseconds moment) const;
    [[nodiscard]] std::chrono::milliseconds at(qreal x) const;
    //! Round moments, at least gap pixels apart.
    [[nodiscard]] QList<Tick> ticks(qreal gap) const;

    //! What a run that has taken now so far is shown over: longer, and for a while the same, so that
    //! nothing moves with each moment that passes.
    [[nodiscard]] static std::chrono::milliseconds lengthFor(std::chrono::milliseconds now);

private:
    std::chrono::milliseconds m_first{0};
    std::chrono::milliseconds m_length{1000};
    qreal m_left = 0;
    qreal m_width = 1;
};

} // namespace kagura
