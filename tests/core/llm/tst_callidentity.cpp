// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/callidentity.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <functional>

using namespace kagura;

namespace {

CallIdentity identity()
{
    CallIdentity identity;
    identity.dialect = QStringLiteral("d");
    identity.origin = QStringLiteral("https://a.example:443/v1");
    identity.scope = QStringLiteral("s");
    identity.model = QStringLiteral("m");
    identity.body = "{}";
    identity.headers = {{"X-Version", "1"}};
    return identity;
}

class TestCallIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalCallsHaveOneDigest();
    void everyFieldChangesTheDigest();
    void neighbouringFieldsDoNotRunTogether();
};

void TestCallIdentity::equalCallsHaveOneDigest()
{
    QCOMPARE(identity().digest(), identity().digest());
    QCOMPARE(identity().digest().size(), 64);
    CallIdentity shouted = identity();
    shouted.headers = {{"X-VERSION", "1"}};
    QCOMPARE(shouted.digest(), identity().digest());
}

void TestCallIdentity::everyFieldChangesTheDigest()
{
    using Change = std::function<void(CallIdentity &)>;
    const QList<Change> changes = {
        [](CallIdentity &one) { one.dialect += QLatin1Char('x'); },
        [](CallIdentity &one) { one.origin += QLatin1Char('x'); },
        [](CallIdentity &one) { one.scope += QLatin1Char('x'); },
        [](CallIdentity &one) { one.model += QLatin1Char('x'); },
        [](CallIdentity &one) { one.body += ' '; },
        [](CallIdentity &one) { one.headers.first().value = "2"; },
        [](CallIdentity &one) { one.headers.clear(); },
        [](CallIdentity &one) { one.sampleIndex = 1; },
    };
    QList<QByteArray> digests = {identity().digest()};
    for (const Change &change : changes) {
        CallIdentity changed = identity();
        change(changed);
        QVERIFY(!digests.contains(changed.digest()));
        digests.append(changed.digest());
    }
}

void TestCallIdentity::neighbouringFieldsDoNotRunTogether()
{
    CallIdentity one;
    one.scope = QStringLiteral("ab");
    one.model = QStringLiteral("c");
    CallIdentity two;
    two.scope = QStringLiteral("a");
    two.model = QStringLiteral("bc");
    QVERIFY(one.digest() != two.digest());
}

} // namespace

KAGURA_TEST(TestCallIdentity)
#include "tst_callidentity.moc"
