// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/benchserver.h"

#include "app/bench/sampleprose.h"

#include <QCoreApplication>

#include <arpa/inet.h>
#include <cstdio>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

bool sendAll(int socket, const std::string &bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t sent = ::send(socket, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        done += static_cast<std::size_t>(sent);
    }
    return true;
}

std::string chunk(const std::string &data)
{
    char size[16];
    std::snprintf(size, sizeof(size), "%zx\r\n", data.size());
    return size + data + "\r\n";
}

// Reads one request off buffer and the socket; its path, or nothing at the end of the connection.
std::string readRequest(int socket, std::string &buffer)
{
    std::size_t headEnd = std::string::npos;
    char piece[65536];
    while ((headEnd = buffer.find("\r\n\r\n")) == std::string::npos) {
        const ssize_t got = ::recv(socket, piece, sizeof(piece), 0);
        if (got <= 0)
            return {};
        buffer.append(piece, static_cast<std::size_t>(got));
    }
    std::string head = buffer.substr(0, headEnd);
    for (char &c : head)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    std::size_t length = 0;
    if (const std::size_t at = head.find("content-length:"); at != std::string::npos)
        length = std::stoul(head.substr(at + 15));
    while (buffer.size() < headEnd + 4 + length) {
        const ssize_t got = ::recv(socket, piece, sizeof(piece), 0);
        if (got <= 0)
            return {};
        buffer.append(piece, static_cast<std::size_t>(got));
    }
    const std::size_t pathStart = buffer.find(' ') + 1;
    std::string path = buffer.substr(pathStart, buffer.find(' ', pathStart) - pathStart);
    buffer.erase(0, headEnd + 4 + length);
    return path;
}

long numberBehind(const std::string &path, const std::string &prefix)
{
    return path.rfind(prefix, 0) == 0 ? std::strtol(path.c_str() + prefix.size(), nullptr, 10) : -1;
}

// Tokens of an answer at an even rate, each an event and an HTTP chunk of its own.
bool answerPaced(int socket, long rate, long seconds)
{
    constexpr qsizetype tokenLength = 4;
    const long count = rate * seconds;
    const QString text = sampleAnswer(count * tokenLength);
    const auto start = std::chrono::steady_clock::now();
    for (long i = 0; i < count; ++i) {
        nlohmann::json event = {{"id", "chatcmpl-0123456789"}, {"object", "chat.completion.chunk"}};
        event["choices"] = nlohmann::json::array(
            {{{"index", 0},
              {"delta", {{"content", text.mid(i * tokenLength, tokenLength).toStdString()}}},
              {"finish_reason", nullptr}}});
        const auto due = std::chrono::microseconds(1'000'000 / rate) * i;
        std::this_thread::sleep_until(start + due);
        if (!sendAll(socket, chunk("data: " + event.dump() + "\n\n")))
            return false;
    }
    return true;
}

bool answer(int socket, const std::string &path)
{
    const std::string event = sampleEvent().toStdString();
    const std::string end =
        chunk("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n")
        + chunk("data: [DONE]\n\n") + "0\r\n\r\n";
    const std::string head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    if (const long milliseconds = numberBehind(path, "/delay/"); milliseconds >= 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
        return sendAll(socket, head + chunk(event) + end);
    }
    if (const long rate = numberBehind(path, "/paced/"); rate > 0) {
        const long seconds = numberBehind(path.substr(path.find('/', 7)), "/");
        return sendAll(socket, head) && answerPaced(socket, rate, seconds) && sendAll(socket, end);
    }
    const long count = numberBehind(path, "/burst/");
    if (count < 0)
        return sendAll(socket, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    // Each event a chunk of its own; the writes are large, so that the server is not what is measured.
    std::string block;
    for (int i = 0; i < 256; ++i)
        block += chunk(event);
    if (!sendAll(socket, head))
        return false;
    for (long left = count; left > 0; left -= 256) {
        if (left < 256)
            block.resize(static_cast<std::size_t>(left) * chunk(event).size());
        if (!sendAll(socket, block))
            return false;
    }
    return sendAll(socket, end);
}

void serveConnection(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    std::string buffer;
    for (;;) {
        const std::string path = readRequest(socket, buffer);
        if (path.empty() || !answer(socket, path))
            break;
    }
    ::close(socket);
}

} // namespace

int serve()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (listener < 0 || ::bind(listener, generic, size) != 0 || ::listen(listener, 512) != 0
        || ::getsockname(listener, generic, &size) != 0)
        return 1;
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    std::array<pollfd, 2> waiting = {pollfd{listener, POLLIN, 0}, pollfd{STDIN_FILENO, POLLIN, 0}};
    for (;;) {
        ::poll(waiting.data(), waiting.size(), -1);
        if (waiting[1].revents != 0)
            std::_Exit(0); // the parent is gone or done; connections need no farewell
        if (const int socket = ::accept(listener, nullptr, nullptr); socket >= 0)
            std::thread(serveConnection, socket).detach();
    }
}

BenchServer::BenchServer()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(), {u"serve"_s});
    if (m_process.waitForStarted() && m_process.waitForReadyRead(5000))
        m_port = m_process.readLine().trimmed().toUShort();
}

BenchServer::~BenchServer()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(2000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QUrl BenchServer::burst(int events) const
{
    return QUrl(u"http://127.0.0.1:%1/burst/%2"_s.arg(m_port).arg(events));
}

QUrl BenchServer::paced(int tokensPerSecond, int seconds) const
{
    return QUrl(u"http://127.0.0.1:%1/paced/%2/%3"_s.arg(m_port).arg(tokensPerSecond).arg(seconds));
}

QUrl BenchServer::delay(int milliseconds) const
{
    return QUrl(u"http://127.0.0.1:%1/delay/%2"_s.arg(m_port).arg(milliseconds));
}

QByteArray sampleEvent()
{
    QByteArray event =
        R"(data: {"id":"chatcmpl-0123456789abcdefghijklmnop","object":"chat.completion.chunk","created":1770933892,)"
        R"("model":"bench","choices":[{"index":0,"delta":{"content":" word"},"finish_reason":null}])";
    event += QByteArray(203 - event.size() - 3, ' ') + "}\n\n";
    return event;
}

} // namespace kagura::bench
