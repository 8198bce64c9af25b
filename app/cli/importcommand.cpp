// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/importcommand.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"
#include "app/services/chatstorage.h"
#include "app/services/services.h"
#include "core/base/json.h"

#include <QCommandLineParser>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Json eventOf(const ImportedFile &file)
{
    if (file.failure)
        return {{"event", "error"},
                {"path", toJson(file.path)},
                {"kind", toJson(errorKindName(file.failure->kind))},
                {"message", toJson(file.failure->message)}};
    Json skipped = Json::object();
    const QMap<QString, int> &counts = file.skipped.counts();
    for (auto one = counts.cbegin(); one != counts.cend(); ++one)
        skipped[one.key().toStdString()] = one.value();
    return {{"event", "imported"},
            {"path", toJson(file.path)},
            {"format", toJson(file.format)},
            {"added", file.inserted.added},
            {"extended", file.inserted.extended},
            {"unchanged", file.inserted.unchanged},
            {"messages", file.inserted.messages},
            {"skipped", std::move(skipped)}};
}

QString lineOf(const ImportedFile &file)
{
    const QString skipped = file.skipped.words();
    return u"%1: %2: %3 conversations added, %4 extended, %5 already there; %6 messages added%7"_s
        .arg(file.path, file.format)
        .arg(file.inserted.added)
        .arg(file.inserted.extended)
        .arg(file.inserted.unchanged)
        .arg(file.inserted.messages)
        .arg(skipped.isEmpty() ? QString() : u"; left out: "_s + skipped);
}

// What is wrong with a file is its own fault, and scripts can tell it from trouble of ours.
bool isFaultOfFile(const Error &error)
{
    return error.kind == Error::Kind::Protocol || error.kind == Error::Kind::BadRequest;
}

} // namespace

void ImportArguments::declare(QCommandLineParser &parser)
{
    parser.addOption({u"json"_s, u"Print one JSON object a line."_s});
    parser.addPositionalArgument(
        u"file"_s,
        u"What ChatGPT, Claude, Open WebUI, Chatbox, Cherry Studio, GPT4All or Kagura exported."_s,
        u"file…"_s);
}

Result<ImportArguments> ImportArguments::read(const QCommandLineParser &parser)
{
    const ImportArguments arguments{parser.positionalArguments(), parser.isSet(u"json"_s)};
    if (arguments.paths.isEmpty())
        return Error{Error::Kind::BadRequest, u"import takes one file or more"_s};
    return arguments;
}

ImportCommand::ImportCommand(Services &services, ImportArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
{}

ImportCommand::~ImportCommand() = default;

void ImportCommand::start()
{
    Result<std::unique_ptr<ChatStorage>> storage =
        ChatStorage::open(m_services.clock(), ChatStorage::Use::Brief);
    if (!storage) {
        fail(storage.error());
        return;
    }
    m_storage = std::move(storage).value();
    m_import = std::make_unique<ConversationImport>(m_storage->store(), m_arguments.paths);
    connect(m_import.get(), &ConversationImport::fileImported, this, &ImportCommand::tell);
    connect(m_import.get(), &Handle::finished, this, &ImportCommand::end);
}

void ImportCommand::interrupt()
{
    if (m_import)
        m_import->cancel();
    else
        Q_EMIT finished(ExitCancelled);
}

void ImportCommand::tell(const ImportedFile &file) const
{
    if (m_arguments.json)
        terminal::writeOut(dumpJson(eventOf(file)) + '\n');
    else if (file.failure)
        terminal::writeError(terminal::withoutControls(file.failure->message));
    else
        terminal::writeOut(terminal::withoutControls(lineOf(file)).toUtf8() + '\n');
}

void ImportCommand::fail(const Error &error)
{
    ImportedFile none;
    none.failure = error;
    tell(none);
    Q_EMIT finished(exitCodeFor(error));
}

void ImportCommand::end()
{
    if (m_import->failure()) {
        fail(*m_import->failure());
        return;
    }
    int code = ExitSucceeded;
    for (const ImportedFile &file : m_import->files()) {
        if (file.failure && !isFaultOfFile(*file.failure))
            code = ExitFailed;
        else if (file.failure && code == ExitSucceeded)
            code = ExitUsage;
    }
    Q_EMIT finished(code);
}

} // namespace kagura
