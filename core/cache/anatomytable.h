// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/digest.h"
#include "core/storage/connection.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace kagura {

//! What the key of a stored request was made of, and which of it others have, too.
struct StoredAnatomy
{
    struct Part
    {
        QByteArray hash; //!< in hex
        qint64 shared = 0; //!< by so many others

        bool operator==(const Part &) const = default;
    };

    Part origin;
    Part system;
    Part tools;
    Part parameters;
    QList<Part> messages; //!< each with all before it
    qint64 compared = 0; //!< with so many of the latest entries

    bool operator==(const StoredAnatomy &) const = default;
};

//! Reads the parts of a key.
//!
//! Thread: that of the connection, in a read. Lifetime: shorter than the connection. Errors: Storage.
class AnatomyTable
{
public:
    explicit AnatomyTable(Connection &connection);

    //! Empty: there is no entry of that id.
    [[nodiscard]] Result<std::optional<StoredAnatomy>> of(qint64 id);

private:
    Connection &m_connection;
};

} // namespace kagura
