// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/conversationtitle.h"

#include <QRegularExpression>
#include <QStringList>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype TitleLength = 60;
constexpr qsizetype LookedAt = 2000; // a pasted book has its title at its beginning

QString shortened(const QString &line)
{
    if (line.size() <= TitleLength)
        return line;
    qsizetype end = line.lastIndexOf(u' ', TitleLength - 1);
    if (end < TitleLength / 2)
        end = TitleLength - 1;
    // Half of a surrogate pair is no character.
    if (line.at(end - 1).isHighSurrogate())
        --end;
    return line.first(end).trimmed() + u'…';
}

} // namespace

QString conversationTitle(const QString &text)
{
    static const QRegularExpression marks(u"^(?:[#>*+\\-\\s]|`{3}\\w*|\\d+\\.\\s)+|[*`_]{2,}"_s);
    static const QRegularExpression word(u"\\w"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QStringList lines = text.first(qMin(text.size(), LookedAt)).split(u'\n');
    for (const QString &line : lines) {
        const QString plain = QString(line).remove(marks).simplified();
        if (plain.contains(word))
            return shortened(plain);
    }
    return {};
}

} // namespace kagura
