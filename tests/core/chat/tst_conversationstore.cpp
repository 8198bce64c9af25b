// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/conversationstore.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using State = StoredMessage::State;
using Turn = ConversationStore::Turn;

namespace {

class TestConversationStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ChatFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void aTurnMakesAConversationWithATitle()
    {
        const QSignalSpy added(m_fixture->store.get(), &ConversationStore::conversationAdded);
        const QSignalSpy messages(m_fixture->store.get(), &ConversationStore::messageAdded);
        const Result<Turn> begun = m_fixture->begin(ChatFixture::turn(u"# Why is the sky blue?"_s));
        QVERIFY(begun);
        QCOMPARE(begun->conversation.title, u"Why is the sky blue?"_s);
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(added.first().first().value<Conversation>(), begun->conversation);
        QTRY_COMPARE(messages.size(), 2);

        const Result<Branch> branch = m_fixture->branch(begun->conversation.id);
        QVERIFY(branch);
        QCOMPARE(branch->conversation, begun->conversation);
        QCOMPARE(branch->messages.size(), 2);
        QCOMPARE(branch->messages.first().message, *begun->question);
        QCOMPARE(branch->messages.last().message, begun->answer);
        QCOMPARE(branch->messages.last().message.parent, begun->question->id);
        QCOMPARE(branch->messages.last().message.owner, m_fixture->lease->name());
    }

    void aLongBranchCanBeReadFromItsEnd()
    {
        ConversationTree tree;
        tree.conversation.id = u"c"_s;
        tree.conversation.activeLeaf = u"m9"_s;
        for (int i = 0; i < 10; ++i) {
            StoredMessage message;
            message.id = u"m%1"_s.arg(i);
            message.conversation = u"c"_s;
            message.parent = i > 0 ? u"m%1"_s.arg(i - 1) : QString();
            message.text = u"text %1"_s.arg(i);
            tree.messages.append(message);
        }
        QVERIFY(ChatFixture::wait<InsertedTrees>([&](QObject *context, const auto &done) {
            m_fixture->store->insert({tree}, context, done);
        }));
        const QList<BranchMessage> whole = m_fixture->branch(u"c"_s)->messages;
        QCOMPARE(whole.size(), 10);
        const Result<Branch> end =
            ChatFixture::wait<Branch>([&](QObject *context, const auto &done) {
                m_fixture->store->branchEnd(u"c"_s, 3, context, done);
            });
        QVERIFY(end);
        QCOMPARE(end->messages, whole.last(3));
        const auto above = [this](const QString &message, int most) {
            return ChatFixture::wait<QList<BranchMessage>>([&](QObject *context, const auto &done) {
                m_fixture->store->branchAbove(message, most, context, done);
            });
        };
        QCOMPARE(*above(u"m7"_s, 4), whole.mid(3, 4));
        QCOMPARE(*above(u"m3"_s, 4), whole.first(3));
        QCOMPARE(*above(u"m0"_s, 4), QList<BranchMessage>());
        QCOMPARE(above(u"nobody"_s, 4).error().kind, Error::Kind::BadRequest);
    }

    void aFinishedAnswerKeepsEverything()
    {
        StoredMessage answer = m_fixture->begin(ChatFixture::turn(u"q"_s)).value().answer;
        answer.state = State::Failed;
        answer.text = u"some text with \0 in it"_s;
        answer.reasoning = u"hm"_s;
        answer.servedModel = u"m-2026"_s;
        answer.origin = u"live"_s;
        answer.usage = {1, 2, 3, 4, std::nullopt};
        answer.costMicroUsd = 77;
        answer.firstContentAfter = std::chrono::milliseconds(5);
        answer.reasoningTime = std::chrono::milliseconds(6);
        answer.totalTime = std::chrono::milliseconds(7);
        answer.finishReason = FinishReason::Length;
        answer.rawFinishReason = u"max_tokens"_s;
        answer.failure = Error{Error::Kind::Truncated, u"cut"_s, 200};
        answer.parts = {ReasoningPart{u"hm"_s, "sig\xff", u"anthropic"_s},
                        ImagePart{QByteArray("\x89PNG\0x", 6), u"image/png"_s},
                        ToolCall{u"1"_s, u"look"_s, "{\"a\":1}", "s"},
                        ToolResultPart{u"1"_s, u"look"_s, u"seen"_s, true}, TextPart{u"some"_s}};
        const Result<StoredMessage> stored = finish(answer);
        QVERIFY(stored);
        answer.owner.clear();
        QCOMPARE(*stored, answer);
        const Result<Branch> branch = m_fixture->branch(answer.conversation);
        QCOMPARE(branch->messages.last().message, answer);
    }

    void partialTextIsKeptOnlyWhileItStreams()
    {
        const StoredMessage answer = m_fixture->begin(ChatFixture::turn(u"q"_s)).value().answer;
        QVERIFY(savePartial(answer.id, u"half"_s));
        QCOMPARE(m_fixture->branch(answer.conversation)->messages.last().message.text, u"half"_s);
        StoredMessage ended = answer;
        ended.state = State::Complete;
        ended.text = u"whole"_s;
        QVERIFY(finish(ended));
        QVERIFY(savePartial(answer.id, u"late"_s));
        QCOMPARE(m_fixture->branch(answer.conversation)->messages.last().message.text, u"whole"_s);
    }

    void versionsOfAMessageAreFoundAndShown()
    {
        const Turn first = m_fixture->begin(ChatFixture::turn(u"q"_s)).value();
        QVERIFY(finish(first.answer));
        Turn again = ChatFixture::turn({}, first.conversation.id);
        again.question.reset();
        again.answer.parent = first.question->id;
        const Turn second = m_fixture->begin(again).value();
        QVERIFY(finish(second.answer));

        const Result<Branch> shown = m_fixture->branch(first.conversation.id);
        QCOMPARE(shown->messages.last().message.id, second.answer.id);
        QCOMPARE(shown->messages.last().version, 1);
        QCOMPARE(shown->messages.last().versionCount, 2);
        QCOMPARE(shown->messages.first().versionCount, 1);

        const auto versions = ChatFixture::wait<QList<StoredMessage>>(
            [&](QObject *context, const ConversationStore::Done<QList<StoredMessage>> &done) {
                m_fixture->store->versions(second.answer.id, context, done);
            });
        QCOMPARE(versions->size(), 2);
        QCOMPARE(versions->first().id, first.answer.id);

        const auto switched = ChatFixture::wait<Branch>(
            [&](QObject *context, const ConversationStore::Done<Branch> &done) {
                m_fixture->store->showVersion(first.answer.id, context, done);
            });
        QCOMPARE(switched->messages.last().message.id, first.answer.id);
        QCOMPARE(switched->messages.last().version, 0);
    }

    void aVersionOfTheFirstMessageIsARootOfItsOwn()
    {
        const Turn first = m_fixture->begin(ChatFixture::turn(u"one"_s)).value();
        const Turn second =
            m_fixture->begin(ChatFixture::turn(u"other"_s, first.conversation.id)).value();
        const Result<Branch> shown = m_fixture->branch(first.conversation.id);
        QCOMPARE(shown->messages.first().message.id, second.question->id);
        QCOMPARE(shown->messages.first().versionCount, 2);
        QCOMPARE(shown->messages.size(), 2);
    }

    void theListIsPagedNewestFirstBelowWhatIsPinned()
    {
        QStringList ids;
        for (int i = 0; i < 7; ++i) {
            m_fixture->clock.setWall(m_fixture->clock.wall().addSecs(i < 5 ? 60 : 0)); // some ties
            ids.append(m_fixture->begin(ChatFixture::turn(u"q"_s)).value().conversation.id);
        }
        QVERIFY(m_fixture->edit({ids.at(1)}, {.isPinned = true}));
        QStringList listed;
        ConversationQuery query{3, {}};
        int pages = 0;
        while (true) {
            const Result<ConversationPage> page = m_fixture->list(query);
            QVERIFY(page);
            ++pages;
            for (const Conversation &one : page->conversations)
                listed.append(one.id);
            if (!page->hasMore)
                break;
            query.after = page->conversations.last();
        }
        QCOMPARE(pages, 3);
        QCOMPARE(listed.first(), ids.at(1));
        QCOMPARE(listed.last(), ids.at(0));
        QCOMPARE(listed.at(5), ids.at(2));
        QCOMPARE(QSet<QString>(listed.cbegin(), listed.cend()).size(), 7);
    }

    void theNewestIsTheOneInWhichSomethingWasSaidLast()
    {
        const auto newest = [&] {
            return ChatFixture::wait<Conversation>(
                [&](QObject *context, const ConversationStore::Done<Conversation> &done) {
                    m_fixture->store->newest(context, done);
                });
        };
        QCOMPARE(newest().error().kind, Error::Kind::BadRequest);
        const Turn first = m_fixture->begin(ChatFixture::turn(u"one"_s)).value();
        m_fixture->clock.setWall(m_fixture->clock.wall().addSecs(60));
        const QString second = m_fixture->begin(ChatFixture::turn(u"two"_s))->conversation.id;
        QVERIFY(m_fixture->edit({first.conversation.id}, {.isPinned = true}));
        QCOMPARE(newest()->id, second); // pinned ones are no newer for that
        m_fixture->clock.setWall(m_fixture->clock.wall().addSecs(60));
        QVERIFY(finish(first.answer));
        QCOMPARE(newest()->id, first.conversation.id);
        QVERIFY(m_fixture->edit({first.conversation.id}, {.isDeleted = true}));
        QCOMPARE(newest()->id, second);
    }

    void whatIsDeletedCanBeBroughtBackUntilItIsPurged()
    {
        const QSignalSpy removed(m_fixture->store.get(), &ConversationStore::conversationRemoved);
        const QSignalSpy added(m_fixture->store.get(), &ConversationStore::conversationAdded);
        const Turn turn = m_fixture->begin(ChatFixture::turn(u"q"_s)).value();
        const QString id = turn.conversation.id;
        QVERIFY(m_fixture->edit({id}, {.isDeleted = true}));
        QTRY_COMPARE(removed.size(), 1);
        QVERIFY(m_fixture->list()->conversations.isEmpty());
        QCOMPARE(m_fixture->begin(ChatFixture::turn(u"more"_s, id)).error().kind,
                 Error::Kind::BadRequest);

        QCOMPARE(purge(m_fixture->clock.wall()).value(), 0); // not yet older than that
        QVERIFY(m_fixture->edit({id}, {.isDeleted = false}));
        QTRY_COMPARE(added.size(), 2);
        QCOMPARE(m_fixture->branch(id)->messages.size(), 2);

        QVERIFY(m_fixture->edit({id}, {.isDeleted = true}));
        QCOMPARE(purge(m_fixture->clock.wall().addSecs(1)).value(), 1);
        QCOMPARE(m_fixture->branch(id).error().kind, Error::Kind::BadRequest);
        // An answer that ends now has nowhere to go.
        QCOMPARE(finish(turn.answer).error().kind, Error::Kind::BadRequest);
    }

    void aNameThatAPersonGaveStays()
    {
        const QString id = m_fixture->begin(ChatFixture::turn(u"first"_s)).value().conversation.id;
        const auto renamed =
            edit([&](QObject *context, const ConversationStore::Done<Conversation> &done) {
                m_fixture->store->rename(id, u"  Mine\n now "_s, context, done);
            });
        QCOMPARE(renamed->title, u"Mine now"_s);
        QVERIFY(renamed->isTitled);
        const Turn next = m_fixture->begin(ChatFixture::turn(u"second"_s, id)).value();
        QCOMPARE(next.conversation.title, u"Mine now"_s);
    }

    void onlyAnswersOfDeadProcessesAreInterrupted()
    {
        const Turn dead = m_fixture->begin(ChatFixture::turn(u"dead"_s)).value();
        QVERIFY(savePartial(dead.answer.id, u"half an ans"_s));
        m_fixture->close(); // its lease has ended, as that of a process that was killed
        m_fixture->open();
        QTRY_COMPARE(stateOf(dead.answer), State::Interrupted);
        QCOMPARE(m_fixture->branch(dead.conversation.id)->messages.last().message.text,
                 u"half an ans"_s);

        const Turn alive = m_fixture->begin(ChatFixture::turn(u"alive"_s)).value();
        const std::unique_ptr<Lease> other =
            std::move(Lease::take(m_fixture->leaseFolder())).value();
        const ConversationStore second(*m_fixture->database, m_fixture->clock, *other);
        m_fixture->database->flush();
        QCOMPARE(stateOf(alive.answer), State::Streaming);
    }

    void anAnswerWhoseProcessDiesLaterIsInterruptedWhenItIsMet()
    {
        // Another process, that is: another lease.
        std::unique_ptr<Lease> lease = std::move(Lease::take(m_fixture->leaseFolder())).value();
        auto other =
            std::make_unique<ConversationStore>(*m_fixture->database, m_fixture->clock, *lease);
        const auto begun = ChatFixture::wait<Turn>(
            [&](QObject *context, const ConversationStore::Done<Turn> &done) {
                other->beginTurn(ChatFixture::turn(u"q"_s), context, done);
            });
        QCOMPARE(stateOf(begun->answer), State::Streaming);
        other.reset();
        lease.reset();
        const QSignalSpy found(m_fixture->store.get(), &ConversationStore::interruptedFound);
        QCOMPARE(stateOf(begun->answer), State::Interrupted);
        QTRY_COMPARE(found.size(), 1); // and is so on disk
    }

    void whatAnotherProcessWritesIsAnnounced()
    {
        m_fixture->close();
        m_fixture->isWatched = true;
        m_fixture->open();
        QVERIFY(m_fixture->list());
        const std::unique_ptr<Lease> lease =
            std::move(Lease::take(m_fixture->leaseFolder())).value();
        Database::Options options;
        options.path = m_fixture->path();
        options.schemas = {ConversationStore::schema()};
        Database database(options);
        ConversationStore other(database, m_fixture->clock, *lease);
        const QSignalSpy changed(m_fixture->store.get(), &ConversationStore::conversationChanged);
        const QSignalSpy removed(m_fixture->store.get(), &ConversationStore::conversationRemoved);
        database.flush();
        QTest::qWait(1100); // so that the next look finds nothing but what is told here
        const auto begun = ChatFixture::wait<Turn>(
            [&](QObject *context, const ConversationStore::Done<Turn> &done) {
                other.beginTurn(ChatFixture::turn(u"from there"_s), context, done);
            });
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(changed.first().first().value<Conversation>(), begun->conversation);
        QVERIFY(ChatFixture::wait<QList<Conversation>>(
            [&](QObject *context, const ConversationStore::Done<QList<Conversation>> &done) {
                other.edit({begun->conversation.id}, {.isDeleted = true}, context, done);
            }));
        QTRY_COMPARE(removed.size(), 1);
        QCOMPARE(removed.first().first().toString(), begun->conversation.id);
    }

    void contextsOfOtherThreadsGetTheirAnswersThere()
    {
        QObject context;
        auto thread = std::unique_ptr<QThread>(QThread::create([&] {
            QEventLoop loop;
            QObject there;
            m_fixture->store->list({}, &there, [&](const Result<ConversationPage> &page) {
                QVERIFY(page);
                QCOMPARE(QThread::currentThread(), there.thread());
                loop.quit();
            });
            loop.exec();
        }));
        thread->start();
        QVERIFY(thread->wait(10000));
    }

private:
    [[nodiscard]] State stateOf(const StoredMessage &message)
    {
        return m_fixture->branch(message.conversation)->messages.last().message.state;
    }

    Result<StoredMessage> finish(const StoredMessage &answer)
    {
        return ChatFixture::wait<StoredMessage>(
            [&](QObject *context, const ConversationStore::Done<StoredMessage> &done) {
                m_fixture->store->finishAnswer(answer, context, done);
            });
    }

    Result<void> savePartial(const QString &id, const QString &text)
    {
        return ChatFixture::wait<void>(
            [&](QObject *context, const ConversationStore::Done<void> &done) {
                m_fixture->store->savePartial(id, text, {}, context, done);
            });
    }

    Result<int> purge(const QDateTime &before)
    {
        return ChatFixture::wait<int>(
            [&](QObject *context, const ConversationStore::Done<int> &done) {
                m_fixture->store->purge(before, context, done);
            });
    }

    static Result<Conversation> edit(
        const std::function<void(QObject *, ConversationStore::Done<Conversation>)> &call)
    {
        return ChatFixture::wait<Conversation>(call);
    }

    std::unique_ptr<ChatFixture> m_fixture;
};

} // namespace

KAGURA_TEST(TestConversationStore)

#include "tst_conversationstore.moc"
