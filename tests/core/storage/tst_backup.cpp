// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/backup.h"
#include "tests/core/storage/notes.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_connection = std::move(Connection::open(m_folder->filePath(u"kagura.db"_s),
                                                  Connection::Mode::ReadWrite))
                           .value();
        QVERIFY(migrate(*m_connection, {noteSchema()}));
        QVERIFY(addNote(*m_connection, u"kept"_s));
    }

    void aBackupHoldsWhatIsOnlyInTheLog()
    {
        const Result<Backup> made = makeBackup(*m_connection, folder(), m_now, 7);
        QVERIFY(made);
        const auto copy =
            std::move(Connection::open(made->path, Connection::Mode::ReadOnly)).value();
        QCOMPARE(countNotes(*copy).value(), 1);
        QCOMPARE(backupsIn(folder()), QList<Backup>{*made});
    }

    void onlyTheOwnerCanReadIt()
    {
        const Result<Backup> made = makeBackup(*m_connection, folder(), m_now, 7);
        QVERIFY(made);
        QCOMPARE(QFile::permissions(made->path) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(!(QFile::permissions(folder()) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void theOldestGoAndTheNewestStay()
    {
        for (int day = 0; day < 6; ++day)
            QVERIFY(makeBackup(*m_connection, folder(), m_now.addDays(day), 3));
        const QList<Backup> kept = backupsIn(folder());
        QCOMPARE(kept.size(), 3);
        QCOMPARE(kept.first().time, m_now.addDays(5));
        QCOMPARE(kept.last().time, m_now.addDays(3));
    }

    void twoOfOneSecondAreTwo()
    {
        QVERIFY(makeBackup(*m_connection, folder(), m_now, 7));
        QVERIFY(makeBackup(*m_connection, folder(), m_now, 7));
        QCOMPARE(backupsIn(folder()).size(), 2);
    }

    void oneIsDueOnceADayAlsoWhenTheClockJumps()
    {
        QVERIFY(isBackupDue(folder(), m_now));
        QVERIFY(makeBackup(*m_connection, folder(), m_now, 7));
        QVERIFY(!isBackupDue(folder(), m_now.addSecs(3600)));
        QVERIFY(isBackupDue(folder(), m_now.addDays(1)));
        QVERIFY(isBackupDue(folder(), m_now.addDays(-400)));
        QVERIFY(makeBackup(*m_connection, folder(), m_now.addDays(-400), 7));
        QVERIFY(!isBackupDue(folder(), m_now.addDays(-400)));
    }

    void otherFilesAreNoBackups()
    {
        QVERIFY(makeBackup(*m_connection, folder(), m_now, 7));
        for (const QString &name :
             {u"kagura-.db"_s, u"kagura-yesterday.db"_s, u"unfinished.part"_s}) {
            QFile file(folder() + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QCOMPARE(backupsIn(folder()).size(), 1);
    }

    void noRoomLeavesNoHalfBackup()
    {
        QVERIFY(makeBackup(*m_connection, folder(), m_now, 7));
        // A folder in the way of the file is the nearest thing to a disk without room.
        QVERIFY(QDir(folder()).mkpath(u"unfinished.part/x"_s));
        const Result<Backup> made = makeBackup(*m_connection, folder(), m_now.addDays(1), 7);
        QCOMPARE(made.error().kind, Error::Kind::Storage);
        QCOMPARE(backupsIn(folder()).size(), 1);
    }

    void readersMakeBackupsAndStayReaders()
    {
        const auto reader = std::move(Connection::open(m_folder->filePath(u"kagura.db"_s),
                                                       Connection::Mode::ReadOnly))
                                .value();
        QVERIFY(makeBackup(*reader, folder(), m_now, 7));
        QVERIFY(!addNote(*reader, u"no"_s));
    }

    void aRestoreThatCannotBeCopiedMovesNothing()
    {
        QVERIFY(makeBackup(*m_connection, folder(), m_now, 7));
        m_connection.reset();
        const QString path = m_folder->filePath(u"kagura.db"_s);
        QVERIFY(QDir(m_folder->path()).mkpath(u"kagura.db.restoring.part/x"_s));
        const Result<RestoreReport> report = restoreFromBackup(path, folder(), m_now);
        QCOMPARE(report.error().kind, Error::Kind::Storage);
        QVERIFY(QFile::exists(path));
        QVERIFY(QDir(m_folder->path()).entryList({u"*.corrupt*"_s}).isEmpty());
    }

    void theLogIsSetAsideWithItsFile()
    {
        m_connection.reset();
        const QString path = m_folder->filePath(u"kagura.db"_s);
        QFile log(path + u"-wal"_s);
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write("log");
        log.close();
        const Result<RestoreReport> report = restoreFromBackup(path, folder(), m_now);
        QVERIFY(report);
        QVERIFY(QFile::exists(report->asidePath + u"-wal"_s));
        QVERIFY(!QFile::exists(path + u"-wal"_s));
        QVERIFY(!QFile::exists(path));
    }

    void nothingIsEverSetAsideOverAnother()
    {
        m_connection.reset();
        const QString path = m_folder->filePath(u"kagura.db"_s);
        QStringList aside;
        for (int i = 0; i < 3; ++i) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::number(i));
            file.close();
            aside.append(restoreFromBackup(path, folder(), m_now)->asidePath);
        }
        QCOMPARE(QSet<QString>(aside.cbegin(), aside.cend()).size(), 3);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(QFileInfo(aside.at(i)).size(), 1);
    }

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"backups"_s); }

    const QDateTime m_now = QDateTime(QDate(2026, 5, 1), QTime(12, 0), Qt::UTC);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
};

} // namespace

KAGURA_TEST(TestBackup)

#include "tst_backup.moc"
