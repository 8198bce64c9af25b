// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cacheentry.h"
#include "core/cache/cachereason.h"
#include "core/llm/callidentity.h"
#include "core/storage/connection.h"

#include <QStringList>

#include <optional>

namespace kagura {

//! Why a request is, or is not, answered by what is stored.
struct CacheExplanation
{
    bool isHit = false;
    CacheReason reason = CacheReason::None; //!< of the miss
    std::optional<CacheEntry> entry; //!< with its very key; live, stale or in the trash
    QString invalidatedBy; //!< the query of the operation that took it away

    //! The stored request that is most like this one, when there is none with its key.
    std::optional<CacheEntry> nearest;
    bool isOtherModel = false;
    bool isOtherOrigin = false; //!< dialect, origin or account
    bool isOtherSystem = false;
    bool areOtherTools = false;
    bool isOtherSample = false;
    bool isOtherSpace = false;
    QStringList parameters; //!< names of those that differ
    //! The first message in which both differ, from 0; empty: one has all of the other's, or both are
    //! the same.
    std::optional<qsizetype> messagesDivergeAt;

    bool operator==(const CacheExplanation &) const = default;
};

//! Finds out why a look-up came to what it came to.
//!
//! The nearest entry is looked for among the latest some hundreds of the same model, and of any: by
//! the same system prompt, and by how many messages both begin with.
//!
//! Thread: that of the connection, in a read. Lifetime: shorter than the connection. Errors: Storage.
class ExplanationTable
{
public:
    explicit ExplanationTable(Connection &connection);

    [[nodiscard]] Result<CacheExplanation> explain(const CallIdentity &identity,
                                                   const RequestKey &key,
                                                   const CacheSpace &space,
                                                   const QDateTime &now);

    //! What was most like it when it was not there yet: why a request whose answer is stored by now
    //! had been asked anew. Of an entry that is there the reason is NeverSeen.
    [[nodiscard]] Result<CacheExplanation> explainFirst(const CallIdentity &identity,
                                                        const RequestKey &key,
                                                        const CacheSpace &space);

private:
    struct Candidate;

    [[nodiscard]] Result<void> explainByKey(const CacheKey &key,
                                            const QDateTime &now,
                                            CacheExplanation &explanation);
    [[nodiscard]] Result<void> explainByLikeness(const CallIdentity &identity,
                                                 const RequestKey &key,
                                                 const CacheSpace &space,
                                                 CacheExplanation &explanation);
    [[nodiscard]] Result<std::optional<Candidate>> nearest(const CallIdentity &identity,
                                                           const KeyAnatomy &anatomy,
                                                           const CacheKey &but);
    [[nodiscard]] Result<Json> parametersOf(qint64 id);

    Connection &m_connection;
};

} // namespace kagura
