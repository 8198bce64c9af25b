// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/cache/archiveline.h"
#include "core/cache/archivewriter.h"
#include "tests/core/cache/cachefixture.h"

#include <QFile>

namespace kagura::test {

//! The same entry with the key and the anatomy of what it says was asked.
[[nodiscard]] inline NewCacheEntry portable(NewCacheEntry entry)
{
    CacheEntry &meta = entry.answer.entry;
    CallIdentity identity;
    identity.dialect = meta.dialect;
    identity.origin = meta.origin;
    identity.scope = meta.scope;
    identity.model = meta.model;
    identity.sampleIndex = meta.sample;
    const Json body = *parseJson(entry.request);
    meta.key = *RequestKey::again(identity, meta.space, entry.rest, body);
    entry.anatomy = KeyAnatomy::of(identity, body);
    return entry;
}

//! An archive of those entries, as an export writes it.
[[nodiscard]] inline QByteArray archiveOf(const QList<NewCacheEntry> &entries,
                                          ArchiveWriter::Packing packing)
{
    QByteArray bytes;
    ArchiveWriter writer(packing, [&bytes](const QByteArray &piece) {
        bytes += piece;
        return Result<void>();
    });
    bool isWritten = writer.write(ArchiveHead().toLine()).has_value();
    for (const NewCacheEntry &entry : entries)
        isWritten =
            isWritten && writer.write(ArchivedEntry{entry}.toLine(ArchivedEntry::Content::Whole));
    isWritten = isWritten && writer.write(ArchiveEnd{entries.size()}.toLine()) && writer.finish();
    return isWritten ? bytes : QByteArray();
}

[[nodiscard]] inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace kagura::test
