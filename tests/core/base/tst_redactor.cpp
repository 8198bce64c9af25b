// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/redactor.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestRedactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownSecretsGoInEveryForm_data();
    void knownSecretsGoInEveryForm();
    void knownSecretsGoInsideLongerBase64();
    void whatLooksLikeAKeyGoes_data();
    void whatLooksLikeAKeyGoes();
    void ordinaryTextStays_data();
    void ordinaryTextStays();
    void shortSecretsDoNotBlotOutWords();
};

namespace {

const QByteArray Canary = "canary/+Zq7 ?x&Y\"w-3Kf0";

} // namespace

void TestRedactor::knownSecretsGoInEveryForm_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::newRow("plain") << Canary;
    QTest::newRow("base64") << Canary.toBase64(QByteArray::OmitTrailingEquals).chopped(1);
    QTest::newRow("base64url") << Canary
                                      .toBase64(QByteArray::Base64UrlEncoding
                                                | QByteArray::OmitTrailingEquals)
                                      .chopped(1);
    QTest::newRow("percent") << Canary.toPercentEncoding();
    QTest::newRow("percent, lower case") << Canary.toPercentEncoding().toLower();
    QTest::newRow("hex") << Canary.toHex();
    QTest::newRow("hex, upper case") << Canary.toHex().toUpper();
    QTest::newRow("JSON") << QByteArray(Canary).replace('"', "\\\"");
    QTest::newRow("JSON with slashes")
        << QByteArray(Canary).replace('"', "\\\"").replace('/', "\\/");
}

void TestRedactor::knownSecretsGoInEveryForm()
{
    QFETCH(const QByteArray, form);
    Redactor redactor;
    const QString text =
        QStringLiteral("before ") + QString::fromUtf8(form) + QStringLiteral(" after");
    QVERIFY(redactor.redacted(text).contains(QString::fromUtf8(form)));
    redactor.add(Secret(Canary));
    const QString clean = redactor.redacted(text);
    QVERIFY2(!clean.contains(QString::fromUtf8(form)), qPrintable(clean));
    QVERIFY(clean.startsWith(QStringLiteral("before [redacted]")));
    QVERIFY(clean.endsWith(QStringLiteral(" after")));
}

void TestRedactor::knownSecretsGoInsideLongerBase64()
{
    Redactor redactor;
    redactor.add(Secret(Canary));
    for (int before = 0; before < 6; ++before) {
        for (int after = 0; after < 6; ++after) {
            const QByteArray whole =
                (QByteArray(before, 'a') + Canary + QByteArray(after, 'b')).toBase64();
            const QString clean = redactor.redacted(QString::fromLatin1(whole));
            QVERIFY2(clean.contains(QStringLiteral("[redacted]")), whole.constData());
            QVERIFY(clean.size() <= 12 + 18);
        }
    }
}

void TestRedactor::whatLooksLikeAKeyGoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char *name, const char *text, const char *clean) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(clean);
    };
    row("OpenAI", "got sk-proj-abcDEF123_456-7890", "got [redacted]");
    row("Anthropic", "sk-ant-api03-AAAAbbbbCCCC.", "[redacted].");
    row("Gemini", "AIzaSyA1234567890abcdefghijklmnopqrstu", "[redacted]");
    row("Groq", "gsk_1234567890abcdef", "[redacted]");
    row("header", "Authorization: Bearer abc.def", "Authorization: Bearer [redacted]");
    row("header, basic", "authorization: Basic dXNlcjpwYXNz", "authorization: Basic [redacted]");
    row("header, JSON", R"("Authorization":"Bearer xyz12345")",
        R"("Authorization":"Bearer [redacted]")");
    row("bearer alone", "sent bearer 0123456789", "sent bearer [redacted]");
    row("x-api-key", "x-api-key: 0123456789", "x-api-key: [redacted]");
    row("x-goog-api-key", "X-Goog-Api-Key=0123456789", "X-Goog-Api-Key=[redacted]");
    row("JSON member", R"({"api_key": "0123456789"})", R"({"api_key": "[redacted]"})");
    row("query", "GET /v1?key=0123&x=1", "GET /v1?key=[redacted]&x=1");
    row("password in a URL", "http://user:pass@host/", "http://user:[redacted]@host/");
}

void TestRedactor::whatLooksLikeAKeyGoes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, clean);
    QCOMPARE(Redactor().redacted(text), clean);
}

void TestRedactor::ordinaryTextStays_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"input_tokens=123456 output_tokens=7", "the key to success: patience",
                             "GET http://127.0.0.1:8080/v1/models", "task-force risk-averse",
                             "no token was given", "desk-top-publishing-software"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestRedactor::ordinaryTextStays()
{
    QFETCH(const QString, text);
    QCOMPARE(Redactor().redacted(text), text);
}

void TestRedactor::shortSecretsDoNotBlotOutWords()
{
    Redactor redactor;
    redactor.add(Secret("the"));
    redactor.add(Secret());
    QCOMPARE(redactor.redacted(QStringLiteral("the other")), QStringLiteral("the other"));
}

KAGURA_TEST(TestRedactor)
#include "tst_redactor.moc"
