// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/ledger.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/testmain.h"

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using State = StoredMessage::State;

namespace {

class TestLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ChatFixture>(); }

    void aConversationCostsWhatAllItsAnswersCost()
    {
        const QString id = answer({}, {100, 50, 10, 5, {}}, 300);
        answer(id, {200, 70, {}, {}, {}}, 400);
        answer({}, {9, 9, {}, {}, {}}, 9);
        const Spending expected{2, 315, 120, 0, 700, 0, 0};
        QCOMPARE(*of(id), expected);
    }

    void whatIsNotKnownIsCounted()
    {
        const QString id = answer({}, {100, 50, {}, {}, {}}, std::nullopt);
        answer(id, {100, {}, {}, {}, {}}, 20);
        const Result<Spending> spending = of(id);
        QCOMPARE(spending->unpriced, 1);
        QCOMPARE(spending->uncounted, 1);
        QCOMPARE(spending->costMicroUsd, 20);
    }

    void anAnswerThatNeverCameIsNoHole()
    {
        const QString id = answer({}, {}, std::nullopt, State::Failed);
        const Result<Spending> spending = of(id);
        QCOMPARE(spending->unpriced, 0);
        QCOMPARE(spending->uncounted, 0);
    }

    void whatTheCacheSavedIsToldApart()
    {
        CacheOutcome hit;
        hit.kind = CacheOutcome::Kind::Hit;
        hit.savedMicroUsd = 500;
        const QString id = answer({}, {10, 10, {}, {}, {}}, 0, State::Complete, hit);
        QCOMPARE(of(id)->savedMicroUsd, 500);
        QCOMPARE(of(id)->costMicroUsd, 0);
    }

    void aDayBeginsWhereItIsAskedFor()
    {
        answer({}, {1, 1, {}, {}, {}}, 10);
        m_fixture->clock.advance(std::chrono::hours(2));
        const QDateTime later = m_fixture->clock.wall();
        answer({}, {1, 1, {}, {}, {}}, 20);
        const auto since = [this](const QDateTime &time) {
            return ChatFixture::wait<Spending>([&](QObject *context, auto done) {
                Ledger(*m_fixture->database).since(time, context, done);
            });
        };
        QCOMPARE(since(later)->costMicroUsd, 20);
        QCOMPARE(since(later.addDays(-1))->costMicroUsd, 30);
        QCOMPARE(since(later.addDays(1))->answers, 0);
    }

private:
    //! Asks, and ends the answer so; the id of the conversation.
    QString answer(const QString &conversation,
                   const Usage &usage,
                   std::optional<qint64> cost,
                   State state = State::Complete,
                   const std::optional<CacheOutcome> &cache = std::nullopt)
    {
        ConversationStore::Turn turn = ChatFixture::turn(u"?"_s, conversation);
        if (!conversation.isEmpty())
            turn.question->parent = m_fixture->branch(conversation)->messages.last().message.id;
        StoredMessage answer = m_fixture->begin(turn)->answer;
        answer.state = state;
        answer.usage = usage;
        answer.costMicroUsd = cost;
        answer.cache = cache;
        return ChatFixture::wait<StoredMessage>([&](QObject *context, auto done) {
                   m_fixture->store->finishAnswer(answer, context, done);
               })
            ->conversation;
    }

    [[nodiscard]] Result<Spending> of(const QString &conversation) const
    {
        return ChatFixture::wait<Spending>([&](QObject *context, auto done) {
            Ledger(*m_fixture->database).of(conversation, context, done);
        });
    }

    std::unique_ptr<ChatFixture> m_fixture;
};

} // namespace

KAGURA_TEST(TestLedger)

#include "tst_ledger.moc"
