// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/loghandler.h"
#include "core/base/redactor.h"
#include "tests/support/testmain.h"

#include <QTemporaryFile>
#include <QTest>

#include <cstdio>
#include <unistd.h>

using namespace kagura;

class TestLogHandler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreRedactedAndOnOneLine();
    void theHandlerBeforeComesBack();
};

namespace {

//! What is written to standard error while it lives.
class CapturedError
{
public:
    CapturedError()
    {
        std::fflush(stderr);
        m_saved = ::dup(STDERR_FILENO);
        if (m_file.open())
            ::dup2(m_file.handle(), STDERR_FILENO);
    }
    ~CapturedError() { restore(); }
    Q_DISABLE_COPY_MOVE(CapturedError)

    QByteArray text()
    {
        restore();
        m_file.seek(0);
        return m_file.readAll();
    }

private:
    void restore()
    {
        if (m_saved < 0)
            return;
        std::fflush(stderr);
        ::dup2(m_saved, STDERR_FILENO);
        ::close(m_saved);
        m_saved = -1;
    }

    QTemporaryFile m_file;
    int m_saved = -1;
};

} // namespace

void TestLogHandler::linesAreRedactedAndOnOneLine()
{
    Redactor redactor;
    redactor.add(Secret("canary-0123456789"));
    CapturedError captured;
    {
        const LogHandler handler(redactor);
        qWarning("first canary-0123456789\nsecond \x1b[31mAuthorization: Bearer zzzzzzzz");
    }
    const QByteArray text = captured.text();
    QCOMPARE(text.count('\n'), 1);
    QVERIFY2(text.contains("first [redacted] second"), text.constData());
    QVERIFY(!text.contains("zzzz"));
    QVERIFY(!text.contains('\x1b'));
}

void TestLogHandler::theHandlerBeforeComesBack()
{
    const Redactor redactor;
    const QtMessageHandler before = qInstallMessageHandler(nullptr);
    qInstallMessageHandler(before);
    {
        const LogHandler handler(redactor);
        const QtMessageHandler during = qInstallMessageHandler(nullptr);
        QVERIFY(during != before);
        qInstallMessageHandler(during);
    }
    const QtMessageHandler after = qInstallMessageHandler(nullptr);
    qInstallMessageHandler(after);
    QVERIFY(after == before);
}

KAGURA_TEST(TestLogHandler)
#include "tst_loghandler.moc"
