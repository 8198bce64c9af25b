// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/transcriptmodel.h"
#include "ui/chat/transcriptview.h"
#include "ui/widgets/frameclock.h"

#include <QScrollBar>
#include <QTest>

namespace kagura::test {

//! A transcript in a window of its own.
class TranscriptFixture
{
public:
    TranscriptFixture()
        : view(model, frames, m_clock, [](TranscriptMessage::Author author) {
            return newSource(author);
        })
    {
        view.setChatStyle(sampleStyle());
    }

    [[nodiscard]] bool show(const QList<TranscriptMessage> &messages, QSize size = {900, 600})
    {
        model.reset(messages);
        view.resize(size);
        view.show();
        view.activateWindow();
        view.setFocus();
        return QTest::qWaitForWindowActive(&view);
    }

    //! Shows what changed at once.
    void beat() { Q_EMIT frames.frame(); }

    [[nodiscard]] int value() const { return view.verticalScrollBar()->value(); }

    FrameClock frames;
    TranscriptModel model;

private:
    SystemClock m_clock;

public:
    TranscriptView view; // last: it goes first
};

} // namespace kagura::test
