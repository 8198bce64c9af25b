// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json.h"
#include "core/llm/environmentkeys.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace kagura;

class TestEnvironmentKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsSetAndNotEmpty();
    void oneVariableAProvider();
    void everyProviderHasAPreset();
};

using namespace Qt::StringLiterals;

void TestEnvironmentKeys::findsWhatIsSetAndNotEmpty()
{
    QProcessEnvironment environment;
    QVERIFY(keysInEnvironment(environment).isEmpty());
    environment.insert(u"OPENAI_API_KEY"_s, u"sk-x"_s);
    environment.insert(u"MISTRAL_API_KEY"_s, u"  "_s);
    environment.insert(u"GROQ_API_KEY"_s, QString());
    environment.insert(u"XAI_API_KEY"_s, u"xai-x"_s);
    environment.insert(u"SOMETHING_API_KEY"_s, u"x"_s);
    const QList<EnvironmentKey> expected = {{u"OPENAI_API_KEY"_s, u"openai"_s},
                                            {u"XAI_API_KEY"_s, u"xai"_s}};
    QCOMPARE(keysInEnvironment(environment), expected);
}

void TestEnvironmentKeys::oneVariableAProvider()
{
    QProcessEnvironment environment;
    environment.insert(u"GOOGLE_API_KEY"_s, u"AIza"_s);
    QCOMPARE(keysInEnvironment(environment).first().variable, u"GOOGLE_API_KEY"_s);
    environment.insert(u"GEMINI_API_KEY"_s, u"AIza"_s);
    QCOMPARE(keysInEnvironment(environment).size(), 1);
    QCOMPARE(keysInEnvironment(environment).first().variable, u"GEMINI_API_KEY"_s);
}

// A key that is offered for a provider that nobody can call would be a dead end.
void TestEnvironmentKeys::everyProviderHasAPreset()
{
    QFile file(QStringLiteral(KAGURA_SOURCE_DIR "/resources/providers.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<Json> presets = parseJson(file.readAll());
    QVERIFY(presets);
    QSet<QString> names;
    for (const Json &preset : jsonMember(*presets, "providers"))
        names.insert(jsonString(preset, "name"));
    for (const EnvironmentKey &key : usualKeyVariables())
        QVERIFY2(names.contains(key.provider), qPrintable(key.provider));
}

KAGURA_TEST(TestEnvironmentKeys)
#include "tst_environmentkeys.moc"
