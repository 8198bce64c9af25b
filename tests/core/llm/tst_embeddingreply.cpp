// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/embeddingreply.h"
#include "core/llm/vendorprovider.h"
#include "tests/support/fakedialect.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/faketransport.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;

namespace {

ProviderConfig config()
{
    ProviderConfig config;
    config.name = QStringLiteral("acme");
    config.baseUrl = QUrl(QStringLiteral("https://api.acme.example/v1/"));
    config.keyVariable = QStringLiteral("ACME_API_KEY");
    return config;
}

Secret testKey()
{
    return Secret("key-1234");
}

class TestEmbeddingReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_transport = std::make_unique<FakeTransport>(); }
    void embedsEachText();
    void embeddingsThatDoNotFitAreBroken();

private:
    [[nodiscard]] VendorProvider provider(const ProviderConfig &config)
    {
        return VendorProvider(config, m_dialect, *m_transport, testKey);
    }

    FakeDialect m_dialect;
    std::unique_ptr<FakeTransport> m_transport;
};

void TestEmbeddingReply::embedsEachText()
{
    VendorProvider vendor = provider(config());
    const EmbeddingRequest request{
        QStringLiteral("e"), {QStringLiteral("a"), QStringLiteral("b")}, {}};
    const auto reply = vendor.embed(request);
    m_transport->last().answer(200, "0.5\n0.25\n");
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->failure());
    QCOMPARE(reply->answer().vectors, QList<QList<float>>({{0.5F}, {0.25F}}));
}

void TestEmbeddingReply::embeddingsThatDoNotFitAreBroken()
{
    VendorProvider vendor = provider(config());
    const EmbeddingRequest request{QStringLiteral("e"), {QStringLiteral("a")}, {}};
    const auto reply = vendor.embed(request);
    m_transport->last().answer(200, "0.5\n0.25\n");
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->failure()->kind, Error::Kind::Protocol);
    const auto refused = vendor.embed({});
    QVERIFY(!refused->isFinished());
    QTRY_VERIFY(refused->isFinished());
    QCOMPARE(refused->failure()->kind, Error::Kind::BadRequest);
}

} // namespace

KAGURA_TEST(TestEmbeddingReply)
#include "tst_embeddingreply.moc"
