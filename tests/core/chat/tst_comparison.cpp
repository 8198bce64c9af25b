// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/comparison.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using State = StoredMessage::State;

namespace {

ChatSession::Draft draft(const QString &text)
{
    ChatSession::Draft draft;
    draft.text = text;
    return draft;
}

QList<ModelRef> models(int count)
{
    QList<ModelRef> all;
    for (int i = 0; i < count; ++i)
        all.append({u"fake"_s, u"m%1"_s.arg(i)});
    return all;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ChatFixture>();
        m_provider = std::make_unique<FakeProvider>();
        m_comparison = make({});
    }

    void cleanup()
    {
        m_comparison.reset();
        m_provider.reset();
        m_fixture.reset();
    }

    void allModelsAreAskedTheSame()
    {
        m_comparison->ask(draft(u"jitter?"_s), models(3));
        QTRY_COMPARE(m_provider->asked().size(), 3U);
        QStringList asked;
        for (const FakeProvider::Asked &one : m_provider->asked()) {
            asked.append(one.request.model);
            QCOMPARE(one.request.messages,
                     QList<Message>{Message::fromText(Role::User, u"jitter?"_s)});
        }
        QCOMPARE(asked, (QStringList{u"m0"_s, u"m1"_s, u"m2"_s}));
    }

    void answersAreVersionsOfEachOtherAndOneIsPromoted()
    {
        answerAll(3);
        const QString first = m_answers.at(0);
        const Result<Branch> promoted = ChatFixture::wait<Branch>(
            [&](QObject *context, const ConversationStore::Done<Branch> &done) {
                m_fixture->store->showVersion(first, context, done);
            });
        QVERIFY(promoted);
        QCOMPARE(promoted->messages.size(), 2);
        QCOMPARE(promoted->messages.last().message.text, u"answer of m0"_s);
        QCOMPARE(promoted->messages.last().versionCount, 3);
        QCOMPARE(promoted->messages.last().version, 0);
    }

    void aFollowUpGoesOnFromThePromotedOne()
    {
        answerAll(2);
        const Result<Branch> promoted = ChatFixture::wait<Branch>(
            [&](QObject *context, const ConversationStore::Done<Branch> &done) {
                m_fixture->store->showVersion(m_answers.at(0), context, done);
            });
        QVERIFY(promoted);
        m_comparison->ask(draft(u"why?"_s), models(2));
        QTRY_COMPARE(m_provider->asked().size(), 4U);
        const QList<Message> history = m_provider->asked().back().request.messages;
        QCOMPARE(history.size(), 3);
        QCOMPARE(history.at(1).text(), u"answer of m0"_s);
    }

    void oneCanBeStoppedAndTheOthersGoOn()
    {
        startAll(2);
        m_comparison->stop(m_answers.at(0));
        QTRY_COMPARE(m_ended.size(), 1);
        QCOMPARE(m_ended.first().state, State::Cancelled);
        QVERIFY(m_comparison->isBusy());
        m_provider->reply(1)->sayText(u"still here"_s);
        m_provider->reply(1)->succeed();
        QTRY_VERIFY(!m_comparison->isBusy());
        QTRY_COMPARE(m_ended.size(), 2);
        QCOMPARE(m_ended.last().text, u"still here"_s);
    }

    void allCanBeStoppedAtOnce()
    {
        startAll(3);
        m_comparison->stop();
        QTRY_COMPARE(m_ended.size(), 3);
        for (const StoredMessage &answer : std::as_const(m_ended))
            QCOMPARE(answer.state, State::Cancelled);
    }

    void stoppingBeforeTheyAreStoredAsksNobody()
    {
        m_comparison->ask(draft(u"jitter?"_s), models(3));
        m_comparison->stop();
        QTRY_COMPARE(m_ended.size(), 3);
        QCOMPARE(m_provider->asked().size(), 0U);
    }

    void oneThatFailsDoesNotTouchTheOthers()
    {
        startAll(2);
        m_provider->reply(0)->fail({Error::Kind::Overloaded, u"busy"_s, 529});
        QTRY_COMPARE(m_ended.size(), 1);
        QCOMPARE(m_ended.first().failure->kind, Error::Kind::Overloaded);
        QVERIFY(m_comparison->isBusy());
    }

    void eachCallIsToldToWhoWatches()
    {
        startAll(2);
        QCOMPARE(m_watched, m_answers);
    }

    void tooManyModelsAreRefused()
    {
        const QSignalSpy refused(m_comparison.get(), &Comparison::refused);
        m_comparison->ask(draft(u"jitter?"_s), models(9));
        m_comparison->ask(draft(u"jitter?"_s), {});
        m_comparison->ask(draft(u"  "_s), models(2));
        QCOMPARE(refused.size(), 3);
        QVERIFY(!m_comparison->isBusy());
        QVERIFY(m_fixture->list()->conversations.isEmpty());
    }

    void itsEndKeepsWhatHasCome()
    {
        startAll(2);
        m_provider->reply(0)->sayText(u"half"_s);
        const QString conversation = m_comparison->conversation();
        m_comparison.reset();
        m_fixture->database->flush();
        const Result<ConversationTree> tree = ChatFixture::wait<ConversationTree>(
            [&](QObject *context, const ConversationStore::Done<ConversationTree> &done) {
                m_fixture->store->tree(conversation, context, done);
            });
        QVERIFY(tree);
        QCOMPARE(tree->messages.size(), 3);
        QCOMPARE(tree->messages.at(1).text, u"half"_s);
        QCOMPARE(tree->messages.at(1).state, State::Interrupted);
    }

private:
    std::unique_ptr<Comparison> make(const QString &conversation)
    {
        m_answers.clear();
        m_ended.clear();
        m_watched.clear();
        ChatSession::Services services;
        services.provider = [this](const QString &, QObject *,
                                   const ChatSession::Services::Ready &ready) {
            ready(m_provider.get());
        };
        services.sent = [this](const SentCall &call) { m_watched.append(call.message); };
        auto comparison = std::make_unique<Comparison>(*m_fixture->store, m_fixture->clock,
                                                       services, conversation);
        connect(comparison.get(), &Comparison::answerStarted, this,
                [this](const StoredMessage &answer) { m_answers.append(answer.id); });
        connect(comparison.get(), &Comparison::answerEnded, this,
                [this](const StoredMessage &answer) { m_ended.append(answer); });
        return comparison;
    }

    void startAll(int count)
    {
        m_comparison->ask(draft(u"jitter?"_s), models(count));
        QTRY_COMPARE(m_provider->asked().size(), std::size_t(count));
    }

    void answerAll(int count)
    {
        startAll(count);
        for (int i = 0; i < count; ++i) {
            m_provider->reply(std::size_t(i))->sayText(u"answer of m%1"_s.arg(i));
            m_provider->reply(std::size_t(i))->succeed();
        }
        QTRY_COMPARE(m_ended.size(), count);
        QVERIFY(!m_comparison->isBusy());
    }

    std::unique_ptr<ChatFixture> m_fixture;
    std::unique_ptr<FakeProvider> m_provider;
    std::unique_ptr<Comparison> m_comparison;
    QStringList m_answers;
    QStringList m_watched;
    QList<StoredMessage> m_ended;
};

KAGURA_TEST(TestComparison)
#include "tst_comparison.moc"
