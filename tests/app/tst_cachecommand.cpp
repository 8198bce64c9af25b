// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kagura-cli cache …` as a person uses it, and every command of the manual's page about the cache.

#include "core/base/json.h"
#include "tests/support/cliprocess.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <memory>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

Script answerOf(const QByteArray &text)
{
    return Script::stream(
        {"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n",
         "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
         "data: [DONE]\n\n"});
}

qint64 integer(const CliOutcome &outcome, const char *name)
{
    return outcome.events.isEmpty() ? -1
                                    : jsonInteger(outcome.events.constLast(), name).value_or(-1);
}

} // namespace

class TestCacheCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliProcess>(QStringLiteral(KAGURA_CLI));
        m_server = std::make_unique<ScriptedServer>();
        m_server->answer(answerOf("Minka"));
    }

    void cleanup()
    {
        m_server.reset();
        m_cli.reset();
    }

    void anEmptyCacheSaysSo()
    {
        QCOMPARE(integer(cache({u"count"_s}), "entries"), 0);
        QVERIFY(cache({u"list"_s}).events.isEmpty());
        const CliOutcome none = cache({u"show"_s, u"1"_s});
        QCOMPARE(none.exitCode, 2);
        QVERIFY(none.output.contains("no such entry"));
        const CliOutcome undone = cache({u"undo"_s});
        QCOMPARE(undone.exitCode, 2);
        QVERIFY(undone.output.contains("nothing to undo"));
    }

    void whatWasAskedIsListedAndShown()
    {
        ask(u"A name for a cat?"_s);
        ask(u"A name for a dog?"_s);
        const CliOutcome list = cache({u"list"_s});
        QCOMPARE(list.events.size(), 2);
        QCOMPARE(jsonString(list.events.constFirst(), "prompt"), u"A name for a dog?"_s);
        QCOMPARE(cache({u"list"_s, u"--limit"_s, u"1"_s}).events.size(), 1);
        const CliOutcome shown = cache({u"show"_s, u"1"_s});
        QCOMPARE(jsonString(shown.events.constLast(), "answer"), u"Minka"_s);
        const Json &request = jsonMember(shown.events.constLast(), "request");
        QVERIFY(jsonMember(request, "messages").is_array());
        const QString key = jsonString(shown.events.constLast(), "key");
        QCOMPARE(integer(cache({u"show"_s, key.left(12)}), "id"), 1);
        const CliOutcome plain = m_cli->run({u"cache"_s, u"list"_s});
        QVERIFY(plain.output.contains("A name for a cat?"));
    }

    void theNextProgramFindsWhatAnAccountAsked()
    {
        const QString prompt = u"A name for a cat?"_s;
        m_cli->setEnvironment(u"HERE_KEY"_s, u"sk-canary-0123456789abcdef"_s);
        askWithKey(prompt);
        askWithKey(prompt);
        QCOMPARE(m_server->requestCount(), 1);
        // Another account has answers of its own.
        m_cli->setEnvironment(u"HERE_KEY"_s, u"sk-another-0123456789abcde"_s);
        askWithKey(prompt);
        QCOMPARE(m_server->requestCount(), 2);
        QVERIFY(!isInDataFolder("canary-0123456789"));
        // Nor does it depend on the token that the Guide makes up at each start.
        for (int i = 0; i < 2; ++i)
            QCOMPARE(m_cli->run({u"chat"_s, u"How do I connect a provider?"_s}).exitCode, 0);
        QCOMPARE(integer(cache({u"count"_s, u"model:guide"_s}), "entries"), 1);
    }

    void softMeansAskedAnewAndUndoBringsBack()
    {
        ask(u"A name for a cat?"_s);
        const CliOutcome dry = cache({u"invalidate"_s, u"model:model"_s, u"--dry-run"_s});
        QCOMPARE(integer(dry, "entries"), 1);
        ask(u"A name for a cat?"_s);
        QCOMPARE(m_server->requestCount(), 1);
        QCOMPARE(integer(cache({u"invalidate"_s, u"model:model"_s}), "operation"), 1);
        QCOMPARE(integer(cache({u"undo"_s}), "restored"), 1);
        ask(u"A name for a cat?"_s);
        QCOMPARE(m_server->requestCount(), 1);
        cache({u"invalidate"_s, u"model:model"_s, u"--hard"_s});
        QCOMPARE(integer(cache({u"count"_s}), "entries"), 0);
        const CliOutcome explained = explain(u"A name for a cat?"_s);
        QCOMPARE(jsonString(explained.events.constLast(), "reason"), u"invalidated"_s);
        QCOMPARE(jsonString(explained.events.constLast(), "invalidated_by"), u"model:model"_s);
        ask(u"A name for a cat?"_s);
        QCOMPARE(m_server->requestCount(), 2);
        // The newer answer stays.
        QCOMPARE(integer(cache({u"undo"_s}), "superseded"), 1);
        QCOMPARE(cache({u"operations"_s}).events.size(), 2);
    }

    void pinnedEntriesArePassedOver()
    {
        ask(u"A name for a cat?"_s);
        QCOMPARE(integer(cache({u"pin"_s, u"1"_s}), "entries"), 1);
        const CliOutcome passed = cache({u"invalidate"_s, u"model:model"_s, u"--hard"_s});
        QCOMPARE(integer(passed, "entries"), 0);
        QCOMPARE(integer(passed, "pinned"), 1);
        QCOMPARE(integer(cache({u"count"_s}), "entries"), 1);
    }

    void tagsNotesAndLifetimesAreKept()
    {
        ask(u"A name for a cat?"_s);
        cache({u"tag"_s, u"1"_s, u"eval"_s});
        QCOMPARE(integer(cache({u"count"_s, u"tag:eval"_s}), "entries"), 1);
        cache({u"untag"_s, u"tag:eval"_s, u"eval"_s});
        QCOMPARE(integer(cache({u"count"_s, u"tag:eval"_s}), "entries"), 0);
        cache({u"note"_s, u"1"_s, u"for the manual"_s});
        QCOMPARE(jsonString(cache({u"show"_s, u"1"_s}).events.constLast(), "note"),
                 u"for the manual"_s);
        cache({u"expire"_s, u"1"_s, u"now"_s});
        ask(u"A name for a cat?"_s);
        QCOMPARE(m_server->requestCount(), 2);
    }

    void erasedTextIsInNoFile()
    {
        const QString secret = u"canary 7f3a91c2 sings"_s;
        m_server->answer(answerOf("the canary answered 44aa55bb"));
        ask(secret);
        const CliOutcome asked = cache({u"erase"_s, u"model:model"_s});
        QCOMPARE(asked.exitCode, 2);
        QCOMPARE(integer(cache({u"count"_s}), "entries"), 1);
        QVERIFY(isInDataFolder("canary 7f3a91c2"));
        QCOMPARE(integer(cache({u"erase"_s, u"model:model"_s, u"--yes"_s}), "entries"), 1);
        QCOMPARE(integer(cache({u"count"_s}), "entries"), 0);
        QVERIFY(!isInDataFolder("canary 7f3a91c2"));
        QVERIFY(!isInDataFolder("44aa55bb"));
    }

    void statisticsCountEveryCall()
    {
        for (int i = 0; i < 3; ++i)
            ask(u"A name for a cat?"_s);
        const CliOutcome stats = cache({u"stats"_s});
        qint64 hits = 0;
        qint64 misses = 0;
        for (const Json &line : stats.events) {
            const QString outcome = jsonString(line, "outcome");
            hits += outcome == "hit"_L1 ? jsonInteger(line, "count").value_or(0) : 0;
            misses += outcome == "miss"_L1 ? jsonInteger(line, "count").value_or(0) : 0;
        }
        QCOMPARE(hits, 2);
        QCOMPARE(misses, 1);
    }

    void explainNamesWhatDiffers()
    {
        ask(u"A name for a cat?"_s);
        QVERIFY(jsonMember(explain(u"A name for a cat?"_s).events.constLast(), "hit") == true);
        const CliOutcome warmer = explain(u"A name for a cat?"_s, {u"--temperature"_s, u"0.9"_s});
        const Json &differs = jsonMember(warmer.events.constLast(), "differs");
        QVERIFY2(differs == Json::array({"parameter temperature"}), warmer.output.constData());
        QCOMPARE(m_server->requestCount(), 1);
    }

    void theModeHoldsForLaterRuns()
    {
        QCOMPARE(m_cli->run({u"cache"_s, u"mode"_s}).output, QByteArray("on\n"));
        cache({u"mode"_s, u"off"_s});
        ask(u"A name for a cat?"_s);
        ask(u"A name for a cat?"_s);
        QCOMPARE(m_server->requestCount(), 2);
        QCOMPARE(m_cli->run({u"cache"_s, u"mode"_s}).output, QByteArray("off\n"));
    }

    void everyCommandOfTheManualRuns_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("the manual") << u"/resources/manual/10-the-cache.md"_s;
        QTest::newRow("the guide") << u"/docs/caching.md"_s;
    }
    void everyCommandOfTheManualRuns()
    {
        QFETCH(const QString, path);
        QFile page(QStringLiteral(KAGURA_SOURCE_DIR) + path);
        QVERIFY(page.open(QIODevice::ReadOnly));
        const CliOutcome first =
            m_cli->run({u"chat"_s, u"How do I connect a provider?"_s}); // entry 1
        QCOMPARE(first.exitCode, 0);
        int commands = 0;
        bool isCode = false;
        for (const QString &line : QString::fromUtf8(page.readAll()).split(u'\n')) {
            if (line.startsWith("```"_L1))
                isCode = !isCode;
            if (!isCode || !line.startsWith("kagura-cli "_L1))
                continue;
            QStringList words = wordsOf(line);
            words.removeFirst();
            const CliOutcome outcome = m_cli->run(words);
            QVERIFY2(outcome.exitCode == 0,
                     qPrintable(line + u": "_s + QString::fromUtf8(outcome.errors)));
            ++commands;
        }
        QVERIFY(commands > 25);
    }

private:
    // As a shell splits them.
    [[nodiscard]] static QStringList wordsOf(const QString &line)
    {
        QStringList words = {QString()};
        QChar quote;
        for (const QChar c : line) {
            if (!quote.isNull() && c == quote)
                quote = QChar();
            else if (quote.isNull() && (c == u'\'' || c == u'"'))
                quote = c;
            else if (quote.isNull() && c == u' ')
                words.append(QString());
            else
                words.last() += c;
        }
        return words;
    }

    [[nodiscard]] QStringList provider() const
    {
        return {u"--json"_s, u"--provider"_s,
                u"here=openai-chat,http://127.0.0.1:%1/v1"_s.arg(m_server->port()), u"-m"_s,
                u"here/model"_s};
    }

    void ask(const QString &prompt)
    {
        const CliOutcome outcome =
            m_cli->run(QStringList{u"chat"_s} + provider() + QStringList{prompt});
        QVERIFY2(outcome.exitCode == 0, (outcome.output + outcome.errors).constData());
    }

    void askWithKey(const QString &prompt)
    {
        const QString spec =
            u"here=openai-chat,http://127.0.0.1:%1/v1,key-env=HERE_KEY"_s.arg(m_server->port());
        const CliOutcome outcome = m_cli->run(
            {u"chat"_s, u"--json"_s, u"--provider"_s, spec, u"-m"_s, u"here/model"_s, prompt});
        QVERIFY2(outcome.exitCode == 0, (outcome.output + outcome.errors).constData());
    }

    [[nodiscard]] CliOutcome explain(const QString &prompt, const QStringList &more = {}) const
    {
        return m_cli->run(QStringList{u"chat"_s, u"--explain"_s} + provider() + more
                          + QStringList{prompt});
    }

    CliOutcome cache(const QStringList &arguments) const // NOLINT(modernize-use-nodiscard)
    {
        return m_cli->run(QStringList{u"cache"_s, u"--json"_s} + arguments);
    }

    [[nodiscard]] bool isInDataFolder(const QByteArray &text) const
    {
        const QDir folder(m_cli->homePath(u"data"_s));
        for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }

    std::unique_ptr<CliProcess> m_cli;
    std::unique_ptr<ScriptedServer> m_server;
};

KAGURA_TEST(TestCacheCommand)
#include "tst_cachecommand.moc"
