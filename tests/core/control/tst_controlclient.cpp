// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/control/controlclient.h"
#include "core/control/controlpath.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace kagura;

class TestControlClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnOwnerItSaysSoSoon();
    void anOwnerThatIsSilentIsATimeout();
    void anOwnerThatHangsUpIsANetworkError();
    void brokenAnswersAreProtocolErrors_data();
    void brokenAnswersAreProtocolErrors();
    void cancelEndsItOnce();
    void requestsThatAreTooLargeAreNotSent();
};

namespace {

using namespace Qt::StringLiterals;

//! An owner that answers whatever the test wants, or nothing.
class FakeOwner
{
public:
    explicit FakeOwner(const QString &folder, const QByteArray &answer, bool hangsUp = false)
    {
        m_server.listen(controlSocketPath(folder));
        QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [=, this] {
            QLocalSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QLocalSocket::readyRead, socket, [=] {
                socket->write(answer);
                socket->flush();
                if (hangsUp)
                    socket->disconnectFromServer();
            });
        });
    }

private:
    QLocalServer m_server;
};

} // namespace

void TestControlClient::withoutAnOwnerItSaysSoSoon()
{
    const QTemporaryDir folder;
    QElapsedTimer clock;
    clock.start();
    const auto call = callOwner(folder.path(), u"window.raise"_s);
    QVERIFY(!call->isFinished());
    QTRY_VERIFY(call->isFinished());
    QCOMPARE(call->failure()->kind, Error::Kind::Network);
    QVERIFY(call->failure()->message.contains(u"No Kagura is running"_s));
    QVERIFY(clock.elapsed() < 1000);
}

void TestControlClient::anOwnerThatIsSilentIsATimeout()
{
    const QTemporaryDir folder;
    const FakeOwner owner(folder.path(), {});
    const auto call =
        callOwner(folder.path(), u"x"_s, Json::object(), std::chrono::milliseconds(100));
    QTRY_VERIFY(call->isFinished());
    QCOMPARE(call->failure()->kind, Error::Kind::Timeout);
}

void TestControlClient::anOwnerThatHangsUpIsANetworkError()
{
    const QTemporaryDir folder;
    const FakeOwner owner(folder.path(), {}, true);
    const auto call = callOwner(folder.path(), u"x"_s);
    QTRY_VERIFY(call->isFinished());
    QCOMPARE(call->failure()->kind, Error::Kind::Network);
}

void TestControlClient::brokenAnswersAreProtocolErrors_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("no JSON") << QByteArray("hello\n");
    QTest::newRow("a list") << QByteArray("[]\n");
    QTest::newRow("endless") << QByteArray(2 * 1024 * 1024, 'x');
}

void TestControlClient::brokenAnswersAreProtocolErrors()
{
    QFETCH(const QByteArray, answer);
    const QTemporaryDir folder;
    const FakeOwner owner(folder.path(), answer);
    const auto call = callOwner(folder.path(), u"x"_s);
    QTRY_VERIFY(call->isFinished());
    QCOMPARE(call->failure()->kind, Error::Kind::Protocol);
}

void TestControlClient::cancelEndsItOnce()
{
    const QTemporaryDir folder;
    const FakeOwner owner(folder.path(), "{\"id\":1,\"result\":1}\n");
    const auto call = callOwner(folder.path(), u"x"_s);
    QSignalSpy finished(call.get(), &Handle::finished);
    call->cancel();
    call->cancel();
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(call->failure()->kind, Error::Kind::Cancelled);
}

void TestControlClient::requestsThatAreTooLargeAreNotSent()
{
    const QTemporaryDir folder;
    const auto call =
        callOwner(folder.path(), u"x"_s, {{"text", std::string(2 * 1024 * 1024, 'x')}});
    QTRY_VERIFY(call->isFinished());
    QCOMPARE(call->failure()->kind, Error::Kind::BadRequest);
}

KAGURA_TEST(TestControlClient)
#include "tst_controlclient.moc"
