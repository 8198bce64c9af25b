// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/streamdecoder.h"

#include "core/llm/dialects/errorbody.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype MaxWholeBytes = 64 * 1024 * 1024;
constexpr qsizetype MaxChunkBytes = 8 * 1024 * 1024;

Error protocol(const QString &message)
{
    return {Error::Kind::Protocol, message};
}

} // namespace

StreamDecoder::StreamDecoder(JsonBody jsonBody)
    : m_jsonBody(jsonBody)
    , m_lines(MaxChunkBytes)
    , m_array(MaxChunkBytes)
{}

bool StreamDecoder::feed(QByteArrayView bytes, QList<ChatEvent> &events)
{
    if (isOver())
        return false;
    if (m_framing == Framing::Unknown) {
        m_start.append(bytes);
        findFraming(m_start);
        if (m_framing == Framing::Unknown || isOver())
            return !isOver();
        const QByteArray start = std::exchange(m_start, {});
        return feed(start, events);
    }
    if (m_framing == Framing::Plain) {
        takeJsonBytes(bytes, events);
    } else {
        m_sse.feed(bytes, [this, &events](const SseEvent &event) {
            takeSseData(event.type, event.data, events);
            return !isOver();
        });
        if (m_sse.error() && !isOver())
            fail(*m_sse.error());
    }
    return !isOver();
}

std::optional<Error> StreamDecoder::end(QList<ChatEvent> &events)
{
    if (m_framing == Framing::Sse && !isOver()) {
        m_sse.flush([this, &events](const SseEvent &event) {
            // A last event that was cut in its middle is the truncation, not a broken format.
            if (event.data == "[DONE]" || m_parser.parse(event.data).exists())
                takeSseData(event.type, event.data, events);
            return !isOver();
        });
    } else if (m_framing == Framing::Plain && !isOver()) {
        if (m_jsonBody == JsonBody::Whole) {
            const JsonView body = m_parser.parse(m_whole);
            if (body.isObject() || body.isArray())
                takeWhole(body, events);
        } else if (m_jsonBody == JsonBody::Lines) {
            m_lines.flush([this, &events](QByteArrayView line) {
                if (m_parser.parse(line).exists())
                    takeText({}, line, events);
                return !isOver();
            });
        }
    }
    if (!isOver() && m_framing != Framing::Unknown
        && !(m_jsonBody == JsonBody::Array && m_array.isInside()))
        takeEnd(events);
    if (m_isComplete)
        return std::nullopt;
    return m_failure ? m_failure : truncated();
}

void StreamDecoder::takeDone(QList<ChatEvent> &) {}

void StreamDecoder::takeEnd(QList<ChatEvent> &) {}

void StreamDecoder::complete(FinishReason reason,
                             const QString &rawReason,
                             QList<ChatEvent> &events)
{
    if (isOver())
        return;
    m_isComplete = true;
    events.append(Finish{reason, rawReason});
}

void StreamDecoder::fail(Error error)
{
    if (!isOver())
        m_failure = std::move(error);
}

void StreamDecoder::report(const Usage &usage, QList<ChatEvent> &events)
{
    Usage known = m_usage;
    known.update(usage);
    if (known == m_usage)
        return;
    m_usage = known;
    events.append(UsageReported{known});
}

void StreamDecoder::reportModel(const QString &model, QList<ChatEvent> &events)
{
    if (model.isEmpty() || model == m_model)
        return;
    m_model = model;
    events.append(ServedModel{model});
}

void StreamDecoder::forgetReports()
{
    m_usage = {};
    m_model.clear();
}

void StreamDecoder::findFraming(QByteArrayView bytes)
{
    QByteArrayView rest = bytes;
    if (rest.startsWith("\xef\xbb\xbf"))
        rest = rest.sliced(3);
    rest = rest.trimmed();
    if (rest.isEmpty()) {
        if (bytes.size() > 64 * 1024)
            fail(protocol(u"the answer is nothing but blanks"_s));
        return;
    }
    if (rest.startsWith('<'))
        fail(protocol(
            u"the server answered with a web page; the base URL is wrong, or a sign-in page stands between"_s));
    else
        m_framing = rest.startsWith('{') || rest.startsWith('[') ? Framing::Plain : Framing::Sse;
}

void StreamDecoder::takeSseData(QByteArrayView type, QByteArrayView data, QList<ChatEvent> &events)
{
    data = data.trimmed();
    if (data.isEmpty() || data.startsWith(':')) // a gateway passed a comment on as data
        return;
    if (data == "[DONE]") {
        takeDone(events);
        return;
    }
    takeText(type, data, events);
}

void StreamDecoder::takeText(QByteArrayView type, QByteArrayView json, QList<ChatEvent> &events)
{
    const JsonView chunk = m_parser.parse(json);
    if (chunk.isObject()) {
        takeChunk(chunk, type, events);
        return;
    }
    // Seen in the wild: two frames run together on one line. If both are whole, nothing is lost.
    const qsizetype second = json.lastIndexOf("data: {");
    if (second > 0 && m_parser.parse(json.first(second)).isObject()) {
        takeChunk(m_parser.parse(json.first(second)), type, events);
        if (!isOver())
            takeText(type, json.sliced(second + 6), events);
        return;
    }
    fail(protocol(u"the stream holds an event that is no JSON object"_s));
}

void StreamDecoder::takeJsonBytes(QByteArrayView bytes, QList<ChatEvent> &events)
{
    const auto takeOne = [this, &events](QByteArrayView text) {
        takeText({}, text, events);
        return !isOver();
    };
    switch (m_jsonBody) {
    case JsonBody::Whole:
        if (m_whole.size() + bytes.size() > MaxWholeBytes)
            fail(protocol(u"the answer is larger than %1 bytes"_s.arg(MaxWholeBytes)));
        else
            m_whole.append(bytes);
        break;
    case JsonBody::Lines:
        m_lines.feed(bytes, takeOne);
        if (m_lines.error())
            fail(*m_lines.error());
        break;
    case JsonBody::Array:
        m_array.feed(bytes, takeOne);
        if (m_array.isOverlong())
            fail(protocol(u"a chunk of the answer is larger than %1 bytes"_s.arg(MaxChunkBytes)));
        break;
    }
}

Error StreamDecoder::truncated() const
{
    return {Error::Kind::Truncated, u"the stream ended before the answer was complete"_s};
}

} // namespace kagura
