// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/transcriptfixture.h"
#include "ui/chat/facttable.h"
#include "ui/chat/inspectorpanel.h"
#include "ui/chat/streampicture.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

InspectedCall sampleCall()
{
    InspectedCall call;
    call.message = u"m2"_s;
    call.title = u"large, 14:31:07"_s;
    call.requestLine = u"POST https://api.acme.test/v1/chat/completions"_s;
    call.headers = {{u"Authorization"_s, u"Bearer [redacted]"_s}};
    call.body = u"{\n  \"model\": \"large\",\n  \"stream\": true\n}"_s;
    call.curl = u"curl -N 'https://api.acme.test'"_s;
    call.times = {{u"first text"_s, u"410 ms"_s}, {u"done"_s, u"6.8 s"_s}};
    call.firstContent = 410ms;
    call.characters = {0, 0, 0, 0, 12, 40, 30, 0, 22};
    call.events = {{410ms, u"text"_s, u"Only before"_s}};
    call.usage = {{u"Input"_s, u"412"_s}, {u"Output"_s, u"612"_s}};
    call.cost = {{u"Input: 412 at $3.00 a million"_s, u"$0.001"_s}, {u"Total"_s, u"$0.010"_s}};
    call.cache = InspectedCall::Cache::Miss;
    call.cacheReason = u"This request was never asked before."_s;
    return call;
}

} // namespace

class TestInspectorPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<InspectorPanel>();
        m_panel->setChatStyle(test::sampleStyle());
        m_panel->resize(420, 700);
        m_panel->setCall(sampleCall());
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void everythingThatIsKnownIsShown()
    {
        const QString request = m_panel->findChildren<QPlainTextEdit *>().first()->toPlainText();
        QVERIFY(request.startsWith(u"POST https://api.acme.test"_s));
        QVERIFY(request.contains(u"Bearer [redacted]"_s));
        QVERIFY(request.contains(u"\"stream\": true"_s));
        QCOMPARE(m_panel->findChild<QLabel *>(u"cacheWords"_s)->text(),
                 u"This request was never asked before."_s);
        QVERIFY(m_panel->findChild<StreamPicture *>()->isVisibleTo(m_panel.get()));
    }

    void whatIsNotKnownTakesNoRoom()
    {
        InspectedCall call;
        call.message = u"old"_s;
        call.requestNote = u"Requests are remembered while Kagura runs."_s;
        m_panel->setCall(call);
        QVERIFY(!m_panel->findChildren<QPlainTextEdit *>().first()->isVisible());
        QVERIFY(!m_panel->findChild<StreamPicture *>()->isVisible());
        QVERIFY(!m_panel->findChild<QPushButton *>(u"copyCurl"_s)->isVisible());
        QVERIFY(m_panel->findChild<QLabel *>(u"requestNote"_s)->isVisible());
    }

    void aFailureStandsAboveAll()
    {
        InspectedCall call = sampleCall();
        call.failure = u"overloaded (HTTP 529): busy"_s;
        m_panel->setCall(call);
        const auto *failure = m_panel->findChild<QLabel *>(u"inspectedFailure"_s);
        QVERIFY(failure->isVisible());
        QCOMPARE(failure->text(), u"Failed: overloaded (HTTP 529): busy"_s);
    }

    void theCommandIsCopied()
    {
        const QSignalSpy copied(m_panel.get(), &InspectorPanel::copied);
        QTest::keyClick(m_panel->findChild<QPushButton *>(u"copyCurl"_s), Qt::Key_Space);
        QCOMPARE(copied.size(), 1);
        QCOMPARE(QApplication::clipboard()->text(), sampleCall().curl);
    }

    void tabsLeadToTheirSections()
    {
        m_panel->resize(420, 240);
        QCoreApplication::processEvents();
        const auto tabs = m_panel->findChildren<QPushButton *>();
        const auto *scroll = m_panel->findChild<QScrollArea *>();
        QPushButton *cache = nullptr;
        for (QPushButton *tab : tabs)
            cache = tab->text() == u"Cache"_s ? tab : cache;
        QVERIFY(cache);
        QTest::keyClick(cache, Qt::Key_Space);
        QVERIFY(scroll->verticalScrollBar()->value() > 0);
    }

    void escapeClosesIt()
    {
        const QSignalSpy closed(m_panel.get(), &InspectorPanel::closeRequested);
        m_panel->focusFirst();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void foreignTextIsShownAsText()
    {
        InspectedCall call = sampleCall();
        call.title = u"<b>bold</b>"_s;
        call.usage = {{u"<img src=x>"_s, u"1"_s}};
        m_panel->setCall(call);
        for (const QLabel *label : m_panel->findChildren<QLabel *>())
            QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
    }

    void everyControlHasAName()
    {
        for (const QWidget *widget : m_panel->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<const QLabel *>(widget))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
    }

private:
    std::unique_ptr<InspectorPanel> m_panel;
};

KAGURA_TEST(TestInspectorPanel)
#include "tst_inspectorpanel.moc"
