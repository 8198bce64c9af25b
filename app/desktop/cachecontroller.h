// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "app/desktop/entryreplay.h"
#include "core/base/clock.h"
#include "ui/cache/cachepage.h"
#include "ui/chat/transcriptmodel.h"
#include "ui/widgets/frameclock.h"

#include <QObject>

#include <memory>

namespace kagura {

class CacheDesk;
class StatisticsController;
class TranscriptView;

//! Feeds the cache page with what its desk says, and tells the desk what the person wants.
//!
//! Thread: the GUI thread. Lifetime: the engine outlives it, or has ended its thread. Errors: shown by
//! the page.
class CacheController final : public QObject
{
    Q_OBJECT

public:
    explicit CacheController(ChatEngine &engine, QObject *parent = nullptr);
    ~CacheController() override;

    [[nodiscard]] CachePage &page() const { return *m_page; }
    void setTheme(const Theme &theme);

    //! Turns the page to the entry of that key.
    void showKey(const CacheKey &key);

Q_SIGNALS:
    void notified(const QString &text);
    void writeMessageRequested();

private:
    void listenToEntries();
    void listenToPreview();
    void listenToOthers();
    void listenToDesk();
    void listenToAnswers();
    void refresh();
    void showDetail(const EntryDetail &detail);
    void replay();
    void copy(const QString &text);
    template <typename Work>
    void tell(Work work);

    ChatEngine &m_engine;
    SystemClock m_clock;
    FrameClock m_frames;
    TranscriptModel m_messages; //!< of the entry that is looked at
    std::unique_ptr<CachePage> m_page; //!< before what its conversation shows
    std::unique_ptr<StatisticsController> m_statistics;
    TranscriptView *m_conversation = nullptr;
    EntryReplay m_replay;
    EntryDetail m_detail;
};

} // namespace kagura
