// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/markdown/spanwriter.h"

#include "core/markdown/markdowninline.h"
#include "core/markdown/markdownparser.h"

#include <algorithm>

namespace kagura {
namespace {

using Span = MarkdownSpan;

enum class Escapes : std::uint8_t { None, All };

QString escaped(QStringView text, Escapes escapes)
{
    QString out;
    for (const QChar character : text) {
        if (character == u'\n')
            out += u'\\';
        else if (escapes == Escapes::All && QStringView(u"\\`*_[]<>$~#+-&!").contains(character))
            out += u'\\';
        out += character;
    }
    return out;
}

QString codeMarkdown(const QString &code)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar character : code) {
        run = character == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString ticks(longest + 1, u'`');
    const bool isPadded = code.startsWith(u'`') || code.endsWith(u'`')
        || (code.startsWith(u' ') && code.endsWith(u' ') && !code.trimmed().isEmpty());
    const QString space = isPadded ? QStringLiteral(" ") : QString();
    return ticks + space + code + space + ticks;
}

struct Mark // of a style that is open
{
    std::uint8_t style = 0;
    QString target;

    bool operator==(const Mark &) const = default;

    [[nodiscard]] QString open() const
    {
        return style == Span::Link  ? QStringLiteral("[")
            : style == Span::Strong ? QStringLiteral("**")
            : style == Span::Strike ? QStringLiteral("~~")
                                    : QStringLiteral("*");
    }
    [[nodiscard]] QString close() const
    {
        const bool isOdd = target.contains(u' ') || target.count(u'(') != target.count(u')');
        return style == Span::Link
            ? QStringLiteral("](") + (isOdd ? u'<' + target + u'>' : target) + u')'
            : open();
    }
};

QList<Mark> marksOf(const Span &span)
{
    QList<Mark> marks;
    if ((span.styles & Span::Link) && !span.target.isEmpty())
        marks.append(Mark{Span::Link, span.target});
    for (const Span::Style style : {Span::Strong, Span::Emphasis, Span::Strike}) {
        if (span.styles & style)
            marks.append(Mark{std::uint8_t(style), {}});
    }
    return marks;
}

QString bodyOf(const QString &text, const Span &span, Escapes escapes)
{
    const QString words = text.mid(span.from, span.length);
    if (span.styles & Span::Image)
        return QStringLiteral("![%1](%2)").arg(span.label, span.target);
    if (span.styles & Span::Math)
        return words;
    return span.styles & Span::Code ? codeMarkdown(words) : escaped(words, escapes);
}

QString written(const QString &text, const QList<Span> &spans, Escapes escapes)
{
    QString out;
    QList<Mark> open;
    const auto closeTo = [&](qsizetype kept) {
        while (open.size() > kept)
            out += open.takeLast().close();
    };
    const auto change = [&](const QList<Mark> &wanted) {
        qsizetype kept = 0;
        while (kept < open.size() && wanted.contains(open.at(kept)))
            ++kept;
        closeTo(kept);
        for (const Mark &mark : wanted) {
            if (!open.contains(mark)) {
                out += mark.open();
                open.append(mark);
            }
        }
    };
    qsizetype at = 0;
    for (const Span &span : spans) {
        if (span.from > at) {
            closeTo(0);
            out += escaped(QStringView(text).mid(at, span.from - at), escapes);
        }
        const QString words = text.mid(span.from, span.length);
        if (span.styles == Span::Link && span.target == words && isWebTarget(words)) {
            closeTo(0);
            out += escapes == Escapes::All ? u'<' + words + u'>' : words;
        } else {
            change(marksOf(span));
            out += bodyOf(text, span, escapes);
        }
        at = span.from + span.length;
    }
    closeTo(0);
    return out + escaped(QStringView(text).mid(at), escapes);
}

} // namespace

QString inlineMarkdown(const QString &text, const QList<MarkdownSpan> &spans)
{
    // What reads well comes first; marks are escaped only where they would be taken for markup.
    const QString plain = written(text, spans, Escapes::None);
    const MarkdownInline read = MarkdownInline::of(plain);
    return read.text == text && read.spans == spans ? plain : written(text, spans, Escapes::All);
}

QString paragraphMarkdown(const QString &text, const QList<MarkdownSpan> &spans)
{
    const QString plain = written(text, spans, Escapes::None);
    MarkdownParser parser;
    parser.append(plain);
    parser.finish();
    const QList<MarkdownBlock> &read = parser.blocks();
    const bool isSame = read.size() == 1 && read.first().kind == MarkdownBlock::Kind::Paragraph
        && read.first().containers.isEmpty() && read.first().text == text
        && read.first().spans == spans;
    if (isSame)
        return plain;
    QString safe = written(text, spans, Escapes::All);
    qsizetype digits = 0;
    while (digits < safe.size() && safe.at(digits).isDigit())
        ++digits;
    if (digits > 0 && digits < safe.size() && QStringView(u".)").contains(safe.at(digits)))
        safe.insert(digits, u'\\');
    return safe;
}

QString inlineHtml(const QString &text, const QList<MarkdownSpan> &spans)
{
    const auto words = [&](qsizetype from, qsizetype length) {
        return text.mid(from, length).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
    };
    QString out;
    qsizetype at = 0;
    for (const MarkdownSpan &span : spans) {
        out += words(at, span.from - at);
        QString body = words(span.from, span.length);
        const auto wrap = [&](std::uint8_t style, const QString &tag) {
            if (span.styles & style)
                body = QStringLiteral("<%1>%2</%1>").arg(tag, body);
        };
        wrap(Span::Code | Span::Math, QStringLiteral("code"));
        wrap(Span::Strike, QStringLiteral("s"));
        wrap(Span::Emphasis, QStringLiteral("em"));
        wrap(Span::Strong, QStringLiteral("strong"));
        if ((span.styles & Span::Link) && isWebTarget(span.target))
            body = QStringLiteral("<a href=\"%1\">").arg(span.target.toHtmlEscaped()) + body
                + QStringLiteral("</a>");
        out += body;
        at = span.from + span.length;
    }
    return out + words(at, text.size() - at);
}

} // namespace kagura
