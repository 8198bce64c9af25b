// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "ui/chat/transcriptmodel.h"
#include "ui/chat/transcriptview.h"
#include "ui/widgets/frameclock.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace kagura::bench {

//! A window with some transcripts side by side on one frame clock, as the chat page shows them.
//!
//! Thread: the GUI thread. Lifetime: a part's. Errors: none.
class BenchWindow
{
public:
    BenchWindow(int views, QSize size);

    [[nodiscard]] FrameClock &frames() { return m_frames; }
    [[nodiscard]] TranscriptModel &model(int view) { return *m_models.at(std::size_t(view)); }
    [[nodiscard]] TranscriptView &view(int view) { return *m_views.at(std::size_t(view)); }

    //! Asks each view a question, whose answer is then awaited as message "answer".
    void ask();
    //! Shows what changed, without waiting for the clock, and paints it.
    void showNow(int view);

private:
    SystemClock m_clock;
    FrameClock m_frames;
    std::vector<std::unique_ptr<TranscriptModel>> m_models;
    QWidget m_window;
    std::vector<TranscriptView *> m_views; // children of the window
};

//! Runs the event loop for so long. Ends it by exit(), since quit() would close the windows.
void runLoop(std::chrono::milliseconds time);

//! CPU time of the calling thread so far.
[[nodiscard]] double threadMilliseconds();

//! Memory of this process that is in RAM.
[[nodiscard]] double residentMegabytes();

//! What 99 of 100 values do not exceed.
[[nodiscard]] double percentile99(QList<double> values);

} // namespace kagura::bench
