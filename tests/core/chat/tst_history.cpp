// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/history.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

BranchMessage said(Role role, const QString &text, StoredMessage::State state)
{
    StoredMessage message;
    message.role = role;
    message.text = text;
    message.state = state;
    return {message};
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFailedWithoutWordsWasNotSaid()
    {
        using State = StoredMessage::State;
        const QList<BranchMessage> branch = {said(Role::User, u"one"_s, State::Complete),
                                             said(Role::Assistant, {}, State::Failed),
                                             said(Role::User, u"two"_s, State::Complete),
                                             said(Role::Assistant, u"half"_s, State::Cancelled)};
        QCOMPARE(historyOf(branch, 4).size(), 3);
        QCOMPARE(historyOf(branch, 1), (QList<Message>{Message::fromText(Role::User, u"one"_s)}));
        QCOMPARE(historyOf(branch, 99).size(), 3);
    }

    void filesStandBeforeTheWords()
    {
        const TextPart file{u"File a.txt:\nx"_s, u"a.txt"_s};
        QCOMPARE(questionOf(u"why"_s, {file}).parts,
                 (QList<MessagePart>{file, TextPart{u"why"_s}}));
        QVERIFY(questionOf(u"why"_s, {}).parts.isEmpty());
        QCOMPARE(questionOf({}, {file}).parts, (QList<MessagePart>{file}));
    }
};

KAGURA_TEST(TestHistory)
#include "tst_history.moc"
