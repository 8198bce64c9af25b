// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/datafolder.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestDataFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { qunsetenv("KAGURA_DATA_DIR"); }

    void itIsMadeForItsOwnerOnly()
    {
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(m_folder->filePath(u"a/b/data"_s)));
        const Result<DataFolder> folder = DataFolder::open();
        QVERIFY(folder);
        QCOMPARE(folder->path(), m_folder->filePath(u"a/b/data"_s));
        verifyPrivate(folder->path());
        QVERIFY(folder->databasePath().startsWith(folder->path()));
        QVERIFY(folder->backupPath() != folder->leasePath());
    }

    void oneThatIsTooOpenIsClosed()
    {
        QVERIFY(QFile::setPermissions(m_folder->path(),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                          | QFile::ReadOther | QFile::ExeOther));
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(m_folder->path()));
        QVERIFY(DataFolder::open());
        verifyPrivate(m_folder->path());
    }

    void withoutAWishItIsInTheUsersDataFolder()
    {
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->path()));
        QStandardPaths::setTestModeEnabled(false);
        const Result<DataFolder> folder = DataFolder::open();
        QStandardPaths::setTestModeEnabled(true);
        qunsetenv("XDG_DATA_HOME");
        QVERIFY(folder);
        QCOMPARE(folder->path(), m_folder->filePath(u"kagura"_s));
    }

    void aFileInItsPlaceIsAnError()
    {
        QFile file(m_folder->filePath(u"data"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(file.fileName()));
        const Result<DataFolder> folder = DataFolder::open();
        QCOMPARE(folder.error().kind, Error::Kind::Storage);
        QVERIFY(folder.error().message.contains(file.fileName()));
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(file.fileName() + u"/deeper"_s));
        QCOMPARE(DataFolder::open().error().kind, Error::Kind::Storage);
    }

private:
    static void verifyPrivate(const QString &path)
    {
        const auto user = QFile::ReadUser | QFile::WriteUser | QFile::ExeUser;
        QCOMPARE(QFile::permissions(path) & ~user,
                 QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace

KAGURA_TEST(TestDataFolder)

#include "tst_datafolder.moc"
