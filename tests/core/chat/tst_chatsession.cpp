// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/chatsession.h"
#include "core/storage/statement.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = StoredMessage::State;

namespace {

ChatSession::Draft draft(const QString &text)
{
    ChatSession::Draft draft;
    draft.text = text;
    draft.model = {u"fake"_s, u"m"_s};
    return draft;
}

//! Looks into the file, on a connection of its own, at the moment in which a request would leave.
class LookingProvider final : public Provider
{
public:
    LookingProvider(QString path, Provider &inner)
        : m_path(std::move(path))
        , m_inner(inner)
    {}

    [[nodiscard]] Result<CallIdentity> identify(const ChatRequest &request,
                                                const CallOptions &options) const override
    {
        return m_inner.identify(request, options);
    }

    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                  const CallOptions &options) override
    {
        const auto connection =
            std::move(Connection::open(m_path, Connection::Mode::ReadOnly)).value();
        Statement rows(*connection, u"SELECT role, state, text FROM messages ORDER BY seq"_s);
        while (rows.next())
            m_seen.append(rows.text(0) + u' ' + rows.text(1) + u' ' + rows.text(2));
        return m_inner.send(request, options);
    }

    [[nodiscard]] const QStringList &seen() const { return m_seen; }

private:
    QString m_path;
    Provider &m_inner;
    QStringList m_seen;
};

class TestChatSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ChatFixture>();
        m_provider = std::make_unique<FakeProvider>();
        m_findProvider = [this](QObject *, const ChatSession::Services::Ready &ready) {
            ready(m_provider.get());
        };
        m_window.reset();
        m_session = make({});
    }

    void cleanup()
    {
        m_session.reset();
        m_provider.reset();
        m_fixture.reset();
    }

    void aQuestionIsStoredBeforeItsRequestLeaves()
    {
        bool wasStored = false;
        m_findProvider = [&](QObject *, const ChatSession::Services::Ready &ready) {
            const Result<ConversationPage> page = m_fixture->list();
            wasStored = page && page->conversations.size() == 1
                && m_fixture->branch(page->conversations.first().id)->messages.size() == 2;
            ready(m_provider.get());
        };
        m_session->send(draft(u"hello"_s));
        QTRY_COMPARE(m_provider->asked().size(), 1U);
        QVERIFY(wasStored);
        QCOMPARE(m_provider->asked().front().request.messages,
                 QList<Message>{Message::fromText(Role::User, u"hello"_s)});
    }

    void theFileHasTheQuestionWhenTheProviderIsAsked()
    {
        LookingProvider looking(m_fixture->path(), *m_provider);
        m_findProvider = [&](QObject *, const ChatSession::Services::Ready &ready) {
            ready(&looking);
        };
        m_provider->addText(u"hi"_s);
        say(u"hello"_s);
        const QStringList expected = {u"user complete hello"_s, u"assistant streaming "_s};
        QCOMPARE(looking.seen(), expected);
    }

    void anAnswerIsToldAndKept()
    {
        const QSignalSpy started(m_session.get(), &ChatSession::conversationStarted);
        const QSignalSpy added(m_session.get(), &ChatSession::messageAdded);
        const QSignalSpy streams(m_session.get(), &ChatSession::streamStarted);
        const QSignalSpy changed(m_session.get(), &ChatSession::messageChanged);
        const QSignalSpy finished(m_session.get(), &ChatSession::streamFinished);
        m_session->send(draft(u"hello"_s));
        QVERIFY(m_session->isBusy());
        FakeReply *reply = waitForReply(0);
        QVERIFY(reply);
        reply->sayHead(u"fake"_s, u"m"_s);
        reply->say({ReasoningDelta{u"think"_s}, TextDelta{u"one "_s}});
        const auto live = streams.first().at(1).value<LiveTextPointer>();
        QCOMPARE(live->text.take().text, u"one "_s);
        QCOMPARE(live->reasoning.take().text, u"think"_s);
        reply->say({TextDelta{u"two"_s}, UsageReported{{10, 20, {}, {}, {}}}});
        reply->succeed();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!m_session->isBusy());
        QCOMPARE(started.size(), 1);
        QCOMPARE(added.size(), 2);
        QCOMPARE(changed.size(), 1);
        const auto answer = changed.first().first().value<StoredMessage>();
        QCOMPARE(answer.text, u"one two"_s);
        QCOMPARE(answer.state, State::Complete);
        QCOMPARE(answer.costMicroUsd, 30);
        QCOMPARE(answer.origin, u"live"_s);
        QCOMPARE(last().message, answer);
    }

    void theNextQuestionCarriesWhatWasSaid()
    {
        m_provider->addText(u"hi"_s);
        m_provider->addText(u"fine"_s);
        say(u"hello"_s);
        say(u"how are you"_s);
        const QList<Message> expected = {Message::fromText(Role::User, u"hello"_s),
                                         Message::fromText(Role::Assistant, u"hi"_s),
                                         Message::fromText(Role::User, u"how are you"_s)};
        QCOMPARE(m_provider->asked().back().request.messages, expected);
        QCOMPARE(m_fixture->branch(m_session->conversation())->messages.size(), 4);
    }

    void stopWorksBeforeTheFirstByte()
    {
        const QSignalSpy finished(m_session.get(), &ChatSession::streamFinished);
        m_session->send(draft(u"hello"_s));
        QVERIFY(waitForReply(0));
        QElapsedTimer clock;
        clock.start();
        m_session->stop();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY2(clock.elapsed() < kagura::test::patiently(250),
                 qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(last().message.state, State::Cancelled);
        QVERIFY(!last().message.failure);
        QCOMPARE(last().message.text, QString());
        QCOMPARE(m_fixture->branch(m_session->conversation())->messages.first().message.text,
                 u"hello"_s);
        QCOMPARE(m_provider->alive(), 0U);
    }

    void stopWorksWhileTheQuestionIsBeingStored()
    {
        const QSignalSpy finished(m_session.get(), &ChatSession::streamFinished);
        m_session->send(draft(u"hello"_s));
        m_session->stop();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(last().message.state, State::Cancelled);
        QVERIFY(m_provider->asked().empty());
    }

    void stopWorksWhileTheProviderIsLookedFor()
    {
        ChatSession::Services::Ready late;
        m_findProvider = [&](QObject *, const ChatSession::Services::Ready &ready) {
            late = ready;
        };
        const QSignalSpy finished(m_session.get(), &ChatSession::streamFinished);
        m_session->send(draft(u"hello"_s));
        QTRY_VERIFY(late);
        m_session->stop();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(last().message.state, State::Cancelled);
        late(m_provider.get());
        QVERIFY(m_provider->asked().empty());
    }

    void stoppedTextIsKept()
    {
        const QSignalSpy finished(m_session.get(), &ChatSession::streamFinished);
        m_session->send(draft(u"hello"_s));
        FakeReply *reply = waitForReply(0);
        QVERIFY(reply);
        reply->sayText(u"half"_s);
        m_session->stop();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(last().message.text, u"half"_s);
        QCOMPARE(last().message.state, State::Cancelled);
    }

    void aProviderThatCannotBeHadFailsTheAnswer()
    {
        m_findProvider = [&](QObject *, const ChatSession::Services::Ready &ready) {
            ready(Error{Error::Kind::Auth, u"no key"_s});
        };
        say(u"hello"_s);
        QCOMPARE(last().message.state, State::Failed);
        QCOMPARE(last().message.failure->kind, Error::Kind::Auth);
    }

    void aFailedAnswerKeepsItsText()
    {
        m_provider->addScript(
            {{TextDelta{u"half"_s}}, Error{Error::Kind::Truncated, u"cut"_s}, {}});
        say(u"hello"_s);
        QCOMPARE(last().message.text, u"half"_s);
        QCOMPARE(last().message.failure->kind, Error::Kind::Truncated);
    }

    void whatCannotBeStoredIsNotSent()
    {
        m_fixture->database->write(Database::Durability::Normal, [](Connection &connection) {
            return connection.execute(u"DROP TABLE messages"_s);
        });
        const QSignalSpy refused(m_session.get(), &ChatSession::sendRefused);
        m_session->send(draft(u"precious text"_s));
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.first().at(0).toString(), u"precious text"_s);
        QCOMPARE(refused.first().at(1).value<Error>().kind, Error::Kind::Storage);
        QVERIFY(m_provider->asked().empty());
        QVERIFY(!m_session->isBusy());
        QVERIFY(m_session->conversation().isEmpty());
    }

    void aFullDiskGivesTheTextBackAndSaysWhatToDo()
    {
        m_provider->addText(u"hi"_s);
        say(u"hello"_s);
        setPages(1); // SQLite takes what the file has: nothing more fits
        const QSignalSpy refused(m_session.get(), &ChatSession::sendRefused);
        const QString precious(100'000, u'p');
        m_session->send(draft(precious));
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.first().at(0).toString(), precious);
        const auto error = refused.first().at(1).value<Error>();
        QCOMPARE(error.kind, Error::Kind::Storage);
        QVERIFY2(error.message.contains(u"Free some space"_s), qPrintable(error.message));
        QCOMPARE(m_provider->asked().size(), 1U);
        QCOMPARE(m_fixture->branch(m_session->conversation())->messages.size(), 2);

        setPages(100'000);
        m_provider->addText(u"yes"_s);
        say(precious);
        QCOMPARE(m_fixture->branch(m_session->conversation())->messages.size(), 4);
    }

    void theInstructionsOfTheFirstCallAreThoseOfTheConversation()
    {
        for (int i = 0; i < 3; ++i)
            m_provider->addText(u"yes"_s);
        ChatSession::Draft first = draft(u"one"_s);
        first.instructions.system = u"Be brief."_s;
        first.instructions.parameters.temperature = 0.25;
        first.instructions.parameters.stop = {u"END"_s};
        first.instructions.parameters.cache = CacheMode::Off;
        say(first);
        say(u"two"_s);
        const FakeProvider::Asked &second = m_provider->asked().back();
        QCOMPARE(second.request.system, u"Be brief."_s);
        QCOMPARE(second.request.temperature, 0.25);
        QCOMPARE(second.request.stop, QStringList{u"END"_s});
        QVERIFY(!second.request.topP && !second.request.maxTokens && !second.request.seed
                && !second.request.reasoning);
        QCOMPARE(second.options.cacheMode, CacheMode::Off);
        ChatSession::Draft third = draft(u"three"_s);
        third.parameters.system = u"Be long."_s;
        third.parameters.temperature = 1.0;
        third.options.cacheMode = CacheMode::Refresh;
        say(third);
        QCOMPARE(m_provider->asked().back().request.system, u"Be long."_s);
        QCOMPARE(m_provider->asked().back().request.temperature, 1.0);
        QCOMPARE(m_provider->asked().back().options.cacheMode, CacheMode::Refresh);
        QCOMPARE(m_fixture->branch(m_session->conversation())->conversation.instructions,
                 first.instructions);
    }

    void instructionsThatChangeHoldFromTheNextCallOn()
    {
        m_provider->addText(u"yes"_s);
        m_provider->addText(u"yes"_s);
        say(u"one"_s);
        QVERIFY(m_provider->asked().back().request.system.isEmpty());
        Instructions changed;
        changed.system = u"In rhymes."_s;
        changed.parameters.reasoning = ReasoningEffort::High;
        const auto stored = ChatFixture::wait<Conversation>([&](QObject *context, auto done) {
            m_fixture->store->setInstructions(m_session->conversation(), changed, context, done);
        });
        QVERIFY(stored);
        say(u"two"_s);
        QCOMPARE(m_provider->asked().back().request.system, u"In rhymes."_s);
        QCOMPARE(m_provider->asked().back().request.reasoning, ReasoningEffort::High);
    }

    void aSecondQuestionIsRefusedWhileAnAnswerArrives()
    {
        const QSignalSpy refused(m_session.get(), &ChatSession::sendRefused);
        m_session->send(draft(u"one"_s));
        QVERIFY(waitForReply(0));
        m_session->send(draft(u"two"_s));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.first().at(0).toString(), u"two"_s);
        QVERIFY(m_session->isBusy());
    }

    void anotherSessionSeesThatAnAnswerIsArriving()
    {
        m_session->send(draft(u"one"_s));
        QVERIFY(waitForReply(0));
        const std::unique_ptr<ChatSession> second = make(m_session->conversation());
        const QSignalSpy refused(second.get(), &ChatSession::sendRefused);
        second->send(draft(u"two"_s));
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(!second->isBusy());
    }

    void emptyQuestionsAreRefused()
    {
        const QSignalSpy refused(m_session.get(), &ChatSession::sendRefused);
        m_session->send(draft(u" \n"_s));
        QCOMPARE(refused.size(), 1);
        QVERIFY(!m_session->isBusy());
    }

    void regenerateMakesAnotherVersion()
    {
        m_provider->addText(u"first"_s);
        m_provider->addText(u"second"_s);
        say(u"hello"_s);
        const QString answer = last().message.id;
        const QSignalSpy finished(m_session.get(), &ChatSession::streamFinished);
        m_session->regenerate(answer, draft({}));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(last().message.text, u"second"_s);
        QCOMPARE(last().version, 1);
        QCOMPARE(last().versionCount, 2);
        QCOMPARE(m_provider->asked().back().request.messages,
                 QList<Message>{Message::fromText(Role::User, u"hello"_s)});
    }

    void editMakesAnotherVersionOfTheQuestion()
    {
        for (const QString &text : {u"a1"_s, u"a2"_s, u"a3"_s})
            m_provider->addText(text);
        say(u"q1"_s);
        say(u"q2"_s);
        const Result<Branch> before = m_fixture->branch(m_session->conversation());
        const QSignalSpy finished(m_session.get(), &ChatSession::streamFinished);
        m_session->edit(before->messages.at(2).message.id, draft(u"q2, better"_s));
        QTRY_COMPARE(finished.size(), 1);
        const Result<Branch> after = m_fixture->branch(m_session->conversation());
        QCOMPARE(after->messages.size(), 4);
        QCOMPARE(after->messages.at(2).message.text, u"q2, better"_s);
        QCOMPARE(after->messages.at(2).versionCount, 2);
        QCOMPARE(after->messages.at(3).message.text, u"a3"_s);
        QCOMPARE(m_provider->asked().back().request.messages.size(), 3);
    }

    void continueGoesOnInTheSameMessage()
    {
        m_provider->addScript(
            {{TextDelta{u"one two"_s}}, Error{Error::Kind::Truncated, u"cut"_s}, {}});
        m_provider->addText(u" three"_s);
        say(u"count"_s);
        const QString answer = last().message.id;
        const QSignalSpy finished(m_session.get(), &ChatSession::streamFinished);
        m_session->continueAnswer(answer, draft({}));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(last().message.id, answer);
        QCOMPARE(last().message.text, u"one two three"_s);
        QCOMPARE(last().message.state, State::Complete);
        QVERIFY(!last().message.failure);
        QCOMPARE(m_provider->asked().back().request.messages.size(), 3);
    }

    void onlyWhatFitsCanBeAskedAgain_data()
    {
        QTest::addColumn<int>("call");
        QTest::newRow("regenerate a question") << 0;
        QTest::newRow("edit an answer") << 1;
        QTest::newRow("continue an answer in the middle") << 2;
        QTest::newRow("a message that is not there") << 3;
    }
    void onlyWhatFitsCanBeAskedAgain()
    {
        QFETCH(int, call);
        m_provider->addText(u"a1"_s);
        m_provider->addText(u"a2"_s);
        say(u"q1"_s);
        say(u"q2"_s);
        const Result<Branch> branch = m_fixture->branch(m_session->conversation());
        const QSignalSpy refused(m_session.get(), &ChatSession::sendRefused);
        switch (call) {
        case 0:
            m_session->regenerate(branch->messages.at(0).message.id, draft({}));
            break;
        case 1:
            m_session->edit(branch->messages.at(1).message.id, draft(u"x"_s));
            break;
        case 2:
            m_session->continueAnswer(branch->messages.at(1).message.id, draft({}));
            break;
        default:
            m_session->regenerate(u"nonsense"_s, draft({}));
        }
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.first().at(1).value<Error>().kind, Error::Kind::BadRequest);
        QVERIFY(!m_session->isBusy());
        QCOMPARE(m_provider->asked().size(), 2U);
    }

    void theEndOfASessionKeepsWhatHasCome()
    {
        m_session->send(draft(u"hello"_s));
        FakeReply *reply = waitForReply(0);
        QVERIFY(reply);
        reply->sayText(u"half"_s);
        const QString conversation = m_session->conversation();
        m_session.reset();
        m_fixture->database->flush();
        const StoredMessage answer = m_fixture->branch(conversation)->messages.last().message;
        QCOMPARE(answer.text, u"half"_s);
        QCOMPARE(answer.state, State::Interrupted);
        QVERIFY(answer.owner.isEmpty());
    }

    void picturesGoOutAndComeBack()
    {
        m_provider->addText(u"a cat"_s);
        m_provider->addText(u"yes"_s);
        ChatSession::Draft picture = draft(u"what is this"_s);
        picture.attachments = {ImagePart{"PNG bytes", u"image/png"_s}};
        say(picture);
        say(draft(u"sure?"_s));
        const Message first = m_provider->asked().back().request.messages.first();
        const QList<MessagePart> expected = {ImagePart{"PNG bytes", u"image/png"_s},
                                             TextPart{u"what is this"_s}};
        QCOMPARE(first.parts, expected);
    }

    void anotherVersionKeepsTheFilesOfTheFirst()
    {
        m_provider->addText(u"a cat"_s);
        m_provider->addText(u"a big cat"_s);
        const ImagePart image{"PNG bytes", u"image/png"_s, u"a.png"_s};
        const TextPart file{u"File b.txt:\nwords"_s, u"b.txt"_s};
        const TextPart added{u"File c.txt:\nmore"_s, u"c.txt"_s};
        ChatSession::Draft first = draft(u"what is this"_s);
        first.attachments = {image, file};
        say(first);
        const QString asked =
            m_fixture->branch(m_session->conversation())->messages.first().message.id;
        ChatSession::Draft second = draft(u"how large is it"_s);
        second.attachments = {added};
        m_session->edit(asked, second);
        QTRY_VERIFY(!m_session->isBusy());
        const QList<MessagePart> expected = {image, file, added, TextPart{u"how large is it"_s}};
        QCOMPARE(m_provider->asked().back().request.messages.last().parts, expected);
    }

    void whatTheModelCannotReadIsAskedAbout_data()
    {
        QTest::addColumn<OutgrownChoice>("choice");
        QTest::addColumn<int>("sent"); // messages of the last request
        QTest::newRow("everything is sent") << OutgrownChoice::SendAll << 3;
        QTest::newRow("the oldest turn is left out") << OutgrownChoice::DropOldest << 1;
        QTest::newRow("nothing is sent") << OutgrownChoice::Cancel << 0;
    }

    void whatTheModelCannotReadIsAskedAbout()
    {
        QFETCH(OutgrownChoice, choice);
        QFETCH(int, sent);
        m_provider->addText(QString(4000, u'a'));
        say(u"tell me everything"_s);
        m_window = 1000;
        const QSignalSpy outgrown(m_session.get(), &ChatSession::outgrown);
        const QSignalSpy refused(m_session.get(), &ChatSession::sendRefused);
        const QSignalSpy added(m_session.get(), &ChatSession::messageAdded);
        m_session->send(draft(u"and more"_s));
        QTRY_COMPARE(outgrown.size(), 1);
        QVERIFY(m_session->isBusy());
        QCOMPARE(added.size(), 0); // nothing is stored
        QCOMPARE(m_provider->asked().size(), 1U);
        m_session->proceed(choice);
        if (sent == 0) {
            QCOMPARE(refused.size(), 1);
            QCOMPARE(refused.first().first().toString(), u"and more"_s);
            QVERIFY(!m_session->isBusy());
            return;
        }
        QTRY_COMPARE(m_provider->asked().size(), 2U);
        QCOMPARE(m_provider->asked().back().request.messages.size(), sent);
        QCOMPARE(m_provider->asked().back().request.messages.last().text(), u"and more"_s);
        // What is left out of a request stays in the conversation.
        QCOMPARE(m_fixture->branch(m_session->conversation())->messages.size(), 4);
    }

    void stopIsAnAnswerToThatQuestion()
    {
        m_window = 10;
        const QSignalSpy refused(m_session.get(), &ChatSession::sendRefused);
        m_session->send(draft(QString(400, u'x')));
        QTRY_VERIFY(m_session->isBusy());
        m_session->stop();
        QCOMPARE(refused.size(), 1);
        QVERIFY(!m_session->isBusy());
    }

private:
    std::unique_ptr<ChatSession> make(const QString &conversation)
    {
        ChatSession::Services services;
        services.provider = [this](const QString &, QObject *context,
                                   const ChatSession::Services::Ready &ready) {
            m_findProvider(context, ready);
        };
        services.costMicroUsd = [](const ModelRef &, const Usage &usage) -> std::optional<qint64> {
            return usage.inputTokens.value_or(0) + usage.outputTokens.value_or(0);
        };
        services.contextTokens = [this](const ModelRef &) { return m_window; };
        return std::make_unique<ChatSession>(*m_fixture->store, m_fixture->clock, services,
                                             conversation);
    }

    void setPages(int pages)
    {
        m_fixture->database->postWrite(Database::Durability::Normal,
                                       [pages](Connection &connection) {
                                           return connection.execute(
                                               u"PRAGMA max_page_count=%1"_s.arg(pages));
                                       },
                                       {});
        m_fixture->database->flush();
    }

    FakeReply *waitForReply(std::size_t index)
    {
        const bool isAsked =
            QTest::qWaitFor([&] { return m_provider->asked().size() > index; }, 5000);
        return isAsked ? m_provider->reply(index) : nullptr;
    }

    void say(const ChatSession::Draft &message)
    {
        const QSignalSpy finished(m_session.get(), &ChatSession::streamFinished);
        m_session->send(message);
        QTRY_COMPARE(finished.size(), 1);
    }
    void say(const QString &text) { say(draft(text)); }

    BranchMessage last() { return m_fixture->branch(m_session->conversation())->messages.last(); }

    std::optional<qint64> m_window; // of the model
    std::unique_ptr<ChatFixture> m_fixture;
    std::unique_ptr<FakeProvider> m_provider;
    std::function<void(QObject *, const ChatSession::Services::Ready &)> m_findProvider;
    std::unique_ptr<ChatSession> m_session;
};

} // namespace

KAGURA_TEST(TestChatSession)

#include "tst_chatsession.moc"
