// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/guide/guideanswerer.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestGuideAnswerer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void questionsFindTheirSection_data();
    void questionsFindTheirSection();
    void otherQuestionsAreAdmittedAsUnknown_data();
    void otherQuestionsAreAdmittedAsUnknown();
    void saysThatItIsNoLanguageModel_data();
    void saysThatItIsNoLanguageModel();
    void greetsAndListsItsPages();
    void introducesItselfOnceInAConversation();
    void followUpsLeanOnTheQuestionBefore();
    void moreGoesOnWithAnotherSection();
    void moreComesToAnEnd();
    void anEmptyConversationIsGreeted();

private:
    [[nodiscard]] QString ask(const QString &question) const
    {
        return m_guide.answer({{true, question}});
    }

    const GuideAnswerer m_guide{bundledManual()};
};

void TestGuideAnswerer::questionsFindTheirSection_data()
{
    QTest::addColumn<QString>("section");
    const auto row = [](const char *question, const char *section) {
        QTest::newRow(question) << QString::fromLatin1(section);
    };
    row("How do I connect a provider?", "How to connect a provider");
    row("how can I use ollama", "Ollama");
    row("Where do I get an API key?", "Where to get an API key");
    row("Where are my keys stored?", "Where keys are kept");
    row("Which environment variables hold keys?", "Environment variables for keys");
    row("what are the exit codes", "Exit codes");
    row("keyboard shortcuts", "Keyboard shortcuts");
    row("How do I stop a reply?", "Stopping an answer");
    row("how to cancel an answer", "Stopping an answer");
    row("What happens after a power cut?", "After a crash or a power cut");
    row("do I lose my chats when it crashes?", "After a crash or a power cut");
    row("Where is my data?", "Where the data folder is");
    row("which folder are the conversations in?", "Where the data folder is");
    row("How do I use a proxy?", "Using a proxy");
    row("my company has its own certificate authority", "Company certificates");
    row("What does rate_limited mean?", "Too many requests (rate_limited)");
    row("I get error 401", "Wrong or missing key (auth)");
    row("what is truncated", "Answer broke off (truncated)");
    row("Does Kagura send telemetry?", "What leaves your computer");
    row("is my privacy respected, what data leaves my computer?", "What leaves your computer");
    row("How much does it cost?", "Cost and price");
    row("What can Kagura do?", "What Kagura can do");
    row("What is Kagura?", "What Kagura is");
    row("does it have a cache", "What the cache is");
    row("why did the cache miss", "Why did this miss?");
    row("how do I take an invalidation back", "Invalidating, and taking it back");
    row("can I run agents?", "Runs: several agents at once");
    row("JSON output", "JSON output and events");
    row("how do I call it from a script with JSON", "JSON output and events");
    row("my keyring is locked", "Locked keyring");
    row("there is no keychain on my server", "No keychain");
    row("How do I delete a key?", "Removing a key");
    row("backup", "Backing up");
    row("How do I uninstall and remove everything?", "Removing everything");
    row("doctor", "Doctor");
    row("which models are there, can I list them?", "Listing models");
    row("What is --key-fd?", "Keys for scripts and services");
    row("KAGURA_DATA_DIR", "Where the data folder is");
    row("Does it work on Windows?", "Supported systems: Linux, Windows, macOS");
    row("use LM Studio", "Local model servers: LM Studio, llama-server and others");
    row("how do I attach an image in the terminal", "Attaching files in the terminal");
    row("attach a PDF", "Attaching files");
    row("quota exceeded", "Credit or quota used up (quota)");
    row("what does timeout mean", "Took too long (timeout)");
    row("openai compatible server", "Any other OpenAI-compatible server");
}

void TestGuideAnswerer::questionsFindTheirSection()
{
    QFETCH(const QString, section);
    const QString answer = ask(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(answer.contains(QStringLiteral("%1\n\n").arg(section)), qPrintable(answer.left(300)));
    QVERIFY2(answer.contains(QStringLiteral("Manual: ")), qPrintable(answer));
}

void TestGuideAnswerer::otherQuestionsAreAdmittedAsUnknown_data()
{
    QTest::addColumn<int>("unused");
    for (const char *question : {
             "What is the capital of France?",
             "Why is the sky blue?",
             "Write a poem about autumn",
             "Translate 'good night' into Japanese",
             "What is 17 times 23?",
             "Who won the world cup in 1998?",
             "Explain quantum entanglement",
             "Write a Python function that sorts a list",
             "asdf qwer",
             "\xe4\xbd\xa0\xe5\xa5\xbd\xe5\x90\x97",
         })
        QTest::newRow(question) << 0;
}

void TestGuideAnswerer::otherQuestionsAreAdmittedAsUnknown()
{
    const QString answer = ask(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(answer.startsWith(QStringLiteral("I do not know that."))
                 || answer.startsWith(QStringLiteral("I am not certain")),
             qPrintable(answer.left(300)));
}

void TestGuideAnswerer::saysThatItIsNoLanguageModel_data()
{
    QTest::addColumn<QString>("question");
    QTest::newRow("asked directly") << "Are you an AI?";
    QTest::newRow("asked who") << "who are you?";
    QTest::newRow("at the first answer") << "How do I connect a provider?";
    QTest::newRow("when it does not know") << "What is the capital of France?";
    QTest::newRow("at a greeting") << "Hello!";
}

void TestGuideAnswerer::saysThatItIsNoLanguageModel()
{
    QFETCH(const QString, question);
    QVERIFY(ask(question).contains(QStringLiteral("no language model")));
}

void TestGuideAnswerer::greetsAndListsItsPages()
{
    const QString answer = ask(QStringLiteral("hello"));
    QVERIFY(answer.startsWith(QStringLiteral("Hello!")));
    QVERIFY(answer.contains(QStringLiteral("- The command line")));
    QVERIFY(answer.contains(QStringLiteral("- Privacy and keys")));
}

void TestGuideAnswerer::introducesItselfOnceInAConversation()
{
    const QString first = ask(QStringLiteral("exit codes"));
    const QString second = m_guide.answer({{true, QStringLiteral("exit codes")},
                                           {false, first},
                                           {true, QStringLiteral("keyboard shortcuts")}});
    QVERIFY(first.contains(QStringLiteral("I am the Guide")));
    QVERIFY(!second.contains(QStringLiteral("I am the Guide")));
}

void TestGuideAnswerer::followUpsLeanOnTheQuestionBefore()
{
    const QString question = QStringLiteral("How do I remove a key?");
    const QString answer = m_guide.answer(
        {{true, question}, {false, ask(question)}, {true, QStringLiteral("And in the terminal?")}});
    QVERIFY2(answer.contains(QStringLiteral("Managing keys in the terminal\n\n")),
             qPrintable(answer.left(200)));
}

void TestGuideAnswerer::moreGoesOnWithAnotherSection()
{
    const QString question = QStringLiteral("Where are keys kept?");
    const QString first = ask(question);
    const QString second =
        m_guide.answer({{true, question}, {false, first}, {true, QStringLiteral("Tell me more")}});
    QVERIFY(first.contains(QStringLiteral("Where keys are kept\n\n")));
    QVERIFY(!second.contains(QStringLiteral("Where keys are kept\n\n")));
    QVERIFY(second.contains(QStringLiteral("Manual: ")));
}

void TestGuideAnswerer::moreComesToAnEnd()
{
    QList<GuideTurn> turns = {{true, QStringLiteral("exit codes")}};
    QString answer = m_guide.answer(turns);
    for (int i = 0; i < 20 && answer.contains(QStringLiteral("Manual: ")); ++i) {
        turns.append({false, answer});
        // Each "more" stands directly behind the question, as the search starts from it.
        answer = m_guide.answer({{true, QStringLiteral("exit codes")},
                                 {false,
                                  [&turns] {
                                      QString said;
                                      for (const GuideTurn &turn : turns)
                                          said += turn.isUser ? QString() : turn.text;
                                      return said;
                                  }()},
                                 {true, QStringLiteral("more")}});
    }
    QCOMPARE(answer, QStringLiteral("That is all that the manual says about it."));
}

void TestGuideAnswerer::anEmptyConversationIsGreeted()
{
    QVERIFY(m_guide.answer({}).startsWith(QStringLiteral("Hello!")));
    QVERIFY(ask(QStringLiteral("  \n")).startsWith(QStringLiteral("Hello!")));
}

KAGURA_TEST(TestGuideAnswerer)
#include "tst_guideanswerer.moc"
