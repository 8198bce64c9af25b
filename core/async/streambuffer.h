// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <mutex>

namespace kagura {

//! The text of one stream between the thread that gets it and the one that shows it, which fetches it
//! once a frame: no signal and no allocation a token.
//!
//! Text is never lost: above the mark append() still takes it and says that the reader is behind, and
//! whoever appends should stop until a take() that wasHigh.
//!
//! Thread: any; guarded by m_lock. Lifetime: shared by both sides. Errors: none.
class StreamBuffer
{
public:
    struct Appended
    {
        bool wasEmpty = false; //!< the reader may have stopped its clock: wake it
        bool isHigh = false; //!< above the mark: stop until a take() that wasHigh
    };

    struct Taken
    {
        QString text;
        bool isRestarted = false; //!< all text of earlier takes is void
        bool wasHigh = false; //!< the writer was told to stop and may go on
    };

    explicit StreamBuffer(qsizetype highMark = 256 * 1024); //!< in UTF-16 units
    ~StreamBuffer();
    Q_DISABLE_COPY_MOVE(StreamBuffer)

    Appended append(QStringView text);

    //! The answer begins again: drops what was not fetched yet, and tells the reader.
    Appended restart();

    [[nodiscard]] Taken take();

    [[nodiscard]] bool isEmpty() const; //!< a take() would bring nothing

private:
    mutable std::mutex m_lock;
    QString m_text;
    qsizetype m_highMark;
    bool m_isRestarted = false;
    bool m_isHigh = false;
};

} // namespace kagura
