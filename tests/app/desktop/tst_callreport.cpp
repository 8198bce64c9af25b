// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/callreport.h"
#include "app/desktop/shownparts.h"
#include "core/base/json.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray prices =
    "{\"date\": \"2026-11-01\", \"models\": [{\"provider\": \"acme\", \"id\": \"large\", "
    "\"usd_per_million\": {\"input\": 3.0, \"output\": 15.0}}]}";

HttpRequest sampleRequest()
{
    HttpRequest request;
    request.url = QUrl(u"https://api.acme.test/v1/chat/completions"_s);
    request.headers = {{"Content-Type", "application/json"}};
    request.credentials = {{"Authorization", "Bearer ", {}}};
    request.body =
        "{\"messages\":[{\"content\":\"don't stop\",\"role\":\"user\"}],\"model\":\"large\"}";
    return request;
}

CallRecord sampleRecord()
{
    CallRecord record;
    record.request = sampleRequest();
    record.bodyBytes = record.request->body.size();
    record.startedAfter = 180ms;
    record.firstContentAfter = 410ms;
    record.totalTime = 6410ms;
    record.events = {{410ms, u"text"_s, u"Only"_s}};
    record.eventCount = 90;
    record.characters = {0, 4};
    return record;
}

StoredMessage sampleAnswer()
{
    StoredMessage answer;
    answer.id = u"m"_s;
    answer.role = Role::Assistant;
    answer.model = {u"acme"_s, u"large"_s};
    answer.origin = u"live"_s;
    answer.usage = {412, 612, {}, {}, {}};
    answer.costMicroUsd = 10416;
    answer.created = QDateTime::currentDateTimeUtc();
    answer.firstContentAfter = 410ms;
    answer.totalTime = 6410ms;
    return answer;
}

} // namespace

class TestCallReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_catalogue.add(prices));
        m_redactor.add(Secret("sk-the-key-of-acme-0001"));
    }

    void theCostIsComputedLineByLine()
    {
        const InspectedCall report = of({sampleAnswer()});
        const QList<InspectedFact> expected = {{u"Input: 412 at $3.00 a million"_s, u"$0.001"_s},
                                               {u"Output: 612 at $15.00 a million"_s, u"$0.009"_s},
                                               {u"Total"_s, u"$0.010"_s}};
        QCOMPARE(report.cost, expected);
        QCOMPARE(report.costNote, u"Prices of 2026-11-01"_s);
    }

    void anUnknownPriceIsSaidAndNotGuessed()
    {
        StoredMessage answer = sampleAnswer();
        answer.model.model = u"secret-model"_s;
        answer.costMicroUsd.reset();
        const InspectedCall report = of({answer});
        QCOMPARE(report.cost, (QList<InspectedFact>{{u"Total"_s, u"\u2014"_s}}));
        QVERIFY(report.costNote.contains(u"secret-model"_s));
    }

    void aKeyInTheTextIsRedacted()
    {
        CallRecord record = sampleRecord();
        record.request->body =
            "{\"messages\":[{\"content\":\"my key is sk-the-key-of-acme-0001\"}]}";
        record.events = {{1ms, u"text"_s, u"sk-the-key-of-acme-0001"_s}};
        KnownCall call{sampleAnswer(), &record};
        call.answer.failure = Error{Error::Kind::Auth, u"bad key sk-the-key-of-acme-0001"_s, 401};
        const InspectedCall report = of(call);
        for (const QString &text :
             {report.body, report.curl, report.events.first().content, report.failure})
            QVERIFY2(!text.contains(u"sk-the-key"_s), qPrintable(text));
        QCOMPARE(report.headers.last().value, u"Bearer [redacted]"_s);
    }

    void theSpeedIsThatOfWriting()
    {
        const CallRecord record = sampleRecord();
        const InspectedCall report = of({sampleAnswer(), &record});
        QCOMPARE(report.streamNote, u"102 tokens/s \u00B7 the first 1 of 90 events"_s);
    }

    void anOlderAnswerSaysWhatIsNotKnown()
    {
        const InspectedCall report = of({sampleAnswer()});
        QVERIFY(report.requestLine.isEmpty());
        QVERIFY(report.curl.isEmpty());
        QVERIFY(report.requestNote.contains(u"made before"_s));
        QCOMPARE(report.times.size(), 2); // what the store knows
    }

    void aMissIsExplained()
    {
        KnownCall call{sampleAnswer()};
        call.answer.cache = CacheOutcome{CacheOutcome::Kind::Miss, u"never_seen"_s};
        CacheExplanation explanation;
        explanation.nearest = CacheEntry{};
        explanation.nearest->requestHead = u"Give me the rule"_s;
        explanation.parameters = {u"temperature"_s};
        call.explanation = explanation;
        const InspectedCall report = of(call);
        QCOMPARE(report.cache, InspectedCall::Cache::Miss);
        QCOMPARE(report.cacheReason, u"This request was never asked before."_s);
        QVERIFY(report.cacheDetails.first().contains(u"Give me the rule"_s));
        QCOMPARE(report.cacheDetails.at(1), u"It differs in: parameter temperature"_s);
    }

    void aHitBillsNothingAndSaysSo()
    {
        KnownCall call{sampleAnswer()};
        call.answer.origin = u"disk"_s;
        call.answer.costMicroUsd = 0;
        call.answer.cache = CacheOutcome{CacheOutcome::Kind::Hit, {}, {}, {}, 9000};
        const InspectedCall report = of(call);
        QCOMPARE(report.cost.last(), (InspectedFact{u"Saved"_s, u"$0.009"_s}));
        QVERIFY(report.costNote.contains(u"nothing was billed"_s));
    }

    void everyReasonHasWords()
    {
        for (int reason = int(CacheReason::NeverSeen); reason <= int(CacheReason::NotReading);
             ++reason) {
            KnownCall call{sampleAnswer()};
            const QString name = cacheReasonName(CacheReason(reason));
            call.answer.cache = CacheOutcome{CacheOutcome::Kind::Miss, name};
            QVERIFY2(of(call).cacheReason.endsWith(u'.'), qPrintable(name));
        }
    }

    void longStringsAreToldByTheirLength()
    {
        const QByteArray json = "{\"data\":\"" + QByteArray(100'000, 'x') + "\"}";
        const QString read = readableJson(json);
        QVERIFY(read.size() < 1000);
        QVERIFY(read.contains(u"(100,000 characters)"_s));
    }

    void theCommandIsReadByAShell()
    {
        QString command = curlCommand(sampleRequest(), u"ACME_KEY"_s);
        QVERIFY(command.contains(u"\"Authorization: Bearer $ACME_KEY\""_s));
        // The shell says what curl would be given, a line each.
        QProcess shell;
        shell.start(u"sh"_s,
                    {u"-c"_s, u"curl() { printf '%s\\n' \"$@\"; }\nACME_KEY=k\n"_s + command});
        QVERIFY(shell.waitForFinished());
        const QStringList given =
            QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        const QStringList expected = {
            u"-N"_s,         u"https://api.acme.test/v1/chat/completions"_s,
            u"-H"_s,         u"Content-Type: application/json"_s,
            u"-H"_s,         u"Authorization: Bearer k"_s,
            u"--data-raw"_s, QString::fromUtf8(sampleRequest().body)};
        QCOMPARE(given, expected);
    }

    void toolsAreShownWithWhatCameOfThem()
    {
        const QList<MessagePart> parts = {
            TextPart{u"Looking."_s}, ToolCall{u"a"_s, u"search"_s, "{\"q\":1}"},
            ToolCall{u"b"_s, u"fetch"_s, "not json"}, ToolCall{u"c"_s, u"wait"_s}};
        const QList<ShownToolCall> shown =
            shownToolCalls(parts,
                           {{u"a"_s, {u"a"_s, u"search"_s, u"found"_s}},
                            {u"b"_s, {u"b"_s, u"fetch"_s, u"no such host"_s, true}}});
        const QList<ShownToolCall> expected = {
            {u"a"_s, u"search"_s, u"{\n  \"q\": 1\n}"_s, u"found"_s, ShownToolCall::State::Done},
            {u"b"_s, u"fetch"_s, u"not json"_s, u"no such host"_s, ShownToolCall::State::Failed},
            {u"c"_s, u"wait"_s, u"{}"_s, {}, ShownToolCall::State::Asked}};
        QCOMPARE(shown, expected);
    }

private:
    [[nodiscard]] InspectedCall of(const KnownCall &call) const
    {
        return reportOf(call, m_catalogue, m_redactor);
    }

    ModelCatalogue m_catalogue;
    Redactor m_redactor;
};

KAGURA_TEST(TestCallReport)
#include "tst_callreport.moc"
