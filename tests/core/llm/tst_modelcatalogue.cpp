// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/modelcatalogue.h"
#include "tests/support/testmain.h"

#include <QDate>
#include <QFile>
#include <QTest>

using namespace kagura;

namespace {

constexpr QByteArrayView Two = R"({"date": "2025-01-02", "source": "a list", "models": [
    {"provider": "p", "id": "one", "also": ["one-1"], "context_tokens": 1000,
     "usd_per_million": {"input": 2, "output": 10, "cache_read": 0.5},
     "long_prompt": {"above_tokens": 500, "usd_per_million": {"input": 4, "output": 20}}},
    {"provider": "p", "id": "free", "context_tokens": -3, "output_tokens": "many"},
    {"provider": "", "id": "nobody"}, 7]})";

constexpr QByteArrayView Later = R"({"date": "2026-01-01", "models": [
        {"provider": "p", "id": "one", "usd_per_million": {"output": 1}},
        {"provider": "mine", "id": "own", "usd_per_million": {"input": 0, "output": 0}}]})";

Usage usage(qint64 input, qint64 output, std::optional<qint64> cacheRead = std::nullopt)
{
    Usage usage;
    usage.inputTokens = input;
    usage.outputTokens = output;
    usage.cacheReadTokens = cacheRead;
    return usage;
}

const QString P = QStringLiteral("p");
const QString One = QStringLiteral("one");

class TestModelCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costsAreSumsOverTheClasses();
    void aLongPromptHasItsOwnPrices();
    void whatIsNotKnownHasNoCost();
    void anUnknownModelHasNoFacts();
    void aLaterFileReplacesFieldByField();
    void brokenFilesChangeNothing();
    void theBundledFileIsSoundAndDated();
};

void TestModelCatalogue::costsAreSumsOverTheClasses()
{
    ModelCatalogue catalogue;
    QVERIFY(catalogue.add(Two));
    QCOMPARE(catalogue.costMicroUsd(P, One, usage(100, 20)), 400);
    QCOMPARE(catalogue.costMicroUsd(P, QStringLiteral("one-1"), usage(100, 20, 40)), 420);
    QCOMPARE(catalogue.costMicroUsd(P, One, usage(0, 0)), 0);
}

void TestModelCatalogue::aLongPromptHasItsOwnPrices()
{
    ModelCatalogue catalogue;
    QVERIFY(catalogue.add(Two));
    QCOMPARE(catalogue.costMicroUsd(P, One, usage(500, 0)), 1000);
    QCOMPARE(catalogue.costMicroUsd(P, One, usage(501, 1)), 2024);
    // The list does not say what cached tokens cost there.
    QCOMPARE(catalogue.costMicroUsd(P, One, usage(400, 1, 400)), std::nullopt);
}

void TestModelCatalogue::whatIsNotKnownHasNoCost()
{
    ModelCatalogue catalogue;
    QVERIFY(catalogue.add(Two));
    QCOMPARE(catalogue.costMicroUsd(P, QStringLiteral("free"), usage(1, 1)), std::nullopt);
    QCOMPARE(catalogue.costMicroUsd(P, QStringLiteral("one-2"), usage(1, 1)), std::nullopt);
    QCOMPARE(catalogue.costMicroUsd(QStringLiteral("q"), One, usage(1, 1)), std::nullopt);
    Usage half;
    half.inputTokens = 5;
    QCOMPARE(catalogue.costMicroUsd(P, One, half), std::nullopt);
    Usage written = usage(1, 1);
    written.cacheWriteTokens = 1;
    QCOMPARE(catalogue.costMicroUsd(P, One, written), std::nullopt);
}

void TestModelCatalogue::anUnknownModelHasNoFacts()
{
    ModelCatalogue catalogue;
    QVERIFY(!catalogue.find(P, One));
    QVERIFY(catalogue.add(Two));
    QCOMPARE(catalogue.find(P, One)->contextTokens, 1000);
    QVERIFY(!catalogue.find(P, QStringLiteral("free"))->contextTokens);
    QVERIFY(!catalogue.find(P, QStringLiteral("free"))->outputTokens);
    QCOMPARE(catalogue.models(P).size(), 3);
    QVERIFY(catalogue.models(QString()).isEmpty());
}

void TestModelCatalogue::aLaterFileReplacesFieldByField()
{
    ModelCatalogue catalogue;
    QVERIFY(catalogue.add(Two));
    QVERIFY(catalogue.add(Later));
    QCOMPARE(catalogue.find(P, One)->prices.input, 2.0);
    QCOMPARE(catalogue.find(P, One)->prices.output, 1.0);
    QCOMPARE(catalogue.find(P, One)->contextTokens, 1000);
    QCOMPARE(catalogue.costMicroUsd(QStringLiteral("mine"), QStringLiteral("own"), usage(9, 9)), 0);
    QCOMPARE(catalogue.date(), QStringLiteral("2025-01-02"));
}

void TestModelCatalogue::brokenFilesChangeNothing()
{
    ModelCatalogue catalogue;
    QVERIFY(catalogue.add(Two));
    for (const QByteArrayView broken : {"", "{", "[]", "{\"models\": {}}"})
        QCOMPARE(catalogue.add(broken).error().kind, Error::Kind::Protocol);
    QCOMPARE(catalogue.models(P).size(), 3);
}

void TestModelCatalogue::theBundledFileIsSoundAndDated()
{
    QFile file(QStringLiteral(KAGURA_SOURCE_DIR "/resources/models.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    ModelCatalogue catalogue;
    QVERIFY(catalogue.add(file.readAll()));
    QVERIFY(QDate::fromString(catalogue.date(), Qt::ISODate).isValid());
    QVERIFY(!catalogue.source().isEmpty());
    for (const QString &provider :
         {QStringLiteral("openai"), QStringLiteral("anthropic"), QStringLiteral("gemini"),
          QStringLiteral("deepseek"), QStringLiteral("mistral")}) {
        const QList<ModelFacts> models = catalogue.models(provider);
        QVERIFY(!models.isEmpty());
        for (const ModelFacts &facts : models) {
            QVERIFY2(facts.prices.input, qPrintable(facts.id));
            QVERIFY2(facts.contextTokens, qPrintable(facts.id));
        }
    }
    QCOMPARE(catalogue.costMicroUsd(QStringLiteral("openai"), QStringLiteral("gpt-4o-mini"),
                                    usage(1000000, 1000000)),
             750000);
}

} // namespace

KAGURA_TEST(TestModelCatalogue)
#include "tst_modelcatalogue.moc"
