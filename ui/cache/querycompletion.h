// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace kagura {

//! The names that entries have, to be offered.
struct CacheNames
{
    QStringList models;
    QStringList agents;
    QStringList tags;
    QStringList providers;

    bool operator==(const CacheNames &) const = default;
};

//! What could stand where the cursor is, and what of the text it would replace.
struct QueryCompletion
{
    qsizetype begin = 0;
    qsizetype length = 0;
    QStringList candidates; //!< empty: nothing is to be offered

    bool operator==(const QueryCompletion &) const = default;
};

[[nodiscard]] QueryCompletion completeQuery(const QString &query,
                                            qsizetype cursor,
                                            const CacheNames &names);

} // namespace kagura
