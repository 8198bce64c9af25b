// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/transcriptfinder.h"
#include "ui/chat/transcriptflow.h"
#include "ui/chat/transcriptselection.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPersistentModelIndex>

#include <optional>

class QPushButton;

namespace kagura {

class Clock;
class FrameClock;
class TranscriptModel;

//! The conversation as one reads it: a virtualised column of messages that stays where the reader is.
//!
//! While the reader is at the end, text that arrives scrolls along; once they scroll up, nothing moves
//! under their eyes, and a button leads back. By keyboard it is read message by message (Ctrl and an
//! arrow) and block by block (Alt and an arrow), and selected with Shift. Changes of the model are shown at the next beat of the
//! frame clock, however many there were. Text can be selected over several messages and is only
//! text: nothing that a model wrote is opened, fetched or run.
//!
//! Thread: the GUI thread. Lifetime: model and clocks outlive it. Errors: none.
class TranscriptView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    TranscriptView(TranscriptModel &model,
                   FrameClock &frames,
                   const Clock &clock,
                   BlockSourceFactory newSource,
                   QWidget *parent = nullptr);
    ~TranscriptView() override;

    void setChatStyle(const ChatStyle &style);

    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    void scrollToEnd();

    [[nodiscard]] QString selectedText() const;
    void selectAll();
    //! As source that reads back the same, with HTML beside it for those who ask for it.
    void copySelection();
    void copySelectionAs(BlockWriter::Format format);

    [[nodiscard]] const TranscriptFlow &flow() const { return m_flow; }
    [[nodiscard]] TranscriptModel &model() const { return m_model; }
    //! Of the whole message in viewport coordinates; may lie outside.
    [[nodiscard]] QRect rowRect(int row) const;
    void showRow(int row); //!< scrolls as far as needed
    void trigger(int row, const TranscriptAction &action);
    //! The keyboard stands on it.
    [[nodiscard]] bool isFocusOn(int row, const TranscriptAction &action) const;

    [[nodiscard]] TranscriptFinder &finder() const { return *m_finder; }
    //! Looks for words from what is in view on; no words: ends it.
    void findWords(const QString &words);
    //! Where in the text of that message somebody reads by keyboard; see MessageAccessible.
    [[nodiscard]] int readingOffset(int row) const;
    //! The message that somebody reads by keyboard; -1 when nobody does.
    [[nodiscard]] int readingRow() const;

    //! Where a short conversation stands: at the end of the view, as usual, or at its top.
    void setStartsAtTop(bool startsAtTop);
    //! A bar beside that message; empty: beside none.
    void setMarked(const QString &messageId);

Q_SIGNALS:
    void regenerateRequested(const QString &messageId);
    void continueRequested(const QString &messageId);
    void inspectRequested(const QString &messageId);
    void editRequested(const QString &messageId);
    void versionRequested(const QString &messageId, int steps); //!< older: -1, newer: 1
    void stepRequested(const QString &messageId, kagura::NextStep step);
    void entryRequested(const QByteArray &cacheKey); //!< that an answer came from
    void saveRequested(const QString &code, const QString &fileName);
    void zoomRequested(int steps); //!< by Ctrl and wheel; 0 resets
    void copied();
    //! An answer ended; assistive technology was told so.
    void announced(const QString &messageId);
    //! A block of an answer that arrives will not change any more; assistive technology was told its text.
    void blockAnnounced(const QString &messageId, const QString &text);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Pressable
    {
        QPersistentModelIndex row;
        TranscriptAction action;
    };

    struct Reading // what the keyboard stands on
    {
        QPersistentModelIndex row;
        TextPlace::Section section = TextPlace::Section::Text;
        int block = -1; // the whole message
    };

    void connectModel();
    void schedule();
    void applyChanges();
    void settle(const TranscriptFlow::Anchor *anchor = nullptr);
    void placePill();
    void watchElapsed();
    void announce(int row);
    void announceBlocks(int row);
    [[nodiscard]] int lead()
        const; // empty space above a conversation that is shorter than the view
    [[nodiscard]] int columnLeft() const;
    void pointAt(int row);
    [[nodiscard]] int rowAt(QPoint point) const; // -1 where there is none
    [[nodiscard]] std::optional<Pressable> pressableAt(QPoint point) const;
    [[nodiscard]] QList<Pressable> pressablesInView() const;
    [[nodiscard]] std::optional<TextPlace> placeAt(QPoint point) const;
    [[nodiscard]] bool readByKey(const QKeyEvent &key);
    void readMessage(int by);
    void readBlock(int by);
    [[nodiscard]] TextPlace readingStart() const;
    void tellReading();
    void tellFocus();
    [[nodiscard]] QRect readingIn(int row) const; // in the message; null when it is elsewhere
    void selectReading();
    [[nodiscard]] bool selectByKey(const QKeyEvent &key);
    [[nodiscard]] TextPlace besideOf(const TextPlace &place, int by, bool isWord);
    [[nodiscard]] TextPlace lineFrom(const TextPlace &place, int by);
    [[nodiscard]] TextPlace edgeOfLine(const TextPlace &place, bool isEnd) const;
    [[nodiscard]] TextPlace edgeOfAll(bool isEnd) const;
    [[nodiscard]] const MessageLayout::Item *itemOf(const TextPlace &place) const;
    //! The beginning of the block above or below, which is in view then.
    [[nodiscard]] std::optional<TextPlace> neighbourOf(const TextPlace &place, int by);
    [[nodiscard]] int firstRowInView() const;
    void showPlace(const TextPlace &place, qsizetype length);
    void showHit();
    [[nodiscard]] std::chrono::milliseconds elapsedOf(const TranscriptMessage &facts) const;

    TranscriptModel &m_model;
    FrameClock &m_frames;
    const Clock &m_clock;
    TranscriptFlow m_flow;
    TranscriptSelection m_selection;
    TranscriptFinder *m_finder = nullptr;
    std::optional<Reading> m_reading;
    QString m_marked;
    QSet<int> m_changedRows;
    QHash<QString, qsizetype> m_toldBlocks; // of answers that arrive, by message
    std::optional<TranscriptFlow::Anchor> m_pending; // while rows are being inserted or removed
    std::optional<Pressable> m_hovered;
    int m_pointedRow = -1; // where the pointer is
    std::optional<Pressable> m_focused;
    std::optional<Pressable> m_pressed;
    QPushButton *m_pill = nullptr;
    QBasicTimer m_elapsedTimer;
    QBasicTimer m_dragTimer;
    QElapsedTimer m_lastDoubleClick;
    QPoint m_dragPoint;
    bool m_isFollowing = true;
    bool m_isSettling = false;
    bool m_isSelecting = false;
    bool m_isLayoutStale = true;
    bool m_startsAtTop = false;
};

} // namespace kagura
