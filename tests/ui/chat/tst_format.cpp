// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/format.h"

#include <QLocale>
#include <QTest>

using namespace kagura;
using namespace std::chrono_literals;

namespace {

QStringList footer(const TranscriptMessage &message,
                   qsizetype characters,
                   std::chrono::milliseconds elapsed)
{
    QStringList texts;
    for (const FooterPart &part : replyFooter(message, characters, elapsed))
        texts.append(part.text);
    return texts;
}

} // namespace

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void footerOfAnAnswerSaysWhatIsKnown();
    void footerOfACachedAnswerSaysWhatItSaved();
    void speedIsThatOfWritingAndNeverOfAReplay();
    void liveFooterMarksItsGuess();
    void waitingFooterSaysSo();
};

void TestFormat::footerOfAnAnswerSaysWhatIsKnown()
{
    TranscriptMessage message = test::answer(QStringLiteral("a"), QStringLiteral("text"));
    message.outputTokens = 612;
    message.firstText = 12ms;
    QCOMPARE(footer(message, 4, 0ms),
             (QStringList{QStringLiteral("sample-model"), QStringLiteral("612 tokens"),
                          QStringLiteral("cost \u2014"), QStringLiteral("first text 12 ms")}));
    message.state = TranscriptMessage::State::Stopped;
    QCOMPARE(footer(message, 4, 0ms).first(), QStringLiteral("Stopped"));
}

void TestFormat::footerOfACachedAnswerSaysWhatItSaved()
{
    TranscriptMessage message = test::answer(QStringLiteral("a"), QStringLiteral("text"));
    message.costMicroUsd = 0;
    message.savedMicroUsd = 9000;
    message.cachedAge = 2h + 10min;
    const QList<FooterPart> parts = replyFooter(message, 4, 0ms);
    QVERIFY(parts.contains({QStringLiteral("saved $0.009"), FooterPart::Kind::Saved}));
    QCOMPARE(parts.constLast(),
             (FooterPart{QStringLiteral("cached \u00b7 2 h"), FooterPart::Kind::Badge}));
    message.savedMicroUsd.reset();
    QVERIFY(footer(message, 4, 0ms).contains(QStringLiteral("$0.00")));
}

void TestFormat::speedIsThatOfWritingAndNeverOfAReplay()
{
    QCOMPARE(tokensPerSecond(612, 400ms, 6400ms), 102);
    QCOMPARE(tokensPerSecond(std::nullopt, 400ms, 6400ms), std::nullopt);
    QCOMPARE(tokensPerSecond(612, 400ms, 410ms), std::nullopt); // one burst is no speed
    TranscriptMessage message = test::answer(QStringLiteral("a"), QStringLiteral("text"));
    message.outputTokens = 612;
    message.firstText = 400ms;
    message.duration = 6400ms;
    QVERIFY(footer(message, 4, 0ms).contains(QStringLiteral("102 tokens/s")));
    message.cachedAge = 2h;
    QVERIFY(!footer(message, 4, 0ms).contains(QStringLiteral("102 tokens/s")));
}

void TestFormat::liveFooterMarksItsGuess()
{
    TranscriptMessage message = test::waitingAnswer(QStringLiteral("a"));
    message.state = TranscriptMessage::State::Streaming;
    message.firstText = 200ms;
    QCOMPARE(footer(message, 400, 1200ms),
             (QStringList{QStringLiteral("sample-model"), QStringLiteral("\u2248 100 tokens"),
                          QStringLiteral("100 tokens/s"), QStringLiteral("1.2 s")}));
}

void TestFormat::waitingFooterSaysSo()
{
    QCOMPARE(footer(test::waitingAnswer(QStringLiteral("a")), 0, 1200ms),
             (QStringList{QStringLiteral("sample-model"), QStringLiteral("waiting"),
                          QStringLiteral("1.2 s")}));
}

KAGURA_TEST(TestFormat)
#include "tst_format.moc"
