// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"
#include "tests/core/storage/notes.h"
#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <thread>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using Durability = Database::Durability;

namespace {

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void whatWasWrittenIsReadInTheCallersThread()
    {
        Database database(options());
        std::optional<qint64> id;
        std::optional<qint64> count;
        QThread *thread = nullptr;
        database.write(
            Durability::Full, [](Connection &connection) { return addNote(connection, u"one"_s); },
            this,
            [&](const Result<qint64> &answer) {
                id = answer.value();
                thread = QThread::currentThread();
                database.read(countNotes, this,
                              [&](const Result<qint64> &answer2) { count = answer2.value(); });
            });
        QVERIFY(!id);
        QTRY_VERIFY(count);
        QCOMPARE(*id, 1);
        QCOMPARE(*count, 1);
        QCOMPARE(thread, QThread::currentThread());
        QCOMPARE(database.state().kind, DatabaseState::Kind::Ready);
    }

    void anErrorRollsEverythingBack()
    {
        Database database(options());
        std::optional<Result<qint64>> failed;
        database.write(
            Durability::Normal,
            [](Connection &connection) -> Result<qint64> {
                static_cast<void>(addNote(connection, u"lost"_s));
                return Error{Error::Kind::BadRequest, u"no"_s};
            },
            this, [&](const Result<qint64> &answer) { failed = answer; });
        QTRY_VERIFY(failed);
        QCOMPARE(failed->error().kind, Error::Kind::BadRequest);
        QCOMPARE(noteCount(database), 0);
    }

    void aDeadContextIsNotCalled()
    {
        Database database(options());
        bool isCalled = false;
        auto context = std::make_unique<QObject>();
        const auto write = [](Connection &connection) { return addNote(connection, u"kept"_s); };
        database.write(Durability::Normal, write, context.get(),
                       [&](const Result<qint64> &) { isCalled = true; });
        context.reset();
        database.flush();
        QCOMPARE(noteCount(database), 1);
        QVERIFY(!isCalled);
    }

    void contextsMayDieWhileAnswersAreOnTheirWay()
    {
        Database database(options());
        int called = 0;
        for (int i = 0; i < 300; ++i) {
            auto context = std::make_unique<QObject>();
            database.read(countNotes, context.get(), [&](const Result<qint64> &) { ++called; });
            if (i % 3 == 0)
                QCoreApplication::processEvents();
            if (i % 7 == 0)
                std::this_thread::sleep_for(std::chrono::microseconds(100));
        }
        QCOMPARE(noteCount(database), 0);
    }

    void theEndWritesWhatWasPosted()
    {
        {
            Database database(options());
            for (int i = 0; i < 200; ++i)
                database.write(Durability::Normal, [i](Connection &connection) {
                    return addNote(connection, QString::number(i));
                });
        }
        Database database(options());
        QCOMPARE(noteCount(database), 200);
    }

    void flushWaitsForWhatWasPosted()
    {
        Database database(options());
        std::atomic_int written = 0;
        for (int i = 0; i < 20; ++i)
            database.write(Durability::Normal, [&](Connection &connection) {
                ++written;
                return addNote(connection, u"x"_s);
            });
        database.flush();
        QCOMPARE(written, 20);
    }

    void threadsMayPostAtOnce()
    {
        Database database(options());
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int j = 0; j < 50; ++j)
                    database.write(Durability::Normal, [](Connection &connection) {
                        return addNote(connection, u"x"_s);
                    });
            });
        for (std::thread &thread : threads)
            thread.join();
        database.flush();
        QCOMPARE(noteCount(database), 200);
    }

    void aReadThatWasTakenBackEndsWithCancelled()
    {
        Database database(options());
        QCOMPARE(noteCount(database), 0);
        std::atomic_bool isRunning = false;
        std::optional<Result<qint64>> answer;
        const ReadToken token = database.read(
            [&](Connection &connection) -> Result<qint64> {
                isRunning = true;
                // Endless, but for the token.
                Statement rows(connection,
                               u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                               "FROM n) SELECT i FROM n"_s);
                while (rows.next()) {}
                return rows.outcome().error();
            },
            this, [&](const Result<qint64> &result) { answer = result; });
        QTRY_VERIFY(isRunning);
        token.cancel();
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, Error::Kind::Cancelled);
        QCOMPARE(noteCount(database), 0); // the connection is good for others
    }

    void onlyTheNewestOfSeveralRequestsIsAnswered()
    {
        Database database(options());
        QCOMPARE(noteCount(database), 0);
        LatestRead latest;
        QList<Error::Kind> failures;
        int answered = 0;
        for (int i = 0; i < 20; ++i)
            latest.replace(database.read(countNotes, this, [&](const Result<qint64> &result) {
                if (result)
                    ++answered;
                else
                    failures.append(result.error().kind);
            }));
        QTRY_COMPARE(answered + failures.size(), 20);
        QCOMPARE(answered, 1);
        QCOMPARE(failures.count(Error::Kind::Cancelled), 19);
    }

    void aReadSeesOneStateOfTheData()
    {
        Database database(options());
        std::optional<Result<qint64>> difference;
        std::atomic_bool hasRead = false;
        std::atomic_bool hasWritten = false;
        database.read(
            [&](Connection &connection) -> Result<qint64> {
                const qint64 before = countNotes(connection).value();
                hasRead = true;
                while (!hasWritten)
                    std::this_thread::yield();
                return countNotes(connection).value() - before;
            },
            this, [&](const Result<qint64> &result) { difference = result; });
        QTRY_VERIFY(hasRead);
        database.write(Durability::Normal,
                       [](Connection &connection) { return addNote(connection, u"x"_s); });
        database.flush();
        hasWritten = true;
        QTRY_VERIFY(difference);
        QCOMPARE(difference->value(), 0);
    }

    void readersCannotWrite()
    {
        Database database(options());
        std::optional<Result<qint64>> answer;
        database.read([](Connection &connection) { return addNote(connection, u"x"_s); }, this,
                      [&](const Result<qint64> &result) { answer = result; });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, Error::Kind::Storage);
        QCOMPARE(noteCount(database), 0);
    }

    void whatOthersWriteIsNoticedWhereItIsWatched()
    {
        Database::Options watched = options();
        watched.isWatched = true;
        Database database(watched);
        QCOMPARE(noteCount(database), 0);
        const QSignalSpy changed(&database, &Database::changedElsewhere);
        for (int i = 0; i < 3; ++i)
            QVERIFY(writeNow(database, [](Connection &c) { return addNote(c, u"own"_s); }));
        Database other(options());
        const QSignalSpy unwatched(&other, &Database::changedElsewhere);
        QCOMPARE(noteCount(other), 3);
        QTest::qWait(1200); // a look or two, and nobody else has written
        QCOMPARE(changed.size(), 0);
        QVERIFY(writeNow(other, [](Connection &c) { return addNote(c, u"foreign"_s); }));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(writeNow(other, [](Connection &c) { return addNote(c, u"foreign"_s); }));
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(unwatched.size(), 0);
    }

    void durabilityIsSwitchedBetweenTransactions()
    {
        Database database(options());
        const auto ask = [](Connection &connection) {
            return connection.integer(u"PRAGMA synchronous"_s);
        };
        QList<qint64> modes;
        const auto keep = [&](const Result<qint64> &answer) { modes.append(answer.value()); };
        database.write(Durability::Normal, ask, this, keep);
        database.write(Durability::Full, ask, this, keep);
        database.write(Durability::Normal, ask, this, keep);
        QTRY_COMPARE(modes, (QList<qint64>{1, 2, 1}));
    }

    void onlyTheOwnerCanReadTheFiles()
    {
        Database database(options());
        database.write(Durability::Full,
                       [](Connection &connection) { return addNote(connection, u"x"_s); });
        database.flush();
        const auto everyone =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s, u".use"_s, u".keeper"_s}) {
            QVERIFY2(QFile::exists(path() + ending), qPrintable(ending));
            QVERIFY2(!(QFile::permissions(path() + ending) & everyone), qPrintable(ending));
        }
    }

    void aBackupIsASoundCopy()
    {
        Database database(options());
        database.write(Durability::Full,
                       [](Connection &connection) { return addNote(connection, u"x"_s); });
        database.flush();
        std::optional<Result<QString>> made;
        database.backUp(this, [&](const Result<QString> &result) { made = result; });
        QTRY_VERIFY(made);
        QVERIFY2(made->has_value(),
                 qPrintable(made->has_value() ? QString() : made->error().message));
        Database::Options copy;
        copy.path = made->value();
        copy.schemas = {noteSchema()};
        Database other(copy);
        QCOMPARE(noteCount(other), 1);
    }

    void aFoldedLogHoldsNothingThatWasErased()
    {
        Database database(options());
        QVERIFY(writeNow(database, [](Connection &c) { return addNote(c, u"quokkasang"_s); }));
        QVERIFY(logHolds("quokkasang"));
        database.foldLog();
        database.flush();
        QVERIFY(!logHolds("quokkasang"));
        QCOMPARE(noteCount(database), 1);
        QVERIFY(writeNow(database, [](Connection &c) { return addNote(c, u"and goes on"_s); }));
        QCOMPARE(noteCount(database), 2);
    }

    void whoDoesNotKeepTheLogHasItFolded()
    {
        Database::Options watched = options();
        watched.isWatched = true; // looks every second
        Database keeper(watched);
        QTRY_COMPARE(keeper.state().kind, DatabaseState::Kind::Ready);
        keeper.flush();
        Database other(options());
        QVERIFY(writeNow(other, [](Connection &c) { return addNote(c, u"quokkasang"_s); }));
        QVERIFY(logHolds("quokkasang"));
        other.foldLog();
        other.flush();
        QTRY_VERIFY(!logHolds("quokkasang"));
        QTRY_VERIFY(!QFile::exists(path() + u".fold"_s));
        QCOMPARE(noteCount(other), 1);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"kagura.db"_s); }

    [[nodiscard]] bool logHolds(const QByteArray &text) const
    {
        QFile log(path() + u"-wal"_s);
        return log.open(QIODevice::ReadOnly) && log.readAll().contains(text);
    }

    [[nodiscard]] Database::Options options() const
    {
        Database::Options options;
        options.path = path();
        options.backupFolder = m_folder->filePath(u"backups"_s);
        options.schemas = {noteSchema()};
        return options;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace

KAGURA_TEST(TestDatabase)

#include "tst_database.moc"
