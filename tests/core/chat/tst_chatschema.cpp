// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Databases as earlier and later versions of the program leave them.

#include "core/chat/chatschema.h"
#include "core/storage/backup.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using State = StoredMessage::State;

namespace {

const QString Blue = u"11111111-0000-4000-8000-000000000001"_s;
const QString Picture = u"11111111-0000-4000-8000-000000000002"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class TestChatSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ChatFixture>();
        m_fixture->close();
        for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(m_fixture->path() + ending);
        const auto connection =
            std::move(Connection::open(m_fixture->path(), Connection::Mode::ReadWrite)).value();
        QFile script(QStringLiteral(KAGURA_SOURCE_DIR) + u"/tests/vectors/chat-1.sql"_s);
        QVERIFY(script.open(QIODevice::ReadOnly));
        for (const QByteArray &line : script.readAll().split('\n')) {
            if (!line.isEmpty() && !line.startsWith("--"))
                QVERIFY2(connection->execute(QString::fromUtf8(line)), line.constData());
        }
    }
    void cleanup() { m_fixture.reset(); }

    void theFirstVersionIsReadWithAllItHas()
    {
        m_fixture->open();
        const Result<Branch> blue = m_fixture->branch(Blue);
        QVERIFY(blue);
        QCOMPARE(blue->conversation.instructions.system, u"Be brief."_s);
        QVERIFY(blue->conversation.instructions.parameters.isEmpty());
        QVERIFY(blue->conversation.isPinned && blue->conversation.isTitled);
        QCOMPARE(blue->messages.size(), 3);
        const BranchMessage &answer = blue->messages.at(1);
        QCOMPARE(answer.version, 1);
        QCOMPARE(answer.versionCount, 2);
        QCOMPARE(answer.message.reasoning, u"Short waves scatter more."_s);
        QCOMPARE(answer.message.usage.outputTokens, 40);
        QCOMPARE(answer.message.costMicroUsd, 31);
        QCOMPARE(answer.message.finishReason, FinishReason::Stop);
        QCOMPARE(answer.message.created, QDateTime(QDate(2026, 1, 1), QTime(12, 0, 30), Qt::UTC));

        const auto versions = ChatFixture::wait<QList<StoredMessage>>(
            [&](QObject *context, const ConversationStore::Done<QList<StoredMessage>> &done) {
                m_fixture->store->versions(answer.message.id, context, done);
            });
        QCOMPARE(versions->first().state, State::Failed);
        QCOMPARE(versions->first().failure,
                 (Error{Error::Kind::Truncated, u"the stream broke off"_s, 200}));
        QCOMPARE(versions->first().servedModel, u"gpt-4o-mini-2024-07-18"_s);

        const Result<Branch> picture = m_fixture->branch(Picture);
        const QList<MessagePart> parts = {ImagePart{"a cat", u"image/png"_s},
                                          TextPart{u"What is this?"_s}};
        QCOMPARE(picture->messages.first().message.parts, parts);
    }

    void anAnswerThatWasUnderWayIsInterrupted()
    {
        m_fixture->open();
        m_fixture->database->flush();
        const StoredMessage answer = m_fixture->branch(Picture)->messages.last().message;
        QCOMPARE(answer.state, State::Interrupted);
        QCOMPARE(answer.text, u"It is a c"_s);
    }

    void whatWasDeletedIsNotListed()
    {
        m_fixture->open();
        const Result<ConversationPage> page = m_fixture->list();
        QCOMPARE(page->conversations.size(), 2);
        QCOMPARE(page->conversations.first().id, Blue); // pinned, though older
    }

    void theFirstVersionIsWrittenToAsWell()
    {
        m_fixture->open();
        const auto begun = m_fixture->begin(ChatFixture::turn(u"And at night?"_s, Blue, u"m4"_s));
        QVERIFY2(begun, begun ? "" : qPrintable(begun.error().message));
        QCOMPARE(m_fixture->branch(Blue)->messages.size(), 5);
    }

    void aFreshDatabaseHasTheSameTablesAsAMigratedOne()
    {
        m_fixture->open();
        m_fixture->database->flush();
        const auto migrated =
            std::move(Connection::open(m_fixture->path(), Connection::Mode::ReadOnly)).value();
        const ChatFixture other;
        other.database->flush();
        const auto fresh =
            std::move(Connection::open(other.path(), Connection::Mode::ReadOnly)).value();
        QCOMPARE(tablesOf(*migrated), tablesOf(*fresh));
        QVERIFY(quickCheck(*migrated));
    }

    void aLaterVersionIsReadAndNotTouched()
    {
        m_fixture->open(); // it has all that this version has, and more
        m_fixture->database->flush();
        m_fixture->close();
        {
            const auto connection =
                std::move(Connection::open(m_fixture->path(), Connection::Mode::ReadWrite)).value();
            QVERIFY(connection->execute(u"UPDATE kagura_schema SET version = 999"_s));
            QVERIFY(connection->execute(u"ALTER TABLE messages ADD COLUMN mood TEXT"_s));
            QVERIFY(connection->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
        }
        const QByteArray before = contentOf(m_fixture->path());
        m_fixture->open();
        QCOMPARE(m_fixture->branch(Blue)->messages.size(), 3);
        const auto refused = m_fixture->begin(ChatFixture::turn(u"precious"_s, Blue, u"m4"_s));
        QCOMPARE(refused.error().kind, Error::Kind::Storage);
        QVERIFY2(refused.error().message.contains(u"later version"_s),
                 qPrintable(refused.error().message));
        m_fixture->close();
        QCOMPARE(contentOf(m_fixture->path()), before);
    }

private:
    static QStringList tablesOf(Connection &connection)
    {
        Statement rows(connection,
                       u"SELECT type || ' ' || name || ' ' || tbl_name "
                       "FROM sqlite_schema ORDER BY 1"_s);
        QStringList tables;
        while (rows.next()) {
            tables.append(rows.text(0));
        }
        Statement columns(
            connection,
            u"SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" "
            "FROM sqlite_schema t, pragma_table_info(t.name) c "
            "WHERE t.type = 'table' ORDER BY 1"_s);
        while (columns.next())
            tables.append(columns.text(0));
        return tables;
    }

    std::unique_ptr<ChatFixture> m_fixture;
};

} // namespace

KAGURA_TEST(TestChatSchema)

#include "tst_chatschema.moc"
