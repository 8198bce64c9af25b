// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/fault.h"

namespace kagura::test {

namespace {

using namespace std::chrono_literals;
using Kind = Error::Kind;
using Play = std::function<Script(const AnswerWire &, bool)>;

QByteArray typeLine(const AnswerWire &wire, bool isStream)
{
    return "Content-Type: " + (isStream ? wire.streamType : QByteArray("application/json"))
        + "\r\n";
}

//! What arrives before the fault: whole events of a stream, or most of one JSON text.
QByteArray half(const AnswerWire &wire, bool isStream)
{
    return isStream ? wire.begin : wire.whole.chopped(12);
}

QByteArray all(const AnswerWire &wire, bool isStream)
{
    return isStream ? wire.begin + wire.end : wire.whole;
}

//! Head and first half in a chunk of its own, and then what rest does.
Play chunked(const std::function<void(Script &, const AnswerWire &)> &rest)
{
    return [rest](const AnswerWire &wire, bool isStream) {
        Script script;
        script.head(200, typeLine(wire, isStream) + "Transfer-Encoding: chunked\r\n");
        script.chunk(half(wire, isStream));
        rest(script, wire);
        return script;
    };
}

//! Head with these lines and the first half, not chunked, and then what rest does.
Play plain(const QByteArray &headerLines, const std::function<void(Script &)> &rest)
{
    return [headerLines, rest](const AnswerWire &wire, bool isStream) {
        Script script;
        script.head(200, typeLine(wire, isStream) + headerLines);
        script.write(half(wire, isStream));
        rest(script);
        return script;
    };
}

void close(Script &script)
{
    script.pause(20ms).close();
}

void reset(Script &script)
{
    script.pause(20ms).reset();
}

//! A whole answer whose bytes are not what its header says.
Play encoded(const QByteArray &encoding, const std::function<QByteArray(const QByteArray &)> &bytes)
{
    return [encoding, bytes](const AnswerWire &wire, bool isStream) {
        return Script::whole(200, bytes(all(wire, isStream)),
                             typeLine(wire, isStream) + "Content-Encoding: " + encoding + "\r\n");
    };
}

QList<Fault> brokenChunks()
{
    const auto add = [](const QByteArray &bytes) {
        return chunked([bytes](Script &script, const AnswerWire &) { close(script.write(bytes)); });
    };
    return {
        {.name = "closed between two chunks",
         .play = add({}),
         .kinds = {Kind::Network, Kind::Truncated},
         .showsText = true},
        {.name = "reset between two chunks",
         .play = chunked([](Script &script, const AnswerWire &) { reset(script); }),
         .kinds = {Kind::Network, Kind::Truncated},
         .showsText = true},
        {.name = "closed in the midst of a chunk",
         .play = add("40\r\ndata: {\"cho"),
         .kinds = {Kind::Network, Kind::Truncated},
         .showsText = true},
        {.name = "reset in the midst of a chunk",
         .play = chunked([](Script &script, const AnswerWire &wire) {
             reset(script.write("400\r\n" + wire.event.chopped(9)));
         }),
         .kinds = {Kind::Network, Kind::Truncated},
         .showsText = true},
        {.name = "a chunk size that is no number",
         .play = add("ZZZ\r\nnothing\r\n0\r\n\r\n"),
         .kinds = {Kind::Network, Kind::Truncated}},
        {.name = "a negative chunk size",
         .play = add("-5\r\nnothing\r\n0\r\n\r\n"),
         .kinds = {Kind::Network, Kind::Truncated}},
        {.name = "a chunk size beyond all numbers",
         .play = add("FFFFFFFFFFFFFFFFF\r\nnothing\r\n"),
         .kinds = {Kind::Network, Kind::Truncated}},
        {.name = "the last chunk too early",
         .play = chunked([](Script &script, const AnswerWire &) { script.lastChunk(); }),
         .kinds = {Kind::Truncated},
         .showsText = true},
    };
}

QList<Fault> wrongLengths()
{
    return {
        {.name = "closed before the promised length",
         .play = plain("Content-Length: 4000\r\n", close),
         .kinds = {Kind::Network, Kind::Truncated},
         .showsText = true},
        {.name = "reset before the promised length",
         .play = plain("Content-Length: 4000\r\n", reset),
         .kinds = {Kind::Network, Kind::Truncated},
         .showsText = true},
        {.name = "a negative length",
         .play = plain("Content-Length: -20\r\n", close),
         .kinds = {Kind::Network, Kind::Truncated}},
        {.name = "a length that is no number",
         .play = plain("Content-Length: many\r\n", close),
         .kinds = {Kind::Network, Kind::Truncated}},
        {.name = "two lengths",
         .play = plain("Content-Length: 30\r\nContent-Length: 4000\r\n", close),
         .kinds = {Kind::Network, Kind::Truncated}},
        {.name = "more bytes than the promised length",
         .play =
             [](const AnswerWire &wire, bool isStream) {
                 const QByteArray length = QByteArray::number(half(wire, isStream).size());
                 return Script()
                     .head(200, typeLine(wire, isStream) + "Content-Length: " + length + "\r\n")
                     .write(all(wire, isStream))
                     .pause(20ms)
                     .close();
             },
         .kinds = {Kind::Network, Kind::Truncated, Kind::Protocol},
         .showsText = true},
        {.name = "no length and closed",
         .play = plain({}, close),
         .kinds = {Kind::Network, Kind::Truncated},
         .showsText = true},
        {.name = "a length of nothing",
         .play = [](const AnswerWire &wire,
                    bool isStream) { return Script::whole(200, {}, typeLine(wire, isStream)); },
         .kinds = {Kind::Truncated}},
        {.name = "a status that has no body",
         .play = [](const AnswerWire &, bool) { return Script().head(204); },
         .kinds = {Kind::Truncated}},
    };
}

QList<Fault> wrongEncodings()
{
    return {
        {.name = "compressed though nobody asked, and cut",
         .play =
             encoded("deflate",
                     [](const QByteArray &body) { return qCompress(body).sliced(4).chopped(9); }),
         .kinds = {Kind::Network, Kind::Truncated, Kind::Protocol}},
        {.name = "not compressed as it says",
         .play = encoded("gzip", [](const QByteArray &) { return QByteArray(300, '\x8b'); }),
         .kinds = {Kind::Network, Kind::Truncated, Kind::Protocol}},
        {.name = "an encoding that nobody knows",
         .play = encoded("zebra", [](const QByteArray &body) { return body.toHex(); }),
         .kinds = {Kind::Truncated, Kind::Protocol}},
        {.name = "a bomb of compressed blanks",
         .play = encoded("deflate",
                         [](const QByteArray &) {
                             static const QByteArray bomb =
                                 qCompress(QByteArray(32 * 1024 * 1024, ' ')).sliced(4);
                             return bomb;
                         }),
         .kinds = {Kind::Network, Kind::Truncated, Kind::Protocol},
         .modes = Fault::Modes::Stream},
    };
}

QList<Fault> stalls()
{
    const auto stream = [](const std::function<void(Script &, const AnswerWire &)> &rest) {
        return chunked(rest);
    };
    return {
        {.name = "silence in the midst of the answer",
         .play = stream([](Script &script, const AnswerWire &) { script.hold(); }),
         .kinds = {Kind::Timeout},
         .showsText = true,
         .deadlines = Fault::shortly(&Deadlines::idle, 300ms)},
        {.name = "keep-alives without end",
         .play = stream([](Script &script, const AnswerWire &wire) {
             script.repeat(QByteArray::number(wire.idle.size(), 16) + "\r\n" + wire.idle + "\r\n",
                           -1, 20ms);
         }),
         .kinds = {Kind::Timeout},
         .showsText = true,
         .modes = Fault::Modes::Stream,
         .deadlines = Fault::shortly(&Deadlines::progress, 300ms)},
        {.name = "an event a byte at a time",
         .play = stream(
             [](Script &script, const AnswerWire &) { script.repeat("1\r\nd\r\n", -1, 20ms); }),
         .kinds = {Kind::Timeout},
         .showsText = true,
         .deadlines = Fault::shortly(&Deadlines::progress, 300ms)},
        {.name = "an answer without end",
         .play = stream([](Script &script, const AnswerWire &wire) {
             script.repeat(QByteArray::number(wire.event.size(), 16) + "\r\n" + wire.event + "\r\n",
                           -1, 20ms);
         }),
         .kinds = {Kind::Timeout},
         .showsText = true,
         .modes = Fault::Modes::Stream,
         .deadlines = Fault::shortly(&Deadlines::total, 600ms)},
    };
}

} // namespace

QList<Fault> framingFaults()
{
    return brokenChunks() + wrongLengths() + wrongEncodings() + stalls();
}

} // namespace kagura::test
