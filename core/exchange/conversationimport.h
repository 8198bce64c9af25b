// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/chat/conversationtree.h"
#include "core/exchange/formatreader.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace kagura {

class ConversationStore;

//! What became of one file.
struct ImportedFile
{
    QString path = {};
    QString format = {}; //!< "ChatGPT"; empty where it was not recognised
    InsertedTrees inserted = {};
    SkipTally skipped = {};
    std::optional<Error> failure = std::nullopt; //!< then nothing of the file is stored

    bool operator==(const ImportedFile &) const = default;
};

//! Brings the conversations of files into the store, one file after the other, each whole or not at all.
//!
//! A file that was imported before adds what is new in it and nothing else. Files are read in a thread
//! of the pool. A file that cannot be imported does not hinder the next; failure() is for cancel()
//! alone.
//!
//! Thread: that of its maker. Lifetime: the store outlives it; its end before finished() leaves files
//! that have come in where they are. Errors: ImportedFile::failure.
class ConversationImport final : public Handle
{
    Q_OBJECT

public:
    //! Begins at once.
    ConversationImport(ConversationStore &store,
                       const QStringList &paths,
                       QObject *parent = nullptr);
    ~ConversationImport() override;

    void cancel() override; //!< after the file that is being stored

    [[nodiscard]] const QList<ImportedFile> &files() const { return m_files; }
    //! Of all files together.
    [[nodiscard]] InsertedTrees inserted() const;
    [[nodiscard]] SkipTally skipped() const;

Q_SIGNALS:
    void fileImported(const kagura::ImportedFile &file);

private:
    void readNext();
    void store(ImportedFile file, const QList<ConversationTree> &trees);
    void take(const ImportedFile &file);

    ConversationStore &m_store;
    QStringList m_waiting;
    QList<ImportedFile> m_files;
    bool m_isCancelled = false;
};

} // namespace kagura
