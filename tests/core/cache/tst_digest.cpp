// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/digest.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QTest>

#include <thread>
#include <vector>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSha256OfItsPiecesInARow()
    {
        // FIPS 180-2, appendix B.1
        QCOMPARE(Digest::of({"abc"}).toHex(),
                 u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
        QCOMPARE(Digest::of({"a", "", "bc"}), Digest::of({"abc"}));
        QCOMPARE(Digest::of({}).toBytes(),
                 QCryptographicHash::hash("", QCryptographicHash::Sha256));
    }

    void comesBackFromItsForms()
    {
        const Digest digest = Digest::of({"x"});
        QCOMPARE(Digest::fromBytes(digest.toBytes()), std::optional(digest));
        QCOMPARE(Digest::fromHex(digest.toHex()), std::optional(digest));
        QCOMPARE(Digest::fromHex(digest.toHex().toUpper()), std::optional(digest));
        QVERIFY(!Digest::fromBytes(digest.toBytes().chopped(1)));
        QVERIFY(!Digest::fromHex(digest.toHex().chopped(1)));
        QVERIFY(!Digest::fromHex(u"zz"_s + digest.toHex().sliced(2)));
        QVERIFY(!Digest::fromHex({}));
    }

    void threadsDoNotDisturbEachOther()
    {
        const Digest expected = Digest::of({"abc"});
        std::vector<std::thread> threads;
        std::vector<int> wrong(4, 0);
        for (int &count : wrong) {
            threads.emplace_back([&count, expected] {
                for (int i = 0; i < 2000; ++i)
                    count += Digest::of({"ab", "c"}) == expected ? 0 : 1;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong, std::vector<int>(4, 0));
    }
};

KAGURA_TEST(TestDigest)
#include "tst_digest.moc"
