// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/localprobe.h"
#include "core/net/qttransport.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace kagura;

//! Over real loopback connections to servers that answer as the products do.
class TestLocalProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allAreFoundAtOnce();
    void twoProductsTakeTurnsOnOnePort();
    void deadPortsCostNothing();
    void slowPortsAreLeftAtTheLimitAndTheOthersFound();
    void whatIsNoServerIsNotFound();
    void noCredentialAndNoOddRequestIsSent();
    void withoutPortsItEndsAtOnce();
    void cancelEndsItOnce();
    void deletingItInTheMiddleIsSafe();
};

namespace {

using namespace Qt::StringLiterals;

//! Answers GET requests by path; what it does not know is 404, or the page that stands under "*".
class FakeServer
{
public:
    explicit FakeServer(QMap<QByteArray, QByteArray> pages, bool answers = true)
        : m_pages(std::move(pages))
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, answers] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                const auto request = std::make_shared<QByteArray>();
                QObject::connect(socket, &QTcpSocket::readyRead, socket,
                                 [this, socket, answers, request] {
                                     *request += socket->readAll();
                                     if (answers && request->endsWith("\r\n\r\n"))
                                         answer(socket, *request);
                                 });
            }
        });
    }

    [[nodiscard]] int port() const { return m_server.serverPort(); }
    [[nodiscard]] const QByteArray &log() const { return m_log; }
    void setPages(const QMap<QByteArray, QByteArray> &pages) { m_pages = pages; }

private:
    void answer(QTcpSocket *socket, const QByteArray &request)
    {
        const QByteArray path = request.split(' ').value(1);
        m_log += request;
        const bool isKnown = m_pages.contains(path) || m_pages.contains("*");
        const QByteArray body = m_pages.value(path, m_pages.value("*"));
        socket->write((isKnown ? "HTTP/1.1 200 OK\r\n" : "HTTP/1.1 404 Not Found\r\n")
                      + QByteArray("Connection: close\r\nContent-Length: ")
                      + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QMap<QByteArray, QByteArray> m_pages;
    QByteArray m_log;
};

QByteArray listOf(const QByteArray &owner)
{
    return R"({"object":"list","data":[{"id":"m1","object":"model","owned_by":")" + owner + "\"}]}";
}

const QMap<QByteArray, QByteArray> Ollama = {
    {"/", "Ollama is running"}, {"/api/tags", R"({"models":[{"name":"a"},{"name":"b"}]})"}};
const QMap<QByteArray, QByteArray> LocalAi = {
    {"/v1/models", R"({"object":"list","data":[{"id":"m1","object":"model"}]})"},
    {"/system", R"({"backends":["llama-cpp"],"loaded_models":[]})"}};
const QMap<QByteArray, QByteArray> Docker = {{"/engines/llama.cpp/v1/models", listOf("docker")}};

int deadPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

void TestLocalProbe::allAreFoundAtOnce()
{
    QtTransport transport;
    const FakeServer ollama(Ollama);
    const FakeServer vllm({{"/v1/models", listOf("vllm")}});
    const FakeServer localAi(LocalAi);
    const FakeServer docker(Docker);
    const FakeServer kobold({{"/", "<html>"},
                             {"/v1/models", listOf("x")},
                             {"/api/extra/version", R"({"result":"KoboldCpp"})"}});
    QElapsedTimer clock;
    clock.start();
    LocalProbe probe(transport,
                     {ollama.port(), vllm.port(), localAi.port(), docker.port(), kobold.port(),
                      kobold.port(), deadPort()});
    QSignalSpy found(&probe, &LocalProbe::found);
    QVERIFY(!probe.isFinished());
    QTRY_VERIFY(probe.isFinished());
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    qInfo("five servers and a dead port: %lld ms", static_cast<long long>(clock.elapsed()));
    QVERIFY(!probe.failure());
    QCOMPARE(found.count(), 5);
    QStringList products;
    for (const LocalServer &server : probe.servers()) {
        products.append(server.product);
        QCOMPARE(server.models.size(), server.product == u"Ollama"_s ? 2 : 1);
    }
    products.sort();
    const QStringList expected = {u"Docker Model Runner"_s, u"KoboldCpp"_s, u"LocalAI"_s,
                                  u"Ollama"_s, u"vLLM"_s};
    QCOMPARE(products, expected);
}

void TestLocalProbe::twoProductsTakeTurnsOnOnePort()
{
    QtTransport transport;
    FakeServer server({{"/v1/models", listOf("vllm")}});
    LocalProbe first(transport, {server.port()});
    QTRY_VERIFY(first.isFinished());
    QCOMPARE(first.servers().first().product, u"vLLM"_s);
    server.setPages(LocalAi);
    LocalProbe second(transport, {server.port()});
    QTRY_VERIFY(second.isFinished());
    QCOMPARE(second.servers().first().product, u"LocalAI"_s);
}

void TestLocalProbe::deadPortsCostNothing()
{
    QtTransport transport;
    QElapsedTimer clock;
    clock.start();
    LocalProbe probe(transport, {deadPort(), deadPort(), deadPort()});
    QTRY_VERIFY(probe.isFinished());
    QVERIFY2(clock.elapsed() < 1500, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(probe.servers().isEmpty());
    QVERIFY(!probe.failure());
}

void TestLocalProbe::slowPortsAreLeftAtTheLimitAndTheOthersFound()
{
    QtTransport transport;
    const FakeServer silent({}, false);
    const FakeServer ollama(Ollama);
    QElapsedTimer clock;
    clock.start();
    LocalProbe probe(transport, {silent.port(), ollama.port()}, std::chrono::milliseconds(600));
    QSignalSpy found(&probe, &LocalProbe::found);
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, 500); // nobody waits for the slow one
    QVERIFY(!probe.isFinished());
    QTRY_VERIFY(probe.isFinished());
    QVERIFY2(clock.elapsed() < 1200, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(!probe.failure());
    QCOMPARE(probe.servers().size(), 1);
}

void TestLocalProbe::whatIsNoServerIsNotFound()
{
    QtTransport transport;
    const FakeServer site({{"*", "<html><body>Hello</body></html>"}});
    const FakeServer huge({{"*", QByteArray(3 * 1024 * 1024, '[')}});
    LocalProbe probe(transport, {site.port(), huge.port()});
    QTRY_VERIFY(probe.isFinished());
    QVERIFY(probe.servers().isEmpty());
}

void TestLocalProbe::noCredentialAndNoOddRequestIsSent()
{
    QtTransport transport;
    const FakeServer localAi(LocalAi);
    LocalProbe probe(transport, {localAi.port()});
    QTRY_VERIFY(probe.isFinished());
    const QByteArray log = localAi.log().toLower();
    QVERIFY(log.count("get /") >= 2);
    QVERIFY2(log.count("get /") <= 8, log.constData());
    for (const char *word : {"post /", "authorization", "api-key", "cookie"})
        QVERIFY2(!log.contains(word), word);
}

void TestLocalProbe::withoutPortsItEndsAtOnce()
{
    QtTransport transport;
    LocalProbe probe(transport, {});
    QVERIFY(!probe.isFinished());
    QTRY_VERIFY(probe.isFinished());
    QVERIFY(LocalProbe::usualPorts().contains(11434));
}

void TestLocalProbe::cancelEndsItOnce()
{
    QtTransport transport;
    const FakeServer ollama(Ollama);
    LocalProbe probe(transport, {ollama.port()});
    QSignalSpy finished(&probe, &Handle::finished);
    QSignalSpy found(&probe, &LocalProbe::found);
    probe.cancel();
    probe.cancel();
    QTest::qWait(50);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(found.count(), 0);
    QCOMPARE(probe.failure()->kind, Error::Kind::Cancelled);
}

void TestLocalProbe::deletingItInTheMiddleIsSafe()
{
    QtTransport transport;
    const FakeServer ollama(Ollama);
    for (int wait = 0; wait < 10; ++wait) {
        auto probe = std::make_unique<LocalProbe>(transport, QList<int>{ollama.port()});
        QTest::qWait(wait);
        probe.reset();
    }
    LocalProbe probe(transport, {ollama.port()});
    QTRY_VERIFY(probe.isFinished());
    QCOMPARE(probe.servers().size(), 1);
}

KAGURA_TEST(TestLocalProbe)
#include "tst_localprobe.moc"
