// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/crashpoint.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace kagura;

class TestCrashPoint final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsTheProcessAtThatCommit_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("expected");
        QTest::newRow("before the second") << QByteArray("before:2") << 137;
        QTest::newRow("after the second") << QByteArray("after:2") << 137;
        QTest::newRow("one that never comes") << QByteArray("after:9") << 0;
        QTest::newRow("nonsense") << QByteArray("sometime:2") << 0;
        QTest::newRow("no number") << QByteArray("after:soon") << 0;
        QTest::newRow("nothing") << QByteArray() << 0;
    }
    void endsTheProcessAtThatCommit()
    {
        QFETCH(QByteArray, text);
        const pid_t child = fork();
        if (child == 0) {
            CrashPoint point(text);
            for (int i = 0; i < 3; ++i) {
                point.beforeCommit();
                point.afterCommit();
            }
            _exit(0);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QTEST(WEXITSTATUS(status), "expected");
    }
};

KAGURA_TEST(TestCrashPoint)
#include "tst_crashpoint.moc"
