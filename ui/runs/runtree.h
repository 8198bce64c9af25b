// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runlook.h"
#include "ui/runs/runoutline.h"
#include "ui/runs/runrowpainter.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

class QHelpEvent;

namespace kagura {

class FrameClock;

//! A run as an outline and a timeline in one: a row a node, painted only where it is seen, so that a
//! run of ten thousand nodes costs no more than one of thirty.
//!
//! News are taken at once and shown at the next beat of the clock. Keys: arrows, Home, End, Page up and
//! down move; left and right close and open; F goes to the next failure, R to the next that runs;
//! Ctrl+C copies the path. Ctrl+wheel zooms the time, Shift+wheel moves it.
//!
//! Thread: the GUI thread. Lifetime: its parent's; the clock outlives it. Errors: none.
class RunTree final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit RunTree(FrameClock &clock, QWidget *parent = nullptr);
    ~RunTree() override;

    void setTheme(const Theme &theme);

    void clear();
    void apply(const QList<ShownNode> &nodes);
    //! How long the run has taken; isTicking: and goes on.
    void setElapsed(std::chrono::milliseconds elapsed, bool isTicking);
    void setFilter(std::optional<RunMark> mark);

    [[nodiscard]] RunOutline &outline() { return m_outline; }
    [[nodiscard]] QString currentPath() const { return m_current; }
    void setCurrentPath(const QString &path); //!< opens what it is in and shows it
    void goToNext(RunMark mark);

    //! \name Rows, also for assistive technology
    //! @{
    [[nodiscard]] int rowCount() const { return int(m_tops.size()); }
    [[nodiscard]] QRect rowRect(int row) const; //!< in the viewport
    [[nodiscard]] QString rowWords(int row) const;
    [[nodiscard]] const RunOutline::Row &row(int row) const;
    [[nodiscard]] int rowAt(int y) const; //!< -1: below the last
    [[nodiscard]] int currentRow() const { return m_currentRow; } //!< -1: it has none
    void press(int row); //!< chooses a node, unfolds a fold
    void toggle(int row);
    //! @}

Q_SIGNALS:
    void currentChanged(const QString &path);
    void pathCopied(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void showNews();
    void arrange(); //!< the rows anew
    void step(int rows);
    void choose(int row);
    void keepInSight(int row);
    void showTip(QHelpEvent *event);
    [[nodiscard]] std::chrono::milliseconds now() const;
    [[nodiscard]] RunRowPainter::Frame frame() const;
    [[nodiscard]] int columnsWidth() const;
    [[nodiscard]] int markedItem(int node) const;

    FrameClock &m_clock;
    RunLook m_look;
    RunOutline m_outline;
    StripCache m_strips;
    // As they were arranged last: the outline may be ahead of what is shown.
    QList<RunOutline::Row> m_rows;
    int m_currentRow = -1;
    std::vector<int> m_tops; // of the rows, below the head
    int m_height = 0;
    QSet<int> m_dirty; // nodes with news
    bool m_isStale = false; // rows, too
    QString m_current;
    int m_hovered = -1;
    std::chrono::milliseconds m_elapsed{0};
    QElapsedTimer m_since;
    bool m_isTicking = false;
    QTimer m_tick;
    qreal m_zoom = 1;
    std::chrono::milliseconds m_first{0};
    int m_extraWidth = 0; // of the columns, as dragged
    bool m_isDragging = false;
};

} // namespace kagura
