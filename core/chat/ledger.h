// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/chat/spending.h"
#include "core/storage/database.h"
#include "core/storage/readtoken.h"

#include <QDateTime>
#include <QString>

#include <functional>

namespace kagura {

//! Adds up what answers took and cost.
//!
//! Thread: any, with a context of the calling thread. Lifetime: the database outlives it. Errors: Storage.
class Ledger
{
public:
    using Done = std::function<void(const Result<Spending> &)>;

    explicit Ledger(Database &database);

    //! Of all versions of all answers of a conversation: they were all paid for.
    ReadToken of(const QString &conversation, QObject *context, Done done);
    //! Of all answers that were asked for since then, also in conversations that were removed.
    ReadToken since(const QDateTime &time, QObject *context, Done done);

    //! By which since() finds its answers; for the schema of chat.
    [[nodiscard]] static QString index();

private:
    Database &m_database;
};

} // namespace kagura
