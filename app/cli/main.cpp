// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/archivecommand.h"
#include "app/cli/budgetcommand.h"
#include "app/cli/cachecommand.h"
#include "app/cli/chatcommand.h"
#include "app/cli/doctorcommand.h"
#include "app/cli/exitcode.h"
#include "app/cli/exportcommand.h"
#include "app/cli/importcommand.h"
#include "app/cli/keyscommand.h"
#include "app/cli/modelscommand.h"
#include "app/cli/refreshcommand.h"
#include "app/cli/runcommand.h"
#include "app/cli/runscommand.h"
#include "app/cli/signincommand.h"
#include "app/cli/teamcommand.h"
#include "app/cli/terminal.h"
#include "app/cli/validatecommand.h"
#include "app/services/interrupt.h"
#include "app/services/services.h"
#include "core/base/loghandler.h"
#include "core/base/memoryguard.h"
#include "core/settings/keydescriptor.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <functional>
#include <memory>
#include <utility>

namespace {

using namespace kagura;
using namespace Qt::StringLiterals;

const char *const UsageText = R"(kagura-cli talks to language models from the terminal.

  kagura-cli chat [options] PROMPT     ask, and print the answer as it arrives
  kagura-cli models [PROVIDER]         list what can be called
  kagura-cli keys list                 where keys are, never what they are
  kagura-cli keys set PROVIDER         store a key, read from standard input
  kagura-cli keys remove PROVIDER      remove it
  kagura-cli keys sign-in PROVIDER     sign in through the browser instead
  kagura-cli keys sign-out PROVIDER    take that back
  kagura-cli import FILE…              bring in conversations of other programs
  kagura-cli export [CONVERSATION]     write conversations out
  kagura-cli cache ACTION [QUERY]      see, search, invalidate and undo kept answers
  kagura-cli validate FILE…            say what is wrong with workflow files
  kagura-cli run FILE                  run a workflow file or a template to its end
  kagura-cli plan FILE                 say what that would do and cost, and ask nobody
  kagura-cli list                      what has run
  kagura-cli show RUN                  one run with its nodes, and what it asks
  kagura-cli resume RUN                go on with a run whose program has ended
  kagura-cli cancel RUN                end a run
  kagura-cli pause RUN                 begin nothing new in a run
  kagura-cli answer RUN PATH           answer what a run asks
  kagura-cli approve RUN CALL          let a run use a tool
  kagura-cli reject RUN CALL           do not let it
  kagura-cli budget RUN                raise what a run may cost
  kagura-cli doctor                    look at everything a first answer needs, or write a report

Each takes --help, and --json for output that programs read.
Exit codes: 0 done, 1 failed, 2 wrong use, 4 waits for a person, 5 over budget, 130 cancelled.
)";

//! What the command line asks for: the services it needs and the command that runs with them.
struct Task
{
    Services::Options services;
    std::function<std::unique_ptr<Command>(Services &)> make;
};

Result<Task> withCommon(const CommonArguments &common,
                        std::function<std::unique_ptr<Command>(Services &)> make)
{
    Task task{{common.providers, std::nullopt, CacheStorage::Use::Brief}, std::move(make)};
    if (common.keyDescriptor) {
        const Result<Secret> key = readKeyDescriptor(*common.keyDescriptor);
        if (!key)
            return key.error();
        task.services.descriptorKey = *key;
    }
    return task;
}

Result<Task> chatTask(QCommandLineParser &parser)
{
    const Result<ChatArguments> arguments = ChatArguments::read(parser);
    if (!arguments)
        return arguments.error();
    return withCommon(arguments->common, [arguments = *arguments](Services &services) {
        return std::make_unique<ChatCommand>(services, arguments);
    });
}

Result<Task> modelsTask(QCommandLineParser &parser)
{
    const Result<CommonArguments> common = CommonArguments::read(parser);
    if (!common)
        return common.error();
    if (parser.positionalArguments().size() > 1)
        return Error{Error::Kind::BadRequest, u"models takes at most one provider"_s};
    const ModelsArguments arguments{parser.positionalArguments().value(0), parser.isSet(u"json"_s)};
    return withCommon(*common, [arguments](Services &services) {
        return std::make_unique<ModelsCommand>(services, arguments);
    });
}

Result<Task> signInTask(QCommandLineParser &parser)
{
    const Result<SignInArguments> arguments = SignInArguments::read(parser);
    if (!arguments)
        return arguments.error();
    return Task{{}, [arguments = *arguments](Services &services) {
                    return std::make_unique<SignInCommand>(services, arguments);
                }};
}

Result<Task> keysTask(QCommandLineParser &parser)
{
    if (SignInArguments::areMeant(parser))
        return signInTask(parser);
    const Result<KeysArguments> arguments =
        KeysArguments::read(parser.positionalArguments(), parser.isSet(u"json"_s));
    if (!arguments)
        return arguments.error();
    return Task{{}, [arguments = *arguments](Services &services) {
                    return std::make_unique<KeysCommand>(services, arguments);
                }};
}

Result<Task> importTask(QCommandLineParser &parser)
{
    const Result<ImportArguments> arguments = ImportArguments::read(parser);
    if (!arguments)
        return arguments.error();
    return Task{{}, [arguments = *arguments](Services &services) {
                    return std::make_unique<ImportCommand>(services, arguments);
                }};
}

Result<Task> runTaskOf(QCommandLineParser &parser, RunArguments::Action action)
{
    using Action = RunArguments::Action;
    const Result<RunArguments> arguments = RunArguments::read(parser, action);
    if (!arguments)
        return arguments.error();
    return withCommon(arguments->common,
                      [arguments = *arguments](Services &services) -> std::unique_ptr<Command> {
                          if (arguments.action == Action::Run || arguments.action == Action::Plan
                              || arguments.action == Action::Resume)
                              return std::make_unique<RunCommand>(services, arguments);
                          return std::make_unique<RunsCommand>(services, arguments);
                      });
}

Result<Task> exportTask(QCommandLineParser &parser)
{
    if (RunArguments::meanRun(parser))
        return runTaskOf(parser, RunArguments::Action::Export);
    const Result<ExportArguments> arguments = ExportArguments::read(parser);
    if (!arguments)
        return arguments.error();
    return Task{{}, [arguments = *arguments](Services &services) {
                    return std::make_unique<ExportCommand>(services, arguments);
                }};
}

Result<Task> teamTask(QCommandLineParser &parser)
{
    const Result<TeamArguments> arguments = TeamArguments::read(parser);
    if (!arguments)
        return arguments.error();
    return Task{{}, [arguments = *arguments](Services &services) {
                    return std::make_unique<TeamCommand>(services, arguments);
                }};
}

Result<Task> archiveTask(QCommandLineParser &parser)
{
    const Result<ArchiveArguments> arguments = ArchiveArguments::read(parser);
    if (!arguments)
        return arguments.error();
    return Task{{}, [arguments = *arguments](Services &services) {
                    return std::make_unique<ArchiveCommand>(services, arguments);
                }};
}

Result<Task> budgetTask(QCommandLineParser &parser)
{
    const Result<BudgetArguments> arguments = BudgetArguments::read(parser);
    if (!arguments)
        return arguments.error();
    return Task{{}, [arguments = *arguments](Services &services) {
                    return std::make_unique<BudgetCommand>(services, arguments);
                }};
}

Result<Task> refreshTask(QCommandLineParser &parser)
{
    const Result<RefreshArguments> arguments = RefreshArguments::read(parser);
    if (!arguments)
        return arguments.error();
    return Task{{}, [arguments = *arguments](Services &services) {
                    return std::make_unique<RefreshCommand>(services, arguments);
                }};
}

Result<Task> cacheTask(QCommandLineParser &parser)
{
    if (RefreshArguments::areMeant(parser))
        return refreshTask(parser);
    if (BudgetArguments::areMeant(parser))
        return budgetTask(parser);
    if (ArchiveArguments::areMeant(parser))
        return archiveTask(parser);
    if (TeamArguments::areMeant(parser))
        return teamTask(parser);
    const Result<CacheArguments> arguments = CacheArguments::read(parser);
    if (!arguments)
        return arguments.error();
    return Task{{}, [arguments = *arguments](Services &services) {
                    return std::make_unique<CacheCommand>(services, arguments);
                }};
}

Result<Task> validateTask(QCommandLineParser &parser)
{
    const Result<ValidateArguments> arguments = ValidateArguments::read(parser);
    if (!arguments)
        return arguments.error();
    return Task{{}, [arguments = *arguments](Services &) {
                    return std::make_unique<ValidateCommand>(arguments);
                }};
}

Result<Task> doctorTask(QCommandLineParser &parser)
{
    if (!parser.positionalArguments().isEmpty())
        return Error{Error::Kind::BadRequest, u"doctor takes no arguments but options"_s};
    const DoctorArguments arguments{parser.isSet(u"json"_s), parser.value(u"bundle"_s)};
    return Task{{}, [arguments](Services &services) {
                    return std::make_unique<DoctorCommand>(services, arguments);
                }};
}

struct Subcommand
{
    QString name;
    std::function<void(QCommandLineParser &)> declare;
    std::function<Result<Task>(QCommandLineParser &)> read;
};

Subcommand runSubcommand(RunArguments::Action action)
{
    return {RunArguments::commandName(action),
            [action](QCommandLineParser &parser) { RunArguments::declare(parser, action); },
            [action](QCommandLineParser &parser) { return runTaskOf(parser, action); }};
}

QList<Subcommand> subcommands()
{
    using Action = RunArguments::Action;
    const QCommandLineOption json(u"json"_s, u"Print one JSON object a line."_s);
    return {
        {u"chat"_s, &ChatArguments::declare, &chatTask},
        {u"models"_s,
         [json](QCommandLineParser &parser) {
             CommonArguments::declare(parser);
             parser.addOption(json);
             parser.addPositionalArgument(u"provider"_s, u"Only this provider's models."_s,
                                          u"[provider]"_s);
         },
         &modelsTask},
        {u"keys"_s,
         [json](QCommandLineParser &parser) {
             parser.addOption(json);
             SignInArguments::declare(parser);
             parser.addPositionalArgument(
                 u"action"_s, u"list, or one of set, remove, sign-in, sign-out and a provider."_s);
         },
         &keysTask},
        {u"import"_s, &ImportArguments::declare, &importTask},
        {u"export"_s, &ExportArguments::declare, &exportTask},
        {u"cache"_s,
         [](QCommandLineParser &parser) {
             CacheArguments::declare(parser);
             ArchiveArguments::declare(parser);
             BudgetArguments::declare(parser);
         },
         &cacheTask},
        {u"validate"_s, &ValidateArguments::declare, &validateTask},
        runSubcommand(Action::Run),
        runSubcommand(Action::Plan),
        runSubcommand(Action::Resume),
        runSubcommand(Action::List),
        runSubcommand(Action::Show),
        runSubcommand(Action::Cancel),
        runSubcommand(Action::Pause),
        runSubcommand(Action::Answer),
        runSubcommand(Action::Approve),
        runSubcommand(Action::Reject),
        runSubcommand(Action::Budget),
        {u"doctor"_s,
         [json](QCommandLineParser &parser) {
             parser.addOption(json);
             parser.addOption({u"bundle"_s,
                               u"Also write a report without secrets, to be read and sent along."_s,
                               u"file"_s});
         },
         &doctorTask},
    };
}

//! Qt would name the program alone, by the path it was started with.
QByteArray helpText(const QCommandLineParser &parser, const QString &subcommand)
{
    QString help = parser.helpText();
    const QString program = QCoreApplication::arguments().constFirst();
    if (const qsizetype place = help.indexOf(program); place >= 0)
        help.replace(place, program.size(), u"kagura-cli "_s + subcommand);
    return help.toUtf8();
}

int runTask(const Task &task)
{
    Services services(task.services);
    const LogHandler logHandler(services.redactor());
    services.start();
    const std::unique_ptr<Command> command = task.make(services);
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::requested, command.get(), &Command::interrupt);
    // A second signal from a slot of finished() must not run exec() again with another code.
    QObject::connect(
        command.get(), &Command::finished, qApp,
        [&services](int code) { services.settle(qApp, [code] { QCoreApplication::exit(code); }); },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(command.get(), &Command::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
#ifdef NDEBUG
    closeMemory(); // where keys are; debugging builds are there to be looked into
#endif
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kagura"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KAGURA_VERSION));

    QStringList arguments = QCoreApplication::arguments();
    const QString name = arguments.value(1);
    if (name.isEmpty() || name == "help"_L1 || name == "--help"_L1 || name == "-h"_L1) {
        terminal::writeOut(UsageText);
        return name.isEmpty() ? ExitUsage : ExitSucceeded;
    }
    if (name == "--version"_L1) {
        terminal::writeOut("kagura-cli " KAGURA_VERSION "\n");
        return ExitSucceeded;
    }
    for (const Subcommand &subcommand : subcommands()) {
        if (subcommand.name != name)
            continue;
        arguments[0] += u' ' + arguments.takeAt(1);
        QCommandLineParser parser;
        // Not addHelpOption(): that promises options of Qt as well, which there are none of here.
        parser.addOption({{u"h"_s, u"help"_s}, u"Show this text."_s});
        subcommand.declare(parser);
        if (!parser.parse(arguments)) {
            terminal::writeError(parser.errorText());
            return ExitUsage;
        }
        if (parser.isSet(u"help"_s)) {
            terminal::writeOut(helpText(parser, name));
            return ExitSucceeded;
        }
        const Result<Task> task = subcommand.read(parser);
        if (!task) {
            terminal::writeError(task.error().message);
            return ExitUsage;
        }
        return runTask(*task);
    }
    terminal::writeError(u"there is no command `%1`; see kagura-cli --help"_s.arg(name));
    return ExitUsage;
}
