// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>
#include <QTextCursor>

namespace kagura {

//! The field of a message: grows with its text up to a limit, sends on Enter.
//!
//! While an input method is composing, Enter and arrows belong to it and never send. Pasted text is plain; files
//! and pictures that are pasted or dropped are not text, and only told.
//!
//! Thread: the GUI thread. Lifetime: with the composer. Errors: none.
class ComposerEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ComposerEdit(QWidget *parent = nullptr);

    //! The height of a line of text, and how many are shown at least and at most.
    void setLines(qreal lineHeight, int least, int most);

    [[nodiscard]] bool isComposing() const { return m_isComposing; }

    //! Takes the text that longTextPasted() told of out again. Empty when it is not there any more.
    [[nodiscard]] QString takePasted();

    //! The files that something dragged or copied holds; empty where it holds any that is not on disk.
    [[nodiscard]] static QStringList filesIn(const QMimeData *source);
    [[nodiscard]] static bool isAttachment(const QMimeData *source); //!< files or a picture
    //! Tells of files or of a picture; false: it has neither.
    bool takeAttachment(const QMimeData *source);

Q_SIGNALS:
    void sendPressed();
    void earlierWanted(); //!< the arrow up was pressed while nothing is written
    void filesPasted(const QStringList &paths);
    void imagePasted(const QImage &image);
    void longTextPasted(qsizetype lines);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;

private:
    void grow();
    [[nodiscard]] int linesShown() const;

    QTextCursor m_pasted; // the long text that was pasted last, as a selection
    qreal m_lineHeight = 0;
    int m_least = 1;
    int m_most = 10;
    bool m_isComposing = false;
};

} // namespace kagura
