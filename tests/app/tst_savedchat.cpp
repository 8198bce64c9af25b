// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Conversations that the built command line keeps, seen by others who have the same data folder open.

#include "app/cli/savedchat.h"
#include "core/base/json.h"
#include "core/storage/statement.h"
#include "tests/support/cliprocess.h"
#include "tests/support/patience.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <csignal>
#include <thread>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray piece(const QByteArray &text)
{
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
}

const QByteArray Ended =
    "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
    "data: [DONE]\n\n";

const QByteArray StreamHead = "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n";

Script answerOf(const QByteArray &text)
{
    return Script::stream({piece(text), Ended});
}

Script unfinished(const QByteArray &text)
{
    return Script().head(200, StreamHead).chunk(piece(text)).hold();
}

QString conversationOf(const CliOutcome &outcome)
{
    return jsonString(outcome.events.constLast(), "conversation");
}

struct Row
{
    QString role;
    QString state;
    QString text;
    bool operator==(const Row &) const = default;
};

} // namespace

class TestSavedChat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliProcess>(QStringLiteral(KAGURA_CLI));
        m_server = std::make_unique<ScriptedServer>();
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(m_cli->homePath(u"data"_s)));
    }

    void cleanup()
    {
        m_server.reset();
        m_cli.reset();
        qunsetenv("KAGURA_DATA_DIR");
    }

    void anExchangeIsKeptAndItsIdIsTold()
    {
        m_server->answer(answerOf("Minka"));
        const CliOutcome outcome = chat({u"--save"_s, u"--json"_s, u"A name for a cat?"_s});
        QVERIFY2(outcome.exitCode == 0, (outcome.output + outcome.errors).constData());
        const QString id = conversationOf(outcome);
        QVERIFY(!id.isEmpty());
        QCOMPARE(jsonString(outcome.events.constFirst(), "conversation"), id);
        const QList<Row> expected = {{u"user"_s, u"complete"_s, u"A name for a cat?"_s},
                                     {u"assistant"_s, u"complete"_s, u"Minka"_s}};
        QCOMPARE(rows(), expected);
    }

    void plainOutputIsStillTheTextAlone()
    {
        m_server->answer(answerOf("Minka"));
        const CliOutcome outcome = chat({u"--save"_s, u"A name for a cat?"_s});
        QCOMPARE(outcome.output, QByteArray("Minka\n"));
        QVERIFY2(outcome.errors.contains("--continue "), outcome.errors.constData());
    }

    void withoutTheWishNothingIsStored()
    {
        m_server->answer(answerOf("Minka"));
        const CliOutcome outcome = chat({u"--json"_s, u"A name for a cat?"_s});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(!outcome.output.contains("\"conversation\""));
        QVERIFY(!QFile::exists(m_cli->homePath(u"data/kagura.db"_s)));
    }

    void parametersReachTheWireAndStayWithTheConversation()
    {
        m_server->answer(answerOf("Minka"));
        chat({u"--save"_s, u"--system"_s, u"Be brief."_s, u"--temperature"_s, u"0.25"_s,
              u"--top-p"_s, u"0.5"_s, u"--seed"_s, u"7"_s, u"--max-tokens"_s, u"90"_s,
              u"--reasoning"_s, u"low"_s, u"--stop"_s, u"END"_s, u"--stop"_s, u"\n\n"_s,
              u"A name for a cat?"_s});
        const auto check = [this](qsizetype messages) {
            const Json body = parseJson(m_server->lastRequest().body).value();
            QCOMPARE(jsonMember(body, "temperature"), Json(0.25));
            QCOMPARE(jsonMember(body, "top_p"), Json(0.5));
            QCOMPARE(jsonMember(body, "seed"), Json(7));
            QCOMPARE(jsonMember(body, "reasoning_effort"), Json("low"));
            QCOMPARE(jsonMember(body, "stop"), Json({"END", "\n\n"}));
            QVERIFY(body.contains("max_tokens") || body.contains("max_completion_tokens"));
            const Json &sent = jsonMember(body, "messages");
            QCOMPARE(qsizetype(sent.size()), messages);
            QCOMPARE(jsonString(sent.at(0), "content"), u"Be brief."_s);
        };
        check(2);
        chat({u"--continue"_s, u"last"_s, u"Another?"_s});
        check(4);
        chat({u"--continue"_s, u"last"_s, u"--temperature"_s, u"1"_s, u"A third?"_s});
        const Json body = parseJson(m_server->lastRequest().body).value();
        QCOMPARE(jsonMember(body, "temperature"), Json(1.0));
        QCOMPARE(jsonMember(body, "seed"), Json(7));
    }

    void continuingSendsWhatWasSaidToTheSameModel_data()
    {
        QTest::addColumn<bool>("byId");
        QTest::newRow("by its id") << true;
        QTest::newRow("the last one") << false;
    }
    void continuingSendsWhatWasSaidToTheSameModel()
    {
        QFETCH(const bool, byId);
        m_server->answerNext(answerOf("Minka"));
        const CliOutcome first =
            chat({u"--save"_s, u"--json"_s, u"--system"_s, u"Be brief."_s, u"A name for a cat?"_s});
        m_server->answer(answerOf("Mi"));
        const QString id = conversationOf(first);
        const CliOutcome second =
            m_cli->run(QStringList{u"chat"_s} + provider()
                       + QStringList{u"--json"_s, u"--continue"_s, byId ? id : u"last"_s,
                                     u"A shorter one."_s});
        QVERIFY2(second.exitCode == 0, (second.output + second.errors).constData());
        QCOMPARE(conversationOf(second), id);
        QCOMPARE(rows().size(), 4);
        const Result<Json> asked = parseJson(m_server->lastRequest().body);
        QVERIFY(asked);
        QCOMPARE(jsonString(*asked, "model"), u"model"_s);
        QStringList said;
        for (const Json &message : asked->at("messages"))
            said.append(jsonString(message, "role") + u' ' + jsonString(message, "content"));
        const QStringList expected = {u"system Be brief."_s, u"user A name for a cat?"_s,
                                      u"assistant Minka"_s, u"user A shorter one."_s};
        QCOMPARE(said, expected);
    }

    void aConversationThatIsNotThereIsWrongUse_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::newRow("unknown") << u"0d9c3f0e-0000-4000-8000-000000000000"_s;
        QTest::newRow("none yet") << u"last"_s;
        QTest::newRow("empty") << QString();
    }
    void aConversationThatIsNotThereIsWrongUse()
    {
        QFETCH(const QString, wanted);
        m_server->answer(answerOf("x"));
        const CliOutcome outcome = chat({u"--continue"_s, wanted, u"hello"_s});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.errors.contains("conversation"), outcome.errors.constData());
        QCOMPARE(m_server->requestCount(), 0);
    }

    void theQuestionIsOnDiskBeforeItsRequestLeaves()
    {
        std::atomic_int questions = -1;
        m_server->answerWith([&](const ServedRequest &) {
            questions = static_cast<int>(number(u"SELECT count(*) FROM messages "
                                                "WHERE role='user' AND text='precious'"_s));
            return answerOf("yes");
        });
        QCOMPARE(chat({u"--save"_s, u"precious"_s}).exitCode, 0);
        QCOMPARE(questions, 1);
    }

    void aCallThatFailsLeavesItsQuestion()
    {
        m_server->answer(Script::whole(401, "{\"error\":{\"message\":\"no\"}}"));
        const CliOutcome outcome = chat({u"--save"_s, u"--json"_s, u"hello"_s});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.lastKind(), u"auth"_s);
        QVERIFY(!conversationOf(outcome).isEmpty());
        const QList<Row> expected = {{u"user"_s, u"complete"_s, u"hello"_s},
                                     {u"assistant"_s, u"failed"_s, QString()}};
        QCOMPARE(rows(), expected);
    }

    void anInterruptEndsAtOnceAndKeepsWhatHasCome_data()
    {
        QTest::addColumn<bool>("hasBegun");
        QTest::newRow("in the answer") << true;
        QTest::newRow("before its first byte") << false;
    }
    void anInterruptEndsAtOnceAndKeepsWhatHasCome()
    {
        QFETCH(const bool, hasBegun);
        m_server->answer(hasBegun ? unfinished("half an answer") : Script().hold());
        QProcess process;
        m_cli->start(process, arguments({u"--save"_s, u"hello"_s}));
        if (hasBegun)
            QTRY_VERIFY_WITH_TIMEOUT(process.bytesAvailable() > 0, 10'000);
        else
            QTRY_COMPARE_WITH_TIMEOUT(m_server->requestCount(), 1, 10'000);
        QElapsedTimer clock;
        clock.start();
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 5000);
        QVERIFY2(clock.elapsed() < kagura::test::patiently(250),
                 qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(process.exitCode(), 130);
        const QList<Row> expected = {
            {u"user"_s, u"complete"_s, u"hello"_s},
            {u"assistant"_s, u"cancelled"_s, hasBegun ? u"half an answer"_s : QString()}};
        QCOMPARE(rows(), expected);
    }

    void aKilledCallLosesAtMostItsLastSecond()
    {
        const int rounds = qEnvironmentVariableIsSet("KAGURA_TEST_DEEP") ? 100 : 10;
        // A numbered word every 20 ms: the text tells how much of it must be there.
        Script script = Script().head(200, StreamHead);
        for (int i = 0; i < 500; ++i)
            script.chunk(piece(QByteArray::number(i) + ' ')).pause(std::chrono::milliseconds(20));
        m_server->answer(script);
        for (int round = 0; round < rounds; ++round) {
            QProcess process;
            m_cli->start(process, arguments({u"--save"_s, u"question %1"_s.arg(round)}));
            QByteArray output;
            QElapsedTimer clock;
            QList<std::pair<qint64, qsizetype>> arrivals;
            const int life = QRandomGenerator::global()->bounded(2400);
            const bool hasBegun = QTest::qWaitFor(
                [&] { return !(output += process.readAllStandardOutput()).isEmpty(); }, 10'000);
            QVERIFY2(hasBegun, process.readAllStandardError().constData());
            clock.start();
            while (clock.elapsed() < life) {
                QTest::qWait(10);
                output += process.readAllStandardOutput();
                arrivals.append({clock.elapsed(), output.size()});
            }
            process.kill();
            const qint64 end = clock.elapsed();
            QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 5000);
            output += process.readAllStandardOutput();

            const std::unique_ptr<ChatStorage> storage = openStorage();
            const QList<StoredMessage> branch = newestBranch(*storage);
            QCOMPARE(branch.size(), 2);
            QCOMPARE(branch.first().text, u"question %1"_s.arg(round));
            QCOMPARE(branch.last().state, StoredMessage::State::Interrupted);
            const QByteArray kept = branch.last().text.toUtf8();
            QVERIFY(output.startsWith(kept) || kept.startsWith(output));
            for (const auto &[when, size] : arrivals) {
                if (when < end - 1000)
                    QVERIFY2(
                        kept.size() >= size,
                        qPrintable(
                            u"%1 of %2 after %3 ms"_s.arg(kept.size()).arg(size).arg(end - when)));
            }
        }
        QCOMPARE(number(u"SELECT count(*) FROM conversations"_s), rounds);
    }

    void callsAtOnceAndAnOpenWindowShareTheFolder()
    {
        m_server->answer(answerOf("yes"));
        const std::unique_ptr<ChatStorage> window = openStorage();
        QTRY_COMPARE(window->database().state().kind, DatabaseState::Kind::Ready);
        QSet<QString> heard;
        connect(&window->store(), &ConversationStore::conversationChanged, this,
                [&heard](const Conversation &one) { heard.insert(one.id); });
        std::vector<std::unique_ptr<QProcess>> calls;
        for (int i = 0; i < 6; ++i) {
            calls.push_back(std::make_unique<QProcess>());
            m_cli->start(*calls.back(), arguments({u"--save"_s, u"call %1"_s.arg(i)}));
        }
        for (const std::unique_ptr<QProcess> &call : calls) {
            QTRY_COMPARE_WITH_TIMEOUT(call->state(), QProcess::NotRunning, 30'000);
            QVERIFY2(call->exitCode() == 0, call->readAllStandardError().constData());
        }
        std::optional<Result<ConversationPage>> page;
        window->store().list({}, this, [&](const Result<ConversationPage> &one) { page = one; });
        QTRY_VERIFY(page);
        QCOMPARE((*page)->conversations.size(), 6);
        QTRY_COMPARE(heard.size(), 6); // the list of a window shows them without being asked
    }

    void aConversationThatIsBeingAnsweredIsNotDisturbed()
    {
        m_server->answer(unfinished("half"));
        QProcess first;
        m_cli->start(first, arguments({u"--save"_s, u"one"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(first.bytesAvailable() > 0, 10'000);
        const CliOutcome second = chat({u"--continue"_s, u"last"_s, u"two"_s});
        QVERIFY(second.exitCode > 0);
        QVERIFY2(second.errors.contains("still arriving"), second.errors.constData());
        QCOMPARE(m_server->requestCount(), 1);

        // Killed, it stands in nobody's way.
        first.kill();
        QTRY_COMPARE_WITH_TIMEOUT(first.state(), QProcess::NotRunning, 5000);
        m_server->answer(answerOf("yes"));
        QCOMPARE(chat({u"--continue"_s, u"last"_s, u"two"_s}).exitCode, 0);
        QCOMPARE(rows().at(1).state, u"interrupted"_s);
        QCOMPARE(rows().size(), 4);
    }

    void whatCannotBeStoredIsNotSent()
    {
        m_server->answer(answerOf("yes"));
        QCOMPARE(chat({u"--save"_s, u"first"_s}).exitCode, 0);
        // Files may not grow above 256 KiB: as near to a full disk as one gets without a disk.
        const CliOutcome outcome = limited(512, {u"--continue"_s, u"last"_s, u"--json"_s, u"-"_s},
                                           QByteArray(400'000, 'x'));
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.lastKind(), u"storage"_s);
        QVERIFY2(jsonString(outcome.events.constLast(), "message").contains(u"space"_s),
                 outcome.output.constData());
        QCOMPARE(m_server->requestCount(), 1);
        QCOMPARE(rows().size(), 2);
    }

    void anAnswerThatCannotBeStoredIsPrintedWhole()
    {
        m_server->answer(answerOf("yes"));
        QCOMPARE(chat({u"--save"_s, u"first"_s}).exitCode, 0);
        QList<QByteArray> pieces(50, piece(QByteArray(10'000, 'a')));
        m_server->answer(Script::stream(pieces << Ended));
        const CliOutcome outcome =
            limited(512, {u"--continue"_s, u"last"_s, u"--json"_s, u"long, please"_s});
        QCOMPARE(outcome.text.size(), 500'000);
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.lastKind(), u"storage"_s);
        QCOMPARE(rows().size(), 4);
        QCOMPARE(rows().at(2).text, u"long, please"_s);
    }

    void aFolderThatCannotBeMadeIsToldBeforeAnythingIsSent()
    {
        m_server->answer(answerOf("yes"));
        m_cli->setEnvironment(u"KAGURA_DATA_DIR"_s, u"/proc/nowhere"_s);
        const CliOutcome outcome = chat({u"--save"_s, u"hello"_s});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains("/proc/nowhere"), outcome.errors.constData());
        QCOMPARE(m_server->requestCount(), 0);
    }

    void offlineAsksOnlyThisComputer()
    {
        m_server->answer(answerOf("from here"));
        const CliOutcome here = chat({u"--offline"_s, u"hello"_s});
        QVERIFY2(here.exitCode == 0, here.errors.constData());
        QCOMPARE(here.output, QByteArray("from here\n"));

        const QString far = u"far=openai-chat,http://models.invalid/v1"_s;
        const CliOutcome refused =
            m_cli->run({u"chat"_s, u"--offline"_s, u"--json"_s, u"--provider"_s, far, u"-m"_s,
                        u"far/m"_s, u"hello"_s});
        QCOMPARE(refused.exitCode, 1);
        const QString message = jsonString(refused.events.constLast(), "message");
        QVERIFY2(message.contains(u"nothing was sent"_s) && message.contains(u"models.invalid"_s),
                 qPrintable(message));
        QCOMPARE(m_server->requestCount(), 1);
    }

private:
    [[nodiscard]] QStringList provider() const
    {
        return {u"--provider"_s, u"here=openai-chat,http://127.0.0.1:%1/v1"_s.arg(m_server->port()),
                u"--attempts"_s, u"1"_s};
    }

    [[nodiscard]] QStringList arguments(const QStringList &more) const
    {
        return QStringList{u"chat"_s} + provider() + QStringList{u"-m"_s, u"here/model"_s} + more;
    }

    CliOutcome chat(const QStringList &more) { return m_cli->run(arguments(more)); }

    //! With a limit to the size of its files, in blocks of 512 bytes.
    CliOutcome limited(int blocks, const QStringList &more, const QByteArray &input = {}) const
    {
        QProcess process;
        CliProcess shell(u"/bin/sh"_s);
        shell.setEnvironment(u"KAGURA_DATA_DIR"_s, m_cli->homePath(u"data"_s));
        return shell.run(
            QStringList{u"-c"_s, u"trap '' XFSZ; ulimit -f %1; exec \"$0\" \"$@\""_s.arg(blocks),
                        QStringLiteral(KAGURA_CLI)}
                + arguments(more),
            input);
    }

    [[nodiscard]] std::unique_ptr<Connection> look() const
    {
        return std::move(Connection::open(m_cli->homePath(u"data/kagura.db"_s),
                                          Connection::Mode::ReadOnly))
            .value();
    }

    [[nodiscard]] qint64 number(const QString &sql) const { return look()->integer(sql).value(); }

    [[nodiscard]] QList<Row> rows() const
    {
        const std::unique_ptr<Connection> connection = look();
        Statement statement(*connection, u"SELECT role, state, text FROM messages ORDER BY seq"_s);
        QList<Row> rows;
        while (statement.next())
            rows.append({statement.text(0), statement.text(1), statement.text(2)});
        return rows;
    }

    [[nodiscard]] std::unique_ptr<ChatStorage> openStorage() const
    {
        return std::move(ChatStorage::open(m_clock, ChatStorage::Use::Long)).value();
    }

    QList<StoredMessage> newestBranch(ChatStorage &storage)
    {
        std::optional<Result<Branch>> branch;
        storage.store().newest(this, [&](const Result<Conversation> &newest) {
            storage.store().branch(newest.value().id, this,
                                   [&](const Result<Branch> &one) { branch = one; });
        });
        storage.database().flush(); // what a dead process left is marked by now
        QList<StoredMessage> messages;
        if (QTest::qWaitFor([&] { return branch.has_value(); }, 10'000)) {
            for (const BranchMessage &one : (*branch)->messages)
                messages.append(one.message);
        }
        return messages;
    }

    SystemClock m_clock;
    std::unique_ptr<CliProcess> m_cli;
    std::unique_ptr<ScriptedServer> m_server;
};

KAGURA_TEST(TestSavedChat)
#include "tst_savedchat.moc"
