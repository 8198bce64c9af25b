// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/unreadconnections.h"
#include "tests/support/testmain.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace {

using namespace kagura;

class TestUnreadConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheFloodedConnectionIsCut();
};

void TestUnreadConnections::onlyTheFloodedConnectionIsCut()
{
#ifndef Q_OS_LINUX
    QSKIP("only Linux has a table of open files to look into");
#endif
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket quiet;
    QTcpSocket flooded;
    flooded.setReadBufferSize(1); // so that the kernel keeps what it is sent
    quiet.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QVERIFY(server.waitForNewConnection(2000));
    QTcpSocket *quietPeer = server.nextPendingConnection();
    flooded.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QVERIFY(server.waitForNewConnection(2000));
    QTcpSocket *floodingPeer = server.nextPendingConnection();
    QTRY_COMPARE(flooded.state(), QAbstractSocket::ConnectedState);
    QTRY_COMPARE(quiet.state(), QAbstractSocket::ConnectedState);

    QCOMPARE(unreadConnections(server.serverPort()), 0);
    quietPeer->write("hello");
    floodingPeer->write(QByteArray(1024 * 1024, 'x'));
    QTRY_COMPARE(unreadConnections(server.serverPort()), 1);
    QCOMPARE(unreadConnections(static_cast<quint16>(server.serverPort() + 1)), 0);

    QCOMPARE(cutUnreadConnections(server.serverPort()), 1);
    QTRY_COMPARE(floodingPeer->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(quietPeer->state(), QAbstractSocket::ConnectedState);
    quietPeer->write(" again");
    QTRY_COMPARE(quiet.bytesAvailable(), 11);
}

} // namespace

KAGURA_TEST(TestUnreadConnections)

#include "tst_unreadconnections.moc"
