// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/cacheentrydelegate.h"

#include "ui/cache/cacheentrymodel.h"
#include "ui/cache/cachewords.h"

#include <QPainter>
#include <QTextLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal RingWidth = 1.5;

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber();
}

} // namespace

CacheEntryDelegate::CacheEntryDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

QList<std::pair<int, int>> CacheEntryDelegate::marks(const QString &text, const QStringList &words)
{
    QList<std::pair<int, int>> found;
    for (const QString &word : words) {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive)) {
            if (at == 0 || !isWordPart(text.at(at - 1)))
                found.append({int(at), int(word.size())});
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

void CacheEntryDelegate::paint(QPainter *painter,
                               const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect cell = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(cell, m_theme.color(ColorToken::Selected));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(cell, m_theme.color(ColorToken::Hover));
    const int line = m_theme.px(Measure::Hairline);
    painter->fillRect(QRect(cell.left(), cell.bottom() - line + 1, cell.width(), line),
                      m_theme.color(ColorToken::Border));
    if (isSelected && index.column() == CacheEntryModel::State)
        painter->fillRect(
            QRect(cell.left(), cell.top(), m_theme.px(Measure::FocusRing), cell.height()),
            m_theme.color(ColorToken::Accent));
    const QVariant known = index.data(CacheEntryModel::EntryRole);
    if (!known.isValid()) {
        painter->restore();
        return;
    }
    const int pad = m_theme.px(Space::Small);
    const QRect words = cell.adjusted(pad, 0, -pad, -line);
    switch (index.column()) {
    case CacheEntryModel::State:
        paintState(*painter, words, index);
        break;
    case CacheEntryModel::Prompt:
    case CacheEntryModel::Answer:
        paintExcerpt(*painter, words, index);
        break;
    default: {
        const auto entry = known.value<CacheEntry>();
        const QFont font =
            m_theme.font(TypeSize::Body,
                         index.column() == CacheEntryModel::Agent ? QFont::Medium : QFont::Normal);
        QString text = index.data().toString();
        const bool isNothing = text.isEmpty();
        if (isNothing)
            text = u"\u2013"_s;
        painter->setFont(font);
        painter->setPen(m_theme.color(isNothing ? ColorToken::Text3 : inkOf(entry, index)));
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        // Figures are never cut: the columns have room for all that they can say.
        const bool isFigure = alignment.testFlag(Qt::AlignRight);
        painter->drawText(
            isFigure ? words.adjusted(-pad, 0, 0, 0) : words,
            int(alignment) | int(Qt::TextSingleLine),
            isFigure ? text : QFontMetrics(font).elidedText(text, Qt::ElideRight, words.width()));
    }
    }
    painter->restore();
}

ColorToken CacheEntryDelegate::inkOf(const CacheEntry &entry, const QModelIndex &index) const
{
    switch (index.column()) {
    case CacheEntryModel::Model:
    case CacheEntryModel::Provider:
    case CacheEntryModel::Finish:
    case CacheEntryModel::Tags:
        return ColorToken::Text2;
    case CacheEntryModel::Saved:
        return ColorToken::Cached;
    case CacheEntryModel::Hits:
        return entry.hits == 0 ? ColorToken::Text3 : ColorToken::Text;
    case CacheEntryModel::Expires: {
        const auto *model = static_cast<const CacheEntryModel *>(index.model());
        switch (entryLook(entry, model->now())) {
        case EntryLook::Stale:
        case EntryLook::Expired:
            return ColorToken::Wait;
        case EntryLook::Pinned:
            return ColorToken::Accent;
        case EntryLook::Trash:
            return ColorToken::Text3;
        case EntryLook::Fresh:
            break;
        }
        return ColorToken::Text;
    }
    default:
        return ColorToken::Text;
    }
}

void CacheEntryDelegate::paintState(QPainter &painter,
                                    const QRect &cell,
                                    const QModelIndex &index) const
{
    const auto entry = index.data(CacheEntryModel::EntryRole).value<CacheEntry>();
    const auto *model = static_cast<const CacheEntryModel *>(index.model());
    const EntryLook look = entryLook(entry, model->now());
    if (look == EntryLook::Pinned || look == EntryLook::Trash) {
        const int side = m_theme.px(Space::Medium) + m_theme.px(Measure::FocusRing);
        QRect box(0, 0, side, side);
        box.moveCenter(cell.center());
        m_theme
            .icon(look == EntryLook::Pinned ? u"pin"_s : u"trash"_s,
                  look == EntryLook::Pinned ? ColorToken::Accent : ColorToken::Text3)
            .paint(&painter, box);
        return;
    }
    const qreal dot = m_theme.px(Measure::Dot);
    const QPointF middle = QRectF(cell).center();
    const QRectF mark(middle.x() - dot / 2, middle.y() - dot / 2, dot, dot);
    if (look == EntryLook::Fresh) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorToken::Cached));
    } else {
        painter.setPen(QPen(m_theme.color(ColorToken::Wait), RingWidth * m_theme.scale()));
        painter.setBrush(Qt::NoBrush);
    }
    painter.drawEllipse(mark);
}

void CacheEntryDelegate::paintExcerpt(QPainter &painter,
                                      const QRect &words,
                                      const QModelIndex &index) const
{
    const auto entry = index.data(CacheEntryModel::EntryRole).value<CacheEntry>();
    const bool isAnswer = index.column() == CacheEntryModel::Answer;
    const QString text = index.data().toString();
    QString icon;
    if (!isAnswer && (entry.flags & CacheEntry::HasFiles) != 0)
        icon = u"image"_s;
    else if (isAnswer && (entry.flags & CacheEntry::IsStructured) != 0)
        icon = u"braces"_s;
    QRect line = words;
    if (!icon.isEmpty()) {
        const int side = m_theme.px(Measure::Icon);
        QRect box(line.left(), 0, side, side);
        box.moveCenter({box.center().x(), line.center().y()});
        m_theme.icon(icon, ColorToken::Text3).paint(&painter, box);
        line.setLeft(line.left() + side + m_theme.px(Space::Tight));
    }
    const QFont font = icon == "braces"_L1 ? m_theme.codeFont() : m_theme.font(TypeSize::Body);
    const QList<std::pair<int, int>> marked = marks(text, m_words);
    painter.setPen(m_theme.color(isAnswer ? ColorToken::Text2 : ColorToken::Text));
    if (marked.isEmpty()) {
        painter.setFont(font);
        painter.drawText(line, int(Qt::AlignVCenter | Qt::AlignLeft) | int(Qt::TextSingleLine),
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, line.width()));
        return;
    }
    // What was found is in sight, however long the text before it is.
    const QFontMetrics metrics(font);
    QString shown = text;
    int shift = 0;
    if (metrics.horizontalAdvance(text.left(marked.constFirst().first + marked.constFirst().second))
        > line.width()) {
        shift = std::max(0, marked.constFirst().first - 12);
        shown = u"\u2026"_s + text.mid(shift);
        --shift;
    }
    shown = metrics.elidedText(shown, Qt::ElideRight, line.width());
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> formats;
    for (const auto &[begin, length] : marked) {
        if (begin - shift < 0)
            continue;
        QTextCharFormat format;
        format.setFontWeight(QFont::DemiBold);
        format.setForeground(m_theme.color(ColorToken::Text));
        format.setBackground(m_theme.color(ColorToken::WaitSoft));
        formats.append({begin - shift, length, format});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine row = layout.createLine();
    row.setLineWidth(line.width() * 2);
    layout.endLayout();
    layout.draw(&painter, QPointF(line.left(), line.top() + (line.height() - row.height()) / 2));
}

} // namespace kagura
