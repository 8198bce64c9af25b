// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/attachmentstrip.h"

#include <QWidget>

#include <vector>

class QAbstractButton;

namespace kagura {

//! The attachments of the message that is being written, each with a button that takes it out. Where
//! one of them has the focus, Delete and Backspace take it out, too.
//!
//! Thread: the GUI thread. Lifetime: the composer's. Errors: none.
class AttachmentTray final : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentTray(QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);
    void setAttachments(const QList<ShownAttachment> &attachments);
    [[nodiscard]] const QList<ShownAttachment> &attachments() const { return m_attachments; }

    //! One an attachment, for the order in which the keyboard reaches them.
    [[nodiscard]] const std::vector<QAbstractButton *> &buttons() const { return m_buttons; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void removeRequested(const QString &id);
    void emptied(); //!< the last one went while it had the focus

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void syncButtons();
    void place();
    void remove(const QAbstractButton *button);

    ChatStyle m_style;
    AttachmentStrip m_strip;
    QList<ShownAttachment> m_attachments;
    std::vector<QAbstractButton *> m_buttons; // one an attachment, in their order
};

} // namespace kagura
