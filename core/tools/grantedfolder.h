// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace kagura {

//! A folder whose files may be looked at, and nothing outside of it: a path is walked step by step from
//! the open folder, so that no `..`, no absolute path and no link, put there before or meanwhile, leads
//! out. Links are not followed at all; hidden files, which hold what is not meant to be read by others,
//! are neither listed nor read.
//!
//! Thread: any, one at a time; it blocks. Errors: BadRequest for a path that is not allowed or not
//! there, Storage where the disk fails.
class GrantedFolder
{
public:
    struct Limits
    {
        qsizetype entries = 1000;
        int depth = 16; //!< of folders within the one that is listed
        qint64 fileBytes = 10LL * 1024 * 1024;
    };
    struct Entry
    {
        QString path; //!< from the granted folder on
        qint64 bytes = 0;

        bool operator==(const Entry &) const = default;
    };
    struct Listing
    {
        QList<Entry> files; //!< sorted by path
        bool isCut = false; //!< there are more

        bool operator==(const Listing &) const = default;
    };

    [[nodiscard]] static Result<GrantedFolder> open(const QString &path);
    ~GrantedFolder();
    GrantedFolder(GrantedFolder &&other) noexcept;
    GrantedFolder(const GrantedFolder &) = delete;
    GrantedFolder &operator=(const GrantedFolder &) = delete;
    GrantedFolder &operator=(GrantedFolder &&) = delete;

    //! Of path and all folders in it; an empty path: of all.
    [[nodiscard]] Result<Listing> list(const QString &path, const Limits &limits) const;
    [[nodiscard]] Result<QByteArray> read(const QString &path, const Limits &limits) const;

    //! The names in a path, from the granted folder on.
    [[nodiscard]] static Result<QStringList> steps(const QString &path);

private:
    explicit GrantedFolder(int descriptor)
        : m_descriptor(descriptor)
    {}

    int m_descriptor;
};

} // namespace kagura
