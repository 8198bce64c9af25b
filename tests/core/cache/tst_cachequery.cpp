// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/browsertable.h"
#include "core/cache/cacheschema.h"
#include "core/cache/entrytable.h"
#include "core/cache/searchtable.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Day = 24LL * 3600 * 1000;

using Matches = std::function<bool(const CacheEntry &)>;

//! A term, and what it means in plain C++.
struct Case
{
    QString text;
    Matches matches;
};

} // namespace

class TestCacheQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_connection.reset(); }
    void everyTermMeansWhatAPlainFilterMeans();
    void termsTogetherMeanWhatPlainFiltersMean();
    void textIsFoundByWordBeginningAndPhrase_data();
    void textIsFoundByWordBeginningAndPhrase();
    void trashIsMeantOnlyWhenNamed();
    void marksOfOtherLanguagesStandForThemselves();
    void faultsPointAtTheirColumn_data();
    void faultsPointAtTheirColumn();
    void noInputBringsItDown();

private:
    [[nodiscard]] QList<qint64> idsOf(const QString &query)
    {
        const Result<CacheQuery> parsed = CacheQuery::parse(query);
        if (!parsed) {
            qWarning() << query << parsed.error().message;
            return {-1};
        }
        const SqlCondition condition = parsed->condition(m_now);
        Statement rows(*m_connection,
                       u"SELECT id FROM entry WHERE %1 ORDER BY id"_s.arg(condition.text));
        bindAll(rows, condition.values);
        QList<qint64> ids;
        while (rows.next())
            ids.append(rows.integer(0));
        if (!rows.outcome()) {
            qWarning() << query << rows.outcome().error().message;
            return {-1};
        }
        return ids;
    }
    [[nodiscard]] QList<qint64> expected(const Matches &matches) const
    {
        QList<qint64> ids;
        for (const CacheEntry &entry : m_entries) {
            if (entry.state != CacheEntry::State::Trash && matches(entry))
                ids.append(entry.id);
        }
        return ids;
    }
    [[nodiscard]] QList<Case> cases() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
    QList<CacheEntry> m_entries;
    QDateTime m_now{QDate(2026, 3, 1), QTime(12, 0), Qt::UTC};
};

void TestCacheQuery::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_connection =
        std::move(Connection::open(m_folder->filePath(u"cache.db"_s), Connection::Mode::ReadWrite))
            .value();
    QVERIFY(migrate(*m_connection, {cacheSchema()}));
    std::mt19937 random(42);
    const auto pick = [&](int below) { return static_cast<int>(random() % unsigned(below)); };
    const auto oneOf = [&](const QStringList &list) { return list.at(pick(int(list.size()))); };
    QVERIFY(m_connection->execute(u"BEGIN"_s));
    for (int i = 0; i < 400; ++i) {
        NewCacheEntry fresh = newEntry(
            u"entry %1 about %2"_s.arg(i).arg(oneOf({u"cats"_s, u"dogs"_s, u"Grüße"_s}))
                + QString(pick(3000), u'x'),
            m_now.addMSecs(-Day * pick(30)), oneOf({u"gpt-4o"_s, u"gpt-4o-mini"_s, u"claude-x"_s}));
        CacheEntry &entry = fresh.answer.entry;
        entry.agent = oneOf({u"critic"_s, u"writer"_s, QString()});
        entry.tags =
            pick(3) == 0 ? QStringList{u"eval"_s, u"run:%1"_s.arg(pick(4))} : QStringList();
        entry.flags = pick(16);
        entry.isPinned = pick(8) == 0;
        entry.finish = pick(5) == 0 ? FinishReason::Length : FinishReason::Stop;
        if (pick(2) == 0)
            entry.expires = m_now.addMSecs(Day * (pick(10) - 5));
        if (pick(3) > 0)
            entry.temperature = pick(3) * 0.5;
        if (pick(4) > 0)
            entry.costMicroUsd = pick(20) * 100'000;
        entry.sample = pick(3);
        entry.usage.outputTokens = pick(1000);
        EntryTable table(*m_connection);
        QCOMPARE(*table.insert(fresh, 0), EntryTable::Stored::Yes);
        if (pick(2) == 0)
            QVERIFY(table.noteUses({{entry.key, 1 + pick(5), m_now.addMSecs(-Day * pick(10))}}));
        const int state = pick(10);
        if (state < 2)
            QVERIFY(m_connection->execute(u"UPDATE entry SET state = ? WHERE key = ?"_s, state + 1,
                                          entry.key.toBytes()));
    }
    QVERIFY(m_connection->execute(u"COMMIT"_s));
    while (*SearchTable(*m_connection).indexSome(100) > 0) {}
    Statement rows(*m_connection, u"SELECT %1 FROM entry ORDER BY id"_s.arg(EntryTable::columns()));
    while (rows.next())
        m_entries.append(EntryTable::read(rows));
    QCOMPARE(m_entries.size(), 400);
}

QList<Case> TestCacheQuery::cases() const
{
    const QDateTime now = m_now;
    const auto age = [now](const CacheEntry &e) { return e.created.msecsTo(now); };
    const auto isExpired = [now](const CacheEntry &e) {
        return !e.isPinned && e.expires && *e.expires < now;
    };
    return {
        {u"model:gpt-4o"_s, [](const CacheEntry &e) { return e.model == u"gpt-4o"_s; }},
        {u"model:gpt-4o*"_s, [](const CacheEntry &e) { return e.model.startsWith(u"gpt-4o"_s); }},
        {u"model:*-m*"_s, [](const CacheEntry &e) { return e.model.contains(u"-m"_s); }},
        {u"provider:p"_s, [](const CacheEntry &) { return true; }},
        {u"served:x"_s, [](const CacheEntry &) { return false; }},
        {u"agent:critic"_s, [](const CacheEntry &e) { return e.agent == u"critic"_s; }},
        {u"tag:eval"_s, [](const CacheEntry &e) { return e.tags.contains(u"eval"_s); }},
        {u"tag:run:*"_s, [](const CacheEntry &e) { return e.tags.size() == 2; }},
        {u"finish:length"_s, [](const CacheEntry &e) { return e.finish == FinishReason::Length; }},
        {u"age:>7d"_s, [age](const CacheEntry &e) { return age(e) > 7 * Day; }},
        {u"age:<=36h"_s, [age](const CacheEntry &e) { return age(e) <= Day * 3 / 2; }},
        {u"age:1d..2w"_s,
         [age](const CacheEntry &e) { return age(e) >= Day && age(e) <= 14 * Day; }},
        {u"idle:>5d"_s,
         [now](const CacheEntry &e) {
             return e.lastHit.value_or(e.created).msecsTo(now) > 5 * Day;
         }},
        {u"ttl:<2d"_s,
         [now](const CacheEntry &e) { return e.expires && now.msecsTo(*e.expires) < 2 * Day; }},
        {u"size:>1k"_s, [](const CacheEntry &e) { return e.bytes > 1024; }},
        {u"size:500..2k"_s, [](const CacheEntry &e) { return e.bytes >= 500 && e.bytes <= 2048; }},
        {u"hits:0"_s, [](const CacheEntry &e) { return e.hits == 0; }},
        {u"hits:1,3"_s, [](const CacheEntry &e) { return e.hits == 1 || e.hits == 3; }},
        {u"id:2,5,99999"_s, [](const CacheEntry &e) { return e.id == 2 || e.id == 5; }},
        {u"hits:>=3"_s, [](const CacheEntry &e) { return e.hits >= 3; }},
        {u"cost:>0.5"_s, [](const CacheEntry &e) { return e.costMicroUsd.value_or(0) > 500'000; }},
        {u"output:100..200"_s,
         [](const CacheEntry &e) {
             return *e.usage.outputTokens >= 100 && *e.usage.outputTokens <= 200;
         }},
        {u"sample:=2"_s, [](const CacheEntry &e) { return e.sample == 2; }},
        {u"temperature:0.5"_s, [](const CacheEntry &e) { return e.temperature == 0.5; }},
        {u"temperature:<1"_s,
         [](const CacheEntry &e) { return e.temperature && *e.temperature < 1; }},
        {u"is:pinned"_s, [](const CacheEntry &e) { return e.isPinned; }},
        {u"is:stale"_s, [](const CacheEntry &e) { return e.state == CacheEntry::State::Stale; }},
        {u"is:expired"_s, isExpired},
        {u"is:fresh"_s,
         [isExpired](const CacheEntry &e) {
             return e.state == CacheEntry::State::Live && !isExpired(e);
         }},
        {u"is:tools"_s, [](const CacheEntry &e) { return (e.flags & CacheEntry::HasTools) != 0; }},
        {u"is:structured"_s,
         [](const CacheEntry &e) { return (e.flags & CacheEntry::IsStructured) != 0; }},
        {u"is:used"_s, [](const CacheEntry &e) { return e.hits > 0; }},
        {u"cats"_s, [](const CacheEntry &e) { return e.answerHead.contains(u"cats"_s); }},
        {u"\"about dogs\""_s,
         [](const CacheEntry &e) {
             return e.answerHead.contains(u"about dogsx"_s) == false
                 && e.answerHead.endsWith(u"about dogs"_s);
         }},
        {u"key:"_s + m_entries.at(7).key.toHex().left(9),
         [id = m_entries.at(7).id](const CacheEntry &e) { return e.id == id; }},
    };
}

void TestCacheQuery::everyTermMeansWhatAPlainFilterMeans()
{
    for (const Case &one : cases()) {
        QVERIFY2(idsOf(one.text) == expected(one.matches), qPrintable(one.text));
        const auto turned = [&](const CacheEntry &e) { return !one.matches(e); };
        QVERIFY2(idsOf(u'-' + one.text) == expected(turned), qPrintable(u'-' + one.text));
    }
    QCOMPARE(idsOf({}), expected([](const CacheEntry &) { return true; }));
}

void TestCacheQuery::termsTogetherMeanWhatPlainFiltersMean()
{
    std::mt19937 random(9);
    const QList<Case> all = cases();
    qsizetype found = 0;
    for (int round = 0; round < 300; ++round) {
        QStringList texts;
        QList<std::pair<Matches, bool>> filters;
        for (unsigned i = 0; i < 2 + random() % 3; ++i) {
            const Case &one = all.at(static_cast<qsizetype>(random() % unsigned(all.size())));
            const bool isNegated = random() % 3 == 0;
            texts.append((isNegated ? u"-"_s : QString()) + one.text);
            filters.append({one.matches, isNegated});
        }
        const QList<qint64> ids = idsOf(texts.join(u' '));
        const QList<qint64> plain = expected([&](const CacheEntry &e) {
            return std::all_of(filters.cbegin(), filters.cend(),
                               [&](const auto &f) { return f.first(e) != f.second; });
        });
        QVERIFY2(ids == plain, qPrintable(texts.join(u' ')));
        found += ids.size();
    }
    QVERIFY(found > 300); // it did find something to compare
}

void TestCacheQuery::textIsFoundByWordBeginningAndPhrase_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("the beginning of a word") << u"entr"_s << true;
    QTest::newRow("the same with a star") << u"entr*"_s << true;
    QTest::newRow("a whole phrase") << u"\"entry 7 about\""_s << true;
    QTest::newRow("a phrase does not mean beginnings") << u"\"entry 7 abou\""_s << false;
    QTest::newRow("case and accents do not count") << u"GRUSSE"_s << false;
    QTest::newRow("accents do not count") << u"GRUß"_s << true;
    QTest::newRow("operators of the search are words") << u"OR"_s << false;
    QTest::newRow("quotes of the search") << u"ent\"ry"_s << false;
}
void TestCacheQuery::textIsFoundByWordBeginningAndPhrase()
{
    QFETCH(const QString, query);
    QFETCH(const bool, isFound);
    const QList<qint64> ids = idsOf(query);
    QCOMPARE(!ids.isEmpty(), isFound);
    QVERIFY(!ids.contains(-1));
}

void TestCacheQuery::trashIsMeantOnlyWhenNamed()
{
    QList<qint64> trash;
    for (const CacheEntry &entry : m_entries) {
        if (entry.state == CacheEntry::State::Trash)
            trash.append(entry.id);
    }
    QVERIFY(!trash.isEmpty());
    QCOMPARE(idsOf(u"is:trash"_s), trash);
    QVERIFY(!idsOf(u"provider:p"_s).contains(trash.first()));
}

void TestCacheQuery::marksOfOtherLanguagesStandForThemselves()
{
    const QList<CacheEntry> before = m_entries;
    QVERIFY(m_connection->execute(u"UPDATE entry SET note = 'a[b]c?d%e_f''g' WHERE id = 1"_s));
    QVERIFY(m_connection->execute(u"UPDATE entry SET state = 0 WHERE id = 1"_s));
    QCOMPARE(idsOf(u"note:a[b]*"_s), QList<qint64>{1});
    QCOMPARE(idsOf(u"note:*c?d*"_s), QList<qint64>{1});
    QCOMPARE(idsOf(u"note:a?b*"_s), QList<qint64>{});
    QCOMPARE(idsOf(u"note:a[b]c?d%e_f'g"_s), QList<qint64>{1});
    QCOMPARE(idsOf(u"note:\"a*\""_s), QList<qint64>{}); // in quotes a star is a star
    QVERIFY(m_connection->execute(u"UPDATE entry SET note = '', state = ? WHERE id = 1"_s,
                                  int(before.first().state)));
}

void TestCacheQuery::faultsPointAtTheirColumn_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("column");
    QTest::newRow("unknown field") << u"model:x colour:red"_s << 9;
    QTest::newRow("no value") << u"model:"_s << 7;
    QTest::newRow("open quote") << u"hello \"world"_s << 7;
    QTest::newRow("open quote of a value") << u"model:\"x"_s << 7;
    QTest::newRow("no number") << u"hits:many"_s << 6;
    QTest::newRow("no number among several") << u"id:5,x"_s << 4;
    QTest::newRow("no time") << u"age:>7"_s << 5;
    QTest::newRow("no size") << u"size:>7q"_s << 6;
    QTest::newRow("no comparison") << u"is:pinned age:7d"_s << 15;
    QTest::newRow("a range backwards") << u"hits:5..3"_s << 6;
    QTest::newRow("half a range") << u"hits:5.."_s << 6;
    QTest::newRow("unknown state") << u"is:blue"_s << 4;
    QTest::newRow("unknown finish") << u"finish:stopp"_s << 8;
    QTest::newRow("no word") << u"a ***"_s << 3;
    QTest::newRow("nothing behind the minus") << u"- a"_s << 2;
    QTest::newRow("not finite") << u"hits:inf"_s << 6;
}
void TestCacheQuery::faultsPointAtTheirColumn()
{
    QFETCH(const QString, query);
    QFETCH(const int, column);
    int found = 0;
    const Result<CacheQuery> parsed = CacheQuery::parse(query, &found);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, Error::Kind::BadRequest);
    QCOMPARE(found, column);
    QVERIFY(parsed.error().message.startsWith(u"column %1: "_s.arg(column)));
}

void TestCacheQuery::noInputBringsItDown()
{
    std::mt19937 random(1);
    const QString alphabet = u"model:agehitsize\"-*><=.. 0179dkMis:pinnedtrash'()[]?%;{}^+ ß"_s;
    for (int round = 0; round < 3000; ++round) {
        QString text;
        for (unsigned i = 0; i < random() % 30; ++i)
            text += alphabet.at(static_cast<qsizetype>(random() % unsigned(alphabet.size())));
        if (CacheQuery::parse(text))
            QVERIFY2(!idsOf(text).contains(-1), qPrintable(text));
    }
    QVERIFY(!CacheQuery::parse(QString(5000, u'a')));
}

KAGURA_TEST(TestCacheQuery)
#include "tst_cachequery.moc"
