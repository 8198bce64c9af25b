// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/cachearguments.h"
#include "tests/support/testmain.h"

#include <QCommandLineParser>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Result<CacheArguments> read(const QStringList &arguments)
{
    QCommandLineParser parser;
    CacheArguments::declare(parser);
    if (!parser.parse(QStringList{u"cache"_s} + arguments))
        return Error{Error::Kind::BadRequest, parser.errorText()};
    return CacheArguments::read(parser);
}

} // namespace

class TestCacheArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryOption()
    {
        const auto list = read({u"list"_s, u"model:a*"_s, u"--sort"_s, u"largest"_s, u"--limit"_s,
                                u"7"_s, u"--json"_s});
        QVERIFY(list);
        QCOMPARE(list->action, CacheArguments::Action::List);
        QCOMPARE(list->query, CacheQuery::parse(u"model:a*"_s).value());
        QCOMPARE(list->order, BrowserTable::Order::Largest);
        QCOMPARE(list->limit, 7);
        QVERIFY(list->json);
        const auto hard = read({u"invalidate"_s, u"hits:0"_s, u"--hard"_s, u"--dry-run"_s});
        QVERIFY(hard && hard->isDryRun);
        QCOMPARE(hard->kind, InvalidationTable::Kind::Hard);
        QCOMPARE(hard->typed, u"hits:0"_s);
        const auto stats = read({u"stats"_s, u"--by"_s, u"agent"_s, u"--days"_s, u"2"_s});
        QVERIFY(stats);
        QCOMPARE(stats->by, StatTable::By::Agent);
        QCOMPARE(stats->days, 2);
    }

    void aNumberIsAnEntryAndHexDigitsAreAKey()
    {
        QCOMPARE(read({u"show"_s, u"12"_s})->query, CacheQuery::parse(u"id:12"_s).value());
        QCOMPARE(read({u"show"_s, u"3f9a0c"_s})->query, CacheQuery::parse(u"key:3f9a0c"_s).value());
        QCOMPARE(read({u"show"_s, u"beef"_s})->query, CacheQuery::parse(u"beef"_s).value());
    }

    void lifetimesAreReadInEveryUnit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("seconds"); // -1: never, -2: refused
        QTest::newRow("seconds") << u"90s"_s << qint64(90);
        QTest::newRow("minutes") << u"90m"_s << qint64(5400);
        QTest::newRow("hours") << u"2h"_s << qint64(7200);
        QTest::newRow("days") << u"7d"_s << qint64(7 * 86'400);
        QTest::newRow("weeks") << u"2w"_s << qint64(14 * 86'400);
        QTest::newRow("now") << u"now"_s << qint64(0);
        QTest::newRow("never") << u"never"_s << qint64(-1);
        QTest::newRow("no unit") << u"7"_s << qint64(-2);
        QTest::newRow("no number") << u"soon"_s << qint64(-2);
        QTest::newRow("too large") << u"9999999w"_s << qint64(-2);
    }
    void lifetimesAreReadInEveryUnit()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, seconds);
        const auto expire = read({u"expire"_s, u"1"_s, text});
        QCOMPARE(bool(expire), seconds > -2);
        if (!expire)
            return;
        QCOMPARE(expire->lifetime,
                 seconds < 0 ? std::nullopt
                             : std::optional<std::chrono::milliseconds>(seconds * 1000ms));
    }

    void whatMakesNoSenseIsRefusedWithAHint_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QStringList() << u"list, count"_s;
        QTest::newRow("no action") << QStringList{u"burn"_s} << u"list, count"_s;
        QTest::newRow("no query") << QStringList{u"erase"_s} << u"say which entries"_s;
        QTest::newRow("an empty query") << QStringList{u"erase"_s, u""_s} << u"size:>=0"_s;
        QTest::newRow("a bad query") << QStringList{u"list"_s, u"modle:x"_s} << u"column 1"_s;
        QTest::newRow("two queries") << QStringList{u"count"_s, u"a"_s, u"b"_s} << u"in quotes"_s;
        QTest::newRow("no tag") << QStringList{u"tag"_s, u"1"_s, u""_s} << u"tag"_s;
        QTest::newRow("no such operation") << QStringList{u"undo"_s, u"x"_s} << u"operations"_s;
        QTest::newRow("no such mode") << QStringList{u"mode"_s, u"x"_s} << u"read-only"_s;
        QTest::newRow("no such order")
            << QStringList{u"list"_s, u"--sort"_s, u"x"_s} << u"newest, used, largest"_s;
        QTest::newRow("no limit") << QStringList{u"list"_s, u"--limit"_s, u"0"_s}
                                  << u"whole number"_s;
    }
    void whatMakesNoSenseIsRefusedWithAHint()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, says);
        const auto refused = read(arguments);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::BadRequest);
        QVERIFY2(refused.error().message.contains(says), qPrintable(refused.error().message));
    }
};

KAGURA_TEST(TestCacheArguments)
#include "tst_cachearguments.moc"
