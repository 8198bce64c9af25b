// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/validatecommand.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"
#include "core/agents/workflowreader.h"

#include <QCommandLineParser>
#include <QFile>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 ReadLimitBytes = 5LL * 1024 * 1024; // more than a file may have

WorkflowReader::Read readFile(const WorkflowReader &reader, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {std::nullopt, {{QString(), u"cannot be read: "_s + file.errorString()}}};
    return reader.read(file.read(ReadLimitBytes));
}

QByteArray soundLine(const QString &path, const Workflow &workflow, bool json)
{
    const auto nodes = static_cast<int>(workflow.nodes.size());
    if (json)
        return dumpJson({{"event", "valid"},
                         {"path", toJson(path)},
                         {"id", toJson(workflow.id)},
                         {"name", toJson(workflow.name)},
                         {"nodes", nodes}})
            + '\n';
    const QString count = nodes == 1 ? u"1 node"_s : u"%1 nodes"_s.arg(nodes);
    const QString line = u"%1: %2, %3: nothing is wrong"_s.arg(path, workflow.name, count);
    return terminal::withoutControls(line).toUtf8() + '\n';
}

QByteArray faultLine(const QString &path, const WorkflowFault &fault, bool json)
{
    if (json)
        return dumpJson({{"event", "fault"},
                         {"path", toJson(path)},
                         {"pointer", toJson(fault.pointer)},
                         {"message", toJson(fault.message)}})
            + '\n';
    const QString place = fault.pointer.isEmpty() ? path : path + u": "_s + fault.pointer;
    return terminal::withoutControls(place + u": "_s + fault.message).toUtf8() + '\n';
}

} // namespace

void ValidateArguments::declare(QCommandLineParser &parser)
{
    parser.addOption({u"json"_s, u"Print one JSON object a line."_s});
    parser.addPositionalArgument(u"file"_s, u"Workflow files, usually NAME.kagura.json."_s,
                                 u"file…"_s);
}

Result<ValidateArguments> ValidateArguments::read(const QCommandLineParser &parser)
{
    const ValidateArguments arguments{parser.positionalArguments(), parser.isSet(u"json"_s)};
    if (arguments.paths.isEmpty())
        return Error{Error::Kind::BadRequest, u"validate takes one file or more"_s};
    return arguments;
}

ValidateCommand::ValidateCommand(ValidateArguments arguments, QObject *parent)
    : Command(parent)
    , m_arguments(std::move(arguments))
{}

void ValidateCommand::start()
{
    const WorkflowSchema schema;
    const WorkflowReader reader(schema);
    bool isSound = true;
    for (const QString &path : std::as_const(m_arguments.paths)) {
        const WorkflowReader::Read read = readFile(reader, path);
        isSound = isSound && read.workflow;
        if (read.workflow)
            terminal::writeOut(soundLine(path, *read.workflow, m_arguments.json));
        for (const WorkflowFault &fault : read.faults)
            terminal::writeOut(faultLine(path, fault, m_arguments.json));
    }
    Q_EMIT finished(isSound ? ExitSucceeded : ExitUsage);
}

void ValidateCommand::interrupt()
{
    Q_EMIT finished(ExitCancelled);
}

} // namespace kagura
