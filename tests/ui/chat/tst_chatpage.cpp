// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/chatpage.h"
#include "ui/chat/composer.h"
#include "ui/chat/composeredit.h"
#include "ui/chat/conversationlist.h"
#include "ui/chat/conversationlistmodel.h"
#include "ui/chat/foundpanel.h"
#include "ui/chat/modelpicker.h"
#include "ui/chat/searchhitmodel.h"
#include "ui/chat/starterbutton.h"
#include "ui/chat/transcriptmodel.h"
#include "ui/chat/transcriptview.h"
#include "ui/widgets/frameclock.h"

#include <QAccessible>
#include <QApplication>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace kagura;

class TestChatPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void stopWorksBeforeTheFirstByte();
    void otherKeysTakeThePlaceOfTheUsualOnes();
    void escapeStopsFromAnywhereOnThePage();
    void endOfTheAnswerBringsSendBack();
    void refusedMessageIsTheDraftAgain();
    void draftIsKeptForEachConversation();
    void adoptedConversationKeepsWhatIsBeingTyped();
    void starterFillsAndDoesNotSend();
    void foundModelsCanBeUsed();
    void firstStepsGoWithTheFirstMessage();
    void retryGoesOutWithThePickedModel();
    void modelIsPickedByKeyboard();
    void conversationsAreOpenedRenamedAndDeletedByKeyboard();
    void anEditGoesOutAsAnotherVersionAndLeavesTheDraftAlone();
    void theArrowUpEditsWhatWasSaidLast();
    void theTabKeyGoesThroughThePageAsOneReadsIt();
    void draftsComeFromOutsideAndAreToldWhenThePageTurns();
    void filesMayFallAnywhereOnThePage();
    void whatIsFoundInMessagesIsOpenedByKeyboard();
    void searchFiltersTitles();
    void everyControlHasANameForAssistiveTechnology();

private:
    [[nodiscard]] ComposerEdit &edit() const { return m_page->composer().edit(); }
    void type(const QString &text) const { QTest::keyClicks(&edit(), text); }

    const ModelChoice m_guide{QStringLiteral("guide"), QStringLiteral("offline"),
                              QStringLiteral("guide"), QStringLiteral("Guide")};
    const ModelChoice m_other{QStringLiteral("acme"), QStringLiteral("Acme"),
                              QStringLiteral("large"), QStringLiteral("large")};
    SystemClock m_clock;
    std::unique_ptr<FrameClock> m_frames;
    std::unique_ptr<ConversationListModel> m_list;
    std::unique_ptr<SearchHitModel> m_hits;
    std::unique_ptr<TranscriptModel> m_messages;
    std::unique_ptr<ModelListModel> m_choices;
    std::unique_ptr<ChatPage> m_page;
};

void TestChatPage::init()
{
    m_frames = std::make_unique<FrameClock>();
    m_list = std::make_unique<ConversationListModel>();
    m_messages = std::make_unique<TranscriptModel>();
    m_choices = std::make_unique<ModelListModel>();
    m_choices->setChoices({m_guide, m_other});
    m_hits = std::make_unique<SearchHitModel>();
    m_page = std::make_unique<ChatPage>(ChatModels{*m_list, *m_hits, *m_messages, *m_choices},
                                        *m_frames, m_clock);
    m_page->setChatStyle(test::sampleStyle());
    m_page->setChoice(m_guide);
    m_page->resize(1300, 800);
    m_page->show();
    m_page->focusComposer();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestChatPage::cleanup()
{
    m_page.reset();
    m_choices.reset();
    m_messages.reset();
    m_list.reset();
    m_frames.reset();
}

void TestChatPage::stopWorksBeforeTheFirstByte()
{
    QSignalSpy sent(m_page.get(), &ChatPage::sendRequested);
    QSignalSpy stopped(m_page.get(), &ChatPage::stopRequested);
    type(QStringLiteral("Hello"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first().at(1).toString(), QStringLiteral("Hello"));
    QCOMPARE(sent.first().at(2).value<ModelChoice>(), m_guide);
    QVERIFY(m_page->composer().text().isEmpty());
    // Nobody has answered anything yet, not even that the message was stored.
    auto *stop = m_page->findChild<QPushButton *>(QStringLiteral("stop"));
    QVERIFY(stop->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QCOMPARE(stopped.size(), 1);
    m_messages->append(test::question(QStringLiteral("q"), QStringLiteral("Hello")));
    m_messages->append(test::waitingAnswer(QStringLiteral("a")));
    QVERIFY(stop->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QCOMPARE(stopped.size(), 2);
}

void TestChatPage::escapeStopsFromAnywhereOnThePage()
{
    m_messages->reset(
        {test::question(QStringLiteral("q"), {}), test::waitingAnswer(QStringLiteral("a"))});
    QSignalSpy stopped(m_page.get(), &ChatPage::stopRequested);
    QTest::keyClick(&edit(), Qt::Key_Escape);
    m_page->transcript().setFocus();
    QTest::keyClick(&m_page->transcript(), Qt::Key_Escape);
    m_page->list().view().setFocus();
    QTest::keyClick(&m_page->list().view(), Qt::Key_Escape);
    QCOMPARE(stopped.size(), 3);
}

void TestChatPage::endOfTheAnswerBringsSendBack()
{
    auto *send = m_page->findChild<QPushButton *>(QStringLiteral("send"));
    m_messages->reset(
        {test::question(QStringLiteral("q"), {}), test::waitingAnswer(QStringLiteral("a"))});
    QVERIFY(!send->isVisible());
    m_messages->appendText(QStringLiteral("a"), QStringLiteral("Hi"));
    QVERIFY(!send->isVisible());
    m_messages->replace(test::answer(QStringLiteral("a"), QStringLiteral("Hi")));
    QVERIFY(send->isVisible());
    QSignalSpy stopped(m_page.get(), &ChatPage::stopRequested);
    QTest::keyClick(&edit(), Qt::Key_Escape);
    QCOMPARE(stopped.size(), 0);
}

void TestChatPage::refusedMessageIsTheDraftAgain()
{
    type(QStringLiteral("Hello"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    m_page->refuseSend(QStringLiteral("Hello"));
    QCOMPARE(m_page->composer().text(), QStringLiteral("Hello"));
    QVERIFY(!m_page->composer().isInFlight());
}

void TestChatPage::draftIsKeptForEachConversation()
{
    m_page->showConversation(QStringLiteral("one"), QStringLiteral("One"));
    type(QStringLiteral("draft one"));
    m_page->showConversation(QStringLiteral("two"), QStringLiteral("Two"));
    QCOMPARE(m_page->composer().text(), QString());
    type(QStringLiteral("draft two"));
    m_page->showConversation(QStringLiteral("one"), QStringLiteral("One"));
    QCOMPARE(m_page->composer().text(), QStringLiteral("draft one"));
    m_page->showConversation(QStringLiteral("two"), QStringLiteral("Two"));
    QCOMPARE(m_page->composer().text(), QStringLiteral("draft two"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    m_page->showConversation(QStringLiteral("one"), {});
    m_page->showConversation(QStringLiteral("two"), {});
    QCOMPARE(m_page->composer().text(), QString());
}

void TestChatPage::adoptedConversationKeepsWhatIsBeingTyped()
{
    type(QStringLiteral("First"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    type(QStringLiteral("next"));
    m_page->adoptConversation(QStringLiteral("new"));
    QCOMPARE(m_page->conversation(), QStringLiteral("new"));
    QCOMPARE(m_page->composer().text(), QStringLiteral("next"));
    QVERIFY(m_page->composer().isInFlight());
}

void TestChatPage::starterFillsAndDoesNotSend()
{
    QSignalSpy sent(m_page.get(), &ChatPage::sendRequested);
    auto *starter = m_page->findChild<StarterButton *>(QStringLiteral("starter1"));
    QTest::mouseClick(starter, Qt::LeftButton);
    QCOMPARE(m_page->composer().text(), starter->text());
    QVERIFY(edit().hasFocus());
    QCOMPARE(sent.size(), 0);
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
}

void TestChatPage::foundModelsCanBeUsed()
{
    QSignalSpy used(&m_page->found(), &FoundPanel::used);
    QSignalSpy paste(&m_page->found(), &FoundPanel::pasteKeyRequested);
    QTest::mouseClick(m_page->findChild<QPushButton *>(QStringLiteral("pasteKey")), Qt::LeftButton);
    QCOMPARE(paste.size(), 1);
    m_page->found().setFound(
        {{FoundModel::Kind::Server, QStringLiteral("ollama"), QStringLiteral("Ollama, 2 models"),
          QStringLiteral("localhost:11434")}});
    auto *use = m_page->findChild<QPushButton *>(QStringLiteral("useFound"));
    QTest::mouseClick(use, Qt::LeftButton);
    QCOMPARE(used.first().first().toString(), QStringLiteral("ollama"));
}

void TestChatPage::firstStepsGoWithTheFirstMessage()
{
    QVERIFY(m_page->found().isVisible());
    m_messages->append(test::question(QStringLiteral("q"), QStringLiteral("Hello")));
    QVERIFY(!m_page->found().isVisible());
    QVERIFY(m_page->transcript().isVisible());
    m_messages->reset({});
    QVERIFY(m_page->found().isVisible());
    m_page->setGuideOnly(false);
    QVERIFY(!m_page->found().isVisible());
}

void TestChatPage::retryGoesOutWithThePickedModel()
{
    TranscriptMessage failed = test::answer(QStringLiteral("a"), {});
    failed.state = TranscriptMessage::State::Failed;
    failed.failure = Error{Error::Kind::Network, {}};
    m_messages->reset({test::question(QStringLiteral("q"), QStringLiteral("Hi")), failed});
    m_page->setChoice(m_other);
    QSignalSpy again(m_page.get(), &ChatPage::regenerateRequested);
    Q_EMIT m_page->transcript().stepRequested(QStringLiteral("a"), NextStep::Retry);
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().at(1).toString(), QStringLiteral("a"));
    QCOMPARE(again.first().at(2).value<ModelChoice>(), m_other);
    QVERIFY(m_page->composer().isInFlight());
}

void TestChatPage::modelIsPickedByKeyboard()
{
    QSignalSpy chosen(&m_page->picker(), &ModelPicker::chosen);
    QTest::keyClick(&edit(), Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(m_page->picker().popup().isVisible());
    auto *filter = m_page->picker().popup().findChild<QLineEdit *>();
    QTest::keyClicks(filter, QStringLiteral("acme"));
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(m_page->picker().current(), m_other);
    QVERIFY(!m_page->picker().popup().isVisible());
    QCOMPARE(edit().placeholderText(), QStringLiteral("Ask the Guide\u2026"));
    m_page->setGuideOnly(false);
    QVERIFY(edit().placeholderText().contains(QStringLiteral("large")));
    QTest::keyClick(&edit(), Qt::Key_M, Qt::ControlModifier);
    QTest::keyClick(filter, Qt::Key_Up);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(m_page->picker().current(), m_guide);
}

void TestChatPage::conversationsAreOpenedRenamedAndDeletedByKeyboard()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_list->reset(
        {{QStringLiteral("one"), QStringLiteral("One"), now, false, false},
         {QStringLiteral("two"), QStringLiteral("Two"), now.addSecs(-3600 * 26), false, false}},
        false);
    QListView &view = m_page->list().view();
    QSignalSpy opened(&m_page->list(), &ConversationList::opened);
    QSignalSpy renamed(m_list.get(), &ConversationListModel::renameRequested);
    QSignalSpy deleted(&m_page->list(), &ConversationList::deleteRequested);
    m_page->showConversation(QStringLiteral("one"), QStringLiteral("One"));
    QCOMPARE(opened.size(), 0);
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Down); // over the heading between them
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), QStringLiteral("two"));
    QTest::keyClick(&view, Qt::Key_F2);
    auto *editor = view.findChild<QLineEdit *>(QStringLiteral("renameConversation"));
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("Better"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(renamed.size(), 1); // Qt closes the editor in the next turn
    QCOMPARE(renamed.first().at(1).toString(), QStringLiteral("Better"));
    QTest::keyClick(&view, Qt::Key_Delete);
    QCOMPARE(deleted.first().first().toStringList(), QStringList{QStringLiteral("two")});
    m_list->remove(QStringLiteral("two"));
    QCOMPARE(opened.size(), 1); // what goes away does not open its neighbour
    QSignalSpy fresh(m_page.get(), &ChatPage::newConversationRequested);
    QTest::keyClick(&view, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(fresh.size(), 1);
}

void TestChatPage::otherKeysTakeThePlaceOfTheUsualOnes()
{
    QSignalSpy fresh(m_page.get(), &ChatPage::newConversationRequested);
    auto *button = m_page->findChild<QPushButton *>(QStringLiteral("newConversation"));
    m_page->setKeys(ChatPage::Command::New, QKeySequence(QStringLiteral("Ctrl+J")));
    QVERIFY(button->toolTip().contains(QStringLiteral("Ctrl+J")));
    QTest::keyClick(&edit(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(fresh.size(), 0);
    QTest::keyClick(&edit(), Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(fresh.size(), 1);
    m_page->setKeys(ChatPage::Command::New, {});
    QTest::keyClick(&edit(), Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(fresh.size(), 1);
    QVERIFY(!button->toolTip().contains(u'('));
}

void TestChatPage::anEditGoesOutAsAnotherVersionAndLeavesTheDraftAlone()
{
    m_messages->reset({test::question(QStringLiteral("q"), QStringLiteral("First wording")),
                       test::answer(QStringLiteral("a"), QStringLiteral("Well."))});
    m_page->showConversation(QStringLiteral("c"), QStringLiteral("Title"));
    QTest::keyClicks(&edit(), QStringLiteral("half a draft"));
    QSignalSpy edited(m_page.get(), &ChatPage::editRequested);
    QSignalSpy sent(m_page.get(), &ChatPage::sendRequested);
    Q_EMIT m_page->transcript().editRequested(QStringLiteral("q"));
    QCOMPARE(edit().toPlainText(), QStringLiteral("First wording"));
    auto *hint = m_page->composer().findChild<QLabel *>(QStringLiteral("composerHint"));
    QCOMPARE(hint->text(), QStringLiteral("Esc cancels"));
    QTest::keyClick(&edit(), Qt::Key_Escape);
    QCOMPARE(edit().toPlainText(), QStringLiteral("half a draft"));
    Q_EMIT m_page->transcript().editRequested(QStringLiteral("q"));
    QTest::keyClicks(&edit(), QStringLiteral("!"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.size(), 0);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first().at(0).toString(), QStringLiteral("c"));
    QCOMPARE(edited.first().at(1).toString(), QStringLiteral("q"));
    QCOMPARE(edited.first().at(2).toString(), QStringLiteral("First wording!"));
    QVERIFY(m_page->composer().isInFlight());
    QCOMPARE(edit().toPlainText(), QStringLiteral("half a draft"));
}

void TestChatPage::theTabKeyGoesThroughThePageAsOneReadsIt()
{
    m_page->found().setFound({{FoundModel::Kind::Server, QStringLiteral("http://127.0.0.1:1"),
                               QStringLiteral("Ollama, 1 model"), QStringLiteral("127.0.0.1:1")}});
    const auto *use = m_page->found().findChild<QWidget *>(QStringLiteral("useFound"));
    QTRY_VERIFY(use->isVisible()); // what a layout is given is shown with the next events
    QStringList names;
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(&edit()));
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        names.append(QApplication::focusWidget()->objectName());
    }
    QCOMPARE(names.mid(0, 2), (QStringList{QStringLiteral("attach"), QStringLiteral("prompts")}));
    QVERIFY2(m_page->found().isAncestorOf(QApplication::focusWidget()),
             qPrintable(names.join(u' ')));
}

void TestChatPage::theArrowUpEditsWhatWasSaidLast()
{
    m_messages->reset({test::question(QStringLiteral("q1"), QStringLiteral("First")),
                       test::answer(QStringLiteral("a1"), QStringLiteral("Well.")),
                       test::question(QStringLiteral("q2"), QStringLiteral("Second")),
                       test::answer(QStringLiteral("a2"), QStringLiteral("Yes."))});
    m_page->showConversation(QStringLiteral("c"), QStringLiteral("Title"));
    m_page->focusComposer();
    type(QStringLiteral("x"));
    QTest::keyClick(&edit(), Qt::Key_Up); // what is being written is not given up
    QCOMPARE(m_page->edited(), QString());
    QTest::keyClick(&edit(), Qt::Key_Backspace);
    QTest::keyClick(&edit(), Qt::Key_Up);
    QCOMPARE(m_page->edited(), QStringLiteral("q2"));
    QCOMPARE(edit().toPlainText(), QStringLiteral("Second"));
    QTest::keyClick(&edit(), Qt::Key_Escape);
    QCOMPARE(m_page->edited(), QString());
    QVERIFY(edit().toPlainText().isEmpty());
}

void TestChatPage::draftsComeFromOutsideAndAreToldWhenThePageTurns()
{
    const QString one = QStringLiteral("one");
    const QString two = QStringLiteral("two");
    QSignalSpy left(m_page.get(), &ChatPage::draftLeft);
    QSignalSpy shown(m_page.get(), &ChatPage::conversationShown);
    m_page->showConversation(one, {});
    m_page->setDraft(one, QStringLiteral("of an earlier start"));
    m_page->setDraft(two, QStringLiteral("of another one"));
    QCOMPARE(m_page->draftText(), QStringLiteral("of an earlier start"));
    m_page->setDraft(one, QStringLiteral("too late"));
    QCOMPARE(m_page->draftText(), QStringLiteral("of an earlier start"));
    left.clear();
    m_page->showConversation(two, {});
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first(), QVariantList({one, QStringLiteral("of an earlier start")}));
    QCOMPARE(shown.last().first().toString(), two);
    QCOMPARE(edit().toPlainText(), QStringLiteral("of another one"));
}

void TestChatPage::filesMayFallAnywhereOnThePage()
{
    QSignalSpy files(&m_page->composer(), &Composer::filesOffered);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.txt"))});
    QDragEnterEvent enter({9, 9}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_page.get(), &drop);
    QCOMPARE(files.size(), 1);
    // Words belong into the field, and nowhere else.
    QMimeData words;
    words.setText(QStringLiteral("words"));
    QDragEnterEvent other({9, 9}, Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
    other.ignore();
    QCoreApplication::sendEvent(m_page.get(), &other);
    QVERIFY(!other.isAccepted());
}

void TestChatPage::whatIsFoundInMessagesIsOpenedByKeyboard()
{
    QSignalSpy wanted(m_hits.get(), &SearchHitModel::wanted);
    QSignalSpy opened(&m_page->list(), &ConversationList::messageOpened);
    m_page->list().focusSearch();
    auto *field = m_page->list().findChild<QLineEdit *>(QStringLiteral("conversationSearch"));
    QTest::keyClicks(field, QStringLiteral("blue"));
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("blue"));
    m_hits->setHits(QStringLiteral("red"), 0, {{QStringLiteral("x"), QStringLiteral("y")}}, false);
    QCOMPARE(m_hits->rowCount(), 0); // of a text that was searched for before
    m_hits->setHits(QStringLiteral("blue"), 0,
                    {{QStringLiteral("c"),
                      QStringLiteral("m"),
                      QStringLiteral("Sky"),
                      QStringLiteral("Why it is blue"),
                      {{10, 4}},
                      QDateTime::currentDateTime()}},
                    false);
    QTRY_VERIFY(m_page->list().hitView().isVisible());
    QTest::keyClick(field, Qt::Key_Down);
    QVERIFY(m_page->list().hitView().hasFocus());
    QTest::keyClick(&m_page->list().hitView(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(0).toString(), QStringLiteral("c"));
    QCOMPARE(opened.first().at(1).toString(), QStringLiteral("m"));
}

void TestChatPage::searchFiltersTitles()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_list->reset({{QStringLiteral("one"), QStringLiteral("Retry policy"), now, false, false},
                   {QStringLiteral("two"), QStringLiteral("Something else"), now, false, false}},
                  false);
    m_page->showConversation(QStringLiteral("two"), {});
    QSignalSpy opened(&m_page->list(), &ConversationList::opened);
    QTest::keyClick(&edit(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto *field = m_page->findChild<QLineEdit *>(QStringLiteral("conversationSearch"));
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("retry"));
    QTRY_COMPARE(m_list->rowCount(), 2); // with its heading
    QCOMPARE(opened.size(), 0);
    QTest::keyClick(field, Qt::Key_Down);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), QStringLiteral("one"));
    m_page->list().focusSearch();
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(m_list->rowCount(), 3);
}

void TestChatPage::everyControlHasANameForAssistiveTechnology()
{
    m_page->found().setFound({{FoundModel::Kind::EnvironmentKey,
                               QStringLiteral("k"),
                               QStringLiteral("ACME_API_KEY"),
                               {}}});
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus
            || qobject_cast<const QAbstractScrollArea *>(widget->parent()))
            continue;
        QAccessibleInterface *shown =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(shown && !shown->text(QAccessible::Name).isEmpty(),
                 qPrintable(widget->objectName() + QLatin1String(" a ")
                            + QLatin1String(widget->metaObject()->className())));
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
}

KAGURA_TEST(TestChatPage)
#include "tst_chatpage.moc"
