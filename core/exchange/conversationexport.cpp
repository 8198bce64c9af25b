// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/conversationexport.h"

#include "core/async/runthen.h"
#include "core/chat/conversationstore.h"

#include <QMetaObject>
#include <QSaveFile>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int PageSize = 200;

} // namespace

ConversationExport::ConversationExport(ConversationStore &store,
                                       const QStringList &ids,
                                       std::unique_ptr<ConversationWriter> writer,
                                       Sink sink,
                                       QObject *parent)
    : Handle(parent)
    , m_store(store)
    , m_writer(std::move(writer))
    , m_sink(std::move(sink))
    , m_waiting(ids)
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isFinished())
                return;
            if (!give(m_writer->begin()))
                return;
            if (m_waiting.isEmpty())
                listNext(std::nullopt);
            else
                writeNext();
        },
        Qt::QueuedConnection);
}

ConversationExport::~ConversationExport() = default;

void ConversationExport::cancel()
{
    finish(Error{Error::Kind::Cancelled, u"the export was stopped"_s});
}

void ConversationExport::listNext(const std::optional<Conversation> &after)
{
    m_store.list({PageSize, after}, this, [this](const Result<ConversationPage> &page) {
        if (isFinished())
            return;
        if (!page) {
            finish(page.error());
            return;
        }
        for (const Conversation &conversation : page->conversations)
            m_waiting.append(conversation.id);
        if (page->hasMore && !page->conversations.isEmpty())
            listNext(page->conversations.constLast());
        else
            writeNext();
    });
}

void ConversationExport::writeNext()
{
    if (isFinished())
        return;
    if (m_waiting.isEmpty()) {
        if (give(m_writer->end()))
            finish();
        return;
    }
    m_store.tree(m_waiting.takeFirst(), this, [this](const Result<ConversationTree> &tree) {
        if (isFinished())
            return;
        if (tree)
            write(*tree);
        else
            finish(tree.error());
    });
}

void ConversationExport::write(const ConversationTree &tree)
{
    runThen(
        this, [writer = m_writer, tree] { return writer->conversation(tree); },
        [this](const QByteArray &bytes) {
            if (isFinished() || !give(bytes))
                return;
            ++m_count;
            writeNext();
        });
}

bool ConversationExport::give(const QByteArray &bytes)
{
    const Result<void> taken = m_sink(bytes);
    if (!taken)
        finish(taken.error());
    return taken.has_value();
}

struct ExportFile::File
{
    QSaveFile file;
};

ExportFile::ExportFile(const QString &path)
    : m_file(std::make_unique<File>())
{
    m_file->file.setFileName(path);
}

ExportFile::~ExportFile() = default;

Result<void> ExportFile::write(const QByteArray &bytes)
{
    QSaveFile &file = m_file->file;
    if ((file.isOpen() || file.open(QIODevice::WriteOnly)) && file.write(bytes) == bytes.size())
        return {};
    return Error{Error::Kind::Storage,
                 u"%1 cannot be written: %2"_s.arg(file.fileName(), file.errorString())};
}

Result<void> ExportFile::finish()
{
    QSaveFile &file = m_file->file;
    if (file.isOpen() && file.commit())
        return {};
    return Error{Error::Kind::Storage,
                 u"%1 cannot be written: %2"_s.arg(file.fileName(), file.errorString())};
}

} // namespace kagura
