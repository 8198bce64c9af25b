// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/sharedstream.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace kagura;
using namespace kagura::test;

namespace {

class TestSharedStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsRememberedIsMergedByKind();
    void isClosedOnceAtItsEnd();
    void isClosedOnceWhenTheLastOneLeaves();
    void waitingIsPassedOnToEverybody();

private:
    std::shared_ptr<SharedStream> m_stream;
    FakeReply *m_upstream = nullptr;
    int m_closings = 0;
};

void TestSharedStream::init()
{
    auto upstream = std::make_unique<FakeReply>();
    m_upstream = upstream.get();
    m_closings = 0;
    m_stream = std::make_shared<SharedStream>(std::move(upstream), [this] { ++m_closings; });
}

void TestSharedStream::whatIsRememberedIsMergedByKind()
{
    const auto first = SharedStream::join(m_stream);
    Usage usage;
    usage.inputTokens = 3;
    m_upstream->say({ReasoningDelta{QStringLiteral("x")}, ReasoningDelta{QStringLiteral("y")}});
    m_upstream->say({UsageReported{usage}});
    usage = {};
    usage.outputTokens = 4;
    m_upstream->say({UsageReported{usage}, ToolCallDelta{0, QString(), "{"},
                     ToolCallDelta{0, QStringLiteral("f"), "}"},
                     ToolCallDelta{1, QStringLiteral("g"), "{}"}, TextDelta{QStringLiteral("a")}});
    m_upstream->sayText(QStringLiteral("b"));
    const auto late = SharedStream::join(m_stream);
    QList<ChatEvent> heard;
    connect(late.get(), &ChatReply::eventsAdded, this,
            [&heard](const QList<ChatEvent> &events) { heard.append(events); });
    QCoreApplication::processEvents();
    usage.inputTokens = 3;
    QCOMPARE(heard,
             QList<ChatEvent>({ReasoningDelta{QStringLiteral("xy")}, UsageReported{usage},
                               ToolCallDelta{0, QStringLiteral("f"), "{}"},
                               ToolCallDelta{1, QStringLiteral("g"), "{}"},
                               TextDelta{QStringLiteral("ab")}}));
}

void TestSharedStream::isClosedOnceAtItsEnd()
{
    auto reply = SharedStream::join(m_stream);
    QCoreApplication::processEvents();
    m_upstream->succeed();
    QCOMPARE(m_closings, 1);
    reply.reset();
    m_stream.reset();
    QCOMPARE(m_closings, 1);
}

void TestSharedStream::isClosedOnceWhenTheLastOneLeaves()
{
    auto first = SharedStream::join(m_stream);
    auto second = SharedStream::join(m_stream);
    first->cancel();
    QCOMPARE(m_closings, 0);
    second->cancel();
    QCOMPARE(m_closings, 1);
    QCOMPARE(m_upstream->failure()->kind, Error::Kind::Cancelled);
    m_stream.reset();
    QCOMPARE(m_closings, 1);
}

void TestSharedStream::waitingIsPassedOnToEverybody()
{
    const auto first = SharedStream::join(m_stream);
    m_upstream->sayQueued(true);
    const auto second = SharedStream::join(m_stream);
    QVERIFY(first->isQueued() && second->isQueued());
    m_upstream->sayQueued(false);
    QVERIFY(!first->isQueued() && !second->isQueued());
}

} // namespace

KAGURA_TEST(TestSharedStream)
#include "tst_sharedstream.moc"
