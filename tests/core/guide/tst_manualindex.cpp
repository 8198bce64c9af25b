// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/guide/manualindex.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestManualIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsOfAWordMeet_data();
    void formsOfAWordMeet();
    void namesWithUnderscoresAreFoundWholeAndInParts();
    void aWordInTheHeadingCountsMore();
    void synonymsFindButRankBelowTheWordItself();
    void unknownWordsLowerTheCoverage();
    void nothingIsFoundInNothing();
};

namespace {

ManualIndex smallIndex()
{
    return ManualIndex({
        {QStringLiteral("Page"), QStringLiteral("Cooking"),
         QStringLiteral("Soup is made of water. A key is not needed."), 2},
        {QStringLiteral("Page"), QStringLiteral("Storing a key"),
         QStringLiteral("It rests in a safe place."), 2},
        {QStringLiteral("Page"), QStringLiteral("Sailing"),
         QStringLiteral("The wind carries the password of the ship."), 2},
    });
}

} // namespace

void TestManualIndex::formsOfAWordMeet_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::newRow("plural") << "keys"
                            << "key";
    QTest::newRow("plural in ies") << "proxies"
                                   << "proxy";
    QTest::newRow("past") << "stored"
                          << "store";
    QTest::newRow("gerund") << "storing"
                            << "stores";
    QTest::newRow("doubled consonant") << "cancelled"
                                       << "cancelling";
    QTest::newRow("doubled and not") << "cancelled"
                                     << "cancel";
    QTest::newRow("case") << "OLLAMA"
                          << "Ollama";
    QTest::newRow("apostrophe") << "provider's"
                                << "providers";
}

void TestManualIndex::formsOfAWordMeet()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QCOMPARE(ManualIndex::terms(a), ManualIndex::terms(b));
    QCOMPARE(ManualIndex::terms(a).size(), 1);
}

void TestManualIndex::namesWithUnderscoresAreFoundWholeAndInParts()
{
    const QStringList terms = ManualIndex::terms(QStringLiteral("set OPENAI_API_KEY"));
    QVERIFY(terms.contains(QStringLiteral("openai_api_key")));
    QVERIFY(terms.contains(QStringLiteral("openai")));
    QVERIFY(terms.contains(QStringLiteral("key")));
}

void TestManualIndex::aWordInTheHeadingCountsMore()
{
    const QList<ManualIndex::Hit> hits = smallIndex().search(QStringLiteral("my keys"));
    QVERIFY(hits.size() >= 2);
    QCOMPARE(hits.at(0).section, 1);
    QCOMPARE(hits.at(1).section, 0);
}

void TestManualIndex::synonymsFindButRankBelowTheWordItself()
{
    const QList<ManualIndex::Hit> hits = smallIndex().search(QStringLiteral("password"));
    QVERIFY(hits.size() >= 2);
    QCOMPARE(hits.at(0).section, 2);
    QCOMPARE(hits.at(1).section, 1);
    QVERIFY(hits.at(1).coverage < hits.at(0).coverage);
}

void TestManualIndex::unknownWordsLowerTheCoverage()
{
    const ManualIndex index = smallIndex();
    const double known = index.search(QStringLiteral("soup water")).first().coverage;
    const double half = index.search(QStringLiteral("soup zebra")).first().coverage;
    QVERIFY(known > 0.9);
    QVERIFY(half < 0.6);
}

void TestManualIndex::nothingIsFoundInNothing()
{
    QVERIFY(smallIndex().search(QString()).isEmpty());
    QVERIFY(smallIndex().search(QStringLiteral("how do I do it?")).isEmpty());
    QVERIFY(smallIndex().search(QStringLiteral("zebra")).isEmpty());
    QVERIFY(ManualIndex({}).search(QStringLiteral("key")).isEmpty());
}

KAGURA_TEST(TestManualIndex)
#include "tst_manualindex.moc"
