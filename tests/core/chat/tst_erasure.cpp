// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/erasure.h"
#include "core/storage/statement.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/testmain.h"

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestErasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOfAConversationIsLeft()
    {
        ChatFixture fixture;
        const auto gone = fixture.begin(ChatFixture::turn(u"the canary sings"_s));
        const auto kept = fixture.begin(ChatFixture::turn(u"another matter"_s));
        QVERIFY(gone && kept);
        StoredMessage answer = gone->answer;
        answer.state = StoredMessage::State::Complete;
        answer.text = u"it sings the canary song"_s;
        answer.cache = CacheOutcome{CacheOutcome::Kind::Hit, {}, QByteArray(32, '\x0a')};
        fixture.store->finishAnswer(answer, nullptr, {});
        const Result<ErasedConversation> erased = erase(fixture, gone->conversation.id);
        QVERIFY(erased);
        QCOMPARE(erased->messages.size(), 2);
        QCOMPARE(erased->cacheKeys, QStringList{QString(u"0a"_s).repeated(32)});
        QVERIFY(!fixture.branch(gone->conversation.id));
        QCOMPARE(fixture.branch(kept->conversation.id)->messages.size(), 2);
        QCOMPARE(found(fixture, u"canary"_s), 0);
        QCOMPARE(found(fixture, u"matter"_s), 1);
    }

    void whatIsNotThereIsNotErased()
    {
        ChatFixture fixture;
        const Result<ErasedConversation> erased = erase(fixture, u"nobody"_s);
        QVERIFY(!erased);
        QCOMPARE(erased.error().kind, Error::Kind::BadRequest);
    }

    void noFileHasItAnyMore()
    {
        ChatFixture fixture;
        // Written often, so that its pages were moved about before.
        const auto gone = fixture.begin(ChatFixture::turn(u"CANARY"_s + QString(3000, u'q')));
        QVERIFY(gone);
        for (int i = 0; i < 20; ++i)
            fixture.store->savePartial(gone->answer.id, QString(u"CANARY "_s).repeated(50 * i), {},
                                       &m_context, [](const Result<void> &) {});
        fixture.database->flush();
        QVERIFY(erase(fixture, gone->conversation.id));
        bool isCompacted = false;
        fixture.database->compact(
            &m_context, [&](const Result<void> &done) { isCompacted = done.has_value(); });
        QTRY_VERIFY(isCompacted);
        for (const QString &ending : {u""_s, u"-wal"_s}) {
            QFile file(fixture.path() + ending);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains("CANARY") && !bytes.contains("canary"),
                     qPrintable(file.fileName()));
        }
    }

private:
    static Result<ErasedConversation> erase(ChatFixture &fixture, const QString &id)
    {
        return ChatFixture::wait<ErasedConversation>(
            [&](QObject *context, const ConversationStore::Done<ErasedConversation> &done) {
                fixture.database->write(
                    Database::Durability::Full,
                    [id](Connection &connection) { return eraseConversation(connection, id); },
                    context, done);
            });
    }

    static qsizetype found(ChatFixture &fixture, const QString &words)
    {
        const Result<SearchPage> page = ChatFixture::wait<SearchPage>(
            [&](QObject *context, const ConversationStore::Done<SearchPage> &done) {
                fixture.store->search({words, 10, 0}, context, done);
            });
        return page ? page->hits.size() : -1;
    }

    QObject m_context;
};

KAGURA_TEST(TestErasure)
#include "tst_erasure.moc"
