// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A conversation with a word that stands nowhere else is held with the Guide, a real provider on loopback;
// after it was erased, no file of the data folder has the word.

#include "app/desktop/chatengine.h"
#include "core/storage/backup.h"
#include "core/storage/connection.h"
#include "core/storage/datafolder.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

const QByteArray canary = "Zwitscherkanarie";
constexpr int patience = 60'000; // ms

} // namespace

class TestEraseDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("KAGURA_DATA_DIR", m_home->filePath(u"data"_s).toUtf8());
        qputenv("KAGURA_CONFIG_DIR", m_home->filePath(u"config"_s).toUtf8());
        m_engine = std::make_unique<ChatEngine>();
        m_engine->start();
    }

    void cleanup() { m_engine.reset(); }

    void noFileOfTheDataFolderHasItAnyMore()
    {
        QSignalSpy finished(m_engine.get(), &ChatEngine::streamFinished);
        QSignalSpy named(m_engine.get(), &ChatEngine::sessionNamed);
        const QString word = QString::fromLatin1(canary);
        m_engine->send({}, u"Is "_s + word + u" a bird? What can the cache do?"_s,
                       {TextPart{u"File notes.txt:\n"_s + word.repeated(200), u"notes.txt"_s}},
                       Services::guideModel());
        QVERIFY(finished.wait(patience));
        const QString conversation = named.first().first().value<Conversation>().id;
        m_engine->drafts().saveText(conversation, u"and "_s + word);
        backUp(u"kagura-20200101T120000Z.db"_s);
        QTRY_VERIFY_WITH_TIMEOUT(filesWithIt().size() > 2, patience); // database, cache and backup

        const QSignalSpy removed(m_engine.get(), &ChatEngine::conversationRemoved);
        QSignalSpy told(m_engine.get(), &ChatEngine::notice);
        m_engine->erase(conversation);
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), patience);
        QVERIFY2(told.first().first().toString().startsWith(u"Erased"_s),
                 qPrintable(told.first().first().toString()));
        QCOMPARE(removed.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(filesWithIt(), QStringList(), patience); // the log is folded soon
        m_engine.reset();
        QCOMPARE(filesWithIt(), QStringList());
        QCOMPARE(backupsIn(DataFolder::open()->backupPath()).size(), 1);
    }

    void otherConversationsAreNotTouched()
    {
        QSignalSpy finished(m_engine.get(), &ChatEngine::streamFinished);
        QSignalSpy named(m_engine.get(), &ChatEngine::sessionNamed);
        m_engine->send({}, u"What can the cache do?"_s, {}, Services::guideModel());
        QVERIFY(finished.wait(patience));
        m_engine->leaveUnnamed();
        m_engine->send({}, u"How do I export?"_s, {}, Services::guideModel());
        QVERIFY(finished.wait(patience));
        QCOMPARE(named.size(), 2);
        QSignalSpy told(m_engine.get(), &ChatEngine::notice);
        m_engine->erase(named.first().first().value<Conversation>().id);
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), patience);
        QSignalSpy opened(m_engine.get(), &ChatEngine::branchOpened);
        m_engine->open(named.last().first().value<Conversation>().id);
        QVERIFY(opened.wait(patience));
        QCOMPARE(opened.first().first().value<Branch>().messages.size(), 2);
    }

private:
    [[nodiscard]] QStringList filesWithIt() const
    {
        QStringList found;
        QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(canary))
                found.append(QDir(m_home->path()).relativeFilePath(file.fileName()));
        }
        found.sort();
        return found;
    }

    //! As if an earlier day had made it.
    void backUp(const QString &name) const
    {
        const Result<DataFolder> folder = DataFolder::open();
        const auto connection =
            std::move(Connection::open(folder->databasePath(), Connection::Mode::ReadOnly)).value();
        const Result<Backup> made =
            makeBackup(*connection, folder->backupPath(), QDateTime::currentDateTimeUtc(), 7);
        QVERIFY(made);
        QVERIFY(QFile::rename(made->path, folder->backupPath() + u'/' + name));
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ChatEngine> m_engine;
};

KAGURA_TEST(TestEraseDesk)
#include "tst_erasedesk.moc"
