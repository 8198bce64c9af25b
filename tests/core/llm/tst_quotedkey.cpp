// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/quotedkey.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Key = "canary+Zq7/0123456789";

Error cleaned(const QString &message)
{
    Error error{Error::Kind::Auth, message, 401};
    error.retryAfter = std::chrono::seconds(3);
    return withoutQuotedKeys(error, {{"Authorization", "Bearer ", Secret(Key)}});
}

class TestQuotedKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuotedKeyGoesInEverySpelling_data();
    void aQuotedKeyGoesInEverySpelling();
    void aKeyThatIsCutWithItsMessageGoes_data();
    void aKeyThatIsCutWithItsMessageGoes();
    void nothingElseOfTheErrorChanges();
};

void TestQuotedKey::aQuotedKeyGoesInEverySpelling_data()
{
    QTest::addColumn<QByteArray>("quoted");
    QTest::newRow("plain") << Key;
    QTest::newRow("percent") << Key.toPercentEncoding();
    QTest::newRow("base64") << Key.toBase64();
    QTest::newRow("hex") << Key.toHex();
}

void TestQuotedKey::aQuotedKeyGoesInEverySpelling()
{
    QFETCH(const QByteArray, quoted);
    const QString spelling = QString::fromUtf8(quoted);
    const QString message = cleaned(u"the key %1 is wrong"_s.arg(spelling)).message;
    QVERIFY2(!message.contains(spelling.left(12)), qPrintable(message));
    QVERIFY(message.startsWith(u"the key [redacted]"_s));
    QVERIFY(message.endsWith(u" is wrong"_s));
}

void TestQuotedKey::aKeyThatIsCutWithItsMessageGoes_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("all but one") << Key.size() - 1;
    QTest::newRow("half") << Key.size() / 2;
    QTest::newRow("four") << qsizetype(4);
}

void TestQuotedKey::aKeyThatIsCutWithItsMessageGoes()
{
    QFETCH(const qsizetype, size);
    const QString rest = QString::fromUtf8(Key.first(size));
    QCOMPARE(cleaned(u"the key "_s + rest + u'…').message, u"the key …"_s);
    QCOMPARE(cleaned(u"the key "_s + rest).message, u"the key "_s + rest); // not cut: a word
}

void TestQuotedKey::nothingElseOfTheErrorChanges()
{
    const Error error = cleaned(u"the model is not there…"_s);
    QCOMPARE(error.message, u"the model is not there…"_s);
    QCOMPARE(error.kind, Error::Kind::Auth);
    QCOMPARE(error.httpStatus, 401);
    QCOMPARE(error.retryAfter, std::chrono::milliseconds(3000));
    QCOMPARE(withoutQuotedKeys({Error::Kind::Auth, u"canary"_s}, {}).message, u"canary"_s);
}

} // namespace

KAGURA_TEST(TestQuotedKey)
#include "tst_quotedkey.moc"
