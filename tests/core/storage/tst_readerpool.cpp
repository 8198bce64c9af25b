// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/readerpool.h"
#include "tests/core/storage/notes.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

class TestReaderPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const auto connection =
            std::move(Connection::open(path(), Connection::Mode::ReadWrite)).value();
        QVERIFY(migrate(*connection, {noteSchema()}));
    }

    void requestsWaitUntilItIsOpen()
    {
        ReaderPool pool(path(), 2);
        std::atomic_int answered = 0;
        for (int i = 0; i < 10; ++i)
            pool.post({}, [&](const Result<Connection *> &connection) {
                answered += connection && countNotes(**connection) ? 1 : 0;
            });
        QCOMPARE(answered, 0);
        pool.open();
        QTRY_COMPARE(answered, 10);
    }

    void afterCloseNoConnectionIsOpen()
    {
        ReaderPool pool(path(), 3);
        pool.open();
        std::atomic_int answered = 0;
        for (int i = 0; i < 30; ++i)
            pool.post({}, [&](const Result<Connection *> &) { ++answered; });
        pool.close();
        const int before = answered;
        // With the last connection gone, SQLite has taken its own files away.
        QVERIFY(!QFile::exists(path() + u"-shm"_s));
        QCOMPARE(answered, before);
        pool.open();
        QTRY_COMPARE(answered, 30);
    }

    void failuresGoToEveryRequest()
    {
        ReaderPool pool(path(), 2);
        pool.fail({Error::Kind::Storage, u"broken"_s});
        std::atomic_int failed = 0;
        for (int i = 0; i < 4; ++i)
            pool.post({}, [&](const Result<Connection *> &connection) {
                failed += !connection && connection.error().message == "broken"_L1 ? 1 : 0;
            });
        QTRY_COMPARE(failed, 4);
        pool.open(); // it was mended
        std::atomic_bool isOpen = false;
        pool.post({},
                  [&](const Result<Connection *> &connection) { isOpen = connection.has_value(); });
        QTRY_VERIFY(isOpen);
    }

    void whatIsTakenBackInTimeGetsNoConnection()
    {
        ReaderPool pool(path(), 1);
        const ReadToken token = ReadToken::make();
        std::atomic_bool isCancelled = false;
        pool.post(token, [&](const Result<Connection *> &connection) {
            isCancelled = !connection && connection.error().kind == Error::Kind::Cancelled;
        });
        token.cancel();
        pool.open();
        QTRY_VERIFY(isCancelled);
    }

    void theEndAnswersThoseWhoWait()
    {
        std::atomic_int cancelled = 0;
        const auto count = [&](const Result<Connection *> &connection) {
            cancelled += !connection && connection.error().kind == Error::Kind::Cancelled ? 1 : 0;
        };
        ReaderPool pool(path(), 1);
        pool.post({}, count);
        pool.stop();
        pool.post({}, count);
        QCOMPARE(cancelled, 2);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"a.db"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace

KAGURA_TEST(TestReaderPool)

#include "tst_readerpool.moc"
