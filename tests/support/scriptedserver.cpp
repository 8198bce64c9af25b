// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/scriptedserver.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHostAddress>
#include <QSslSocket>
#include <QTcpSocket>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

#include <algorithm>
#include <future>
#include <utility>

namespace kagura::test {

namespace {

constexpr int TickMs = 20; // how soon a blocked thread sees that the server stops

} // namespace

QByteArray ServedRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

class ScriptedServer::Listener final : public QTcpServer
{
public:
    explicit Listener(ScriptedServer &server)
        : m_server(server)
    {}

protected:
    void incomingConnection(qintptr descriptor) override
    {
        const int connection = m_server.m_connectionCount++;
        ScriptedServer *server = &m_server;
        std::unique_ptr<QThread> player(QThread::create(
            [server, descriptor, connection] { server->serve(descriptor, connection); }));
        player->start();
        const std::lock_guard guard(m_server.m_lock);
        m_server.m_players.push_back(std::move(player));
    }

private:
    ScriptedServer &m_server;
};

//! One connection, with blocking calls that look up every TickMs.
class ScriptedServer::Player
{
public:
    Player(ScriptedServer &server, QTcpSocket &socket, int connection)
        : m_server(server)
        , m_socket(socket)
        , m_connection(connection)
    {}

    [[nodiscard]] std::optional<ServedRequest> read()
    {
        qsizetype headEnd = -1;
        while ((headEnd = m_buffer.indexOf("\r\n\r\n")) < 0) {
            if (!readMore())
                return std::nullopt;
        }
        ServedRequest request;
        request.connection = m_connection;
        QList<QByteArray> lines = m_buffer.first(headEnd).split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        request.method = first.value(0);
        request.path = first.value(1);
        for (const QByteArray &line : std::as_const(lines)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.append({line.first(std::max<qsizetype>(colon, 0)).trimmed(),
                                    line.sliced(colon + 1).trimmed()});
        }
        m_buffer.remove(0, headEnd + 4);
        const qsizetype length = request.header("Content-Length").toLongLong();
        while (m_buffer.size() < length) {
            if (!readMore())
                return std::nullopt;
        }
        request.body = m_buffer.first(length);
        m_buffer.remove(0, length);
        return request;
    }

    //! False: the connection is over.
    [[nodiscard]] bool play(const Script &script)
    {
        for (const Script::Step &step : script.steps()) {
            switch (step.kind) {
            case Script::Step::Kind::Write:
                for (qint64 i = 0; i != step.times; ++i) {
                    if (!write(step.bytes) || !wait(step.pause))
                        return false;
                }
                break;
            case Script::Step::Kind::Pause:
                if (!wait(step.pause))
                    return false;
                break;
            case Script::Step::Kind::Close:
                m_socket.disconnectFromHost();
                return false;
            case Script::Step::Kind::Reset:
                reset();
                return false;
            case Script::Step::Kind::Hold:
                while (readMore()) {}
                return false;
            }
        }
        return true;
    }

private:
    [[nodiscard]] bool isAlive() const
    {
        return !m_server.m_isStopping && m_socket.state() == QAbstractSocket::ConnectedState;
    }

    [[nodiscard]] bool readMore()
    {
        while (isAlive()) {
            if (m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(TickMs)) {
                m_buffer += m_socket.readAll();
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool write(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        qint64 waiting = bytes.size();
        while (isAlive() && waiting > 0) {
            m_socket.waitForBytesWritten(TickMs);
            const qint64 left = m_socket.bytesToWrite();
            m_server.m_bytesSent += waiting - left;
            waiting = left;
        }
        return waiting == 0;
    }

    // Sees at once that the peer is gone, so that liveCount() is of use to tests of cancelling.
    [[nodiscard]] bool wait(std::chrono::milliseconds time)
    {
        if (time.count() == 0)
            return true;
        QDeadlineTimer deadline(time);
        deadline.setTimerType(Qt::PreciseTimer);
        while (isAlive() && !deadline.hasExpired()) {
            const int left = static_cast<int>(std::min<qint64>(deadline.remainingTime(), TickMs));
            if (m_socket.waitForReadyRead(left))
                m_buffer += m_socket.readAll();
        }
        return isAlive();
    }

    void reset()
    {
#ifdef Q_OS_UNIX
        const linger hard = {1, 0};
        ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard,
                     sizeof(hard));
#endif
        m_socket.abort();
    }

    ScriptedServer &m_server;
    QTcpSocket &m_socket;
    QByteArray m_buffer;
    int m_connection;
};

ScriptedServer::ScriptedServer(const std::optional<QSslConfiguration> &tls)
    : m_tls(tls)
    , m_isTls(tls.has_value())
{
    // Everything is handed over by the start of the thread and by a promise: both are seen by
    // ThreadSanitizer, which a queued call of Qt is not.
    std::promise<quint16> listening;
    m_thread.reset(QThread::create([this, &listening] {
        Listener listener(*this);
        listener.setMaxPendingConnections(1024);
        const bool isListening = listener.listen(QHostAddress::LocalHost);
        QEventLoop loop;
        listening.set_value(isListening ? listener.serverPort() : quint16(0));
        loop.exec();
    }));
    m_thread->setObjectName(QStringLiteral("scripted-server"));
    m_thread->start();
    m_port = listening.get_future().get();
}

ScriptedServer::~ScriptedServer()
{
    m_isStopping = true;
    // Before its loop runs there is nothing to end, hence again and again.
    do {
        m_thread->quit();
    } while (!m_thread->wait(TickMs));
    for (const std::unique_ptr<QThread> &player : m_players)
        player->wait();
}

QUrl ScriptedServer::url(const QByteArray &path) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3")
                    .arg(m_isTls ? QStringLiteral("https") : QStringLiteral("http"))
                    .arg(m_port)
                    .arg(QString::fromUtf8(path)));
}

void ScriptedServer::answer(const Script &script)
{
    const std::lock_guard guard(m_lock);
    m_default = script;
}

void ScriptedServer::answerNext(const Script &script)
{
    const std::lock_guard guard(m_lock);
    m_next.append(script);
}

void ScriptedServer::answerPath(const QByteArray &path, const Script &script)
{
    const std::lock_guard guard(m_lock);
    m_byPath.insert(path, script);
}

void ScriptedServer::answerWith(std::function<Script(const ServedRequest &)> decide)
{
    const std::lock_guard guard(m_lock);
    m_decide = std::move(decide);
}

int ScriptedServer::requestCount() const
{
    const std::lock_guard guard(m_lock);
    return static_cast<int>(m_requests.size());
}

QList<ServedRequest> ScriptedServer::requests() const
{
    const std::lock_guard guard(m_lock);
    return m_requests;
}

ServedRequest ScriptedServer::lastRequest() const
{
    const std::lock_guard guard(m_lock);
    return m_requests.isEmpty() ? ServedRequest() : m_requests.constLast();
}

Script ScriptedServer::scriptFor(const ServedRequest &request)
{
    std::function<Script(const ServedRequest &)> decide;
    {
        const std::lock_guard guard(m_lock);
        m_requests.append(request);
        decide = m_decide;
        if (!decide) {
            if (const auto found = m_byPath.constFind(request.path); found != m_byPath.constEnd())
                return *found;
            if (!m_next.isEmpty())
                return m_next.takeFirst();
            return m_default.value_or(Script::whole(404, {}));
        }
    }
    return decide(request);
}

void ScriptedServer::serve(qintptr descriptor, int connection)
{
    QSslSocket socket;
    if (!socket.setSocketDescriptor(descriptor))
        return;
    ++m_openCount;
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    bool isReady = true;
    if (m_tls) {
        socket.setSslConfiguration(*m_tls);
        socket.startServerEncryption();
        isReady = socket.waitForEncrypted(5000);
    }
    Player player(*this, socket, connection);
    bool isOpen = isReady;
    while (isOpen) {
        const std::optional<ServedRequest> request = player.read();
        if (!request)
            break;
        const int live = ++m_liveCount;
        int seen = m_maxLiveCount;
        while (live > seen && !m_maxLiveCount.compare_exchange_weak(seen, live)) {}
        isOpen = player.play(scriptFor(*request));
        --m_liveCount;
    }
    if (socket.state() == QAbstractSocket::ClosingState)
        socket.waitForDisconnected(1000);
    --m_openCount;
}

} // namespace kagura::test
