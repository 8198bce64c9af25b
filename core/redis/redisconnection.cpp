// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redis/redisconnection.h"

#include <QNetworkProxy>
#include <QScopeGuard>
#include <QSslConfiguration>
#include <QSslSocket>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 ReadBuffer = 256LL * 1024;
constexpr qsizetype LongestMessage = 200;

Error networkError(const QString &message)
{
    return {Error::Kind::Network, message};
}

// What a foreign server says, short and without what could steer a terminal.
QString printable(const QByteArray &text)
{
    QString clean = QString::fromUtf8(text.left(LongestMessage));
    clean.removeIf([](QChar c) { return !c.isPrint(); });
    return clean;
}

} // namespace

RedisConnection::RedisConnection(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        close({Error::Kind::Timeout,
               u"the Redis server at %1 did not answer in time"_s.arg(m_options.address.toText())});
    });
}

RedisConnection::~RedisConnection()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    if (m_isReading) { // an answer ended its connection, and the socket's signal is still under way
        m_socket->abort();
        m_socket.release()->deleteLater();
    }
}

void RedisConnection::open()
{
    if (m_state != State::Closed)
        return;
    m_state = State::Opening;
    m_reader = std::make_unique<RedisReader>(m_options.largestAnswer);
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(ReadBuffer);
    connect(m_socket.get(), &QIODevice::readyRead, this, &RedisConnection::read);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, &RedisConnection::socketFailed);
    connect(m_socket.get(), &QAbstractSocket::disconnected, this, &RedisConnection::socketFailed);
    m_deadline.start(m_options.patience);
    const RedisAddress &address = m_options.address;
    if (!address.isEncrypted) {
        connect(m_socket.get(), &QAbstractSocket::connected, this, &RedisConnection::greet);
        m_socket->connectToHost(address.host, address.port);
        return;
    }
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_options.authorities.isEmpty())
        tls.addCaCertificates(QSslCertificate::fromData(m_options.authorities));
    m_socket->setSslConfiguration(tls);
    connect(m_socket.get(), &QSslSocket::encrypted, this, &RedisConnection::greet);
    m_socket->connectToHostEncrypted(address.host, address.port);
}

// What is said before the first command; its answers come before all others.
void RedisConnection::greet()
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    QByteArray greeting;
    if (!m_options.password.isEmpty()) {
        QByteArray password = m_options.password.reveal();
        QList<QByteArray> words = {"AUTH"};
        if (!m_options.address.user.isEmpty())
            words.append(m_options.address.user.toUtf8());
        words.append(password);
        greeting += RedisReader::commandBytes(words);
        words.clear();
        wipe(password);
        m_greetings.push_back([this](const Result<RedisValue> &answer) {
            // Not in the server's words: it may repeat what it was given.
            if (answer->kind == RedisValue::Kind::Failure)
                close({Error::Kind::Auth,
                       u"the Redis server did not accept user name and password"_s});
        });
    }
    if (m_options.address.database != 0) {
        greeting +=
            RedisReader::commandBytes({"SELECT", QByteArray::number(m_options.address.database)});
        m_greetings.push_back([this](const Result<RedisValue> &answer) { greetingEnded(answer); });
    }
    greeting += RedisReader::commandBytes({"PING"});
    m_greetings.push_back([this](const Result<RedisValue> &answer) { greetingEnded(answer); });
    m_socket->write(greeting);
    wipe(greeting);
}

void RedisConnection::greetingEnded(const Result<RedisValue> &answer)
{
    if (answer->kind == RedisValue::Kind::Failure) {
        const bool isRefusal =
            answer->text.startsWith("NOAUTH") || answer->text.startsWith("NOPERM");
        close({isRefusal ? Error::Kind::Auth : Error::Kind::Server,
               isRefusal ? u"the Redis server wants a user name and password"_s
                         : u"the Redis server refused: "_s + printable(answer->text)});
        return;
    }
    if (!m_greetings.empty())
        return;
    m_state = State::Ready;
    m_deadline.stop();
    for (const QByteArray &bytes : std::exchange(m_unsent, {}))
        m_socket->write(bytes);
    Q_EMIT ready();
}

bool RedisConnection::send(const QList<QByteArray> &words, QObject *context, Done done)
{
    const QByteArray bytes = RedisReader::commandBytes(words);
    if (m_backlog + bytes.size() > m_options.largestBacklog)
        return false;
    m_backlog += bytes.size();
    m_waiting.push_back({bytes.size(), context, std::move(done)});
    open();
    // It may have failed at once, and then the answer is on its way.
    if (m_state == State::Ready)
        m_socket->write(bytes);
    else if (m_state == State::Opening)
        m_unsent.append(bytes);
    return true;
}

void RedisConnection::read()
{
    // A command that is answered may close the connection, or end it.
    const QPointer<RedisConnection> self(this);
    m_isReading = true;
    const auto ended = qScopeGuard([&self] {
        if (self)
            self->m_isReading = false;
    });
    while (m_socket && m_socket->bytesAvailable() > 0) {
        const QByteArray bytes = m_socket->read(ReadBuffer);
        if (bytes.isEmpty())
            return;
        const QSslSocket *socket = m_socket.get();
        const Result<QList<RedisValue>> values = m_reader->add(bytes);
        if (!values) {
            close(values.error());
            return;
        }
        for (const RedisValue &value : *values) {
            take(value);
            if (!self || m_socket.get() != socket)
                return;
        }
    }
}

void RedisConnection::take(const RedisValue &value)
{
    if (!m_greetings.empty()) {
        const Done done = std::move(m_greetings.front());
        m_greetings.pop_front();
        done(value);
        return;
    }
    if (m_waiting.empty() || m_state != State::Ready) {
        close({Error::Kind::Protocol, u"the Redis server answered what nobody asked"_s});
        return;
    }
    const Waiting waiting = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_backlog -= waiting.bytes;
    const QPointer<RedisConnection> self(this);
    if (waiting.context) {
        if (value.kind == RedisValue::Kind::Failure)
            waiting.done(Error{Error::Kind::Server,
                               u"the Redis server refused: "_s + printable(value.text)});
        else
            waiting.done(value);
    }
    if (self && m_waiting.empty())
        Q_EMIT idle();
}

void RedisConnection::socketFailed()
{
    const QString reason = m_socket ? m_socket->errorString() : QString();
    close(networkError(
        u"the Redis server at %1 cannot be reached: %2"_s.arg(m_options.address.toText(), reason)));
}

void RedisConnection::close(const Error &reason)
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_deadline.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    // It may be the one whose signal brought us here.
    m_socket.release()->deleteLater();
    m_greetings.clear();
    m_unsent.clear();
    m_backlog = 0;
    for (const Waiting &waiting : std::exchange(m_waiting, {})) {
        if (waiting.context)
            QMetaObject::invokeMethod(
                waiting.context, [done = waiting.done, reason] { done(reason); },
                Qt::QueuedConnection);
    }
    Q_EMIT closed(reason);
}

} // namespace kagura
