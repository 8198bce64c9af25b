// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/databasewriter.h"
#include "core/storage/filelock.h"
#include "tests/core/storage/notes.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using Kind = DatabaseState::Kind;

namespace {

class TestDatabaseWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void severalProcessesWriteAtOnceAndNoneSeesBusy()
    {
        constexpr int Processes = 4;
        const int writes = qEnvironmentVariableIntValue("KAGURA_TEST_WRITES") > 0
            ? qEnvironmentVariableIntValue("KAGURA_TEST_WRITES")
            : 250;
        std::vector<std::unique_ptr<QProcess>> children;
        for (int i = 0; i < Processes; ++i)
            children.push_back(start({u"write"_s, QString::number(writes)}));
        for (const std::unique_ptr<QProcess> &child : children) {
            QVERIFY(hasEnded(*child));
            QCOMPARE(child->readAllStandardError(), QByteArray());
            QCOMPARE(child->exitStatus(), QProcess::NormalExit);
            QCOMPARE(child->exitCode(), 0);
        }
        Database database(options());
        QCOMPARE(noteCount(database), Processes * writes);
    }

    void onlyTheKeeperChecksPointsAndItsRoleIsTakenOverAtOnce()
    {
        const std::unique_ptr<QProcess> child = start({u"hold"_s});
        QVERIFY(says(*child, "ready"));
        QTRY_VERIFY(hasKeeper());
        Database database(options());
        const auto automatic = [](Connection &connection) {
            return connection.integer(u"PRAGMA wal_autocheckpoint"_s);
        };
        QCOMPARE(writeNow(database, automatic).value(), 0);
        child->kill();
        QElapsedTimer timer;
        timer.start();
        QTRY_COMPARE_WITH_TIMEOUT(writeNow(database, automatic).value(), 1000, 5000);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(hasEnded(*child));
    }

    void aFullDiskIsAnErrorAndLosesNothing()
    {
        // The schema alone takes some pages; a limit of any size above must hold.
        for (int pages = 6; pages < 106; ++pages) {
            QTemporaryDir folder;
            Database::Options limited = options();
            limited.path = folder.filePath(u"kagura.db"_s);
            limited.maximumPages = pages;
            Database database(limited);
            int written = 0;
            Result<qint64> last(Error{});
            do {
                last = writeNow(database, [](Connection &connection) {
                    return addNote(connection, QString(9000, u'x'));
                });
                written += last ? 1 : 0;
            } while (last);
            QCOMPARE(last.error().kind, Error::Kind::Storage);
            QTRY_COMPARE(database.state().kind, Kind::NoSpace);
            QVERIFY(!database.state().message.isEmpty());
            QCOMPARE(noteCount(database), written);

            QVERIFY(writeNow(database, [](Connection &connection) {
                const Result<void> raised = connection.execute(u"PRAGMA max_page_count=1000"_s);
                return raised ? addNote(connection, QString(9000, u'x'))
                              : Result<qint64>(raised.error());
            }));
            QTRY_COMPARE(database.state().kind, Kind::Ready);
            QCOMPARE(noteCount(database), written + 1);
        }
    }

    void aDiskThatIsReallyFullIsAnErrorAndHealsByItself()
    {
        QProcess child;
        const QByteArray said = inNamespace(child,
                                            u"mount -t tmpfs -o size=2m none \"$1\" && "
                                            "head -c 500000 /dev/zero >\"$1/kagura.db.ballast\""_s,
                                            u"fill"_s);
        if (said.isEmpty())
            QSKIP("a file system of our own cannot be mounted here");
        QVERIFY2(said.contains("Free some space"), said.constData());
        QVERIFY2(said.endsWith("again\n"), said.constData());
        QCOMPARE(child.exitCode(), 0);
    }

    void aDiskThatCannotBeWrittenIsAnError()
    {
        {
            Database database(options());
            QVERIFY(writeNow(database, [](Connection &c) { return addNote(c, u"kept"_s); }));
        }
        QProcess child;
        const QByteArray said = inNamespace(
            child, u"mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\""_s, u"look"_s);
        if (said.isEmpty())
            QSKIP("a file system of our own cannot be mounted here");
        QVERIFY2(said.startsWith(QByteArray::number(int(Kind::Failed)) + ' '), said.constData());
        QVERIFY2(said.contains("permissions"), said.constData());
        Database database(options());
        QCOMPARE(noteCount(database), 1);
    }

    void noRoomForTheSchemaIsAnErrorToo()
    {
        Database::Options limited = options();
        limited.maximumPages = 2;
        Database database(limited);
        const Result<qint64> added =
            writeNow(database, [](Connection &connection) { return addNote(connection, u"x"_s); });
        QCOMPARE(added.error().kind, Error::Kind::Storage);
        QTRY_COMPARE(database.state().kind, Kind::NoSpace);
    }

    void spaceThatComesBackIsNoticedWithoutAWrite()
    {
        Database::Options limited = options();
        limited.maximumPages = 12;
        Database database(limited);
        Result<qint64> last(0);
        while (last)
            last = writeNow(database, [](Connection &connection) {
                return addNote(connection, QString(3000, u'x'));
            });
        QTRY_COMPARE(database.state().kind, Kind::NoSpace);
        // Fails for another reason, so the state stays as it is.
        QVERIFY(!writeNow(database, [](Connection &connection) -> Result<qint64> {
            static_cast<void>(connection.execute(u"PRAGMA max_page_count=1000"_s));
            return Error{Error::Kind::BadRequest, u"no"_s};
        }));
        QCOMPARE(database.state().kind, Kind::NoSpace);
        QTRY_COMPARE(database.state().kind, Kind::Ready);
    }

    void theLogDoesNotGrowWithoutBounds()
    {
        Database database(options());
        QCOMPARE(noteCount(database), 0);
        QTRY_VERIFY(hasKeeper());
        for (int i = 0; i < 60; ++i)
            QVERIFY(writeNow(database, [](Connection &connection) {
                return addNote(connection, QString(1000000, u'x'));
            }));
        QVERIFY(QFileInfo(path() + u"-wal"_s).size() < 32 * 1024 * 1024);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"kagura.db"_s); }

    [[nodiscard]] Database::Options options() const
    {
        Database::Options options;
        options.path = path();
        options.schemas = {noteSchema()};
        return options;
    }

    [[nodiscard]] bool hasKeeper() const
    {
        FileLock probe(path() + u".keeper"_s);
        return !probe.tryLock(FileLock::Kind::Shared);
    }

    std::unique_ptr<QProcess> start(const QStringList &arguments)
    {
        auto child = std::make_unique<QProcess>();
        child->start(QStringLiteral(KAGURA_STORAGE_CHILD), QStringList{path()} + arguments);
        return child;
    }

    //! Runs the child where the folder is mounted as told; empty where this may not be done. What it said.
    QByteArray inNamespace(QProcess &child, const QString &mount, const QString &mode)
    {
        child.start(u"unshare"_s,
                    {u"-rm"_s, u"sh"_s, u"-c"_s, mount + u" || exit 77; shift; exec \"$@\""_s,
                     u"sh"_s, m_folder->path(), QStringLiteral(KAGURA_STORAGE_CHILD), path(),
                     mode});
        if (!child.waitForStarted() || !hasEnded(child) || child.exitCode() == 77)
            return {};
        return child.readAllStandardOutput();
    }

    //! waitForFinished() alone says no of a process whose end an event loop has seen before.
    static bool hasEnded(QProcess &child)
    {
        return child.state() == QProcess::NotRunning || child.waitForFinished(100000);
    }

    static bool says(QProcess &child, const QByteArray &line)
    {
        return QTest::qWaitFor(
            [&] { return child.canReadLine() && child.readLine().trimmed() == line; }, 20000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace

KAGURA_TEST(TestDatabaseWriter)

#include "tst_databasewriter.moc"
