// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/exchange/importlimits.h"
#include "core/exchange/jsonslice.h"
#include "core/exchange/ziparchive.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace kagura {

//! A file that another program has written: an archive, or bytes.
//!
//! Thread: one at a time. Lifetime: none. Errors: open(): Storage for a file that cannot be read;
//! Protocol for what is too large or a broken archive.
class ForeignFile final
{
public:
    [[nodiscard]] static Result<ForeignFile> open(const QString &path,
                                                  const ImportLimits &limits = {});
    [[nodiscard]] static Result<ForeignFile> fromBytes(const QString &name,
                                                       const QByteArray &bytes,
                                                       const ImportLimits &limits = {});

    [[nodiscard]] QString name() const { return m_name; } //!< without its folder
    [[nodiscard]] const ImportLimits &limits() const { return m_limits; }
    [[nodiscard]] bool isArchive() const { return m_archive != nullptr; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; } //!< empty for an archive
    [[nodiscard]] bool isJson() const; //!< by its first character

    //! \name Of an archive
    //! @{
    [[nodiscard]] QStringList entries() const;
    //! Those whose name without folders is accepted, in the order of their names.
    [[nodiscard]] QStringList entriesLike(
        const std::function<bool(const QString &)> &accepts) const;
    [[nodiscard]] Result<QByteArray> entry(const QString &name) const;
    //! @}

private:
    QString m_name;
    ImportLimits m_limits;
    QByteArray m_bytes;
    std::shared_ptr<ZipArchive> m_archive;
};

//! A JSON text of a file and where it was found, for the words of an error.
struct ForeignText
{
    QString place; //!< "conversations.json"
    QByteArray bytes;
};

//! The file itself or, of an archive, the entries called conversations.json, conversations-000.json, …
//! of exports that come as an archive. Errors: Protocol where there is none.
[[nodiscard]] Result<QList<ForeignText>> conversationTexts(const ForeignFile &file);

//! The names in the first conversation of such a text, to tell formats apart by: of the first element of
//! a list, or of the object itself. Nothing is parsed for it, and what is broken has no names.
[[nodiscard]] QStringList conversationKeys(const ForeignFile &file);

//! Calls read with each conversation of the texts, one at a time: each element of a list, or the object
//! itself. Errors: Protocol with the place; whatever read answers with.
[[nodiscard]] Result<void> eachConversation(
    const ForeignFile &file, const std::function<Result<void>(const Json &conversation)> &read);

} // namespace kagura
