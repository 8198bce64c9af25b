// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace kagura::test {

//! Listens like a Redis server and says what the test wants, in the test's own thread.
class OddServer : public QObject
{
public:
    //! What is answered to bytes that came in; empty: nothing.
    std::function<QByteArray(const QByteArray &)> answer = [](const QByteArray &) {
        return QByteArray();
    };
    QByteArray received;
    int connections = 0;

    OddServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            ++connections;
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QIODevice::readyRead, this, [this, socket] {
                const QByteArray bytes = socket->readAll();
                received += bytes;
                socket->write(answer(bytes));
            });
        });
    }

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    QTcpServer m_server;
};

} // namespace kagura::test
