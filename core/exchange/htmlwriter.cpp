// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/htmlwriter.h"

#include "core/exchange/markdownhtml.h"

#include <QStringList>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// Nothing may be loaded from anywhere, whatever a mistake of ours lets into the page.
const char *const Head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Kagura">
<title>Conversations</title>
<style>
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 1rem/1.55 sans-serif; color: #1b1b1f; background: #ffffff; }
h1 { font-size: 1.5rem; } .who { margin: 2em 0 .4em; font-size: .85rem; font-weight: 600; color: #5b5b66; }
section { border-top: 1px solid #d8d8de; } .user .body { background: #f3f3f6; border-radius: 8px; padding: .1em 1em; }
pre { background: #f3f3f6; border-radius: 8px; padding: .8em 1em; overflow-x: auto; } code { font-family: monospace; }
blockquote, .thoughts { border-left: 3px solid #d8d8de; margin-left: 0; padding-left: 1em; color: #5b5b66; }
table { border-collapse: collapse; } th, td { border: 1px solid #d8d8de; padding: .3em .6em; } img { max-width: 100%; }
.end { font-style: italic; color: #5b5b66; }
@media (prefers-color-scheme: dark) { body { color: #e6e6ea; background: #1b1b1f; } .user .body, pre { background: #26262c; }
section, th, td, blockquote, .thoughts { border-color: #44444e; } .who, blockquote, .thoughts, .end { color: #a5a5b2; } }
</style>
</head>
<body>
)";

QString images(const StoredMessage &message)
{
    QString html;
    for (const MessagePart &part : message.parts) {
        const auto *image = std::get_if<ImagePart>(&part);
        if (!image)
            continue;
        static const QStringList shown{u"image/png"_s, u"image/jpeg"_s, u"image/gif"_s,
                                       u"image/webp"_s};
        if (shown.contains(image->mimeType))
            html += u"<p><img alt=\"Picture\" src=\"data:%1;base64,%2\"></p>\n"_s.arg(
                image->mimeType, QString::fromLatin1(image->data.toBase64()));
        else
            html += u"<p>Picture (%1)</p>\n"_s.arg(image->mimeType.toHtmlEscaped());
    }
    return html;
}

QString messageHtml(const StoredMessage &message)
{
    const QString kind = message.role == Role::User ? u"user"_s : u"answer"_s;
    QString html = u"<article class=\"%1\">\n<p class=\"who\">%2</p>\n"_s.arg(
        kind, writtenHead(message).toHtmlEscaped());
    if (!message.reasoning.trimmed().isEmpty())
        html += u"<div class=\"thoughts\">\n%1</div>\n"_s.arg(markdownToHtml(message.reasoning));
    html += u"<div class=\"body\">\n"_s + images(message) + markdownToHtml(message.text)
        + markdownToHtml(writtenTools(message)) + u"</div>\n"_s;
    if (const QString end = writtenEnd(message); !end.isEmpty())
        html += u"<p class=\"end\">%1</p>\n"_s.arg(end.toHtmlEscaped());
    return html + u"</article>\n"_s;
}

} // namespace

QByteArray HtmlWriter::begin()
{
    return Head;
}

QByteArray HtmlWriter::conversation(const ConversationTree &tree)
{
    QString html =
        u"<section>\n<h1>%1</h1>\n"_s.arg(writtenTitle(tree.conversation).toHtmlEscaped());
    if (!tree.conversation.instructions.system.trimmed().isEmpty())
        html += u"<p class=\"who\">System</p>\n<div class=\"thoughts\">\n%1</div>\n"_s.arg(
            markdownToHtml(tree.conversation.instructions.system));
    const QList<StoredMessage> shown = tree.shown();
    for (const StoredMessage &message : shown)
        html += messageHtml(message);
    const qsizetype others = tree.messages.size() - shown.size();
    if (others > 0)
        html += u"<p class=\"end\">Messages of other versions, not written here: %1</p>\n"_s.arg(
            others);
    return (html + u"</section>\n"_s).toUtf8();
}

QByteArray HtmlWriter::end()
{
    return "</body>\n</html>\n";
}

} // namespace kagura
