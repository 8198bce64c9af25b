// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expressionlexer.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestExpressionLexer : public QObject
{
    Q_OBJECT

private:
    static QStringList tokensOf(const QString &source)
    {
        ExpressionLexer lexer(source, 0);
        QStringList tokens;
        while (lexer.token().kind != ExpressionLexer::Token::Kind::End && !lexer.hasFailed()) {
            tokens.append(lexer.token().text);
            lexer.advance();
        }
        return lexer.hasFailed() ? QStringList{lexer.failure().message} : tokens;
    }

private Q_SLOTS:
    void cutsAtTheLongestSign()
    {
        QCOMPARE(tokensOf(u"a<=b==!c&&1.5e3||x.y[0]"_s),
                 (QStringList{u"a"_s, u"<="_s, u"b"_s, u"=="_s, u"!"_s, u"c"_s, u"&&"_s, u"1.5e3"_s,
                              u"||"_s, u"x"_s, u"."_s, u"y"_s, u"["_s, u"0"_s, u"]"_s}));
    }

    void textsLoseQuotesAndEscapes()
    {
        QCOMPARE(tokensOf(u"'it''s'"_s), (QStringList{u"it"_s, u"s"_s}));
        QCOMPARE(tokensOf(u"\"a\\n\\t\\u00e4\\\"\\\\\""_s), (QStringList{u"a\n\t\u00e4\"\\"_s}));
    }

    void wrongSignsAreNamedWithTheirPlace_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("message");
        QTest::newRow("no sign of ours")
            << u"a # b"_s << u"`#` means nothing in an expression (character 3)"_s;
        QTest::newRow("no end") << u"a == 'b"_s << u"this text has no end (character 6)"_s;
        QTest::newRow("no escape")
            << u"'\\q'"_s
            << u"there are the escapes \\n \\t \\r \\\\ \\\" \\' and \\uXXXX (character 2)"_s;
    }
    void wrongSignsAreNamedWithTheirPlace()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, message);
        QCOMPARE(tokensOf(source), QStringList{message});
    }
};

KAGURA_TEST(TestExpressionLexer)
#include "tst_expressionlexer.moc"
