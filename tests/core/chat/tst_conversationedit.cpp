// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/conversationedit.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

class TestConversationEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ChatFixture>();
        m_ids.clear();
        for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
            m_ids.append(m_fixture->begin(ChatFixture::turn(text))->conversation.id);
    }

    void severalGoAtOnceAndComeBack()
    {
        const QSignalSpy removed(m_fixture->store.get(), &ConversationStore::conversationRemoved);
        const QSignalSpy added(m_fixture->store.get(), &ConversationStore::conversationAdded);
        QVERIFY(m_fixture->edit(m_ids.first(2), {.isDeleted = true}));
        QTRY_COMPARE(removed.size(), 2);
        QCOMPARE(m_fixture->list()->conversations.size(), 1);
        const qsizetype before = added.size();
        QVERIFY(m_fixture->edit(m_ids.first(2), {.isDeleted = false}));
        QTRY_COMPARE(added.size(), before + 2);
        QCOMPARE(m_fixture->list()->conversations.size(), 3);
    }

    void whatIsNotNamedStays()
    {
        QVERIFY(m_fixture->edit({m_ids.first()}, {.isPinned = true}));
        const auto edited = m_fixture->edit({m_ids.first()}, {.folder = QString()});
        QVERIFY(edited->first().isPinned);
        QVERIFY(!edited->first().deleted);
    }

    void oneThatIsNotThereKeepsAllAsTheyAre()
    {
        const auto refused = m_fixture->edit({m_ids.first(), u"nobody"_s}, {.isDeleted = true});
        QCOMPARE(refused.error().kind, Error::Kind::BadRequest);
        QCOMPARE(m_fixture->list()->conversations.size(), 3);
    }

private:
    std::unique_ptr<ChatFixture> m_fixture;
    QStringList m_ids;
};

} // namespace

KAGURA_TEST(TestConversationEdit)

#include "tst_conversationedit.moc"
