// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/dialects/dialect.h"
#include "core/llm/dialects/jsonview.h"
#include "core/net/jsonsplitter.h"
#include "core/net/ndjsonreader.h"
#include "core/net/ssereader.h"

#include <cstdint>
#include <optional>

namespace kagura {

//! What the decoders of all dialects share: finding out how an answer is framed, from its first bytes
//! and not from its content type, which gateways mix up; and the rules of how it ends.
class StreamDecoder : public ReplyDecoder
{
public:
    [[nodiscard]] bool feed(QByteArrayView bytes, QList<ChatEvent> &events) final;
    [[nodiscard]] std::optional<Error> end(QList<ChatEvent> &events) final;

protected:
    //! How the objects of a JSON body are meant.
    enum class JsonBody : std::uint8_t {
        Whole, //!< one object, the whole answer
        Lines, //!< one object a line, as NDJSON
        Array, //!< a streamed array of chunks; a lone object is a chunk, too
    };

    explicit StreamDecoder(JsonBody jsonBody);

    //! One chunk of a stream. type: of a server-sent event.
    virtual void takeChunk(const JsonView &chunk,
                           QByteArrayView type,
                           QList<ChatEvent> &events) = 0;

    //! The whole answer in one object.
    virtual void takeWhole(const JsonView &body, QList<ChatEvent> &events) = 0;

    //! An event whose data is the word [DONE].
    virtual void takeDone(QList<ChatEvent> &events);

    //! The stream is over and complete() was not called: dialects that complete at the end do it here.
    virtual void takeEnd(QList<ChatEvent> &events);

    //! Appends Finish; nothing is read after it.
    void complete(FinishReason reason, const QString &rawReason, QList<ChatEvent> &events);
    void fail(Error error);
    [[nodiscard]] bool isOver() const { return m_isComplete || m_failure; }

    //! Appends the usage if it says something new.
    void report(const Usage &usage, QList<ChatEvent> &events);
    void reportModel(const QString &model, QList<ChatEvent> &events);
    void forgetReports(); //!< after Restarted

private:
    enum class Framing : std::uint8_t { Unknown, Sse, Plain };

    void findFraming(QByteArrayView bytes);
    void takeSseData(QByteArrayView type, QByteArrayView data, QList<ChatEvent> &events);
    void takeText(QByteArrayView type, QByteArrayView json, QList<ChatEvent> &events);
    void takeJsonBytes(QByteArrayView bytes, QList<ChatEvent> &events);
    [[nodiscard]] Error truncated() const;

    JsonBody m_jsonBody;
    Framing m_framing = Framing::Unknown;
    JsonEventParser m_parser;
    SseReader m_sse;
    NdjsonReader m_lines;
    JsonSplitter m_array;
    QByteArray m_whole;
    QByteArray m_start; //!< bytes that do not yet tell the framing
    Usage m_usage;
    QString m_model;
    std::optional<Error> m_failure;
    bool m_isComplete = false;
};

} // namespace kagura
