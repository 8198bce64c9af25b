// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/cache/archiveline.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

#include <memory>

namespace kagura {

//! Reads an exported cache, packed or not, some entries at a time, so that memory is that of a few.
//!
//! What is in the file decides nothing but its own fate: lines and packing have limits.
//!
//! Thread: one at a time. Lifetime: none beyond its own. Errors: BadRequest for another file, Protocol
//! with the number of the line for a damaged one, Storage.
class ArchiveReader final
{
public:
    explicit ArchiveReader(const QString &path);
    ~ArchiveReader();
    Q_DISABLE_COPY_MOVE(ArchiveReader)

    //! Reads the first line.
    [[nodiscard]] Result<ArchiveHead> open();

    //! The next entries, at most so many; none: the file has been read, and was whole.
    [[nodiscard]] Result<QList<ArchivedEntry>> next(int most,
                                                    const ArchivedEntry::ScopeOf &scopeOf);

private:
    struct Unpacker;

    [[nodiscard]] Result<Json> nextObject();
    [[nodiscard]] Result<QByteArray> nextLine();
    [[nodiscard]] Result<void> fill();
    [[nodiscard]] Result<void> checkEnd();
    [[nodiscard]] Error fault(const QString &what) const;

    QFile m_file;
    std::unique_ptr<Unpacker> m_unpacker; // null: not packed
    QByteArray m_text; // read, and not yet taken from m_taken on
    qsizetype m_taken = 0;
    qint64 m_line = 0;
    qint64 m_entries = 0;
    bool m_isFileAtEnd = false;
    bool m_isAtEnd = false;
};

} // namespace kagura
