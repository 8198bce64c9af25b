// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/markdown/markdownblock.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace kagura {

//! One line of source while a parser eats it from the left: quote marks, list markers, indentation.
//!
//! Columns count tabs as wide as the next multiple of four. Thread: any. Lifetime: borrows the text.
//! Errors: none. Source: CommonMark 0.31, container and leaf blocks.
class MarkdownLine
{
public:
    struct Marker
    {
        QChar mark; //!< '-', '+', '*', '.' or ')'
        int number = -1;
        int contentIndent = 0; //!< columns from the marker's container to its content
        bool isEmpty = false;
    };
    struct Fence
    {
        QChar mark;
        qsizetype length = 0;
        int indent = 0;
        QString language;

        bool operator==(const Fence &) const = default;
    };

    explicit MarkdownLine(QStringView text)
        : m_text(text)
    {}

    [[nodiscard]] int indent() const; //!< columns before the next character
    [[nodiscard]] bool isBlank() const { return rest().isEmpty(); }
    [[nodiscard]] QStringView rest() const; //!< without indentation
    [[nodiscard]] QString code(int skipped) const; //!< all that is left behind that many columns
    void skip(int columns);

    //! \name Eats it and says so, or leaves the line alone.
    //! @{
    bool takeQuote();
    [[nodiscard]] std::optional<Marker> takeMarker();
    [[nodiscard]] MarkdownContainer::Task takeTask();
    //! @}

    [[nodiscard]] bool isRule() const;
    [[nodiscard]] int headingLevel() const; //!< 0 for none
    [[nodiscard]] QStringView headingText() const;
    [[nodiscard]] int underlineLevel() const; //!< of a heading above; 0 for none
    [[nodiscard]] std::optional<Fence> fence() const;
    [[nodiscard]] bool closes(const Fence &fence) const;

private:
    QStringView m_text;
    qsizetype m_at = 0;
    int m_column = 0;
    int m_owed = 0; // columns of a tab that was eaten in part
};

//! The columns of a line of dashes under the head of a table; empty for any other line.
[[nodiscard]] QList<MarkdownBlock::Alignment> delimiterRow(QStringView line);

//! The cells of a row as they were written.
[[nodiscard]] QStringList tableCells(QStringView line);

} // namespace kagura
