// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/openingpart.h"

#include "app/bench/benchwindow.h"
#include "app/bench/sampleprose.h"
#include "app/desktop/chatcontroller.h"
#include "app/desktop/chatengine.h"
#include "core/chat/conversationstore.h"
#include "core/storage/datafolder.h"
#include "ui/chat/conversationlist.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QThread>
#include <QTimer>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

const QString conversationId = u"00000000-0000-4000-8000-000000000000"_s;
constexpr QSize pageSize(1372, 900); // beside the sidebar the transcript has 1100
constexpr int framesOfAWay = 300;
constexpr std::chrono::seconds longest{120};

QString messageId(int number)
{
    return u"00000000-0000-4000-8001-%1"_s.arg(number, 12, 10, QChar(u'0'));
}

ConversationTree longConversation(int messages)
{
    const QDateTime start = QDateTime::fromSecsSinceEpoch(1'780'000'000, Qt::UTC);
    ConversationTree tree;
    tree.conversation.id = conversationId;
    tree.conversation.title = u"A long conversation"_s;
    tree.conversation.activeLeaf = messageId(messages - 1);
    tree.conversation.created = start;
    tree.conversation.updated = start.addSecs(messages);
    for (int i = 0; i < messages; ++i) {
        StoredMessage message;
        message.id = messageId(i);
        message.conversation = conversationId;
        message.parent = i > 0 ? messageId(i - 1) : QString();
        message.role = i % 2 == 0 ? Role::User : Role::Assistant;
        message.text = sampleMessage(i);
        message.model = {u"bench"_s, u"bench"_s};
        message.created = start.addSecs(i);
        tree.messages.append(message);
    }
    return tree;
}

//! Says when something with a row in it has been painted.
class PaintWatch final : public QObject
{
public:
    PaintWatch(TranscriptView &view, std::function<void()> painted)
        : m_view(view)
        , m_painted(std::move(painted))
    {
        view.viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_view.model().rowCount() > 0 && m_painted)
            QTimer::singleShot(0, this, std::exchange(m_painted, {})); // behind the painting
        return QObject::eventFilter(watched, event);
    }

private:
    TranscriptView &m_view;
    std::function<void()> m_painted;
};

double scrollFrames(TranscriptView &view, const std::function<int(int value)> &next)
{
    QScrollBar *bar = view.verticalScrollBar();
    QList<double> frames;
    for (int i = 0; i < framesOfAWay; ++i) {
        const double start = threadMilliseconds();
        bar->setValue(next(bar->value()));
        view.viewport()->repaint();
        frames.append(threadMilliseconds() - start);
    }
    return percentile99(frames);
}

void measureScrolling(TranscriptView &view, nlohmann::json &numbers)
{
    QRandomGenerator random(7);
    view.scrollToEnd();
    numbers["scroll_step_p99_ms"] = scrollFrames(view, [](int value) { return value - 60; });
    numbers["scroll_leap_p99_ms"] = scrollFrames(view, [](int value) { return value - 600; });
    numbers["scroll_jump_p99_ms"] = scrollFrames(view, [&](int) {
        return int(random.bounded(std::max(1, view.verticalScrollBar()->maximum())));
    });
}

} // namespace

int fillConversation(int messages)
{
    const Result<DataFolder> folder = DataFolder::open();
    if (!folder)
        return 1;
    Result<std::unique_ptr<Lease>> lease = Lease::take(folder->leasePath());
    if (!lease)
        return 1;
    SystemClock clock;
    Database::Options options;
    options.path = folder->databasePath();
    options.schemas = {ConversationStore::schema()};
    Database database(options);
    ConversationStore store(database, clock, **lease);
    bool isDone = false;
    store.insert({longConversation(messages)}, &store,
                 [&isDone](const Result<InsertedTrees> &inserted) {
                     isDone = inserted.has_value();
                     QCoreApplication::exit();
                 });
    QCoreApplication::exec();
    return isDone ? 0 : 1;
}

nlohmann::json measureOpening()
{
    nlohmann::json numbers;
    auto *engine = new ChatEngine;
    QThread thread;
    engine->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, engine, &QObject::deleteLater);
    {
        ChatController controller(*engine);
        ChatPage &page = controller.page();
        page.setChatStyle(ChatStyle::of(Theme()));
        page.resize(pageSize);
        page.show();
        QObject::connect(engine, &ChatEngine::conversationsListed, &page,
                         [] { QCoreApplication::exit(); });
        thread.start();
        QMetaObject::invokeMethod(engine, [engine] { engine->start(); });
        QTimer::singleShot(longest, &page, [] { QCoreApplication::exit(); });
        QCoreApplication::exec();
        runLoop(std::chrono::seconds(1)); // the first looking around is over, fonts are warm
        numbers["rss_before_mb"] = residentMegabytes();
        QElapsedTimer clock;
        double opened = 0;
        const PaintWatch watch(page.transcript(), [&] {
            opened = double(clock.nsecsElapsed()) / 1e6;
            QCoreApplication::exit();
        });
        clock.start();
        Q_EMIT page.list().opened(conversationId);
        QCoreApplication::exec();
        numbers["open_ms"] = opened;
        runLoop(std::chrono::seconds(2));
        numbers["rss_open_mb"] = residentMegabytes();
        measureScrolling(page.transcript(), numbers);
        numbers["rss_end_mb"] = residentMegabytes();
        numbers["rows"] = page.transcript().model().rowCount();
    }
    QMetaObject::invokeMethod(engine, [] { QThread::currentThread()->quit(); });
    thread.wait();
    return numbers;
}

} // namespace kagura::bench
