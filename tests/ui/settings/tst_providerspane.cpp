// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/settings/providerform.h"
#include "ui/settings/providerspane.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestProvidersPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theListShowsOneAfterAnother();
    void changesAndRemovalsAreUndoneInTurn();
    void theShownOneStaysShownWhileOthersChange();
    void withoutProvidersItSaysWhatToDo();

private:
    [[nodiscard]] static ProviderEntry entry(const QString &name)
    {
        ProviderEntry made;
        made.config.name = name;
        made.config.baseUrl = QUrl(u"https://"_s + name + u".example/v1"_s);
        made.title = name.toUpper();
        return made;
    }
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return m_pane->findChild<QPushButton *>(QString::fromLatin1(name));
    }

    std::unique_ptr<ProvidersPane> m_pane;
};

void TestProvidersPane::init()
{
    m_pane = std::make_unique<ProvidersPane>();
    m_pane->setTheme(Theme());
    m_pane->setEntries({entry(u"alpha"_s), entry(u"beta"_s)});
    m_pane->resize(1100, 800);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestProvidersPane::theListShowsOneAfterAnother()
{
    QCOMPARE(m_pane->form().entry().config.name, u"alpha"_s);
    auto *list = m_pane->findChild<QListView *>(u"providerList"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(m_pane->form().entry().config.name, u"beta"_s);
    m_pane->showProvider(u"alpha"_s);
    QCOMPARE(m_pane->form().entry().config.name, u"alpha"_s);
}

void TestProvidersPane::changesAndRemovalsAreUndoneInTurn()
{
    QSignalSpy changed(m_pane.get(), &ProvidersPane::configChanged);
    QSignalSpy removed(m_pane.get(), &ProvidersPane::removed);
    QVERIFY(!button("undoChange")->isEnabled());
    const ProviderConfig first = m_pane->form().entry().config;
    ProviderEntry newer = entry(u"alpha"_s);
    newer.config.limits.concurrency = 2;
    Q_EMIT m_pane->form().configChanged(newer.config);
    QCOMPARE(changed.size(), 1);
    m_pane->setEntries({newer, entry(u"beta"_s)});
    button("removeProvider")->click();
    QCOMPARE(removed.size(), 1);
    m_pane->setEntries({entry(u"beta"_s)});
    button("undoChange")->click();
    QCOMPARE(changed.last().first().value<ProviderConfig>(), newer.config);
    m_pane->setEntries({newer, entry(u"beta"_s)});
    button("undoChange")->click();
    QCOMPARE(changed.last().first().value<ProviderConfig>(), first);
    QVERIFY(!button("undoChange")->isEnabled());
}

void TestProvidersPane::theShownOneStaysShownWhileOthersChange()
{
    m_pane->showProvider(u"beta"_s);
    m_pane->setEntries({entry(u"aaa"_s), entry(u"alpha"_s), entry(u"beta"_s)});
    QCOMPARE(m_pane->form().entry().config.name, u"beta"_s);
}

void TestProvidersPane::withoutProvidersItSaysWhatToDo()
{
    m_pane->setEntries({});
    QVERIFY(!m_pane->form().isVisible());
    QSignalSpy added(m_pane.get(), &ProvidersPane::addRequested);
    button("addProvider")->click();
    QCOMPARE(added.size(), 1);
}

KAGURA_TEST(TestProvidersPane)
#include "tst_providerspane.moc"
