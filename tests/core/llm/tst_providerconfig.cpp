// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/providerconfig.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

namespace {

class TestProviderConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dialectsAndNamesAreOneToOne();
    void aModelIdMayContainSlashes();
    void halfAReferenceIsNone();
};

void TestProviderConfig::dialectsAndNamesAreOneToOne()
{
    for (int i = 0; i <= static_cast<int>(DialectId::Ollama); ++i) {
        const auto id = static_cast<DialectId>(i);
        QCOMPARE(dialectFromName(dialectName(id)), id);
    }
    QCOMPARE(dialectName(DialectId::OpenAiResponses), QStringLiteral("openai-responses"));
    QVERIFY(!dialectFromName(QStringLiteral("openai")));
}

void TestProviderConfig::aModelIdMayContainSlashes()
{
    const auto reference = ModelRef::fromString(QStringLiteral("openrouter/meta/llama:free"));
    QVERIFY(reference);
    QCOMPARE(reference->provider, QStringLiteral("openrouter"));
    QCOMPARE(reference->model, QStringLiteral("meta/llama:free"));
    QCOMPARE(reference->toString(), QStringLiteral("openrouter/meta/llama:free"));
}

void TestProviderConfig::halfAReferenceIsNone()
{
    for (const QString &half : {QString(), QStringLiteral("openai"), QStringLiteral("openai/"),
                                QStringLiteral("/gpt-4o")})
        QVERIFY(!ModelRef::fromString(half));
}

} // namespace

KAGURA_TEST(TestProviderConfig)
#include "tst_providerconfig.moc"
