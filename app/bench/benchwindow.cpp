// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/benchwindow.h"

#include "ui/chat/markdownblocksource.h"
#include "ui/chat/plainblocksource.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFile>
#include <QGridLayout>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <unistd.h>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

std::unique_ptr<BlockSource> newSource(TranscriptMessage::Author author)
{
    if (author == TranscriptMessage::Author::User)
        return std::make_unique<PlainBlockSource>();
    return std::make_unique<MarkdownBlockSource>();
}

} // namespace

BenchWindow::BenchWindow(int views, QSize size)
{
    const ChatStyle style = ChatStyle::of(Theme());
    const int columns = std::min(views, 4);
    auto *grid = new QGridLayout(&m_window);
    for (int i = 0; i < views; ++i) {
        m_models.push_back(std::make_unique<TranscriptModel>());
        auto *view = new TranscriptView(*m_models.back(), m_frames, m_clock, &newSource, &m_window);
        view->setChatStyle(style);
        grid->addWidget(view, i / columns, i % columns);
        m_views.push_back(view);
    }
    m_window.resize(size);
    m_window.show();
    runLoop(std::chrono::milliseconds(200));
}

void BenchWindow::ask()
{
    for (const std::unique_ptr<TranscriptModel> &model : m_models)
        model->reset({{.id = u"question"_s, .text = u"How does it work?"_s},
                      {.id = u"answer"_s,
                       .author = TranscriptMessage::Author::Model,
                       .state = TranscriptMessage::State::Waiting,
                       .model = u"bench"_s,
                       .sentAt = m_clock.monotonic()}});
}

void BenchWindow::showNow(int view)
{
    Q_EMIT m_frames.frame();
    m_views.at(std::size_t(view))->viewport()->repaint();
}

void runLoop(std::chrono::milliseconds time)
{
    QTimer::singleShot(time, QCoreApplication::instance(), [] { QCoreApplication::exit(); });
    QCoreApplication::exec();
}

double threadMilliseconds()
{
    timespec time = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readAll().split(' ');
    return fields.value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / 1e6;
}

double percentile99(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, values.size() * 99 / 100));
}

} // namespace kagura::bench
