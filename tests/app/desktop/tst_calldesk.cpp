// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the inspector is told of real calls to the Guide, in this run of the program and after the next start.

#include "app/desktop/chatengine.h"
#include "core/settings/settings.h"
#include "core/storage/datafolder.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // ms

} // namespace

class TestCallDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("KAGURA_DATA_DIR", m_home->filePath(u"data"_s).toUtf8());
        qputenv("KAGURA_CONFIG_DIR", m_home->filePath(u"config"_s).toUtf8());
        Settings settings(configFolder());
        QVERIFY(settings.load());
        settings.setValue(settings::ProbeLocalServers, false);
        QVERIFY(settings.flush());
        start();
    }

    void cleanup() { m_engine.reset(); }

    void aCallOfThisRunIsToldWhole()
    {
        const QString answer = ask({}, u"What can the cache do?"_s);
        const InspectedCall call = inspect(answer);
        QCOMPARE(call.message, answer);
        QVERIFY(call.requestLine.startsWith(u"POST http://127.0.0.1"_s));
        QVERIFY(call.body.contains(u"What can the cache do?"_s));
        QVERIFY(call.curl.startsWith(u"curl -N"_s));
        QVERIFY(!call.events.isEmpty());
        QVERIFY(!call.characters.isEmpty());
        QCOMPARE(call.cache, InspectedCall::Cache::Miss);
        QCOMPARE(call.cacheReason, u"This request was never asked before."_s);
        QVERIFY(call.failure.isEmpty());
    }

    void aMissNamesWhatIsMostLikeIt()
    {
        static_cast<void>(ask({}, u"What can the cache do?"_s));
        m_engine->leaveUnnamed();
        const QString second = ask({}, u"What can the cache do, then?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!inspect(second).cacheDetails.filter(u"Nearest"_s).isEmpty(),
                                 patience);
    }

    void anAnswerFromTheCacheSentNothing()
    {
        static_cast<void>(ask({}, u"What can the cache do?"_s));
        m_engine->leaveUnnamed();
        const InspectedCall call = inspect(ask({}, u"What can the cache do?"_s));
        QCOMPARE(call.cache, InspectedCall::Cache::Hit);
        QVERIFY(call.requestNote.startsWith(u"Nothing was sent"_s));
        QVERIFY(call.costNote.contains(u"nothing was billed"_s));
    }

    void afterTheNextStartOnlyWhatIsStoredIsTold()
    {
        const QString answer = ask({}, u"What can the cache do?"_s);
        m_engine.reset();
        start();
        const InspectedCall call = inspect(answer);
        QVERIFY(call.requestLine.isEmpty());
        QVERIFY(!call.requestNote.isEmpty());
        QVERIFY(!call.times.isEmpty());
        QCOMPARE(call.cache, InspectedCall::Cache::Miss);
    }

    void callsOfErasedConversationsAreForgotten()
    {
        static_cast<void>(ask({}, u"What can the cache do?"_s));
        QCOMPARE(m_engine->calls().count(), 1U);
        const QSignalSpy removed(m_engine.get(), &ChatEngine::conversationRemoved);
        m_engine->erase(m_conversation);
        QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, patience);
        QCOMPARE(m_engine->calls().count(), 0U);
    }

private:
    void start()
    {
        m_engine = std::make_unique<ChatEngine>();
        m_engine->start();
    }

    //! The id of the answer, once it has ended.
    QString ask(const QString &conversation, const QString &text)
    {
        QSignalSpy finished(m_engine.get(), &ChatEngine::streamFinished);
        const QSignalSpy named(m_engine.get(), &ChatEngine::sessionNamed);
        m_engine->send(conversation, text, {}, Services::guideModel());
        if (!finished.wait(patience))
            return {};
        if (!named.isEmpty())
            m_conversation = named.first().first().value<Conversation>().id;
        return finished.first().first().toString();
    }

    InspectedCall inspect(const QString &answer)
    {
        QSignalSpy inspected(&m_engine->calls(), &CallDesk::inspected);
        m_engine->calls().inspect(answer);
        if (!inspected.wait(patience))
            return {};
        return inspected.first().first().value<InspectedCall>();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ChatEngine> m_engine;
    QString m_conversation;
};

KAGURA_TEST(TestCallDesk)
#include "tst_calldesk.moc"
