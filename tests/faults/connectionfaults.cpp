// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/fault.h"

namespace kagura::test {

namespace {

using namespace std::chrono_literals;
using Kind = Error::Kind;

//! The same bytes, whatever was asked.
std::function<Script(const AnswerWire &, bool)> always(const Script &script)
{
    return [script](const AnswerWire &, bool) { return script; };
}

QList<Fault> dropped()
{
    return {
        {.name = "nobody listens",
         .play = always({}),
         .kinds = {Kind::Network},
         .requests = 0,
         .place = Fault::Place::Nobody,
         .says = QStringLiteral("is the server running")},
        {.name = "closed before the answer",
         .play = always(Script().close()),
         .kinds = {Kind::Network}},
        {.name = "reset before the answer",
         .play = always(Script().reset()),
         .kinds = {Kind::Network}},
        {.name = "closed in the status line",
         .play = always(Script().write("HTTP/1.1 20").close()),
         .kinds = {Kind::Network, Kind::Protocol}},
        {.name = "closed in the headers",
         .play = always(Script().write("HTTP/1.1 200 OK\r\nContent-Ty").close()),
         .kinds = {Kind::Network, Kind::Truncated}},
        {.name = "reset in the headers",
         .play = always(Script().write("HTTP/1.1 200 OK\r\nContent-Ty").reset()),
         .kinds = {Kind::Network}},
    };
}

QList<Fault> strangers()
{
    return {
        {.name = "garbage instead of a status line",
         .play = always(Script().write(QByteArray(400, '\xf7')).close()),
         .kinds = {Kind::Network, Kind::Protocol}},
        {.name = "a status line without a number",
         .play = always(Script().write("HTTP/1.1 fine\r\n\r\n").close()),
         .kinds = {Kind::Network, Kind::Protocol}},
        {.name = "another protocol",
         .play = always(Script().write("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n").close()),
         .kinds = {Kind::Network, Kind::Protocol}},
        {.name = "a body without head",
         .play = always(Script().write("{\"hello\":\"world\"}\n").close()),
         .kinds = {Kind::Network, Kind::Protocol}},
        {.name = "only continue",
         .play = always(Script().write("HTTP/1.1 100 Continue\r\n\r\n").close()),
         .kinds = {Kind::Network, Kind::Protocol, Kind::Server}},
        {.name = "https spoken to an http server",
         .play = always(Script::whole(400, "what?")),
         .kinds = {Kind::Network, Kind::Timeout},
         .requests = -1,
         .modes = Fault::Modes::Stream,
         .deadlines = Fault::shortly(&Deadlines::connect, 400ms),
         .place = Fault::Place::HttpsToHttp},
        {.name = "http spoken to an https server",
         .play = always(Script::whole(200, "{}")),
         .kinds = {Kind::Network, Kind::Protocol},
         .requests = 0,
         .modes = Fault::Modes::Stream,
         .place = Fault::Place::HttpToHttps},
        {.name = "a certificate that nobody vouches for",
         .play = always(Script::whole(200, "{}")),
         .kinds = {Kind::Network},
         .requests = 0,
         .modes = Fault::Modes::Stream,
         .place = Fault::Place::SelfSigned,
         .says = QStringLiteral("certificate")},
    };
}

QList<Fault> silent()
{
    return {
        {.name = "silence instead of an answer",
         .play = always(Script().hold()),
         .kinds = {Kind::Timeout},
         .deadlines = Fault::shortly(&Deadlines::firstByte, 250ms)},
        {.name = "headers a byte at a time",
         .play = always(Script().write("HTTP/1.1 200 OK\r\nX-Slow: ").repeat("a", -1, 20ms)),
         .kinds = {Kind::Timeout},
         .deadlines = Fault::shortly(&Deadlines::firstByte, 250ms)},
        {.name = "headers without end",
         .play = always(Script()
                            .write("HTTP/1.1 200 OK\r\n")
                            .repeat("X-Filler: " + QByteArray(8000, 'a') + "\r\n", -1)),
         .kinds = {Kind::Timeout, Kind::Network},
         .modes = Fault::Modes::Stream,
         .dialects = {DialectId::OpenAiChat},
         .deadlines = Fault::shortly(&Deadlines::firstByte, 400ms)},
    };
}

} // namespace

QList<Fault> connectionFaults()
{
    return dropped() + strangers() + silent();
}

} // namespace kagura::test
