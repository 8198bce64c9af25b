// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QObject>

#include <cstdint>

namespace kagura {

class KaguraStyle;

//! Which Theme holds now, and the one who dresses the application in it: style, palette and font.
//! One is made in main() before the first window and handed on by reference.
//!
//! Thread: the GUI thread. Lifetime: as long as the windows. Errors: none.
class ThemeController final : public QObject
{
    Q_OBJECT

public:
    enum class Choice : std::uint8_t { System, Light, Dark };

    explicit ThemeController(QObject *parent = nullptr);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] int zoomPercent() const { return m_zoomPercent; }

    void setChoice(Choice choice);
    void setZoomPercent(int percent); //!< 50 to 300

Q_SIGNALS:
    void changed(const kagura::Theme &theme);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    KaguraStyle *m_style; // QApplication's
    Choice m_choice = Choice::System;
    int m_zoomPercent = 100;
    qreal m_fontScale = 1.0; //!< the user's own font size against the usual
    bool m_isSystemDark = false;
    bool m_isApplying = false;
    Theme m_theme;
};

} // namespace kagura
