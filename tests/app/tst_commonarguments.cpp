// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commonarguments.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestCommonArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAProviderWithoutAFile()
    {
        const Result<ProviderConfig> provider =
            parseProviderOption(u"local=openai-chat,http://127.0.0.1:4010/v1,key-env=MY_KEY"_s);
        QVERIFY(provider);
        QCOMPARE(provider->name, u"local"_s);
        QCOMPARE(provider->dialect, DialectId::OpenAiChat);
        QCOMPARE(provider->baseUrl, QUrl(u"http://127.0.0.1:4010/v1"_s));
        QCOMPARE(provider->keyVariable, u"MY_KEY"_s);
        QVERIFY(provider->needsKey);
        QVERIFY(!parseProviderOption(u"local=ollama,http://localhost:11434"_s)->needsKey);
    }

    void refusesWhatIsNoProvider_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no dialect") << u"a=http://x"_s;
        QTest::newRow("an unknown dialect") << u"a=soap,http://x"_s;
        QTest::newRow("a slash in the name") << u"a/b=ollama,http://x"_s;
        QTest::newRow("no scheme") << u"a=ollama,localhost:11434"_s;
        QTest::newRow("a file") << u"a=ollama,file:///etc/passwd"_s;
        QTest::newRow("a key in the URL") << u"a=gemini,https://x/v1?key=sk-1"_s;
        QTest::newRow("a password in the URL") << u"a=gemini,https://me:sk-1@x/v1"_s;
        QTest::newRow("a key instead of a variable") << u"a=gemini,https://x,key-env=sk-1"_s;
    }

    void refusesWhatIsNoProvider()
    {
        QFETCH(const QString, spec);
        const Result<ProviderConfig> provider = parseProviderOption(spec);
        QVERIFY(!provider);
        QCOMPARE(provider.error().kind, Error::Kind::BadRequest);
        QVERIFY(!provider.error().message.contains("sk-1"_L1));
    }

    void setsAndLiftsDeadlines()
    {
        Deadlines deadlines;
        QVERIFY(applyDeadlineOption(u"first-byte=0.25"_s, deadlines));
        QVERIFY(applyDeadlineOption(u"idle=0"_s, deadlines));
        QCOMPARE(deadlines.firstByte, std::optional(250ms));
        QCOMPARE(deadlines.idle, std::nullopt);
        for (const QString &wrong :
             {u"idle"_s, u"idle=-1"_s, u"idle=soon"_s, u"sleep=1"_s, u"idle=nan"_s})
            QVERIFY2(!applyDeadlineOption(wrong, deadlines), qPrintable(wrong));
    }
};

KAGURA_TEST(TestCommonArguments)
#include "tst_commonarguments.moc"
