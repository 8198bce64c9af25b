// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/entrydetail.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QVBoxLayout;

namespace kagura {

class Button;
class Chip;
class EntryFacts;
class KeyStrip;
class Label;
class MissCard;
class BeatPicture;
class TextTabs;

//! One entry, looked at from all sides, and what can be done with it.
//!
//! The head is shown at once; the rest when it has been read.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: shown.
class CachePreview final : public QWidget
{
    Q_OBJECT

public:
    enum class Side : std::uint8_t { Conversation, Request, Stream, Usage, Key };

    //! conversation: shows the messages of the entry; the preview takes it.
    explicit CachePreview(QWidget *conversation, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

    //! Empty: none; then words say what could be done.
    void setEntry(const std::optional<CacheEntry> &entry, const QDateTime &now);
    void setWords(const QString &words); //!< in place of an entry
    void setDetail(const EntryDetail &detail);
    void setMiss(const MissDetail &miss);
    void setReplaying(bool isReplaying);
    void showSide(Side side);

    [[nodiscard]] const std::optional<CacheEntry> &entry() const { return m_entry; }

Q_SIGNALS:
    void replayRequested(); //!< or its end, while it is replayed
    void pinRequested(qint64 entry, bool isPinned);
    //! seconds from now; empty: never.
    void lifetimeRequested(qint64 entry, std::optional<qint64> seconds);
    void diffRequested(qint64 entry);
    void eraseRequested(qint64 entry);
    void invalidateRequested(qint64 entry);
    void missWanted(qint64 entry);
    void nearestRequested(const kagura::CacheEntry &nearest);
    void tagsChanged(qint64 entry, const QStringList &added, const QStringList &removed);
    void noteChanged(qint64 entry, const QString &note);
    void copyRequested(const QString &text);

private:
    void makeHead();
    void makeSides(QWidget *conversation);
    void makeActions();
    void openLifetimes();
    void showEntry();
    void dress();
    [[nodiscard]] QWidget *section(Label *title, Label *note, QWidget *part, QWidget *parent);

    Theme m_theme;
    std::optional<CacheEntry> m_entry;
    QDateTime m_now;
    QList<Label *> m_labels;
    Label *m_agent = nullptr;
    Label *m_model = nullptr;
    Chip *m_look = nullptr;
    Label *m_dates = nullptr;
    TextTabs *m_tabs = nullptr;
    QStackedWidget *m_sides = nullptr;
    QStackedWidget *m_whole = nullptr; //!< the entry, or words
    Label *m_words = nullptr;
    QWidget *m_head = nullptr;
    QWidget *m_actions = nullptr;
    Label *m_system = nullptr;
    Label *m_unsound = nullptr;
    QList<BeatPicture *> m_pictures;
    QList<Label *> m_streamNotes;
    QList<KeyStrip *> m_strips;
    Label *m_keyNote = nullptr;
    Label *m_key = nullptr;
    QPlainTextEdit *m_request = nullptr;
    EntryFacts *m_facts = nullptr;
    MissCard *m_miss = nullptr;
    Button *m_whyMissed = nullptr;
    Button *m_copyKey = nullptr;
    Button *m_replay = nullptr;
    Button *m_pin = nullptr;
    Button *m_lifetime = nullptr;
    QList<Button *> m_buttons;
    QList<QVBoxLayout *> m_sections;
};

} // namespace kagura
