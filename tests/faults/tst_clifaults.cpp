// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every fault of the table against the built program, as a script would use it: kagura-cli chat --json.
// One dialect a fault, in turn, so that each dialect meets many.

#include "app/cli/exitcode.h"
#include "tests/faults/fault.h"
#include "tests/support/cliprocess.h"
#include "tests/support/freeport.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/tlsidentity.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>
#include <vector>

namespace {

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int ProcessesAtOnce = 4;
constexpr auto Slack = 3s; // beyond the deadlines; it has to start, too

//! A run of the program against one fault.
class Run : public QObject
{
    Q_OBJECT

public:
    Run(Fault fault, int turn)
        : m_fault(std::move(fault))
        , m_dialect(m_fault.dialects.at(turn % m_fault.dialects.size()))
        , m_isStream(m_fault.canStream() && (!m_fault.canBeWhole() || turn % 3 != 0))
    {}

    [[nodiscard]] const Fault &fault() const { return m_fault; }
    [[nodiscard]] DialectId dialect() const { return m_dialect; }
    [[nodiscard]] bool isOver() const { return m_isOver; }

    void start(const CliProcess &cli)
    {
        const bool isTls =
            m_fault.place == Fault::Place::HttpToHttps || m_fault.place == Fault::Place::SelfSigned;
        m_server = isTls
            ? std::make_unique<ScriptedServer>(TlsIdentity::make().serverConfiguration())
            : std::make_unique<ScriptedServer>();
        m_server->answer(m_fault.play(AnswerWire::of(m_dialect), m_isStream));
        QUrl base = m_server->url("/v1");
        if (m_fault.place == Fault::Place::HttpsToHttp)
            base.setScheme(u"https"_s);
        else if (m_fault.place == Fault::Place::HttpToHttps)
            base.setScheme(u"http"_s);
        if (m_fault.place == Fault::Place::Nobody)
            base.setPort(freePort());

        connect(&m_process, &QProcess::finished, this, [this] {
            m_took = std::chrono::milliseconds(m_clock.elapsed());
            m_outcome = CliProcess::outcomeOf(m_process);
            m_isOver = true;
        });
        m_clock.start();
        cli.start(m_process, arguments(base));
        m_process.closeWriteChannel();
    }

    void giveUp() { m_process.kill(); }

    //! Empty: everything is as the table has it.
    [[nodiscard]] QString complaint() const
    {
        const QString all =
            u"exit code %1\n%2\n%3"_s.arg(m_outcome.exitCode)
                .arg(QString::fromUtf8(m_outcome.output), QString::fromUtf8(m_outcome.errors));
        if (!m_isOver || m_outcome.exitCode != ExitFailed)
            return u"wrong exit code: "_s + all;
        if (m_outcome.count(u"error"_s) != 1 || m_outcome.count(u"finish"_s) != 0
            || m_outcome.lastEvent() != u"error"_s)
            return u"not exactly one terminal event: "_s + all;
        const std::optional<Error::Kind> kind = errorKindFromName(m_outcome.lastKind());
        if (!kind || !m_fault.kinds.contains(*kind))
            return u"another kind: "_s + all;
        if (!jsonString(m_outcome.events.constLast(), "message").contains(m_fault.says))
            return u"does not say what it should: "_s + all;
        if (m_isStream && m_fault.showsText && !m_outcome.text.startsWith(AnswerWire::begunText()))
            return u"lost the text that had arrived: "_s + all;
        if (all.contains(u"canary"_s))
            return u"gives the key away: "_s + all;
        if (m_outcome.output.count('\n') != m_outcome.events.size())
            return u"a line of the output is no JSON: "_s + all;
        if (m_took > m_fault.limit() + Slack)
            return u"took %1 ms: "_s.arg(m_took.count()) + all;
        return {};
    }

private:
    [[nodiscard]] QStringList arguments(const QUrl &base) const
    {
        QStringList arguments = {u"chat"_s, u"--json"_s, u"--attempts"_s, u"1"_s};
        if (!m_isStream)
            arguments.append(u"--no-stream"_s);
        const Deadlines &limits = m_fault.deadlines;
        const std::pair<QString, std::optional<std::chrono::milliseconds>> kinds[] = {
            {u"connect"_s, limits.connect}, {u"first-byte"_s, limits.firstByte},
            {u"idle"_s, limits.idle},       {u"progress"_s, limits.progress},
            {u"total"_s, limits.total},
        };
        for (const auto &[name, limit] : kinds)
            arguments += {u"--deadline"_s,
                          u"%1=%2"_s.arg(name).arg(
                              std::chrono::duration<double>(limit.value_or(0ms)).count())};
        arguments +=
            {u"--provider"_s,
             u"faulty=%1,%2,key-env=FAULT_KEY"_s.arg(dialectName(m_dialect), base.toString()),
             u"-m"_s, u"faulty/m"_s, u"hi"_s};
        return arguments;
    }

    Fault m_fault;
    DialectId m_dialect;
    bool m_isStream;
    std::unique_ptr<ScriptedServer> m_server;
    QProcess m_process;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_took{0};
    CliOutcome m_outcome;
    bool m_isOver = false;
};

} // namespace

class TestCliFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyDialectMeetsManyFaults();
    void aFaultIsOneErrorLineAndExitCodeOne_data();
    void aFaultIsOneErrorLineAndExitCodeOne();

private:
    CliProcess m_cli{QStringLiteral(KAGURA_CLI)};
    std::vector<std::unique_ptr<Run>> m_runs;
};

//! All runs, some at once; what became of them is judged one by one.
void TestCliFaults::initTestCase()
{
    m_cli.setEnvironment(u"FAULT_KEY"_s, QString::fromUtf8(faultKey()));
    int turn = 0;
    for (const Fault &fault : allFaults())
        m_runs.push_back(std::make_unique<Run>(fault, turn++));
    std::vector<Run *> active;
    std::size_t next = 0;
    const QDeadlineTimer until(90s);
    while ((next < m_runs.size() || !active.empty()) && !until.hasExpired()) {
        std::erase_if(active, [](const Run *run) { return run->isOver(); });
        while (next < m_runs.size() && active.size() < ProcessesAtOnce) {
            active.push_back(m_runs.at(next++).get());
            active.back()->start(m_cli);
        }
        QTest::qWait(5);
    }
    for (Run *run : active)
        run->giveUp();
}

void TestCliFaults::everyDialectMeetsManyFaults()
{
    std::map<DialectId, int> met;
    for (const std::unique_ptr<Run> &run : m_runs)
        ++met[run->dialect()];
    for (const DialectId dialect : allDialects())
        QVERIFY2(met[dialect] >= 7, qPrintable(dialectName(dialect)));
}

void TestCliFaults::aFaultIsOneErrorLineAndExitCodeOne_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        QTest::newRow(m_runs.at(i)->fault().name.constData()) << static_cast<int>(i);
}

void TestCliFaults::aFaultIsOneErrorLineAndExitCodeOne()
{
    QFETCH(const int, index);
    const Run &run = *m_runs.at(static_cast<std::size_t>(index));
    const QString complaint = run.complaint();
    QVERIFY2(complaint.isEmpty(), qPrintable(dialectName(run.dialect()) + u": "_s + complaint));
}

KAGURA_TEST(TestCliFaults)
#include "tst_clifaults.moc"
