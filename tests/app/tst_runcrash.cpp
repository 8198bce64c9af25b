// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs that are cut off: at every commit of their journal, and at any moment by SIGKILL. A server counts
// what was asked of it.

#include "core/base/json.h"
#include "tests/app/runworkflows.h"
#include "tests/support/patience.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>
#include <mutex>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Concurrency = 3; // of the workflow
constexpr int KilledExitCode = 137;

//! The last message of a request: what a call is told apart by.
QByteArray promptOf(const ServedRequest &request)
{
    const Result<Json> body = parseJson(request.body);
    if (!body)
        return {};
    const Json &messages = jsonMember(*body, "messages");
    return messages.is_array() && !messages.empty() ? dumpJson(messages.back()["content"])
                                                    : QByteArray();
}

bool isDeep()
{
    return qEnvironmentVariableIsSet("KAGURA_TEST_DEEP");
}

} // namespace

class TestRunCrash final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server.answerWith([this](const ServedRequest &request) {
            const QByteArray prompt = promptOf(request);
            {
                const std::lock_guard guard(m_lock);
                ++m_counts[prompt];
            }
            // The answer depends on the question alone, so that every way to the end ends the same.
            const QByteArray text = QByteArray::number(qChecksum(prompt));
            Script script;
            script.pause(std::chrono::milliseconds(m_pauseMs));
            const Script answer = Script::stream(
                {"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n",
                 "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                 "data: [DONE]\n\n"});
            for (const Script::Step &step : answer.steps())
                script.write(step.bytes);
            return script;
        });
        begin();
        const Outcome outcome = run({});
        QVERIFY2(outcome.code == 0, outcome.output.constData());
        m_expected = outcome.output;
        m_baseline = counts();
        QCOMPARE(toolCalls(), 1);
    }

    void everyCommitMayBeTheLast_data()
    {
        QTest::addColumn<QByteArray>("when");
        QTest::newRow("before it") << QByteArray("before");
        QTest::newRow("after it") << QByteArray("after");
    }
    void everyCommitMayBeTheLast()
    {
        QFETCH(QByteArray, when);
        const int step = isDeep() ? 1 : 5;
        int crashes = 0;
        for (int commit = 1;; commit += step) {
            begin();
            const Outcome first = run(when + ':' + QByteArray::number(commit));
            if (first.code == 0)
                break; // it has fewer commits
            QCOMPARE(first.code, KilledExitCode);
            ++crashes;
            const Outcome second = run({});
            QVERIFY2(second.code == 0, second.output.constData());
            QCOMPARE(second.output, m_expected);
            compareCounts(1);
            QCOMPARE(toolCalls(), 1);
        }
        QVERIFY2(crashes >= 3, qPrintable(QString::number(crashes)));
    }

    void killedAtAnyMoment()
    {
        m_pauseMs = 15;
        const int rounds = isDeep() ? 50 : 3;
        QRandomGenerator random(7);
        for (int round = 0; round < rounds; ++round) {
            begin();
            int kills = 0;
            while (true) {
                QProcess process;
                start(process, {});
                const int life = 60 + static_cast<int>(random.bounded(250));
                if (!process.waitForFinished(kills < 6 ? life : 30'000)) {
                    process.kill();
                    QVERIFY(process.waitForFinished());
                    ++kills;
                    continue;
                }
                const QByteArray output = process.readAllStandardOutput();
                QVERIFY2(process.exitCode() == 0, output.constData());
                QCOMPARE(output, m_expected);
                break;
            }
            compareCounts(kills);
            QVERIFY(toolCalls() <= 1);
        }
        m_pauseMs = 0;
    }

private:
    struct Outcome
    {
        int code = -1;
        QByteArray output;
    };

    void begin()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QFile file(m_home->filePath(u"workflow.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(crashWorkflow());
        const std::lock_guard guard(m_lock);
        m_counts.clear();
    }

    void start(QProcess &process, const QByteArray &crashAt) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KAGURA_DATA_DIR"_s, m_home->filePath(u"data"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home->filePath(u"config"_s));
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_home->path());
        if (!crashAt.isEmpty())
            environment.insert(u"KAGURA_CRASH_AT"_s, QString::fromLatin1(crashAt));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(KAGURA_RUN_CHILD),
                      {m_home->filePath(u"workflow.json"_s), m_server.url("/v1").toString(),
                       m_home->filePath(u"tool.log"_s)});
    }

    [[nodiscard]] Outcome run(const QByteArray &crashAt) const
    {
        QProcess process;
        start(process, crashAt);
        if (!process.waitForFinished(static_cast<int>(patiently(15'000)))) {
            process.kill();
            process.waitForFinished();
            return {-1, "it hangs: " + process.readAllStandardOutput()};
        }
        return {process.exitCode(), process.readAllStandardOutput()};
    }

    [[nodiscard]] std::map<QByteArray, int> counts() const
    {
        const std::lock_guard guard(m_lock);
        return m_counts;
    }

    //! Nothing was asked that an uncut run does not ask, and no more twice than could be under way.
    void compareCounts(int kills) const
    {
        int duplicates = 0;
        for (const auto &[prompt, count] : counts()) {
            QVERIFY2(m_baseline.count(prompt) == 1, prompt.constData());
            QVERIFY2(count >= m_baseline.at(prompt), prompt.constData());
            duplicates += count - m_baseline.at(prompt);
        }
        QCOMPARE(counts().size(), m_baseline.size());
        QVERIFY2(duplicates <= kills * Concurrency, qPrintable(QString::number(duplicates)));
    }

    [[nodiscard]] int toolCalls() const
    {
        QFile log(m_home->filePath(u"tool.log"_s));
        return log.open(QIODevice::ReadOnly) ? static_cast<int>(log.readAll().count('\n')) : 0;
    }

    ScriptedServer m_server;
    std::unique_ptr<QTemporaryDir> m_home;
    mutable std::mutex m_lock;
    std::map<QByteArray, int> m_counts; // guarded
    std::map<QByteArray, int> m_baseline;
    QByteArray m_expected;
    std::atomic_int m_pauseMs = 0;
};

KAGURA_TEST(TestRunCrash)
#include "tst_runcrash.moc"
