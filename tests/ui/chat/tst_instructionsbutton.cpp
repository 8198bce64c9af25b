// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/instructionsbutton.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestInstructionsButton : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_button = std::make_unique<InstructionsButton>();
        m_button->setChatStyle(test::sampleStyle());
        m_button->setInstructions(u"c"_s, {});
        m_button->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_button.get()));
    }
    void cleanup() { m_button.reset(); }

    void everythingIsSetByKeyboard()
    {
        const QSignalSpy changed(m_button.get(), &InstructionsButton::changed);
        QTest::keyClick(m_button.get(), Qt::Key_Space);
        QVERIFY(m_button->panel().isVisible());
        auto *system = child<QPlainTextEdit>("systemText");
        QTRY_VERIFY(system->hasFocus());
        QTest::keyClicks(system, u"Be brief."_s);
        QTest::keyClick(system, Qt::Key_Tab);
        auto *temperature = child<QLineEdit>("temperature");
        QTRY_VERIFY(temperature->hasFocus());
        QCOMPARE(m_button->panel().instructions().system, u"Be brief."_s);
        QTest::keyClicks(temperature, u"0.3"_s);
        QTest::keyClick(temperature, Qt::Key_Escape);
        QVERIFY(!m_button->panel().isVisible());
        const auto last = changed.last();
        QCOMPARE(last.at(0).toString(), u"c"_s);
        QCOMPARE(last.at(1).value<Instructions>().parameters.temperature, 0.3);
        QCOMPARE(m_button->text(), u"System text, temperature 0.3"_s);
    }

    void whatCannotBeIsSaidAndNotTold()
    {
        const QSignalSpy changed(m_button.get(), &InstructionsButton::changed);
        m_button->openPanel();
        auto *temperature = child<QLineEdit>("temperature");
        temperature->setFocus();
        QTest::keyClicks(temperature, u"hot"_s);
        QTest::keyClick(temperature, Qt::Key_Return);
        QVERIFY(!child<QLabel>("instructionsFault")->text().isEmpty());
        QCOMPARE(changed.size(), 0);
        m_button->panel().hide();
        QCOMPARE(changed.size(), 0);
        QVERIFY(temperature->text().isEmpty());
    }

    void aPresetIsChosenAndNamedInTheHead()
    {
        const QSignalSpy changed(m_button.get(), &InstructionsButton::changed);
        Preset preset{u"1"_s, u"Translator"_s, {u"Into French."_s, {}}, true};
        m_button->setPresets({preset});
        m_button->openPanel();
        auto *presets = child<QComboBox>("preset");
        presets->setFocus();
        QTest::keyClick(presets, Qt::Key_Down);
        QCOMPARE(changed.last().at(1).value<Instructions>(), preset.instructions);
        QVERIFY(child<QCheckBox>("defaultPreset")->isChecked());
        QCOMPARE(m_button->text(), u"Translator"_s);
        QCOMPARE(m_button->accessibleName(), u"Instructions: Translator"_s);
    }

    void whatIsSetIsSavedUnderAName()
    {
        const QSignalSpy saved(&m_button->panel(), &InstructionsPanel::presetSaved);
        const Instructions brief{u"Be brief."_s, {}};
        m_button->setInstructions(u"c"_s, brief);
        m_button->openPanel();
        auto *presets = child<QComboBox>("preset");
        presets->setFocus();
        QTest::keyClicks(presets, u"Brief"_s);
        QTest::keyClick(child<QPushButton>("savePreset"), Qt::Key_Space);
        QCOMPARE(saved.size(), 1);
        const auto preset = saved.first().at(0).value<Preset>();
        QCOMPARE(preset.name, u"Brief"_s);
        QCOMPARE(preset.instructions, brief);
        m_button->setPresets({{u"1"_s, u"Brief"_s, brief, false}});
        QVERIFY(!child<QPushButton>("savePreset")->isEnabled());
        const QSignalSpy removed(&m_button->panel(), &InstructionsPanel::presetRemoved);
        QTest::keyClick(child<QPushButton>("removePreset"), Qt::Key_Space);
        QCOMPARE(removed.size(), 1);
    }

    void whatIsTypedStaysWhileThePanelIsOpen()
    {
        m_button->openPanel();
        auto *system = child<QPlainTextEdit>("systemText");
        QTest::keyClicks(system, u"half a sen"_s);
        m_button->setInstructions(u"c"_s, {u"older"_s, {}});
        QCOMPARE(system->toPlainText(), u"half a sen"_s);
        m_button->setInstructions(u"other"_s, {u"another"_s, {}});
        QCOMPARE(system->toPlainText(), u"another"_s);
    }

private:
    template <typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        return m_button->panel().findChild<T *>(QString::fromLatin1(name));
    }

    std::unique_ptr<InstructionsButton> m_button;
};

} // namespace

KAGURA_TEST(TestInstructionsButton)

#include "tst_instructionsbutton.moc"
