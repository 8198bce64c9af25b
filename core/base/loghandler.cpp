// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/loghandler.h"

#include "core/base/redactor.h"

#include <atomic>
#include <cstdio>

namespace kagura {

namespace {

// A message handler is a bare function; this is the one way to give it something.
std::atomic<const Redactor *> currentRedactor = nullptr;

// One message is one line, and none can steer a terminal.
QString asOneLine(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = QLatin1Char(' ');
    }
    return text;
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const Redactor *redactor = currentRedactor.load();
    const QString clean = redactor != nullptr ? redactor->redacted(message) : message;
    const QByteArray line = qFormatLogMessage(type, context, asOneLine(clean)).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace

LogHandler::LogHandler(const Redactor &redactor)
{
    currentRedactor = &redactor;
    m_previous = qInstallMessageHandler(writeLine);
}

LogHandler::~LogHandler()
{
    qInstallMessageHandler(m_previous);
    currentRedactor = nullptr;
}

} // namespace kagura
