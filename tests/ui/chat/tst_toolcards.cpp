// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/transcriptfixture.h"
#include "ui/chat/toolcards.h"

#include <QApplication>
#include <QClipboard>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

const ShownToolCall search{u"c1"_s, u"search"_s, u"{\n  \"words\": \"retry\"\n}"_s, u"3 pages"_s,
                           ShownToolCall::State::Done};
const ShownToolCall fetch{u"c2"_s, u"fetch"_s, u"{}"_s, u"no such host"_s,
                          ShownToolCall::State::Failed};

} // namespace

class TestToolCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClosedCardIsOneLine()
    {
        ToolCards cards;
        cards.take({search, fetch}, {});
        const ChatStyle style = test::sampleStyle();
        cards.flow(style, 600);
        QCOMPARE(cards.count(), 2);
        QCOMPARE(cards.height(), 2 * style.codeBar + style.gap);
        QVERIFY(cards.copyRect(0).isNull());
    }

    void anOpenCardShowsArgumentsAndResult()
    {
        ToolCards cards;
        cards.take({search, fetch}, {0});
        const ChatStyle style = test::sampleStyle();
        QVERIFY(cards.flow(style, 600) > 0);
        QVERIFY(cards.height() > 2 * style.codeBar + int(style.codeLine) * 4);
        QVERIFY(!cards.copyRect(0).isNull());
        QVERIFY(!cards.head(0).intersects(cards.copyRect(0)));
    }

    void aCardSaysWhatItIsToAssistiveTechnology()
    {
        ToolCards cards;
        cards.take({search, fetch}, {1});
        QCOMPARE(cards.label(0), u"Open tool call search, done"_s);
        QCOMPARE(cards.label(1), u"Close tool call fetch, failed"_s);
    }

    void cardsOpenByKeyboardAndCopy()
    {
        test::TranscriptFixture fixture;
        TranscriptMessage answer = test::answer(u"a"_s, u"Let me look."_s);
        answer.tools = {search};
        QVERIFY(fixture.show({test::question(u"q"_s, u"Look it up."_s), answer}));
        const int closed = fixture.view.rowRect(1).height();
        const auto actionOf = [&fixture](TranscriptAction::Kind kind) {
            for (const TranscriptAction &action : fixture.view.flow().layout(1)->actions()) {
                if (action.kind == kind)
                    return action;
            }
            return TranscriptAction{};
        };
        const TranscriptAction toggle = actionOf(TranscriptAction::Kind::ToggleTool);
        QCOMPARE(toggle.label, u"Open tool call search, done"_s);
        fixture.view.trigger(1, toggle);
        QVERIFY(fixture.view.rowRect(1).height() > closed);
        fixture.view.trigger(1, actionOf(TranscriptAction::Kind::CopyTool));
        QCOMPARE(QApplication::clipboard()->text(), copyText(search));
        fixture.view.trigger(1, actionOf(TranscriptAction::Kind::ToggleTool));
        QCOMPARE(fixture.view.rowRect(1).height(), closed);
    }
};

KAGURA_TEST(TestToolCards)
#include "tst_toolcards.moc"
