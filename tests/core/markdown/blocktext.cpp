// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/markdown/blocktext.h"

#include <utility>

namespace kagura::test {
namespace {

QString tagsOf(const MarkdownSpan &span, bool isEnd)
{
    using Style = MarkdownSpan::Style;
    const std::pair<Style, QString> names[] = {
        {Style::Strong, QStringLiteral("b")},  {Style::Emphasis, QStringLiteral("i")},
        {Style::Strike, QStringLiteral("s")},  {Style::Code, QStringLiteral("c")},
        {Style::Math, QStringLiteral("m")},    {Style::Link, QStringLiteral("a")},
        {Style::Image, QStringLiteral("img")},
    };
    QString tags;
    for (const auto &[style, name] : names) {
        if (!(span.styles & style))
            continue;
        if (isEnd)
            tags.prepend(QStringLiteral("</%1>").arg(name));
        else if (span.target.isEmpty() || (style != Style::Link && style != Style::Image))
            tags += QStringLiteral("<%1>").arg(name);
        else
            tags += QStringLiteral("<%1 %2>").arg(name, span.target);
    }
    return tags;
}

QString nameOf(const MarkdownBlock &block)
{
    switch (block.kind) {
    case MarkdownBlock::Kind::Paragraph:
        return QStringLiteral("p");
    case MarkdownBlock::Kind::Code:
        return QStringLiteral("code ") + block.language;
    case MarkdownBlock::Kind::Heading:
        return QStringLiteral("h%1").arg(block.level);
    case MarkdownBlock::Kind::TableRow:
        return block.isHeader ? QStringLiteral("th") : QStringLiteral("tr");
    case MarkdownBlock::Kind::Rule:
        return QStringLiteral("hr");
    case MarkdownBlock::Kind::Math:
        return QStringLiteral("math");
    }
    return {};
}

} // namespace

QString taggedText(const QString &text, const QList<MarkdownSpan> &spans)
{
    QString out;
    qsizetype at = 0;
    for (const MarkdownSpan &span : spans) {
        out += text.mid(at, span.from - at) + tagsOf(span, false) + text.mid(span.from, span.length)
            + tagsOf(span, true);
        at = span.from + span.length;
    }
    return out + text.mid(at);
}

QString lineOf(const MarkdownBlock &block)
{
    QString out;
    for (const MarkdownContainer &container : block.containers) {
        if (container.kind == MarkdownContainer::Kind::Quote) {
            out += QStringLiteral("> ");
        } else if (!container.isStart) {
            out += QStringLiteral("  ");
        } else {
            out += container.number < 0 ? QStringLiteral("- ")
                                        : QStringLiteral("%1. ").arg(container.number);
            if (container.task != MarkdownContainer::Task::None)
                out += container.task == MarkdownContainer::Task::Done ? QStringLiteral("[x] ")
                                                                       : QStringLiteral("[ ] ");
        }
    }
    QString text = taggedText(block.text, block.spans);
    text.replace(u'\n', QStringLiteral("\\n")).replace(u'\t', QStringLiteral(" | "));
    return out + nameOf(block).trimmed() + QStringLiteral(": ") + text;
}

QStringList linesOf(const QList<MarkdownBlock> &blocks)
{
    QStringList lines;
    for (const MarkdownBlock &block : blocks)
        lines += lineOf(block).trimmed();
    return lines;
}

} // namespace kagura::test
