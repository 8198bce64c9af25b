// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/transcriptfixture.h"
#include "ui/chat/findbar.h"
#include "ui/chat/transcriptfinder.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace kagura;

class TestTranscriptFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsDisplayedAndNotWhatIsWritten();
    void goesAroundTheEndAndBeginsInView();
    void whatArrivesIsFoundToo();
    void olderMessagesDoNotLoseTheCurrentOne();
    void messagesThatWereNeverLaidOutAreShown();
    void theBarCountsStepsAndCloses();

private:
    using Place = TranscriptFinder::Place;

    [[nodiscard]] static std::unique_ptr<TranscriptFinder> finderOf(const TranscriptModel &model)
    {
        return std::make_unique<TranscriptFinder>(
            model, [](TranscriptMessage::Author author) { return test::newSource(author); });
    }
};

void TestTranscriptFinder::findsWhatIsDisplayedAndNotWhatIsWritten()
{
    TranscriptModel model;
    model.reset({test::question(QStringLiteral("q"), QStringLiteral("Where is **the** End?")),
                 test::answer(QStringLiteral("a"),
                              QStringLiteral("A th**e e**nd.\n\n| x | the end |\n|-|-|\n| THE END "
                                             "| y |\n\n```\nthe end, the end\n```\n"))});
    const std::unique_ptr<TranscriptFinder> finder = finderOf(model);
    finder->find(QStringLiteral("the end"), 0);
    QVERIFY(finder->isSearching());
    QTRY_VERIFY(!finder->isSearching());
    // In what a person typed the stars are text.
    QCOMPARE(finder->hitsIn(QStringLiteral("q")), QList<TranscriptFinder::Hit>());
    const QList<TranscriptFinder::Hit> expected = {
        {0, 2, 7}, {1, 2, 7}, {2, 0, 7}, {3, 0, 7}, {3, 9, 7}};
    QCOMPARE(finder->hitsIn(QStringLiteral("a")), expected);
    QCOMPARE(finder->count(), 5);
    finder->find({}, 0);
    QCOMPARE(finder->count(), 0);
    QVERIFY(!finder->current());
}

void TestTranscriptFinder::goesAroundTheEndAndBeginsInView()
{
    TranscriptModel model;
    model.reset(test::sampleConversation(30));
    const std::unique_ptr<TranscriptFinder> finder = finderOf(model);
    QSignalSpy moved(finder.get(), &TranscriptFinder::currentMoved);
    finder->find(QStringLiteral("message number"), 12);
    QTRY_COMPARE(finder->count(), 30);
    QCOMPARE(finder->currentNumber(), 13);
    QCOMPARE(moved.size(), 1);
    for (int i = 0; i < 18; ++i)
        finder->step(1);
    QCOMPARE(finder->currentNumber(), 1);
    finder->step(-1);
    QCOMPARE(finder->currentNumber(), 30);
    QCOMPARE(finder->current()->message, QStringLiteral("m29"));
}

void TestTranscriptFinder::whatArrivesIsFoundToo()
{
    TranscriptModel model;
    model.reset({test::waitingAnswer(QStringLiteral("a"))});
    const std::unique_ptr<TranscriptFinder> finder = finderOf(model);
    finder->find(QStringLiteral("needle"), 0);
    QTRY_VERIFY(!finder->isSearching());
    QCOMPARE(finder->count(), 0);
    model.appendText(QStringLiteral("a"), QStringLiteral("hay **need"));
    model.appendText(QStringLiteral("a"), QStringLiteral("le** hay"));
    QTRY_COMPARE(finder->count(), 1);
    model.append(test::question(QStringLiteral("q"), QStringLiteral("needle and Needle")));
    QTRY_COMPARE(finder->count(), 3);
    model.remove(0, 1);
    QCOMPARE(finder->count(), 2);
}

void TestTranscriptFinder::olderMessagesDoNotLoseTheCurrentOne()
{
    TranscriptModel model;
    model.reset({test::question(QStringLiteral("q"), QStringLiteral("word word"))});
    const std::unique_ptr<TranscriptFinder> finder = finderOf(model);
    finder->find(QStringLiteral("word"), 0);
    QTRY_COMPARE(finder->count(), 2);
    finder->step(1);
    const Place second = *finder->current();
    model.insert(0, {test::question(QStringLiteral("old"), QStringLiteral("word"))});
    QTRY_COMPARE(finder->count(), 3);
    QVERIFY(*finder->current() == second);
    QCOMPARE(finder->currentNumber(), 3);
}

void TestTranscriptFinder::messagesThatWereNeverLaidOutAreShown()
{
    test::TranscriptFixture fixture;
    QList<TranscriptMessage> messages = test::sampleConversation(400);
    messages[7].text += QStringLiteral("\n\n")
        + QStringLiteral("filler paragraph\n\n").repeated(900) + QStringLiteral("the needle");
    QVERIFY(fixture.show(messages));
    fixture.view.findWords(QStringLiteral("needle"));
    QTRY_COMPARE(fixture.view.finder().count(), 1);
    const MessageLayout *layout = fixture.view.flow().layout(7);
    QVERIFY(layout);
    const QRect hit = layout->items().back().frame.translated(fixture.view.rowRect(7).topLeft());
    QVERIFY(layout->items().back().isLaidOut());
    QVERIFY(fixture.view.viewport()->rect().contains(hit.center()));
    QVERIFY(!fixture.view.isFollowing());
}

void TestTranscriptFinder::theBarCountsStepsAndCloses()
{
    test::TranscriptFixture fixture;
    QVERIFY(fixture.show(test::sampleConversation(12)));
    FindBar bar(fixture.view.finder());
    bar.setChatStyle(test::sampleStyle());
    QObject::connect(&bar, &FindBar::wanted, &fixture.view, &TranscriptView::findWords);
    const auto *count = bar.findChild<QLabel *>(QStringLiteral("findCount"));
    bar.open(QStringLiteral("Message"));
    QCOMPARE(bar.field().text(), QStringLiteral("Message"));
    QTRY_VERIFY(count->text().endsWith(QStringLiteral("of 12")));
    const qsizetype first = fixture.view.finder().currentNumber();
    QTest::keyClick(&bar.field(), Qt::Key_Return);
    QCOMPARE(fixture.view.finder().currentNumber(), first % 12 + 1);
    QTest::keyClick(&bar.field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(fixture.view.finder().currentNumber(), first);
    QTest::mouseClick(bar.findChild<QToolButton *>(QStringLiteral("findNext")), Qt::LeftButton);
    QCOMPARE(fixture.view.finder().currentNumber(), first % 12 + 1);
    bar.field().setText(QStringLiteral("nowhere to be seen"));
    QTRY_COMPARE(count->text(), QStringLiteral("No matches"));
    QVERIFY(!bar.findChild<QToolButton *>(QStringLiteral("findNext"))->isEnabled());
    QSignalSpy closed(&bar, &FindBar::closed);
    QTest::keyClick(&bar.field(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    QVERIFY(bar.isHidden());
    QCOMPARE(fixture.view.finder().words(), QString());
    for (const QWidget *part : bar.findChildren<QWidget *>()) {
        if (part->focusPolicy() != Qt::NoFocus && !part->objectName().startsWith(u"qt_"))
            QVERIFY2(!part->accessibleName().isEmpty(), qPrintable(part->objectName()));
    }
}

KAGURA_TEST(TestTranscriptFinder)
#include "tst_transcriptfinder.moc"
