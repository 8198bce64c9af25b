// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/draftstore.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/testmain.h"

#include <algorithm>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

class TestDraftStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ChatFixture>();
        open();
    }
    void cleanup()
    {
        m_drafts.reset();
        m_fixture.reset();
    }

    void draftsComeBackAfterAnotherStart()
    {
        const QList<MessagePart> files = {
            ImagePart{QByteArray("\x89\0x", 3), u"image/png"_s, u"a.png"_s},
            TextPart{u"words"_s, u"b.txt"_s}};
        m_drafts->saveText(u"one"_s, u"half a sent"_s);
        m_drafts->saveText({}, u"of a new one"_s);
        m_drafts->saveAttachments(u"one"_s, files);
        m_drafts->saveText(u"one"_s, u"half a sentence"_s);
        m_drafts.reset();
        m_fixture->close();
        m_fixture->open();
        open();
        const QList<StoredDraft> expected = {{{}, u"of a new one"_s, {}},
                                             {u"one"_s, u"half a sentence"_s, files}};
        QCOMPARE(load(), expected);
    }

    void anEmptyDraftLeavesNothing()
    {
        m_drafts->saveText(u"one"_s, u"text"_s);
        m_drafts->saveAttachments(u"one"_s, {ImagePart{"secret", u"image/png"_s}});
        m_drafts->saveText(u"one"_s, {});
        QCOMPARE(load().size(), 1); // there is still the picture
        m_drafts->saveAttachments(u"one"_s, {});
        QVERIFY(load().isEmpty());
        QCOMPARE(count(u"draft_attachments"_s), 0);
    }

    void oneThatWasSentIsRemoved()
    {
        m_drafts->saveText(u"one"_s, u"text"_s);
        m_drafts->saveAttachments(u"one"_s, {ImagePart{"x", u"image/png"_s}});
        m_drafts->remove(u"one"_s);
        QVERIFY(load().isEmpty());
        QCOMPARE(count(u"draft_attachments"_s), 0);
    }

    void aDraftGoesWithItsConversation()
    {
        const Conversation made =
            ChatFixture::wait<Conversation>([&](QObject *context,
                                                const ConversationStore::Done<Conversation> &done) {
                m_fixture->store->create({}, context, done);
            }).value();
        m_drafts->saveText(made.id, u"text"_s);
        QVERIFY(m_fixture->edit({made.id}, {.isDeleted = true}));
        QCOMPARE(load().size(), 1); // it can still be brought back
        const QDateTime later = m_fixture->clock.wall().addDays(1);
        QCOMPARE(
            ChatFixture::wait<int>([&](QObject *context, const ConversationStore::Done<int> &done) {
                m_fixture->store->purge(later, context, done);
            }).value(),
            1);
        QVERIFY(load().isEmpty());
    }

private:
    void open() { m_drafts = std::make_unique<DraftStore>(*m_fixture->database, m_fixture->clock); }

    [[nodiscard]] QList<StoredDraft> load()
    {
        m_fixture->database->flush(); // reads do not wait for writes
        QList<StoredDraft> drafts =
            ChatFixture::wait<QList<StoredDraft>>([&](QObject *context, const auto &done) {
                m_drafts->load(context, done);
            }).value();
        std::sort(drafts.begin(), drafts.end(), [](const StoredDraft &a, const StoredDraft &b) {
            return a.conversation < b.conversation;
        });
        return drafts;
    }
    [[nodiscard]] qint64 count(const QString &table)
    {
        return ChatFixture::wait<qint64>([&](QObject *context, const auto &done) {
                   m_fixture->database->read(
                       [table](Connection &connection) {
                           return connection.integer(u"SELECT count(*) FROM "_s + table);
                       },
                       context, done);
               })
            .value();
    }

    std::unique_ptr<ChatFixture> m_fixture;
    std::unique_ptr<DraftStore> m_drafts;
};

} // namespace

KAGURA_TEST(TestDraftStore)
#include "tst_draftstore.moc"
