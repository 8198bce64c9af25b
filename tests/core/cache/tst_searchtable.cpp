// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cacheschema.h"
#include "core/cache/entrytable.h"
#include "core/cache/searchtable.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/core/cache/samplerequests.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestSearchTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_connection = std::move(Connection::open(m_folder->filePath(u"cache.db"_s),
                                                  Connection::Mode::ReadWrite))
                           .value();
        QVERIFY(migrate(*m_connection, {cacheSchema()}));
    }
    void cleanup() { m_connection.reset(); }

    void entriesAreTakenInOnceAndInTheirOrder()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(EntryTable(*m_connection).insert(newEntry(u"word%1"_s.arg(i), m_now), 0));
        QCOMPARE(*SearchTable(*m_connection).indexSome(3), 3);
        QCOMPARE(count(u"word2"_s), 1);
        QCOMPARE(count(u"word3"_s), 0);
        QCOMPARE(*SearchTable(*m_connection).indexSome(3), 2);
        QCOMPARE(*SearchTable(*m_connection).indexSome(3), 0);
        QCOMPARE(count(u"word3"_s), 1);
    }

    void aReplacedAnswerIsNotFoundAnyMore()
    {
        NewCacheEntry fresh = newEntry(u"first"_s, m_now);
        QVERIFY(EntryTable(*m_connection).insert(fresh, 0));
        QCOMPARE(*SearchTable(*m_connection).indexSome(9), 1);
        fresh.answer.log = newEntry(u"second"_s, m_now).answer.log;
        fresh.request = "{}";
        QVERIFY(EntryTable(*m_connection).insert(fresh, 0));
        QCOMPARE(count(u"first"_s), 0);
        QCOMPARE(*SearchTable(*m_connection).indexSome(9), 1);
        QCOMPARE(count(u"second"_s), 1);
    }

    void theTextOfARequestIsWhatPeopleWroteInEveryDialect_data()
    {
        QTest::addColumn<DialectId>("dialect");
        for (const DialectId dialect : {DialectId::OpenAiChat, DialectId::OpenAiResponses,
                                        DialectId::Anthropic, DialectId::Gemini, DialectId::Ollama})
            QTest::newRow(qPrintable(dialectName(dialect))) << dialect;
    }
    void theTextOfARequestIsWhatPeopleWroteInEveryDialect()
    {
        QFETCH(const DialectId, dialect);
        const QString text =
            searchableText(*parseJson(identityOf(dialect, richRequest(dialect)).body));
        for (const QString &part :
             {u"What is this?"_s, u"I look."_s, u"Are you sure?"_s, u"Be brief."_s})
            QVERIFY2(text.contains(part), qPrintable(text));
        QVERIFY(!text.contains(QString::fromLatin1(QByteArray(500, 'x').toBase64().left(40))));
        QVERIFY(!text.contains(u"toolu_9f3"_s));
    }

private:
    [[nodiscard]] qint64 count(const QString &word)
    {
        return *m_connection->integer(u"SELECT count(*) FROM search WHERE search MATCH ?"_s,
                                      u"answer:"_s + word);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
    QDateTime m_now{QDate(2026, 1, 1), QTime(12, 0), Qt::UTC};
};

KAGURA_TEST(TestSearchTable)
#include "tst_searchtable.moc"
