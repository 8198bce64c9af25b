// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/prompttemplate.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestPromptTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variablesAreThoseInDoubleBraces_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("variables");
        QTest::newRow("none") << u"plain"_s << QStringList{};
        QTest::newRow("each once, in order")
            << u"{{b}} {{a}} {{b}}"_s << QStringList{u"b"_s, u"a"_s};
        QTest::newRow("spaces around and within")
            << u"{{ target language }}"_s << QStringList{u"target language"_s};
        QTest::newRow("other scripts")
            << u"{{言語}} {{größe}}"_s << QStringList{u"言語"_s, u"größe"_s};
        QTest::newRow("code is no variable")
            << u"{{ a + b }} {c} {{}} {{ }} {{a\nb}} {{{x}}"_s << QStringList{u"x"_s};
        QTest::newRow("too long a name") << u"{{%1}}"_s.arg(u"x"_s.repeated(41)) << QStringList{};
    }
    void variablesAreThoseInDoubleBraces()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, variables);
        QCOMPARE(PromptTemplate(text).variables(), variables);
    }

    void whatIsFilledInIsNotReadAgain()
    {
        const PromptTemplate prompt(u"Say {{a}} to {{b}}, {{a}}!"_s);
        QCOMPARE(prompt.filled({{u"a"_s, u"{{b}}"_s}, {u"b"_s, u"her"_s}}),
                 u"Say {{b}} to her, {{b}}!"_s);
    }

    void whatIsNotGivenStays()
    {
        const PromptTemplate prompt(u"{{a}} {{b}}"_s);
        QCOMPARE(prompt.filled({{u"a"_s, QString()}}), u" {{b}}"_s);
        QCOMPARE(prompt.filled({}), u"{{a}} {{b}}"_s);
    }
};

} // namespace

KAGURA_TEST(TestPromptTemplate)

#include "tst_prompttemplate.moc"
