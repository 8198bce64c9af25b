// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace kagura::test {

//! Debian's redis-server on a loopback port, with nothing in it and nothing kept; gone with the object.
//!
//! Where it is not installed isRunning() is false, and missing() says so: a test skips then, by
//!     if (!server.isRunning())
//!         QSKIP(RedisServer::missing());
class RedisServer
{
public:
    //! More options as on its command line, such as --requirepass.
    explicit RedisServer(const QStringList &options = {});
    ~RedisServer();
    Q_DISABLE_COPY_MOVE(RedisServer)

    [[nodiscard]] static const char *missing()
    {
        return "there is no redis-server here; install the package of that name";
    }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    //! It is there and answers nobody, until resume().
    void stall();
    void resume();
    //! As a crash would.
    void kill();
    //! Again, on the same port and with nothing in it.
    void start();

    //! The bytes that it answers to a command, read with a connection of their own.
    [[nodiscard]] QByteArray raw(const QList<QByteArray> &words) const;
    void run(const QList<QByteArray> &words) const { static_cast<void>(raw(words)); }
    //! The values of all keys as they are, and all keys: what a thief of the server would have.
    [[nodiscard]] QByteArray everything() const;
    [[nodiscard]] QList<QByteArray> keys() const;

private:
    QTemporaryDir m_folder;
    QStringList m_options;
    QProcess m_process;
    quint16 m_port = 0;
    bool m_isRunning = false;
    bool m_isStalled = false;
};

} // namespace kagura::test
