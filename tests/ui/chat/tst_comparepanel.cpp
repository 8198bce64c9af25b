// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/comparecolumn.h"
#include "ui/chat/comparepanel.h"
#include "ui/chat/transcriptview.h"
#include "ui/widgets/frameclock.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ModelChoice choice(int number)
{
    return {u"acme"_s, u"Acme"_s, u"m%1"_s.arg(number), u"model %1"_s.arg(number)};
}

QList<ModelChoice> choices(int count)
{
    QList<ModelChoice> all;
    for (int i = 0; i < count; ++i)
        all.append(choice(i));
    return all;
}

TranscriptMessage arriving(const QString &id)
{
    TranscriptMessage message = test::waitingAnswer(id);
    message.isAlone = true;
    return message;
}

} // namespace

class TestComparePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_choices.setChoices(choices(10));
        m_panel = std::make_unique<ComparePanel>(m_choices, m_frames, m_clock);
        m_panel->setChatStyle(test::sampleStyle());
        m_panel->resize(1100, 700);
        m_panel->setModels(choices(3));
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void cleanup() { m_panel.reset(); }

    void eachModelHasItsColumn()
    {
        m_panel->begin(u"jitter?"_s);
        QCOMPARE(m_panel->columns().size(), 3);
        QCOMPARE(m_panel->findChild<QLabel *>(u"compareQuestion"_s)->text(), u"jitter?"_s);
        QCOMPARE(m_panel->columns().at(1)->choice(), choice(1));
    }

    void anAnswerIsStoppedWhileItArrivesAndPromotedAfterwards()
    {
        m_panel->begin(u"jitter?"_s);
        CompareColumn *column = m_panel->columns().at(1);
        auto *button = column->findChild<QPushButton *>(u"compareButton"_s);
        QVERIFY(!button->isVisible());
        column->setAnswer(arriving(u"a1"_s));
        const QSignalSpy stopped(m_panel.get(), &ComparePanel::stopRequested);
        const QSignalSpy promoted(m_panel.get(), &ComparePanel::promoteRequested);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(stopped.size(), 1);
        QCOMPARE(stopped.first().first().toString(), u"a1"_s);
        TranscriptMessage done = test::answer(u"a1"_s, u"Add it."_s);
        done.isAlone = true;
        column->setAnswer(done);
        QCOMPARE(button->text(), u"Promote"_s);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(promoted.first().first().toString(), u"a1"_s);
        QCOMPARE(m_panel->columnOf(u"a1"_s), column);
        QVERIFY(!m_panel->columnOf(u"other"_s));
    }

    void anAnswerWithoutWordsCannotBePromoted()
    {
        m_panel->begin(u"jitter?"_s);
        TranscriptMessage failed = test::answer(u"a"_s, {});
        failed.state = TranscriptMessage::State::Failed;
        failed.failure = Error{Error::Kind::Auth, u"no key"_s};
        m_panel->columns().first()->setAnswer(failed);
        QVERIFY(!m_panel->findChild<QPushButton *>(u"compareButton"_s)->isVisible());
        QCOMPARE(m_panel->findChild<QLabel *>(u"compareState"_s)->text(), u"failed"_s);
    }

    void nothingIsAskedAgainFromAColumn()
    {
        m_panel->begin(u"jitter?"_s);
        TranscriptMessage done = test::answer(u"a"_s, u"Add it."_s);
        done.isAlone = true;
        m_panel->columns().first()->setAnswer(done);
        TranscriptView &view = m_panel->columns().first()->transcript();
        QTRY_VERIFY(view.flow().layout(0) && !view.flow().layout(0)->actions().isEmpty());
        for (const TranscriptAction &action : view.flow().layout(0)->actions())
            QVERIFY(action.kind == TranscriptAction::Kind::CopyMessage
                    || action.kind == TranscriptAction::Kind::Inspect);
    }

    void modelsAreTakenOutAndAddedUpToEight()
    {
        m_panel->findChildren<QPushButton *>(u"compareChip"_s).first()->click();
        QCOMPARE(m_panel->models(), (QList<ModelChoice>{choice(1), choice(2)}));
        m_panel->setModels(choices(10));
        QCOMPARE(m_panel->models().size(), ComparePanel::mostModels);
        auto *add = m_panel->findChild<QPushButton *>(u"compareAdd"_s);
        QVERIFY(!add->isEnabled());
        m_panel->setModels(choices(2));
        add->click();
        auto *menu = m_panel->findChild<QMenu *>();
        QVERIFY(menu);
        QVERIFY(!menu->actions().at(1)->isEnabled()); // it is among them
        menu->actions().at(2)->trigger();
        QCOMPARE(m_panel->models(), choices(3));
    }

    void whoIsAskedStaysWhileAnswersArrive()
    {
        m_panel->setBusy(true);
        QVERIFY(!m_panel->findChild<QPushButton *>(u"compareAdd"_s)->isEnabled());
        QVERIFY(!m_panel->findChild<QPushButton *>(u"compareLeave"_s)->isEnabled());
        m_panel->setBusy(false);
        QVERIFY(m_panel->findChild<QPushButton *>(u"compareLeave"_s)->isEnabled());
    }

    void eightColumnsScrollSideways()
    {
        m_panel->setModels(choices(8));
        m_panel->begin(u"jitter?"_s);
        QTRY_VERIFY(m_panel->findChild<QScrollArea *>()->horizontalScrollBar()->maximum() > 0);
        for (const CompareColumn *column : m_panel->columns())
            QVERIFY(column->width() >= column->minimumWidth());
    }

    void columnsAreReachedByTheirNumber()
    {
        m_panel->begin(u"jitter?"_s);
        m_panel->columns().at(2)->setAnswer(test::answer(u"a"_s, u"Add it."_s));
        QTest::keyClick(m_panel.get(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget(), &m_panel->columns().at(2)->transcript());
    }

    void figuresOfACachedAnswerAreHonest()
    {
        m_panel->begin(u"jitter?"_s);
        TranscriptMessage cached = test::answer(u"a"_s, u"Add it."_s);
        cached.cachedAge = 2h;
        cached.savedMicroUsd = 1000;
        cached.costMicroUsd = 0;
        cached.outputTokens = 100;
        cached.firstText = 6ms;
        cached.duration = 2000ms;
        m_panel->columns().first()->setAnswer(cached);
        QStringList words;
        for (const QLabel *label : m_panel->columns().first()->findChildren<QLabel *>())
            words.append(label->text());
        QVERIFY(words.contains(u"cached \u00B7 2 h"_s));
        QVERIFY(words.contains(u"saved $0.001"_s));
        QVERIFY(words.contains(u"\u2014"_s)); // no speed
        QVERIFY(words.contains(u"6 ms"_s));
    }

    void everyControlHasAName()
    {
        m_panel->begin(u"jitter?"_s);
        for (const QPushButton *button : m_panel->findChildren<QPushButton *>())
            QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
        for (const CompareColumn *column : m_panel->columns())
            QVERIFY(!column->accessibleName().isEmpty());
    }

private:
    SystemClock m_clock;
    FrameClock m_frames;
    ModelListModel m_choices;
    std::unique_ptr<ComparePanel> m_panel;
};

KAGURA_TEST(TestComparePanel)
#include "tst_comparepanel.moc"
