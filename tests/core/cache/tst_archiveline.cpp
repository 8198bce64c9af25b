// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonicaljson.h"
#include "core/cache/archiveline.h"
#include "tests/core/cache/archivefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Content = ArchivedEntry::Content;

class TestArchiveLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineBringsBackAllOfAnEntry()
    {
        ArchivedEntry archived{portable(newEntry(u"Grüße 😀"_s, Now)), true};
        CacheEntry &meta = archived.entry.answer.entry;
        meta.servedModel = u"m-2026"_s;
        meta.agent = u"critic"_s;
        meta.temperature = 0.1;
        meta.flags = CacheEntry::HasFiles | CacheEntry::IsStructured;
        meta.tags = {u"a"_s, u"b:c"_s};
        meta.expires = Now.addDays(1);
        meta.isPinned = true;
        meta.note = u"why"_s;
        meta.usage = {1, 2, 3, 4, 5};
        meta.costMicroUsd = 1234;
        meta.firstContent = 70ms;
        meta.duration = 900ms;
        meta.bytes = archived.entry.answer.log.size() + archived.entry.request.size();
        const Result<ArchivedEntry> back = read(archived.toLine(Content::Whole));
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));
        QVERIFY(back->isStale);
        QCOMPARE(back->entry.answer.log, archived.entry.answer.log);
        QCOMPARE(back->entry.request, archived.entry.request);
        QVERIFY(back->entry.answer.entry == meta);
        QVERIFY(back->isPortable());
    }

    void theKeyOfACallCanBeComputedAgain_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("words") << QByteArray(
            "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
        QTest::newRow("ids of tool calls") << QByteArray(
            "{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"abc9\","
            "\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},"
            "{\"role\":\"tool\",\"tool_call_id\":\"abc9\",\"content\":\"1\"}]}");
        QTest::newRow("a picture")
            << QByteArray("{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\","
                          "\"image_url\":{\"url\":\"data:image/png;base64,aGVsbG8=\"}}]}],"
                          "\"temperature\":1e-7,\"stream\":true}");
        QTest::newRow("no JSON") << QByteArray("\x01\x02");
    }
    void theKeyOfACallCanBeComputedAgain()
    {
        QFETCH(const QByteArray, body);
        CallIdentity identity;
        identity.dialect = u"openai-chat"_s;
        identity.origin = u"https://a:443/v1"_s;
        identity.scope = u"aa"_s;
        identity.model = u"m"_s;
        identity.body = body;
        identity.headers = {{"anthropic-version", "2023-06-01"}, {"anthropic-beta", "b, a"}};
        identity.sampleIndex = 2;
        const CacheSpace space{u"mine"_s, 3, u"salt"_s};
        const Result<RequestKey> key = RequestKey::of(identity, space);
        QVERIFY(key);
        // What an entry has: the canonical body as text, and the rest.
        const Result<QByteArray> text = canonicalJson(key->shape.body);
        QVERIFY(text);
        CallIdentity kept = identity;
        kept.body.clear();
        kept.headers.clear();
        const Result<CacheKey> again = RequestKey::again(
            kept, space.name, RequestKey::restOf(identity, space), *parseJson(*text));
        QVERIFY(again);
        QCOMPARE(again->toHex(), key->key.toHex());
        QVERIFY(RequestKey::restOf(kept, {}).isEmpty());
    }

    void theKeyIsComputedAndNotBelieved()
    {
        const ArchivedEntry archived{portable(newEntry(u"x"_s, Now))};
        const Json line = *parseJson(archived.toLine(Content::Whole));
        Json forged = line;
        forged["key"] = std::string(64, '0');
        QCOMPARE(ArchivedEntry::fromObject(forged, {})->entry.answer.entry.key,
                 archived.entry.answer.entry.key);
        for (const char *name : {"model", "origin", "scope", "dialect", "space"}) {
            Json other = line;
            other[name] = "other";
            const Result<ArchivedEntry> back = ArchivedEntry::fromObject(other, {});
            QVERIFY2(back && back->entry.answer.entry.key != archived.entry.answer.entry.key, name);
        }
    }

    void anAccountHereTakesThePlaceOfTheirs()
    {
        const ArchivedEntry archived{portable(newEntry(u"x"_s, Now))};
        NewCacheEntry mine = newEntry(u"x"_s, Now);
        mine.answer.entry.scope = u"mine"_s;
        const Json line = *parseJson(archived.toLine(Content::Whole));
        const auto adopted =
            ArchivedEntry::fromObject(line, [](const QString &provider) -> std::optional<QString> {
                return provider == "p"_L1 ? std::optional(u"mine"_s) : std::nullopt;
            });
        QCOMPARE(adopted->entry.answer.entry.key, portable(mine).answer.entry.key);
        const auto others = ArchivedEntry::fromObject(
            line, [](const QString &) { return std::optional<QString>(); });
        QCOMPARE(others->entry.answer.entry.key, archived.entry.answer.entry.key);
    }

    void aRedactedLineHoldsNoWords()
    {
        ArchivedEntry archived{portable(newEntry(u"Minka"_s, Now))};
        archived.entry.answer.entry.note = u"Minka"_s;
        const QByteArray line = archived.toLine(Content::Redacted);
        QVERIFY2(!line.contains("Minka"), line.constData());
        QVERIFY(!line.contains(archived.entry.answer.log.toBase64()));
        QVERIFY(line.contains("\"model\":\"m\""));
        QVERIFY(!read(line));
    }

    void whatIsNoEntryIsRefused_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::newRow("no model") << QByteArray("{\"model\":null}");
        QTest::newRow("no time") << QByteArray("{\"created\":\"yesterday\"}");
        QTest::newRow("no request") << QByteArray("{\"request\":null}");
        QTest::newRow("no log") << QByteArray("{\"log\":null}");
        QTest::newRow("a log that is no base64") << QByteArray("{\"log\":\"*\"}");
        QTest::newRow("a log that is damaged") << QByteArray("{\"log\":\"AAAA////\"}");
    }
    void whatIsNoEntryIsRefused()
    {
        QFETCH(const QByteArray, change);
        Json line =
            *parseJson(ArchivedEntry{portable(newEntry(u"x"_s, Now))}.toLine(Content::Whole));
        line.merge_patch(*parseJson(change));
        const Result<ArchivedEntry> back = ArchivedEntry::fromObject(line, {});
        QVERIFY(!back);
        QCOMPARE(back.error().kind, Error::Kind::Protocol);
    }

    void anAnswerThatIsNotWholeIsRefused()
    {
        NewCacheEntry half = newEntry(u"x"_s, Now);
        AnswerLog log;
        log.add(TextDelta{u"hal"_s}, 1ms);
        half.answer.log = log.bytes();
        QVERIFY(!read(ArchivedEntry{portable(half)}.toLine(Content::Whole)));
    }

    void whatAnOlderVersionLeftOutIsNotPortable()
    {
        QVERIFY(!ArchivedEntry{newEntry(u"x"_s, Now)}.isPortable());
    }

private:
    static Result<ArchivedEntry> read(const QByteArray &line)
    {
        return ArchivedEntry::fromObject(*parseJson(line), {});
    }

    inline static const QDateTime Now{QDate(2026, 1, 2), QTime(3, 4, 5, 6), Qt::UTC};
};

KAGURA_TEST(TestArchiveLine)
#include "tst_archiveline.moc"
