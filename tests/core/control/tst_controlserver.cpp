// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/control/controlclient.h"
#include "core/control/controlpath.h"
#include "core/control/controlserver.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace kagura;

class TestControlServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Qt ignores SIGPIPE, but Qt Test's handler for crashes comes back with every class.
    void initTestCase() { ::signal(SIGPIPE, SIG_IGN); }
    void init();
    void methodsAreCalledByNameAndAnswer();
    void answersMayComeLaterAndOnlyOnce();
    void errorsOfAMethodReachTheCaller();
    void unknownMethodsLeaveTheConnectionOpen();
    void hostileInputIsAnsweredAndHungUpOn_data();
    void hostileInputIsAnsweredAndHungUpOn();
    void requestsInPiecesAndInBunchesWork();
    void theSocketIsForItsOwnerOnly();
    void aSecondServerIsRefused();
    void aKilledOwnerIsReplacedAtOnce();
    void manyConnectionsAreCutOffAndTheServerLives();
    void aVanishedCallerHarmsNothing();
    void closingFreesTheFolder();
    void longFolderNamesWork();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

using namespace Qt::StringLiterals;

void addEcho(ControlServer &server)
{
    server.addMethod(u"echo"_s, [](const Json &params, const ControlServer::Respond &respond) {
        respond(params);
    });
}

std::unique_ptr<QLocalSocket> connectTo(const QString &folder)
{
    auto socket = std::make_unique<QLocalSocket>();
    socket->connectToServer(controlSocketPath(folder));
    return socket;
}

} // namespace

void TestControlServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestControlServer::methodsAreCalledByNameAndAnswer()
{
    ControlServer server;
    addEcho(server);
    QVERIFY(server.listen(m_folder->path()));
    const Json params = {{"text", "hello\n"}, {"list", {1, 2}}};
    const auto call = callOwner(m_folder->path(), u"echo"_s, params);
    QVERIFY(!call->isFinished());
    QTRY_VERIFY(call->isFinished());
    QVERIFY(!call->failure());
    QVERIFY(call->result() == params);
}

void TestControlServer::answersMayComeLaterAndOnlyOnce()
{
    ControlServer server;
    std::vector<ControlServer::Respond> waiting;
    server.addMethod(u"wait"_s, [&](const Json &, const ControlServer::Respond &respond) {
        waiting.push_back(respond);
    });
    QVERIFY(server.listen(m_folder->path()));
    const auto socket = connectTo(m_folder->path());
    socket->write("{\"id\":\"a\",\"method\":\"wait\"}\n{\"id\":\"b\",\"method\":\"wait\"}\n");
    QTRY_COMPARE(waiting.size(), std::size_t(2));
    waiting.at(1)(Json(2));
    waiting.at(0)(Json(1));
    waiting.at(0)(Json(3));
    QTRY_COMPARE(socket->bytesAvailable(), 2 * qint64(sizeof(R"({"id":"b","result":2})")));
    QCOMPARE(socket->readAll(),
             QByteArray("{\"id\":\"b\",\"result\":2}\n{\"id\":\"a\",\"result\":1}\n"));
}

void TestControlServer::errorsOfAMethodReachTheCaller()
{
    ControlServer server;
    server.addMethod(u"fail"_s, [](const Json &, const ControlServer::Respond &respond) {
        respond(Error{Error::Kind::Quota, u"used up"_s});
    });
    QVERIFY(server.listen(m_folder->path()));
    const auto call = callOwner(m_folder->path(), u"fail"_s);
    QTRY_VERIFY(call->isFinished());
    QCOMPARE(call->failure()->kind, Error::Kind::Quota);
    QCOMPARE(call->failure()->message, u"used up"_s);
}

void TestControlServer::unknownMethodsLeaveTheConnectionOpen()
{
    ControlServer server;
    addEcho(server);
    QVERIFY(server.listen(m_folder->path()));
    const auto socket = connectTo(m_folder->path());
    socket->write("{\"id\":1,\"method\":\"nothing\"}\n");
    QTRY_VERIFY(socket->canReadLine());
    QVERIFY(socket->readLine().contains("\"kind\":\"bad_request\""));
    socket->write("{\"id\":2,\"method\":\"echo\"}\n");
    QTRY_VERIFY(socket->canReadLine());
    QCOMPARE(socket->readLine(), QByteArray("{\"id\":2,\"result\":{}}\n"));
}

void TestControlServer::hostileInputIsAnsweredAndHungUpOn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no JSON") << QByteArray("hello\n");
    QTest::newRow("an empty line") << QByteArray("\n");
    QTest::newRow("HTTP") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("a list") << QByteArray("[1]\n");
    QTest::newRow("no method") << QByteArray("{\"id\":1}\n");
    QTest::newRow("no id") << QByteArray("{\"method\":\"echo\"}\n");
    QTest::newRow("an object as id") << QByteArray("{\"id\":{},\"method\":\"echo\"}\n");
    QTest::newRow("a number as method") << QByteArray("{\"id\":1,\"method\":5}\n");
    QTest::newRow("too deep") << QByteArray("{\"id\":1,\"method\":\"echo\",\"params\":")
            + QByteArray(100000, '[') + "\n";
    QTest::newRow("zeros") << QByteArray(1000, '\0') + "\n";
    QTest::newRow("no UTF-8") << QByteArray("{\"id\":1,\"method\":\"\xff\xfe\"}\n");
    QTest::newRow("an endless line") << QByteArray(3 * 1024 * 1024, 'x');
    QTest::newRow("a long line") << QByteArray(2 * 1024 * 1024, ' ') + "\n";
}

void TestControlServer::hostileInputIsAnsweredAndHungUpOn()
{
    QFETCH(const QByteArray, bytes);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a request is"_s));
    ControlServer server;
    addEcho(server);
    QVERIFY(server.listen(m_folder->path()));
    const auto socket = connectTo(m_folder->path());
    QByteArray answer;
    connect(socket.get(), &QLocalSocket::readyRead, this, [&] { answer += socket->readAll(); });
    socket->write(bytes);
    QTRY_COMPARE(socket->state(), QLocalSocket::UnconnectedState);
    answer += socket->readAll();
    QVERIFY2(answer.contains("\"kind\":\"bad_request\""), answer.constData());
    // And everybody else is served as before.
    const auto call = callOwner(m_folder->path(), u"echo"_s);
    QTRY_VERIFY(call->isFinished());
    QVERIFY(!call->failure());
}

void TestControlServer::requestsInPiecesAndInBunchesWork()
{
    ControlServer server;
    addEcho(server);
    QVERIFY(server.listen(m_folder->path()));
    const auto socket = connectTo(m_folder->path());
    const QByteArray request = "{\"id\":1,\"method\":\"echo\"}\n";
    for (const char c : request) {
        socket->write(&c, 1);
        socket->flush();
        QCoreApplication::processEvents();
    }
    socket->write(request + request + request);
    QByteArray answer;
    QTRY_COMPARE((answer += socket->readAll()).count('\n'), 4);
}

void TestControlServer::theSocketIsForItsOwnerOnly()
{
    ControlServer server;
    QVERIFY(server.listen(m_folder->path()));
    const QFileInfo socket(controlSocketPath(m_folder->path()));
    QVERIFY(socket.exists());
    QCOMPARE(socket.path(), m_folder->path());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(socket.permissions() & others));
    QVERIFY(!(QFileInfo(m_folder->filePath(u"control.lock"_s)).permissions() & others));
}

void TestControlServer::aSecondServerIsRefused()
{
    ControlServer first;
    addEcho(first);
    QVERIFY(first.listen(m_folder->path()));
    ControlServer second;
    const Result<void> refused = second.listen(m_folder->path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Overloaded);
    QVERIFY(!second.isListening());
    // The attempt has not taken the first one's socket away.
    const auto call = callOwner(m_folder->path(), u"echo"_s);
    QTRY_VERIFY(call->isFinished());
    QVERIFY(!call->failure());
}

void TestControlServer::aKilledOwnerIsReplacedAtOnce()
{
    // The child holds lock and socket as an owner does, and is killed without a chance to clean up.
    const QByteArray lockPath = QFile::encodeName(m_folder->filePath(u"control.lock"_s));
    const QString path = controlSocketPath(m_folder->path());
    QProcess owner;
    owner.start(
        u"bash"_s,
        {u"-c"_s, u"exec 9>'%1'; flock 9; exec sleep 60"_s.arg(QFile::decodeName(lockPath))});
    QVERIFY(owner.waitForStarted());
    {
        QLocalServer stale;
        QVERIFY(stale.listen(path));
        // Out of the way while it closes, which would remove it.
        QVERIFY(QFile::rename(path, path + u".kept"_s));
    }
    QVERIFY(QFile::rename(path + u".kept"_s, path));
    ControlServer server;
    addEcho(server);
    QTRY_VERIFY(!server.listen(m_folder->path()));
    QElapsedTimer clock;
    clock.start();
    ::kill(static_cast<pid_t>(owner.processId()), SIGKILL);
    QVERIFY(owner.waitForFinished());
    // The shell's flock, which has the lock too, may be about to end.
    QTRY_VERIFY(server.listen(m_folder->path()));
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    const auto call = callOwner(m_folder->path(), u"echo"_s);
    QTRY_VERIFY(call->isFinished());
    QVERIFY(!call->failure());
}

void TestControlServer::manyConnectionsAreCutOffAndTheServerLives()
{
    ControlServer server;
    addEcho(server);
    QVERIFY(server.listen(m_folder->path()));
    std::vector<std::unique_ptr<QLocalSocket>> sockets;
    for (int i = 0; i < 100; ++i) {
        sockets.push_back(connectTo(m_folder->path()));
        QCoreApplication::processEvents();
    }
    const auto openCount = [&sockets] {
        return std::count_if(sockets.begin(), sockets.end(), [](const auto &socket) {
            return socket->state() == QLocalSocket::ConnectedState;
        });
    };
    QTRY_VERIFY(openCount() <= 64);
    QVERIFY(openCount() > 0);
    sockets.clear();
    QCoreApplication::processEvents();
    const auto call = callOwner(m_folder->path(), u"echo"_s);
    QTRY_VERIFY(call->isFinished());
    QVERIFY(!call->failure());
}

void TestControlServer::aVanishedCallerHarmsNothing()
{
    ControlServer server;
    ControlServer::Respond late;
    server.addMethod(u"wait"_s,
                     [&](const Json &, const ControlServer::Respond &respond) { late = respond; });
    QVERIFY(server.listen(m_folder->path()));
    auto call = callOwner(m_folder->path(), u"wait"_s);
    QTRY_VERIFY(late);
    call.reset();
    QCoreApplication::processEvents();
    late(Json(1));
    server.close();
    late(Json(2));
    QVERIFY(!server.isListening());
}

void TestControlServer::closingFreesTheFolder()
{
    ControlServer first;
    QVERIFY(first.listen(m_folder->path()));
    first.close();
    ControlServer second;
    QVERIFY(second.listen(m_folder->path()));
}

void TestControlServer::longFolderNamesWork()
{
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    QTemporaryDir run;
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(run.path()));
    const QString folder = m_folder->filePath(QString(120, u'x'));
    QVERIFY(QDir().mkpath(folder));
    {
        ControlServer server;
        addEcho(server);
        QVERIFY(server.listen(folder));
        QVERIFY(controlSocketPath(folder).startsWith(run.path()));
        QVERIFY(controlSocketPath(folder) != controlSocketPath(folder + u'x'));
        const auto call = callOwner(folder, u"echo"_s);
        QTRY_VERIFY(call->isFinished());
        QVERIFY(!call->failure());
    }
    // The longest path that stands in its folder must really be bindable.
    const int room = 98 - static_cast<int>(m_folder->path().size()) - 1 - 13;
    const QString longest = m_folder->filePath(QString(room, u'y'));
    QVERIFY(QDir().mkpath(longest));
    QVERIFY(controlSocketPath(longest).startsWith(longest));
    ControlServer server;
    QVERIFY(server.listen(longest));
    runtime.isNull() ? qunsetenv("XDG_RUNTIME_DIR") : qputenv("XDG_RUNTIME_DIR", runtime);
}

KAGURA_TEST(TestControlServer)
#include "tst_controlserver.moc"
