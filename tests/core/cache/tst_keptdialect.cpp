// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/keptdialect.h"
#include "core/cache/requestkey.h"
#include "core/llm/vendorprovider.h"
#include "tests/core/cache/cachedstreet.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestKeptDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeptBodyHasTheKeyOfItsEntry_data()
    {
        QTest::addColumn<DialectId>("dialect");
        for (const DialectId dialect : AllDialects)
            QTest::newRow(dialectName(dialect).toUtf8().constData()) << dialect;
    }
    void aKeptBodyHasTheKeyOfItsEntry()
    {
        QFETCH(const DialectId, dialect);
        ChatRequest asked;
        asked.model = u"m"_s;
        asked.system = u"Be brief."_s;
        asked.messages = {Message::fromText(Role::User, u"A name for a cat?"_s),
                          Message::fromText(Role::Assistant, u"Minka"_s),
                          Message::fromText(Role::User, u"Another?"_s)};
        const Result<RequestKey> first = keyOf(dialect, dialectFor(dialect), asked);
        QVERIFY(first);
        const KeptDialect kept(dialectFor(dialect), first->shape.body);
        ChatRequest again;
        again.model = u"m"_s;
        again.messages = {Message::fromText(Role::User, u"something else"_s)};
        const Result<RequestKey> second = keyOf(dialect, kept, again);
        QVERIFY(second);
        QCOMPARE(second->key.toHex(), first->key.toHex());
        // It travels as a call of its own.
        const Result<HttpRequest> encoded = kept.encodeChat(again, configOf(dialect));
        const Result<HttpRequest> usual = dialectFor(dialect).encodeChat(again, configOf(dialect));
        QCOMPARE(encoded->url, usual->url);
        QCOMPARE(jsonMember(*parseJson(encoded->body), "stream"),
                 jsonMember(*parseJson(usual->body), "stream"));
    }

    void filesAreNotWhole()
    {
        const Json file = {{"$blob", "aa"}, {"len", 5}};
        QVERIFY(KeptDialect::isWhole({{"messages", Json::array({"text"})}}));
        QVERIFY(!KeptDialect::isWhole({{"messages", Json::array({{{"image", file}}})}}));
    }

private:
    static ProviderConfig configOf(DialectId dialect)
    {
        ProviderConfig config;
        config.name = u"p"_s;
        config.dialect = dialect;
        config.baseUrl = QUrl(u"https://api.example/v1"_s);
        return config;
    }

    static Result<RequestKey> keyOf(DialectId id,
                                    const Dialect &dialect,
                                    const ChatRequest &request)
    {
        FakeTransport transport;
        const VendorProvider vendor(
            configOf(id), dialect, transport, [] { return AccountKey(Secret("k")); },
            [](const Secret &) { return u"scope"_s; });
        const Result<CallIdentity> identity = vendor.identify(request, {});
        return identity ? RequestKey::of(*identity) : Result<RequestKey>(identity.error());
    }
};

KAGURA_TEST(TestKeptDialect)
#include "tst_keptdialect.moc"
