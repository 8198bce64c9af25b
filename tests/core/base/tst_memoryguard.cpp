// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/memoryguard.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace kagura;

namespace {

//! What a process of its own says of itself after closeMemory(): bit 0 that it was done, bit 1 that others
//! may still look.
int afterClosing()
{
    const pid_t child = fork();
    if (child == 0)
        _exit((closeMemory() ? 1 : 0) | (prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 1 ? 2 : 0));
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class TestMemoryGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyMayLookInside()
    {
        qunsetenv("KAGURA_ALLOW_DUMPS");
        QCOMPARE(afterClosing(), 1);
    }

    void debuggersCanBeLetIn()
    {
        qputenv("KAGURA_ALLOW_DUMPS", "1");
        QCOMPARE(afterClosing(), 2);
        qunsetenv("KAGURA_ALLOW_DUMPS");
    }
};

KAGURA_TEST(TestMemoryGuard)
#include "tst_memoryguard.moc"
