// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/guide/manual.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace kagura;

class TestManual : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headingsOpenSections();
    void headingsInsideFencesAreText();
    void aParagraphIsOneLineAndWhatIsNoneStaysAsItIs();
    void sectionsWithoutTextAreLeftOut();
    void everyPageIsBundled();
    void everySectionIsShortEnoughToQuote();
    void headingsAreUniqueOnTheirPage();
};

void TestManual::headingsOpenSections()
{
    const QList<ManualSection> sections = parseManualPage(
        QStringLiteral("# Page\n\nIntro.\n\n## First\n\nOne.\nTwo.\n\n### Deep\n\nThree.\n"));
    const QString page = QStringLiteral("Page");
    const QList<ManualSection> expected = {
        {page, page, QStringLiteral("Intro."), 1},
        {page, QStringLiteral("First"), QStringLiteral("One. Two."), 2},
        {page, QStringLiteral("Deep"), QStringLiteral("Three."), 3},
    };
    QCOMPARE(sections, expected);
}

void TestManual::headingsInsideFencesAreText()
{
    const QList<ManualSection> sections =
        parseManualPage(QStringLiteral("# Page\n\n```\n# a comment\n```\n\n#hashtag\n"));
    QCOMPARE(sections.size(), 1);
    QCOMPARE(sections.first().markdown, QStringLiteral("```\n# a comment\n```\n\n#hashtag"));
}

void TestManual::aParagraphIsOneLineAndWhatIsNoneStaysAsItIs()
{
    const QList<ManualSection> sections = parseManualPage(QStringLiteral(
        "# Page\n\nOne\ntwo\n\n- first\n  goes on\n- second\n\n| a | b |\n|---|---|\n"
        "\n```\nx\ny\n```\nafter\nit\n"));
    QCOMPARE(sections.first().markdown,
             QStringLiteral("One two\n\n- first goes on\n- second\n\n| a | b |\n|---|---|\n\n"
                            "```\nx\ny\n```\nafter it"));
}

void TestManual::sectionsWithoutTextAreLeftOut()
{
    const QList<ManualSection> sections =
        parseManualPage(QStringLiteral("# Page\n\n## Full\n\nText.\n\n## Empty\n"));
    QCOMPARE(sections.size(), 1);
    QCOMPARE(sections.first().title, QStringLiteral("Full"));
    QVERIFY(parseManualPage(QString()).isEmpty());
}

// The pages are listed by hand in the resource file; one that is missing there is missing in the Guide.
void TestManual::everyPageIsBundled()
{
    const QDir source(QStringLiteral(KAGURA_SOURCE_DIR "/resources/manual"));
    QSet<QString> pages;
    for (const ManualSection &section : bundledManual())
        pages.insert(section.page);
    QVERIFY(source.count() > 0);
    QCOMPARE(pages.size(), source.entryList({QStringLiteral("*.md")}, QDir::Files).size());
}

void TestManual::everySectionIsShortEnoughToQuote()
{
    for (const ManualSection &section : bundledManual())
        QVERIFY2(section.markdown.size() <= 1600, qPrintable(section.page + section.title));
}

void TestManual::headingsAreUniqueOnTheirPage()
{
    QSet<QString> seen;
    for (const ManualSection &section : bundledManual()) {
        const QString name = section.page + QLatin1Char('/') + section.title;
        QVERIFY2(!seen.contains(name), qPrintable(name));
        seen.insert(name);
    }
}

KAGURA_TEST(TestManual)
#include "tst_manual.moc"
