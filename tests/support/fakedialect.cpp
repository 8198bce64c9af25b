// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakedialect.h"

#include <utility>

namespace kagura::test {

namespace {

class LineDecoder final : public ReplyDecoder
{
public:
    [[nodiscard]] bool feed(QByteArrayView bytes, QList<ChatEvent> &events) override
    {
        m_pending.append(bytes);
        for (qsizetype end = m_pending.indexOf('\n'); end >= 0 && !m_isOver;
             end = m_pending.indexOf('\n')) {
            readLine(m_pending.left(end), events);
            m_pending.remove(0, end + 1);
        }
        return !m_isOver;
    }

    [[nodiscard]] std::optional<Error> end(QList<ChatEvent> &) override
    {
        if (m_isOver)
            return m_failure;
        return Error{Error::Kind::Truncated, QStringLiteral("no end mark")};
    }

private:
    void readLine(const QByteArray &line, QList<ChatEvent> &events)
    {
        const QString rest = QString::fromUtf8(line.mid(2));
        if (line.startsWith("t ")) {
            events.append(TextDelta{rest});
        } else if (line.startsWith("u ")) {
            Usage usage;
            usage.outputTokens = rest.toLongLong();
            events.append(UsageReported{usage});
        } else if (line == "f") {
            events.append(Finish{FinishReason::Stop, QStringLiteral("f")});
            m_isOver = true;
        } else if (line.startsWith("e ")) {
            fail(errorKindFromName(rest).value_or(Error::Kind::Protocol));
        } else if (!line.isEmpty()) {
            fail(Error::Kind::Protocol);
        }
    }

    void fail(Error::Kind kind)
    {
        m_failure = Error{kind, QStringLiteral("said by the server")};
        m_isOver = true;
    }

    QByteArray m_pending;
    std::optional<Error> m_failure;
    bool m_isOver = false;
};

QUrl urlBelow(const ProviderConfig &config, const QString &path)
{
    QUrl url = config.baseUrl;
    url.setPath(url.path() + path);
    return url;
}

} // namespace

Result<HttpRequest> FakeDialect::encodeChat(const ChatRequest &request,
                                            const ProviderConfig &config) const
{
    if (request.model.isEmpty())
        return Error{Error::Kind::BadRequest, QStringLiteral("name a model")};
    HttpRequest http;
    http.url = urlBelow(config, QStringLiteral("/chat"));
    http.headers = config.headers;
    http.headers.append(HttpHeader{"X-Version", "1"});
    http.body = request.model.toUtf8() + '\n';
    for (const Message &message : request.messages)
        http.body += message.text().toUtf8();
    return http;
}

std::unique_ptr<ReplyDecoder> FakeDialect::chatDecoder() const
{
    return std::make_unique<LineDecoder>();
}

HttpRequest FakeDialect::encodeModels(const ProviderConfig &config, const QString &page) const
{
    HttpRequest http;
    http.method = "GET";
    http.url = urlBelow(config, QStringLiteral("/models/") + page);
    return http;
}

Result<ModelPage> FakeDialect::decodeModels(QByteArrayView body) const
{
    ModelPage page;
    for (const QByteArray &line : body.toByteArray().split('\n')) {
        if (line.startsWith("next: "))
            page.nextPage = QString::fromUtf8(line.mid(6));
        else if (line.startsWith('<'))
            return Error{Error::Kind::Protocol, QStringLiteral("no list of models")};
        else if (!line.isEmpty())
            page.models.append(ModelInfo{QString::fromUtf8(line), {}, {}, {}});
    }
    return page;
}

Result<HttpRequest> FakeDialect::encodeEmbeddings(const EmbeddingRequest &request,
                                                  const ProviderConfig &config) const
{
    if (request.inputs.isEmpty())
        return Error{Error::Kind::BadRequest, QStringLiteral("give at least one text")};
    HttpRequest http;
    http.url = urlBelow(config, QStringLiteral("/embeddings"));
    http.body = request.inputs.join(QLatin1Char('\n')).toUtf8();
    return http;
}

Result<EmbeddingAnswer> FakeDialect::decodeEmbeddings(QByteArrayView body) const
{
    EmbeddingAnswer answer;
    for (const QByteArray &line : body.toByteArray().split('\n')) {
        if (!line.isEmpty())
            answer.vectors.append(QList<float>{line.toFloat()});
    }
    return answer;
}

CredentialHeader FakeDialect::credential(const Secret &key) const
{
    return {"Authorization", "Bearer ", key};
}

QList<QByteArray> FakeDialect::semanticHeaders() const
{
    return {"x-version"};
}

Error FakeDialect::decodeError(const HttpHead &head, QByteArrayView body) const
{
    Error error;
    error.kind = errorKindFromName(QString::fromUtf8(body)).value_or(Error::Kind::Server);
    error.message = QStringLiteral("refused");
    error.httpStatus = head.status;
    const QByteArray after = headerValue(head.headers, "Retry-After");
    if (!after.isEmpty())
        error.retryAfter = std::chrono::seconds(after.toInt());
    return error;
}

RateLimitStatus FakeDialect::rateLimit(const HttpHead &head) const
{
    RateLimitStatus status;
    const QByteArray remaining = headerValue(head.headers, "X-Remaining");
    if (!remaining.isEmpty())
        status.requestsRemaining = remaining.toLongLong();
    return status;
}

} // namespace kagura::test
