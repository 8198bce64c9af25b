// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/conversationimport.h"

#include "core/async/runthen.h"
#include "core/chat/conversationstore.h"
#include "core/exchange/foreignfile.h"

#include <QMetaObject>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Result<ForeignConversations> readPath(const QString &path)
{
    const Result<ForeignFile> file = ForeignFile::open(path);
    if (file)
        return readForeign(*file);
    if (file.error().kind == Error::Kind::Storage)
        return file.error();
    return Error{file.error().kind, u"%1: %2"_s.arg(path, file.error().message)};
}

} // namespace

ConversationImport::ConversationImport(ConversationStore &store,
                                       const QStringList &paths,
                                       QObject *parent)
    : Handle(parent)
    , m_store(store)
    , m_waiting(paths)
{
    QMetaObject::invokeMethod(this, &ConversationImport::readNext, Qt::QueuedConnection);
}

ConversationImport::~ConversationImport() = default;

void ConversationImport::cancel()
{
    m_isCancelled = true;
}

InsertedTrees ConversationImport::inserted() const
{
    InsertedTrees sum;
    for (const ImportedFile &file : m_files) {
        sum.added += file.inserted.added;
        sum.extended += file.inserted.extended;
        sum.unchanged += file.inserted.unchanged;
        sum.messages += file.inserted.messages;
    }
    return sum;
}

SkipTally ConversationImport::skipped() const
{
    SkipTally sum;
    for (const ImportedFile &file : m_files) {
        const QMap<QString, int> &counts = file.skipped.counts();
        for (auto one = counts.cbegin(); one != counts.cend(); ++one)
            sum.add(one.key(), one.value());
    }
    return sum;
}

void ConversationImport::readNext()
{
    if (m_isCancelled) {
        finish(Error{Error::Kind::Cancelled, u"the import was stopped"_s});
        return;
    }
    if (m_waiting.isEmpty()) {
        finish();
        return;
    }
    const QString path = m_waiting.takeFirst();
    runThen(
        this, [path] { return readPath(path); },
        [this, path](const Result<ForeignConversations> &read) {
            ImportedFile file;
            file.path = path;
            if (!read) {
                file.failure = read.error();
                take(file);
                return;
            }
            file.format = read->format;
            file.skipped = read->skipped;
            if (m_isCancelled)
                readNext();
            else
                store(file, read->trees);
        });
}

void ConversationImport::store(ImportedFile file, const QList<ConversationTree> &trees)
{
    m_store.insert(trees, this,
                   [this, file = std::move(file)](const Result<InsertedTrees> &inserted) mutable {
                       if (inserted)
                           file.inserted = *inserted;
                       else
                           file.failure = inserted.error();
                       take(file);
                   });
}

void ConversationImport::take(const ImportedFile &file)
{
    m_files.append(file);
    Q_EMIT fileImported(file);
    readNext();
}

} // namespace kagura
