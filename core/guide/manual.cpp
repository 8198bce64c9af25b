// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/guide/manual.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

static void initialiseManualResource()
{
    // In a static library the linker drops what nobody names; must stand outside any namespace.
    Q_INIT_RESOURCE(manual);
}

namespace kagura {

namespace {

int headingLevel(const QString &line)
{
    int level = 0;
    while (level < line.size() && line.at(level) == QLatin1Char('#'))
        ++level;
    return level > 0 && level <= 6 && level < line.size() && line.at(level) == QLatin1Char(' ')
        ? level
        : 0;
}

bool beginsAnew(const QString &line)
{
    static const QRegularExpression opening(
        QStringLiteral("^(?:\\s*(?:[-*+]|\\d+\\.) |\\||>|```|    )"));
    return line.isEmpty() || opening.match(line).hasMatch();
}

// Source lines end where the file is wide enough; a quoted paragraph is one line of any width.
QString unwrapped(const QStringList &lines)
{
    QString text;
    bool isInFence = false;
    bool canGoOn = false; // the line before is words of a paragraph or of a list item
    for (const QString &line : lines) {
        const bool isFence = line.startsWith(QLatin1String("```"));
        const bool goesOn = canGoOn && !isInFence && !beginsAnew(line);
        if (!text.isEmpty())
            text += QLatin1Char(goesOn ? ' ' : '\n');
        text += goesOn ? line.trimmed() : line;
        if (isFence)
            isInFence = !isInFence;
        canGoOn = !isInFence && !isFence && !line.isEmpty() && !line.startsWith(QLatin1Char('|'));
    }
    return text.trimmed();
}

} // namespace

QList<ManualSection> parseManualPage(const QString &markdown)
{
    QList<ManualSection> sections;
    ManualSection current;
    QString page;
    QStringList body;
    bool isInFence = false;
    const auto close = [&] {
        current.markdown = unwrapped(body);
        if (!current.markdown.isEmpty())
            sections.append(current);
        body.clear();
    };
    for (const QString &line : markdown.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("```")))
            isInFence = !isInFence;
        const int level = isInFence ? 0 : headingLevel(line);
        if (level == 0) {
            body.append(line);
            continue;
        }
        close();
        const QString title = line.mid(level + 1).trimmed();
        if (page.isEmpty())
            page = title;
        current = {page, title, {}, level};
    }
    close();
    return sections;
}

QList<ManualSection> bundledManual()
{
    initialiseManualResource();
    QList<ManualSection> sections;
    const QDir folder(QStringLiteral(":/manual"));
    // The files are numbered in reading order.
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            sections += parseManualPage(QString::fromUtf8(file.readAll()));
    }
    return sections;
}

} // namespace kagura
