// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/cache/cacheentry.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>

namespace kagura {

//! \name The lines of an exported cache: JSON, one object a line.
//!
//! First {"kagura_cache":1,…}, then one entry a line, last {"end":true,"entries":n}: without that one the
//! file was cut off. No line holds a key of an account.
//! @{

//! An entry on its way out of one cache and into another.
struct ArchivedEntry
{
    NewCacheEntry entry;
    bool isStale = false;

    //! Which account answers of that provider are taken for; empty: the one that the line names.
    using ScopeOf = std::function<std::optional<QString>(const QString &provider)>;

    enum class Content : std::uint8_t {
        Whole,
        Redacted, //!< without words of requests, answers and notes: for statistics, not for import
    };

    [[nodiscard]] QByteArray toLine(Content content) const;
    //! The key that the line names is not looked at: it is computed from what the line says was asked.
    //! Errors: Protocol for what is no entry, or holds no whole answer.
    [[nodiscard]] static Result<ArchivedEntry> fromObject(const Json &object,
                                                          const ScopeOf &scopeOf);
    //! Whether the key is what fromObject() would compute; old entries may lack what that takes.
    [[nodiscard]] bool isPortable() const;
};

struct ArchiveHead
{
    static constexpr int Version = 1;

    QDateTime at;
    QString query; //!< as it was typed
    bool isRedacted = false;

    [[nodiscard]] QByteArray toLine() const;
    //! Errors: BadRequest with what to do, for another file, a later version, and what is redacted.
    [[nodiscard]] static Result<ArchiveHead> fromObject(const Json &object);
};

//! The last line.
struct ArchiveEnd
{
    qint64 entries = 0;

    [[nodiscard]] QByteArray toLine() const;
    [[nodiscard]] static std::optional<ArchiveEnd> fromObject(const Json &object); //!< empty: none
};
//! @}

} // namespace kagura
