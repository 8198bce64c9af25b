// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/keystrip.h"

#include "ui/theme/stylepainter.h"
#include "ui/widgets/valuetext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal CellHeight = 42;
constexpr qreal PadX = 7;

} // namespace

KeyStrip::KeyStrip(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void KeyStrip::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void KeyStrip::setParts(const QList<KeyPart> &parts, qint64 compared)
{
    m_parts = parts;
    m_compared = compared;
    QStringList words;
    for (const KeyPart &part : parts)
        words.append(wordsOf(part));
    setAccessibleName(words.join(u"; "_s));
    updateGeometry();
    update();
}

void KeyStrip::setMostLines(int lines)
{
    m_mostLines = lines;
    updateGeometry();
}

QString KeyStrip::wordsOf(const KeyPart &part) const
{
    return part.shared > 0
        ? tr("%1: %2, also in %3 of the latest %4 entries")
              .arg(part.name, part.hash, countText(part.shared), countText(m_compared))
        : tr("%1: %2, in no other entry").arg(part.name, part.hash);
}

QList<KeyStrip::Cell> KeyStrip::cells(int width) const
{
    const QFontMetrics names(m_theme.font(TypeSize::Tiny));
    const QFontMetrics hashes(m_theme.codeFont());
    const int gap = m_theme.px(Space::Tight);
    const int height = m_theme.px(CellHeight);
    QList<Cell> placed;
    QPoint at(0, 0);
    int line = 1;
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        Cell cell{m_parts.at(i), {}, false};
        const auto wide = [&] {
            return std::max(names.horizontalAdvance(cell.part.name),
                            hashes.horizontalAdvance(cell.part.hash))
                + 2 * m_theme.px(PadX);
        };
        const qsizetype left = m_parts.size() - i;
        const bool isLastLine = line == m_mostLines;
        const KeyPart rest{tr("and"), tr("%1 more").arg(left), 0};
        const int restWide = hashes.horizontalAdvance(rest.hash) + 2 * m_theme.px(PadX);
        const int needed = wide() + (isLastLine && left > 1 ? gap + restWide : 0);
        if (at.x() > 0 && at.x() + needed > width) {
            if (isLastLine) {
                cell.part = rest;
                cell.isRest = true;
            } else {
                ++line;
                at = {0, at.y() + height + gap};
            }
        }
        cell.place = QRect(at, QSize(wide(), height));
        placed.append(cell);
        at.rx() += cell.place.width() + gap;
        if (cell.isRest)
            break;
    }
    return placed;
}

QSize KeyStrip::sizeHint() const
{
    return {m_theme.px(Measure::Sidebar), heightForWidth(std::max(width(), 1))};
}

int KeyStrip::heightForWidth(int width) const
{
    const QList<Cell> placed = cells(width);
    return placed.isEmpty() ? m_theme.px(CellHeight) : placed.constLast().place.bottom() + 1;
}

bool KeyStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto &help = static_cast<const QHelpEvent &>(*event);
    for (const Cell &cell : cells(width())) {
        if (cell.place.contains(help.pos()) && !cell.isRest) {
            QToolTip::showText(help.globalPos(), wordsOf(cell.part), this, cell.place);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

void KeyStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const StylePainter style(painter, m_theme);
    const QFont name = m_theme.font(TypeSize::Tiny);
    for (const Cell &cell : cells(width())) {
        const bool isShared = cell.part.shared > 0;
        style.box(cell.place,
                  m_theme.color(isShared ? ColorToken::CachedSoft : ColorToken::Surface),
                  m_theme.color(isShared ? ColorToken::Cached : ColorToken::Border),
                  Measure::ControlRadius);
        const QRect words = cell.place.adjusted(m_theme.px(PadX), m_theme.px(Space::Tight),
                                                -m_theme.px(PadX), -m_theme.px(Space::Tight));
        const ColorToken quiet = isShared ? ColorToken::Cached : ColorToken::Text3;
        painter.setFont(name);
        painter.setPen(m_theme.color(quiet));
        painter.drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, cell.part.name);
        painter.setFont(m_theme.codeFont());
        const bool isNone = cell.isRest || cell.part.hash == tr("none");
        painter.setPen(m_theme.color(isShared     ? ColorToken::Cached
                                         : isNone ? ColorToken::Text3
                                                  : ColorToken::Text));
        painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                         cell.part.hash);
    }
}

} // namespace kagura
