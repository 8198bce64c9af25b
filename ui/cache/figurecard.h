// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/statisticsview.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace kagura {

class Label;
class Sparkline;
class StatisticsCard;

//! One figure, how it changed, and how it went.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class FigureCard final : public QWidget
{
    Q_OBJECT

public:
    explicit FigureCard(const QString &title, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setFigure(const StatisticsView::Figure &figure);

private:
    QString m_titleText;
    StatisticsCard *m_card = nullptr;
    Label *m_value = nullptr;
    Sparkline *m_trend = nullptr;
};

} // namespace kagura
