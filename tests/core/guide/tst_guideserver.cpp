// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json.h"
#include "core/guide/guideserver.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace kagura;

class TestGuideServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstAnswerStreamsWithinTwoSecondsOfConstruction();
    void theStreamComesWordByWordAtItsPace();
    void wholeAnswersAndTheModelListWork();
    void everyRequestNeedsTheToken_data();
    void everyRequestNeedsTheToken();
    void tokensDifferFromStartToStart();
    void refusalsHaveOpenAiShape_data();
    void refusalsHaveOpenAiShape();
    void listensOnLoopbackOnly();
    void eightStreamsAtOnceComeThrough();
    void anAbandonedStreamFreesItsPlace();
    void stopEndsStreamsSoon();
    void stopEndsIdleConnectionsWithinTheReadTimeout();
    void startAfterStopWorks();
    void stopRightAfterStartEnds();
};

namespace {

constexpr const char *Question =
    R"({"model":"guide","messages":[{"role":"user","content":"exit codes"}]})";
constexpr const char *Streamed =
    R"({"model":"guide","stream":true,"messages":[{"role":"user","content":"exit codes"}]})";

//! One raw exchange, so that nothing between the test and the server hides what it sends.
class Client
{
public:
    explicit Client(const GuideServer &server)
        : m_port(static_cast<quint16>(server.baseUrl().port()))
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    }

    void send(const QByteArray &method,
              const QByteArray &path,
              const QByteArray &token,
              const QByteArray &body = {})
    {
        QByteArray head = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        if (!token.isEmpty())
            head += "Authorization: Bearer " + token + "\r\n";
        if (method == "POST")
            head += "Content-Type: application/json\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n";
        m_socket.write(head + "\r\n" + body);
    }

    [[nodiscard]] bool isClosed() { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    QByteArray &received() { return m_received += m_socket.readAll(), m_received; }
    QTcpSocket &socket() { return m_socket; }

    [[nodiscard]] int status() { return received().mid(9, 3).toInt(); }
    [[nodiscard]] QByteArray body() { return received().mid(received().indexOf("\r\n\r\n") + 4); }

private:
    quint16 m_port;
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace

void TestGuideServer::firstAnswerStreamsWithinTwoSecondsOfConstruction()
{
    QElapsedTimer clock;
    clock.start();
    GuideServer server;
    QVERIFY(server.start());
    Client client(server);
    client.send("POST", "/v1/chat/completions", server.token().reveal(), Streamed);
    QTRY_VERIFY_WITH_TIMEOUT(client.received().contains("\"content\":\"Exit"), 2000);
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    qInfo("construction to first word: %lld ms", static_cast<long long>(clock.elapsed()));
}

void TestGuideServer::theStreamComesWordByWordAtItsPace()
{
    GuideServer server({100});
    QVERIFY(server.start());
    Client client(server);
    QElapsedTimer clock;
    clock.start();
    client.send("POST", "/v1/chat/completions", server.token().reveal(), Streamed);
    QTRY_VERIFY(client.received().contains("data: "));
    QVERIFY(!client.received().contains("[DONE]"));
    QTRY_VERIFY_WITH_TIMEOUT(client.received().contains("data: [DONE]\n\n"), 20000);
    const auto words = client.received().count("\"content\":");
    const double perSecond = double(words) * 1000.0 / double(clock.elapsed());
    QVERIFY2(perSecond > 40 && perSecond < 115, qPrintable(QString::number(perSecond)));
    QVERIFY(client.received().contains("Content-Type: text/event-stream"));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().endsWith("0\r\n\r\n"));
}

void TestGuideServer::wholeAnswersAndTheModelListWork()
{
    GuideServer server;
    QVERIFY(server.start());
    Client models(server);
    models.send("GET", "/v1/models", server.token().reveal());
    Client chat(server);
    chat.send("POST", "/v1/chat/completions", server.token().reveal(), Question);
    QTRY_VERIFY(models.isClosed() && chat.isClosed());
    QCOMPARE(models.status(), 200);
    const Result<Json> list = parseJson(models.body());
    QVERIFY(list);
    QCOMPARE(jsonString(list->at("data").at(0), "id"), QStringLiteral("guide"));
    QCOMPARE(chat.status(), 200);
    const Result<Json> completion = parseJson(chat.body());
    QVERIFY(completion);
    QVERIFY(jsonString(completion->at("choices").at(0).at("message"), "content")
                .contains(QStringLiteral("130")));
}

void TestGuideServer::everyRequestNeedsTheToken_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("token");
    for (const char *path : {"/v1/models", "/v1/chat/completions", "/", "/nothing"}) {
        QTest::addRow("no token %s", path) << QByteArray(path) << QByteArray();
        QTest::addRow("wrong token %s", path) << QByteArray(path) << QByteArray("guess");
    }
}

void TestGuideServer::everyRequestNeedsTheToken()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, token);
    GuideServer server;
    QVERIFY(server.start());
    Client client(server);
    client.send(path.endsWith("completions") ? "POST" : "GET", path, token, Question);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.status(), 401);
    QVERIFY(!client.received().contains("guide\""));
}

void TestGuideServer::tokensDifferFromStartToStart()
{
    const GuideServer one;
    const GuideServer two;
    QCOMPARE(one.token().reveal().size(), 64);
    QVERIFY(!(one.token() == two.token()));
}

void TestGuideServer::refusalsHaveOpenAiShape_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("unknown path") << QByteArray("GET") << QByteArray("/v1/else") << QByteArray()
                                  << 404;
    QTest::newRow("no JSON") << QByteArray("POST") << QByteArray("/v1/chat/completions")
                             << QByteArray("{") << 400;
    QTest::newRow("another model")
        << QByteArray("POST") << QByteArray("/v1/chat/completions")
        << QByteArray(R"({"model":"x","messages":[{"role":"user","content":"a"}]})") << 404;
    QTest::newRow("too large") << QByteArray("POST") << QByteArray("/v1/chat/completions")
                               << QByteArray(17 * 1024 * 1024, 'x') << 413;
}

void TestGuideServer::refusalsHaveOpenAiShape()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    GuideServer server;
    QVERIFY(server.start());
    Client client(server);
    client.send(method, path, server.token().reveal(), body);
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), 10000);
    QCOMPARE(client.status(), status);
    const Result<Json> error = parseJson(client.body());
    QVERIFY(error);
    QVERIFY(!jsonString(error->at("error"), "message").isEmpty());
    QVERIFY(!jsonString(error->at("error"), "code").isEmpty());
}

void TestGuideServer::listensOnLoopbackOnly()
{
    GuideServer server;
    QCOMPARE(server.baseUrl(), QUrl());
    QVERIFY(server.start());
    QCOMPARE(server.baseUrl().host(), QStringLiteral("127.0.0.1"));
    QCOMPARE(server.baseUrl().path(), QStringLiteral("/v1"));
    QTcpSocket elsewhere;
    elsewhere.connectToHost(QStringLiteral("127.0.0.2"),
                            static_cast<quint16>(server.baseUrl().port()));
    QTRY_COMPARE(elsewhere.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestGuideServer::eightStreamsAtOnceComeThrough()
{
    GuideServer server({2000});
    QVERIFY(server.start());
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(std::make_unique<Client>(server));
        clients.back()->send("POST", "/v1/chat/completions", server.token().reveal(), Streamed);
    }
    for (const auto &client : clients)
        QTRY_VERIFY_WITH_TIMEOUT(client->received().contains("[DONE]"), 10000);
}

void TestGuideServer::anAbandonedStreamFreesItsPlace()
{
    GuideServer server({20});
    QVERIFY(server.start());
    // More than there are threads: if a stream went on without its reader, the last would wait.
    for (int i = 0; i < 20; ++i) {
        Client client(server);
        client.send("POST", "/v1/chat/completions", server.token().reveal(), Streamed);
        QTRY_VERIFY(client.received().contains("data: "));
        client.socket().abort();
    }
    Client last(server);
    last.send("GET", "/v1/models", server.token().reveal());
    QTRY_COMPARE_WITH_TIMEOUT(last.status(), 200, 1500);
}

void TestGuideServer::stopEndsStreamsSoon()
{
    GuideServer server({5});
    QVERIFY(server.start());
    Client client(server);
    client.send("POST", "/v1/chat/completions", server.token().reveal(), Streamed);
    QTRY_VERIFY(client.received().contains("data: "));
    QElapsedTimer clock;
    clock.start();
    server.stop();
    QVERIFY2(clock.elapsed() < kagura::test::patiently(250),
             qPrintable(QString::number(clock.elapsed())));
    QVERIFY(!server.isRunning());
    QTRY_VERIFY(client.isClosed());
    QVERIFY(!client.received().contains("[DONE]"));
}

void TestGuideServer::stopEndsIdleConnectionsWithinTheReadTimeout()
{
    GuideServer server;
    QVERIFY(server.start());
    Client client(server);
    QVERIFY(client.socket().waitForConnected(1000));
    QElapsedTimer clock;
    clock.start();
    server.stop();
    QVERIFY2(clock.elapsed() < 2500, qPrintable(QString::number(clock.elapsed())));
}

void TestGuideServer::startAfterStopWorks()
{
    GuideServer server;
    QVERIFY(server.start());
    server.stop();
    QVERIFY(server.start());
    Client client(server);
    client.send("GET", "/v1/models", server.token().reveal());
    QTRY_COMPARE(client.status(), 200);
}

void TestGuideServer::stopRightAfterStartEnds()
{
    for (int i = 0; i < 20; ++i) {
        GuideServer server;
        QVERIFY(server.start());
    }
    QVERIFY(true);
}

KAGURA_TEST(TestGuideServer)
#include "tst_guideserver.moc"
