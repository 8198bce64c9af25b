// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A data folder in which something is wrong, as the window hears of it: what is in it is never touched, it
// is told for as long as it lasts, and what can be read can be exported.

#include "app/desktop/chatengine.h"
#include "app/desktop/storagewords.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestStorageWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(m_home->filePath(u"data"_s)));
        qputenv("KAGURA_CONFIG_DIR", QFile::encodeName(m_home->filePath(u"config"_s)));
        const Result<DataFolder> folder = DataFolder::open();
        QVERIFY(folder);
        m_path = folder->databasePath();
    }
    void cleanup()
    {
        qunsetenv("KAGURA_DATA_DIR");
        qunsetenv("KAGURA_CONFIG_DIR");
    }

    void aSoundFolderSaysNothing()
    {
        QCOMPARE(storageNotice({DatabaseState::Kind::Ready, {}}), NoticeText());
        QCOMPARE(storageNotice({DatabaseState::Kind::Opening, {}}), NoticeText());
    }

    void everyTroubleHasWordsAndANextStep()
    {
        using Kind = DatabaseState::Kind;
        for (const Kind kind : {Kind::ReadOnly, Kind::NoSpace, Kind::Damaged, Kind::Failed}) {
            const NoticeText said = storageNotice({kind, u"what the system says"_s});
            QVERIFY(!said.title.isEmpty() && !said.detail.isEmpty());
            QVERIFY(said.kind != NoticeText::Kind::Neutral);
        }
    }

    void aLaterDatabaseIsReadExportedAndNotTouched()
    {
        const QString conversation = fill();
        {
            const auto later =
                std::move(Connection::open(m_path, Connection::Mode::ReadWrite)).value();
            QVERIFY(later->execute(u"UPDATE kagura_schema SET version = version + 1"_s));
        }
        const QByteArray before = contentOf(m_path);
        ChatEngine engine;
        const QSignalSpy states(&engine, &ChatEngine::storageChanged);
        QSignalSpy notices(&engine, &ChatEngine::notice);
        engine.start();
        QTRY_VERIFY_WITH_TIMEOUT(!states.isEmpty()
                                     && states.last().first().value<DatabaseState>().kind
                                         == DatabaseState::Kind::ReadOnly,
                                 patience);
        const QString target = m_home->filePath(u"out.md"_s);
        engine.files().exportTo(conversation, target);
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(target).contains("Why is the sky blue?"), patience);
        QCOMPARE(contentOf(m_path), before);
    }

    void whatIsNoDatabaseIsSetAsideAndTold()
    {
        const QByteArray letter = QByteArray("Dear diary, this is no database. ").repeated(400);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(letter) == letter.size());
        file.close();
        ChatEngine engine;
        const QSignalSpy restored(&engine, &ChatEngine::storageRestored);
        const QSignalSpy states(&engine, &ChatEngine::storageChanged);
        engine.start();
        QTRY_VERIFY_WITH_TIMEOUT(!restored.isEmpty(), patience);
        const auto report = restored.first().first().value<RestoreReport>();
        QCOMPARE(contentOf(report.asidePath), letter);
        const NoticeText said = restoreNotice(report);
        QVERIFY(said.detail.contains(report.asidePath));
        QVERIFY(said.detail.contains(u"no backup"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!states.isEmpty()
                                     && states.last().first().value<DatabaseState>().kind
                                         == DatabaseState::Kind::Ready,
                                 patience);
    }

    void aFolderThatCannotBeMadeIsTold()
    {
        // A file stands where the folder should be; root, too, cannot make a folder in a file.
        const QString blocker = m_home->filePath(u"blocker"_s);
        QFile file(blocker);
        QVERIFY(file.open(QIODevice::WriteOnly));
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(blocker + u"/data"_s));
        ChatEngine engine;
        const QSignalSpy states(&engine, &ChatEngine::storageChanged);
        engine.start();
        QTRY_VERIFY_WITH_TIMEOUT(!states.isEmpty(), patience);
        const auto state = states.last().first().value<DatabaseState>();
        QCOMPARE(state.kind, DatabaseState::Kind::Failed);
        QVERIFY(storageNotice(state).detail.contains(u"blocker"_s));
    }

private:
    //! A conversation in the folder; its id.
    [[nodiscard]] QString fill() const
    {
        const FakeClock clock;
        const Result<DataFolder> folder = DataFolder::open();
        const std::unique_ptr<Lease> lease = std::move(Lease::take(folder->leasePath())).value();
        Database::Options options;
        options.path = m_path;
        options.schemas = {ConversationStore::schema()};
        Database database(options);
        ConversationStore store(database, clock, *lease);
        const Result<ConversationStore::Turn> turn =
            ChatFixture::wait<ConversationStore::Turn>([&](QObject *context, const auto &done) {
                store.beginTurn(ChatFixture::turn(u"Why is the sky blue?"_s), context, done);
            });
        return turn ? turn->conversation.id : QString();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path;
};

KAGURA_TEST(TestStorageWords)
#include "tst_storagewords.moc"
