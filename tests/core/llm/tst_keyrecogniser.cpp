// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/keyrecogniser.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestKeyRecogniser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prefixesTellTheProvider_data();
    void prefixesTellTheProvider();
    void pastedTextBecomesAKey_data();
    void pastedTextBecomesAKey();
};

void TestKeyRecogniser::prefixesTellTheProvider_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("provider");
    const auto row = [](const char *key, const char *provider) {
        QTest::newRow(key) << QByteArray(key) << QString::fromLatin1(provider);
    };
    row("sk-ant-api03-abc", "anthropic");
    row("sk-or-v1-abc", "openrouter");
    row("sk-proj-abc", "openai");
    row("sk-svcacct-abc", "openai");
    row("sk-abcT3BlbkFJdef", "openai");
    row("AIzaSyAbc", "gemini");
    row("gsk_abc", "groq");
    row("xai-abc", "xai");
    row("pplx-abc", "perplexity");
    row("hf_abc", "huggingface");
    row("nvapi-abc", "nvidia");
    row("csk-abc", "cerebras");
    row("fw_abc", "fireworks");
    row("sk-0123456789abcdef0123456789abcdef", "");
    row("0123456789abcdefghij", "");
    row("", "");
}

void TestKeyRecogniser::prefixesTellTheProvider()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QString, provider);
    const std::optional<QString> recognised = recogniseKey(Secret(key));
    QCOMPARE(recognised.value_or(QString()), provider);
    QCOMPARE(recognised.has_value(), !provider.isEmpty());
}

void TestKeyRecogniser::pastedTextBecomesAKey_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char *name, const char *text, const char *key) {
        QTest::newRow(name) << QString::fromUtf8(text) << QByteArray(key);
    };
    row("plain", "sk-proj-abc123", "sk-proj-abc123");
    row("white space around", "  sk-proj-abc123 \n", "sk-proj-abc123");
    row("broken over two lines", "sk-proj-\n  abc123", "sk-proj-abc123");
    row("in quotes", "\"sk-proj-abc123\"", "sk-proj-abc123");
    row("in backticks", "`sk-proj-abc123`", "sk-proj-abc123");
    row("shell", "export OPENAI_API_KEY='sk-proj-abc123';", "sk-proj-abc123");
    row("dotenv", "OPENAI_API_KEY = sk-proj-abc123", "sk-proj-abc123");
    row("bearer", "Bearer sk-proj-abc123", "sk-proj-abc123");
    row("header", "Authorization: Bearer sk-proj-abc123", "sk-proj-abc123");
    row("with equals signs of its own", "abcdefgh12==", "abcdefgh12==");
    row("JSON member's value", "\"sk-proj-abc123\",", "sk-proj-abc123");
    row("too short", "abc", "");
    row("nothing", "", "");
    row("not ASCII", "sk-proj-\xc3\xa4\xc3\xb6\xc3\xbc", "");
    QTest::newRow("too long") << QString(5000, QLatin1Char('x')) << QByteArray();
}

void TestKeyRecogniser::pastedTextBecomesAKey()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, key);
    QCOMPARE(cleanPastedKey(text).reveal(), key);
}

KAGURA_TEST(TestKeyRecogniser)
#include "tst_keyrecogniser.moc"
