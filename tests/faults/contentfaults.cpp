// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/fault.h"

namespace kagura::test {

namespace {

using Kind = Error::Kind;
using Play = std::function<Script(const AnswerWire &, bool)>;

//! A flawless HTTP answer with this body.
Script answer(const AnswerWire &wire, bool isStream, const QByteArray &body)
{
    if (!isStream)
        return Script::whole(200, body, "Content-Type: application/json\r\n");
    Script script;
    script.head(200, "Content-Type: " + wire.streamType + "\r\nTransfer-Encoding: chunked\r\n");
    return script.chunk(body).lastChunk();
}

//! The same body, whatever was asked.
Play always(const QByteArray &body)
{
    return [body](const AnswerWire &wire, bool isStream) { return answer(wire, isStream, body); };
}

//! A good beginning and then these bytes.
Play afterText(const std::function<QByteArray(const AnswerWire &)> &rest)
{
    return [rest](const AnswerWire &wire, bool isStream) {
        return answer(wire, isStream, wire.begin + rest(wire));
    };
}

QList<Fault> cutAnswers()
{
    return {
        {.name = "no end mark",
         .play = afterText([](const AnswerWire &) { return QByteArray(); }),
         .kinds = {Kind::Truncated},
         .showsText = true,
         .modes = Fault::Modes::Stream},
        {.name = "the end mark is cut",
         .play = afterText([](const AnswerWire &wire) {
             const qsizetype size = wire.end.size();
             return wire.end.first(std::min<qsizetype>(size / 2, 30));
         }),
         .kinds = {Kind::Truncated},
         .showsText = true,
         .modes = Fault::Modes::Stream},
        {.name = "an event is cut",
         .play = afterText([](const AnswerWire &wire) { return wire.event.chopped(8); }),
         .kinds = {Kind::Truncated},
         .showsText = true,
         .modes = Fault::Modes::Stream},
        {.name = "a JSON text is cut",
         .play = [](const AnswerWire &wire,
                    bool isStream) { return answer(wire, isStream, wire.whole.chopped(9)); },
         .kinds = {Kind::Truncated},
         .modes = Fault::Modes::Whole},
    };
}

QList<Fault> foreignAnswers()
{
    return {
        {.name = "a web page",
         .play = always("<!DOCTYPE html>\n<html><body>Please sign in</body></html>"),
         .kinds = {Kind::Protocol},
         .says = QStringLiteral("web page")},
        {.name = "a sentence",
         .play = always("It works!\n"),
         .kinds = {Kind::Protocol, Kind::Truncated}},
        {.name = "nothing but blanks",
         .play = always(QByteArray(100'000, ' ')),
         .kinds = {Kind::Protocol}},
        {.name = "JSON of another world",
         .play = always(R"({"hello":"world"})"),
         .kinds = {Kind::Protocol, Kind::Truncated}},
        {.name = "JSON null", .play = always("null"), .kinds = {Kind::Protocol, Kind::Truncated}},
        {.name = "an empty array",
         .play = always("[]"),
         .kinds = {Kind::Protocol, Kind::Truncated},
         .isEmptyList = true},
        {.name = "the answer of another dialect",
         .play =
             [](const AnswerWire &wire, bool isStream) {
                 const QList<DialectId> all = allDialects();
                 const AnswerWire other =
                     AnswerWire::of(all.at((all.indexOf(wire.dialect) + 1) % all.size()));
                 return answer(wire, isStream, isStream ? other.begin + other.end : other.whole);
             },
         .kinds = {Kind::Protocol, Kind::Truncated}},
    };
}

QList<Fault> brokenEvents()
{
    const auto event = [](const QByteArray &json) {
        return afterText([json](const AnswerWire &wire) { return wire.framed(json) + wire.end; });
    };
    return {
        {.name = "an event that is no JSON",
         .play = event("{\"choices\":[{\"delta\":{oops"),
         .kinds = {Kind::Protocol},
         .showsText = true,
         .modes = Fault::Modes::Stream},
        {.name = "an event that is a number",
         .play = event("42"),
         .kinds = {Kind::Protocol},
         .showsText = true,
         .modes = Fault::Modes::Stream},
        {.name = "an event that is nested without measure",
         .play = event("{\"a\":" + QByteArray(200'000, '[') + QByteArray(200'000, ']') + "}"),
         .kinds = {Kind::Protocol},
         .showsText = true,
         .modes = Fault::Modes::Stream},
        {.name = "an event that is larger than any limit",
         .play = event("{\"a\":\"" + QByteArray(9 * 1024 * 1024, 'a') + "\"}"),
         .kinds = {Kind::Protocol},
         .showsText = true,
         .modes = Fault::Modes::Stream},
        {.name = "an answer that is nested without measure",
         .play = always("{\"a\":" + QByteArray(200'000, '[') + QByteArray(200'000, ']') + "}"),
         .kinds = {Kind::Protocol, Kind::Truncated},
         .modes = Fault::Modes::Whole},
    };
}

} // namespace

QList<Fault> contentFaults()
{
    return cutAnswers() + foreignAnswers() + brokenEvents();
}

} // namespace kagura::test
