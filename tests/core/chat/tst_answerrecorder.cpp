// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/answerrecorder.h"
#include "core/storage/statement.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

#include <semaphore>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = StoredMessage::State;

namespace {

class TestAnswerRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ChatFixture>();
        m_answer = m_fixture->begin(ChatFixture::turn(u"q"_s)).value().answer;
        follow();
    }

    void cleanup()
    {
        m_recorder.reset();
        m_fixture.reset();
    }

    void whatIsOlderThanASecondIsOnDisk()
    {
        std::vector<qsizetype> lengths; // one every tenth of a second
        QString text;
        for (int i = 0; i < 60; ++i) {
            const QString word = u"word%1 "_s.arg(i);
            text += word;
            m_reply->sayText(word);
            lengths.push_back(text.size());
            advance(100ms);
            const QString kept = textInFile();
            QVERIFY(text.startsWith(kept));
            if (lengths.size() > 10)
                QVERIFY2(kept.size() >= lengths.at(lengths.size() - 11), qPrintable(kept));
        }
    }

    void aSingleWordIsKeptThoughNothingFollows()
    {
        m_reply->sayText(u"word"_s);
        advance(999ms);
        QCOMPARE(textInFile(), u"word"_s);
    }

    void aThoughtIsKeptAsWell()
    {
        m_reply->say({ReasoningDelta{u"hm"_s}});
        advance(999ms);
        QCOMPARE(inFile(u"reasoning"_s), u"hm"_s);
    }

    void theEndOfAParagraphIsKeptAtOnce()
    {
        m_reply->sayText(u"one\n"_s);
        advance(0ms);
        QCOMPARE(textInFile(), QString());
        m_reply->sayText(u"\ntwo"_s); // the mark is cut in two
        advance(0ms);
        QCOMPARE(textInFile(), u"one\n\ntwo"_s);
    }

    void aSlowDiskMakesFewerWritesAndLosesNothing()
    {
        countUpdates();
        std::binary_semaphore disk(0);
        m_fixture->database->write(Database::Durability::Normal,
                                   [&disk](Connection &) -> Result<void> {
                                       disk.acquire();
                                       return {};
                                   });
        for (int i = 0; i < 200; ++i) {
            m_reply->sayText(u"word\n\n"_s);
            m_fixture->clock.advance(100ms);
            QCoreApplication::processEvents();
        }
        disk.release();
        QTRY_COMPARE(textInFile().size(), 200 * 6);
        QVERIFY2(updates() <= 2, qPrintable(QString::number(updates())));
    }

    void aFullDiskIsToldAndTheAnswerGoesOn()
    {
        const QSignalSpy failed(m_recorder.get(), &AnswerRecorder::storageFailed);
        const QSignalSpy finished(m_recorder.get(), &AnswerRecorder::finished);
        m_reply->sayText(u"small "_s);
        advance(999ms);
        limitPages(1);
        const QString large(200'000, u'x');
        m_reply->sayText(large);
        advance(999ms);
        QTRY_COMPARE(failed.size(), 1);
        const QString message = failed.first().first().value<Error>().message;
        QVERIFY2(message.contains(u"Free some space"_s), qPrintable(message));
        QCOMPARE(textInFile(), u"small "_s);

        m_reply->sayText(u" end"_s);
        m_reply->succeed();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<StoredMessage>().text.size(), 200'010);
        QCOMPARE(inFile(u"state"_s), u"streaming"_s);

        limitPages(100'000);
        advance(1000ms);
        QTRY_COMPARE(inFile(u"state"_s), u"complete"_s);
        QCOMPARE(textInFile().size(), 200'010);
        QCOMPARE(finished.size(), 1);
    }

    void whatCouldNotBeKeptIsTriedOnceMoreAtTheEnd()
    {
        limitPages(1);
        const QSignalSpy finished(m_recorder.get(), &AnswerRecorder::finished);
        m_reply->sayText(QString(200'000, u'x'));
        m_reply->succeed();
        QTRY_COMPARE(finished.size(), 1);
        limitPages(100'000);
        m_recorder.reset();
        m_fixture->database->flush();
        QCOMPARE(textInFile().size(), 200'000);
        QCOMPARE(inFile(u"state"_s), u"complete"_s);
    }

    void anAnswerThatBeginsAgainReplacesWhatWasKept()
    {
        m_reply->sayText(u"wrong"_s);
        advance(999ms);
        QCOMPARE(textInFile(), u"wrong"_s);
        m_reply->say({Restarted{}, TextDelta{u"right"_s}});
        advance(999ms);
        QCOMPARE(textInFile(), u"right"_s);
        QVERIFY(m_recorder->live()->text.take().text.endsWith(u"right"_s));
    }

    void stoppedBeforeAnythingCameItEndsEmpty()
    {
        const QSignalSpy finished(m_recorder.get(), &AnswerRecorder::finished);
        m_recorder->cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(inFile(u"state"_s), u"cancelled"_s);
        QCOMPARE(textInFile(), QString());
    }

    void aConversationThatIsErasedMeanwhileEndsTheTrying()
    {
        const QSignalSpy finished(m_recorder.get(), &AnswerRecorder::finished);
        m_fixture->database->write(Database::Durability::Normal, [](Connection &connection) {
            return connection.execute(u"DELETE FROM conversations"_s);
        });
        m_reply->sayText(u"nobody hears"_s);
        m_reply->succeed();
        QTRY_COMPARE(finished.size(), 1);
        advance(2000ms);
        QCOMPARE(m_fixture->clock.pending(), 0U);
    }

private:
    void follow()
    {
        m_recorder = std::make_unique<AnswerRecorder>(*m_fixture->store, m_fixture->clock, m_answer,
                                                      AnswerRecorder::Cost());
        auto reply = std::make_unique<FakeReply>();
        m_reply = reply.get();
        m_recorder->follow(std::move(reply));
    }

    //! Time goes by, and the writer is through with what was due.
    void advance(std::chrono::milliseconds step)
    {
        m_fixture->clock.advance(step);
        m_fixture->database->flush();
        QCoreApplication::processEvents();
        m_fixture->database->flush();
        QCoreApplication::processEvents();
    }

    [[nodiscard]] QString inFile(const QString &column) const
    {
        const auto connection =
            std::move(Connection::open(m_fixture->path(), Connection::Mode::ReadOnly)).value();
        Statement row(*connection, u"SELECT %1 FROM messages WHERE id = ?"_s.arg(column));
        row.bind(m_answer.id);
        return row.next() ? row.text(0) : u"there is no such row"_s;
    }
    [[nodiscard]] QString textInFile() const { return inFile(u"text"_s); }

    void onWriter(const QString &sql)
    {
        m_fixture->database->postWrite(
            Database::Durability::Normal,
            [sql](Connection &connection) { return connection.execute(sql); }, {});
        m_fixture->database->flush();
    }

    //! One page is below what the file has: SQLite then takes its present size, so nothing more fits.
    void limitPages(int pages) { onWriter(u"PRAGMA max_page_count=%1"_s.arg(pages)); }

    void countUpdates()
    {
        onWriter(u"CREATE TABLE seen(n)"_s);
        onWriter(u"CREATE TRIGGER seen_update AFTER UPDATE OF text ON messages "
                 "BEGIN INSERT INTO seen VALUES(1); END"_s);
    }

    [[nodiscard]] qint64 updates() const
    {
        const auto connection =
            std::move(Connection::open(m_fixture->path(), Connection::Mode::ReadOnly)).value();
        return connection->integer(u"SELECT count(*) FROM seen"_s).value();
    }

    std::unique_ptr<ChatFixture> m_fixture;
    StoredMessage m_answer;
    std::unique_ptr<AnswerRecorder> m_recorder;
    FakeReply *m_reply = nullptr;
};

} // namespace

KAGURA_TEST(TestAnswerRecorder)

#include "tst_answerrecorder.moc"
