// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/chatengine.h"
#include "app/desktop/languageswitch.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestLanguageSwitch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(m_home->filePath(u"data"_s)));
        qputenv("KAGURA_CONFIG_DIR", QFile::encodeName(m_home->filePath(u"config"_s)));
        m_engine = std::make_unique<ChatEngine>();
        m_engine->start();
        m_switch = std::make_unique<LanguageSwitch>(*m_engine, u"system"_s);
    }
    void cleanup()
    {
        m_switch.reset();
        m_engine.reset();
        qunsetenv("KAGURA_DATA_DIR");
        qunsetenv("KAGURA_CONFIG_DIR");
    }

    void anotherLanguageIsKeptAndBeginsAtOnce()
    {
        const QSignalSpy begun(m_switch.get(), &LanguageSwitch::beginAnew);
        m_switch->choose(u"de"_s);
        QCOMPARE(begun.count(), 1);
        m_engine.reset(); // which writes what is pending
        Settings saved(configFolder());
        QVERIFY(saved.load());
        QCOMPARE(saved.value(settings::Language), u"de"_s);
    }

    void theSameLanguageChangesNothing()
    {
        const QSignalSpy begun(m_switch.get(), &LanguageSwitch::beginAnew);
        m_switch->choose(u"system"_s);
        QCOMPARE(begun.count(), 0);
    }

    void answersUnderWayComeFirst()
    {
        const QSignalSpy begun(m_switch.get(), &LanguageSwitch::beginAnew);
        const QSignalSpy notified(m_switch.get(), &LanguageSwitch::notified);
        Q_EMIT m_engine->callsInFlight(2);
        m_switch->choose(u"de"_s);
        QCOMPARE(begun.count(), 0);
        QCOMPARE(notified.count(), 1);
        Q_EMIT m_engine->callsInFlight(1);
        QCOMPARE(begun.count(), 0);
        Q_EMIT m_engine->callsInFlight(0);
        QCOMPARE(begun.count(), 1);
    }

    void keysInMemoryAreNotLost()
    {
        const QSignalSpy begun(m_switch.get(), &LanguageSwitch::beginAnew);
        const QSignalSpy notified(m_switch.get(), &LanguageSwitch::notified);
        ProviderStand stand;
        stand.keyOrigin = KeyReply::Origin::Session;
        Q_EMIT m_engine->providers().providersChanged({stand});
        m_switch->choose(u"de"_s);
        QCOMPARE(begun.count(), 0);
        QCOMPARE(notified.count(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ChatEngine> m_engine;
    std::unique_ptr<LanguageSwitch> m_switch;
};

KAGURA_TEST(TestLanguageSwitch)
#include "tst_languageswitch.moc"
