// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/promptfile.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

QList<Prompt> samples()
{
    return {{{}, u"Explain"_s, u"Explain {{what}}\n\nbriefly."_s},
            {{}, u"Fix “this”"_s, u"# not a heading\n```cpp\nint x;\n```\nand ````"_s},
            {{}, u"Blank lines"_s, u"one\n\n\ntwo"_s}};
}

class TestPromptFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain_data()
    {
        QTest::addColumn<PromptFormat>("format");
        QTest::newRow("JSON") << PromptFormat::AsJson;
        QTest::newRow("Markdown") << PromptFormat::AsMarkdown;
    }
    void whatIsWrittenIsReadAgain()
    {
        QFETCH(const PromptFormat, format);
        const Result<QList<Prompt>> read = readPrompts(writePrompts(samples(), format), format);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(*read, samples());
    }

    void whatPeopleWriteIsRead()
    {
        const QList<Prompt> expected = {{{}, u"One"_s, u"Do it.\n\n## Well\n\n- and soon"_s},
                                        {{}, u"Two"_s, u"Again"_s}};
        QCOMPARE(*readPrompts("about this file\r\n\r\n# One\r\n\r\nDo it.\r\n\r\n## Well\r\n\r\n"
                              "- and soon\r\n\r\n#  Two \r\nAgain",
                              PromptFormat::AsMarkdown),
                 expected);
    }

    void filesOfOtherProgramsAreRead()
    {
        const QList<Prompt> expected = {{{}, u"Greet"_s, u"Say hello"_s}};
        QCOMPARE(*readPrompts(R"([{"command":"/g","title":"Greet","content":"Say hello"},
                                  {"title":"no text"}, 7])",
                              PromptFormat::AsJson),
                 expected);
    }

    void whatHasNoPromptIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<PromptFormat>("format");
        QTest::newRow("no JSON") << QByteArray("{") << PromptFormat::AsJson;
        QTest::newRow("another file") << QByteArray("{\"models\":[]}") << PromptFormat::AsJson;
        QTest::newRow("an empty list") << QByteArray("[]") << PromptFormat::AsJson;
        QTest::newRow("text without a heading") << QByteArray("hello") << PromptFormat::AsMarkdown;
        QTest::newRow("nothing") << QByteArray() << PromptFormat::AsMarkdown;
    }
    void whatHasNoPromptIsRefused()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const PromptFormat, format);
        const Result<QList<Prompt>> read = readPrompts(file, format);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Protocol);
    }
};

} // namespace

KAGURA_TEST(TestPromptFile)

#include "tst_promptfile.moc"
