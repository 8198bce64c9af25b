// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/base/json.h"
#include "core/cache/cachebrowser.h"
#include "core/llm/provider.h"

#include <QList>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace kagura {

//! What became of an entry that was asked anew.
struct RefreshedEntry
{
    qint64 id = 0; //!< of the old one
    QString model;
    QString prompt; //!< its beginning
    QString before;
    QString after;
    bool isReplaced = false; //!< else another account or address was asked, and both are kept
    std::optional<Error> failure; //!< then the old one is as it was

    [[nodiscard]] bool isSame() const { return !failure && before == after; }

    bool operator==(const RefreshedEntry &) const = default;
};

//! Asks entries of the cache anew, some at a time, and says how the answers differ.
//!
//! What is asked is the body that was kept, byte for byte but for how it travels. Entries with files,
//! which are kept as hashes only, and with tools, whose answers are not kept, are left as they are. A new
//! answer that is not kept (cut off, filtered) leaves the old one in its place.
//!
//! Thread: the engine thread. Lifetime: browser and providers outlive it. Errors: those of entries stand
//! in their results; failure() is for cancel() and an unreadable database.
class CacheRefresh final : public Handle
{
    Q_OBJECT

public:
    //! A provider whose calls go past the cache and send that body, whatever else they say.
    using Ready = std::function<void(const Result<std::shared_ptr<Provider>> &)>;
    using ProviderFor = std::function<void(
        const QString &name, const Json &body, QObject *context, const Ready &ready)>;

    //! Begins at once.
    CacheRefresh(CacheBrowser &browser,
                 ProviderFor providerFor,
                 const QList<qint64> &ids,
                 QObject *parent = nullptr);
    ~CacheRefresh() override;

    void cancel() override;

    [[nodiscard]] const QList<RefreshedEntry> &entries() const { return m_done; }

Q_SIGNALS:
    void refreshed(const kagura::RefreshedEntry &entry);

private:
    struct Asking;

    void startMore();
    void read(qint64 id);
    void ask(const BrowserTable::Whole &whole, const Json &body);
    void listen(qint64 id);
    void take(RefreshedEntry entry);

    CacheBrowser &m_browser;
    ProviderFor m_providerFor;
    QList<qint64> m_waiting;
    int m_open = 0;
    std::map<qint64, std::unique_ptr<Asking>> m_asking;
    QList<RefreshedEntry> m_done;
};

} // namespace kagura
