// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runtree.h"

#include "ui/runs/runtreeaccessible.h"
#include "ui/runs/runwords.h"
#include "ui/widgets/frameclock.h"
#include "ui/widgets/valuetext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

constexpr milliseconds Tick{250}; // of the line that says now
constexpr qreal LeastTimeline = 120;

} // namespace

RunTree::RunTree(FrameClock &clock, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_clock(clock)
{
    installRunTreeAccessibility();
    setObjectName(u"runTree"_s);
    setAccessibleName(tr("Nodes of the run"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    m_tick.setInterval(Tick);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        viewport()->update(QRect(columnsWidth(), 0, viewport()->width(), viewport()->height()));
    });
    connect(&m_clock, &FrameClock::frame, this, [this] {
        if (m_clock.takeTurn(*this))
            showNews();
    });
}

RunTree::~RunTree()
{
    m_clock.forget(*this);
}

void RunTree::setTheme(const Theme &theme)
{
    m_look = RunLook(theme);
    arrange();
}

void RunTree::clear()
{
    m_outline.clear();
    m_strips.clear();
    m_dirty.clear();
    m_current.clear();
    m_zoom = 1;
    m_first = milliseconds(0);
    m_hovered = -1;
    arrange();
}

void RunTree::apply(const QList<ShownNode> &nodes)
{
    for (const int node : m_outline.apply(nodes))
        m_dirty.insert(node);
    m_clock.request(*this);
}

void RunTree::setElapsed(milliseconds elapsed, bool isTicking)
{
    // While it ticks, the next tick shows it.
    const bool isSeen = isTicking != m_isTicking || (!isTicking && elapsed != m_elapsed);
    m_elapsed = elapsed;
    m_since.restart();
    m_isTicking = isTicking;
    if (isTicking)
        m_tick.start();
    else
        m_tick.stop();
    if (isSeen)
        viewport()->update();
}

void RunTree::setFilter(std::optional<RunMark> mark)
{
    m_outline.setFilter(mark);
    verticalScrollBar()->setValue(0);
    arrange();
}

milliseconds RunTree::now() const
{
    return m_isTicking ? m_elapsed + milliseconds(m_since.elapsed()) : m_elapsed;
}

int RunTree::columnsWidth() const
{
    const int own = m_look.nameWidth + m_look.stateWidth + m_look.modelWidth + m_look.tokensWidth
        + m_look.costWidth;
    const int most = viewport()->width() - m_look.theme.px(LeastTimeline);
    return std::max(own - m_look.nameWidth / 2, std::min(own + m_extraWidth, most));
}

RunRowPainter::Frame RunTree::frame() const
{
    RunRowPainter::Frame frame;
    frame.columnsWidth = columnsWidth();
    frame.width = viewport()->width();
    frame.now = now();
    frame.isTicking = m_isTicking;
    const milliseconds whole = m_isTicking ? TimeScale::lengthFor(frame.now)
                                           : frame.now + std::max(frame.now / 25, milliseconds(20));
    const milliseconds length(qint64(double(whole.count()) / m_zoom));
    const int pad = m_look.pad;
    frame.scale = TimeScale(m_first, length, frame.columnsWidth + pad,
                            frame.width - frame.columnsWidth - 2 * pad);
    return frame;
}

void RunTree::showNews()
{
    if (m_outline.isStale()) {
        arrange();
        return;
    }
    for (const int node : std::as_const(m_dirty)) {
        const int row = m_outline.rowOf(node);
        if (row >= 0)
            viewport()->update(rowRect(row));
        // The strip that the item is in has no row of its own to be known by.
        for (int above = m_outline.at(node).parent; above >= 0; above = m_outline.at(above).parent)
            if (m_outline.at(above).node.itemCount > 1)
                if (const int strip = m_outline.rowOf(above); strip >= 0 && strip + 1 < rowCount())
                    viewport()->update(rowRect(strip + 1));
    }
    m_dirty.clear();
}

void RunTree::arrange()
{
    m_dirty.clear();
    m_rows = m_outline.rows();
    const int current = m_outline.find(m_current);
    m_currentRow = current < 0 ? -1 : m_outline.rowOf(current);
    const QList<RunOutline::Row> &rows = m_rows;
    m_tops.resize(std::size_t(rows.size()));
    int top = 0;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        m_tops[std::size_t(row)] = top;
        top += rows.at(row).kind == RunOutline::Row::Kind::Strip ? m_look.stripHeight
                                                                 : m_look.rowHeight;
    }
    m_height = top;
    const int room = viewport()->height() - m_look.headHeight;
    verticalScrollBar()->setRange(0, std::max(0, m_height - room));
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(m_look.rowHeight);
    viewport()->update();
}

const RunOutline::Row &RunTree::row(int row) const
{
    return m_rows.at(row);
}

QRect RunTree::rowRect(int row) const
{
    const auto at = std::size_t(row);
    const int end = at + 1 < m_tops.size() ? m_tops[at + 1] : m_height;
    return {0, m_look.headHeight + m_tops[at] - verticalScrollBar()->value(), viewport()->width(),
            end - m_tops[at]};
}

int RunTree::rowAt(int y) const
{
    const int inside = y - m_look.headHeight + verticalScrollBar()->value();
    if (y < m_look.headHeight || inside >= m_height || m_tops.empty())
        return -1;
    return int(std::upper_bound(m_tops.cbegin(), m_tops.cend(), inside) - m_tops.cbegin()) - 1;
}

QString RunTree::rowWords(int row) const
{
    const RunOutline::Row &line = this->row(row);
    if (line.kind == RunOutline::Row::Kind::Fold)
        return tr("%1 more items: %2")
            .arg(QString::number(m_outline.foldedCount(line.node)),
                 m_outline.foldedWords(line.node));
    const ShownNode &node = m_outline.at(line.node).node;
    if (line.kind == RunOutline::Row::Kind::Strip)
        return tr("%n items of %1", nullptr, node.itemCount).arg(node.name);
    QStringList parts = {node.label.isEmpty() ? node.name : node.label + u' ' + node.name,
                         runMarkWords(node.mark)};
    if (!node.words.isEmpty() && node.words != parts.last())
        parts.append(node.words);
    if (!node.model.isEmpty())
        parts.append(node.model);
    if (node.tokens)
        parts.append(tr("%1 tokens").arg(shortCountText(*node.tokens)));
    if (node.costMicroUsd)
        parts.append(node.isSaved ? tr("saved %1").arg(runCostText(node.costMicroUsd))
                                  : runCostText(node.costMicroUsd));
    return parts.join(u", "_s);
}

void RunTree::setCurrentPath(const QString &path)
{
    const int node = m_outline.find(path);
    if (node < 0)
        return;
    m_outline.reveal(node);
    arrange();
    if (const int row = m_outline.rowOf(node); row >= 0)
        choose(row);
}

void RunTree::goToNext(RunMark mark)
{
    const int next = m_outline.next(mark, m_outline.find(m_current));
    if (next >= 0)
        setCurrentPath(m_outline.at(next).node.path);
}

void RunTree::choose(int row)
{
    const RunOutline::Row &line = this->row(row);
    const QString path = m_outline.at(line.node).node.path;
    keepInSight(row);
    viewport()->update();
    m_currentRow = row;
    if (path == m_current)
        return;
    m_current = path;
    announceRunRow(*this, row);
    Q_EMIT currentChanged(path);
}

void RunTree::press(int row)
{
    const RunOutline::Row line = this->row(row);
    if (line.kind == RunOutline::Row::Kind::Fold) {
        m_outline.unfold(line.node);
        arrange();
    } else {
        choose(row);
    }
}

void RunTree::toggle(int row)
{
    const RunOutline::Row line = this->row(row);
    if (line.kind != RunOutline::Row::Kind::Node || m_outline.at(line.node).children.empty())
        return;
    m_outline.setOpen(line.node, !m_outline.isOpen(line.node));
    arrange();
}

void RunTree::keepInSight(int row)
{
    const QRect place = rowRect(row);
    QScrollBar *bar = verticalScrollBar();
    if (place.top() < m_look.headHeight)
        bar->setValue(bar->value() - (m_look.headHeight - place.top()));
    else if (place.bottom() >= viewport()->height())
        bar->setValue(bar->value() + place.bottom() - viewport()->height() + 1);
}

int RunTree::markedItem(int node) const
{
    // Of the map above, the item that holds what is chosen.
    for (int one = m_outline.find(m_current); one >= 0; one = m_outline.at(one).parent)
        if (m_outline.at(one).parent == node)
            return m_outline.at(one).node.item;
    return -1;
}

void RunTree::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRect whole = viewport()->rect();
    painter.fillRect(event->rect(), m_look.theme.color(ColorToken::Surface));
    const RunRowPainter::Frame frame = this->frame();
    const RunRowPainter rows(m_look, m_outline, m_strips, frame);
    const QRect below = whole.adjusted(0, m_look.headHeight, 0, 0);
    painter.setClipRect(below & event->rect());
    const int current = currentRow();
    const int first = std::max(0, rowAt(std::max(event->rect().top(), below.top())));
    int end = first;
    for (; end < rowCount() && rowRect(end).top() <= event->rect().bottom(); ++end) {
        RunRowPainter::Flags flags;
        flags.isSelected = end == current;
        flags.isFocused = end == current && hasFocus();
        flags.isHovered = end == m_hovered && row(end).kind != RunOutline::Row::Kind::Strip;
        rows.paintGround(painter, rowRect(end), flags);
    }
    rows.paintGrid(painter, below);
    for (int one = first; one < end; ++one) {
        const RunOutline::Row &line = row(one);
        const bool isStrip = line.kind == RunOutline::Row::Kind::Strip;
        rows.paintRow(painter, line, rowRect(one), isStrip ? markedItem(line.node) : -1);
    }
    rows.paintNow(painter, below);
    painter.setClipRect(event->rect());
    rows.paintHead(painter, QRect(0, 0, whole.width(), m_look.headHeight));
}

void RunTree::resizeEvent(QResizeEvent *)
{
    arrange();
}

void RunTree::showTip(QHelpEvent *event)
{
    const int row = rowAt(event->pos().y());
    if (row < 0) {
        QToolTip::hideText();
        return;
    }
    const RunOutline::Row line = this->row(row);
    QString words = rowWords(row);
    if (line.kind == RunOutline::Row::Kind::Node)
        words = m_outline.at(line.node).node.path + u'\n' + words;
    // Plain: names may come from outside.
    QToolTip::showText(event->globalPos(), words.toHtmlEscaped().replace(u'\n', "<br>"_L1), this);
}

} // namespace kagura
