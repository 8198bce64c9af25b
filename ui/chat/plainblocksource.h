// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/blocksource.h"
#include "ui/chat/displaytext.h"

namespace kagura {

//! Text as it was written: paragraphs between blank lines, line breaks kept, fenced code apart. Knows
//! no other markup.
//!
//! A line that could still become a fence is held back until that is known, so that nothing flashes.
//!
//! Thread, Lifetime: of BlockSource. Errors: none; a fence that is never closed runs to the end.
class PlainBlockSource final : public BlockSource
{
public:
    //! A block is cut beyond this many characters, at a line end or space where there is one.
    static constexpr qsizetype maxBlockLength = 6000;

    void append(QStringView text) override;
    void finish() override;
    [[nodiscard]] const QList<MessageBlock> &blocks() const override { return m_blocks; }
    [[nodiscard]] qsizetype firstOpen() const override;

private:
    struct Fence
    {
        QChar mark;
        qsizetype length = 0;
        qsizetype indent = 0;
        QString language;
    };

    void feed(QStringView shown);
    void addToLine(QStringView piece);
    void endLine();
    void show(QStringView piece);
    void cut();
    [[nodiscard]] bool mayBecomeFence() const;
    [[nodiscard]] std::optional<Fence> fenceIn(QStringView line) const;
    [[nodiscard]] bool endsFence(QStringView line) const;

    QList<MessageBlock> m_blocks;
    DisplayText m_display;
    QString m_line; // the line that has not ended yet
    std::optional<Fence> m_fence; // while in code
    bool m_isOpen = false; // the last block may still grow
    bool m_isLineShown = false; // m_line is part of the last block
    bool m_hasLines =
        false; // the last block has a line, so that the next needs a line end before it
};

} // namespace kagura
