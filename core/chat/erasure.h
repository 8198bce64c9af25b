// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace kagura {

class Connection;

//! What a conversation was before it was erased, for those who keep copies of it.
struct ErasedConversation
{
    QString title;
    QStringList messages; //!< ids
    QStringList cacheKeys; //!< in hex: of the answers that came from the cache or went there

    bool operator==(const ErasedConversation &) const = default;
};

//! Takes a conversation out of the database for good, with every branch, its draft, what can be searched
//! of it and the files that no other one has; the pages are overwritten. In a transaction of the caller.
//!
//! What was written to other pages earlier stays in free ones until Database::compact().
//!
//! Errors: Storage; BadRequest for an id that is not there.
[[nodiscard]] Result<ErasedConversation> eraseConversation(Connection &connection,
                                                           const QString &id);

} // namespace kagura
