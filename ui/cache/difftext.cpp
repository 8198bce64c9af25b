// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/difftext.h"

#include <QTextCharFormat>
#include <QTextCursor>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype Kept = 48; // characters of what is the same, on each side of a change
constexpr qsizetype LongestChange = 4000;

} // namespace

void insertPlain(QTextCursor &cursor, const QString &text, const Theme &theme, ColorToken ink)
{
    QTextCharFormat format;
    format.setForeground(theme.color(ink));
    cursor.insertText(text, format);
}

void insertDiff(QTextCursor &cursor, const QList<TextChange> &changes, const Theme &theme)
{
    for (const TextChange &change : changes) {
        QTextCharFormat format;
        format.setForeground(theme.color(ColorToken::Text));
        if (change.kind == TextChange::Kind::Removed) {
            format.setForeground(theme.color(ColorToken::Fail));
            format.setBackground(theme.color(ColorToken::FailSoft));
            format.setFontStrikeOut(true);
        } else if (change.kind == TextChange::Kind::Added) {
            format.setForeground(theme.color(ColorToken::Ok));
            format.setBackground(theme.color(ColorToken::OkSoft));
        }
        cursor.insertText(change.text, format);
    }
}

QList<TextChange> shortened(const QList<TextChange> &changes)
{
    QList<TextChange> result;
    for (qsizetype i = 0; i < changes.size(); ++i) {
        TextChange change = changes.at(i);
        const bool isFirst = i == 0;
        const bool isLast = i == changes.size() - 1;
        QString &text = change.text;
        if (change.kind == TextChange::Kind::Same && text.size() > 3 * Kept) {
            const QString head = isFirst ? QString() : text.left(Kept);
            const QString tail = isLast ? QString() : text.right(Kept);
            text = head + u" \u2026 "_s + tail;
        } else if (change.kind != TextChange::Kind::Same && text.size() > LongestChange) {
            text = text.left(LongestChange) + u" \u2026 "_s;
        }
        result.append(change);
    }
    return result;
}

} // namespace kagura
