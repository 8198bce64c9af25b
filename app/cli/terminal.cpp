// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/terminal.h"

#include "core/base/json.h"

#include <cerrno>
#include <cstdio>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace kagura::terminal {

namespace {

// Writes all of it, however small the pipe: a non-blocking standard output is waited for.
bool writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(descriptor, bytes.constData() + done,
                                        static_cast<std::size_t>(bytes.size() - done));
        if (written > 0) {
            done += written;
        } else if (errno == EAGAIN) {
            pollfd waiting = {descriptor, POLLOUT, 0};
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

} // namespace

bool writeOut(const QByteArray &bytes)
{
    return writeAll(STDOUT_FILENO, bytes);
}

void writeError(const QString &line)
{
    writeAll(STDERR_FILENO, QByteArray("kagura-cli: ") + withoutControls(line).toUtf8() + '\n');
}

void writeFailure(const Error &error, bool asJson)
{
    if (asJson)
        writeOut(dumpJson({{"event", "error"},
                           {"kind", toJson(errorKindName(error.kind))},
                           {"message", toJson(error.message)}})
                 + '\n');
    else
        writeError(error.message);
}

bool isInteractive()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

QString withoutControls(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        const bool isControl =
            (code < 0x20 && code != u'\n' && code != u'\t') || (code >= 0x7f && code <= 0x9f);
        if (!isControl)
            clean += c;
    }
    return clean;
}

QByteArray readSecretLine(const QString &prompt)
{
    termios before = {};
    const bool hidden = ::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &before) == 0;
    if (hidden) {
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        writeAll(STDERR_FILENO, prompt.toUtf8());
    }
    QByteArray line;
    char c = 0;
    while (line.size() < 64 * 1024 && ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n')
        line += c;
    if (hidden) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        writeAll(STDERR_FILENO, "\n");
    }
    return line.trimmed();
}

QByteArray readAll(qint64 limitBytes)
{
    QByteArray all;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const ssize_t got =
            ::read(STDIN_FILENO, piece.data(), static_cast<std::size_t>(piece.size()));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || all.size() + got > limitBytes)
            return all;
        all.append(piece.constData(), got);
    }
}

} // namespace kagura::terminal
