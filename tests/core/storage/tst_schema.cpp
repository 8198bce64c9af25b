// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/schema.h"
#include "tests/core/storage/notes.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_connection =
            std::move(Connection::open(m_folder->filePath(u"a.db"_s), Connection::Mode::ReadWrite))
                .value();
    }

    void theStandIsToldBeforeAnythingIsDone()
    {
        QCOMPARE(compareSchemas(*m_connection, {noteSchema(2)}).value(),
                 (SchemaStand{true, false, true}));
        QVERIFY(migrate(*m_connection, {noteSchema(2)}));
        QCOMPARE(compareSchemas(*m_connection, {noteSchema(2)}).value(), (SchemaStand{}));
        QCOMPARE(compareSchemas(*m_connection, {noteSchema(3)}).value(),
                 (SchemaStand{false, false, true}));
        QCOMPARE(compareSchemas(*m_connection, {noteSchema(1)}).value(),
                 (SchemaStand{false, true, false}));
    }

    void aRoomThatWeDoNotKnowIsNewer()
    {
        Schema other{u"runs"_s, {Schema::Step{{u"CREATE TABLE runs(id)"_s}}}};
        QVERIFY(migrate(*m_connection, {noteSchema(), other}));
        QVERIFY(compareSchemas(*m_connection, {noteSchema()})->isNewer);
    }

    void aRoomThatIsNewToTheFileIsAdded()
    {
        QVERIFY(migrate(*m_connection, {noteSchema()}));
        Schema other{u"runs"_s, {Schema::Step{{u"CREATE TABLE runs(id)"_s}}}};
        QVERIFY(compareSchemas(*m_connection, {noteSchema(), other})->isOlder);
        QVERIFY(migrate(*m_connection, {noteSchema(), other}));
        QCOMPARE(m_connection->integer(u"SELECT count(*) FROM runs"_s).value(), 0);
    }

    void aStepThatFailsLeavesTheVersionBefore()
    {
        Schema broken = noteSchema(2);
        broken.steps.append(
            Schema::Step{{u"CREATE TABLE half(a)"_s, u"CREATE TABLE notes(again)"_s}});
        QVERIFY(!migrate(*m_connection, {broken}));
        QCOMPARE(m_connection->integer(u"SELECT version FROM kagura_schema"_s).value(), 2);
        QCOMPARE(m_connection->integer(u"SELECT count(*) FROM sqlite_schema WHERE name='half'"_s)
                     .value(),
                 0);
        QVERIFY(migrate(*m_connection, {noteSchema(3)})); // and can be gone on from
    }

    void workOfAStepSeesItsTables()
    {
        Schema schema = noteSchema();
        schema.steps.append(
            Schema::Step{{}, [](Connection &connection) -> Result<void> {
                             const Result<qint64> added = addNote(connection, u"by the step"_s);
                             return added ? Result<void>() : Result<void>(added.error());
                         }});
        QVERIFY(migrate(*m_connection, {schema}));
        QCOMPARE(countNotes(*m_connection).value(), 1);
    }

    void migratingTwiceChangesNothing()
    {
        QVERIFY(migrate(*m_connection, {noteSchema(2)}));
        QVERIFY(addNote(*m_connection, u"x"_s));
        QVERIFY(migrate(*m_connection, {noteSchema(2)}));
        QCOMPARE(countNotes(*m_connection).value(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
};

} // namespace

KAGURA_TEST(TestSchema)

#include "tst_schema.moc"
