// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "ui/cache/cachepage.h"

#include <QObject>

#include <memory>

namespace kagura {

class CacheDesk;
class StatisticsController;

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

Q_SIGNALS:
    void notified(const QString &text);
    void writeMessageRequested();

private:
    void listenToPage();
    void listenToDesk();
    void refresh();
    template <typename Work>
    void tell(Work work);

    ChatEngine &m_engine;
    std::unique_ptr<CachePage> m_page;
    std::unique_ptr<StatisticsController> m_statistics;
    bool m_isAsked = false; //!< the page was shown before
};

} // namespace kagura
