// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/connection.h"
#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void itIsSetUpAsAllOfOurs()
    {
        const auto connection = open();
        QCOMPARE(connection->integer(u"PRAGMA foreign_keys"_s).value(), 1);
        QCOMPARE(connection->integer(u"PRAGMA trusted_schema"_s).value(), 0);
        Statement mode(*connection, u"PRAGMA journal_mode"_s);
        QVERIFY(mode.next());
        QCOMPARE(mode.text(0), u"wal"_s);
    }

    void readersNeitherMakeAFileNorWrite()
    {
        QCOMPARE(Connection::open(path(), Connection::Mode::ReadOnly).error().kind,
                 Error::Kind::Storage);
        QVERIFY(!QFileInfo::exists(path()));
        const auto writer = open();
        QVERIFY(writer->execute(u"CREATE TABLE t(a)"_s));
        const auto reader = std::move(Connection::open(path(), Connection::Mode::ReadOnly)).value();
        QVERIFY(!reader->execute(u"INSERT INTO t VALUES(1)"_s));
        QCOMPARE(reader->trouble(), Connection::Trouble::NoSpace);
    }

    void openFilesAreClosedToOthers()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const auto connection = open();
        QVERIFY(!(QFile::permissions(path()) & (QFile::ReadOther | QFile::ReadGroup)));
    }

    void whatIsNoDatabaseIsDamaged()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        auto why = Connection::Trouble::None;
        QVERIFY(!Connection::open(path(), Connection::Mode::ReadWrite, &why));
        QCOMPARE(why, Connection::Trouble::Damaged);
    }

    void aFullFileIsNoSpace()
    {
        const auto connection = open();
        QVERIFY(connection->execute(u"CREATE TABLE t(a)"_s));
        QVERIFY(connection->execute(u"PRAGMA max_page_count=3"_s));
        QVERIFY(!connection->execute(u"INSERT INTO t VALUES(zeroblob(100000))"_s));
        QCOMPARE(connection->trouble(), Connection::Trouble::NoSpace);
    }

    void otherMistakesAreOther()
    {
        const auto connection = open();
        const Result<void> wrong = connection->execute(u"SELEKT 1"_s);
        QCOMPARE(wrong.error().kind, Error::Kind::Storage);
        QVERIFY(wrong.error().message.contains(u"SELEKT"_s));
        QCOMPARE(connection->trouble(), Connection::Trouble::Other);
    }

    void changedRowsAreThoseOfTheLastStatement()
    {
        const auto connection = open();
        QVERIFY(connection->execute(u"CREATE TABLE t(a)"_s));
        QVERIFY(connection->execute(u"INSERT INTO t VALUES(1),(2),(3)"_s));
        QCOMPARE(connection->changedRows(), 3);
        QVERIFY(connection->execute(u"DELETE FROM t WHERE a > ?"_s, 5));
        QCOMPARE(connection->changedRows(), 0);
    }

    void manyThreadsHaveConnectionsOfTheirOwn()
    {
        QVERIFY(open()->execute(u"CREATE TABLE t(a)"_s));
        std::atomic_int opened = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                for (int j = 0; j < 5; ++j) {
                    if (Connection::open(path(), Connection::Mode::ReadOnly))
                        ++opened;
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(opened, 40);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"a.db"_s); }
    [[nodiscard]] std::unique_ptr<Connection> open() const
    {
        return std::move(Connection::open(path(), Connection::Mode::ReadWrite)).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace

KAGURA_TEST(TestConnection)

#include "tst_connection.moc"
