// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <cstdint>

namespace kagura {

//! How a stretch of a block's text differs from plain text. Stretches do not overlap and are in order.
struct MarkdownSpan
{
    enum Style : std::uint8_t {
        Plain = 0,
        Strong = 1,
        Emphasis = 2,
        Strike = 4,
        Code = 8,
        Math = 16, //!< TeX as it was written, with its delimiters
        Link = 32,
        Image = 64, //!< a label that stands for it; nothing is ever fetched
    };

    qsizetype from = 0;
    qsizetype length = 0;
    std::uint8_t styles = Plain;
    QString target =
        {}; //!< of Link: http, https or mailto, or empty while it arrives; of Image: anything
    QString label = {}; //!< of Image: its alternative text

    bool operator==(const MarkdownSpan &) const = default;
};

//! A quote or list item around a block.
struct MarkdownContainer
{
    enum class Kind : std::uint8_t { Quote, Item };
    enum class Task : std::uint8_t { None, Open, Done };

    Kind kind = Kind::Quote;
    int id = 0; //!< blocks with the same id stand in the same one
    int number = -1; //!< of an ordered item; -1 for a bullet
    Task task = Task::None;
    bool isStart = false; //!< the block is the first one in it

    bool operator==(const MarkdownContainer &) const = default;
};

//! A stretch of a message that is laid out by itself: a paragraph, a heading, a code block, a row of a
//! table. A huge one is cut into several, so that no layout is ever large.
//!
//! Quotes and lists are no blocks but stand around them as containers, outermost first. The place of a
//! block in its list is its identity: blocks come at the end and only the last ones change.
struct MarkdownBlock
{
    enum class Kind : std::uint8_t { Paragraph, Code, Heading, TableRow, Rule, Math };
    enum class Alignment : std::uint8_t { None, Left, Center, Right };

    Kind kind = Kind::Paragraph;
    //! As displayed, lines separated by '\n', without the last line end; cells separated by '\t'.
    QString text = {};
    QString language = {}; //!< of code: the fence's first word; may be empty
    bool continues = false; //!< goes on where the block before was cut
    bool isCut = false; //!< the next block continues this one
    QString joint = {}; //!< what stood at the cut: "", " " or "\n"
    int level = 0; //!< of a heading: 1 to 6
    bool isHeader = false; //!< of a row: the first of its table
    bool isAfterBlank = false; //!< an empty line stood above it
    QList<Alignment> columns = {}; //!< of a row's table
    QList<MarkdownSpan> spans = {};
    QList<MarkdownContainer> containers = {};

    bool operator==(const MarkdownBlock &) const = default;
};

} // namespace kagura
