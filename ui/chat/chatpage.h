// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"
#include "ui/chat/failuretext.h"
#include "ui/chat/modellistmodel.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QShortcut;

namespace kagura {

class Clock;
class Composer;
class ConversationList;
class ConversationListModel;
class FindBar;
class FoundPanel;
class FrameClock;
class InstructionsButton;
class ModelPicker;
class PromptPicker;
class SearchHitModel;
class TranscriptModel;
class TranscriptView;
class WelcomePanel;

//! The models that the page shows; whoever made the page feeds them.
struct ChatModels
{
    ConversationListModel &conversations;
    SearchHitModel &hits;
    TranscriptModel &transcript;
    ModelListModel &choices;
};

//! The chat page: conversations on the left, the open one in the middle, and below it the composer.
//!
//! It knows no store and no provider. What the user wants is a signal; what happened is told by the
//! models and by the setters. Stop is there from the moment a message is sent: the page does not wait
//! for the answer's row to appear. A draft is kept for each conversation.
//!
//! Thread: the GUI thread. Lifetime: its parent's; models and clocks outlive it. Errors: none.
class ChatPage final : public QWidget
{
    Q_OBJECT

public:
    ChatPage(const ChatModels &models,
             FrameClock &frames,
             const Clock &clock,
             QWidget *parent = nullptr);

    //! What the page has keys of its own for.
    enum class Command : std::uint8_t {
        New,
        Find, //!< in all conversations
        FindHere, //!< in the one that is shown
        PickModel,
        Instruct, //!< opens the instructions of the conversation
        Larger,
        Smaller,
        UsualSize,
        Stop
    };
    //! Other keys for it; empty: none.
    void setKeys(Command command, const QKeySequence &keys);

    void setChatStyle(const ChatStyle &style);
    [[nodiscard]] const ChatStyle &chatStyle() const { return m_style; }

    //! Which conversation the transcript model holds now; an empty id is a new one.
    void showConversation(const QString &id, const QString &title);
    [[nodiscard]] QString conversation() const { return m_conversation; }
    //! The new conversation that is shown got its id, because its first message was sent.
    void adoptConversation(const QString &id);
    //! Scrolls to that message, as far as needed; without it nothing happens.
    void showMessage(const QString &id);
    void setTitle(const QString &title);
    //! "3,412 of 200k tokens · $0.031"; empty hides it.
    void setTotals(const QString &totals);

    void setChoice(const ModelChoice &choice);
    //! Only the Guide can answer: the first steps are shown.
    void setGuideOnly(bool isGuideOnly);

    //! What was left unfinished there earlier; what is being written now is never replaced.
    void setDraft(const QString &conversation, const QString &text);

    //! What is being written for the conversation that is shown, below another version of an earlier
    //! message that may be in the composer now.
    [[nodiscard]] QString draftText() const;

    //! What was asked for with sendRequested() did not happen: the text is the draft again.
    void refuseSend(const QString &text);

    //! The earlier message that the composer holds another version of; empty: none.
    [[nodiscard]] QString edited() const { return m_edited; }

    //! \name Something in the place of the conversation; the page takes it, hidden.
    //! @{
    void setCenter(QWidget *center);
    void showCenter(bool isShown);
    //! Answers are arriving there, and can be stopped.
    void setAnswering(bool isAnswering);
    //! @}

    //! A panel at the right, beside the conversation, which it narrows; the page takes it, hidden.
    void setSide(QWidget *panel);

    void focusComposer();

    //! Opens the bar in which words of this conversation are looked for; where there is none, the
    //! search of all.
    void findHere();

    [[nodiscard]] FoundPanel &found() const { return *m_found; }
    [[nodiscard]] ConversationList &list() const { return *m_list; }
    [[nodiscard]] FindBar &findBar() const { return *m_findBar; }
    [[nodiscard]] TranscriptView &transcript() const { return *m_transcript; }
    [[nodiscard]] Composer &composer() const { return *m_composer; }
    [[nodiscard]] PromptPicker &prompts() const { return *m_prompts; }
    [[nodiscard]] InstructionsButton &instructions() const { return *m_instructions; }
    [[nodiscard]] ModelPicker &picker() const { return *m_picker; }

Q_SIGNALS:
    void sendRequested(const QString &conversation,
                       const QString &text,
                       const kagura::ModelChoice &choice);
    void stopRequested(const QString &conversation);
    //! Another version of an earlier message.
    void editRequested(const QString &conversation,
                       const QString &message,
                       const QString &text,
                       const kagura::ModelChoice &choice);
    void continueRequested(const QString &conversation,
                           const QString &message,
                           const kagura::ModelChoice &choice);
    void versionRequested(const QString &message, int steps); //!< older: -1, newer: 1
    void regenerateRequested(const QString &conversation,
                             const QString &message,
                             const kagura::ModelChoice &choice);
    void editChanged(); //!< see edited()
    void conversationShown(const QString &conversation); //!< and with it its draft
    void conversationAdopted(const QString &conversation); //!< see adoptConversation()
    //! What was written for a conversation, as the page turns to another one.
    void draftLeft(const QString &conversation, const QString &text);
    void newConversationRequested();
    void openSettingsRequested();
    void connectRequested();
    void zoomRequested(int steps); //!< 0 resets
    void notified(const QString &text); //!< something small succeeded: "Copied"

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    using Keys = QHash<Command, QShortcut *>;

    void build();
    void orderTabs();
    void addShortcuts();
    void send(const QString &text);
    void stop();
    void beginEdit(const QString &message);
    void endEdit();
    void editLast();
    void continueAnswer(const QString &message);
    void takeStep(const QString &message, NextStep step);
    void keepDraft();
    void refresh();
    [[nodiscard]] QWidget *makeHead();

    TranscriptModel &m_messages;
    ChatStyle m_style;
    QHash<QString, QString> m_drafts; // by conversation
    QString m_edited; //!< the message that the composer holds another version of; empty: none
    QString m_conversation;
    QString m_title;
    ConversationList *m_list = nullptr;
    TranscriptView *m_transcript = nullptr;
    FindBar *m_findBar = nullptr;
    Composer *m_composer = nullptr;
    WelcomePanel *m_welcome = nullptr;
    FoundPanel *m_found = nullptr;
    PromptPicker *m_prompts = nullptr;
    InstructionsButton *m_instructions = nullptr;
    ModelPicker *m_picker = nullptr;
    QWidget *m_center = nullptr; // in the place of the transcript, where it is wanted
    QWidget *m_head = nullptr;
    QWidget *m_main = nullptr;
    QWidget *m_column = nullptr;
    QLabel *m_titleLabel = nullptr;
    QLabel *m_totals = nullptr;
    Keys m_keys;
    bool m_isSending = false; // between Send and the answer's first row
    bool m_isGuideOnly = true;
    bool m_isCentered = false;
    bool m_isAnswering = false; // in m_center
};

} // namespace kagura
