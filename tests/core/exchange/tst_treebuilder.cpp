// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/treebuilder.h"
#include "tests/core/exchange/foreignfixtures.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

ForeignMessage message(const QString &id,
                       const QString &parent,
                       const QString &text,
                       Role role = Role::User)
{
    ForeignMessage one;
    one.id = id;
    one.parent = parent;
    one.message.text = text;
    one.message.role = role;
    return one;
}

} // namespace

class TestTreeBuilder : public QObject
{
    Q_OBJECT

private:
    SkipTally m_tally;

    [[nodiscard]] ConversationTree built(const QList<ForeignMessage> &messages,
                                         const QString &current = {},
                                         bool merges = false)
    {
        TreeBuilder builder(u"test"_s, {}, m_tally);
        builder.setMergesAnswers(merges);
        for (const ForeignMessage &one : messages)
            builder.add(one);
        return builder.build(u"c"_s, {}, current).value();
    }

private Q_SLOTS:
    void init() { m_tally = {}; }

    void parentsStandBeforeTheirChildrenAndVersionsKeepTheirOrder()
    {
        const ConversationTree tree =
            built({message(u"c"_s, u"a"_s, u"first"_s), message(u"d"_s, u"a"_s, u"second"_s),
                   message(u"a"_s, {}, u"root"_s), message(u"e"_s, u"c"_s, u"below"_s)});
        QCOMPARE(outline(tree),
                 (QStringList{u"0 user: root"_s, u"1 user: first"_s, u"2 user: below"_s,
                              u"1 user: second <-"_s}));
        QCOMPARE(m_tally.total(), 0);
    }

    void theShownBranchEndsWhereTheFileSays()
    {
        const QList<ForeignMessage> messages = {message(u"a"_s, {}, u"root"_s),
                                                message(u"b"_s, u"a"_s, u"one"_s),
                                                message(u"c"_s, u"a"_s, u"two"_s)};
        QCOMPARE(built(messages, u"b"_s).shown().constLast().text, u"one"_s);
        QCOMPARE(built(messages, u"nobody"_s).shown().constLast().text, u"two"_s);
    }

    void linksAreLeftOutAndWhatFollowsMovesUp()
    {
        ForeignMessage hidden = message(u"b"_s, u"a"_s, u"not shown"_s);
        hidden.isLink = true;
        const ConversationTree tree =
            built({message(u"root"_s, {}, {}), message(u"a"_s, u"root"_s, u"A"_s), hidden,
                   message(u"c"_s, u"b"_s, u"  "_s), message(u"d"_s, u"c"_s, u"D"_s)},
                  u"c"_s);
        QCOMPARE(outline(tree), (QStringList{u"0 user: A <-"_s, u"1 user: D"_s}));
    }

    void circlesGapsAndDoublesAreMendedAndCounted()
    {
        const ConversationTree tree =
            built({message(u"a"_s, u"c"_s, u"A"_s), message(u"b"_s, u"a"_s, u"B"_s),
                   message(u"c"_s, u"b"_s, u"C"_s), message(u"x"_s, u"x"_s, u"X"_s),
                   message(u"y"_s, u"gone"_s, u"Y"_s), message(u"a"_s, {}, u"again"_s)});
        QCOMPARE(tree.messages.size(), 5);
        QSet<QString> seen;
        for (const StoredMessage &one : tree.messages) {
            QVERIFY(one.parent.isEmpty() || seen.contains(one.parent));
            seen.insert(one.id);
        }
        QCOMPARE(m_tally.counts().value(u"links between messages that ran in a circle"_s), 2);
        QCOMPARE(m_tally.counts().value(u"messages with an id that was there before"_s), 1);
    }

    void stepsOfOneAnswerBecomeOne()
    {
        ForeignMessage step = message(u"b"_s, u"a"_s, u"one"_s, Role::Assistant);
        step.message.parts = {ImagePart{tinyPng(), u"image/png"_s}, TextPart{u"one"_s}};
        step.message.model = {u"p"_s, u"m"_s};
        ForeignMessage last = message(u"c"_s, u"b"_s, u"two"_s, Role::Assistant);
        last.message.reasoning = u"because"_s;
        last.message.state = StoredMessage::State::Cancelled;
        const ConversationTree tree = built({message(u"a"_s, {}, u"Q"_s), step, last,
                                             message(u"d"_s, u"c"_s, u"x"_s, Role::Assistant),
                                             message(u"e"_s, u"c"_s, u"y"_s, Role::Assistant)},
                                            u"c"_s, true);
        QCOMPARE(outline(tree),
                 (QStringList{u"0 user: Q"_s, u"1 assistant: one two <-"_s, u"2 assistant: x"_s,
                              u"2 assistant: y"_s}));
        const StoredMessage &answer = tree.messages.at(1);
        QCOMPARE(answer.reasoning, u"because"_s);
        QCOMPARE(answer.model.model, u"m"_s);
        QCOMPARE(answer.state, StoredMessage::State::Cancelled);
        QCOMPARE(answer.parts.size(), 2);
        QCOMPARE(std::get<TextPart>(answer.parts.constLast()).text, answer.text);
    }

    void idsAreTheSameAgainAndNoOthers()
    {
        const QList<ForeignMessage> messages = {message(u"a"_s, {}, u"x"_s),
                                                message({}, u"a"_s, u"y"_s)};
        QCOMPARE(built(messages), built(messages));
        QSet<QString> ids;
        for (const auto &[one, two, three] : {std::tuple{u"f"_s, u"c"_s, u"m"_s},
                                              {u"f"_s, u"cm"_s, u""_s},
                                              {u"fc"_s, u""_s, u"m"_s},
                                              {u"f"_s, u"c"_s, u""_s},
                                              {u"f"_s, u"c:m"_s, u""_s}})
            ids.insert(TreeBuilder::stableId(one, two, three));
        QCOMPARE(ids.size(), 5);
    }

    void timesAndTitleAreFoundWhereTheFileHasNone()
    {
        ForeignMessage question = message(u"a"_s, {}, u"# How *far*?\nmore"_s);
        question.message.created = QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::utc());
        const ConversationTree tree =
            built({question, message(u"b"_s, u"a"_s, u"b"_s, Role::Assistant)});
        QCOMPARE(tree.messages.at(1).created, question.message.created);
        QCOMPARE(tree.conversation.created, question.message.created);
        QCOMPARE(tree.conversation.updated, question.message.created);
        QVERIFY(tree.conversation.title.startsWith(u"How"_s));
        QVERIFY(!tree.conversation.isTitled);
    }

    void aLongChainNeedsNoStack()
    {
        TreeBuilder builder(u"test"_s, {}, m_tally);
        for (int i = 0; i < 100'000; ++i) {
            ForeignMessage one = message(QString::number(i), QString::number(i - 1), u"x"_s);
            one.isLink = i % 3 == 1;
            builder.add(one);
        }
        const Result<ConversationTree> tree = builder.build(u"c"_s, {}, u"99999"_s);
        QVERIFY(tree);
        QCOMPARE(tree->messages.size(), 66'667);
        QCOMPARE(tree->shown().size(), 66'667);
    }

    void tooManyMessagesAndNoneAreTold()
    {
        ImportLimits limits;
        limits.messages = 1;
        TreeBuilder many(u"test"_s, limits, m_tally);
        many.add(message(u"a"_s, {}, u"x"_s));
        many.add(message(u"b"_s, {}, u"x"_s));
        QVERIFY(!many.build(u"c"_s, {}, {}));
        QVERIFY(built({message(u"a"_s, {}, {})}).messages.isEmpty());
        QCOMPARE(m_tally.words(), u"1 conversations without messages"_s);
    }
};

KAGURA_TEST(TestTreeBuilder)
#include "tst_treebuilder.moc"
