// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringView>

namespace kagura {

//! The words, numbers, texts and signs of an expression, one after the other.
//!
//! Lifetime: the source outlives it. Errors: failure(), the first one.
class ExpressionLexer
{
public:
    struct Token
    {
        enum class Kind : std::uint8_t { End, Name, Number, Text, Sign };

        Kind kind = Kind::End;
        qsizetype begin = 0;
        qsizetype end = 0;
        QString text; //!< a name or sign as written; a text without its quotes and escapes

        bool operator==(const Token &) const = default;
    };

    //! Stands at the first token from the character begin on.
    ExpressionLexer(QStringView source, qsizetype begin);

    [[nodiscard]] const Token &token() const { return m_token; }
    void advance();
    //! Goes on where the token is this sign (or the word `in`).
    [[nodiscard]] bool accept(QLatin1StringView sign);
    [[nodiscard]] bool expect(QLatin1StringView sign); //!< a failure where it is not

    [[nodiscard]] bool hasFailed() const { return !m_message.isEmpty(); }
    void fail(const QString &message, qsizetype position);
    //! BadRequest, with the number of the character, from 1.
    [[nodiscard]] Error failure() const;

private:
    void readName();
    void readNumber();
    void readText(QChar quote);
    [[nodiscard]] bool readEscape(QString &text);

    QStringView m_source;
    qsizetype m_place = 0;
    Token m_token;
    QString m_message;
    qsizetype m_failedAt = 0;
};

} // namespace kagura
