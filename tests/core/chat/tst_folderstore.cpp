// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/folderstore.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/testmain.h"

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

class TestFolderStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ChatFixture>(); }

    void aFolderThatComesBackHasItsConversations()
    {
        const Folder folder = *save({{}, u" Work "_s});
        QCOMPARE(folder.name, u"Work"_s);
        const QString id = m_fixture->begin(ChatFixture::turn(u"hello"_s))->conversation.id;
        const auto moved = m_fixture->edit({id}, {.folder = folder.id});
        QCOMPARE(moved->first().folder, folder.id);
        QVERIFY(ChatFixture::wait<void>([&](QObject *context, auto done) {
            FolderStore(*m_fixture->database, m_fixture->clock).remove(folder.id, context, done);
        }));
        QVERIFY(all().isEmpty());
        QVERIFY(ChatFixture::wait<void>([&](QObject *context, auto done) {
            FolderStore(*m_fixture->database, m_fixture->clock).restore(folder.id, context, done);
        }));
        QCOMPARE(all(), QList<Folder>{folder});
        QCOMPARE(m_fixture->branch(id)->conversation.folder, folder.id);
    }

    void savingTheSameIdRenames()
    {
        const Folder folder = *save({{}, u"Work"_s});
        QVERIFY(save({folder.id, u"Play"_s}));
        QCOMPARE(all(), (QList<Folder>{{folder.id, u"Play"_s}}));
    }

    void withoutANameItIsRefused()
    {
        QCOMPARE(save({{}, u" "_s}).error().kind, Error::Kind::BadRequest);
    }

    void onlyTheFiledOnesCanBeListed()
    {
        const Folder folder = *save({{}, u"Work"_s});
        const QString filed = m_fixture->begin(ChatFixture::turn(u"one"_s))->conversation.id;
        QVERIFY(m_fixture->begin(ChatFixture::turn(u"two"_s)));
        QVERIFY(m_fixture->edit({filed}, {.folder = folder.id}));
        ConversationQuery query;
        query.isFiled = true;
        const Result<ConversationPage> page = m_fixture->list(query);
        QCOMPARE(page->conversations.size(), 1);
        QCOMPARE(page->conversations.first().id, filed);
        QCOMPARE(m_fixture->list()->conversations.size(), 2);
    }

private:
    [[nodiscard]] Result<Folder> save(const Folder &folder) const
    {
        return ChatFixture::wait<Folder>([&](QObject *context, auto done) {
            FolderStore(*m_fixture->database, m_fixture->clock).save(folder, context, done);
        });
    }

    [[nodiscard]] QList<Folder> all() const
    {
        return *ChatFixture::wait<QList<Folder>>([&](QObject *context, auto done) {
            FolderStore(*m_fixture->database, m_fixture->clock).load(context, done);
        });
    }

    std::unique_ptr<ChatFixture> m_fixture;
};

} // namespace

KAGURA_TEST(TestFolderStore)

#include "tst_folderstore.moc"
