// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/exportcommand.h"

#include "app/cli/exitcode.h"
#include "app/cli/savedchat.h"
#include "app/cli/terminal.h"
#include "app/services/chatstorage.h"
#include "app/services/services.h"
#include "core/base/json.h"
#include "core/exchange/conversationexport.h"

#include <QCommandLineParser>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error usage(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

} // namespace

void ExportArguments::declare(QCommandLineParser &parser)
{
    parser.addOptions({
        {"format"_L1, u"markdown (the default), html, or json, which loses nothing."_s, u"name"_s},
        {"all"_L1, u"Every conversation."_s},
        {"run"_L1,
         u"What is named is a run: its results, as json (the default), jsonl, csv, markdown, html, or otel for traces without their content."_s},
        {{u"o"_s, u"output"_s}, u"Write to this file instead of standard output."_s, u"file"_s},
        {"json"_L1, u"With -o: print one JSON object that tells what was written."_s},
    });
    parser.addPositionalArgument(u"conversation"_s,
                                 u"The id of a conversation, or last for the newest one."_s,
                                 u"[conversation]"_s);
}

Result<ExportArguments> ExportArguments::read(const QCommandLineParser &parser)
{
    ExportArguments arguments;
    const QStringList given = parser.positionalArguments();
    const bool isAll = parser.isSet(u"all"_s);
    if (given.size() + (isAll ? 1 : 0) != 1)
        return usage(u"export takes one conversation (an id or `last`), or --all"_s);
    arguments.conversation = given.value(0);
    if (parser.isSet(u"format"_s)) {
        const std::optional<ExportFormat> format = exportFormatFromName(parser.value(u"format"_s));
        if (!format)
            return usage(
                u"--format is markdown, html or json, not %1"_s.arg(parser.value(u"format"_s)));
        arguments.format = *format;
    }
    arguments.path = parser.value(u"output"_s);
    arguments.json = parser.isSet(u"json"_s);
    if (parser.isSet(u"output"_s) && arguments.path.isEmpty())
        return usage(u"-o takes the name of a file"_s);
    if (arguments.json && arguments.path.isEmpty())
        return usage(u"--json tells about a file; name one with -o, or use --format json"_s);
    return arguments;
}

ExportCommand::ExportCommand(Services &services, ExportArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
{}

ExportCommand::~ExportCommand() = default;

void ExportCommand::start()
{
    Result<std::unique_ptr<ChatStorage>> storage =
        ChatStorage::open(m_services.clock(), ChatStorage::Use::Brief);
    if (!storage) {
        fail(storage.error());
        return;
    }
    m_storage = std::move(storage).value();
    if (!m_arguments.path.isEmpty())
        m_file = std::make_unique<ExportFile>(m_arguments.path);
    if (m_arguments.conversation.isEmpty()) {
        write({});
        return;
    }
    // Found before anything is written, so that a wrong id leaves no half page behind.
    const auto found = [this](const Result<Conversation> &conversation) {
        if (conversation)
            write({conversation->id});
        else
            fail(conversation.error());
    };
    if (m_arguments.conversation == SavedChat::Newest)
        m_storage->store().newest(this, found);
    else
        m_storage->store().conversation(m_arguments.conversation, this, found);
}

void ExportCommand::interrupt()
{
    if (m_export)
        m_export->cancel();
    else
        Q_EMIT finished(ExitCancelled);
}

void ExportCommand::write(const QStringList &ids)
{
    m_export = std::make_unique<ConversationExport>(
        m_storage->store(), ids,
        ConversationWriter::make(m_arguments.format, m_services.clock().wall()),
        [this](const QByteArray &bytes) { return take(bytes); });
    connect(m_export.get(), &Handle::finished, this, &ExportCommand::end);
}

Result<void> ExportCommand::take(const QByteArray &bytes)
{
    if (m_file)
        return m_file->write(bytes);
    const bool isTaken = terminal::isInteractive()
        ? terminal::writeOut(terminal::withoutControls(QString::fromUtf8(bytes)).toUtf8())
        : terminal::writeOut(bytes);
    if (isTaken)
        return {};
    return Error{Error::Kind::Storage, u"nobody reads the output any more"_s};
}

void ExportCommand::end()
{
    if (m_export->failure()) {
        fail(*m_export->failure());
        return;
    }
    if (!m_file) {
        Q_EMIT finished(ExitSucceeded);
        return;
    }
    if (const Result<void> done = m_file->finish(); !done) {
        fail(done.error());
        return;
    }
    const int count = m_export->count();
    if (m_arguments.json)
        terminal::writeOut(dumpJson({{"event", "exported"},
                                     {"path", toJson(m_arguments.path)},
                                     {"conversations", count}})
                           + '\n');
    else
        terminal::writeError(
            count == 1 ? u"the conversation is in %1"_s.arg(m_arguments.path)
                       : u"%1 conversations are in %2"_s.arg(count).arg(m_arguments.path));
    Q_EMIT finished(ExitSucceeded);
}

void ExportCommand::fail(const Error &error)
{
    if (m_arguments.json)
        terminal::writeOut(dumpJson({{"event", "error"},
                                     {"kind", toJson(errorKindName(error.kind))},
                                     {"message", toJson(error.message)}})
                           + '\n');
    else
        terminal::writeError(error.message);
    Q_EMIT finished(exitCodeFor(error));
}

} // namespace kagura
