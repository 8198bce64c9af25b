// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/composer.h"
#include "ui/chat/composeredit.h"
#include "ui/chat/promptform.h"
#include "ui/chat/promptpicker.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestPromptPicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_area = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_area.get());
        m_composer = new Composer(m_area.get());
        column->addStretch();
        column->addWidget(m_composer);
        m_picker = new PromptPicker(*m_composer, m_area.get());
        m_composer->setChatStyle(test::sampleStyle());
        m_picker->setChatStyle(test::sampleStyle());
        m_picker->setPrompts({{u"1"_s, u"Explain"_s, u"Explain it."_s},
                              {u"2"_s, u"Translate"_s, u"Into {{language}}: {{text}}"_s}});
        m_area->resize(800, 600);
        m_area->show();
        m_composer->focusText();
        QVERIFY(QTest::qWaitForWindowActive(m_area.get()));
    }
    void cleanup() { m_area.reset(); }

    void aSlashOpensAndTypingNarrows()
    {
        type(u"/"_s);
        QVERIFY(m_picker->isVisible());
        QCOMPARE(m_picker->list().count(), 2);
        type(u"tra"_s);
        QCOMPARE(m_picker->list().count(), 1);
        QTest::keyClick(&edit(), Qt::Key_Backspace);
        QTest::keyClick(&edit(), Qt::Key_Backspace);
        QTest::keyClick(&edit(), Qt::Key_Backspace);
        QTest::keyClick(&edit(), Qt::Key_Backspace);
        QVERIFY(!m_picker->isVisible());
    }

    void enterTakesOneInThePlaceOfWhatWasTyped()
    {
        const QSignalSpy sent(m_composer, &Composer::sendRequested);
        type(u"Please: /exp"_s);
        QTest::keyClick(&edit(), Qt::Key_Return);
        QCOMPARE(m_composer->text(), u"Please: Explain it."_s);
        QCOMPARE(sent.size(), 0);
        QVERIFY(edit().hasFocus());
    }

    void placesAreFilledInWithTabAndEnter()
    {
        type(u"/"_s);
        QTest::keyClick(&edit(), Qt::Key_Down);
        QTest::keyClick(&edit(), Qt::Key_Tab);
        QVERIFY(m_picker->form().isVisible());
        const QList<QLineEdit *> fields = m_picker->form().fields();
        QCOMPARE(fields.size(), 2);
        QTRY_VERIFY(fields.at(0)->hasFocus());
        QTest::keyClicks(fields.at(0), u"French"_s);
        QTest::keyClick(fields.at(0), Qt::Key_Tab);
        QTRY_VERIFY(fields.at(1)->hasFocus());
        QTest::keyClicks(fields.at(1), u"Hello"_s);
        QTest::keyClick(fields.at(1), Qt::Key_Return);
        QCOMPARE(m_composer->text(), u"Into French: Hello"_s);
        QTRY_VERIFY(edit().hasFocus());
    }

    void escapeGivesUpAndLeavesTheText()
    {
        type(u"/tr"_s);
        QTest::keyClick(&edit(), Qt::Key_Return);
        QTest::keyClick(m_picker->form().fields().first(), Qt::Key_Escape);
        QVERIFY(!m_picker->form().isVisible());
        QCOMPARE(m_composer->text(), u"/tr"_s);
        QTRY_VERIFY(edit().hasFocus());
    }

    void whatWasDeclinedStaysAway()
    {
        type(u"/"_s);
        QTest::keyClick(&edit(), Qt::Key_Escape);
        QVERIFY(!m_picker->isVisible());
        type(u"e"_s);
        QVERIFY(!m_picker->isVisible());
        type(u" /"_s);
        QVERIFY(m_picker->isVisible());
    }

    void aSlashInAWordOrAPathIsText()
    {
        type(u"and/or"_s);
        QVERIFY(!m_picker->isVisible());
        type(u" /usr/"_s);
        QVERIFY(!m_picker->isVisible());
        const QSignalSpy sent(m_composer, &Composer::sendRequested);
        QTest::keyClick(&edit(), Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
    }

    void anEmptyLibraryTeachesAndLeadsToIt()
    {
        m_picker->setPrompts({});
        const QSignalSpy wanted(m_picker, &PromptPicker::manageRequested);
        m_picker->open();
        QVERIFY(m_picker->isVisible());
        QTest::keyClick(&edit(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
    }

private:
    [[nodiscard]] ComposerEdit &edit() const { return m_composer->edit(); }
    void type(const QString &text) const { QTest::keyClicks(&edit(), text); }

    std::unique_ptr<QWidget> m_area;
    Composer *m_composer = nullptr;
    PromptPicker *m_picker = nullptr;
};

} // namespace

KAGURA_TEST(TestPromptPicker)

#include "tst_promptpicker.moc"
