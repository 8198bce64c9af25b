// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/sampleprose.h"

#include <QStringList>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

QString sentence(int number)
{
    static const QStringList subjects = {u"The parser"_s, u"A second reader"_s, u"Each worker"_s,
                                         u"This table"_s, u"The oldest entry"_s};
    static const QStringList verbs = {u"keeps"_s, u"compares"_s, u"hands over"_s, u"measures"_s};
    static const QStringList objects = {
        u"what it has seen so far"_s, u"the **first three** results"_s,
        u"a block of `size_t` values"_s, u"one line after the other"_s,
        u"the [page](https://example.org/a) it came from"_s};
    return u"%1 %2 %3, number %4. "_s
        .arg(subjects.at(number % 5), verbs.at(number % 4), objects.at((number / 3) % 5))
        .arg(number);
}

QString paragraph(int number)
{
    QString text;
    for (int i = 0; i < 4; ++i)
        text += sentence(number * 5 + i);
    return text.trimmed() + u"\n\n"_s;
}

QString section(int number)
{
    QString text = u"## Part %1\n\n"_s.arg(number) + paragraph(number);
    for (int i = 0; i < 4; ++i)
        text += u"- "_s + sentence(number + i).trimmed() + u'\n';
    text += u"\n```cpp\n"_s;
    for (int i = 0; i < 8; ++i)
        text += u"    const int value%1 = compute(%2, \"text\"); // step %3\n"_s.arg(i)
                    .arg(number + i)
                    .arg(i);
    text += u"```\n\n| Name | Count | Share |\n|---|--:|--:|\n"_s;
    for (int i = 0; i < 5; ++i)
        text += u"| row %1 | %2 | %3 % |\n"_s.arg(i).arg(number * 17 + i).arg(i * 9);
    return text + u'\n' + paragraph(number + 1);
}

} // namespace

QString sampleAnswer(qsizetype characters)
{
    QString text;
    for (int number = 1; text.size() < characters; ++number)
        text += section(number);
    text.truncate(characters);
    return text;
}

QString sampleBlock(BlockKind kind, qsizetype characters)
{
    QString text;
    if (kind == BlockKind::Table)
        text = u"| Name | What | Count |\n|---|---|--:|\n"_s;
    else if (kind == BlockKind::Code)
        text = u"```cpp\n"_s;
    for (int number = 0; text.size() < characters; ++number) {
        switch (kind) {
        case BlockKind::Paragraph:
            text += sentence(number);
            break;
        case BlockKind::List:
            text += u"- "_s + sentence(number).trimmed() + u'\n';
            break;
        case BlockKind::Table:
            text += u"| row %1 | a cell of some **words** | %2 |\n"_s.arg(number).arg(number * 7);
            break;
        case BlockKind::Code:
            text += u"    const int value%1 = compute(%1, \"text\"); // a step\n"_s.arg(number);
            break;
        }
    }
    text.truncate(characters);
    return text;
}

QString sampleMessage(int number)
{
    if (number % 2 == 0)
        return sentence(number) + sentence(number + 1).trimmed();
    QString text = paragraph(number);
    if (number % 5 == 1)
        text += u"```cpp\nint answer = %1;\nreturn answer;\n```\n\n"_s.arg(number);
    if (number % 7 == 3)
        text += u"- "_s + sentence(number) + u"\n- "_s + sentence(number + 1) + u"\n\n"_s;
    return text + paragraph(number + 2) + paragraph(number + 3).trimmed();
}

} // namespace kagura::bench
