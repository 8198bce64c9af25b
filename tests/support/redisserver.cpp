// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/redisserver.h"

#include "tests/support/freeport.h"

#include <QDeadlineTimer>
#include <QStandardPaths>
#include <QTcpSocket>

#include <csignal>

namespace kagura::test {

namespace {

using namespace Qt::StringLiterals;

constexpr int PatienceMs = 10'000;

// One line, with what follows it where it announces that.
QByteArray readAnswer(QTcpSocket &socket)
{
    QByteArray bytes;
    const auto line = [&] {
        QByteArray one;
        while (!one.endsWith("\r\n")) {
            if (!socket.canReadLine() && !socket.waitForReadyRead(PatienceMs))
                return QByteArray();
            one += socket.readLine();
        }
        bytes += one;
        return one.trimmed();
    };
    const QByteArray head = line();
    if (head.startsWith('$') && head != "$-1") {
        const qsizetype size = head.mid(1).toLongLong() + 2;
        QByteArray text;
        while (text.size() < size) {
            if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(PatienceMs))
                return bytes;
            text += socket.read(size - text.size());
        }
        bytes += text;
    } else if (head.startsWith('*')) {
        for (int i = head.mid(1).toInt(); i > 0; --i)
            bytes += readAnswer(socket);
    }
    return bytes;
}

} // namespace

RedisServer::RedisServer(const QStringList &options)
    : m_options(options)
    , m_port(freePort())
{
    start();
}

RedisServer::~RedisServer()
{
    resume();
    kill();
}

void RedisServer::start()
{
    const QString program = QStandardPaths::findExecutable(u"redis-server"_s);
    if (program.isEmpty())
        return;
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(program,
                    QStringList{u"--bind"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(m_port),
                                u"--save"_s, QString(), u"--appendonly"_s, u"no"_s, u"--dir"_s,
                                m_folder.path()}
                        + m_options);
    for (QDeadlineTimer deadline(PatienceMs); !deadline.hasExpired();
         m_process.waitForFinished(5)) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        if (socket.waitForConnected(PatienceMs)) {
            m_isRunning = true;
            return;
        }
    }
}

void RedisServer::stall()
{
    m_isStalled = ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP) == 0;
}

void RedisServer::resume()
{
    if (m_isStalled)
        ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
    m_isStalled = false;
}

void RedisServer::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(PatienceMs);
    m_isRunning = false;
}

QByteArray RedisServer::raw(const QList<QByteArray> &words) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    if (!socket.waitForConnected(PatienceMs))
        return {};
    QByteArray command = "*" + QByteArray::number(words.size()) + "\r\n";
    for (const QByteArray &word : words)
        command += "$" + QByteArray::number(word.size()) + "\r\n" + word + "\r\n";
    socket.write(command);
    return readAnswer(socket);
}

QList<QByteArray> RedisServer::keys() const
{
    QList<QByteArray> keys;
    const QByteArrayList lines = raw({"KEYS", "*"}).split('\n');
    for (qsizetype i = 2; i < lines.size(); i += 2)
        keys.append(lines.at(i).trimmed());
    return keys;
}

QByteArray RedisServer::everything() const
{
    QByteArray all;
    for (const QByteArray &key : keys())
        all += key + raw({"GET", key}) + raw({"DUMP", key});
    return all;
}

} // namespace kagura::test
