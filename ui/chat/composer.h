// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"
#include "ui/chat/shownattachment.h"

#include <QWidget>

class QLabel;
class QMimeData;
class QPushButton;

namespace kagura {

class AttachmentTray;
class ComposerEdit;
class ContextMeter;
class PasteOffer;

//! Where the next message is written: a card that floats at the end of the column, with Send, or Stop in
//! its place from the moment a message is sent until its answer ended.
//!
//! Files come by the button, by drop and by paste. It only tells of them; whoever reads them says with
//! setAttachments() how far that has come. Send waits for those that are being read, and does not leave
//! out in silence those that cannot be.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class Composer final : public QWidget
{
    Q_OBJECT

public:
    explicit Composer(QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);

    //! How far the shadow reaches: the card is inset by this much on every side.
    [[nodiscard]] int shadowMargin() const { return m_style.shadow; }

    [[nodiscard]] QString text() const;
    void setText(const QString &text); //!< the cursor goes to its end
    void clear();
    void focusText();

    //! What the empty field says, which names the model; empty while there is none.
    void setPlaceholder(const QString &text);
    //! What is being written, where it is no new message; Esc asks to leave it. Empty: nothing.
    void setNote(const QString &text);
    //! False while there is nobody to send to; what is written stays.
    void setCanSend(bool canSend);
    //! At least so many lines high: the first conversation has room, later ones are compact.
    void setLeastLines(int lines);

    void setAttachments(const QList<ShownAttachment> &attachments);
    [[nodiscard]] const QList<ShownAttachment> &attachments() const;

    //! Lets a person choose files.
    void pickFiles();

    //! \name For the page around it, where files may be dropped, too
    //! @{
    void setDropTarget(bool isTarget); //!< something that can be attached hovers above the page
    void takeDropped(const QMimeData *dropped);
    //! @}

    //! An answer is being waited for or arriving.
    void setInFlight(bool isInFlight);
    [[nodiscard]] bool isInFlight() const { return m_isInFlight; }

    [[nodiscard]] QList<QWidget *> tabOrder() const; //!< in which the Tab key goes through it
    [[nodiscard]] ComposerEdit &edit() const { return *m_edit; }
    [[nodiscard]] ContextMeter &meter() const { return *m_meter; }

Q_SIGNALS:
    void sendRequested(const QString &text);
    void stopRequested();
    void promptsRequested(); //!< the button of the prompts was pressed
    void cancelRequested(); //!< while there is a note
    void compareRequested(); //!< several models shall answer side by side, or no longer
    void textChanged();
    void filesOffered(const QStringList &paths);
    void imageOffered(const QImage &image);
    void textOffered(const QString &text); //!< pasted, and meant as a file
    void removeRequested(const QString &attachment);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void send();
    void refresh();
    void acceptPaste();
    void fitTray();
    void orderTabs();
    [[nodiscard]] bool has(ShownAttachment::State state) const;
    [[nodiscard]] QString hint() const;

    ChatStyle m_style;
    AttachmentTray *m_tray = nullptr;
    PasteOffer *m_offer = nullptr;
    QPushButton *m_attach = nullptr;
    QPushButton *m_prompts = nullptr;
    QPushButton *m_compare = nullptr;
    ComposerEdit *m_edit = nullptr;
    QLabel *m_note = nullptr;
    ContextMeter *m_meter = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_stop = nullptr;
    int m_leastLines = 1;
    int m_mostLines = 10;
    bool m_canSend = true;
    bool m_isInFlight = false;
    bool m_isSendPending = false; // Send was pressed, and files are still being read
    bool m_isDropTarget = false;
};

} // namespace kagura
