// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/attachmentstrip.h"
#include "ui/chat/blockitem.h"
#include "ui/chat/blocksource.h"
#include "ui/chat/chatstyle.h"
#include "ui/chat/format.h"
#include "ui/chat/textleaf.h"
#include "ui/chat/textplace.h"
#include "ui/chat/toolcards.h"
#include "ui/chat/transcriptaction.h"
#include "ui/chat/transcriptmessage.h"

#include <QList>
#include <QRect>

#include <optional>
#include <utility>
#include <vector>

namespace kagura {

class CodeLanguages;

//! Where everything of one message stands: its blocks of text, and around them bubble, reasoning line,
//! error card and footer. Only blocks that were asked for are laid out, the others are estimated.
//!
//! Coordinates begin at the top left of the message's column. take() may be called again and again
//! while the message grows and costs what was added; a message that became another one is noticed.
//!
//! Thread: the GUI thread. Lifetime: with the view's cache. Errors: none.
class MessageLayout
{
public:
    using Item = BlockItem;

    //! Without languages code has one colour.
    explicit MessageLayout(const BlockSourceFactory &newSource,
                           const CodeLanguages *languages = nullptr);
    ~MessageLayout();
    Q_DISABLE_COPY_MOVE(MessageLayout)

    //! openTools: the cards of tools that show everything.
    void take(const TranscriptMessage &message,
              bool isReasoningOpen,
              const QSet<int> &openTools = {});

    //! Places everything for this column width, laying out the items that touch [from, to). Gives the
    //! number of chunks of text that were shaped.
    int flow(const ChatStyle &style, int width, int from, int to);

    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] const std::vector<Item> &items() const { return m_items; }
    [[nodiscard]] const TranscriptMessage &facts() const { return m_facts; } //!< without its texts
    //! Of reasoning and text together.
    [[nodiscard]] qsizetype characters() const { return m_reasoning.consumed + m_text.consumed; }
    //! Of the text, those that will not change any more.
    [[nodiscard]] qsizetype finishedBlocks() const { return m_text.synced; }
    //! As plain text.
    [[nodiscard]] QString blockText(qsizetype block) const;
    [[nodiscard]] const QList<TranscriptAction> &actions() const { return m_actions; }
    [[nodiscard]] bool isReasoningOpen() const { return m_isReasoningOpen; }

    [[nodiscard]] QRect bubble() const { return m_bubble; } //!< empty for answers
    [[nodiscard]] const AttachmentStrip &attachments() const { return m_attachments; }
    [[nodiscard]] QPoint attachmentsAt() const { return m_attachmentsAt; }
    [[nodiscard]] const ToolCards &tools() const { return m_tools; }
    [[nodiscard]] QPoint toolsAt() const { return m_toolsAt; }
    [[nodiscard]] QRect reasoningLine() const { return m_reasoningLine; }
    [[nodiscard]] QRect card() const { return m_card; } //!< empty unless it failed
    [[nodiscard]] QPoint cardText() const { return m_cardText; }
    [[nodiscard]] const FailureText &failure() const { return m_failure; }
    [[nodiscard]] const TextLeaf &failureReason() const { return m_failureReason; }
    [[nodiscard]] QRect footer() const { return m_footer; }
    //! What the footer says, and where, as far as there is room beside its buttons.
    [[nodiscard]] QList<std::pair<FooterPart, QRect>> footerParts(
        const ChatStyle &style, std::chrono::milliseconds elapsed) const;
    [[nodiscard]] QRect versions() const { return m_versions; } //!< "2 / 3"; empty for a single one
    [[nodiscard]] QRect caret() const { return m_caret; } //!< empty unless text is arriving

    //! The code that starts at this block, whole.
    [[nodiscard]] QString codeAt(int block) const;
    [[nodiscard]] QString codeNameAt(int block) const; //!< what its file could be called
    [[nodiscard]] qsizetype laidOutItems() const;
    void release(); //!< forgets all lines

    //! The nearest item with lines; null when there is none.
    [[nodiscard]] const Item *itemAt(int y) const;

private:
    struct Section
    {
        std::unique_ptr<BlockSource> source;
        qsizetype consumed = 0;
        QString sample; // of what was consumed, to notice another text
        qsizetype synced = 0; // blocks that will not change any more
        bool isFinished = false;
    };

    void takeSection(Section &section,
                     TextPlace::Section kind,
                     const QString &text,
                     bool isComplete);
    [[nodiscard]] QList<TextLeaf::Run> colour(const MessageBlock &block, std::size_t at);
    void sync(Section &section, TextPlace::Section kind);
    [[nodiscard]] std::size_t firstOf(TextPlace::Section kind) const;
    [[nodiscard]] std::size_t countOf(TextPlace::Section kind) const;
    int placeItems(const ChatStyle &style, const QRect &column, int from, int to, int &y);
    void placeLinks(const Item &item);
    void placeCodeActions(const Item &item, const ChatStyle &style);
    void placeAttachments(const ChatStyle &style, QRect column, int &y);
    int placeTools(const ChatStyle &style, int width, int &y);
    void placeReasoningLine(const ChatStyle &style, int &y);
    void placeCaret(const ChatStyle &style, QRect column, int &y);
    int placeCard(const ChatStyle &style, int width, int &y);
    void placeBadge(const ChatStyle &style);
    //! From right to left, ending before x; gives where it begins.
    int placeVersions(const ChatStyle &style, int x, int y);
    void placeOwnActions(const ChatStyle &style);
    void placeFooter(const ChatStyle &style, int width, int &y);

    const BlockSourceFactory &m_newSource;
    const CodeLanguages *m_languages;
    TranscriptMessage m_facts;
    TranscriptMessage::Author m_author = TranscriptMessage::Author::User;
    FailureText m_failure;
    TextLeaf m_failureReason;
    Section m_reasoning;
    Section m_text;
    std::vector<Item> m_items; // reasoning first
    QList<TranscriptAction> m_actions;
    AttachmentStrip m_attachments{AttachmentStrip::Place::Message};
    QPoint m_attachmentsAt;
    ToolCards m_tools;
    QPoint m_toolsAt;
    QRect m_bubble;
    QRect m_reasoningLine;
    QRect m_card;
    QPoint m_cardText;
    QRect m_footer;
    QRect m_versions;
    QRect m_caret;
    int m_height = 0;
    bool m_isReasoningOpen = false;
};

//! What the reasoning line says: "Thinking…", "Thought for 4 s".
[[nodiscard]] QString reasoningLabel(const TranscriptMessage &message);

} // namespace kagura
