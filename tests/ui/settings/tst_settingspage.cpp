// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/shell/widgetwalk.h"
#include "ui/settings/appearancepane.h"
#include "ui/settings/datapane.h"
#include "ui/settings/providerspane.h"
#include "ui/settings/settingspage.h"

#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestSettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sectionsAreChosenByKeyboard();
    void everyControlIsReachedAndNamed();
    void choicesOfAppearanceAreTold();
    void foldersCanBeOpened();

private:
    std::unique_ptr<SettingsPage> m_page;
};

void TestSettingsPage::init()
{
    m_page = std::make_unique<SettingsPage>();
    m_page->setTheme(Theme());
    ProviderEntry entry;
    entry.config.name = u"team"_s;
    entry.config.baseUrl = QUrl(u"https://llm.team.example/v1"_s);
    entry.title = u"Team"_s;
    entry.models = {{u"large"_s, 1000, {}, {}, {}}};
    m_page->providers().setEntries({entry});
    m_page->appearance().showChoices(ThemeController::Choice::Dark, 115);
    m_page->data().showFolders(u"/a/data"_s, u"/a/config"_s, {});
    m_page->resize(1200, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->activateWindow();
}

void TestSettingsPage::sectionsAreChosenByKeyboard()
{
    auto *sections = m_page->findChild<QListWidget *>(u"sections"_s);
    m_page->setFocus();
    QVERIFY(sections->hasFocus());
    QTest::keyClick(sections, Qt::Key_Down);
    QVERIFY(m_page->appearance().isVisible());
    m_page->showSection(SettingsPage::Section::Data);
    QVERIFY(m_page->data().isVisible());
}

void TestSettingsPage::everyControlIsReachedAndNamed()
{
    for (const SettingsPage::Section section :
         {SettingsPage::Section::Providers, SettingsPage::Section::Appearance,
          SettingsPage::Section::Cache, SettingsPage::Section::Team, SettingsPage::Section::Data}) {
        m_page->showSection(section);
        const QStringList faults = test::accessFaults(*m_page);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
}

void TestSettingsPage::choicesOfAppearanceAreTold()
{
    m_page->showSection(SettingsPage::Section::Appearance);
    auto *theme = m_page->findChild<QComboBox *>(u"themeChoice"_s);
    auto *zoom = m_page->findChild<QComboBox *>(u"zoomChoice"_s);
    QCOMPARE(theme->currentData().toInt(), int(ThemeController::Choice::Dark));
    QCOMPARE(zoom->currentData().toInt(), 115); // a size between the usual ones
    QSignalSpy chosen(&m_page->appearance(), &AppearancePane::themeChosen);
    theme->setFocus();
    QTest::keyClick(theme, Qt::Key_Up);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<ThemeController::Choice>(),
             ThemeController::Choice::Light);
}

void TestSettingsPage::foldersCanBeOpened()
{
    m_page->showSection(SettingsPage::Section::Data);
    QSignalSpy opened(&m_page->data(), &DataPane::openRequested);
    for (QPushButton *button : m_page->data().findChildren<QPushButton *>())
        button->click();
    QCOMPARE(opened.size(), 2); // there are no backups here
    QCOMPARE(opened.first().first().toString(), u"/a/data"_s);
}

KAGURA_TEST(TestSettingsPage)
#include "tst_settingspage.moc"
