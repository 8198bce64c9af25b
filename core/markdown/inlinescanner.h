// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/markdown/markdowninline.h"

#include <optional>
#include <vector>

namespace kagura {

//! One pass over the text of a block, from the left; see MarkdownInline.
//!
//! Text becomes pieces; runs of '*', '_' and '~' are pieces, too, and give up their marks when a pair is
//! found. Thread: any. Lifetime: one call of scan(). Errors: none.
class InlineScanner
{
public:
    InlineScanner(QStringView raw, MarkdownInline::End end);

    [[nodiscard]] MarkdownInline scan();

private:
    struct Piece
    {
        QString text;
        std::uint8_t styles = MarkdownSpan::Plain;
        QString target = {};
        QString label = {};
    };
    struct Delimiter
    {
        std::size_t piece = 0;
        QChar mark;
        qsizetype count = 0; // what is left of it
        qsizetype original = 0;
        bool canOpen = false;
        bool canClose = false;
    };
    struct Bracket
    {
        std::size_t piece = 0;
        std::size_t delimiters = 0; // how many stood before it
        bool isImage = false;
        bool isActive = true;
    };
    struct Destination
    {
        QString target;
        qsizetype end = 0; // behind the closing parenthesis
    };

    void step();
    void addText(QStringView text);
    void add(const Piece &piece);
    void takeBackslash();
    void takeCode();
    bool takeDollars();
    bool takeMath(QStringView open, QStringView close);
    bool takeAngle();
    bool takeEntity();
    bool takeUrl();
    void takeBreak();
    void takeDelimiters();
    void takeBracket(bool isImage);
    void closeBracket();
    void closeImage(const Bracket &bracket, const Destination &destination);
    void pairDelimiters(std::size_t bottom);
    [[nodiscard]] std::optional<std::size_t> openerOf(std::size_t closer, std::size_t bottom) const;
    void style(std::size_t from, std::size_t to, std::uint8_t styles);
    void closeOpenEnd();
    [[nodiscard]] std::optional<Destination> destinationAt(qsizetype at) const;
    [[nodiscard]] QChar charAt(qsizetype at) const;
    [[nodiscard]] MarkdownInline result() const;

    QStringView m_raw;
    const bool m_isOpen;
    bool m_keepsLines = false;
    qsizetype m_at = 0;
    std::vector<Piece> m_pieces;
    std::vector<Delimiter> m_delimiters;
    std::vector<Bracket> m_brackets;
};

} // namespace kagura
