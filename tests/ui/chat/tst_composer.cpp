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
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

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
    void aLongPasteIsOfferedAsAFile();
    void aLongPasteCanStay();
    void filesAndPicturesAreToldAndNotPasted();
    void filesAloneAreSent();
    void sendWaitsForFilesThatAreBeingRead();
    void nothingIsLeftOutInSilence();
    void attachmentsAreTakenOutByKeyboard();
    void theTrayIsAsHighAsItsRows();
    void whatHoversIsAnsweredAndTakenWhenItFalls();

private:
    static ShownAttachment attachment(const QString &id, ShownAttachment::State state = {})
    {
        ShownAttachment one;
        one.id = id;
        one.name = id + QStringLiteral(".txt");
        one.state = state;
        one.failure = QStringLiteral("broken");
        return one;
    }

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

void TestComposer::aLongPasteIsOfferedAsAFile()
{
    QSignalSpy offered(m_composer.get(), &Composer::textOffered);
    QTest::keyClicks(&m_composer->edit(), QStringLiteral("before after"));
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(&m_composer->edit(), Qt::Key_Left);
    QVERIFY(!button("attachPaste")->isVisible());
    const QString text = QStringLiteral("line\n").repeated(20'000);
    QGuiApplication::clipboard()->setText(text);
    m_composer->edit().paste();
    QVERIFY(button("attachPaste")->isVisible());
    QTest::keyClicks(&m_composer->edit(), QStringLiteral("!")); // behind it, and no part of it
    button("attachPaste")->click();
    QCOMPARE(offered.size(), 1);
    QCOMPARE(offered.first().first().toString(), text);
    QCOMPARE(m_composer->text(), QStringLiteral("before! after"));
    QVERIFY(!button("attachPaste")->isVisible());
    QVERIFY(m_composer->edit().hasFocus());
}

void TestComposer::aLongPasteCanStay()
{
    QSignalSpy offered(m_composer.get(), &Composer::textOffered);
    const QString text = QStringLiteral("line\n").repeated(300);
    QGuiApplication::clipboard()->setText(text);
    m_composer->edit().paste();
    button("keepPaste")->click();
    QVERIFY(!button("keepPaste")->isVisible());
    QCOMPARE(m_composer->text(), text);
    QCOMPARE(offered.size(), 0);
    QGuiApplication::clipboard()->setText(QStringLiteral("a short one"));
    m_composer->edit().paste();
    QVERIFY(!button("keepPaste")->isVisible());
}

void TestComposer::filesAndPicturesAreToldAndNotPasted()
{
    QSignalSpy files(m_composer.get(), &Composer::filesOffered);
    QSignalSpy images(m_composer.get(), &Composer::imageOffered);
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a b.txt"))});
    QGuiApplication::clipboard()->setMimeData(data);
    m_composer->edit().paste();
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first().first().toStringList(), {QStringLiteral("/tmp/a b.txt")});
    QImage picture(4, 4, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(picture);
    m_composer->edit().paste();
    QCOMPARE(images.size(), 1);
    QVERIFY(m_composer->text().isEmpty());
    // A link is text, wherever it leads.
    data = new QMimeData;
    data->setUrls({QUrl(QStringLiteral("http://127.0.0.1/a.txt"))});
    QGuiApplication::clipboard()->setMimeData(data);
    m_composer->edit().paste();
    QCOMPARE(files.size(), 1);
    QCOMPARE(m_composer->text(), QStringLiteral("http://127.0.0.1/a.txt"));
}

void TestComposer::filesAloneAreSent()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    QVERIFY(!button("send")->isEnabled());
    m_composer->setAttachments({attachment(QStringLiteral("a"))});
    QVERIFY(button("send")->isEnabled());
    button("send")->click();
    QCOMPARE(sent.size(), 1);
}

void TestComposer::sendWaitsForFilesThatAreBeingRead()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    const QString a = QStringLiteral("a");
    m_composer->setAttachments({attachment(a, ShownAttachment::State::Reading)});
    QTest::keyClicks(&m_composer->edit(), QStringLiteral("what is this"));
    QTest::keyClick(&m_composer->edit(), Qt::Key_Return);
    QCOMPARE(sent.size(), 0);
    m_composer->setAttachments({attachment(a)});
    QCOMPARE(sent.size(), 1);

    // Who goes on writing has not finished.
    m_composer->setAttachments({attachment(a, ShownAttachment::State::Reading)});
    QTest::keyClick(&m_composer->edit(), Qt::Key_Return);
    QTest::keyClicks(&m_composer->edit(), QStringLiteral("?"));
    m_composer->setAttachments({attachment(a)});
    QCOMPARE(sent.size(), 1);
}

void TestComposer::nothingIsLeftOutInSilence()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    const ShownAttachment broken = attachment(QStringLiteral("a"), ShownAttachment::State::Failed);
    m_composer->setAttachments({broken});
    QTest::keyClicks(&m_composer->edit(), QStringLiteral("text"));
    QTest::keyClick(&m_composer->edit(), Qt::Key_Return);
    QVERIFY(!button("send")->isEnabled());
    QCOMPARE(sent.size(), 0);
    QVERIFY(button("removeAttachment0")->accessibleDescription().contains(broken.failure));
    m_composer->setAttachments({});
    QTest::keyClick(&m_composer->edit(), Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
}

void TestComposer::attachmentsAreTakenOutByKeyboard()
{
    QSignalSpy removed(m_composer.get(), &Composer::removeRequested);
    const ShownAttachment a = attachment(QStringLiteral("a"));
    const ShownAttachment b = attachment(QStringLiteral("b"));
    m_composer->setAttachments({a, b});
    QCOMPARE(button("removeAttachment1")->accessibleName(), QStringLiteral("Remove b.txt"));
    button("prompts")->setFocus();
    QTest::keyClick(button("prompts"), Qt::Key_Tab);
    QVERIFY(button("removeAttachment0")->hasFocus());
    QTest::keyClick(button("removeAttachment0"), Qt::Key_Right);
    QVERIFY(button("removeAttachment1")->hasFocus());
    QTest::keyClick(button("removeAttachment1"), Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().toString(), QStringLiteral("b"));
    m_composer->setAttachments({a});
    QVERIFY(button("removeAttachment0")->hasFocus());
    m_composer->setAttachments({});
    QVERIFY(m_composer->edit().hasFocus());
}

void TestComposer::theTrayIsAsHighAsItsRows()
{
    QList<ShownAttachment> many;
    for (int i = 0; i < 12; ++i)
        many.append(attachment(QStringLiteral("a file with a rather long name %1").arg(i)));
    const auto *tray = m_composer->findChild<QWidget *>(QStringLiteral("attachments"));
    m_composer->setAttachments(many.mid(0, 1));
    const int one = tray->height();
    m_composer->resize(1200, m_composer->sizeHint().height());
    m_composer->setAttachments(many);
    const int wide = tray->minimumHeight();
    m_composer->resize(500, m_composer->height());
    QVERIFY(wide > one);
    QVERIFY(tray->minimumHeight() > wide);

    // The text gives what the files take.
    m_composer->setText(QStringLiteral("line\n").repeated(30));
    const int beside = m_composer->edit().height();
    m_composer->setAttachments({});
    QVERIFY(m_composer->edit().height() > beside);
}

void TestComposer::whatHoversIsAnsweredAndTakenWhenItFalls()
{
    QSignalSpy files(m_composer.get(), &Composer::filesOffered);
    const auto *hint = m_composer->findChild<QLabel *>(QStringLiteral("composerHint"));
    const QString before = hint->text();
    m_composer->setDropTarget(true);
    QVERIFY(hint->text() != before);
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.txt"))});
    m_composer->takeDropped(&dropped);
    QCOMPARE(files.size(), 1);
    QCOMPARE(hint->text(), before);
    QVERIFY(m_composer->edit().hasFocus());
}

KAGURA_TEST(TestComposer)
#include "tst_composer.moc"
