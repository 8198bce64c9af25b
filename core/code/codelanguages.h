// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/code/codelexer.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace kagura {

//! The languages that can be coloured, by the names that stand behind a fence.
//!
//! Thread: any, once built. Lifetime: outlives what it gave. Errors: a damaged list gives the languages
//! that could be read; a name that nobody knows gives null, and the code stays in one colour.
class CodeLanguages
{
public:
    CodeLanguages(); //!< those of resources/languages.json
    explicit CodeLanguages(const QByteArray &json);

    //! Null for a name that is not known; upper and lower case are the same.
    [[nodiscard]] const CodeLanguage *find(const QString &name) const;
    [[nodiscard]] qsizetype count() const { return m_languages.size(); }

private:
    void read(const QByteArray &json);

    QList<CodeLanguage> m_languages;
    QHash<QString, qsizetype> m_names;
};

} // namespace kagura
