// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/settings/keycapture.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestKeyCapture : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QWidget> m_window;
    KeyCapture *m_field = nullptr;

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_field = new KeyCapture(m_window.get());
        m_field->setKeys(QKeySequence(u"Ctrl+L"_s));
        auto *rows = new QVBoxLayout(m_window.get());
        rows->addWidget(m_field);
        rows->addWidget(new QLineEdit(m_window.get()));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_field->setFocus();
    }

    void keysThatDoSomethingElsewhereAreCapturedHere()
    {
        QShortcut shortcut(QKeySequence(u"Ctrl+J"_s), m_window.get());
        QSignalSpy ran(&shortcut, &QShortcut::activated);
        QSignalSpy captured(m_field, &KeyCapture::captured);
        QTest::keyClick(m_window->windowHandle(), Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(ran.count(), 0);
        QCOMPARE(captured.count(), 1);
        QCOMPARE(captured.at(0).at(0).value<QKeySequence>(), QKeySequence(u"Ctrl+J"_s));
        QCOMPARE(m_field->text(), u"Ctrl+L"_s); // it is the pane's to take them
    }

    void keysOfWritingAreCapturedToo()
    {
        QSignalSpy captured(m_field, &KeyCapture::captured);
        QTest::keyClick(m_field, Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(m_field, Qt::Key_F5);
        QTest::keyClick(m_field, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(captured.count(), 3);
        QCOMPARE(captured.at(2).at(0).value<QKeySequence>(), QKeySequence(u"Alt+Shift+Left"_s));
    }

    void whatIsForTypingIsRefused_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifier");
        QTest::newRow("a letter") << int(Qt::Key_J) << int(Qt::NoModifier);
        QTest::newRow("a capital") << int(Qt::Key_J) << int(Qt::ShiftModifier);
        QTest::newRow("Enter") << int(Qt::Key_Return) << int(Qt::NoModifier);
        QTest::newRow("an arrow") << int(Qt::Key_Down) << int(Qt::NoModifier);
    }
    void whatIsForTypingIsRefused()
    {
        QFETCH(const int, key);
        QFETCH(const int, modifier);
        QSignalSpy captured(m_field, &KeyCapture::captured);
        QSignalSpy refused(m_field, &KeyCapture::refused);
        QTest::keyClick(m_field, Qt::Key(key), Qt::KeyboardModifier(modifier));
        QCOMPARE(captured.count(), 0);
        QCOMPARE(refused.count(), 1);
    }

    void aHeldModifierIsShownUntilItIsLetGo()
    {
        // As a window system tells it: with what was held before the event.
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Control, Qt::NoModifier);
        QCoreApplication::sendEvent(m_field, &press);
        QVERIFY(m_field->text().startsWith(u"Ctrl+"_s) && m_field->text() != u"Ctrl+L"_s);
        QKeyEvent release(QEvent::KeyRelease, Qt::Key_Control, Qt::ControlModifier);
        QCoreApplication::sendEvent(m_field, &release);
        QCOMPARE(m_field->text(), u"Ctrl+L"_s);
    }

    void escLeavesAndBackspaceClears()
    {
        QSignalSpy left(m_field, &KeyCapture::left);
        QSignalSpy cleared(m_field, &KeyCapture::cleared);
        QTest::keyClick(m_field, Qt::Key_Escape);
        QTest::keyClick(m_field, Qt::Key_Backspace);
        QCOMPARE(left.count(), 1);
        QCOMPARE(cleared.count(), 1);
    }

    void tabGoesOn()
    {
        QTest::keyClick(m_field, Qt::Key_Tab);
        QVERIFY(!m_field->hasFocus());
    }
};

KAGURA_TEST(TestKeyCapture)
#include "tst_keycapture.moc"
