// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real dialects under the cache: what is told again is what came over the wire, and a stream that
// breaks off at whatever byte leaves nothing behind.

#include "core/cache/cachingprovider.h"
#include "core/llm/vendorprovider.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/faketransport.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray events(const QList<QByteArray> &payloads)
{
    QByteArray wire;
    for (const QByteArray &payload : payloads)
        wire += "data: " + payload + "\n\n";
    return wire;
}

// Single quotes for double ones: moc loses its way in raw strings with brackets.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QByteArray wireOf(DialectId dialect)
{
    switch (dialect) {
    case DialectId::OpenAiChat:
        return events(
            {json("{'id':'c','model':'m-1','choices':[{'index':0,'delta':{'role':'assistant',"
                  "'reasoning_content':'Let me see'}}]}"),
             json("{'id':'c','choices':[{'index':0,'delta':{'content':'H\xc3\xa9llo '}}]}"),
             json("{'id':'c','choices':[{'index':0,'delta':{'content':'\xf0\x9f\x98\x80!'}}]}"),
             json("{'id':'c','choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}"),
             json("{'id':'c','choices':[],'usage':{'prompt_tokens':9,'completion_tokens':3}}"),
             "[DONE]"});
    case DialectId::OpenAiResponses:
        return events(
            {json("{'type':'response.created','response':{'id':'r','model':'m-1',"
                  "'status':'in_progress'}}"),
             json("{'type':'response.output_text.delta','output_index':0,'delta':'H\xc3\xa9llo '}"),
             json("{'type':'response.output_text.delta','output_index':0,"
                  "'delta':'\xf0\x9f\x98\x80!'}"),
             json("{'type':'response.completed','response':{'id':'r','model':'m-1','status':"
                  "'completed','output':[],'usage':{'input_tokens':9,'output_tokens':3}}}")});
    case DialectId::Anthropic:
        return events(
            {json("{'type':'message_start','message':{'id':'a','model':'m-1','role':'assistant',"
                  "'content':[],'usage':{'input_tokens':9,'output_tokens':1}}}"),
             json("{'type':'content_block_start','index':0,'content_block':{'type':'text',"
                  "'text':''}}"),
             json("{'type':'content_block_delta','index':0,'delta':{'type':'text_delta',"
                  "'text':'H\xc3\xa9llo \xf0\x9f\x98\x80!'}}"),
             json("{'type':'content_block_stop','index':0}"),
             json("{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':"
                  "{'output_tokens':3}}"),
             json("{'type':'message_stop'}")});
    case DialectId::Gemini:
        return events(
            {json("{'candidates':[{'content':{'role':'model','parts':[{'text':'H\xc3\xa9llo '}]}}],"
                  "'modelVersion':'m-1'}"),
             json("{'candidates':[{'content':{'role':'model','parts':[{'text':"
                  "'\xf0\x9f\x98\x80!'}]},'finishReason':'STOP'}],'usageMetadata':"
                  "{'promptTokenCount':9,'candidatesTokenCount':3}}")});
    case DialectId::Ollama:
        return json("{'model':'m-1','message':{'role':'assistant','content':'H\xc3\xa9llo '},"
                    "'done':false}\n")
            + json("{'model':'m-1','message':{'role':'assistant','content':'\xf0\x9f\x98\x80!'},"
                   "'done':false}\n")
            + json("{'model':'m-1','message':{'role':'assistant','content':''},'done':true,"
                   "'done_reason':'stop','prompt_eval_count':9,'eval_count':3}\n");
    }
    return {};
}

//! A street of one vendor and a cache in memory.
struct Street
{
    explicit Street(DialectId dialect)
        : cache(clock, nullptr, {})
        , vendor(configOf(dialect),
                 dialectFor(dialect),
                 transport,
                 {},
                 [](const Secret &) { return u"s"_s; })
        , caching(vendor, cache, clock, {})
    {}

    static ProviderConfig configOf(DialectId dialect)
    {
        ProviderConfig config;
        config.name = u"p"_s;
        config.dialect = dialect;
        config.baseUrl = QUrl(u"https://api.example.com/v1"_s);
        config.needsKey = false;
        return config;
    }

    [[nodiscard]] std::unique_ptr<ChatReply> send(const QString &text,
                                                  CacheMode mode = CacheMode::ReadWrite)
    {
        CallOptions options;
        options.cacheMode = mode;
        return caching.send(question(text), options);
    }

    FakeClock clock;
    FakeTransport transport;
    ResponseCache cache;
    VendorProvider vendor;
    CachingProvider caching;
};

} // namespace

class TestCachedStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsToldAgainIsWhatCame_data()
    {
        QTest::addColumn<DialectId>("dialect");
        for (const DialectId dialect : {DialectId::OpenAiChat, DialectId::OpenAiResponses,
                                        DialectId::Anthropic, DialectId::Gemini, DialectId::Ollama})
            QTest::newRow(qPrintable(dialectName(dialect))) << dialect;
    }
    void whatIsToldAgainIsWhatCame()
    {
        QFETCH(const DialectId, dialect);
        Street street(dialect);
        const auto live = street.send(u"hi"_s);
        play(street, wireOf(dialect));
        QTRY_VERIFY(live->isFinished());
        QVERIFY(!live->failure());
        QCOMPARE(live->answer().text, u"Héllo 😀!"_s);
        QCOMPARE(live->answer().usage.outputTokens, std::optional<qint64>(3));
        const auto hit = street.send(u"hi"_s);
        QTRY_VERIFY(hit->isFinished());
        QVERIFY(hit->answer() == live->answer());
        QCOMPARE(hit->origin(), ChatReply::Origin::Memory);
        QCOMPARE(hit->model(), live->model());
        QCOMPARE(hit->provider(), u"p"_s);
        QCOMPARE(street.transport.count(), 1U);
    }

    void aStreamThatBreaksOffAtAnyByteLeavesNothing_data() { whatIsToldAgainIsWhatCame_data(); }
    void aStreamThatBreaksOffAtAnyByteLeavesNothing()
    {
        QFETCH(const DialectId, dialect);
        Street street(dialect);
        const QByteArray wire = wireOf(dialect);
        int kept = 0;
        for (qsizetype size = 0; size <= wire.size(); ++size) {
            const QString text = QString::number(size);
            const auto live = street.send(text);
            play(street, wire.first(size));
            QTRY_VERIFY(live->isFinished());
            const auto again = street.send(text, CacheMode::OfflineOnly);
            QTRY_VERIFY(again->isFinished());
            // Kept is what had its end mark; what may follow it is usage and blank lines.
            QCOMPARE(again->failure().has_value(), live->failure().has_value());
            if (!live->failure()) {
                ++kept;
                QCOMPARE(again->answer().text, u"Héllo 😀!"_s);
                QVERIFY(again->answer() == live->answer());
            }
        }
        QVERIFY(kept >= 1);
        QVERIFY2(kept <= wire.size() / 4, qPrintable(QString::number(kept)));
        QCOMPARE(street.cache.memoryEntries(), kept);
    }

    void aCallerThatLeavesAtAnyByteLeavesNothing_data() { whatIsToldAgainIsWhatCame_data(); }
    void aCallerThatLeavesAtAnyByteLeavesNothing()
    {
        QFETCH(const DialectId, dialect);
        Street street(dialect);
        const QByteArray wire = wireOf(dialect);
        for (qsizetype size = 0; size < wire.size(); size += 3) {
            const auto live = street.send(QString::number(size));
            const std::size_t before = street.transport.count();
            QTRY_COMPARE(street.transport.count(), before + 1);
            street.transport.last().head(200, {{"Content-Type", "text/event-stream"}});
            street.transport.last().write(wire.first(size));
            QCoreApplication::processEvents();
            const bool wasOver = live->isFinished();
            live->cancel();
            QCOMPARE(street.cache.memoryEntries() > 0, wasOver && !live->failure());
            street.cache.forget();
        }
    }

private:
    // The request leaves a turn of the event loop after send(), when the cache has been asked.
    static void play(Street &street, const QByteArray &wire)
    {
        const std::size_t before = street.transport.count();
        [&] { QTRY_COMPARE(street.transport.count(), before + 1); }();
        street.transport.last().head(200, {{"Content-Type", "text/event-stream"}});
        street.transport.last().write(wire);
        street.transport.last().end();
    }
};

KAGURA_TEST(TestCachedStreams)
#include "tst_cachedstreams.moc"
