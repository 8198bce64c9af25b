// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the transcript answers mouse and keyboard.

#include "ui/chat/transcriptmodel.h"
#include "ui/chat/transcriptview.h"
#include "ui/widgets/frameclock.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>

#include <algorithm>

namespace kagura {
namespace {

constexpr std::chrono::milliseconds dragStep{30};

} // namespace

void TranscriptView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        if (event->angleDelta().y() != 0)
            Q_EMIT zoomRequested(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    if (selectByKey(*event) || readByKey(*event))
        return;
    switch (event->key()) {
    case Qt::Key_PageUp:
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        return;
    case Qt::Key_PageDown:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    case Qt::Key_Up:
        bar->setValue(bar->value() - 2 * bar->singleStep());
        return;
    case Qt::Key_Down:
        bar->setValue(bar->value() + 2 * bar->singleStep());
        return;
    case Qt::Key_Home:
        bar->setValue(0);
        return;
    case Qt::Key_End:
        scrollToEnd();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_focused && m_focused->row.isValid()) {
            const Pressable pressable = *m_focused;
            trigger(pressable.row.row(), pressable.action);
            return;
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setProperty("focusByKeyboard", false);
    m_pressed = pressableAt(event->pos());
    if (m_pressed)
        return;
    const std::optional<TextPlace> place = placeAt(event->pos());
    if (!place)
        return;
    const bool isThird = m_lastDoubleClick.isValid()
        && m_lastDoubleClick.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval();
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        m_selection.extend(m_flow, *place);
    else
        m_selection.begin(m_flow, *place,
                          isThird ? TranscriptSelection::Unit::Paragraph
                                  : TranscriptSelection::Unit::Character);
    m_isSelecting = true;
    viewport()->update();
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || pressableAt(event->pos()))
        return;
    if (const std::optional<TextPlace> place = placeAt(event->pos())) {
        m_selection.begin(m_flow, *place, TranscriptSelection::Unit::Word);
        m_isSelecting = true;
        m_lastDoubleClick.start();
        viewport()->update();
    }
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isSelecting) {
        m_dragPoint = event->pos();
        const QRect view = viewport()->rect();
        const QPoint inside(event->pos().x(), std::clamp(event->pos().y(), 0, view.bottom()));
        if (const std::optional<TextPlace> place = placeAt(inside))
            m_selection.extend(m_flow, *place);
        viewport()->update();
        if (inside.y() == event->pos().y())
            m_dragTimer.stop();
        else if (!m_dragTimer.isActive())
            m_dragTimer.start(int(dragStep.count()), this);
        return;
    }
    pointAt(rowAt(event->pos()));
    const std::optional<Pressable> over = pressableAt(event->pos());
    const bool isSame = over.has_value() == m_hovered.has_value()
        && (!over || (over->row == m_hovered->row && over->action == m_hovered->action));
    if (isSame && over)
        return;
    m_hovered = over;
    const std::optional<TextPlace> place = over ? std::nullopt : placeAt(event->pos());
    viewport()->setCursor(over        ? Qt::PointingHandCursor
                              : place ? Qt::IBeamCursor
                                      : Qt::ArrowCursor);
    if (!isSame)
        viewport()->update();
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragTimer.stop();
    m_isSelecting = false;
    const std::optional<Pressable> pressed = std::exchange(m_pressed, std::nullopt);
    const std::optional<Pressable> over = pressableAt(event->pos());
    if (pressed && over && pressed->row == over->row && pressed->action.kind == over->action.kind)
        trigger(over->row.row(), over->action);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    const QPoint point =
        event->reason() == QContextMenuEvent::Mouse ? event->pos() : viewport()->rect().center();
    const int row = placeAt(point).value_or(TextPlace{.row = -1}).row;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &TranscriptView::copySelection)
        ->setEnabled(!m_selection.isEmpty());
    const auto addCopy = [this, menu](const QString &words, BlockWriter::Format format) {
        menu->addAction(words, this, [this, format] { copySelectionAs(format); })
            ->setEnabled(!m_selection.isEmpty());
    };
    addCopy(tr("Copy as rich text"), BlockWriter::Format::Html);
    addCopy(tr("Copy as plain text"), BlockWriter::Format::Plain);
    if (row >= 0 && row < m_model.rowCount()) {
        const QPersistentModelIndex index(m_model.index(row));
        menu->addAction(tr("Copy whole message"), this, [this, index] {
            if (index.isValid())
                trigger(index.row(), {.kind = TranscriptAction::Kind::CopyMessage});
        });
        const auto add = [this, menu, index](const QString &words, TranscriptAction::Kind kind) {
            menu->addAction(words, this, [this, index, kind] {
                if (index.isValid())
                    trigger(index.row(), {.kind = kind});
            });
        };
        const TranscriptMessage &message = m_model.message(row);
        const bool canChange = !message.isRecord;
        if (canChange && message.author == TranscriptMessage::Author::User)
            add(tr("Edit"), TranscriptAction::Kind::Edit);
        else if (canChange && !message.isLive() && !message.isAlone)
            add(tr("Regenerate"), TranscriptAction::Kind::Regenerate);
        if (message.canContinue())
            add(tr("Continue"), TranscriptAction::Kind::Continue);
        if (canChange && message.author == TranscriptMessage::Author::Model)
            add(tr("Inspect the call"), TranscriptAction::Kind::Inspect);
    }
    menu->addSeparator();
    menu->addAction(tr("Select all"), this, &TranscriptView::selectAll);
    menu->popup(viewport()->mapToGlobal(point));
}

} // namespace kagura
