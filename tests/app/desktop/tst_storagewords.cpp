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
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;
//! Names the home of the test that a process was started for.
constexpr const char *inside = "KAGURA_TEST_STORAGE_HOME";

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
        const QString home = qEnvironmentVariable(inside, m_home->path());
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(home + u"/data"_s));
        qputenv("KAGURA_CONFIG_DIR", QFile::encodeName(home + u"/config"_s));
        m_path = home + u"/data/kagura.db"_s;
        if (!qEnvironmentVariableIsSet(inside))
            QVERIFY(DataFolder::open());
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
        const QString conversation = ChatFixture::storeTurn(u"Why is the sky blue?"_s);
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
        engine.files().exportTo({conversation}, target);
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

    void aBackupIsMadeWheneverOneIsWanted()
    {
        QVERIFY(!ChatFixture::storeTurn(u"Why is the sky blue?"_s).isEmpty());
        ChatEngine engine;
        QSignalSpy notices(&engine, &ChatEngine::notice);
        engine.start();
        engine.backUp();
        const QString folder = QFileInfo(m_path).path() + u"/backups/"_s;
        QTRY_VERIFY_WITH_TIMEOUT(
            std::any_of(notices.cbegin(), notices.cend(),
                        [&folder](const QList<QVariant> &notice) {
                            const QString said = notice.constFirst().toString();
                            const qsizetype place = said.indexOf(folder);
                            return place >= 0 && QFile::exists(said.mid(place));
                        }),
            patience);
    }

    void aFullDiskIsToldAndGoesByItself()
    {
        if (qEnvironmentVariableIsSet(inside))
            return fillTheDisk();
        QCOMPARE(inNamespace(u"mount -t tmpfs -o size=4m none \"$1\""_s,
                             u"aFullDiskIsToldAndGoesByItself"_s),
                 QByteArray());
    }

    void aFolderThatCannotBeWrittenIsTold()
    {
        if (qEnvironmentVariableIsSet(inside))
            return lookAtTheFolder();
        const QString conversation = ChatFixture::storeTurn(u"Why is the sky blue?"_s);
        QVERIFY(!conversation.isEmpty());
        const QByteArray before = contentOf(m_path);
        QCOMPARE(inNamespace(u"mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\""_s,
                             u"aFolderThatCannotBeWrittenIsTold"_s),
                 QByteArray());
        QCOMPARE(contentOf(m_path), before);
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
    //! In a process of its own, whose data folder is a disk of a few megabytes.
    void fillTheDisk()
    {
        const QString conversation = ChatFixture::storeTurn(u"Why is the sky blue?"_s);
        QFile ballast(QFileInfo(m_path).path() + u"/ballast"_s);
        ChatEngine engine;
        const QSignalSpy states(&engine, &ChatEngine::storageChanged);
        QSignalSpy refused(&engine, &ChatEngine::sendRefused);
        const auto isNow = [&states](DatabaseState::Kind kind) {
            return !states.isEmpty() && states.last().first().value<DatabaseState>().kind == kind;
        };
        engine.start();
        QTRY_VERIFY_WITH_TIMEOUT(isNow(DatabaseState::Kind::Ready), patience);
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (ballast.write(QByteArray(4096, 'x')) == 4096)
            continue;
        engine.send(conversation, QString(200'000, u'?'), {}, Services::guideModel());
        QTRY_VERIFY_WITH_TIMEOUT(isNow(DatabaseState::Kind::NoSpace), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!refused.isEmpty(), patience); // the text is the draft again
        const QString target = qEnvironmentVariable(inside) + u"/out.md"_s;
        engine.files().exportTo({conversation}, target);
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(target).contains("Why is the sky blue?"), patience);
        QVERIFY(ballast.remove());
        QTRY_VERIFY_WITH_TIMEOUT(isNow(DatabaseState::Kind::Ready), patience);
    }

    //! In a process of its own, whose data folder nobody can write.
    void lookAtTheFolder()
    {
        ChatEngine engine;
        const QSignalSpy states(&engine, &ChatEngine::storageChanged);
        QSignalSpy refused(&engine, &ChatEngine::sendRefused);
        engine.start();
        QTRY_VERIFY_WITH_TIMEOUT(!states.isEmpty(), patience);
        const auto state = states.last().first().value<DatabaseState>();
        QCOMPARE(state.kind, DatabaseState::Kind::Failed);
        QVERIFY2(storageNotice(state).detail.contains(u"cannot be written"_s),
                 qPrintable(storageNotice(state).detail));
        engine.send({}, u"Is anybody there?"_s, {}, Services::guideModel());
        QTRY_VERIFY_WITH_TIMEOUT(!refused.isEmpty(), patience);
    }

    //! Runs that test again where the data folder is mounted as told; empty where it passed, else what it
    //! said. Skips where nothing may be mounted.
    QByteArray inNamespace(const QString &mount, const QString &test)
    {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(inside), m_home->path());
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(u"unshare"_s,
                    {u"-rm"_s, u"sh"_s, u"-c"_s, mount + u" || exit 77; shift; exec \"$@\""_s,
                     u"sh"_s, m_home->filePath(u"data"_s), QCoreApplication::applicationFilePath(),
                     u"storagewords"_s, test});
        const bool isOver = child.waitForFinished(4 * patience);
        if (!isOver || child.exitCode() == 77 || child.error() == QProcess::FailedToStart) {
            QTest::qSkip("a file system of our own cannot be mounted here", __FILE__, __LINE__);
            return {};
        }
        return child.exitCode() == 0 ? QByteArray() : child.readAll();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path;
};

KAGURA_TEST(TestStorageWords)
#include "tst_storagewords.moc"
