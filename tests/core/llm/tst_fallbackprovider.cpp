// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/fallbackprovider.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;

namespace {

class TestFallbackProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anotherModelTakesOverAndSaysSo();
    void theErrorOfTheLastIsKept();
    void theFirstAnswerNeedsNobodyElse();
    void onlyWhatAnotherModelCuresIsPassedOn_data();
    void onlyWhatAnotherModelCuresIsPassedOn();
    void aMissingModelIsCuredAWrongRequestIsNot();
    void nobodyTakesOverAfterTheFirstContent();
    void cancelAsksNobodyElse();
    void theHookRunsOnceAndItsRefusalIsFinal();
    void identityIsThatOfTheFirst();

private:
    std::unique_ptr<FakeProvider> m_first;
    std::unique_ptr<FakeProvider> m_second;
    std::unique_ptr<FallbackProvider> m_fallback;
};

void TestFallbackProvider::init()
{
    m_first = std::make_unique<FakeProvider>(QStringLiteral("one"));
    m_second = std::make_unique<FakeProvider>(QStringLiteral("two"));
    m_fallback = std::make_unique<FallbackProvider>(std::vector<FallbackProvider::Candidate>{
        {QStringLiteral("one"), m_first.get(), {}},
        {QStringLiteral("two"), m_second.get(), QStringLiteral("small")},
        {QStringLiteral("one"), m_first.get(), {}},
    });
}

void TestFallbackProvider::anotherModelTakesOverAndSaysSo()
{
    m_first->addFailure(Error::Kind::Overloaded);
    m_second->addText(QStringLiteral("Hello"));
    const auto reply = m_fallback->send(question(QStringLiteral("hi"), QStringLiteral("big")), {});
    const EventLog log(*reply);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("fell back to two/small"),
                          QStringLiteral("started live two/small"), QStringLiteral("text Hello"),
                          QStringLiteral("finish stop"), QStringLiteral("finished")}));
    QCOMPARE(m_first->asked().at(0).request.model, QStringLiteral("big"));
    QCOMPARE(m_second->asked().at(0).request.model, QStringLiteral("small"));
}

void TestFallbackProvider::theErrorOfTheLastIsKept()
{
    m_first->addFailure(Error::Kind::Overloaded);
    m_second->addFailure(Error::Kind::Auth);
    m_first->addFailure(Error::Kind::Quota);
    const auto reply = m_fallback->send(question(QStringLiteral("hi"), QStringLiteral("big")), {});
    const EventLog log(*reply);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("fell back to two/small"),
                          QStringLiteral("fell back to one/big"), QStringLiteral("failed quota")}));
}

void TestFallbackProvider::theFirstAnswerNeedsNobodyElse()
{
    m_first->addText(QStringLiteral("Hello"));
    const auto reply = m_fallback->send(question(QStringLiteral("hi")), {});
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->failure());
    QVERIFY(m_second->asked().empty());
}

void TestFallbackProvider::onlyWhatAnotherModelCuresIsPassedOn_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("isCured");
    using Kind = Error::Kind;
    const QList<Kind> final = {Kind::Cancelled, Kind::BadRequest, Kind::ContentFilter,
                               Kind::Storage, Kind::Internal};
    for (int kind = 0; kind <= static_cast<int>(Kind::Internal); ++kind) {
        const auto value = static_cast<Kind>(kind);
        QTest::newRow(qPrintable(errorKindName(value))) << kind << !final.contains(value);
    }
}

void TestFallbackProvider::onlyWhatAnotherModelCuresIsPassedOn()
{
    QFETCH(int, kind);
    QFETCH(bool, isCured);
    m_first->addFailure(static_cast<Error::Kind>(kind));
    m_second->addText(QStringLiteral("Hello"));
    const auto reply = m_fallback->send(question(QStringLiteral("hi")), {});
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(!reply->failure(), isCured);
}

void TestFallbackProvider::aMissingModelIsCuredAWrongRequestIsNot()
{
    Error error{Error::Kind::BadRequest, QStringLiteral("played"), 404};
    QVERIFY(isCuredByAnotherModel(error));
    error.httpStatus = 400;
    QVERIFY(!isCuredByAnotherModel(error));
}

void TestFallbackProvider::nobodyTakesOverAfterTheFirstContent()
{
    m_first->addScript({{TextDelta{QStringLiteral("half")}},
                        Error{Error::Kind::Truncated, QStringLiteral("played")},
                        {}});
    const auto reply = m_fallback->send(question(QStringLiteral("hi")), {});
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->failure()->kind, Error::Kind::Truncated);
    QCOMPARE(reply->answer().text, QStringLiteral("half"));
    QVERIFY(m_second->asked().empty());
}

void TestFallbackProvider::cancelAsksNobodyElse()
{
    const auto reply = m_fallback->send(question(QStringLiteral("hi")), {});
    reply->cancel();
    QCoreApplication::processEvents();
    QCOMPARE(reply->failure()->kind, Error::Kind::Cancelled);
    QCOMPARE(m_first->alive(), 0U);
    QVERIFY(m_second->asked().empty());
}

void TestFallbackProvider::theHookRunsOnceAndItsRefusalIsFinal()
{
    int runs = 0;
    CallOptions options;
    options.beforeDispatch = [&runs]() -> std::optional<Error> {
        ++runs;
        return std::nullopt;
    };
    m_first->addFailure(Error::Kind::Auth);
    m_second->addText(QStringLiteral("Hello"));
    const auto reply = m_fallback->send(question(QStringLiteral("hi")), options);
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->failure());
    QCOMPARE(runs, 1);

    options.beforeDispatch = []() -> std::optional<Error> {
        return Error{Error::Kind::Quota, QStringLiteral("the budget is spent")};
    };
    const auto refused = m_fallback->send(question(QStringLiteral("hi")), options);
    QTRY_VERIFY(refused->isFinished());
    QCOMPARE(refused->failure()->message, QStringLiteral("the budget is spent"));
    QCOMPARE(m_second->asked().size(), 1U);
}

void TestFallbackProvider::identityIsThatOfTheFirst()
{
    const ChatRequest request = question(QStringLiteral("hi"));
    QCOMPARE(m_fallback->identify(request, {}), m_first->identify(request, {}));
}

} // namespace

KAGURA_TEST(TestFallbackProvider)
#include "tst_fallbackprovider.moc"
