// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/guide/guideserver.h"

#include "core/base/logging.h"
#include "core/guide/guideform.h"
#include "core/guide/guideprotocol.h"

#include <QRandomGenerator>

#include <array>
#include <atomic>
#include <condition_variable>
#include <httplib.h>
#include <mutex>
#include <thread>

namespace kagura {

namespace {

constexpr std::size_t RequestLimit = 16 * 1024 * 1024; // conversations may hold pictures
constexpr std::size_t ThreadCount = 16; // one stream each
constexpr time_t ReadTimeoutSeconds = 1; // also bounds how long stop() can take

Secret makeToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return Secret(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words)).toHex());
}

void respond(httplib::Response &response, const GuideError &error)
{
    response.status = error.status;
    response.set_content(errorBody(error).toStdString(), "application/json");
}

GuideError errorForStatus(int status)
{
    switch (status) {
    case 404:
        return {404,
                QStringLiteral("The Guide has no such address; it serves /v1/models and "
                               "/v1/chat/completions."),
                QStringLiteral("not_found")};
    case 413:
        return {413, QStringLiteral("The request is larger than 16 MiB."),
                QStringLiteral("request_too_large")};
    default:
        return {status, QStringLiteral("The request is not valid HTTP."),
                QStringLiteral("invalid_request")};
    }
}

} // namespace

class GuideServer::Impl
{
public:
    explicit Impl(const Pace &pace)
        : m_pace(pace)
        , m_token(makeToken())
    {}

    ~Impl() { stop(); }

    Result<void> start();
    void stop();

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] const Secret &token() const { return m_token; }

private:
    void route();
    void chat(const httplib::Request &request, httplib::Response &response);
    void stream(const GuideRequest &request, const QString &answer, httplib::Response &response);
    [[nodiscard]] bool isAuthorised(const httplib::Request &request) const;

    //! Until it is time for the next word; false when the server stops.
    [[nodiscard]] bool waitForNextWord(std::chrono::steady_clock::time_point due);

    const Pace m_pace;
    std::unique_ptr<const GuideAnswerer> m_answerer; // made by the first start()
    const Secret m_token;
    std::unique_ptr<httplib::Server> m_server;
    std::thread m_thread;
    std::atomic<bool> m_hasEnded{false};
    std::atomic<int> m_answerCount{0};
    int m_port = 0;
    std::mutex m_lock;
    std::condition_variable m_stop;
    bool m_isStopping = false; // guarded by m_lock
};

Result<void> GuideServer::Impl::start()
{
    if (m_thread.joinable())
        return {};
    if (!m_answerer)
        m_answerer = std::make_unique<const GuideAnswerer>(bundledManual());
    m_server = std::make_unique<httplib::Server>();
    m_server->new_task_queue = [] { return new httplib::ThreadPool(ThreadCount); };
    // One request a connection: an idle one would hold a thread, and stop() would wait for it.
    m_server->set_keep_alive_max_count(1);
    m_server->set_keep_alive_timeout(ReadTimeoutSeconds);
    m_server->set_read_timeout(ReadTimeoutSeconds, 0);
    m_server->set_write_timeout(ReadTimeoutSeconds, 0);
    m_server->set_payload_max_length(RequestLimit);
    m_server->set_tcp_nodelay(true);
    route();
    m_port = m_server->bind_to_any_port("127.0.0.1");
    if (m_port <= 0) {
        m_port = 0;
        m_server.reset();
        return Error{
            Error::Kind::Network,
            QStringLiteral("The Guide found no free port on 127.0.0.1. Use another model.")};
    }
    m_isStopping = false;
    m_hasEnded = false;
    m_thread = std::thread([this] {
        m_server->listen_after_bind();
        m_hasEnded = true;
    });
    return {};
}

void GuideServer::Impl::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_lock);
        m_isStopping = true;
    }
    m_stop.notify_all();
    // httplib ignores a stop() that comes before its loop has begun.
    while (!m_hasEnded) {
        m_server->stop();
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    m_thread.join();
    m_server.reset();
    m_port = 0;
}

bool GuideServer::Impl::waitForNextWord(std::chrono::steady_clock::time_point due)
{
    std::unique_lock lock(m_lock);
    return !m_stop.wait_until(lock, due, [this] { return m_isStopping; });
}

bool GuideServer::Impl::isAuthorised(const httplib::Request &request) const
{
    const QByteArray header = QByteArray::fromStdString(request.get_header_value("Authorization"));
    return header.startsWith("Bearer ") && Secret(header.mid(7)) == m_token;
}

void GuideServer::Impl::route()
{
    m_server->set_pre_routing_handler(
        [this](const httplib::Request &request, httplib::Response &response) {
            if (isAuthorised(request))
                return httplib::Server::HandlerResponse::Unhandled;
            respond(response,
                    {401, QStringLiteral("The Guide answers only the Kagura that started it."),
                     QStringLiteral("invalid_api_key")});
            return httplib::Server::HandlerResponse::Handled;
        });
    m_server->set_error_handler([](const httplib::Request &, httplib::Response &response) {
        if (response.body.empty())
            respond(response, errorForStatus(response.status));
    });
    m_server->set_exception_handler(
        [](const httplib::Request &, httplib::Response &response, const std::exception_ptr &) {
            respond(response,
                    {500, QStringLiteral("The Guide failed on this request."),
                     QStringLiteral("internal_error")});
        });
    m_server->Get("/v1/models", [](const httplib::Request &, httplib::Response &response) {
        response.set_content(modelsBody().toStdString(), "application/json");
    });
    m_server->Post("/v1/chat/completions",
                   [this](const httplib::Request &request, httplib::Response &response) {
                       chat(request, response);
                   });
}

void GuideServer::Impl::chat(const httplib::Request &request, httplib::Response &response)
{
    const std::variant<GuideRequest, GuideError> parsed = parseGuideRequest(
        QByteArrayView(request.body.data(), static_cast<qsizetype>(request.body.size())));
    if (const auto *error = std::get_if<GuideError>(&parsed)) {
        respond(response, *error);
        return;
    }
    const auto &asked = std::get<GuideRequest>(parsed);
    const QString said = m_answerer->answer(asked.turns);
    const QString answer =
        asked.form.is_null() ? said : QString::fromUtf8(dumpJson(filledForm(asked.form, said)));
    if (asked.stream)
        stream(asked, answer, response);
    else
        response.set_content(completionBody(asked, answer, ++m_answerCount).toStdString(),
                             "application/json");
}

void GuideServer::Impl::stream(const GuideRequest &request,
                               const QString &answer,
                               httplib::Response &response)
{
    struct State
    {
        QList<QByteArray> events;
        qsizetype next = 0;
        std::chrono::steady_clock::time_point due = std::chrono::steady_clock::now();
    };
    const auto state = std::make_shared<State>();
    state->events = streamEvents(request, answer, ++m_answerCount);
    const auto step = m_pace.wordsPerSecond > 0
        ? std::chrono::microseconds(1'000'000 / m_pace.wordsPerSecond)
        : std::chrono::microseconds(0);
    response.set_header("Cache-Control", "no-store");
    response.set_chunked_content_provider(
        "text/event-stream", [this, state, step](std::size_t, httplib::DataSink &sink) {
            if (state->next == state->events.size()) {
                sink.done();
                return true;
            }
            if (!waitForNextWord(state->due))
                return false;
            state->due += step;
            const QByteArray &event = state->events.at(state->next++);
            return sink.write(event.constData(), static_cast<std::size_t>(event.size()));
        });
}

GuideServer::GuideServer()
    : GuideServer(Pace())
{}

GuideServer::GuideServer(const Pace &pace)
    : m_impl(std::make_unique<Impl>(pace))
{}

GuideServer::~GuideServer() = default;

Result<void> GuideServer::start()
{
    const Result<void> result = m_impl->start();
    if (!result)
        qCWarning(logGuide) << result.error().message;
    return result;
}

void GuideServer::stop()
{
    m_impl->stop();
}

bool GuideServer::isRunning() const
{
    return m_impl->port() != 0;
}

QUrl GuideServer::baseUrl() const
{
    if (!isRunning())
        return {};
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_impl->port());
    url.setPath(QStringLiteral("/v1"));
    return url;
}

Secret GuideServer::token() const
{
    return m_impl->token();
}

} // namespace kagura
