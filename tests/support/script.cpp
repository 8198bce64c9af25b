// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/script.h"

namespace kagura::test {

Script &Script::trickle(const QByteArray &bytes, std::chrono::milliseconds between)
{
    for (const char byte : bytes)
        add({Step::Kind::Write, QByteArray(1, byte), 1, between});
    return *this;
}

Script &Script::head(int status, const QByteArray &headerLines)
{
    return write("HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n" + headerLines + "\r\n");
}

Script &Script::chunk(const QByteArray &data)
{
    return write(QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n");
}

Script Script::whole(int status, const QByteArray &body, const QByteArray &headerLines)
{
    Script script;
    script.head(status,
                "Content-Length: " + QByteArray::number(body.size()) + "\r\n" + headerLines);
    return script.write(body);
}

Script Script::stream(const QList<QByteArray> &pieces, const QByteArray &headerLines)
{
    Script script;
    script.head(200,
                "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n" + headerLines);
    for (const QByteArray &piece : pieces)
        script.chunk(piece);
    return script.lastChunk();
}

Script Script::redirect(int status, const QByteArray &location)
{
    return whole(status, {}, "Location: " + location + "\r\n");
}

} // namespace kagura::test
