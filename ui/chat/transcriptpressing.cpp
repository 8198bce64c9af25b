// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be pressed in the transcript: where it is, how the keyboard reaches it, and what it does.

#include "ui/chat/displaytext.h"
#include "ui/chat/linkdialog.h"
#include "ui/chat/transcriptmodel.h"
#include "ui/chat/transcriptview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QFocusEvent>
#include <QScrollBar>

#include <algorithm>

namespace kagura {
namespace {

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason;
}

} // namespace

std::optional<TranscriptView::Pressable> TranscriptView::pressableAt(QPoint point) const
{
    for (const Pressable &pressable : pressablesInView()) {
        const QPoint origin = rowRect(pressable.row.row()).topLeft();
        const int slack = m_flow.style().gap / 2;
        if (pressable.action.rect.translated(origin).adjusted(-slack, 0, slack, 0).contains(point))
            return pressable;
        for (const QRect &line : pressable.action.more) {
            if (line.translated(origin).contains(point))
                return pressable;
        }
    }
    return std::nullopt;
}

QList<TranscriptView::Pressable> TranscriptView::pressablesInView() const
{
    QList<Pressable> found;
    const QRect view = viewport()->rect();
    for (int row = std::max(0, m_flow.rowAt(verticalScrollBar()->value()));
         row < m_model.rowCount(); ++row) {
        const QRect rect = rowRect(row);
        if (rect.top() > view.bottom())
            break;
        const MessageLayout *layout = m_flow.layout(row);
        if (!layout)
            continue;
        QList<TranscriptAction> actions = layout->actions();
        std::stable_sort(actions.begin(), actions.end(), [](const auto &left, const auto &right) {
            return left.rect.top() < right.rect.top();
        });
        for (const TranscriptAction &action : std::as_const(actions)) {
            if (action.rect.translated(rect.topLeft()).intersects(view))
                found.append({QPersistentModelIndex(m_model.index(row)), action});
        }
    }
    return found;
}

void TranscriptView::trigger(int row, const TranscriptAction &action)
{
    const QString id = m_model.message(row).id;
    const MessageLayout *layout = m_flow.layout(row);
    switch (action.kind) {
    case TranscriptAction::Kind::ToggleReasoning: {
        const auto anchor = TranscriptFlow::Anchor{row, -1, rowRect(row).top() - lead()};
        m_selection.clear();
        m_isFollowing = false;
        m_flow.toggleReasoning(row);
        settle(&anchor);
        return;
    }
    case TranscriptAction::Kind::ToggleTool: {
        const auto anchor = TranscriptFlow::Anchor{row, -1, rowRect(row).top() - lead()};
        m_isFollowing = false;
        m_flow.toggleTool(row, action.block);
        settle(&anchor);
        return;
    }
    case TranscriptAction::Kind::CopyTool:
        QApplication::clipboard()->setText(
            copyText(m_model.message(row).tools.value(action.block)));
        Q_EMIT copied();
        return;
    case TranscriptAction::Kind::CopyMessage:
        QApplication::clipboard()->setText(DisplayText::of(m_model.message(row).text));
        Q_EMIT copied();
        return;
    case TranscriptAction::Kind::CopyCode:
        if (layout) {
            QApplication::clipboard()->setText(layout->codeAt(action.block));
            Q_EMIT copied();
        }
        return;
    case TranscriptAction::Kind::SaveCode:
        if (layout)
            Q_EMIT saveRequested(layout->codeAt(action.block), layout->codeNameAt(action.block));
        return;
    case TranscriptAction::Kind::OpenLink:
        openLink(action.target, m_flow.style(), this);
        return;
    case TranscriptAction::Kind::Regenerate:
        Q_EMIT regenerateRequested(id);
        return;
    case TranscriptAction::Kind::OpenEntry:
        Q_EMIT entryRequested(m_model.message(row).cacheKey);
        return;
    case TranscriptAction::Kind::Continue:
        Q_EMIT continueRequested(id);
        return;
    case TranscriptAction::Kind::Inspect:
        Q_EMIT inspectRequested(id);
        return;
    case TranscriptAction::Kind::Edit:
        Q_EMIT editRequested(id);
        return;
    case TranscriptAction::Kind::PreviousVersion:
        Q_EMIT versionRequested(id, -1);
        return;
    case TranscriptAction::Kind::NextVersion:
        Q_EMIT versionRequested(id, 1);
        return;
    case TranscriptAction::Kind::TakeStep:
        Q_EMIT stepRequested(id, action.step);
        return;
    }
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    setProperty("focusByKeyboard", isByKeyboard(event->reason()));
    m_focused.reset();
    if (event->reason() == Qt::BacktabFocusReason) {
        const QList<Pressable> pressables = pressablesInView();
        if (!pressables.isEmpty())
            m_focused = pressables.last();
    }
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

bool TranscriptView::focusNextPrevChild(bool next)
{
    const QList<Pressable> pressables = pressablesInView();
    qsizetype at = next ? -1 : pressables.size();
    for (qsizetype i = 0; m_focused && i < pressables.size(); ++i) {
        if (pressables.at(i).row == m_focused->row
            && pressables.at(i).action.kind == m_focused->action.kind
            && pressables.at(i).action.block == m_focused->action.block
            && pressables.at(i).action.offset == m_focused->action.offset)
            at = i;
    }
    if (!next && !m_focused)
        at = 0;
    at += next ? 1 : -1;
    viewport()->update();
    if (at < 0 && m_focused) {
        m_focused.reset();
        return true;
    }
    if (at < 0 || at >= pressables.size())
        return QAbstractScrollArea::focusNextPrevChild(next);
    m_focused = pressables.at(at);
    tellFocus();
    return true;
}

bool TranscriptView::isFocusOn(int row, const TranscriptAction &action) const
{
    return hasFocus() && m_focused && m_focused->row.row() == row && m_focused->action == action;
}

// What is drawn has no focus that Qt could tell of.
void TranscriptView::tellFocus()
{
    QAccessibleInterface *own =
        QAccessible::isActive() ? QAccessible::queryAccessibleInterface(this) : nullptr;
    const int row = m_focused->row.row();
    const MessageLayout *layout = m_flow.layout(row);
    QAccessibleInterface *message = own && layout ? own->child(row) : nullptr;
    const qsizetype place = layout ? layout->actions().indexOf(m_focused->action) : -1;
    QAccessibleInterface *button = message ? message->child(int(place)) : nullptr;
    if (!button)
        return;
    QAccessibleEvent event(button, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

} // namespace kagura
