// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/code/codelanguages.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestCodeLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atLeastTwentyFiveAreKnown();
    void namesAreFoundInAnyCase();
    void damagedListsAreSurvived();
};

void TestCodeLanguages::atLeastTwentyFiveAreKnown()
{
    const CodeLanguages languages;
    QVERIFY2(languages.count() >= 25, qPrintable(QString::number(languages.count())));
    for (const char *name :
         {"c",     "cpp", "csharp", "java", "kotlin",     "swift",    "go",         "rust",
          "js",    "ts",  "python", "ruby", "php",        "bash",     "powershell", "sql",
          "html",  "xml", "css",    "json", "yaml",       "toml",     "lua",        "haskell",
          "scala", "r",   "julia",  "dart", "dockerfile", "makefile", "diff",       "latex"})
        QVERIFY2(languages.find(QString::fromLatin1(name)), name);
}

void TestCodeLanguages::namesAreFoundInAnyCase()
{
    const CodeLanguages languages;
    QVERIFY(languages.find(QStringLiteral("C++")));
    QCOMPARE(languages.find(QStringLiteral("PY")), languages.find(QStringLiteral("python")));
    QVERIFY(!languages.find(QStringLiteral("klingon")));
    QVERIFY(!languages.find(QString()));
}

void TestCodeLanguages::damagedListsAreSurvived()
{
    QCOMPARE(CodeLanguages(QByteArray("{\"languages\": [1, {}, {\"names\": \"a\", \"block\": "
                                      "[\"x\", \"\"], \"long\": [\"y\"]}]}"))
                 .count(),
             1);
    QCOMPARE(CodeLanguages(QByteArray("no json")).count(), 0);
}

KAGURA_TEST(TestCodeLanguages)
#include "tst_codelanguages.moc"
