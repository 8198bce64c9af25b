// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The transcript without a mouse: read message by message and block by block, and selected.

#include "tests/support/testmain.h"
#include "tests/ui/chat/transcriptfixture.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>

using namespace kagura;

class TestTranscriptReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocksAreReadOneByOne();
    void messagesAreReadOneByOne();
    void lettersWordsAndLinesAreSelected();
    void selectionGoesThroughTablesAndIntoTheNextMessage();
    void whatStillStreamsIsSelected();
    void rightToLeftTextIsSelectedInItsOrder();
    void longConversationsAreReadFromOneEndToTheOther();

private:
    static void press(test::TranscriptFixture &fixture,
                      Qt::Key key,
                      Qt::KeyboardModifiers modifiers,
                      int times = 1)
    {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(&fixture.view, key, modifiers);
    }
    [[nodiscard]] static QString copied(test::TranscriptFixture &fixture)
    {
        fixture.view.copySelection();
        return QGuiApplication::clipboard()->text();
    }
};

void TestTranscriptReading::blocksAreReadOneByOne()
{
    test::TranscriptFixture fixture;
    QVERIFY(fixture.show(
        {test::question(QStringLiteral("q"), QStringLiteral("Question")),
         test::answer(QStringLiteral("a"), QStringLiteral("# Head\n\n- one\n- two\n\nEnd."))}));
    const QStringList expected = {QStringLiteral("Question"), QStringLiteral("# Head"),
                                  QStringLiteral("- one"), QStringLiteral("- two"),
                                  QStringLiteral("End.")};
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&fixture.view);
    for (const QString &block : expected) {
        press(fixture, Qt::Key_Down, Qt::AltModifier);
        fixture.view.copySelection();
        QCOMPARE(QGuiApplication::clipboard()->text(), block);
        press(fixture, Qt::Key_Right, Qt::NoModifier); // does nothing, and nothing breaks
    }
    QAccessibleTextInterface *text = list->child(1)->textInterface();
    QCOMPARE(text->text(text->cursorPosition(), text->characterCount()), QStringLiteral("End."));
    press(fixture, Qt::Key_Down, Qt::AltModifier); // the last one stays
    press(fixture, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(text->text(text->cursorPosition(), text->characterCount()),
             QStringLiteral("- two\n\nEnd."));
}

void TestTranscriptReading::messagesAreReadOneByOne()
{
    test::TranscriptFixture fixture;
    QVERIFY(fixture.show(test::sampleConversation(4)));
    press(fixture, Qt::Key_Down, Qt::ControlModifier, 2);
    QVERIFY(copied(fixture).startsWith(QStringLiteral("Message number 1.")));
    press(fixture, Qt::Key_Down, Qt::ControlModifier, 9);
    press(fixture, Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(copied(fixture).startsWith(QStringLiteral("Message number 2.")));
}

void TestTranscriptReading::lettersWordsAndLinesAreSelected()
{
    test::TranscriptFixture fixture;
    const QString line = QStringLiteral("Some words that stand in a line. ");
    QVERIFY(fixture.show({test::answer(QStringLiteral("a"), line.repeated(8).trimmed())}));
    press(fixture, Qt::Key_Right, Qt::ShiftModifier, 3);
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("Som"));
    press(fixture, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("So"));
    press(fixture, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier, 2);
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("Some words"));
    press(fixture, Qt::Key_End, Qt::ShiftModifier);
    const qsizetype first = fixture.view.selectedText().size();
    QVERIFY(first > 60 && first < line.size() * 8);
    press(fixture, Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(fixture.view.selectedText(), QString());
    press(fixture, Qt::Key_Down, Qt::ShiftModifier);
    const qsizetype second = fixture.view.selectedText().size();
    QVERIFY(second > 60 && second <= first + 1);
    press(fixture, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(fixture.view.selectedText(), QString());
}

void TestTranscriptReading::selectionGoesThroughTablesAndIntoTheNextMessage()
{
    test::TranscriptFixture fixture;
    QVERIFY(fixture.show(
        {test::answer(QStringLiteral("a"), QStringLiteral("|one|two|\n|-|-|\n|three|four|")),
         test::question(QStringLiteral("q"), QStringLiteral("Next one"))}));
    press(fixture, Qt::Key_Right, Qt::ShiftModifier, 7);
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("one\ttwo"));
    press(fixture, Qt::Key_Right, Qt::ShiftModifier, 6);
    // Of several rows whole ones are copied.
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("one\ttwo\nthree\tfour"));
    press(fixture, Qt::Key_Down, Qt::ShiftModifier, 2);
    press(fixture, Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("one\ttwo\nthree\tfour\n\nNext one"));
    press(fixture, Qt::Key_Home, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(fixture.view.selectedText(), QString());
    press(fixture, Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("one\ttwo\nthree\tfour\n\nNext one"));
}

void TestTranscriptReading::whatStillStreamsIsSelected()
{
    test::TranscriptFixture fixture;
    TranscriptMessage live = test::waitingAnswer(QStringLiteral("a"));
    live.state = TranscriptMessage::State::Streaming;
    live.text = QStringLiteral("Still arri");
    QVERIFY(fixture.show({live}));
    press(fixture, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("Still"));
    fixture.model.appendText(QStringLiteral("a"), QStringLiteral("ving **words"));
    fixture.beat();
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("Still"));
    press(fixture, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier, 2);
    QCOMPARE(fixture.view.selectedText(), QStringLiteral("Still arriving words"));
}

void TestTranscriptReading::rightToLeftTextIsSelectedInItsOrder()
{
    test::TranscriptFixture fixture;
    const QString hebrew = QString::fromUtf8("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d "
                                             "\xd7\xa2\xd7\x95\xd7\x9c\xd7\x9d");
    QVERIFY(fixture.show({test::answer(QStringLiteral("a"), hebrew)}));
    press(fixture, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(fixture.view.selectedText(), hebrew.left(4));
    press(fixture, Qt::Key_Right, Qt::ShiftModifier, 2);
    QCOMPARE(fixture.view.selectedText(), hebrew.left(6));
}

void TestTranscriptReading::longConversationsAreReadFromOneEndToTheOther()
{
    test::TranscriptFixture fixture;
    QVERIFY(fixture.show(test::sampleConversation(60), {700, 400}));
    fixture.view.verticalScrollBar()->setValue(0);
    press(fixture, Qt::Key_Down, Qt::ControlModifier, 60);
    QVERIFY(copied(fixture).startsWith(QStringLiteral("Message number 59.")));
    press(fixture, Qt::Key_Up, Qt::AltModifier); // its first block
    const int last = fixture.value();
    press(fixture, Qt::Key_Up, Qt::AltModifier, 200);
    QVERIFY(fixture.value() < last);
    QCOMPARE(fixture.view.rowRect(0).top() >= 0, true);
}

KAGURA_TEST(TestTranscriptReading)
#include "tst_transcriptreading.moc"
