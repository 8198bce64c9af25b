// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/shell/widgetwalk.h"
#include "ui/settings/keycapture.h"
#include "ui/settings/shortcutspane.h"
#include "ui/widgets/notice.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestShortcutsPane : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ShortcutsPane> m_pane;
    std::unique_ptr<QSignalSpy> m_assigned;

    static ShortcutEntry entry(const char *id, const char *keys, const char *usual = nullptr)
    {
        const QString name = QString::fromLatin1(id);
        return {name, name, QKeySequence(QString::fromLatin1(keys)),
                QKeySequence(QString::fromLatin1(usual == nullptr ? keys : usual))};
    }
    template <typename T>
    [[nodiscard]] T &part(const char *name) const
    {
        return *m_pane->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] KeyCapture &field() const { return part<KeyCapture>("shortcutKeys"); }
    [[nodiscard]] const NoticeText &notice() const { return part<Notice>("shortcutNotice").text(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) const
    {
        QTest::keyClick(&field(), key, modifiers);
    }

private Q_SLOTS:
    void init()
    {
        m_pane = std::make_unique<ShortcutsPane>();
        m_pane->setTheme(Theme());
        m_pane->setEntries(
            {entry("Write", "Ctrl+L"), entry("Theme", "", "F5"), entry("Stop", "Esc")},
            {entry("Copy", "Ctrl+C")});
        m_assigned = std::make_unique<QSignalSpy>(m_pane.get(), &ShortcutsPane::assignRequested);
        m_pane->resize(900, 600);
        m_pane->show();
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    void pressingFreeKeysAssignsThemToTheChosenCommand()
    {
        QTest::keyClick(&part<QTableView>("shortcutTable"), Qt::Key_Down);
        press(Qt::Key_J);
        QCOMPARE(m_assigned->count(), 1);
        QCOMPARE(m_assigned->at(0).at(0).toString(), u"Theme"_s);
        QCOMPARE(m_assigned->at(0).at(1).value<QKeySequence>(), QKeySequence(u"Ctrl+J"_s));
    }

    void enterInTheTableGoesToTheKeysAndEscBack()
    {
        auto &table = part<QTableView>("shortcutTable");
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_Return);
        QVERIFY(field().hasFocus());
        QTest::keyClick(&field(), Qt::Key_Escape);
        QVERIFY(table.hasFocus());
        QCOMPARE(m_assigned->count(), 0);
    }

    void aConflictIsNamedAndNothingMovesUntilItIsWanted()
    {
        part<QTableView>("shortcutTable")
            .setCurrentIndex(part<QTableView>("shortcutTable").model()->index(1, 0));
        press(Qt::Key_L);
        QCOMPARE(m_assigned->count(), 0);
        QVERIFY(notice().title.contains(u"Write"_s));
        QVERIFY(notice().title.contains(u"Ctrl+L"_s));
        part<Notice>("shortcutNotice").findChild<QPushButton *>(u"noticeStep"_s)->click();
        QCOMPARE(m_assigned->count(), 1);
        QCOMPARE(m_assigned->at(0).at(0).toString(), u"Theme"_s);
        QCOMPARE(m_assigned->at(0).at(1).value<QKeySequence>(), QKeySequence(u"Ctrl+L"_s));
        QVERIFY(notice().title.isEmpty());
    }

    void reservedKeysAreRefusedByName()
    {
        press(Qt::Key_C);
        QCOMPARE(m_assigned->count(), 0);
        QVERIFY(notice().title.contains(u"Copy"_s));
        QVERIFY(notice().stepLabel.isEmpty());
    }

    void aLetterAloneIsForTyping()
    {
        press(Qt::Key_J, Qt::NoModifier);
        QCOMPARE(m_assigned->count(), 0);
        QVERIFY(notice().title.contains(u"typing"_s));
    }

    void theSameKeysAgainAreNoChange()
    {
        press(Qt::Key_L);
        QCOMPARE(m_assigned->count(), 0);
        QVERIFY(notice().title.isEmpty());
    }

    void keysAreRemovedAndResetByKeyOrButton()
    {
        press(Qt::Key_Backspace, Qt::NoModifier);
        QCOMPARE(m_assigned->count(), 1);
        QVERIFY(m_assigned->at(0).at(1).value<QKeySequence>().isEmpty());
        auto &table = part<QTableView>("shortcutTable");
        table.setCurrentIndex(table.model()->index(1, 0));
        QVERIFY(!part<QPushButton>("removeShortcut").isEnabled());
        part<QPushButton>("resetShortcut").click();
        QCOMPARE(m_assigned->at(1).at(1).value<QKeySequence>(), QKeySequence(u"F5"_s));
        table.setCurrentIndex(table.model()->index(2, 0));
        QVERIFY(!part<QPushButton>("resetShortcut").isEnabled());
    }

    void aCommandThatIsNotFoundCannotBeChanged()
    {
        part<QLineEdit>("shortcutFilter").setText(u"zzz"_s);
        QVERIFY(!field().isEnabled());
        part<QLineEdit>("shortcutFilter").clear();
        QVERIFY(field().isEnabled());
    }

    void resetAllIsThereOnceSomethingChanged()
    {
        QVERIFY(part<QPushButton>("resetAllShortcuts").isEnabled());
        QSignalSpy reset(m_pane.get(), &ShortcutsPane::resetAllRequested);
        part<QPushButton>("resetAllShortcuts").click();
        QCOMPARE(reset.count(), 1);
        m_pane->setEntries({entry("Write", "Ctrl+L")}, {});
        QVERIFY(!part<QPushButton>("resetAllShortcuts").isEnabled());
    }

    void everythingHasANameAndIsReachedByTab()
    {
        const QStringList faults = accessFaults(*m_pane);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

KAGURA_TEST(TestShortcutsPane)
#include "tst_shortcutspane.moc"
