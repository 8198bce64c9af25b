// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever happens to the process or to the file, a wrong answer is never told.

#include "core/cache/cachebrowser.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int KillRounds = 100;
constexpr int DeepKillRounds = 1000;
constexpr int DamageRounds = 12;

int killRounds()
{
    return qEnvironmentVariableIsSet("KAGURA_TEST_DEEP") ? DeepKillRounds : KillRounds;
}

QString textOf(const CachedAnswer &answer)
{
    const Result<QList<TimedEvent>> events = AnswerLog::decode(answer.log);
    if (!events)
        return u"cannot be read"_s;
    QString text;
    for (const TimedEvent &one : *events) {
        if (const auto *delta = std::get_if<TextDelta>(&one.event))
            text += delta->text;
    }
    return text;
}

//! An answer of newEntry() says by its text which key it belongs to.
bool belongsTo(const CachedAnswer &answer, const CacheKey &key)
{
    return newEntry(textOf(answer), {}).answer.entry.key == key;
}

} // namespace

class TestCacheFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledProcessLeavesWholeAnswersOnly();
    void aDamagedFileIsNeverBelieved();
    void twoProcessesShareOneCache();
    void twoProcessesAreKilledWhileTheyWrite();
    void aFullDiskIsNoReasonToStop();
    void aDiskThatIsReallyFullKeepsWhatItHasAndGoesOn();

private:
    //! Looks every key up and checks what is found; how many were.
    [[nodiscard]] static int check(CacheFixture &fixture, const QList<CacheKey> &keys)
    {
        int found = 0;
        for (const CacheKey &key : keys) {
            const ResponseCache::Finding finding = fixture.find(key);
            if (!finding.answer)
                continue;
            ++found;
            if (!belongsTo(*finding.answer, key))
                return -1;
        }
        return found;
    }
    [[nodiscard]] static QList<CacheKey> keysIn(CacheFixture &fixture)
    {
        const auto keys = fixture.read([](Connection &connection) -> Result<QList<CacheKey>> {
            QList<CacheKey> list;
            Statement rows(connection, u"SELECT key FROM entry WHERE state < 2"_s);
            while (rows.next())
                list.append(*Digest::fromBytes(rows.bytes(0)));
            if (!rows.outcome())
                return rows.outcome().error();
            return list;
        });
        return keys ? *keys : QList<CacheKey>();
    }
    static void startFilling(QProcess &child, const QString &path, int seed)
    {
        child.start(QStringLiteral(KAGURA_CACHE_CHILD), {u"fill"_s, path, QString::number(seed)});
    }
    [[nodiscard]] static bool waitForLines(QProcess &child, int count)
    {
        for (int seen = 0; seen < count;) {
            if (!child.waitForReadyRead(20'000))
                return false;
            seen += static_cast<int>(child.readAllStandardOutput().count('\n'));
        }
        return true;
    }
};

void TestCacheFaults::aKilledProcessLeavesWholeAnswersOnly()
{
    CacheFixture fixture;
    fixture.settle();
    qsizetype seen = 0;
    for (int round = 0; round < killRounds(); ++round) {
        fixture.close();
        QProcess child;
        startFilling(child, fixture.path(), round);
        QVERIFY(waitForLines(child, 2 + round % 5));
        child.kill(); // SIGKILL
        QVERIFY(child.waitForFinished());
        fixture.open();
        const QList<CacheKey> keys = keysIn(fixture);
        seen += keys.size();
        QCOMPARE(check(fixture, keys), keys.size()); // every one that was committed, whole
        QCOMPARE(fixture.cache->counts().corrupt, 0);
        QCOMPARE(fixture.integer(u"SELECT bytes FROM balance"_s),
                 fixture.integer(u"SELECT sum(bytes) FROM entry"_s));
        QCOMPARE(fixture.integer(u"SELECT count(*) FROM entry LEFT JOIN payload USING(id) "
                                 "WHERE payload.id IS NULL"_s),
                 0);
    }
    QVERIFY(seen > 10 * killRounds());
}

void TestCacheFaults::aDamagedFileIsNeverBelieved()
{
    std::mt19937 random(17);
    int survived = 0;
    for (int round = 0; round < DamageRounds; ++round) {
        CacheFixture fixture;
        QList<CacheKey> keys;
        for (int i = 0; i < 60; ++i) {
            const NewCacheEntry fresh =
                newEntry(u"answer %1 "_s.arg(i) + QString(i * 20, u'x'), fixture.clock.wall());
            keys.append(fresh.answer.entry.key);
            fixture.cache->store(fresh, fixture.find(keys.last()).token);
        }
        fixture.settle();
        fixture.close();
        QFile file(fixture.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (int i = 0; i < 1 + round; ++i) {
            QByteArray noise(200, Qt::Uninitialized);
            for (char &byte : noise)
                byte = static_cast<char>(random());
            // Not the first page: that one is a test of the database's.
            const auto place = 4096 + static_cast<qint64>(random()) % (file.size() - 4096 - 200);
            QVERIFY(file.seek(place));
            QCOMPARE(file.write(noise), 200);
        }
        file.close();
        fixture.open();
        const int found = check(fixture, keys);
        QVERIFY2(found >= 0, "a wrong answer was told");
        survived += found;
        // And it goes on.
        const NewCacheEntry fresh = newEntry(u"afterwards"_s, fixture.clock.wall());
        const ResponseCache::Token token = fixture.find(fresh.answer.entry.key).token;
        fixture.cache->store(fresh, token);
        QVERIFY(fixture.find(fresh.answer.entry.key).answer);
    }
    QVERIFY(survived > 0);
}

void TestCacheFaults::twoProcessesShareOneCache()
{
    CacheFixture fixture;
    fixture.settle();
    QProcess child;
    startFilling(child, fixture.path(), 1);
    QVERIFY(waitForLines(child, 2));
    int found = 0;
    for (int round = 0; round < 30; ++round) {
        fixture.clock.advance(std::chrono::seconds(2)); // so that it looks for news
        const NewCacheEntry fresh =
            newEntry(u"answer %1 of 2"_s.arg(round), QDateTime::currentDateTimeUtc());
        fixture.cache->store(fresh, fixture.find(fresh.answer.entry.key).token);
        const int right = check(fixture, keysIn(fixture));
        QVERIFY(right >= 0);
        found += right;
    }
    QCOMPARE(child.state(), QProcess::Running);
    child.kill();
    QVERIFY(child.waitForFinished());
    QVERIFY(found > 0);
    QCOMPARE(fixture.cache->counts().corrupt, 0);
    QCOMPARE(fixture.cache->counts().diskErrors, 0);
}

// The file may not grow any more, which is what a full disk looks like to SQLite.
void TestCacheFaults::aFullDiskIsNoReasonToStop()
{
    CacheFixture fixture;
    const NewCacheEntry first = newEntry(u"first"_s, fixture.clock.wall());
    fixture.store(first);
    QVERIFY(fixture.write([](Connection &connection) -> Result<qint64> {
        const Result<qint64> pages = connection.integer(u"PRAGMA page_count"_s);
        return connection.integer(u"PRAGMA max_page_count=%1"_s.arg(*pages));
    }));
    int rejected = 0;
    connect(fixture.cache.get(), &ResponseCache::rejected, this,
            [&](const CacheKey &, CacheReason reason) {
                rejected += reason == CacheReason::DiskFailed ? 1 : 0;
            });
    for (int i = 0; i < 20; ++i) {
        const NewCacheEntry fresh =
            newEntry(u"large %1 "_s.arg(i) + QString(20'000, u'x'), fixture.clock.wall());
        fixture.store(fresh);
        QVERIFY(fixture.find(fresh.answer.entry.key).answer); // memory has it
    }
    QVERIFY(rejected > 0);
    QCOMPARE(fixture.cache->counts().diskErrors, rejected);
    QVERIFY(fixture.find(first.answer.entry.key).answer);
    fixture.reopen();
    QVERIFY(fixture.find(first.answer.entry.key).answer);
}

void TestCacheFaults::twoProcessesAreKilledWhileTheyWrite()
{
    CacheFixture fixture;
    fixture.settle();
    for (int round = 0; round < killRounds() / 10; ++round) {
        QProcess first;
        QProcess second;
        startFilling(first, fixture.path(), 2 * round);
        startFilling(second, fixture.path(), 2 * round + 1);
        QVERIFY(waitForLines(first, 1 + round % 3));
        QVERIFY(waitForLines(second, 1));
        first.kill(); // one of them, while the other goes on
        QVERIFY(first.waitForFinished());
        fixture.clock.advance(std::chrono::seconds(2));
        const QList<CacheKey> keys = keysIn(fixture);
        QVERIFY(check(fixture, keys) >= 0);
        second.kill();
        QVERIFY(second.waitForFinished());
        fixture.reopen();
        const QList<CacheKey> left = keysIn(fixture);
        QCOMPARE(check(fixture, left), left.size());
        QCOMPARE(fixture.cache->counts().corrupt, 0);
        QCOMPARE(fixture.integer(u"SELECT bytes FROM balance"_s),
                 fixture.integer(u"SELECT sum(bytes) FROM entry"_s));
    }
}

void TestCacheFaults::aDiskThatIsReallyFullKeepsWhatItHasAndGoesOn()
{
    const QTemporaryDir folder;
    QProcess child;
    child.start(u"unshare"_s,
                {u"-rm"_s, u"sh"_s, u"-c"_s,
                 u"mount -t tmpfs -o size=3m none \"$1\" && "
                 "head -c 1000000 /dev/zero >\"$1/cache.db.ballast\" || exit 77; "
                 "exec \"$2\" full \"$1/cache.db\""_s,
                 u"sh"_s, folder.path(), QStringLiteral(KAGURA_CACHE_CHILD)});
    if (!child.waitForStarted() || !child.waitForFinished(100'000) || child.exitCode() == 77)
        QSKIP("a file system of our own cannot be mounted here");
    QCOMPARE(child.readAllStandardOutput(), QByteArray("full\nkept\nagain\n"));
    QCOMPARE(child.exitCode(), 0);
}

KAGURA_TEST(TestCacheFaults)
#include "tst_cachefaults.moc"
