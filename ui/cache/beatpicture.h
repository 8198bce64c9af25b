// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/entrydetail.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class QPainter;

namespace kagura {

//! How a stream came over time: a bar for each tenth of a second or so, the wait for the first piece
//! and the longest gap shaded.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class BeatPicture final : public QWidget
{
    Q_OBJECT

public:
    //! What a stream was like, in figures.
    struct Figures
    {
        std::chrono::milliseconds first{0};
        std::chrono::milliseconds end{0};
        int pieces = 0;
        //! Where the longest pause between two pieces began, where one stands out.
        std::optional<std::chrono::milliseconds> gapAt;
        std::chrono::milliseconds gap{0};

        bool operator==(const Figures &) const = default;
    };
    [[nodiscard]] static Figures figuresOf(const QList<StreamBeat> &beats,
                                           std::chrono::milliseconds duration);

    explicit BeatPicture(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setStream(const QList<StreamBeat> &beats, std::chrono::milliseconds duration);
    [[nodiscard]] const Figures &figures() const { return m_figures; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintScale(QPainter &painter, int baseline) const;
    [[nodiscard]] qreal placeOf(std::chrono::milliseconds at) const;

    Theme m_theme;
    QList<StreamBeat> m_beats;
    Figures m_figures;
};

} // namespace kagura
