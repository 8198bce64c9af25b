// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program itself, started more than once on one data folder.

#include "core/control/controlclient.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

//! A running program; its end is waited for.
class Program
{
public:
    explicit Program(const QTemporaryDir &home)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KAGURA_DATA_DIR"_s, home.filePath(u"data"_s));
        environment.insert(u"KAGURA_CONFIG_DIR"_s, home.filePath(u"config"_s));
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(KAGURA_DESKTOP), QStringList());
    }
    ~Program()
    {
        process.kill();
        process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Program)

    QProcess process;
};

//! Whether a window on that data folder says that it has come to the front.
bool isRaised(const QTemporaryDir &home)
{
    const std::unique_ptr<ControlCall> call =
        callOwner(home.filePath(u"data"_s), u"window.raise"_s);
    return QTest::qWaitFor([&call] { return call->isFinished(); }, patience) && !call->failure();
}

} // namespace

class TestSecondStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstWindowIsRaisedAndTheSecondProgramEnds()
    {
        const QTemporaryDir home;
        const Program first(home);
        QTRY_VERIFY_WITH_TIMEOUT(isRaised(home), patience);
        Program second(home);
        QElapsedTimer taken;
        taken.start();
        QVERIFY(second.process.waitForFinished(patience));
        qInfo("the second start ended after %lld ms", taken.elapsed());
        QCOMPARE(second.process.exitCode(), 0);
        QCOMPARE(first.process.state(), QProcess::Running);
    }

    void afterAKillTheNextStartIsTheFirst()
    {
        const QTemporaryDir home;
        {
            const Program killed(home);
            QTRY_VERIFY_WITH_TIMEOUT(isRaised(home), patience);
        }
        const Program next(home);
        QTRY_VERIFY_WITH_TIMEOUT(isRaised(home), patience);
        QCOMPARE(next.process.state(), QProcess::Running);
    }

    void twoFoldersAreTwoWindows()
    {
        const QTemporaryDir home;
        const QTemporaryDir other;
        const Program first(home);
        const Program second(other);
        QTRY_VERIFY_WITH_TIMEOUT(isRaised(home), patience);
        QTRY_VERIFY_WITH_TIMEOUT(isRaised(other), patience);
    }
};

KAGURA_TEST(TestSecondStart)
#include "tst_secondstart.moc"
