// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/messagesearch.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/testmain.h"

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using State = StoredMessage::State;

namespace {

class TestMessageSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ChatFixture>(); }
    // After whatever a test did, the index holds what the messages hold and no more.
    void cleanup()
    {
        m_fixture->close();
        const auto connection =
            std::move(Connection::open(m_fixture->path(), Connection::Mode::ReadWrite)).value();
        const Result<void> check = connection->execute(
            u"INSERT INTO messages_fts(messages_fts) VALUES('integrity-check')"_s);
        QVERIFY2(check, qPrintable(check ? QString() : check.error().message));
        m_fixture.reset();
    }

    void wordsAreFoundByTheirBeginningsInAnyOrder()
    {
        ask(u"How long may a retry wait?"_s, u"A retry waits as long as the server asks."_s);
        ask(u"What is a token?"_s, u"A piece of a word."_s);
        QCOMPARE(found(u"retry"_s),
                 (QStringList{u"A retry waits as long as the server asks."_s,
                              u"How long may a retry wait?"_s}));
        QCOMPARE(found(u"ser RETR"_s), QStringList{u"A retry waits as long as the server asks."_s});
        QCOMPARE(found(u"etry"_s), QStringList());
        QCOMPARE(found(u"retry token"_s), QStringList());
    }

    void quotedWordsStandTogether()
    {
        ask(u"red and blue"_s, u"blue and red"_s);
        QCOMPARE(found(u"\"and blue\""_s), QStringList{u"red and blue"_s});
        QCOMPARE(found(u"\"blue\" \"red and\""_s), QStringList{u"red and blue"_s});
        QCOMPARE(found(u"\"and bl"_s), QStringList{u"red and blue"_s}); // not closed yet
    }

    void accentsAndCaseDoNotCount()
    {
        ask(u"Où est le café ?"_s, u"\u00C0 gauche, \u00FCber die Stra\u00DFe."_s);
        QCOMPARE(found(u"CAFE ou"_s), QStringList{u"Où est le café ?"_s});
        QCOMPARE(found(u"uber"_s).size(), 1);
    }

    void scriptsWithoutSpacesAreFoundInTheMiddle()
    {
        ask(u"\u4ECA\u5929\u5929\u6C14\u600E\u4E48\u6837\uFF1F"_s, u"100%_sure"_s);
        QCOMPARE(found(u"\u5929\u6C14"_s).size(), 1);
        QCOMPARE(found(u"\u5929\u6C14 \u600E\u4E48"_s).size(), 1);
        QCOMPARE(found(u"\u6C14\u5929"_s).size(), 0);
        QCOMPARE(found(u"\u5929%"_s).size(), 0); // no wildcard of anybody's
    }

    void whatIsNoWordFindsNothingAndBreaksNothing()
    {
        ask(u"a AND b"_s, u"NEAR(x) * ^ : - \" OR"_s);
        for (const QString &text :
             {u""_s, u"   "_s, u"\""_s, u"*"_s, u"\"\"\""_s, u"-"_s, u"()"_s, u"'"_s})
            QCOMPARE(found(text), QStringList());
        for (const QString &text : {u"AND"_s, u"NEAR(x)"_s, u"a:b"_s, u"x*"_s, u"OR"_s,
                                    u"col : x"_s, u"a\"b"_s, QString(5000, u'x')})
            QVERIFY2(search({text}), qPrintable(text));
    }

    void excerptsMarkWhatWasFound()
    {
        ask(u"One.\nTwo words of it \u2014 three."_s, {});
        const Result<SearchPage> page = search({u"wor"_s});
        QVERIFY(page);
        const SearchHit &hit = page->hits.first();
        QVERIFY(!hit.excerpt.contains(u'\n'));
        QCOMPARE(hit.marks.size(), 1);
        QCOMPARE(hit.excerpt.mid(hit.marks.first().first, hit.marks.first().second), u"words"_s);
        QCOMPARE(hit.role, Role::User);
        QVERIFY(!hit.conversation.isEmpty());
    }

    void anAnswerIsFoundOnceItHasEndedAndNoLongerWhenItStreamsAgain()
    {
        const auto turn = m_fixture->begin(ChatFixture::turn(u"Say it"_s));
        QVERIFY(turn);
        savePartial(turn->answer.id, u"zebra"_s);
        QCOMPARE(found(u"zebra"_s), QStringList());
        end(turn->answer, u"zebra and lion"_s);
        QCOMPARE(found(u"zebra"_s), QStringList{u"zebra and lion"_s});
        const auto reopened = ChatFixture::wait<StoredMessage>(
            [&](QObject *context, const ConversationStore::Done<StoredMessage> &done) {
                m_fixture->store->reopenAnswer(turn->answer.id, context, done);
            });
        if (reopened) {
            QCOMPARE(found(u"lion"_s), QStringList());
            end(*reopened, u"zebra and lion and gnu"_s);
        }
        QCOMPARE(found(u"gnu"_s).size(), 1);
    }

    void removedConversationsAreLeftOutAndPurgedOnesForgotten()
    {
        const QString id = ask(u"gone with it"_s, u"gone"_s);
        QCOMPARE(found(u"gone"_s).size(), 2);
        const auto removed = m_fixture->edit({id}, {.isDeleted = true});
        QVERIFY(removed);
        QCOMPARE(found(u"gone"_s), QStringList());
        m_fixture->clock.advance(std::chrono::hours(1));
        const auto purged =
            ChatFixture::wait<int>([&](QObject *context, const ConversationStore::Done<int> &done) {
                m_fixture->store->purge(m_fixture->clock.wall(), context, done);
            });
        QVERIFY(purged);
        QCOMPARE(found(u"gone"_s), QStringList());
    }

    void pagesFollowOneAnother()
    {
        for (int i = 0; i < 5; ++i)
            ask(u"same %1"_s.arg(i), {});
        const Result<SearchPage> first = search({u"same"_s, 2, 0});
        QCOMPARE(first->hits.size(), 2);
        QVERIFY(first->hasMore);
        QCOMPARE(first->hits.first().excerpt, u"same 4"_s);
        const Result<SearchPage> last = search({u"same"_s, 2, 4});
        QCOMPARE(last->hits.size(), 1);
        QVERIFY(!last->hasMore);
        QCOMPARE(last->hits.first().excerpt, u"same 0"_s);
    }

private:
    [[nodiscard]] Result<SearchPage> search(const SearchQuery &query) const
    {
        return ChatFixture::wait<SearchPage>(
            [&](QObject *context, const ConversationStore::Done<SearchPage> &done) {
                m_fixture->store->search(query, context, done);
            });
    }
    [[nodiscard]] QStringList found(const QString &text) const
    {
        const Result<SearchPage> page = search({text});
        QStringList excerpts;
        if (!page)
            return {page.error().message};
        for (const SearchHit &hit : page->hits)
            excerpts.append(hit.excerpt);
        return excerpts;
    }
    void savePartial(const QString &message, const QString &text)
    {
        QVERIFY(ChatFixture::wait<void>(
            [&](QObject *context, const ConversationStore::Done<void> &done) {
                m_fixture->store->savePartial(message, text, {}, context, done);
            }));
    }
    void end(StoredMessage answer, const QString &text)
    {
        answer.text = text;
        answer.state = State::Complete;
        QVERIFY(ChatFixture::wait<StoredMessage>(
            [&](QObject *context, const ConversationStore::Done<StoredMessage> &done) {
                m_fixture->store->finishAnswer(answer, context, done);
            }));
    }
    QString ask(const QString &question, const QString &answer)
    {
        const auto turn = m_fixture->begin(ChatFixture::turn(question));
        if (!turn) {
            QTest::qFail(qPrintable(turn.error().message), __FILE__, __LINE__);
            return {};
        }
        end(turn->answer, answer);
        return turn->conversation.id;
    }

    std::unique_ptr<ChatFixture> m_fixture;
};

} // namespace

KAGURA_TEST(TestMessageSearch)
#include "tst_messagesearch.moc"
