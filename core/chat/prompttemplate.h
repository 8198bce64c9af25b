// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace kagura {

//! A text with places to fill in: {{name}}. A name is up to 40 letters, digits, spaces, _ and -; spaces
//! around it do not count. Whatever else stands in braces is text.
class PromptTemplate final
{
public:
    explicit PromptTemplate(const QString &text);

    [[nodiscard]] const QStringList &variables() const
    {
        return m_variables;
    } //!< each once, in order
    //! What is not given stays as it is written.
    [[nodiscard]] QString filled(const QHash<QString, QString> &values) const;

private:
    QString m_text;
    QStringList m_variables;
};

} // namespace kagura
