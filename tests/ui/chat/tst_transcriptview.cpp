// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/linkdialog.h"
#include "ui/chat/transcriptmodel.h"
#include "ui/chat/transcriptview.h"
#include "ui/widgets/frameclock.h"

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;

class TestTranscriptView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void frameCostDoesNotGrowWithHistory();
    void idleWindowHasNoBeat();
    void staysAtTheEndOnlyIfItWasThere();
    void readingPlaceStaysWhileTextArrives();
    void scrollingUpMovesByWhatWasAsked();
    void olderMessagesInFrontDoNotMoveTheView();
    void keepsFewLayouts();
    void resizeWhileStreamingKeepsTheEnd();
    void megabyteInOneLineStaysResponsive();
    void hostileTextIsShownAndHarmless();
    void selectionGoesOverSeveralMessages();
    void tablesAndLiveMessagesCanBeSelected();
    void copyIsSourceRichOrPlain();
    void linksAskBeforeTheyOpen();
    void doubleClickTakesAWord();
    void selectAllCopiesWhatIsNotLaidOut();
    void tabReachesEveryActionAndLeaves();
    void versionsAreSteppedThrough();
    void onlyWhatEndedEarlyCanGoOn();
    void failedAnswerOffersTheNextStep();
    void reasoningOpensAndCloses();
    void accessibleTreeSaysEverything();
    void endOfAnAnswerIsAnnounced();
    void everyFinishedBlockIsAnnouncedOnce();

private:
    void show(const QList<TranscriptMessage> &messages, QSize size = {900, 600});
    void beat();
    [[nodiscard]] int value() const { return m_view->verticalScrollBar()->value(); }
    [[nodiscard]] int maximum() const { return m_view->verticalScrollBar()->maximum(); }
    [[nodiscard]] QPoint middleOf(TranscriptAction::Kind kind, int row) const;
    [[nodiscard]] QPoint inText(int row, int item, qreal x) const;

    SystemClock m_clock;
    std::unique_ptr<FrameClock> m_frames;
    std::unique_ptr<TranscriptModel> m_model;
    std::unique_ptr<TranscriptView> m_view;
};

void TestTranscriptView::init()
{
    m_frames = std::make_unique<FrameClock>();
    m_model = std::make_unique<TranscriptModel>();
    m_view = std::make_unique<TranscriptView>(
        *m_model, *m_frames, m_clock,
        [](TranscriptMessage::Author author) { return test::newSource(author); });
    m_view->setChatStyle(test::sampleStyle());
}

void TestTranscriptView::cleanup()
{
    m_view.reset();
    m_model.reset();
    m_frames.reset();
}

void TestTranscriptView::show(const QList<TranscriptMessage> &messages, QSize size)
{
    m_model->reset(messages);
    m_view->resize(size);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    beat();
}

void TestTranscriptView::beat()
{
    QSignalSpy frame(m_frames.get(), &FrameClock::frame);
    m_frames->wake();
    QVERIFY(frame.wait(1000));
}

QPoint TestTranscriptView::middleOf(TranscriptAction::Kind kind, int row) const
{
    const MessageLayout *layout = m_view->flow().layout(row);
    for (const TranscriptAction &action : layout ? layout->actions() : QList<TranscriptAction>()) {
        if (action.kind == kind)
            return action.rect.center() + m_view->rowRect(row).topLeft();
    }
    return {-1, -1};
}

QPoint TestTranscriptView::inText(int row, int item, qreal x) const
{
    const MessageLayout *layout = m_view->flow().layout(row);
    const QRect text = layout->items().at(std::size_t(item)).text;
    return m_view->rowRect(row).topLeft() + text.topLeft() + QPoint(int(x), 8);
}

void TestTranscriptView::frameCostDoesNotGrowWithHistory()
{
    qint64 cost[2] = {};
    for (const int history : {20, 10'000}) {
        cleanup();
        init();
        QList<TranscriptMessage> messages = test::sampleConversation(history);
        messages.append(test::waitingAnswer(QStringLiteral("live")));
        show(messages);
        const qint64 before = m_view->flow().shapedChunks();
        for (int token = 0; token < 2000; ++token) {
            m_model->appendText(QStringLiteral("live"),
                                token % 120 == 119 ? QStringLiteral("\n\n")
                                                   : QStringLiteral("token "));
            if (token % 10 == 9)
                Q_EMIT m_frames->frame();
        }
        cost[history > 20 ? 1 : 0] = m_view->flow().shapedChunks() - before;
        QVERIFY(m_view->flow().layoutCount() <= 49);
        QCOMPARE(value(), maximum());
    }
    QCOMPARE(cost[1], cost[0]);
    // 200 frames: each shapes the open paragraph, and now and then the one that just closed.
    QVERIFY2(cost[0] <= 450, qPrintable(QString::number(cost[0])));
}

void TestTranscriptView::idleWindowHasNoBeat()
{
    show(test::sampleConversation(20));
    QTRY_VERIFY(!m_frames->isRunning());
}

void TestTranscriptView::staysAtTheEndOnlyIfItWasThere()
{
    QList<TranscriptMessage> messages = test::sampleConversation(60);
    messages.append(test::waitingAnswer(QStringLiteral("live")));
    show(messages);
    QCOMPARE(value(), maximum());
    m_model->appendText(QStringLiteral("live"), QStringLiteral("word\n\n").repeated(30));
    beat();
    QCOMPARE(value(), maximum());

    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QVERIFY(!m_view->isFollowing());
    const int kept = value();
    m_model->appendText(QStringLiteral("live"), QStringLiteral("word\n\n").repeated(60));
    beat();
    QCOMPARE(value(), kept);
    auto *pill = m_view->findChild<QPushButton *>(QStringLiteral("jumpToLatest"));
    QVERIFY(pill->isVisible());
    QTest::mouseClick(pill, Qt::LeftButton);
    QCOMPARE(value(), maximum());
    QVERIFY(m_view->isFollowing());
    QVERIFY(!pill->isVisible());
}

void TestTranscriptView::readingPlaceStaysWhileTextArrives()
{
    QList<TranscriptMessage> messages = test::sampleConversation(200);
    messages.append(test::waitingAnswer(QStringLiteral("live")));
    show(messages);
    m_view->verticalScrollBar()->setValue(maximum() / 3);
    const int row = m_view->flow().rowAt(value() + 200);
    const int top = m_view->rowRect(row).top();
    for (int i = 0; i < 20; ++i) {
        m_model->appendText(QStringLiteral("live"), QStringLiteral("more text\n\n"));
        Q_EMIT m_frames->frame();
        QCOMPARE(m_view->rowRect(row).top(), top);
    }
}

void TestTranscriptView::scrollingUpMovesByWhatWasAsked()
{
    show(test::sampleConversation(400));
    for (int i = 0; i < 120; ++i) {
        const int row = m_view->flow().rowAt(value() + 200);
        const int top = m_view->rowRect(row).top();
        m_view->verticalScrollBar()->setValue(value() - 60);
        QCOMPARE(m_view->rowRect(row).top(), top + 60);
    }
}

void TestTranscriptView::olderMessagesInFrontDoNotMoveTheView()
{
    show(test::sampleConversation(100));
    m_view->verticalScrollBar()->setValue(40);
    const QString id = m_model->message(0).id;
    const int top = m_view->rowRect(0).top();
    QList<TranscriptMessage> older = test::sampleConversation(50);
    for (TranscriptMessage &message : older)
        message.id.prepend(QStringLiteral("older-"));
    m_model->insert(0, older);
    QCOMPARE(m_view->rowRect(m_model->rowOf(id)).top(), top);
}

void TestTranscriptView::keepsFewLayouts()
{
    show(test::sampleConversation(2000));
    for (int at = maximum(); at > 0; at -= 3000) {
        m_view->verticalScrollBar()->setValue(at);
        QVERIFY(m_view->flow().layoutCount() <= qsizetype(TranscriptFlow::maxLayouts));
    }
}

void TestTranscriptView::resizeWhileStreamingKeepsTheEnd()
{
    QList<TranscriptMessage> messages = test::sampleConversation(50);
    messages.append(test::waitingAnswer(QStringLiteral("live")));
    show(messages);
    for (int i = 0; i < 40; ++i) {
        m_model->appendText(QStringLiteral("live"), QStringLiteral("some words that arrive "));
        m_view->resize(400 + 13 * i, 500);
        Q_EMIT m_frames->frame();
        QCOMPARE(value(), maximum());
        const MessageLayout *layout = m_view->flow().layout(m_model->liveRow());
        QVERIFY(layout && !layout->caret().isNull());
    }
    // Lines laid out bit by bit at many widths are those of the whole at the last width.
    const int grown = m_view->rowRect(m_model->liveRow()).height();
    MessageLayout whole(m_view->flow().newSource());
    whole.take(m_model->message(m_model->liveRow()), false);
    whole.flow(m_view->flow().style(), m_view->flow().width(), 0, 100'000);
    QCOMPARE(grown, whole.height());
}

void TestTranscriptView::megabyteInOneLineStaysResponsive()
{
    show({test::question(QStringLiteral("q"), QStringLiteral("Go")),
          test::waitingAnswer(QStringLiteral("live"))});
    QElapsedTimer timer;
    timer.start();
    m_model->appendText(QStringLiteral("live"), QStringLiteral("lorem ").repeated(170'000));
    Q_EMIT m_frames->frame();
    m_view->repaint();
    const qint64 first = timer.restart();
    for (int i = 0; i < 20; ++i) {
        m_model->appendText(QStringLiteral("live"), QStringLiteral("more words "));
        Q_EMIT m_frames->frame();
        m_view->repaint();
    }
    const qint64 later = timer.elapsed() / 20;
    QVERIFY2(first < 400, qPrintable(QString::number(first)));
    QVERIFY2(later < 30, qPrintable(QString::number(later)));
    QVERIFY(m_view->flow().laidOutItems() < 20);
    QCOMPARE(value(), maximum());
}

void TestTranscriptView::hostileTextIsShownAndHarmless()
{
    QString hostile = QStringLiteral("a\u202Egpj.exe \u001B[2J\u001B]8;;http://127.0.0.1/\u0007x ");
    hostile += QChar(u'\0');
    hostile += QStringLiteral("\n\n![x](file:///etc/passwd) <img src='http://127.0.0.1/x'>\n\n");
    hostile += QString(100'000, u'W') + QStringLiteral("\n\n") + QString(5000, QChar(0x0301));
    show({test::answer(QStringLiteral("a"), hostile)});
    m_view->verticalScrollBar()->setValue(0);
    m_view->repaint();
    const MessageLayout *layout = m_view->flow().layout(0);
    const QString shown = layout->items().front().block.text;
    QVERIFY(shown.contains(QStringLiteral("U+202E")));
    QVERIFY(shown.contains(QStringLiteral("\u241B[2J")));
    QVERIFY(shown.contains(QChar(u'\u2400')));
    QVERIFY(!shown.contains(QChar(u'\u202E')) && !shown.contains(QChar(u'\u001B')));
    m_view->selectAll();
    QVERIFY(!m_view->selectedText().contains(QChar(u'\u001B')));
}

void TestTranscriptView::selectionGoesOverSeveralMessages()
{
    show({test::question(QStringLiteral("q"), QStringLiteral("First question")),
          test::answer(QStringLiteral("a"), QStringLiteral("Answer one.\n\nAnswer two.")),
          test::question(QStringLiteral("r"), QStringLiteral("Second question"))});
    QWidget *port = m_view->viewport();
    QTest::mousePress(port, Qt::LeftButton, {}, inText(0, 0, -5));
    QTest::mouseMove(port, inText(1, 1, 0));
    QTest::mouseMove(port, inText(2, 0, 2000));
    QTest::mouseRelease(port, Qt::LeftButton, {}, inText(2, 0, 2000));
    QCOMPARE(m_view->selectedText(),
             QStringLiteral("First question\n\nAnswer one.\n\nAnswer two.\n\nSecond question"));
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_view->selectedText());
    // Backwards and only a part.
    QTest::mousePress(port, Qt::LeftButton, {}, inText(1, 1, 2000));
    QTest::mouseMove(port, inText(1, 0, 2000));
    QTest::mouseRelease(port, Qt::LeftButton, {}, inText(1, 0, 2000));
    QCOMPARE(m_view->selectedText(), QStringLiteral("Answer two."));
}

void TestTranscriptView::tablesAndLiveMessagesCanBeSelected()
{
    TranscriptMessage live = test::waitingAnswer(QStringLiteral("b"));
    live.state = TranscriptMessage::State::Streaming;
    live.text = QStringLiteral("Still **arri");
    show({test::answer(QStringLiteral("a"), QStringLiteral("|one|two|\n|-|-|\n|three|four|")),
          live});
    const MessageLayout *layout = m_view->flow().layout(0);
    const QRect cell = layout->items().at(1).cells.at(1).text;
    QWidget *port = m_view->viewport();
    const QPoint start = m_view->rowRect(0).topLeft() + cell.topLeft() + QPoint(-3, 5);
    QTest::mousePress(port, Qt::LeftButton, {}, start);
    QTest::mouseMove(port, start + QPoint(300, 0));
    QTest::mouseRelease(port, Qt::LeftButton, {}, start + QPoint(300, 0));
    QCOMPARE(m_view->selectedText(), QStringLiteral("four"));
    QTest::mousePress(port, Qt::LeftButton, {}, inText(0, 0, -5));
    QTest::mouseMove(port, inText(1, 0, 2000));
    QTest::mouseRelease(port, Qt::LeftButton, {}, inText(1, 0, 2000));
    QCOMPARE(m_view->selectedText(), QStringLiteral("one\ttwo\nthree\tfour\n\nStill arri"));
}

void TestTranscriptView::copyIsSourceRichOrPlain()
{
    show({test::answer(QStringLiteral("a"), QStringLiteral("- a **b**\n- `c`"))});
    m_view->selectAll();
    m_view->copySelection();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("- a **b**\n- `c`"));
    m_view->copySelectionAs(BlockWriter::Format::Plain);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("- a b\n- c"));
    m_view->copySelectionAs(BlockWriter::Format::Html);
    QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(
        QStringLiteral("<ul><li><p>a <strong>b</strong></p></li>")));
}

void TestTranscriptView::linksAskBeforeTheyOpen()
{
    show({test::answer(
        QStringLiteral("a"),
        QStringLiteral("[one **two**](https://a.example/x) [no](file:///etc/passwd)"))});
    const QList<TranscriptAction> actions = m_view->flow().layout(0)->actions();
    QCOMPARE(std::count_if(actions.cbegin(), actions.cend(),
                           [](const TranscriptAction &one) {
                               return one.kind == TranscriptAction::Kind::OpenLink;
                           }),
             1);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                      middleOf(TranscriptAction::Kind::OpenLink, 0));
    auto *dialog = m_view->findChild<LinkDialog *>();
    QVERIFY(dialog);
    dialog->reject();
}

void TestTranscriptView::doubleClickTakesAWord()
{
    show({test::answer(QStringLiteral("a"), QStringLiteral("Alpha beta gamma"))});
    const ChatStyle style = test::sampleStyle();
    const qreal x = QFontMetricsF(style.textFont).horizontalAdvance(QStringLiteral("Alpha be"));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, inText(0, 0, x));
    QCOMPARE(m_view->selectedText(), QStringLiteral("beta"));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, inText(0, 0, x));
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, inText(0, 0, x));
    QCOMPARE(m_view->selectedText(), QStringLiteral("Alpha beta gamma"));
}

void TestTranscriptView::selectAllCopiesWhatIsNotLaidOut()
{
    show(test::sampleConversation(500));
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    const QString text = m_view->selectedText();
    QVERIFY(text.startsWith(QStringLiteral("Message number 0.")));
    QVERIFY(text.contains(QStringLiteral("Message number 250.")));
    QVERIFY(text.contains(QStringLiteral("Message number 499.")));
    QVERIFY(m_view->flow().layoutCount() <= qsizetype(TranscriptFlow::maxLayouts));
}

void TestTranscriptView::tabReachesEveryActionAndLeaves()
{
    QWidget window;
    window.resize(900, 600);
    m_view->setParent(&window);
    auto *before = new QPushButton(&window);
    auto *after = new QPushButton(&window);
    m_view->setGeometry(0, 40, 900, 520);
    QWidget::setTabOrder(before, m_view.get());
    QWidget::setTabOrder(m_view.get(), after);
    m_model->reset({test::question(QStringLiteral("q"), QStringLiteral("Question")),
                    test::answer(QStringLiteral("a"), QStringLiteral("```\ncode\n```"))});
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    QVERIFY(m_view->hasFocus());
    QSignalSpy copied(m_view.get(), &TranscriptView::copied);
    QSignalSpy again(m_view.get(), &TranscriptView::regenerateRequested);
    QSignalSpy edited(m_view.get(), &TranscriptView::editRequested);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first().first().toString(), QStringLiteral("q"));
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("code"));
    QSignalSpy saved(m_view.get(), &TranscriptView::saveRequested);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.first(), (QVariantList{QStringLiteral("code"), QStringLiteral("code.txt")}));
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(copied.size(), 2);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().first().toString(), QStringLiteral("a"));
    QSignalSpy inspected(m_view.get(), &TranscriptView::inspectRequested);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(inspected.size(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(!m_view->hasFocus());
    m_view->setParent(nullptr);
}

void TestTranscriptView::versionsAreSteppedThrough()
{
    TranscriptMessage middle = test::answer(QStringLiteral("a"), QStringLiteral("Second try"));
    middle.version = 1;
    middle.versionCount = 3;
    show({test::question(QStringLiteral("q"), QStringLiteral("Hi")), middle});
    QSignalSpy stepped(m_view.get(), &TranscriptView::versionRequested);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                      middleOf(TranscriptAction::Kind::PreviousVersion, 1));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                      middleOf(TranscriptAction::Kind::NextVersion, 1));
    QCOMPARE(stepped.size(), 2);
    QCOMPARE(stepped.at(0).at(1).toInt(), -1);
    QCOMPARE(stepped.at(1).at(1).toInt(), 1);
    const auto offers = [this](TranscriptAction::Kind kind) {
        const QList<TranscriptAction> &actions = m_view->flow().layout(1)->actions();
        return std::any_of(actions.cbegin(), actions.cend(),
                           [kind](const TranscriptAction &one) { return one.kind == kind; });
    };
    TranscriptMessage first = middle;
    first.version = 0;
    show({test::question(QStringLiteral("q"), QStringLiteral("Hi")), first});
    QVERIFY(!offers(TranscriptAction::Kind::PreviousVersion));
    QVERIFY(offers(TranscriptAction::Kind::NextVersion));
}

void TestTranscriptView::onlyWhatEndedEarlyCanGoOn()
{
    const auto offersContinue = [this](const TranscriptMessage &message) {
        show({test::question(QStringLiteral("q"), QStringLiteral("Hi")), message});
        const QList<TranscriptAction> &actions = m_view->flow().layout(1)->actions();
        return std::any_of(actions.cbegin(), actions.cend(), [](const TranscriptAction &one) {
            return one.kind == TranscriptAction::Kind::Continue;
        });
    };
    TranscriptMessage message = test::answer(QStringLiteral("a"), QStringLiteral("Half a"));
    QVERIFY(!offersContinue(message));
    message.isCapped = true;
    QVERIFY(offersContinue(message));
    message.isCapped = false;
    message.state = TranscriptMessage::State::Stopped;
    QVERIFY(offersContinue(message));
    message.state = TranscriptMessage::State::Failed;
    message.failure = Error{Error::Kind::Auth, QStringLiteral("no")};
    QVERIFY(!offersContinue(message));
    message.failure = Error{Error::Kind::Truncated, QStringLiteral("cut")};
    QVERIFY(offersContinue(message));
    message.text.clear();
    QVERIFY(!offersContinue(message));
}

void TestTranscriptView::failedAnswerOffersTheNextStep()
{
    TranscriptMessage failed = test::answer(QStringLiteral("a"), {});
    failed.state = TranscriptMessage::State::Failed;
    failed.failure = Error{Error::Kind::Auth, QStringLiteral("invalid x-api-key"), 401};
    show({test::question(QStringLiteral("q"), QStringLiteral("Hi")), failed});
    QSignalSpy step(m_view.get(), &TranscriptView::stepRequested);
    const QPoint button = middleOf(TranscriptAction::Kind::TakeStep, 1);
    QVERIFY(m_view->viewport()->rect().contains(button));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, button);
    QCOMPARE(step.size(), 1);
    QCOMPARE(step.first().at(1).value<NextStep>(), NextStep::Connect);
}

void TestTranscriptView::reasoningOpensAndCloses()
{
    TranscriptMessage message = test::answer(QStringLiteral("a"), QStringLiteral("The answer"));
    message.reasoning = QStringLiteral("First this.\n\nThen that.");
    message.reasoningTime = std::chrono::seconds(4);
    show({message});
    const int closed = m_view->rowRect(0).height();
    m_view->selectAll();
    QCOMPARE(m_view->selectedText(), QStringLiteral("The answer"));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                      middleOf(TranscriptAction::Kind::ToggleReasoning, 0));
    QVERIFY(m_view->rowRect(0).height() > closed);
    m_view->selectAll();
    QCOMPARE(m_view->selectedText(), QStringLiteral("First this.\n\nThen that.\n\nThe answer"));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                      middleOf(TranscriptAction::Kind::ToggleReasoning, 0));
    QCOMPARE(m_view->rowRect(0).height(), closed);
}

void TestTranscriptView::accessibleTreeSaysEverything()
{
    TranscriptMessage failed = test::answer(QStringLiteral("f"), {});
    failed.state = TranscriptMessage::State::Failed;
    failed.failure = Error{Error::Kind::Network, {}};
    show({test::question(QStringLiteral("q"), QStringLiteral("Hello")),
          test::answer(QStringLiteral("a"), QStringLiteral("World")), failed});
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QVERIFY(!list->text(QAccessible::Name).isEmpty());
    QCOMPARE(list->childCount(), 3);
    QCOMPARE(list->child(0)->text(QAccessible::Name), QStringLiteral("You: Hello"));
    QCOMPARE(list->child(1)->text(QAccessible::Name), QStringLiteral("sample-model: World"));
    QVERIFY(list->child(2)->text(QAccessible::Name).contains(QStringLiteral("connection failed")));
    QCOMPARE(list->child(1)->textInterface()->text(0, 3), QStringLiteral("Wor"));
    QCOMPARE(list->indexOfChild(list->child(2)), 2);
    for (int row = 0; row < 3; ++row) {
        QAccessibleInterface *item = list->child(row);
        QVERIFY(item->isValid() && item->rect().isValid());
        QCOMPARE(item->parent(), list);
        for (int i = 0; i < item->childCount(); ++i) {
            QVERIFY(!item->child(i)->text(QAccessible::Name).isEmpty());
            QCOMPARE(item->child(i)->role(), QAccessible::Button);
            QCOMPARE(item->child(i)->parent(), item);
        }
    }
    QSignalSpy again(m_view.get(), &TranscriptView::inspectRequested);
    QAccessibleInterface *button = list->child(1)->child(list->child(1)->childCount() - 1);
    button->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(again.size(), 1);
    QAccessibleInterface *gone = list->child(2);
    m_model->remove(2, 1);
    QVERIFY(!gone->isValid());
    QCOMPARE(list->childCount(), 2);
}

void TestTranscriptView::endOfAnAnswerIsAnnounced()
{
    show({test::waitingAnswer(QStringLiteral("a"))});
    QSignalSpy announced(m_view.get(), &TranscriptView::announced);
    m_model->appendText(QStringLiteral("a"), QStringLiteral("Done."));
    beat();
    QCOMPARE(announced.size(), 0);
    m_model->replace(test::answer(QStringLiteral("a"), QStringLiteral("Done.")));
    beat();
    beat();
    QCOMPARE(announced.size(), 1);
}

void TestTranscriptView::everyFinishedBlockIsAnnouncedOnce()
{
    show({test::waitingAnswer(QStringLiteral("a"))});
    QStringList told;
    connect(m_view.get(), &TranscriptView::blockAnnounced, this,
            [&told](const QString &, const QString &text) { told.append(text); });
    for (const char *piece : {"# He", "ad\n\nOne **sen", "tence** here.\n", "\n- it", "em\n"}) {
        m_model->appendText(QStringLiteral("a"), QString::fromLatin1(piece));
        Q_EMIT m_frames->frame();
    }
    QCOMPARE(told, QStringList({QStringLiteral("Head"), QStringLiteral("One sentence here.")}));
    m_model->replace(test::answer(QStringLiteral("a"), m_model->message(0).text));
    Q_EMIT m_frames->frame();
    QCOMPARE(told.size(), 3);
    QCOMPARE(told.last(), QStringLiteral("item"));
}

KAGURA_TEST(TestTranscriptView)
#include "tst_transcriptview.moc"
