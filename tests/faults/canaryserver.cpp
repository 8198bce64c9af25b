// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/canaryserver.h"

namespace kagura::test {

namespace {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

QByteArray inJson(QByteArray text)
{
    return text.replace('\\', "\\\\").replace('"', "\\\"");
}

//! A complaint that quotes the key in many spellings, as text.
QByteArray complaint(const QByteArray &key)
{
    return "the key " + key + " is wrong; we got " + key.toPercentEncoding() + ", which is "
        + key.toBase64() + " or " + ("Bearer " + key).toBase64() + " or " + key.toHex() + " or "
        + inJson(key);
}

} // namespace

CanaryServer::CanaryServer(const QByteArray &key)
    : m_key(key)
{
    m_server.answerWith([this](const ServedRequest &request) {
        const QList<QByteArray> path = request.path.split('/');
        const std::optional<DialectId> dialect =
            dialectFromName(QString::fromLatin1(path.value(2)));
        return play(path.value(1), AnswerWire::of(dialect.value_or(DialectId::OpenAiChat)),
                    request);
    });
}

QStringList CanaryServer::manners()
{
    return {u"good"_s,      u"refuse"_s,    u"text"_s,   u"long"_s,    u"reason"_s,
            u"in-band"_s,   u"midstream"_s, u"event"_s,  u"garbage"_s, u"redirect"_s,
            u"elsewhere"_s, u"retry"_s,     u"header"_s, u"stall"_s};
}

QUrl CanaryServer::url(const QString &manner, DialectId dialect) const
{
    return m_server.url("/" + manner.toLatin1() + "/" + dialectName(dialect).toLatin1());
}

Script CanaryServer::play(const QByteArray &manner,
                          const AnswerWire &wire,
                          const ServedRequest &request) const
{
    const QByteArray quoted = inJson(complaint(m_key));
    // A list of models is asked for with GET, of the good server too.
    if (manner == "good")
        return request.method == "GET" ? Script::whole(200, R"({"data":[{"id":"m"}]})")
                                       : Script::stream({wire.begin, wire.end});
    if (manner == "in-band")
        return Script::stream({wire.errorEvent(Kind::Server, quoted)});
    if (manner == "midstream")
        return Script::stream({wire.begin, wire.errorEvent(Kind::Server, quoted)});
    if (manner == "event") // breaks the format with it
        return Script::stream({wire.begin, wire.framed("{\"" + m_key), wire.framed(m_key)});
    if (manner == "stall")
        return Script()
            .head(200, "Content-Type: " + wire.streamType + "\r\nX-Key: " + m_key + "\r\n")
            .write(wire.begin)
            .hold();
    return refusal(manner, wire);
}

Script CanaryServer::refusal(const QByteArray &manner, const AnswerWire &wire) const
{
    const QByteArray text = complaint(m_key);
    if (manner == "text")
        return Script::whole(500, text, "Content-Type: text/plain\r\n");
    if (manner == "long") { // the message is cut in the midst of the key
        QByteArray body = wire.error(Kind::Server, QByteArray(490, '.') + inJson(m_key));
        return Script::whole(500, body, "Content-Type: application/json\r\n");
    }
    if (manner == "reason")
        return Script().write("HTTP/1.1 418 " + text + "\r\nContent-Length: 0\r\n\r\n");
    if (manner == "garbage")
        return Script().write(text + "\r\n\r\n").close();
    if (manner == "redirect")
        return Script::redirect(307, "http://elsewhere.invalid/?key=" + m_key.toPercentEncoding());
    if (manner == "elsewhere")
        return Script::redirect(302, "/" + m_key.toPercentEncoding());
    if (manner == "retry")
        return Script::whole(429, wire.error(Kind::Server, inJson(text)),
                             "retry-after-ms: 1\r\nX-Key: " + m_key + "\r\n");
    if (manner == "header")
        return Script::whole(401, {},
                             "WWW-Authenticate: Bearer realm=\"" + inJson(m_key)
                                 + "\"\r\nSet-Cookie: key=" + m_key + "\r\n");
    const QByteArray body =
        wire.error(wire.dialect == DialectId::Ollama ? Kind::Server : Kind::Auth, inJson(text));
    return Script::whole(401, body, "Content-Type: application/json\r\n");
}

} // namespace kagura::test
