// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What keys, mouse and wheel do in a RunTree.

#include "ui/runs/runtree.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace kagura {

namespace {

using std::chrono::milliseconds;

constexpr qreal MostZoom = 200;
constexpr qreal ZoomStep = 1.25;
constexpr qreal Grip = 4; // of the splitter, to each side

} // namespace

void RunTree::step(int rows)
{
    if (rowCount() == 0)
        return;
    const int direction = rows < 0 ? -1 : 1;
    int row = currentRow();
    row =
        row < 0 ? (direction > 0 ? 0 : rowCount() - 1) : std::clamp(row + rows, 0, rowCount() - 1);
    while (row >= 0 && row < rowCount() && this->row(row).kind != RunOutline::Row::Kind::Node)
        row += direction;
    if (row >= 0 && row < rowCount())
        choose(row);
}

void RunTree::keyPressEvent(QKeyEvent *event)
{
    const int page = std::max(1, verticalScrollBar()->pageStep() / m_look.rowHeight - 1);
    const int current = currentRow();
    const auto isOpen = [&] { return m_outline.isOpen(row(current).node); };
    const auto parent = [&] { return m_outline.at(row(current).node).parent; };
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(m_current);
        Q_EMIT pathCopied(m_current);
        return;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        return step(-1);
    case Qt::Key_Down:
        return step(1);
    case Qt::Key_PageUp:
        return step(-page);
    case Qt::Key_PageDown:
        return step(page);
    case Qt::Key_Home:
        return step(-rowCount());
    case Qt::Key_End:
        return step(rowCount());
    case Qt::Key_Left:
        if (current >= 0 && isOpen() && !m_outline.at(row(current).node).children.empty())
            toggle(current);
        else if (current >= 0 && parent() >= 0)
            setCurrentPath(m_outline.at(parent()).node.path);
        return;
    case Qt::Key_Right:
        if (current >= 0 && !isOpen())
            toggle(current);
        else
            step(1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (current >= 0)
            toggle(current);
        return;
    case Qt::Key_F:
        return goToNext(RunMark::Failed);
    case Qt::Key_R:
        return goToNext(RunMark::Running);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void RunTree::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton)
        return;
    if (qAbs(point.x() - columnsWidth()) <= m_look.theme.px(Grip)) {
        m_isDragging = true;
        return;
    }
    const int row = rowAt(point.y());
    if (row < 0)
        return;
    const RunOutline::Row line = this->row(row);
    const RunRowPainter::Frame frame = this->frame();
    const RunRowPainter rows(m_look, m_outline, m_strips, frame);
    if (line.kind == RunOutline::Row::Kind::Strip) {
        const int item = rows.itemAt(line, rowRect(row), point);
        for (const int child : m_outline.at(line.node).children)
            if (item >= 0 && m_outline.at(child).node.item == item)
                return setCurrentPath(m_outline.at(child).node.path);
        return;
    }
    if (rows.chevronRect(line, rowRect(row)).contains(point))
        toggle(row);
    else
        press(row);
}

void RunTree::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_isDragging) {
        m_extraWidth += point.x() - columnsWidth();
        viewport()->update();
        return;
    }
    const bool isGrip = qAbs(point.x() - columnsWidth()) <= m_look.theme.px(Grip);
    viewport()->setCursor(isGrip ? Qt::SplitHCursor : Qt::ArrowCursor);
    const int row = rowAt(point.y());
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->update();
}

void RunTree::mouseReleaseEvent(QMouseEvent *)
{
    m_isDragging = false;
}

void RunTree::wheelEvent(QWheelEvent *event)
{
    const qreal turns = event->angleDelta().y() / 120.0;
    const RunRowPainter::Frame frame = this->frame();
    if (event->modifiers() & Qt::ControlModifier) {
        // What is under the pointer stays there.
        const milliseconds under = frame.scale.at(event->position().x());
        const qreal zoom = std::clamp(m_zoom * std::pow(ZoomStep, turns), 1.0, MostZoom);
        m_first = under - milliseconds(qint64(double((under - m_first).count()) * m_zoom / zoom));
        m_zoom = zoom;
    } else if (event->modifiers() & Qt::ShiftModifier) {
        const int step = m_look.theme.px(Space::Huge);
        const milliseconds one = frame.scale.at(step) - frame.scale.at(0);
        m_first -= milliseconds(qint64(turns * double(one.count())));
    } else {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (m_zoom <= 1)
        m_first = milliseconds(0);
    m_first = std::clamp(m_first, milliseconds(0), frame.now);
    event->accept();
    viewport()->update();
}

void RunTree::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current.isEmpty() && event->reason() != Qt::MouseFocusReason)
        step(1);
    viewport()->update();
}

void RunTree::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool RunTree::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        showTip(static_cast<QHelpEvent *>(event));
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered >= 0) {
        m_hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace kagura
