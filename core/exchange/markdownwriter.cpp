// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/markdownwriter.h"

#include "core/exchange/foreigntext.h"

#include <QStringList>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// A title is a line of plain words, whatever characters are in it.
QString escaped(const QString &line)
{
    static const QString special = u"\\`*_{}[]<>#|!~"_s;
    QString text;
    for (const QChar c : line) {
        if (special.contains(c))
            text += u'\\';
        text += c;
    }
    return text;
}

QString quoted(const QString &text)
{
    QStringList lines = text.trimmed().split(u'\n');
    for (QString &line : lines)
        line = line.isEmpty() ? u">"_s : u"> "_s + line;
    return lines.join(u'\n');
}

QString pictures(const StoredMessage &message)
{
    QStringList names;
    for (const MessagePart &part : message.parts) {
        if (const auto *image = std::get_if<ImagePart>(&part))
            names.append(
                u"*Picture (%1, %2 bytes)*"_s.arg(image->mimeType).arg(image->data.size()));
    }
    return paragraphs(names);
}

QString messageText(const StoredMessage &message)
{
    const QString end = writtenEnd(message);
    return paragraphs(
        {u"## "_s + escaped(writtenHead(message)),
         message.reasoning.trimmed().isEmpty() ? QString() : quoted(message.reasoning),
         pictures(message), message.text, writtenTools(message),
         end.isEmpty() ? QString() : u"*%1*"_s.arg(escaped(end))});
}

} // namespace

QByteArray MarkdownWriter::conversation(const ConversationTree &tree)
{
    QStringList pieces;
    if (!m_isFirst)
        pieces.append(u"---"_s);
    m_isFirst = false;
    pieces.append(u"# "_s + escaped(writtenTitle(tree.conversation)));
    if (!tree.conversation.instructions.system.trimmed().isEmpty())
        pieces.append(paragraphs({u"## System"_s, tree.conversation.instructions.system}));
    const QList<StoredMessage> shown = tree.shown();
    for (const StoredMessage &message : shown)
        pieces.append(messageText(message));
    const qsizetype others = tree.messages.size() - shown.size();
    if (others > 0)
        pieces.append(u"*Messages of other versions, not written here: %1*"_s.arg(others));
    return (paragraphs(pieces) + u"\n\n"_s).toUtf8();
}

} // namespace kagura
