// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redis/redisconnection.h"
#include "tests/core/redis/oddserver.h"
#include "tests/support/freeport.h"
#include "tests/support/redisserver.h"
#include "tests/support/testmain.h"
#include "tests/support/tlsidentity.h"

#include <QFile>
#include <QTest>

#include <optional>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Answer = std::optional<Result<RedisValue>>;

namespace {

RedisConnection::Options to(quint16 port)
{
    RedisConnection::Options options;
    options.address.host = u"127.0.0.1"_s;
    options.address.port = port;
    options.patience = 20s; // a busy machine may take longer than the two seconds of daily life
    return options;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestRedisConnection : public QObject
{
    Q_OBJECT

private:
    // Waits for the answer to a command.
    [[nodiscard]] Answer ask(RedisConnection &connection, const QList<QByteArray> &words)
    {
        Answer answer;
        const bool isSent = connection.send(
            words, this, [&answer](const Result<RedisValue> &value) { answer = value; });
        if (!isSent || answer) // neither may it be answered from within
            return {};
        static_cast<void>(QTest::qWaitFor([&] { return answer.has_value(); }, 20'000));
        return answer;
    }

    [[nodiscard]] std::optional<Error::Kind> failureOf(RedisConnection &connection)
    {
        const Answer answer = ask(connection, {"PING"});
        return answer && !*answer ? std::optional(answer->error().kind) : std::nullopt;
    }

private Q_SLOTS:
    void commandsAreAnsweredInOrder()
    {
        const RedisServer server;
        if (!server.isRunning())
            QSKIP(RedisServer::missing());
        RedisConnection connection(to(server.port()));
        QByteArrayList answers;
        for (int i = 0; i < 100; ++i)
            QVERIFY(connection.send({"ECHO", QByteArray::number(i)}, this,
                                    [&](const Result<RedisValue> &value) {
                                        answers.append(value ? value->text : "failed");
                                    }));
        QVERIFY(answers.isEmpty());
        QTRY_COMPARE(answers.size(), 100);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(answers.at(i), QByteArray::number(i));
        QVERIFY(connection.isIdle());
    }

    void largeValuesComeBackWhole()
    {
        const RedisServer server;
        if (!server.isRunning())
            QSKIP(RedisServer::missing());
        RedisConnection connection(to(server.port()));
        const QByteArray large = QByteArray(3 * 1024 * 1024, 'x') + '\0' + "end";
        const Answer set = ask(connection, {"SET", "k", large});
        QVERIFY(set && *set);
        const Answer got = ask(connection, {"GET", "k"});
        QVERIFY(got && *got);
        QVERIFY((*got)->text == large);
    }

    void aRefusalFailsItsCommandAlone()
    {
        const RedisServer server;
        if (!server.isRunning())
            QSKIP(RedisServer::missing());
        RedisConnection connection(to(server.port()));
        const Answer refused = ask(connection, {"NOSUCH"});
        QVERIFY(refused && !*refused);
        QCOMPARE(refused->error().kind, Error::Kind::Server);
        QVERIFY(connection.isReady());
        QCOMPARE((*ask(connection, {"PING"}))->text, QByteArray("PONG"));
    }

    void thePasswordOpensAndIsNeverRepeated()
    {
        const RedisServer server({u"--requirepass"_s, u"hunter2hunter2"_s});
        if (!server.isRunning())
            QSKIP(RedisServer::missing());
        RedisConnection::Options options = to(server.port());
        RedisConnection without(options);
        QCOMPARE(failureOf(without), Error::Kind::Auth);
        options.password = Secret("wrong-password");
        RedisConnection wrong(options);
        const Answer refused = ask(wrong, {"PING"});
        QVERIFY(refused && !*refused);
        QCOMPARE(refused->error().kind, Error::Kind::Auth);
        QVERIFY(!refused->error().message.contains("wrong-password"_L1));
        options.password = Secret("hunter2hunter2");
        options.address.user = u"default"_s;
        RedisConnection right(options);
        QCOMPARE((*ask(right, {"PING"}))->text, QByteArray("PONG"));
    }

    void databasesAreKeptApart()
    {
        const RedisServer server;
        if (!server.isRunning())
            QSKIP(RedisServer::missing());
        RedisConnection::Options options = to(server.port());
        options.address.database = 3;
        RedisConnection third(options);
        QVERIFY(*ask(third, {"SET", "k", "v"}));
        QVERIFY(server.keys().isEmpty());
        options.address.database = 4711;
        RedisConnection none(options);
        QCOMPARE(failureOf(none), Error::Kind::Server);
    }

    void aServerOfAnUnknownAuthorityIsNotBelieved()
    {
        const TlsIdentity identity = TlsIdentity::make();
        QTemporaryDir folder;
        write(folder.filePath(u"cert.pem"_s), identity.certificatePem);
        write(folder.filePath(u"key.pem"_s), identity.keyPem);
        const quint16 port = freePort();
        const RedisServer server({u"--tls-port"_s, QString::number(port), u"--tls-cert-file"_s,
                                  folder.filePath(u"cert.pem"_s), u"--tls-key-file"_s,
                                  folder.filePath(u"key.pem"_s), u"--tls-auth-clients"_s, u"no"_s});
        if (!server.isRunning())
            QSKIP(RedisServer::missing());
        RedisConnection::Options options = to(port);
        options.address.isEncrypted = true;
        RedisConnection stranger(options);
        QCOMPARE(failureOf(stranger), Error::Kind::Network);
        options.authorities = identity.certificatePem;
        RedisConnection friendly(options);
        const Answer pong = ask(friendly, {"PING"});
        QVERIFY2(pong && *pong, pong && !*pong ? qPrintable(pong->error().message) : "");
        options.address.isEncrypted = false;
        options.patience = 200ms;
        RedisConnection plain(options);
        QVERIFY(failureOf(plain).has_value());
    }

    void nobodyThereIsAnErrorAndLaterACallIsMadeAnew()
    {
        RedisServer server;
        if (!server.isRunning())
            QSKIP(RedisServer::missing());
        RedisConnection connection(to(server.port()));
        QVERIFY(*ask(connection, {"PING"}));
        server.kill();
        QVERIFY(failureOf(connection).has_value());
        QCOMPARE(failureOf(connection), Error::Kind::Network);
        server.start();
        QCOMPARE((*ask(connection, {"PING"}))->text, QByteArray("PONG"));
    }

    void aServerThatNeverGreetsIsGivenUp()
    {
        const OddServer server;
        RedisConnection::Options options = to(server.port());
        options.patience = 100ms;
        RedisConnection connection(options);
        QCOMPARE(failureOf(connection), Error::Kind::Timeout);
    }

    void aServerOfAnotherKindIsAnError()
    {
        OddServer server;
        server.answer = [](const QByteArray &) {
            return QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
        };
        RedisConnection connection(to(server.port()));
        QCOMPARE(failureOf(connection), Error::Kind::Protocol);
    }

    void answersThatNobodyAskedForCloseTheConnection()
    {
        OddServer server;
        server.answer = [](const QByteArray &) {
            return QByteArray("+PONG\r\n+PONG\r\n+PONG\r\n");
        };
        RedisConnection connection(to(server.port()));
        int answered = 0;
        QVERIFY(connection.send({"PING"}, this, [&](const Result<RedisValue> &) { ++answered; }));
        QTRY_COMPARE(answered, 1);
        QTRY_VERIFY(!connection.isReady());
        QCOMPARE(answered, 1);
    }

    void moreThanMayWaitIsRefused()
    {
        const OddServer server;
        RedisConnection::Options options = to(server.port());
        options.largestBacklog = 10'000;
        RedisConnection connection(options);
        int answered = 0;
        const auto count = [&](const Result<RedisValue> &) { ++answered; };
        QVERIFY(connection.send({"SET", "a", QByteArray(9000, 'x')}, this, count));
        QVERIFY(!connection.send({"SET", "b", QByteArray(9000, 'x')}, this, count));
        connection.close({Error::Kind::Cancelled, u"enough"_s});
        QCOMPARE(answered, 0);
        QTRY_COMPARE(answered, 1);
        QVERIFY(connection.send({"SET", "b", QByteArray(9000, 'x')}, this, count));
    }

    void whoeverIsGoneIsNotAnswered()
    {
        const RedisServer server;
        if (!server.isRunning())
            QSKIP(RedisServer::missing());
        RedisConnection connection(to(server.port()));
        auto context = std::make_unique<QObject>();
        bool isAnswered = false;
        QVERIFY(connection.send({"PING"}, context.get(),
                                [&](const Result<RedisValue> &) { isAnswered = true; }));
        context.reset();
        QVERIFY(*ask(connection, {"PING"}));
        QVERIFY(!isAnswered);
    }

    void anAnswerMayEndItsConnection()
    {
        const RedisServer server;
        if (!server.isRunning())
            QSKIP(RedisServer::missing());
        auto connection = std::make_unique<RedisConnection>(to(server.port()));
        bool isGone = false;
        QVERIFY(connection->send({"PING"}, this, [&](const Result<RedisValue> &) {
            connection.reset();
            isGone = true;
        }));
        QVERIFY(connection->send({"PING"}, this, [](const Result<RedisValue> &) {}));
        QTRY_VERIFY(isGone);
    }
};

KAGURA_TEST(TestRedisConnection)
#include "tst_redisconnection.moc"
