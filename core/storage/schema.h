// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace kagura {

class Connection;

//! The tables of one room and how they came to be: step n leads from version n to n + 1, so the
//! version is the number of steps. A step that was released is never changed.
struct Schema
{
    struct Step
    {
        QStringList statements = {};
        std::function<Result<void>(Connection &)> work = {}; //!< after the statements; may be empty
    };

    QString room; //!< "chat"
    QList<Step> steps;

    [[nodiscard]] int version() const { return static_cast<int>(steps.size()); }
};

//! How a database stands to the schemas of this program.
struct SchemaStand
{
    bool isNew = false; //!< nothing is in it yet
    bool isNewer = false; //!< a later program has written it: hands off
    bool isOlder = false; //!< steps are missing

    bool operator==(const SchemaStand &) const = default;
};

[[nodiscard]] Result<SchemaStand> compareSchemas(Connection &connection,
                                                 const QList<Schema> &schemas);

//! Takes the steps that are missing, each in a transaction of its own with its version: an end in the
//! middle leaves a version that existed, and the next call goes on from there.
[[nodiscard]] Result<void> migrate(Connection &connection, const QList<Schema> &schemas);

} // namespace kagura
