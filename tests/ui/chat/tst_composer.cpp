// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/composer.h"
#include "ui/chat/composeredit.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;

class TestComposer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void enterSendsAndShiftEnterDoesNot();
    void enterWhileComposingNeverSends();
    void blankTextIsNotSent();
    void stopTakesTheSendButtonsPlace();
    void nothingIsSentWhileAnAnswerArrives();
    void growsWithItsTextUpToALimit();
    void pasteOfTwentyThousandLinesIsQuick();
    void pastesPlainText();

private:
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return m_composer->findChild<QPushButton *>(QString::fromLatin1(name));
    }

    std::unique_ptr<Composer> m_composer;
};

void TestComposer::init()
{
    m_composer = std::make_unique<Composer>();
    m_composer->setChatStyle(test::sampleStyle());
    m_composer->resize(700, 200);
    m_composer->show();
    m_composer->focusText();
    QVERIFY(QTest::qWaitForWindowExposed(m_composer.get()));
}

void TestComposer::enterSendsAndShiftEnterDoesNot()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    QTest::keyClicks(&m_composer->edit(), QStringLiteral("one"));
    QTest::keyClick(&m_composer->edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(&m_composer->edit(), QStringLiteral("two"));
    QCOMPARE(sent.size(), 0);
    QTest::keyClick(&m_composer->edit(), Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first().first().toString(), QStringLiteral("one\ntwo"));
    QTest::keyClick(&m_composer->edit(), Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(sent.size(), 2);
}

void TestComposer::enterWhileComposingNeverSends()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    QTest::keyClicks(&m_composer->edit(), QStringLiteral("a"));
    QInputMethodEvent composing(QStringLiteral("\u306B\u307B"), {});
    QCoreApplication::sendEvent(&m_composer->edit(), &composing);
    QVERIFY(m_composer->edit().isComposing());
    QTest::keyClick(&m_composer->edit(), Qt::Key_Return);
    QCOMPARE(sent.size(), 0);
    QCOMPARE(m_composer->text(), QStringLiteral("a"));
    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("\u65E5\u672C"));
    QCoreApplication::sendEvent(&m_composer->edit(), &commit);
    QTest::keyClick(&m_composer->edit(), Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first().first().toString(), QStringLiteral("a\u65E5\u672C"));
}

void TestComposer::blankTextIsNotSent()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    QTest::keyClick(&m_composer->edit(), Qt::Key_Return);
    m_composer->setText(QStringLiteral(" \n "));
    QTest::keyClick(&m_composer->edit(), Qt::Key_Return);
    m_composer->setText(QStringLiteral("text"));
    m_composer->setCanSend(false);
    QTest::keyClick(&m_composer->edit(), Qt::Key_Return);
    QVERIFY(!button("send")->isEnabled());
    QCOMPARE(sent.size(), 0);
}

void TestComposer::stopTakesTheSendButtonsPlace()
{
    QVERIFY(button("send")->isVisible() && !button("stop")->isVisible());
    m_composer->setInFlight(true);
    QVERIFY(!button("send")->isVisible() && button("stop")->isVisible());
    QSignalSpy stopped(m_composer.get(), &Composer::stopRequested);
    QTest::mouseClick(button("stop"), Qt::LeftButton);
    QCOMPARE(stopped.size(), 1);
    m_composer->setInFlight(false);
    QVERIFY(button("send")->isVisible());
}

void TestComposer::nothingIsSentWhileAnAnswerArrives()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    m_composer->setInFlight(true);
    QTest::keyClicks(&m_composer->edit(), QStringLiteral("next"));
    QTest::keyClick(&m_composer->edit(), Qt::Key_Return);
    QCOMPARE(sent.size(), 0);
    QCOMPARE(m_composer->text(), QStringLiteral("next"));
}

void TestComposer::growsWithItsTextUpToALimit()
{
    const int one = m_composer->edit().height();
    m_composer->setText(QStringLiteral("a\nb\nc"));
    QCOMPARE(m_composer->edit().height(), 3 * one);
    m_composer->setText(QString(4000, u'x'));
    const int most = m_composer->edit().height();
    QVERIFY(most > 5 * one && most <= 10 * one);
    m_composer->setText(QStringLiteral("line\n").repeated(100));
    QCOMPARE(m_composer->edit().height(), 10 * one);
    m_composer->clear();
    QCOMPARE(m_composer->edit().height(), one);
}

void TestComposer::pasteOfTwentyThousandLinesIsQuick()
{
    QGuiApplication::clipboard()->setText(
        QStringLiteral("This is one line of a long log file that somebody pastes.\n")
            .repeated(20'000));
    QElapsedTimer timer;
    timer.start();
    m_composer->edit().paste();
    QCoreApplication::processEvents();
    const qint64 pasted = timer.restart();
    QTest::keyClicks(&m_composer->edit(), QStringLiteral("x"));
    m_composer->repaint();
    const qint64 typed = timer.elapsed();
    qInfo("paste of 20,000 lines: %lld ms, the next key: %lld ms", pasted, typed);
    QVERIFY2(pasted < 400, qPrintable(QString::number(pasted)));
    QVERIFY2(typed < 200, qPrintable(QString::number(typed)));
}

void TestComposer::pastesPlainText()
{
    auto *data = new QMimeData;
    data->setHtml(QStringLiteral("<b>bold</b> <img src='http://127.0.0.1/x.png'>"));
    data->setText(QStringLiteral("bold"));
    QGuiApplication::clipboard()->setMimeData(data);
    m_composer->edit().paste();
    QCOMPARE(m_composer->text(), QStringLiteral("bold"));
}

KAGURA_TEST(TestComposer)
#include "tst_composer.moc"
