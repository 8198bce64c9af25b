// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/redirectlistener.h"

#include "core/auth/pkce.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype MostHeadBytes = 16 * 1024;
constexpr int MostConnections = 16;
constexpr std::chrono::seconds HeadPatience(10);

QByteArray pageOf(const QByteArray &title, const QByteArray &words)
{
    return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + title
        + "</title><style>body{font:16px/24px sans-serif;margin:15vh auto;max-width:30em;"
          "padding:0 1em;color-scheme:light dark}</style><h1>"
        + title + "</h1><p>" + words + "</p></html>\n";
}

void answer(QTcpSocket *socket, const QByteArray &status, const QByteArray &page)
{
    // Nothing of the address, which holds the code, goes on to anybody, and nothing is kept of it.
    socket->write("HTTP/1.1 " + status
                  + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                  + QByteArray::number(page.size())
                  + "\r\nConnection: close\r\nCache-Control: no-store\r\nReferrer-Policy: "
                    "no-referrer\r\nX-Content-Type-Options: nosniff\r\nContent-Security-Policy: "
                    "default-src 'none'; style-src 'unsafe-inline'\r\n\r\n"
                  + page);
    socket->flush();
    socket->disconnectFromHost();
}

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    QByteArray value;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.left(colon).toLower() != name)
            continue;
        if (!value.isNull())
            return {}; // twice is not once
        value = line.mid(colon + 1).trimmed();
    }
    return value;
}

bool speaksOfSignIn(const QUrlQuery &query)
{
    return query.hasQueryItem(u"code"_s) || query.hasQueryItem(u"state"_s)
        || query.hasQueryItem(u"error"_s);
}

} // namespace

RedirectListener::RedirectListener(Judge judge, QObject *parent)
    : QObject(parent)
    , m_judge(std::move(judge))
    , m_path("/signed-in/" + randomUrlToken().left(22))
{
    connect(&m_server, &QTcpServer::newConnection, this, &RedirectListener::accept);
}

RedirectListener::~RedirectListener() = default;

Result<void> RedirectListener::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost), port))
        return Error{
            Error::Kind::Network,
            port == 0
                ? u"no port of this computer is free for the browser to come back to"_s
                : u"port %1, to which the browser should come back, is taken by another program"_s
                      .arg(port)};
    m_host = "127.0.0.1:" + QByteArray::number(m_server.serverPort());
    return {};
}

QUrl RedirectListener::redirectUri() const
{
    return QUrl::fromEncoded("http://" + m_host + m_path, QUrl::StrictMode);
}

void RedirectListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_openCount >= MostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        ++m_openCount;
        socket->setParent(this); // the page still goes out when the port is closed
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_openCount;
            socket->deleteLater();
        });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(HeadPatience, socket, [socket] { socket->abort(); });
        read(socket);
    }
}

void RedirectListener::read(QTcpSocket *socket)
{
    const QByteArray seen = socket->peek(MostHeadBytes + 1);
    const qsizetype end = seen.indexOf("\r\n\r\n");
    if (end < 0 && seen.size() <= MostHeadBytes)
        return;
    // What more comes on this connection is nobody's.
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    socket->skip(seen.size());
    if (end < 0)
        answer(socket, "431 Request Header Fields Too Large", {});
    else
        serve(socket, seen.left(end));
}

void RedirectListener::serve(QTcpSocket *socket, const QByteArray &head)
{
    const QList<QByteArray> words = head.left(head.indexOf('\r')).split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1.") || !words.at(1).startsWith('/'))
        answer(socket, "400 Bad Request", {});
    else if (headerOf(head, "host") != m_host)
        answer(socket, "421 Misdirected Request", {});
    else if (words.at(0) != "GET")
        answer(socket, "405 Method Not Allowed\r\nAllow: GET", {});
    else
        serveTarget(socket, words.at(1));
}

void RedirectListener::serveTarget(QTcpSocket *socket, const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    QByteArray parameters = mark < 0 ? QByteArray() : target.mid(mark + 1);
    parameters.replace('+', "%20"); // as in a form
    const QUrlQuery query(QString::fromLatin1(parameters));
    if (m_isOver) {
        answer(
            socket, "410 Gone",
            pageOf("This sign-in is over", "Start again in Kagura if you still want to sign in."));
        return;
    }
    // Bytes against bytes: no decoding, no case, no prefix.
    if ((mark < 0 ? target : target.left(mark)) != m_path) {
        answer(socket, "404 Not Found", pageOf("Nothing is here", "This is not the page."));
        if (speaksOfSignIn(query)) {
            stop();
            Q_EMIT strayed();
        }
        return;
    }
    stop();
    if (m_judge(query))
        answer(socket, "200 OK",
               pageOf("Kagura has your answer",
                      "You can close this page. Kagura says whether the sign-in worked."));
    else
        answer(socket, "400 Bad Request",
               pageOf("The sign-in did not work", "Kagura says why. You can close this page."));
    Q_EMIT judged();
}

void RedirectListener::stop()
{
    m_isOver = true;
    m_server.close();
}

} // namespace kagura
