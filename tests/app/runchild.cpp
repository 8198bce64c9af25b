// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A process that can be killed. Usage: kagura-run-child WORKFLOW-FILE SERVER-URL TOOL-LOG
// Goes on with the run of its data folder, or starts one; prints its output and ends with 0, or with 1
// where the run did not succeed. The tool builtin:append adds a line to TOOL-LOG. A call in doubt is settled
// by looking there.

#include "app/services/runservice.h"
#include "app/services/services.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class AppendReply final : public ToolReply
{
public:
    explicit AppendReply(const QString &path)
    {
        QFile file(path);
        if (file.open(QIODevice::Append))
            file.write("done\n");
        file.close();
        QMetaObject::invokeMethod(
            this, [this] { succeed("written"); }, Qt::QueuedConnection);
    }
    void cancel() override { finish(Error{Error::Kind::Cancelled, {}}); }
};

class AppendTool final : public Tool
{
public:
    explicit AppendTool(QString path)
        : m_path(std::move(path))
    {
        m_spec.name = u"append"_s;
        m_spec.parameters = {{"type", "object"},
                             {"properties", {{"text", {{"type", "string"}}}}},
                             {"required", {"text"}}};
    }
    [[nodiscard]] const ToolSpec &spec() const override { return m_spec; }
    [[nodiscard]] ToolEffect effect() const override { return ToolEffect::NonIdempotent; }
    [[nodiscard]] std::unique_ptr<ToolReply> run(const ToolTask &) override
    {
        return std::make_unique<AppendReply>(m_path);
    }

private:
    QString m_path;
    ToolSpec m_spec;
};

class Child final : public QObject
{
    Q_OBJECT

public:
    Child(RunService &runs, QByteArray file, QString log)
        : m_runs(runs)
        , m_file(std::move(file))
        , m_log(std::move(log))
    {
        connect(&m_runs, &RunService::eventsCommitted, this,
                [this](const QString &run, const QList<RunEvent> &events) {
                    for (const RunEvent &event : events) {
                        if (event.kind == RunEvent::Kind::ToolInDoubt)
                            settle(run, jsonString(event.data, "call"));
                    }
                });
        connect(&m_runs, &RunService::runFinished, this, &Child::report);
    }

    void begin()
    {
        m_runs.journal().list(1, this, [this](const Result<QList<RunSummary>> &runs) {
            if (!runs)
                fail(runs.error());
            else if (runs->isEmpty())
                start();
            else if (isTerminal(runs->constFirst().stand))
                report(runs->constFirst().id);
            else
                m_runs.resume(runs->constFirst().id, Json::object(), this,
                              [this](const Result<QString> &resumed) {
                                  if (!resumed)
                                      fail(resumed.error());
                              });
        });
    }

private:
    void start()
    {
        const RunService::Reading reading = m_runs.read(m_file);
        if (!reading.definition) {
            fail({Error::Kind::BadRequest, reading.faults.constFirst().message});
            return;
        }
        RunService::Order order;
        order.definition = *reading.definition;
        if (const Result<QString> started = m_runs.start(order); !started)
            fail(started.error());
    }

    void settle(const QString &run, const QString &call)
    {
        const bool hasHappened = QFile(m_log).size() > 0;
        m_runs.command(run,
                       {{"do", "decide"},
                        {"call", toJson(call)},
                        {"action", hasHappened ? "happened" : "again"},
                        {"output", "written"}},
                       this, [](const Result<Json> &) {});
    }

    void report(const QString &run)
    {
        m_runs.journal().load(run, this, [](const Result<StoredRun> &stored) {
            const bool isDone = stored && stored->state.stand() == RunStand::Succeeded;
            if (isDone) {
                const RunValueRef &output = stored->state.output();
                std::puts(output.value ? dumpJson(*output.value).constData()
                                       : stored->values.value(output.hash).constData());
            } else if (stored && stored->state.failure()) {
                std::puts(qPrintable(stored->state.failure()->message));
            }
            QCoreApplication::exit(isDone ? 0 : 1);
        });
    }

    static void fail(const Error &error)
    {
        std::puts(qPrintable(error.message));
        QCoreApplication::exit(1);
    }

    RunService &m_runs;
    QByteArray m_file;
    QString m_log;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    QFile file(arguments.at(1));
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    ProviderConfig provider;
    provider.name = u"scripted"_s;
    provider.needsKey = false;
    provider.baseUrl = QUrl(arguments.at(2));
    Services::Options options;
    options.providers = {provider};
    Services services(options);
    services.start();
    ToolRegistry tools;
    tools.add(u"builtin:append"_s, std::make_unique<AppendTool>(arguments.at(3)));
    Result<std::unique_ptr<RunService>> runs =
        RunService::open({services.providers(), services.catalogue(), services.clock(), &tools},
                         RunService::Use::Brief);
    if (!runs)
        return 3;
    Child child(**runs, file.readAll(), arguments.at(3));
    child.begin();
    return QCoreApplication::exec();
}

#include "runchild.moc"
