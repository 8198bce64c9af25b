// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/filelock.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestFileLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void oneAloneOrManyTogether()
    {
        FileLock first(path());
        FileLock second(path());
        QVERIFY(first.tryLock(FileLock::Kind::Shared));
        QVERIFY(second.tryLock(FileLock::Kind::Shared));
        QVERIFY(!second.tryLock(FileLock::Kind::Exclusive));
        QVERIFY(!second.isHeld());
        QVERIFY(first.tryLock(FileLock::Kind::Exclusive));
        QVERIFY(!second.tryLock(FileLock::Kind::Shared));
        first.unlock();
        QVERIFY(second.tryLock(FileLock::Kind::Exclusive));
    }

    void waitingEndsWithTheOther()
    {
        auto first = std::make_unique<FileLock>(path());
        QVERIFY(first->tryLock(FileLock::Kind::Exclusive));
        std::atomic_bool isHeld = false;
        std::thread waiting([&] {
            FileLock second(path());
            isHeld = second.lock(FileLock::Kind::Exclusive);
        });
        QVERIFY(!isHeld);
        first.reset();
        waiting.join();
        QVERIFY(isHeld);
    }

    void aRemovedFileIsNoLockForThoseWhoWaited()
    {
        FileLock first(path());
        QVERIFY(first.tryLock(FileLock::Kind::Exclusive));
        std::atomic_bool isDone = false;
        FileLock second(path());
        std::thread waiting([&] { isDone = second.lock(FileLock::Kind::Exclusive); });
        QVERIFY(first.tryRemove());
        waiting.join();
        QVERIFY(isDone);
        // What it holds is the file that others would find.
        FileLock third(path());
        QVERIFY(!third.tryLock(FileLock::Kind::Shared));
    }

    void whereThereIsNoFolderThereIsNoLock()
    {
        FileLock lock(m_folder->filePath(u"no/where"_s));
        QVERIFY(!lock.tryLock(FileLock::Kind::Shared));
        QVERIFY(!lock.lock(FileLock::Kind::Shared));
    }

    void theFileIsForItsOwnerOnly()
    {
        FileLock lock(path());
        QVERIFY(lock.tryLock(FileLock::Kind::Shared));
        QVERIFY(!(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther)));
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"lock"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace

KAGURA_TEST(TestFileLock)

#include "tst_filelock.moc"
