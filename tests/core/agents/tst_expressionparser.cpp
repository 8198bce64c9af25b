// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expressionparser.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestExpressionParser : public QObject
{
    Q_OBJECT

private:
    using Kind = ExpressionNode::Kind;

    //! With all brackets written, so that one sees what binds what.
    static QString shape(const ExpressionNode &node)
    {
        QStringList parts;
        for (const ExpressionNode &child : node.children)
            parts.append(shape(child));
        const QString name = QString::fromStdString(node.name);
        if (node.kind == Kind::Literal)
            return QString::fromUtf8(dumpJson(node.literal));
        if (node.kind == Kind::Name)
            return name;
        return u"(%1%2%3)"_s.arg(QString::number(static_cast<int>(node.kind)),
                                 name.isEmpty() ? QString() : u':' + name,
                                 parts.isEmpty() ? QString() : u' ' + parts.join(u' '));
    }

private Q_SLOTS:
    void whatBindsMoreIsDeeper_data()
    {
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("bracketed");
        const auto row = [](const char *plain, const char *bracketed) {
            QTest::newRow(plain) << QString::fromLatin1(plain) << QString::fromLatin1(bracketed);
        };
        row("1 + 2 * 3", "1 + (2 * 3)");
        row("1 - 2 - 3", "(1 - 2) - 3");
        row("a || b && c", "a || (b && c)");
        row("a && b == c", "a && (b == c)");
        row("a == b < c", "a == (b < c)");
        row("!a && b", "(!a) && b");
        row("-a.b + 1", "(-(a.b)) + 1");
        row("a in b || c", "(a in b) || c");
        row("a ? b : c ? d : e", "a ? b : (c ? d : e)");
        row("a ? b ? c : d : e", "a ? (b ? c : d) : e");
        row("f(a, b)[0].c", "((f(a, b))[0]).c");
        row("!!a", "!(!a)");
    }
    void whatBindsMoreIsDeeper()
    {
        QFETCH(const QString, plain);
        QFETCH(const QString, bracketed);
        const Result<ExpressionNode> one = ExpressionParser::parse(plain);
        const Result<ExpressionNode> other = ExpressionParser::parse(bracketed);
        QVERIFY2(one && other, qPrintable(one ? QString() : one.error().message));
        QCOMPARE(shape(*one), shape(*other));
    }

    void saysWhereItStoppedUnderstanding_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *source, const QString &message) {
            QTest::newRow(source) << QString::fromLatin1(source) << message;
        };
        row("", u"the expression ends too early (character 1)"_s);
        row("1 +", u"the expression ends too early (character 4)"_s);
        row("a b", u"`b` is not expected here (character 3)"_s);
        row("(a", u"`)` is expected here (character 3)"_s);
        row("[1, 2", u"`]` is expected here (character 6)"_s);
        row("{'a' 1}", u"`:` is expected here (character 6)"_s);
        row("a.1", u"the name of a field is expected here (character 3)"_s);
        row("a ? b", u"`:` is expected here (character 6)"_s);
        row("9223372036854775808", u"whole numbers have at most 64 bits (character 1)"_s);
        row("1e999", u"`1e999` is not a number (character 1)"_s);
        row("in", u"`in` is not expected here (character 1)"_s);
        row("a = b", u"`=` means nothing in an expression (character 3)"_s);
    }
    void saysWhereItStoppedUnderstanding()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, message);
        const Result<ExpressionNode> read = ExpressionParser::parse(source);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::BadRequest);
        QCOMPARE(read.error().message, message);
    }

    void nothingNestsWithoutEnd_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("brackets") << QString(2000, u'(');
        QTest::newRow("signs") << QString(2000, u'!') + u'a';
        QTest::newRow("fields") << u'a' + u".a"_s.repeated(1000);
        QTest::newRow("sums") << u'1' + u"+1"_s.repeated(1000);
        QTest::newRow("choices") << u"a?"_s.repeated(1000) + u'a';
        QTest::newRow("long") << QString(5000, u'a');
    }
    void nothingNestsWithoutEnd()
    {
        QFETCH(const QString, source);
        QVERIFY(!ExpressionParser::parse(source));
    }

    void anExpressionInATextEndsAtItsBrace()
    {
        const QString text = u"a ${ {'}': x['}']} } b"_s;
        const auto read = ExpressionParser::parseEmbedded(text, 4);
        QVERIFY(read);
        QCOMPARE(text.sliced(read->end), u" b"_s);
        QCOMPARE(read->root.kind, Kind::Map);
        const auto open = ExpressionParser::parseEmbedded(u"a ${ x "_s, 4);
        QVERIFY(!open);
        QCOMPARE(open.error().message, u"`}` is missing (character 8)"_s);
    }
};

KAGURA_TEST(TestExpressionParser)
#include "tst_expressionparser.moc"
