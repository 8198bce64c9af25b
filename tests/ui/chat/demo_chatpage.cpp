// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows the chat page with made-up conversations, for looking at it: demo_ui_chat
// [first] [dark] [markdown FILE] [find WORDS] [read BLOCKS] [select LINES] [grab FILE].

#include "core/base/clock.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/chatpage.h"
#include "ui/chat/composer.h"
#include "ui/chat/conversationlistmodel.h"
#include "ui/chat/findbar.h"
#include "ui/chat/foundpanel.h"
#include "ui/chat/modellistmodel.h"
#include "ui/chat/modelpicker.h"
#include "ui/chat/searchhitmodel.h"
#include "ui/chat/transcriptmodel.h"
#include "ui/chat/transcriptview.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/frameclock.h"

#include <QApplication>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>

using namespace kagura;

namespace {

QList<ConversationRow> conversations()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto row = [&](const char *id, const char *title, qint64 seconds, bool isPinned = false) {
        return ConversationRow{QString::fromLatin1(id), QString::fromLatin1(title),
                               now.addSecs(-seconds), isPinned, false};
    };
    const qint64 day = 86'400;
    return {row("p", "Release checklist 4.2", 3 * day, true),
            row("a", "Retry policy for streaming calls", 5),
            row("b", "Summarise the vendor contracts", 4000),
            row("c", "Compare the summaries", 9000),
            row("d", "Why did the nightly map cost $3?", day),
            row("e", "SQL for cohort retention", day + 4000),
            row("f", "Draft: onboarding e-mail", day + 9000),
            row("g", "Compare three tokenisers", 3 * day),
            row("h", "Panel review of RFC 31", 4 * day),
            row("i", "Translate the manual", 5 * day)};
}

QList<TranscriptMessage> transcript(const Clock &clock)
{
    using namespace std::chrono_literals;
    TranscriptMessage first = test::answer(
        QStringLiteral("m2"),
        QStringLiteral("Only before the first content delta has reached the user. After that a "
                       "retry would show a "
                       "second, different answer in the middle of the first.\n\n1. Classify the "
                       "error by its body "
                       "first: quota and billing are final.\n2. Honour Retry-After; above two "
                       "minutes give up and "
                       "say so.\n3. Once text was shown, keep it and report the failure beside "
                       "it.\n\n```cpp\nbool "
                       "mayRetry(const Attempt &attempt)\n{\n    return !attempt.textShown && "
                       "attempt.number < 3\n   "
                       "     && isTransient(attempt.error.kind);  // never for quota\n}\n```"));
    first.model = QStringLiteral("claude-sonnet");
    first.outputTokens = 612;
    first.costMicroUsd = 9000;
    first.firstText = 412ms;
    first.reasoning =
        QStringLiteral("The user wants a rule.\n\nLet me think about what was shown.");
    first.reasoningTime = 4s;
    TranscriptMessage failed = test::answer(QStringLiteral("m4"), {});
    failed.model = QStringLiteral("claude-sonnet");
    failed.outputTokens.reset();
    failed.state = TranscriptMessage::State::Failed;
    failed.failure = Error{Error::Kind::Overloaded,
                           QStringLiteral("overloaded_error: the service is busy"), 529};
    TranscriptMessage live = test::waitingAnswer(QStringLiteral("m6"));
    live.model = QStringLiteral("claude-sonnet");
    live.sentAt = clock.monotonic() - 1200ms;
    live.firstText = 600ms;
    live.state = TranscriptMessage::State::Streaming;
    live.text = QStringLiteral(
        "Count at the server, not in the client. Start a loopback server that drops the "
        "connection at a chosen byte, run the call, and compare the number of requests that "
        "arrived with the number of attempts the policy");
    return {test::question(
                QStringLiteral("m1"),
                QStringLiteral(
                    "When is it safe to retry a streaming completion? Give me the rule and a "
                    "small sketch.")),
            first,
            test::question(QStringLiteral("m3"),
                           QStringLiteral("And how would you test that nobody pays twice?")),
            failed,
            test::question(QStringLiteral("m5"), QStringLiteral("Again, please.")),
            live};
}

//! A file of Markdown as an answer.
QList<TranscriptMessage> answerFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return {test::question(QStringLiteral("m1"), QStringLiteral("Show me what you can write.")),
            test::answer(QStringLiteral("m6"), QString::fromUtf8(file.readAll()))};
}

//! Presses a key in the transcript so many times.
void press(ChatPage &page, int times, Qt::KeyboardModifier held)
{
    page.transcript().setFocus(Qt::TabFocusReason);
    for (int i = 0; i < times; ++i) {
        QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, held);
        QApplication::sendEvent(&page.transcript(), &down);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const bool isFirst = arguments.contains(QStringLiteral("first"));
    ThemeController themes;
    themes.setChoice(arguments.contains(QStringLiteral("dark")) ? ThemeController::Choice::Dark
                                                                : ThemeController::Choice::Light);
    const SystemClock clock;
    FrameClock frames;
    ConversationListModel list;
    TranscriptModel messages;
    ModelListModel choices;
    const ModelChoice guide{QStringLiteral("guide"), QStringLiteral("offline"),
                            QStringLiteral("guide"), QStringLiteral("Guide")};
    const ModelChoice sonnet{QStringLiteral("anthropic"), QStringLiteral("Anthropic"),
                             QStringLiteral("claude-sonnet"), QStringLiteral("claude-sonnet")};
    const ModelChoice haiku{QStringLiteral("anthropic"), QStringLiteral("Anthropic"),
                            QStringLiteral("claude-haiku"), QStringLiteral("claude-haiku")};
    choices.setChoices({guide, sonnet, haiku});
    SearchHitModel hits;
    ChatPage page({list, hits, messages, choices}, frames, clock);
    page.setChatStyle(ChatStyle::of(themes.theme()));
    page.resize(1384, 872);
    page.setGuideOnly(isFirst);
    page.setChoice(isFirst ? guide : sonnet);
    if (isFirst) {
        page.found().setFound(
            {{FoundModel::Kind::Server, QStringLiteral("s"), QStringLiteral("Ollama, 4 models"),
              QStringLiteral("localhost:11434")},
             {FoundModel::Kind::EnvironmentKey,
              QStringLiteral("k"),
              QStringLiteral("OPENAI_API_KEY"),
              {}}});
        page.setTotals({});
    } else {
        list.reset(conversations(), false);
        const qsizetype file = arguments.indexOf(QStringLiteral("markdown"));
        messages.reset(file > 0 ? answerFrom(arguments.value(file + 1)) : transcript(clock));
        page.showConversation(QStringLiteral("a"),
                              QStringLiteral("Retry policy for streaming calls"));
        page.setTotals(QStringLiteral("3,412 of 200k tokens \u00B7 $0.031"));
    }
    page.show();
    page.focusComposer();
    if (arguments.contains(QStringLiteral("narrow")))
        page.resize(820, 600);
    if (arguments.contains(QStringLiteral("tall")))
        page.resize(1100, 1460);
    QTimer ticker;
    QObject::connect(&ticker, &QTimer::timeout, &page, [&messages] {
        messages.appendText(QStringLiteral("m6"), QStringLiteral(" word and"));
    });
    if (arguments.contains(QStringLiteral("stream")))
        ticker.start(10);
    if (arguments.contains(QStringLiteral("picker")))
        QTimer::singleShot(300, &page, [&page] { page.picker().openList(); });
    const auto valueBehind = [&arguments](const QString &name) {
        const qsizetype at = arguments.indexOf(name);
        return at > 0 ? arguments.value(at + 1) : QString();
    };
    if (const QString words = valueBehind(QStringLiteral("find")); !words.isEmpty())
        QTimer::singleShot(200, &page, [&page, words] {
            page.findHere();
            page.findBar().field().setText(words);
        });
    QTimer::singleShot(300, &page, [&page, valueBehind] {
        if (const int blocks = valueBehind(QStringLiteral("read")).toInt(); blocks > 0)
            press(page, blocks, Qt::AltModifier);
        if (const int lines = valueBehind(QStringLiteral("select")).toInt(); lines > 0)
            press(page, lines, Qt::ShiftModifier);
    });
    const qsizetype grab = arguments.indexOf(QStringLiteral("grab"));
    if (grab > 0)
        QTimer::singleShot(700, &page, [&page, file = arguments.value(grab + 1)] {
            page.grab().save(file);
            QCoreApplication::quit();
        });
    return QApplication::exec();
}
