// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/localprobe.h"

#include "core/net/httpfetch.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 BodyLimit = 512 * 1024;

} // namespace

//! One port: first what everybody answers, then, if somebody does, what tells them apart.
class LocalProbe::PortProbe : public QObject
{
public:
    PortProbe(LocalProbe &owner, Transport &transport, int port, std::chrono::milliseconds limit)
        : m_owner(owner)
        , m_transport(transport)
        , m_limit(limit)
        , m_port(port)
    {
        ask(firstProbePaths());
    }
    ~PortProbe() override = default;
    Q_DISABLE_COPY_MOVE(PortProbe)

    [[nodiscard]] bool isOver() const { return m_isOver; }
    [[nodiscard]] const std::optional<LocalServer> &server() const { return m_server; }

    //! With what is known; nothing more is listened for.
    void settle()
    {
        if (m_isOver)
            return;
        m_isOver = true;
        m_fetches.clear();
        m_server = identifyServer(m_port, m_answers);
    }

private:
    void ask(const QStringList &paths)
    {
        for (const QString &path : paths) {
            HttpRequest request;
            request.method = "GET";
            request.url = QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
            request.headers = {{"Accept", "application/json, */*"}};
            request.network.proxy = NetworkProfile::Proxy::None;
            request.deadlines = {m_limit, m_limit, m_limit, m_limit, m_limit};
            request.maxBodyBytes = BodyLimit;
            m_fetches.push_back(std::make_unique<HttpFetch>(m_transport, std::move(request)));
            HttpFetch *fetch = m_fetches.back().get();
            connect(fetch, &Handle::finished, this, [this, fetch, path] { take(path, *fetch); });
        }
    }

    void take(const QString &path, const HttpFetch &fetch)
    {
        if (m_isOver)
            return;
        if (!fetch.failure())
            m_answers.insert(
                path, {fetch.status(), headerValue(fetch.head().headers, "Server"), fetch.body()});
        const bool isAllThere = std::all_of(m_fetches.cbegin(), m_fetches.cend(),
                                            [](const auto &one) { return one->isFinished(); });
        if (!isAllThere)
            return;
        // In a later turn: this is called by one of those that go.
        QMetaObject::invokeMethod(this, &PortProbe::judge, Qt::QueuedConnection);
    }

    void judge()
    {
        if (m_isOver)
            return;
        m_fetches.clear();
        const bool isAnybodyThere =
            std::any_of(m_answers.cbegin(), m_answers.cend(),
                        [](const LocalAnswer &answer) { return answer.status > 0; });
        const std::optional<LocalServer> first = identifyServer(m_port, m_answers);
        const bool isCertain = first && first->dialect != DialectId::Ollama
            && !first->providerName.startsWith("local-"_L1);
        if (!m_isSecondRound && isAnybodyThere && !isCertain) {
            m_isSecondRound = true;
            ask(first && first->dialect == DialectId::Ollama ? QStringList{u"/api/tags"_s}
                                                             : secondProbePaths());
            return;
        }
        settle();
        m_owner.settlePort(*this);
    }

    LocalProbe &m_owner;
    Transport &m_transport;
    std::vector<std::unique_ptr<HttpFetch>> m_fetches;
    LocalAnswers m_answers;
    std::optional<LocalServer> m_server;
    std::chrono::milliseconds m_limit;
    int m_port;
    bool m_isSecondRound = false;
    bool m_isOver = false;
};

LocalProbe::LocalProbe(Transport &transport,
                       const QList<int> &ports,
                       std::chrono::milliseconds limit)
{
    QList<int> sorted = ports;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    for (const int port : std::as_const(sorted))
        m_ports.push_back(std::make_unique<PortProbe>(*this, transport, port, limit));
    connect(&m_limit, &QTimer::timeout, this, [this] { settle(); });
    m_limit.setSingleShot(true);
    m_limit.start(m_ports.empty() ? std::chrono::milliseconds(0) : limit);
}

LocalProbe::~LocalProbe() = default;

QList<int> LocalProbe::usualPorts()
{
    // Ollama, LM Studio, llama-server and LocalAI, vLLM, Jan, KoboldCpp (older and newer), GPT4All,
    // Docker Model Runner.
    return {11434, 1234, 8080, 8000, 1337, 5000, 5001, 4891, 12434};
}

QList<LocalServer> LocalProbe::servers() const
{
    QList<LocalServer> servers;
    for (const auto &port : m_ports) {
        if (port->server())
            servers.append(*port->server());
    }
    return servers;
}

void LocalProbe::settlePort(PortProbe &port)
{
    if (isFinished())
        return;
    if (port.server())
        Q_EMIT found(*port.server());
    const bool isDone = std::all_of(m_ports.cbegin(), m_ports.cend(),
                                    [](const auto &one) { return one->isOver(); });
    if (isDone)
        settle();
}

void LocalProbe::settle(std::optional<Error> failure)
{
    if (isFinished())
        return;
    m_limit.stop();
    for (const auto &port : m_ports) {
        if (port->isOver())
            continue;
        port->settle();
        if (!failure && port->server())
            Q_EMIT found(*port->server());
    }
    finish(std::move(failure));
}

void LocalProbe::cancel()
{
    settle(Error{Error::Kind::Cancelled, u"cancelled"_s});
}

} // namespace kagura
