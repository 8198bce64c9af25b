// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/code/codelanguages.h"
#include "core/markdown/blockwriter.h"
#include "ui/chat/heightindex.h"
#include "ui/chat/messagelayout.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <unordered_map>

namespace kagura {

class TranscriptModel;

//! The long column of a transcript without a window: how high every message is or probably is, and
//! layouts of the few that were seen lately.
//!
//! settle() makes everything in view exact and keeps what the reader looks at where it was, although
//! estimates above it turn into heights. The cost of a frame depends on what is in view, not on the
//! length of the conversation.
//!
//! Thread: the GUI thread. Lifetime: with its view; the model outlives it. Errors: none.
class TranscriptFlow
{
public:
    static constexpr std::size_t maxLayouts = 48;

    //! What stays in place: the first laid out item in view, or else the row there.
    struct Anchor
    {
        int row = -1;
        int item = -1;
        qint64 offset = 0; //!< of its top from the top of the view
    };

    TranscriptFlow(const TranscriptModel &model, BlockSourceFactory newSource);
    ~TranscriptFlow();
    Q_DISABLE_COPY_MOVE(TranscriptFlow)

    //! \name The shape of the column; both re-estimate everything.
    //! @{
    void setStyle(const ChatStyle &style);
    [[nodiscard]] const ChatStyle &style() const { return m_style; }
    void setWidth(int width);
    [[nodiscard]] int width() const { return m_width; }
    //! @}

    //! \name What happened in the model
    //! @{
    void reset();
    void insertRows(int first, int count);
    void removeRows(int first, int count);
    void changeRow(int row);
    //! @}

    void toggleReasoning(int row);
    void toggleTool(int row, int card);

    [[nodiscard]] qint64 total() const { return m_heights.total(); }
    [[nodiscard]] qint64 top(int row) const { return m_heights.top(row); }
    [[nodiscard]] int rowAt(qint64 y) const { return int(m_heights.rowAt(y)); }
    [[nodiscard]] int rowHeight(int row) const { return m_heights.height(row); }

    [[nodiscard]] Anchor anchorAt(qint64 value, int viewHeight) const;
    [[nodiscard]] qint64 valueFor(const Anchor &anchor) const;

    //! Lays out what is in view and gives the value that keeps the anchor in place, or the end.
    qint64 settle(qint64 value, int viewHeight, bool staysAtEnd, const Anchor *anchor = nullptr);

    [[nodiscard]] const BlockSourceFactory &newSource() const { return m_newSource; }

    //! Null when the row was not seen lately.
    [[nodiscard]] const MessageLayout *layout(int row) const;

    //! All text of a row as displayed; blocks that are collapsed are left out.
    [[nodiscard]] QString displayedText(
        int row,
        const TextPlace &from,
        const TextPlace &to,
        BlockWriter::Format format = BlockWriter::Format::Plain) const;

    //! \name For tests of what a frame costs
    //! @{
    [[nodiscard]] qsizetype layoutCount() const { return qsizetype(m_layouts.size()); }
    [[nodiscard]] qsizetype laidOutItems() const;
    [[nodiscard]] qint64 shapedChunks() const { return m_shaped; }
    //! @}

private:
    struct Guess // what an estimate needs, so that a new width does not read all texts again
    {
        int characters = 0;
        int lines = 0;
        bool isOwn = false;
    };
    struct Cached
    {
        std::unique_ptr<MessageLayout> layout;
        quint64 lastUsed = 0;
    };

    [[nodiscard]] Guess guessOf(int row) const;
    [[nodiscard]] int estimate(const Guess &guess) const;
    void estimateAll();
    MessageLayout &layoutFor(int row);
    qint64 layView(int first, qint64 value, int viewHeight);
    void trim();

    const TranscriptModel &m_model;
    const BlockSourceFactory m_newSource;
    const CodeLanguages m_languages;
    ChatStyle m_style;
    int m_width = 0;
    HeightIndex m_heights;
    QList<Guess> m_guesses;
    std::unordered_map<QString, Cached> m_layouts;
    QSet<QString> m_openReasoning;
    QHash<QString, QSet<int>> m_openTools; // by message
    quint64 m_now = 0;
    qint64 m_shaped = 0;
};

} // namespace kagura
