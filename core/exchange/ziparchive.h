// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>

struct zip;

namespace kagura {

struct ImportLimits;

//! The entries of a zip archive that is in memory. Names are looked up and never used as paths, and
//! nothing is written anywhere.
//!
//! Thread: one at a time. Lifetime: none; it holds the bytes. Errors: Protocol for what is no archive,
//! is encrypted or does not match its checksum, for too many entries, and for those that unpack to more
//! than the limits or than any honest file does.
class ZipArchive final
{
public:
    [[nodiscard]] static Result<std::shared_ptr<ZipArchive>> open(const QByteArray &bytes,
                                                                  const ImportLimits &limits);
    ~ZipArchive();
    Q_DISABLE_COPY_MOVE(ZipArchive)

    [[nodiscard]] QStringList names() const { return m_names; } //!< of files, not of folders
    [[nodiscard]] bool contains(const QString &name) const { return m_places.contains(name); }
    [[nodiscard]] Result<QByteArray> read(const QString &name) const;

private:
    ZipArchive(QByteArray bytes, qint64 entryBytes, int entryRatio);

    QByteArray m_bytes; // first: the archive reads from it
    zip *m_zip = nullptr;
    qint64 m_entryBytes;
    int m_entryRatio;
    QStringList m_names;
    QHash<QString, quint64> m_places;
};

} // namespace kagura
