// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/prompttemplate.h"

#include <QRegularExpression>

namespace kagura {

namespace {

const QRegularExpression &place()
{
    static const QRegularExpression pattern(
        QStringLiteral("\\{\\{[ \\t]*([\\w-](?:[\\w -]{0,38}[\\w-])?)[ \\t]*\\}\\}"),
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

} // namespace

PromptTemplate::PromptTemplate(const QString &text)
    : m_text(text)
{
    QRegularExpressionMatchIterator places = place().globalMatch(text);
    while (places.hasNext())
        m_variables.append(places.next().captured(1));
    m_variables.removeDuplicates();
}

QString PromptTemplate::filled(const QHash<QString, QString> &values) const
{
    QString filled;
    qsizetype end = 0; // what was filled in is not looked at again: it may have braces of its own
    QRegularExpressionMatchIterator places = place().globalMatch(m_text);
    while (places.hasNext()) {
        const QRegularExpressionMatch match = places.next();
        filled += m_text.mid(end, match.capturedStart() - end);
        filled += values.value(match.captured(1), match.captured(0));
        end = match.capturedEnd();
    }
    return filled + m_text.mid(end);
}

} // namespace kagura
