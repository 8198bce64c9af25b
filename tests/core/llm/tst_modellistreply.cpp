// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/modellistreply.h"
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

class TestModelListReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_transport = std::make_unique<FakeTransport>(); }
    void listsTheModelsOfAllPages();
    void aListThatFailsKeepsWhatCameAndSaysWhy_data();
    void aListThatFailsKeepsWhatCameAndSaysWhy();
    void aListWithoutAnEndIsBroken();
    void aListCanBeCancelledOrDroppedAtAnyTime();

private:
    [[nodiscard]] VendorProvider provider(const ProviderConfig &config)
    {
        return VendorProvider(config, m_dialect, *m_transport, testKey);
    }

    FakeDialect m_dialect;
    std::unique_ptr<FakeTransport> m_transport;
};

void TestModelListReply::listsTheModelsOfAllPages()
{
    VendorProvider vendor = provider(config());
    const auto list = vendor.listModels();
    QCOMPARE(m_transport->last().request().credentials.size(), 1);
    m_transport->last().answer(200, "one\ntwo\nnext: p2");
    QTRY_COMPARE(m_transport->count(), 2U);
    QVERIFY(m_transport->last().request().url.path().endsWith(QStringLiteral("p2")));
    m_transport->last().answer(200, "three");
    QTRY_VERIFY(list->isFinished());
    QVERIFY(!list->failure());
    QStringList ids;
    for (const ModelInfo &model : list->models())
        ids.append(model.id);
    QCOMPARE(ids,
             QStringList({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}));
}

void TestModelListReply::aListThatFailsKeepsWhatCameAndSaysWhy_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::newRow("no right") << 401 << QByteArray("auth") << QStringLiteral("auth");
    QTest::newRow("no list") << 200 << QByteArray("<html>") << QStringLiteral("protocol");
    QTest::newRow("no answer") << 0 << QByteArray() << QStringLiteral("network");
}

void TestModelListReply::aListThatFailsKeepsWhatCameAndSaysWhy()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    VendorProvider vendor = provider(config());
    const auto list = vendor.listModels();
    m_transport->last().answer(200, "one\nnext: p2");
    QTRY_COMPARE(m_transport->count(), 2U);
    if (status == 0)
        m_transport->last().end(Error{Error::Kind::Network, QStringLiteral("reset")});
    else
        m_transport->last().answer(status, body);
    QTRY_VERIFY(list->isFinished());
    QCOMPARE(errorKindName(list->failure()->kind), kind);
    QCOMPARE(list->models().size(), 1);
}

void TestModelListReply::aListWithoutAnEndIsBroken()
{
    VendorProvider vendor = provider(config());
    const auto circle = vendor.listModels();
    const auto endless = vendor.listModels();
    m_transport->at(0).answer(200, "one\nnext: p2");
    m_transport->at(1).answer(200, "one\nnext: 0");
    QTRY_COMPARE(m_transport->count(), 4U);
    m_transport->at(2).answer(200, "one\nnext: p2");
    QTRY_VERIFY(circle->isFinished());
    QCOMPARE(circle->failure()->kind, Error::Kind::Protocol);
    for (int page = 1; !endless->isFinished() && page < 1000; ++page) {
        m_transport->last().answer(200, "one\nnext: " + QByteArray::number(page));
        QCoreApplication::processEvents();
    }
    QVERIFY(endless->isFinished());
    QCOMPARE(endless->failure()->kind, Error::Kind::Protocol);
    QVERIFY(m_transport->count() < 110);
}

void TestModelListReply::aListCanBeCancelledOrDroppedAtAnyTime()
{
    VendorProvider vendor = provider(config());
    auto list = vendor.listModels();
    list->cancel();
    QCOMPARE(list->failure()->kind, Error::Kind::Cancelled);
    QVERIFY(m_transport->last().isAborted());
    list = vendor.listModels();
    m_transport->last().answer(200, "one");
    list.reset();
    QCoreApplication::processEvents();
}

} // namespace

KAGURA_TEST(TestModelListReply)
#include "tst_modellistreply.moc"
