// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/transcriptview.h"

#include "core/base/clock.h"
#include "ui/chat/displaytext.h"
#include "ui/chat/linkdialog.h"
#include "ui/chat/messagepainter.h"
#include "ui/chat/transcriptaccessible.h"
#include "ui/chat/transcriptmodel.h"
#include "ui/widgets/frameclock.h"

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
    m_finder = new TranscriptFinder(m_model, m_flow.newSource(), this);
    connect(m_finder, &TranscriptFinder::changed, viewport(), qOverload<>(&QWidget::update));
    connect(m_finder, &TranscriptFinder::currentMoved, this, &TranscriptView::showHit);
}

TranscriptView::~TranscriptView()
{
    m_frames.forget(*this);
}

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
        const QSet<int> changed = std::exchange(m_changedRows, {});
        for (const int row : changed)
            m_changedRows.insert(row >= first ? row + last - first + 1 : row);
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
        m_toldBlocks.clear();
        m_selection.clear();
        m_changedRows.clear();
        m_hovered.reset();
        m_focused.reset();
        m_pressed.reset();
        m_reading.reset();
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
    if (isVisible())
        m_frames.request(*this);
    else
        m_frames.wake();
}

void TranscriptView::applyChanges()
{
    if (!m_isLayoutStale || !isVisible() || !m_frames.takeTurn(*this))
        return;
    const auto anchor = m_flow.anchorAt(verticalScrollBar()->value(), viewport()->height());
    for (const int row : std::exchange(m_changedRows, {})) {
        if (row >= m_model.rowCount())
            continue;
        const MessageLayout *before = m_flow.layout(row);
        const bool wasLive = before && before->facts().isLive();
        m_flow.changeRow(row);
        announceBlocks(row);
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

// Each block once, when it is whole: half a sentence that is read out again with each word helps nobody.
void TranscriptView::announceBlocks(int row)
{
    const TranscriptMessage &message = m_model.message(row);
    const MessageLayout *layout = m_flow.layout(row);
    if (!layout || (!message.isLive() && !m_toldBlocks.contains(message.id)))
        return;
    const qsizetype first = m_toldBlocks.value(message.id);
    const qsizetype finished = layout->finishedBlocks();
    if (message.isLive())
        m_toldBlocks.insert(message.id, finished);
    else
        m_toldBlocks.remove(message.id);
    for (qsizetype block = first; block < finished; ++block) {
        const QString text = layout->blockText(block);
        if (text.isEmpty())
            continue;
        QAccessibleInterface *own = QAccessible::queryAccessibleInterface(this);
        if (QAccessibleInterface *child = own ? own->child(row) : nullptr) {
            const TextPlace begin{row, TextPlace::Section::Reasoning, 0, 0};
            const TextPlace place{row, TextPlace::Section::Text, int(block), 0};
            const QString before =
                QAccessible::isActive() ? m_flow.displayedText(row, begin, place) : QString();
            QAccessibleTextInsertEvent event(child, int(before.size()), text);
            QAccessible::updateAccessibility(&event);
        }
        Q_EMIT blockAnnounced(message.id, text);
    }
}

int TranscriptView::lead() const
{
    return m_startsAtTop ? 0 : int(std::max<qint64>(0, viewport()->height() - m_flow.total()));
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
        const bool isMarked = !m_marked.isEmpty() && layout->facts().id == m_marked;
        message.setReading(isMarked ? QRect(QPoint(), rect.size()) : readingIn(row));
        const std::optional<TranscriptFinder::Place> found = m_finder->current();
        const bool isHere = found && found->message == layout->facts().id;
        message.setFound(m_finder->hitsIn(layout->facts().id),
                         isHere ? std::optional(found->hit) : std::nullopt);
        message.paint(*layout, rect.topLeft(), event->rect(),
                      {row, m_selection.from(), m_selection.to()}, elapsedOf(layout->facts()));
    }
    if (hasFocus() && !m_focused && property("focusByKeyboard").toBool()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_flow.style().accent, m_flow.style().focusWidth));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void TranscriptView::setStartsAtTop(bool startsAtTop)
{
    m_startsAtTop = startsAtTop;
    viewport()->update();
}

void TranscriptView::setMarked(const QString &messageId)
{
    m_marked = messageId;
    viewport()->update();
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

} // namespace kagura
