// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace kagura {

//! A word of code that is coloured.
struct CodeToken
{
    enum class Kind : std::uint8_t { Plain, Keyword, String, Number, Comment, Function };

    qsizetype from = 0;
    qsizetype length = 0;
    Kind kind = Kind::Plain;

    bool operator==(const CodeToken &) const = default;
};

//! What tells the words of one language apart; resources/languages.json says it.
struct CodeLanguage
{
    QSet<QString> words;
    QStringList lineComments;
    QStringList delimiters; //!< of what goes over lines, in pairs; the comments come first
    int commentDelimiters = 0; //!< how many of delimiters belong to comments
    QString quotes; //!< of strings that end with their line
    QString glyphs; //!< characters of names beside letters, digits and '_'
    bool ignoresCase = false;
    bool hasKeys = false;
    bool hasTags = false;
    bool hasMarks = false;
    bool hasPreprocessor = false;
};

//! Cuts code into coloured words, in one pass and without a pattern engine.
//!
//! Good enough to read by, not a parser: it knows comments, strings, numbers, keywords and names that
//! are called. Thread: any. Lifetime: borrows the language. Errors: none; anything can be cut.
class CodeLexer
{
public:
    //! What is open at the end of a text: the place of its delimiter, or nothing.
    using State = int;
    static constexpr State nothingOpen = -1;

    explicit CodeLexer(const CodeLanguage &language)
        : m_language(language)
    {}

    //! State is that before the text, and becomes that behind it.
    [[nodiscard]] QList<CodeToken> tokens(QStringView text, State &state) const;

private:
    struct Pass; // where one call of tokens() stands

    void step(Pass &pass) const;
    [[nodiscard]] bool takeOpen(Pass &pass) const;
    [[nodiscard]] bool takeMark(Pass &pass) const;
    [[nodiscard]] bool takeDelimited(Pass &pass) const;
    [[nodiscard]] bool takeString(Pass &pass) const;
    [[nodiscard]] bool takeNumber(Pass &pass) const;
    [[nodiscard]] bool takeName(Pass &pass) const;
    [[nodiscard]] bool isNameCharacter(QChar character) const;

    const CodeLanguage &m_language;
};

} // namespace kagura
