// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/decodersbench.h"

#include "app/bench/benchserver.h"
#include "core/llm/dialects/dialect.h"
#include "core/net/ssereader.h"

#include <chrono>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int Events = 200'000;
constexpr int Repeats = 5;
constexpr double GoalMicroseconds = 2.5;

struct Sample
{
    DialectId dialect;
    QByteArray start; //!< what comes before the first text
    QByteArray event; //!< one piece of text
};

QList<Sample> samples()
{
    return {
        {DialectId::OpenAiChat, {}, sampleEvent()},
        {DialectId::OpenAiResponses,
         {},
         "event: response.output_text.delta\n"
         R"(data: {"type":"response.output_text.delta","sequence_number":17,"item_id":"msg_0123456789abcdef",)"
         R"("output_index":0,"content_index":0,"delta":" word","logprobs":[]})"
         "\n\n"},
        {DialectId::Anthropic,
         "event: message_start\n"
         R"(data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m",)"
         R"("content":[],"usage":{"input_tokens":9,"output_tokens":1}}})"
         "\n\nevent: content_block_start\n"
         R"(data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})"
         "\n\n",
         "event: content_block_delta\n"
         R"(data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":" word"}})"
         "\n\n"},
        {DialectId::Gemini,
         {},
         R"(data: {"candidates":[{"content":{"parts":[{"text":" word"}],"role":"model"},"index":0}],)"
         R"("modelVersion":"m","responseId":"0123456789abcdef"})"
         "\r\n\r\n"},
        {DialectId::Ollama,
         {},
         R"({"model":"m","created_at":"2026-01-01T00:00:00.000000Z","message":{"role":"assistant","content":" word"},)"
         R"("done":false})"
         "\n"},
    };
}

template <typename Work>
double microsecondsPerEvent(Work &&work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    return took.count() / Events;
}

double frame(const Sample &sample)
{
    return microsecondsPerEvent([&] {
        SseReader reader;
        for (int i = 0; i < Events; ++i)
            reader.feed(sample.event, [](const SseEvent &) { return true; });
    });
}

double decode(const Sample &sample, qint64 &texts)
{
    texts = 0;
    const std::unique_ptr<ReplyDecoder> decoder = dialectFor(sample.dialect).chatDecoder();
    QList<ChatEvent> events;
    bool isOpen = sample.start.isEmpty() || decoder->feed(sample.start, events);
    return microsecondsPerEvent([&] {
        for (int i = 0; i < Events && isOpen; ++i) {
            events.clear();
            isOpen = decoder->feed(sample.event, events);
            for (const ChatEvent &event : std::as_const(events))
                texts += std::holds_alternative<TextDelta>(event) ? 1 : 0;
        }
    });
}

} // namespace

QList<Figure> benchDecoders()
{
    QList<Figure> figures;
    for (const Sample &sample : samples()) {
        qint64 texts = 0;
        Figure figure;
        figure.name = u"decoder %1"_s.arg(dialectName(sample.dialect));
        figure.unit = u"us/event"_s;
        figure.value = medianOf(Repeats, [&] { return decode(sample, texts); });
        figure.floor = medianOf(Repeats, [&] { return frame(sample); });
        figure.floorName = u"framing alone"_s;
        figure.goal = u"<= 2.5 (400,000/s)"_s;
        figure.isMet = figure.value <= GoalMicroseconds;
        if (texts != Events)
            figure.note = u"decoded %1 of %2 events"_s.arg(texts).arg(Events);
        figures.append(figure);
    }
    return figures;
}

} // namespace kagura::bench
