// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/backup.h"
#include "tests/core/storage/notes.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <thread>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using Kind = DatabaseState::Kind;
using Damage = std::function<void(QByteArray &)>;

namespace {

constexpr int PageSize = 4096;
constexpr int Notes = 300;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void setContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray noise(qsizetype size)
{
    QRandomGenerator random(4711);
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

Damage overwrite(int offset, const QByteArray &with)
{
    return [=](QByteArray &bytes) { bytes.replace(offset, with.size(), with); };
}

Damage cutAt(double part, int plus = 0)
{
    return [=](QByteArray &bytes) {
        bytes.truncate(static_cast<qsizetype>(part * static_cast<double>(bytes.size())) + plus);
    };
}

class TestDatabaseOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aDamagedFileIsSetAsideAndTheBackupTakesItsPlace_data()
    {
        QTest::addColumn<Damage>("damage");
        QTest::newRow("empty") << Damage([](QByteArray &bytes) { bytes.clear(); });
        QTest::newRow("text") << Damage([](QByteArray &bytes) { bytes = "Dear diary,\n"; });
        QTest::newRow("long text") << Damage([](QByteArray &bytes) { bytes.fill('a'); });
        QTest::newRow("zeros") << Damage([](QByteArray &bytes) { bytes.fill('\0'); });
        QTest::newRow("noise") << Damage([](QByteArray &bytes) { bytes = noise(bytes.size()); });
        QTest::newRow("magic word") << overwrite(0, "SQLite format 4");
        QTest::newRow("page size 0") << overwrite(16, QByteArray(2, '\0'));
        QTest::newRow("page size odd") << overwrite(16, "\x12\x34");
        QTest::newRow("unknown format") << overwrite(18, "\x09\x09");
        QTest::newRow("reserved space") << overwrite(20, "\xff");
        QTest::newRow("payload fractions") << overwrite(21, "\x01\x02\x03");
        QTest::newRow("first page") << overwrite(0, noise(PageSize));
        QTest::newRow("schema") << overwrite(100, noise(PageSize - 100));
        QTest::newRow("schema zeros") << overwrite(100, QByteArray(PageSize - 100, '\0'));
        for (const int page : {2, 3, 4, 7, 20, 40})
            QTest::addRow("noise in page %d", page)
                << overwrite((page - 1) * PageSize, noise(PageSize));
        for (const int page : {3, 5, 10})
            QTest::addRow("kind of page %d", page) << overwrite((page - 1) * PageSize, "\x77");
        for (const int page : {4, 6})
            QTest::addRow("cells of page %d", page)
                << overwrite((page - 1) * PageSize + 3, "\x7f\xff");
        for (const int size : {1, 15, 16, 99, 100, 101, 512, PageSize - 1, PageSize, PageSize + 1})
            QTest::addRow("cut after %d bytes", size) << cutAt(0, size);
        for (const double part : {0.1, 0.25, 0.5, 0.75, 0.9})
            QTest::addRow("cut after %d %%", int(part * 100)) << cutAt(part);
        QTest::newRow("last page lost") << cutAt(1, -PageSize);
        QTest::newRow("two pages swapped") << Damage([](QByteArray &bytes) {
            const QByteArray third = bytes.mid(2 * PageSize, PageSize);
            bytes.replace(2 * PageSize, PageSize, bytes.mid(8 * PageSize, PageSize));
            bytes.replace(8 * PageSize, PageSize, third);
        });
    }
    void aDamagedFileIsSetAsideAndTheBackupTakesItsPlace()
    {
        QFETCH(Damage, damage);
        fill();
        QByteArray bytes = contentOf(path());
        QVERIFY(bytes.size() > 40 * PageSize);
        damage(bytes);
        setContent(path(), bytes);

        Database database(options());
        QSignalSpy restored(&database, &Database::restored);
        QTRY_COMPARE(restored.size(), 1);
        const auto report = restored.first().first().value<RestoreReport>();
        QCOMPARE(contentOf(report.asidePath), bytes);
        QVERIFY(report.asidePath.contains(u".corrupt-"_s));
        QVERIFY(report.backupPath.startsWith(backups()));
        QTRY_COMPARE(database.state().kind, Kind::Ready);
        QCOMPARE(noteCount(database), Notes);
        QVERIFY(writeNow(database, [](Connection &c) { return addNote(c, u"and on it goes"_s); }));
        QCOMPARE(QDir(m_folder->path()).entryList({u"*.corrupt-*"_s}).size(), 1);
        QVERIFY(!QFile::exists(path() + u".restoring"_s));
    }

    void withoutABackupWeStartEmptyAndSaySo()
    {
        setContent(path(), "no database");
        Database database(options());
        QSignalSpy restored(&database, &Database::restored);
        QTRY_COMPARE(restored.size(), 1);
        const auto report = restored.first().first().value<RestoreReport>();
        QVERIFY(report.backupPath.isEmpty());
        QCOMPARE(contentOf(report.asidePath), QByteArray("no database"));
        QCOMPARE(noteCount(database), 0);
    }

    void aDamagedBackupIsPassedOver()
    {
        fill();
        setContent(backups() + u"/kagura-20990101T000000Z.db"_s, noise(3 * PageSize));
        setContent(path(), "no database");
        Database database(options());
        QTRY_COMPARE(database.state().kind, Kind::Ready);
        QCOMPARE(noteCount(database), Notes);
    }

    void aLogOfNoiseHarmsNothing_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("this is no log");
        QTest::newRow("noise") << noise(5 * PageSize);
        QTest::newRow("header only") << QByteArray::fromHex("377f0682002de21800001000") + noise(20);
    }
    void aLogOfNoiseHarmsNothing()
    {
        QFETCH(QByteArray, log);
        fill();
        setContent(path() + u"-wal"_s, log);
        Database database(options());
        const QSignalSpy restored(&database, &Database::restored);
        QCOMPARE(noteCount(database), Notes);
        QVERIFY(restored.isEmpty());
    }

    void aRestoreThatEndedInTheMiddleIsFinished()
    {
        fill();
        QVERIFY(QFile::rename(path(), path() + u".restoring"_s));
        Database database(options());
        const QSignalSpy restored(&database, &Database::restored);
        QCOMPARE(noteCount(database), Notes);
        QTRY_COMPARE(restored.size(), 1);
    }

    void damageThatAnotherProcessUsesWaitsForIt()
    {
        fill();
        QProcess child;
        child.start(QStringLiteral(KAGURA_STORAGE_CHILD), {path(), u"hold"_s});
        QVERIFY(QTest::qWaitFor([&] { return child.canReadLine(); }, 20000));
        QByteArray bytes = contentOf(path());
        overwrite(4 * PageSize, noise(PageSize))(bytes);
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(4 * PageSize));
        QCOMPARE(file.write(bytes.mid(4 * PageSize, PageSize)), PageSize);
        file.close();

        Database database(options());
        const QSignalSpy restored(&database, &Database::restored);
        QTRY_COMPARE(database.state().kind, Kind::Damaged);
        const Result<qint64> refused =
            writeNow(database, [](Connection &c) { return addNote(c, u"x"_s); });
        QCOMPARE(refused.error().kind, Error::Kind::Storage);
        QVERIFY(QDir(m_folder->path()).entryList({u"*.corrupt-*"_s}).isEmpty());

        child.kill();
        QVERIFY(child.waitForFinished());
        QTRY_COMPARE(database.state().kind, Kind::Ready);
        QCOMPARE(restored.size(), 1);
        QCOMPARE(noteCount(database), Notes);
    }

    void aLaterSchemaIsReadButNotTouched()
    {
        fill(3);
        const QByteArray before = contentOf(path());
        {
            Database database(options());
            QTRY_COMPARE(database.state().kind, Kind::ReadOnly);
            QCOMPARE(noteCount(database), Notes);
            const Result<qint64> refused =
                writeNow(database, [](Connection &c) { return addNote(c, u"x"_s); });
            QCOMPARE(refused.error().kind, Error::Kind::Storage);
            QVERIFY(refused.error().message.contains(u"later version"_s));
        }
        QCOMPARE(contentOf(path()), before);
    }

    void somebodyElsesDatabaseIsNotTouched()
    {
        {
            const auto other =
                std::move(Connection::open(path(), Connection::Mode::ReadWrite)).value();
            QVERIFY(other->execute(u"PRAGMA journal_mode=DELETE"_s));
            QVERIFY(other->execute(u"CREATE TABLE recipes(name TEXT)"_s));
        }
        const QByteArray before = contentOf(path());
        {
            Database database(options());
            QTRY_COMPARE(database.state().kind, Kind::ReadOnly);
        }
        QCOMPARE(contentOf(path()), before);
    }

    void anOldSchemaIsBroughtUpAfterABackup()
    {
        fill();
        QDir(backups()).removeRecursively();
        Database database(options(4));
        QTRY_COMPARE(database.state().kind, Kind::Ready);
        QCOMPARE(noteCount(database), Notes);
        QCOMPARE(readNow(database,
                         [](Connection &c) { return c.integer(u"SELECT count(*) FROM extra4"_s); })
                     .value(),
                 1);
        const QList<Backup> kept = backupsIn(backups());
        QVERIFY(!kept.isEmpty());
        const auto old =
            std::move(Connection::open(kept.last().path, Connection::Mode::ReadOnly)).value();
        QCOMPARE(countNotes(*old).value(), Notes);
        QVERIFY(!old->integer(u"SELECT count(*) FROM extra4"_s));
    }

    void anEndInTheMiddleOfAMigrationIsHarmless()
    {
        constexpr int Version = 120;
        const int rounds = qEnvironmentVariableIntValue("KAGURA_TEST_KILLS") > 0
            ? qEnvironmentVariableIntValue("KAGURA_TEST_KILLS")
            : 30;
        int inTheMiddle = 0;
        for (int i = 0; i < rounds; ++i) {
            init();
            fill();
            QProcess child;
            child.start(QStringLiteral(KAGURA_STORAGE_CHILD),
                        {path(), u"migrate"_s, QString::number(Version)});
            QVERIFY(child.waitForStarted());
            // It makes some thirty steps in the first fifty milliseconds.
            std::this_thread::sleep_for(
                std::chrono::milliseconds(QRandomGenerator::global()->bounded(10, 120)));
            child.kill();
            QVERIFY(child.waitForFinished());
            {
                const auto look =
                    std::move(Connection::open(path(), Connection::Mode::ReadOnly)).value();
                const qint64 version =
                    look->integer(u"SELECT version FROM kagura_schema"_s).value();
                const qint64 tables = look->integer(u"SELECT count(*) FROM sqlite_schema "
                                                    "WHERE type = 'table' AND name LIKE 'extra%'"_s)
                                          .value();
                QCOMPARE(tables, version - 1);
                inTheMiddle += version > 1 && version < Version ? 1 : 0;
                QVERIFY(quickCheck(*look));
            }
            Database database(options(Version));
            QTRY_COMPARE(database.state().kind, Kind::Ready);
            QCOMPARE(noteCount(database), Notes);
        }
        qInfo("%d of %d ended between two steps", inTheMiddle, rounds);
    }

    void whatCannotBeOpenedIsAnErrorAndNoCrash_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no folder") << u"nowhere/at/all/kagura.db"_s;
        QTest::newRow("a folder") << u"folder"_s;
    }
    void whatCannotBeOpenedIsAnErrorAndNoCrash()
    {
        QFETCH(QString, path);
        QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
        Database::Options options;
        options.path = m_folder->filePath(path);
        options.schemas = {noteSchema()};
        Database database(options);
        const Result<qint64> refused =
            writeNow(database, [](Connection &c) { return addNote(c, u"x"_s); });
        QCOMPARE(refused.error().kind, Error::Kind::Storage);
        QVERIFY(!refused.error().message.isEmpty());
        QTRY_COMPARE(database.state().kind, Kind::Failed);
        QCOMPARE(noteCount(database), -1);
    }

    void everyFileIsForItsOwnerOnly()
    {
        const mode_t before = ::umask(0);
        Database database(options());
        QVERIFY(writeNow(database, [](Connection &c) { return addNote(c, u"secret"_s); }));
        QTRY_COMPARE(backupsIn(backups()).size(), 1);
        ::umask(before);
        QStringList names;
        QDirIterator files(m_folder->path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            struct stat status = {};
            QCOMPARE(::stat(QFile::encodeName(files.next()).constData(), &status), 0);
            QVERIFY2((status.st_mode & 077) == 0, qPrintable(files.filePath()));
            names.append(files.fileName());
        }
        for (const QString &name : {u"kagura.db"_s, u"kagura.db-wal"_s, u"kagura.db-shm"_s,
                                    u"kagura.db.use"_s, u"kagura.db.keeper"_s})
            QVERIFY2(names.contains(name), qPrintable(names.join(u' ')));
    }

    void aFolderThatAppearsIsUsed()
    {
        Database::Options options = this->options();
        options.path = m_folder->filePath(u"late/kagura.db"_s);
        Database database(options);
        QTRY_COMPARE(database.state().kind, Kind::Failed);
        QVERIFY(QDir(m_folder->path()).mkdir(u"late"_s));
        QTRY_COMPARE(database.state().kind, Kind::Ready);
        QCOMPARE(noteCount(database), 0);
    }

    void aBackupIsMadeOnceADay()
    {
        {
            Database database(options());
            QCOMPARE(noteCount(database), 0);
            QTRY_COMPARE(backupsIn(backups()).size(), 1);
        }
        Database database(options());
        QCOMPARE(noteCount(database), 0);
        database.flush();
        QCOMPARE(backupsIn(backups()).size(), 1);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"kagura.db"_s); }
    [[nodiscard]] QString backups() const { return m_folder->filePath(u"backups"_s); }

    [[nodiscard]] Database::Options options(int version = 1) const
    {
        Database::Options options;
        options.path = path();
        options.backupFolder = backups();
        options.schemas = {noteSchema(version)};
        return options;
    }

    //! A database with notes, closed, and a backup of it.
    void fill(int version = 1)
    {
        const auto connection =
            std::move(Connection::open(path(), Connection::Mode::ReadWrite)).value();
        QVERIFY(migrate(*connection, {noteSchema(version)}));
        QVERIFY(connection->execute(u"BEGIN"_s));
        for (int i = 0; i < Notes; ++i)
            QVERIFY(addNote(*connection, QString::number(i).repeated(200)));
        QVERIFY(connection->execute(u"COMMIT"_s));
        QVERIFY(makeBackup(*connection, backups(), QDateTime::currentDateTimeUtc(), 3));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace

KAGURA_TEST(TestDatabaseOpening)

#include "tst_databaseopening.moc"
