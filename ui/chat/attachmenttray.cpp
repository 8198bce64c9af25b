// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/attachmenttray.h"

#include "ui/chat/displaytext.h"
#include "ui/theme/buttonrole.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>

#include <algorithm>

namespace kagura {

AttachmentTray::AttachmentTray(QWidget *parent)
    : QWidget(parent)
    , m_strip(AttachmentStrip::Place::Composer)
{
    setObjectName(QStringLiteral("attachments"));
    setAccessibleName(tr("Attachments"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setVisible(false);
}

void AttachmentTray::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    place();
    updateGeometry();
    update();
}

void AttachmentTray::setAttachments(const QList<ShownAttachment> &attachments)
{
    if (m_attachments == attachments)
        return;
    m_attachments = attachments;
    syncButtons();
    place();
    setVisible(!attachments.isEmpty());
    QStringList words;
    for (const ShownAttachment &one : attachments)
        words.append(one.spoken());
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void AttachmentTray::syncButtons()
{
    qsizetype focused = -1;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons.at(i)->hasFocus())
            focused = qsizetype(i);
    }
    const auto wanted = std::size_t(m_attachments.size());
    const bool isFewer = wanted < m_buttons.size();
    while (m_buttons.size() < wanted) {
        auto *button = new QPushButton(this);
        setButtonRole(button, ButtonRole::Quiet);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, button] { remove(button); });
        m_buttons.push_back(button);
        button->setVisible(true);
    }
    // Before those that go: the focus stays where the eye is, and nothing is left to the chance of Qt.
    if (isFewer && focused >= 0) {
        if (wanted == 0)
            Q_EMIT emptied();
        else
            m_buttons.at(std::size_t(std::min<qsizetype>(focused, qsizetype(wanted) - 1)))
                ->setFocus(Qt::OtherFocusReason);
    }
    while (m_buttons.size() > wanted) {
        m_buttons.back()->hide();
        m_buttons.back()->deleteLater(); // it may be the one that was pressed
        m_buttons.pop_back();
    }
    for (std::size_t i = 0; i < wanted; ++i) {
        const ShownAttachment &one = m_attachments.at(qsizetype(i));
        QAbstractButton *button = m_buttons.at(i);
        button->setObjectName(QStringLiteral("removeAttachment%1").arg(i));
        button->setAccessibleName(tr("Remove %1").arg(DisplayText::line(one.name)));
        button->setAccessibleDescription(one.spoken());
        button->setToolTip(tr("Remove"));
    }
}

void AttachmentTray::place()
{
    m_strip.flow(m_style, m_attachments, std::max(1, width()));
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        QAbstractButton *button = m_buttons.at(i);
        button->setIcon(m_style.icons.value(QStringLiteral("cross")));
        button->setIconSize({m_style.icon * 7 / 8, m_style.icon * 7 / 8});
        const QRect chip = m_strip.rects().at(qsizetype(i));
        button->setGeometry(AttachmentStrip::removeRect(m_style, chip));
    }
}

int AttachmentTray::heightForWidth(int width) const
{
    AttachmentStrip strip(AttachmentStrip::Place::Composer);
    strip.flow(m_style, m_attachments, std::max(1, width));
    return strip.height();
}

QSize AttachmentTray::sizeHint() const
{
    return {m_style.column / 2, heightForWidth(std::max(width(), m_style.column / 2))};
}

void AttachmentTray::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_strip.paint(painter, m_style, {}, m_attachments);
}

void AttachmentTray::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

bool AttachmentTray::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (qsizetype i = 0; i < m_strip.rects().size(); ++i) {
        if (m_strip.rects().at(i).contains(help->pos()))
            QToolTip::showText(help->globalPos(), m_attachments.at(i).spoken(), this,
                               m_strip.rects().at(i));
    }
    return true;
}

bool AttachmentTray::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace || key == Qt::Key_Return
        || key == Qt::Key_Enter) {
        remove(qobject_cast<QAbstractButton *>(watched));
        return true;
    }
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const auto found = std::find(m_buttons.begin(), m_buttons.end(), watched);
        const auto next = (found - m_buttons.begin()) + (key == Qt::Key_Right ? 1 : -1);
        if (next >= 0 && next < std::ptrdiff_t(m_buttons.size()))
            m_buttons.at(std::size_t(next))->setFocus(Qt::TabFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void AttachmentTray::remove(const QAbstractButton *button)
{
    const auto found = std::find(m_buttons.begin(), m_buttons.end(), button);
    if (found != m_buttons.end())
        Q_EMIT removeRequested(m_attachments.at(found - m_buttons.begin()).id);
}

} // namespace kagura
