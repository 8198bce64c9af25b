// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/chat/preset.h"
#include "core/storage/database.h"
#include "core/storage/readtoken.h"
#include "core/storage/schema.h"

#include <QList>
#include <QString>

#include <functional>

namespace kagura {

//! The presets, in kagura.db.
//!
//! Thread: any, with a context of the calling thread. Lifetime: the database outlives it. Errors: Storage;
//! BadRequest for a preset without a name.
class PresetStore
{
public:
    template <typename T>
    using Done = std::function<void(const Result<T> &)>;

    explicit PresetStore(Database &database);

    //! Its table, for the schema of chat.
    [[nodiscard]] static QString table();

    ReadToken load(QObject *context, Done<QList<Preset>> done); //!< by name
    //! Adds it, or changes the one of that id; what was removed comes back so. An empty id is filled in. Of
    //! two with one name the later takes the earlier's place.
    void save(const Preset &preset, QObject *context, Done<Preset> done);
    void remove(const QString &id, QObject *context, Done<void> done);

private:
    Database &m_database;
};

} // namespace kagura
