// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runvalues.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace kagura {

//! The figures of the run that is shown, in a row: time, nodes, tokens, money. One painted widget; what
//! it says is its accessible description as well.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class RunFigures final : public QWidget
{
    Q_OBJECT

public:
    explicit RunFigures(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setFigures(const ShownRun &run, const ShownRunFigures &figures);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part
    {
        qreal share;
        ColorToken token;
    };
    struct Cell
    {
        QString label;
        QString strong;
        QString quiet = {};
        ColorToken ink = ColorToken::Text;
        QList<Part> meter = {};
        bool hasMeter = false;
    };

    [[nodiscard]] QList<Cell> cells() const;
    [[nodiscard]] std::chrono::milliseconds elapsed() const;

    Theme m_theme;
    ShownRun m_run;
    ShownRunFigures m_figures;
    QElapsedTimer m_since;
    QTimer m_tick;
};

} // namespace kagura
