// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/transcriptview.h"

#include "core/base/clock.h"
#include "ui/chat/displaytext.h"
#include "ui/chat/frameclock.h"
#include "ui/chat/linkdialog.h"
#include "ui/chat/messagepainter.h"
#include "ui/chat/transcriptaccessible.h"
#include "ui/chat/transcriptmodel.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

namespace kagura {
namespace {

constexpr std::chrono::milliseconds elapsedStep{250};

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason;
}

} // namespace

TranscriptView::TranscriptView(TranscriptModel &model,
                               FrameClock &frames,
                               const Clock &clock,
                               BlockSourceFactory newSource,
                               QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_frames(frames)
    , m_clock(clock)
    , m_flow(model, std::move(newSource))
{
    installTranscriptAccessibility();
    setObjectName(QStringLiteral("transcript"));
    setAccessibleName(tr("Conversation"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_pill = new QPushButton(tr("Latest"), this);
    m_pill->setObjectName(QStringLiteral("jumpToLatest"));
    m_pill->setAccessibleName(tr("Jump to the latest message"));
    m_pill->setFocusPolicy(Qt::TabFocus);
    m_pill->hide();
    connect(m_pill, &QPushButton::clicked, this, &TranscriptView::scrollToEnd);
    connect(&m_frames, &FrameClock::frame, this, &TranscriptView::applyChanges);
    connectModel();
    m_flow.reset();
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::connectModel()
{
    using Model = QAbstractItemModel;
    const auto capture = [this] {
        m_pending = m_flow.anchorAt(verticalScrollBar()->value(), viewport()->height());
    };
    connect(&m_model, &Model::rowsAboutToBeInserted, this, capture);
    connect(&m_model, &Model::rowsAboutToBeRemoved, this, capture);
    connect(&m_model, &Model::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        m_flow.insertRows(first, last - first + 1);
        m_selection.shift(first, last - first + 1);
        if (m_pending && m_pending->row >= first)
            m_pending->row += last - first + 1;
        settle(m_pending ? &*m_pending : nullptr);
        m_pending.reset();
        watchElapsed();
    });
    connect(&m_model, &Model::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_flow.removeRows(first, last - first + 1);
        m_selection.shift(first, first - last - 1);
        m_changedRows.clear();
        m_pending.reset();
        settle();
    });
    connect(&m_model, &Model::modelReset, this, [this] {
        m_flow.reset();
        m_selection.clear();
        m_changedRows.clear();
        m_hovered.reset();
        m_focused.reset();
        m_pressed.reset();
        m_isFollowing = true;
        settle();
        watchElapsed();
    });
    connect(&m_model, &Model::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                for (int row = from.row(); row <= to.row(); ++row)
                    m_changedRows.insert(row);
                schedule();
            });
}

void TranscriptView::setChatStyle(const ChatStyle &style)
{
    const auto anchor = m_flow.anchorAt(verticalScrollBar()->value(), viewport()->height());
    m_flow.setStyle(style);
    verticalScrollBar()->setSingleStep(int(style.textLine));
    resizeEvent(nullptr);
    settle(&anchor);
}

void TranscriptView::schedule()
{
    m_isLayoutStale = true;
    m_frames.wake();
}

void TranscriptView::applyChanges()
{
    if (!m_isLayoutStale || !isVisible())
        return;
    const auto anchor = m_flow.anchorAt(verticalScrollBar()->value(), viewport()->height());
    for (const int row : std::exchange(m_changedRows, {})) {
        if (row >= m_model.rowCount())
            continue;
        const MessageLayout *before = m_flow.layout(row);
        const bool wasLive = before && before->facts().isLive();
        m_flow.changeRow(row);
        if (wasLive && !m_model.message(row).isLive())
            announce(row);
    }
    settle(&anchor);
    watchElapsed();
}

void TranscriptView::settle(const TranscriptFlow::Anchor *anchor)
{
    m_isLayoutStale = !m_changedRows.isEmpty();
    if (m_flow.width() <= 0)
        return;
    const bool wasSettling = std::exchange(m_isSettling, true);
    QScrollBar *bar = verticalScrollBar();
    const int height = viewport()->height();
    const qint64 value = m_flow.settle(bar->value(), height, m_isFollowing, anchor);
    bar->setPageStep(height);
    bar->setRange(0, int(std::clamp<qint64>(m_flow.total() - height, 0, INT_MAX)));
    bar->setValue(int(value));
    m_isSettling = wasSettling;
    m_pill->setVisible(!m_isFollowing && bar->maximum() - bar->value() > height / 4);
    viewport()->update();
}

void TranscriptView::scrollToEnd()
{
    m_isFollowing = true;
    settle();
    if (m_pill->hasFocus() || !m_pill->isVisible())
        return;
    m_pill->hide();
}

void TranscriptView::watchElapsed()
{
    if (m_model.liveRow() >= 0)
        m_elapsedTimer.start(int(elapsedStep.count()), this);
    else
        m_elapsedTimer.stop();
}

void TranscriptView::announce(int row)
{
    QAccessibleInterface *own = QAccessible::queryAccessibleInterface(this);
    QAccessibleInterface *child = own ? own->child(row) : nullptr;
    if (!child)
        return;
    QAccessibleEvent event(child, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    Q_EMIT announced(m_model.message(row).id);
}

int TranscriptView::lead() const
{
    return int(std::max<qint64>(0, viewport()->height() - m_flow.total()));
}

int TranscriptView::columnLeft() const
{
    // Centred in the whole view and not beside the scroll bar, so that it stands above the composer.
    return std::min((width() - m_flow.width()) / 2, viewport()->width() - m_flow.width());
}

QRect TranscriptView::rowRect(int row) const
{
    const qint64 top = m_flow.top(row) - verticalScrollBar()->value() + lead();
    return {columnLeft(), int(top), m_flow.width(), m_flow.rowHeight(row)};
}

void TranscriptView::showRow(int row)
{
    const QRect rect = rowRect(row);
    QScrollBar *bar = verticalScrollBar();
    if (rect.top() < 0 || rect.height() > viewport()->height())
        bar->setValue(bar->value() + rect.top());
    else if (rect.bottom() > viewport()->height())
        bar->setValue(bar->value() + rect.bottom() - viewport()->height());
}

std::chrono::milliseconds TranscriptView::elapsedOf(const TranscriptMessage &facts) const
{
    if (!facts.sentAt)
        return std::chrono::milliseconds(0);
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic()
                                                                 - *facts.sentAt);
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_flow.style().ground);
    const int first = m_flow.rowAt(verticalScrollBar()->value() + event->rect().top() - lead());
    for (int row = std::max(0, first); row < m_model.rowCount(); ++row) {
        const QRect rect = rowRect(row);
        if (rect.top() > event->rect().bottom())
            break;
        const MessageLayout *layout = m_flow.layout(row);
        if (!layout)
            continue;
        MessagePainter message(painter, m_flow.style());
        if (m_hovered && m_hovered->row.row() == row)
            message.setHovered(m_hovered->action);
        if (m_focused && m_focused->row.row() == row && hasFocus())
            message.setFocused(m_focused->action);
        message.setPointedAt(row == m_pointedRow);
        message.paint(*layout, rect.topLeft(), event->rect(),
                      {row, m_selection.from(), m_selection.to()}, elapsedOf(layout->facts()));
    }
    if (hasFocus() && !m_focused && property("focusByKeyboard").toBool()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_flow.style().accent, m_flow.style().focusWidth));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    Q_UNUSED(event)
    const ChatStyle &style = m_flow.style();
    const auto anchor = m_flow.anchorAt(verticalScrollBar()->value(), viewport()->height());
    m_flow.setWidth(std::max(1, std::min(style.column, viewport()->width() - 2 * style.margin)));
    settle(&anchor);
    placePill();
}

void TranscriptView::placePill()
{
    m_pill->adjustSize();
    m_pill->move((viewport()->width() - m_pill->width()) / 2,
                 viewport()->height() - m_pill->height() - m_flow.style().messagePad);
}

void TranscriptView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    Q_UNUSED(dy)
    if (m_isSettling)
        return;
    // The reader moved: whoever reaches the end follows again, whoever leaves it is left alone.
    const QScrollBar *bar = verticalScrollBar();
    m_isFollowing = bar->value() >= bar->maximum();
    settle();
}

bool TranscriptView::event(QEvent *event)
{
    if (event->type() == QEvent::Show) {
        m_isLayoutStale = true;
        m_frames.wake();
    }
    return QAbstractScrollArea::event(event);
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        pointAt(-1);
    if (event->type() == QEvent::Leave && m_hovered) {
        m_hovered.reset();
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TranscriptView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_elapsedTimer.timerId()) {
        const int row = m_model.liveRow();
        const MessageLayout *layout = m_flow.layout(row);
        if (row < 0)
            m_elapsedTimer.stop();
        else if (layout)
            viewport()->update(layout->footer().translated(rowRect(row).topLeft()));
    } else if (event->timerId() == m_dragTimer.timerId()) {
        const int height = viewport()->height();
        const int beyond =
            m_dragPoint.y() < 0 ? m_dragPoint.y() : std::max(0, m_dragPoint.y() - height);
        verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond);
        if (const auto place =
                placeAt({m_dragPoint.x(), std::clamp(m_dragPoint.y(), 0, height - 1)}))
            m_selection.extend(m_flow, *place);
        viewport()->update();
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

std::optional<TextPlace> TranscriptView::placeAt(QPoint point) const
{
    const int row = m_flow.rowAt(verticalScrollBar()->value() + point.y() - lead());
    const MessageLayout *layout = m_flow.layout(row);
    if (!layout)
        return std::nullopt;
    const QPoint local = point - rowRect(row).topLeft();
    const MessageLayout::Item *item = layout->itemAt(local.y());
    if (!item)
        return TextPlace{.row = row};
    return TextPlace{row, item->section, item->index, item->positionAt(local)};
}

int TranscriptView::rowAt(QPoint point) const
{
    const int row = m_flow.rowAt(verticalScrollBar()->value() + point.y() - lead());
    return row >= 0 && row < m_model.rowCount() && rowRect(row).top() <= point.y()
            && rowRect(row).bottom() >= point.y()
        ? row
        : -1;
}

void TranscriptView::pointAt(int row)
{
    if (row == m_pointedRow)
        return;
    m_pointedRow = row;
    viewport()->update();
}

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
    case TranscriptAction::Kind::Continue:
        Q_EMIT continueRequested(id);
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

QString TranscriptView::selectedText() const
{
    return m_selection.isEmpty() ? QString() : m_selection.text(m_flow, m_model.rowCount());
}

void TranscriptView::selectAll()
{
    if (m_model.rowCount() == 0)
        return;
    m_selection.selectRows(0, m_model.rowCount() - 1);
    viewport()->update();
}

void TranscriptView::copySelection()
{
    if (m_selection.isEmpty())
        return;
    copySelectionAs(BlockWriter::Format::Markdown);
}

void TranscriptView::copySelectionAs(BlockWriter::Format format)
{
    if (m_selection.isEmpty())
        return;
    const auto textAs = [this](BlockWriter::Format as) {
        return m_selection.text(m_flow, m_model.rowCount(), as);
    };
    auto *content = new QMimeData; // the clipboard owns it
    if (format == BlockWriter::Format::Html) {
        content->setHtml(textAs(format));
        content->setText(textAs(BlockWriter::Format::Plain));
    } else {
        const QString text = textAs(format);
        content->setText(text);
        if (format == BlockWriter::Format::Markdown)
            content->setData(QStringLiteral("text/markdown"), text.toUtf8());
    }
    QApplication::clipboard()->setMimeData(content);
    Q_EMIT copied();
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
    return true;
}

} // namespace kagura
