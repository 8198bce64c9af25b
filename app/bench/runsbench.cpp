// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/runsbench.h"

#include "app/bench/instantprovider.h"
#include "core/agents/workflowreader.h"
#include "core/cache/cachingprovider.h"
#include "core/cache/responsecache.h"
#include "core/runs/workflowrun.h"
#include "core/storage/database.h"
#include "core/storage/lease.h"

#include <QCoreApplication>
#include <QSet>
#include <QTemporaryDir>

#include <chrono>
#include <sys/resource.h>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int Repeats = 5;
constexpr int SlowCallMs = 300;

using Steady = std::chrono::steady_clock;

double since(Steady::time_point start)
{
    const std::chrono::duration<double, std::milli> took = Steady::now() - start;
    return took.count();
}

//! Of this process with all its threads, in ms.
double cpuTime()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

//! A journal of its own on the disk, and runs over one provider.
class Bench
{
    QTemporaryDir m_folder;

public:
    explicit Bench(Provider &provider)
        : m_lease(std::move(Lease::take(m_folder.filePath(u"processes"_s))).value())
        , m_database({m_folder.filePath(u"runs.db"_s), {}, {RunTable::schema()}})
        , m_journal(m_database, *m_lease)
        , m_models(provider)
    {
        m_database.flush();
    }

    [[nodiscard]] WorkflowRun::Definition define(const Json &nodes,
                                                 const Json &output,
                                                 int concurrency = 8)
    {
        WorkflowRun::Definition definition;
        definition.file = dumpJson({{"format", "kagura/1"},
                                    {"id", "bench"},
                                    {"name", "Bench"},
                                    {"models", {{"m", {{"provider", "bench"}, {"model", "m"}}}}},
                                    {"agents", {{"a", {{"model", "m"}}}}},
                                    {"inputs", {{"list", {{"schema", {{"type", "array"}}}}}}},
                                    {"limits", {{"max_concurrency", concurrency}}},
                                    {"nodes", nodes},
                                    {"output", output}});
        WorkflowReader::Read read = WorkflowReader(m_schema).read(definition.file);
        if (!read.workflow)
            qFatal("%s", qPrintable(read.faults.constFirst().message));
        definition.workflow = std::make_shared<const Workflow>(*std::move(read.workflow));
        return definition;
    }

    std::unique_ptr<WorkflowRun> start(const WorkflowRun::Definition &definition, int items = 0)
    {
        WorkflowRun::Start how;
        how.id = u"run%1"_s.arg(++m_count);
        how.inputs["list"] = Json::array();
        for (int i = 0; i < items; ++i)
            how.inputs["list"].push_back(i);
        auto run = std::make_unique<WorkflowRun>(ports(), definition, how);
        run->begin();
        return run;
    }

    //! To its end; the state.
    RunStand finish(const WorkflowRun::Definition &definition, int items = 0)
    {
        const std::unique_ptr<WorkflowRun> run = start(definition, items);
        wait(*run);
        return run->state().stand();
    }

    static void wait(WorkflowRun &run)
    {
        QObject::connect(&run, &WorkflowRun::finished, &run, [] { QCoreApplication::quit(); });
        QCoreApplication::exec();
    }

    [[nodiscard]] WorkflowRun::Ports ports() { return {m_journal, m_models, m_clock}; }
    [[nodiscard]] RunJournal &journal() { return m_journal; }
    [[nodiscard]] Database &database() { return m_database; }

private:
    std::unique_ptr<Lease> m_lease;
    Database m_database;
    RunJournal m_journal;
    BenchModels m_models;
    SystemClock m_clock;
    WorkflowSchema m_schema;
    int m_count = 0;
};

Json agent(const std::string &prompt)
{
    return {{"kind", "agent"}, {"agent", "a"}, {"prompt", prompt}};
}

Json chain(int count)
{
    Json nodes = {{"n0", agent("begin")}};
    for (int i = 1; i < count; ++i) {
        const std::string before = std::to_string(i - 1);
        nodes["n" + std::to_string(i)] = agent("step ${nodes.n" + before + ".output}");
    }
    return nodes;
}

Json mapNode(const Json &body, const char *result)
{
    return {{"kind", "map"},
            {"over", "inputs.list"},
            {"max_items", 10'000},
            {"body", body},
            {"result", result}};
}

Figure figure(const QString &name, const QString &unit, double value, double goal)
{
    Figure one;
    one.name = name;
    one.unit = unit;
    one.value = value;
    one.goal = u"at most %1"_s.arg(goal);
    one.isMet = value <= goal;
    return one;
}

//! The most that this process ever held, so this comes before all others.
Figure memoryFigure()
{
    constexpr int Items = 10'000;
    constexpr int AnswerBytes = 10'000;
    InstantProvider instant;
    instant.answerBytes = AnswerBytes;
    Bench bench(instant);
    bench.finish(
        bench.define({{"m", mapNode({{"one", agent("item ${item}")}}, "${nodes.one.output}")}},
                     "${size(nodes.m.output)}"),
        Items);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    constexpr double KibInMb = 1024.0 / 1'000'000;
    return figure(u"memory at most, 10,000 agents with 100 MB of answers"_s, u"MB"_s,
                  static_cast<double>(usage.ru_maxrss) * KibInMb, 300);
}

QList<Figure> nodeFigures()
{
    constexpr int Count = 1000;
    InstantProvider instant;
    Bench bench(instant);
    const auto definition = bench.define(chain(Count), "${nodes.n999.output}");
    double wall = 0;
    const double cpu = medianOf(Repeats, [&] {
        const double before = cpuTime();
        const auto start = Steady::now();
        bench.finish(definition);
        wall = since(start);
        return (cpuTime() - before) * 1000 / Count;
    });
    Figure whole;
    whole.name = u"the same chain, each waiting until the journal has its intent"_s;
    whole.unit = u"ms"_s;
    whole.value = wall;
    return {figure(u"agent in a chain of 1,000, CPU with journal"_s, u"us"_s, cpu, 100), whole};
}

QList<Figure> mapFigures()
{
    QList<Figure> figures;
    for (const int items : {1000, 10'000}) {
        InstantProvider instant;
        Bench bench(instant);
        const auto definition =
            bench.define({{"m", mapNode({{"one", agent("item ${item}")}}, "${nodes.one.output}")}},
                         "${size(nodes.m.output)}");
        double cpu = 0;
        const double wall = medianOf(items > 1000 ? 3 : Repeats, [&] {
            const double before = cpuTime();
            const auto start = Steady::now();
            bench.finish(definition, items);
            cpu = (cpuTime() - before) * 1000 / items;
            return since(start) / 1000;
        });
        figures.append(figure(u"map of %1 agents, 8 at a time"_s.arg(items), u"s"_s, wall,
                              items > 1000 ? 2 : 0.3));
        Figure each;
        each.name = u"the same, CPU an item with journal"_s;
        each.unit = u"us"_s;
        each.value = cpu;
        figures.append(each);
    }
    return figures;
}

Figure cachedFigure()
{
    constexpr int Count = 500;
    InstantProvider instant;
    SystemClock clock;
    ResponseCache cache(clock, nullptr, {});
    CachingProvider caching(instant, cache, clock, {});
    Bench bench(caching);
    const auto definition = bench.define(chain(Count), "${nodes.n499.output}");
    bench.finish(definition);
    const int asked = instant.callCount();
    const double wall = medianOf(Repeats, [&] {
        const auto start = Steady::now();
        bench.finish(definition);
        return since(start);
    });
    Figure one = figure(u"chain of 500 agents, all from the cache"_s, u"ms"_s, wall, 100);
    one.note = instant.callCount() == asked ? QString() : u"not all of them were cached"_s;
    return one;
}

//! A run that was cut off after about so many events, taken up again until it asks for something new.
Figure resumeFigure()
{
    constexpr int Items = 2500; // of four events each, and those of their ends
    InstantProvider instant;
    Bench bench(instant);
    const auto definition =
        bench.define({{"m", mapNode({{"one", agent("item ${item}")}}, "${nodes.one.output}")},
                      {"z", agent("end ${size(nodes.m.output)}")}},
                     "${nodes.z.output}");
    QString id;
    qint64 events = 0;
    {
        const std::unique_ptr<WorkflowRun> run = bench.start(definition, Items);
        id = run->id();
        QObject::connect(run.get(), &WorkflowRun::eventsCommitted, run.get(), [&] {
            if (run->state().lastSeq() >= 10'000)
                QCoreApplication::quit();
        });
        QCoreApplication::exec();
        events = run->state().lastSeq();
    }
    bench.database().flush();
    instant.isSilent = true;
    const double wall = medianOf(Repeats, [&] {
        const auto start = Steady::now();
        std::unique_ptr<WorkflowRun> run;
        double took = 0;
        instant.called = [&] {
            if (took > 0)
                return;
            took = since(start);
            QCoreApplication::quit();
        };
        QObject context;
        bench.journal().load(id, &context, [&](const Result<StoredRun> &stored) {
            run = std::make_unique<WorkflowRun>(bench.ports(), definition, *stored);
            run->begin();
        });
        QCoreApplication::exec();
        instant.called = [] {};
        run.reset();
        bench.database().flush();
        return took;
    });
    return figure(u"resume of %1 events, until it asks for something new"_s.arg(events), u"ms"_s,
                  wall, 300);
}

//! Calls over the network, as a run makes them.
class NetworkModels
{
public:
    explicit NetworkModels(const QUrl &url)
        : m_provider(config(url), dialectFor(DialectId::OpenAiChat), m_transport)
    {}
    [[nodiscard]] Provider &provider() { return m_provider; }

private:
    static ProviderConfig config(const QUrl &url)
    {
        ProviderConfig config;
        config.name = u"bench"_s;
        config.baseUrl = url;
        config.needsKey = false;
        return config;
    }

    QtTransport m_transport;
    VendorProvider m_provider;
};

Figure cancelFigure(const BenchServer &server)
{
    constexpr int Streams = 64;
    constexpr int TokensPerSecond = 20;
    constexpr int Seconds = 60;
    const double wall = medianOf(Repeats, [&] {
        NetworkModels models(server.paced(TokensPerSecond, Seconds));
        Bench bench(models.provider());
        const auto definition =
            bench.define({{"m", mapNode({{"one", agent("item ${item}")}}, "${nodes.one.output}")}},
                         "${size(nodes.m.output)}", Streams);
        const std::unique_ptr<WorkflowRun> run = bench.start(definition, Streams);
        QSet<QString> heard;
        QObject::connect(run.get(), &WorkflowRun::textAdded, run.get(), [&](const QString &path) {
            heard.insert(path);
            if (heard.size() == Streams)
                QCoreApplication::quit();
        });
        QCoreApplication::exec();
        const auto start = Steady::now();
        static_cast<void>(run->cancel());
        Bench::wait(*run);
        return since(start);
    });
    return figure(u"cancel with 64 live streams, to the last event in the journal"_s, u"ms"_s, wall,
                  250);
}

Figure parallelFigure(const BenchServer &server)
{
    constexpr int Count = 20;
    const auto timed = [&](int concurrency) {
        NetworkModels models(server.delay(SlowCallMs));
        Bench bench(models.provider());
        const auto definition =
            bench.define({{"m", mapNode({{"one", agent("item ${item}")}}, "${nodes.one.output}")}},
                         "${size(nodes.m.output)}", concurrency);
        const auto start = Steady::now();
        bench.finish(definition, Count);
        return since(start);
    };
    Figure one;
    one.name = u"20 agents of 300 ms, 20 at a time"_s;
    one.unit = u"ms"_s;
    one.value = medianOf(3, [&] { return timed(Count); });
    one.floor = timed(1);
    one.floorName = u"one after the other"_s;
    one.goal = u"a third to a tenth of that"_s;
    one.isMet = one.value * 3 <= *one.floor;
    return one;
}

} // namespace

QList<Figure> benchRuns(const BenchServer &server)
{
    QList<Figure> figures = {memoryFigure()};
    figures += nodeFigures();
    figures += mapFigures();
    figures.append(cachedFigure());
    figures.append(resumeFigure());
    figures.append(cancelFigure(server));
    figures.append(parallelFigure(server));
    return figures;
}

} // namespace kagura::bench
