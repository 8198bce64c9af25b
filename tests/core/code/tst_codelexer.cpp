// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/code/codelanguages.h"
#include "core/code/codelexer.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kagura;

class TestCodeLexer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreToldApart_data();
    void wordsAreToldApart();
    void stateGoesOnOverACut();
    void tokensAreInOrderForAnyText();
    void timeIsLinear();

private:
    CodeLanguages m_languages;
};

namespace {

QString tagged(QStringView code, const QList<CodeToken> &tokens)
{
    static constexpr QStringView tags(u"_ksncf");
    QString out;
    qsizetype at = 0;
    for (const CodeToken &token : tokens) {
        out += code.mid(at, token.from - at);
        out += QStringLiteral("<%1:").arg(tags.at(qsizetype(token.kind)));
        out += code.mid(token.from, token.length);
        out += u'>';
        at = token.from + token.length;
    }
    out += code.mid(at);
    return out;
}

void row(const char *language, const char *code, const char *shown)
{
    QTest::addRow("%s: %s", language, code)
        << QString::fromLatin1(language) << QString::fromUtf8(code) << QString::fromUtf8(shown);
}

} // namespace

void TestCodeLexer::wordsAreToldApart_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("shown");
    row("cpp", "return f(x, 3.5e-2); // no \"s\"",
        "<k:return> <f:f>(x, <n:3.5e-2>); <c:// no \"s\">");
    row("cpp", "#include <x>\nauto s = \"a\\\"b\";",
        "<k:#include> <x>\n<k:auto> s = <s:\"a\\\"b\">;");
    row("cpp", "/* a\nb */ int", "<c:/* a\nb */> <k:int>");
    row("python", "def f(): # x\n  '''a\nb'''", "<k:def> <f:f>(): <c:# x>\n  <s:'''a\nb'''>");
    row("bash", "echo \"$#\" a#b # c", "<k:echo> <s:\"$#\"> a#b <c:# c>");
    row("sql", "Select * FROM t -- x", "<k:Select> * <k:FROM> t <c:-- x>");
    row("json", "{\"a\": \"b\", \"c\": [1, true]}",
        "{<f:\"a\">: <s:\"b\">, <f:\"c\">: [<n:1>, <k:true>]}");
    row("yaml", "a-b: 1 # x", "<f:a-b>: <n:1> <c:# x>");
    row("html", "<a href=\"x\"><!-- y --></a>", "<<k:a> <f:href>=<s:\"x\">><c:<!-- y -->></<k:a>>");
    row("rust", "fn f<'a>(x: &'a str)", "<k:fn> f<'a>(x: &'a <k:str>)");
    row("js", "const u = `a\n${b}`; 'http://x'", "<k:const> u = <s:`a\n${b}`>; <s:'http://x'>");
    row("diff", "+a\n-b\n c", "<s:+a>\n<n:-b>\n c");
    row("cpp", "/* open", "<c:/* open>");
    row("cpp", "\"open", "<s:\"open>");
}

void TestCodeLexer::wordsAreToldApart()
{
    QFETCH(QString, language);
    QFETCH(QString, code);
    QFETCH(QString, shown);
    CodeLexer::State state = CodeLexer::nothingOpen;
    const QList<CodeToken> tokens = CodeLexer(*m_languages.find(language)).tokens(code, state);
    QCOMPARE(tagged(code, tokens), shown);
}

void TestCodeLexer::stateGoesOnOverACut()
{
    const CodeLexer lexer(*m_languages.find(QStringLiteral("cpp")));
    CodeLexer::State state = CodeLexer::nothingOpen;
    QCOMPARE(lexer.tokens(u"int a; /* b", state).size(), 2);
    QVERIFY(state != CodeLexer::nothingOpen);
    QCOMPARE(lexer.tokens(u"still", state).first().kind, CodeToken::Kind::Comment);
    QCOMPARE(lexer.tokens(u"c */ int", state).size(), 2);
    QCOMPARE(state, CodeLexer::nothingOpen);
}

void TestCodeLexer::tokensAreInOrderForAnyText()
{
    const QString text = QStringLiteral("#'\"/*`<!--\"\"\"\n'''--[[ ]] */ -->\\ 0x1F 1e+5 1..2 @a "
                                        "$b <a/> {- -} # \U0001F600 // x:\n+\n");
    for (const char *name :
         {"cpp", "python", "html", "js", "diff", "bash", "lua", "css", "toml", "bat"}) {
        const CodeLexer lexer(*m_languages.find(QString::fromLatin1(name)));
        for (qsizetype length = 0; length <= text.size(); ++length) {
            CodeLexer::State state = CodeLexer::nothingOpen;
            qsizetype end = 0;
            for (const CodeToken &token : lexer.tokens(QStringView(text).left(length), state)) {
                QVERIFY(token.from >= end && token.length > 0);
                end = token.from + token.length;
            }
            QVERIFY(end <= length);
        }
    }
}

void TestCodeLexer::timeIsLinear()
{
    const CodeLexer lexer(*m_languages.find(QStringLiteral("cpp")));
    const QString code =
        QStringLiteral("int value = call(\"text\", 17); // comment\n").repeated(5000);
    CodeLexer::State state = CodeLexer::nothingOpen;
    QElapsedTimer timer;
    timer.start();
    const QList<CodeToken> tokens = lexer.tokens(code, state);
    QVERIFY2(timer.elapsed() < kagura::test::patiently(1500),
             qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(tokens.size(), 5 * 5000);
}

KAGURA_TEST(TestCodeLexer)
#include "tst_codelexer.moc"
