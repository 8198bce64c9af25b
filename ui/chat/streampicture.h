// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"

#include <QList>
#include <QWidget>

#include <chrono>
#include <optional>

namespace kagura {

//! How an answer arrived: a bar for what came in each step of time, the wait before it as a flat piece,
//! gaps left empty, and seconds below.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class StreamPicture final : public QWidget
{
    Q_OBJECT

public:
    explicit StreamPicture(QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);
    //! Without characters it is hidden.
    void setStream(const QList<qint64> &characters,
                   std::chrono::milliseconds step,
                   std::optional<std::chrono::milliseconds> firstContent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintScale(QPainter &painter, const QRectF &bars);

    ChatStyle m_style;
    QList<qint64> m_characters;
    std::chrono::milliseconds m_step{100};
    std::chrono::milliseconds m_firstContent{0};
};

} // namespace kagura
