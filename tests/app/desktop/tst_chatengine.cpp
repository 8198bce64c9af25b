// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the chat page asks for, through the real street, as a server on loopback receives it.

#include "app/desktop/chatengine.h"
#include "core/llm/providersettings.h"
#include "core/settings/settings.h"
#include "core/storage/datafolder.h"
#include "tests/support/patience.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

const ModelRef Model{u"local"_s, u"m"_s};

Script answer(const QByteArray &text)
{
    return Script::stream(
        {"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n",
         "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":"
         "\"stop\"}],\"usage\":{\"prompt_tokens\":40,\"completion_tokens\":2}}"
         "\n\ndata: [DONE]\n\n"});
}

} // namespace

class TestChatEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ScriptedServer>();
        m_server->answer(answer("Yes."));
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(m_home->filePath(u"data"_s)));
        qputenv("KAGURA_CONFIG_DIR", QFile::encodeName(m_home->filePath(u"config"_s)));
        Settings settings(configFolder());
        QVERIFY(settings.load());
        ProviderConfig provider;
        provider.name = Model.provider;
        provider.baseUrl = m_server->url("/v1");
        provider.needsKey = false;
        settings.setJson(settings::Providers, providersToJson({provider}));
        settings.setValue(settings::ProbeLocalServers, false);
        QVERIFY(settings.flush());
        m_engine = std::make_unique<ChatEngine>();
        const QSignalSpy listed(m_engine.get(), &ChatEngine::conversationsListed);
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty(), patience);
    }
    void cleanup()
    {
        m_engine.reset();
        m_server.reset();
        qunsetenv("KAGURA_DATA_DIR");
        qunsetenv("KAGURA_CONFIG_DIR");
    }

    void whatIsSetReachesTheWireAndNothingElse()
    {
        Instructions instructions{u"Be brief."_s, {}};
        instructions.parameters.temperature = 0.5;
        instructions.parameters.reasoning = ReasoningEffort::Low;
        m_engine->setInstructions({}, instructions);
        const QString id = ask({}, u"Is it?"_s);
        Json body = lastBody();
        QCOMPARE(jsonString(jsonMember(body, "messages").at(0), "content"), u"Be brief."_s);
        QCOMPARE(jsonMember(body, "temperature"), Json(0.5));
        QCOMPARE(jsonMember(body, "reasoning_effort"), Json("low"));
        for (const char *unset : {"top_p", "seed", "stop", "max_tokens", "max_completion_tokens"})
            QVERIFY2(!body.contains(unset), unset);

        const QSignalSpy changed(m_engine.get(), &ChatEngine::conversationUpserted);
        instructions.system.clear();
        instructions.parameters = {};
        instructions.parameters.stop = {u"END"_s};
        m_engine->setInstructions(id, instructions);
        const auto isStored = [&] {
            return !changed.isEmpty()
                && changed.last().first().value<Conversation>().instructions == instructions;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isStored(), patience);
        ask(id, u"And now?"_s);
        body = lastBody();
        QCOMPARE(jsonMember(body, "stop"), Json::array({"END"}));
        QVERIFY(!body.contains("temperature") && !body.contains("reasoning_effort"));
        QCOMPARE(jsonString(jsonMember(body, "messages").at(0), "role"), u"user"_s);
    }

    void aConversationThatIsNotToBeCachedIsAskedEachTime()
    {
        Instructions instructions;
        instructions.parameters.cache = CacheMode::Off;
        m_engine->setInstructions({}, instructions);
        ask({}, u"Is it?"_s);
        ask({}, u"Is it?"_s);
        QCOMPARE(m_server->requestCount(), 2);
    }

    void whatWasSpentIsAddedUpAndTheNextMessageIsEstimated()
    {
        const QSignalSpy spent(&m_engine->ledger(), &LedgerDesk::conversationSpent);
        const QSignalSpy today(&m_engine->ledger(), &LedgerDesk::spent);
        const QSignalSpy estimated(&m_engine->ledger(), &LedgerDesk::estimated);
        const QString id = ask({}, u"Is it?"_s);
        m_engine->ledger().watch(id);
        QTRY_VERIFY_WITH_TIMEOUT(!spent.isEmpty(), patience);
        const auto spending = spent.last().at(1).value<Spending>();
        QCOMPARE(spending.inputTokens, 40);
        QCOMPARE(spending.outputTokens, 2);
        QCOMPARE(spending.unpriced, 1); // nobody knows what this model costs
        QTRY_VERIFY_WITH_TIMEOUT(
            !today.isEmpty() && today.last().first().value<Spending>().answers == 1, patience);
        m_engine->ledger().estimate(id, Model, u"12345678"_s, {});
        QTRY_VERIFY_WITH_TIMEOUT(!estimated.isEmpty(), patience);
        const auto estimate = estimated.last().first().value<ContextEstimate>();
        QCOMPARE(estimate.tokens, 44);
        QVERIFY(!estimate.isAtLeast && !estimate.windowTokens && !estimate.costMicroUsd);
    }

    void promptsGoOutToAFileAndComeBack()
    {
        LibraryDesk &library = m_engine->library();
        const QSignalSpy listed(&library, &LibraryDesk::promptsListed);
        const QSignalSpy notices(&library, &LibraryDesk::notice);
        const auto shown = [&listed] {
            return listed.isEmpty() ? QList<Prompt>()
                                    : listed.last().first().value<QList<Prompt>>();
        };
        library.savePrompts({{{}, u"Explain"_s, u"Explain {{what}}"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(shown().size(), 1, patience);
        const Prompt kept = shown().first();
        const QString path = m_home->filePath(u"prompts.md"_s);
        library.exportPrompts(path);
        QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 1, patience);
        library.removePrompt(kept.id);
        QTRY_COMPARE_WITH_TIMEOUT(shown().size(), 0, patience);
        library.importPrompts(path);
        QTRY_COMPARE_WITH_TIMEOUT(shown().size(), 1, patience);
        QCOMPARE(shown().first().text, kept.text);
        library.importPrompts(m_home->filePath(u"nowhere.json"_s));
        QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 3, patience);
        QVERIFY(notices.last().first().toString().contains(u"nowhere.json"_s));
    }

private:
    //! The conversation in which it was asked and answered.
    QString ask(const QString &conversation, const QString &text)
    {
        const QSignalSpy finished(m_engine.get(), &ChatEngine::streamFinished);
        const QSignalSpy added(m_engine.get(), &ChatEngine::messageAdded);
        if (conversation.isEmpty())
            m_engine->leaveUnnamed();
        m_engine->send(conversation, text, {}, Model);
        if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, patience))
            return {};
        return added.first().first().value<StoredMessage>().conversation;
    }

    [[nodiscard]] Json lastBody() const { return parseJson(m_server->lastRequest().body).value(); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ChatEngine> m_engine;
};

KAGURA_TEST(TestChatEngine)
#include "tst_chatengine.moc"
