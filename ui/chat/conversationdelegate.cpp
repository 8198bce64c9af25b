// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/conversationdelegate.h"

#include "ui/chat/conversationlistmodel.h"
#include "ui/chat/format.h"

#include <QLineEdit>
#include <QLocale>
#include <QPainter>

namespace kagura {

ConversationDelegate::ConversationDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const bool isHeading = index.data(ConversationListModel::IsHeadingRole).toBool()
        && index.data(ConversationListModel::FolderRole).toString().isEmpty();
    return {option.rect.width(), isHeading ? m_style.listHeading : m_style.listRow};
}

void ConversationDelegate::paint(QPainter *painter,
                                 const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    painter->save();
    const QRect row = option.rect;
    const QString title = index.data(Qt::DisplayRole).toString();
    const QRect words = row.adjusted(m_style.listPad, 0, -m_style.listPad, 0);
    if (!index.data(ConversationListModel::FolderRole).toString().isEmpty()) {
        paintFolder(painter, option, index);
        painter->restore();
        return;
    }
    if (index.data(ConversationListModel::IsHeadingRole).toBool()) {
        painter->setFont(m_style.headingFont);
        painter->setPen(m_style.text3);
        painter->drawText(words.adjusted(0, 0, 0, -m_style.gap / 2),
                          Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine, title);
        painter->restore();
        return;
    }
    paintGround(painter, option);
    const QString when = index.data(ConversationListModel::IsLiveRole).toBool()
        ? tr("answering")
        : timeColumnText(index.data(ConversationListModel::UpdatedRole).toDateTime(),
                         QDateTime::currentDateTimeUtc());
    painter->setFont(m_style.smallFont);
    painter->setPen(index.data(ConversationListModel::IsLiveRole).toBool() ? m_style.accent
                                                                           : m_style.text3);
    painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, when);
    const int width =
        words.width() - QFontMetrics(m_style.smallFont).horizontalAdvance(when) - m_style.gap;
    painter->setFont(m_style.labelMediumFont);
    painter->setPen(m_style.text);
    painter->drawText(
        QRect(words.left(), words.top(), width, words.height()),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(m_style.labelMediumFont).elidedText(title, Qt::ElideRight, width));
    painter->restore();
}

void ConversationDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const QRect row = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(row, m_style.selected);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(row, m_style.hover);
    if (isSelected)
        painter->fillRect(QRect(row.left(), row.top(), m_style.focusWidth, row.height()),
                          m_style.accent);
    const bool isFocused = option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange);
    if (isFocused) {
        painter->setPen(QPen(m_style.accent, m_style.focusWidth / 2.0));
        painter->drawRect(QRectF(row).adjusted(m_style.focusWidth, 0.5, -1.5, -1.5));
    }
}

//! A chevron, the name, and how many conversations are in it.
void ConversationDelegate::paintFolder(QPainter *painter,
                                       const QStyleOptionViewItem &option,
                                       const QModelIndex &index) const
{
    paintGround(painter, option);
    const bool isCollapsed = index.data(ConversationListModel::IsCollapsedRole).toBool();
    const QRect words = option.rect.adjusted(m_style.listPad, 0, -m_style.listPad, 0);
    const QIcon icon = m_style.icons.value(isCollapsed ? QStringLiteral("chevron-right")
                                                       : QStringLiteral("chevron-down"));
    const int side = m_style.icon;
    icon.paint(painter, QRect(words.left() - side / 4, words.center().y() - side / 2, side, side));
    const QString count = QLocale().toString(index.data(ConversationListModel::CountRole).toInt());
    painter->setFont(m_style.smallFont);
    painter->setPen(m_style.text3);
    painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, count);
    const int counted = QFontMetrics(m_style.smallFont).horizontalAdvance(count) + m_style.gap;
    const QRect name = words.adjusted(side, 0, -counted, 0);
    painter->setFont(m_style.headingFont);
    painter->setPen(m_style.text2);
    painter->drawText(
        name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(m_style.headingFont)
            .elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, name.width()));
}

QWidget *ConversationDelegate::createEditor(QWidget *parent,
                                            const QStyleOptionViewItem &,
                                            const QModelIndex &) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("renameConversation"));
    editor->setAccessibleName(tr("New title"));
    return editor;
}

void ConversationDelegate::updateEditorGeometry(QWidget *editor,
                                                const QStyleOptionViewItem &option,
                                                const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(m_style.gap / 2, 1, -m_style.gap / 2, -1));
}

} // namespace kagura
