// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/chat/samples.h"

#include "ui/chat/markdownblocksource.h"
#include "ui/chat/plainblocksource.h"
#include "ui/theme/theme.h"

namespace kagura::test {

TranscriptMessage question(const QString &id, const QString &text)
{
    return {.id = id, .text = text};
}

TranscriptMessage answer(const QString &id, const QString &text)
{
    return {.id = id,
            .author = TranscriptMessage::Author::Model,
            .text = text,
            .model = QStringLiteral("sample-model"),
            .outputTokens = text.size() / 4};
}

TranscriptMessage waitingAnswer(const QString &id)
{
    TranscriptMessage message = answer(id, {});
    message.state = TranscriptMessage::State::Waiting;
    message.outputTokens.reset();
    return message;
}

QList<TranscriptMessage> sampleConversation(int count)
{
    QList<TranscriptMessage> messages;
    for (int i = 0; i < count; ++i) {
        const QString id = QStringLiteral("m%1").arg(i);
        QString text = QStringLiteral("Message number %1.").arg(i);
        for (int more = 0; more < i % 7; ++more)
            text += QStringLiteral(" It goes on with another sentence of ordinary length.\n\n")
                        .left(more % 2 == 0 ? 54 : 200);
        messages.append(i % 2 == 0 ? question(id, text) : answer(id, text));
    }
    return messages;
}

ChatStyle sampleStyle()
{
    return ChatStyle::of(Theme());
}

std::unique_ptr<BlockSource> newSource(TranscriptMessage::Author author)
{
    if (author == TranscriptMessage::Author::User)
        return std::make_unique<PlainBlockSource>();
    return std::make_unique<MarkdownBlockSource>();
}

} // namespace kagura::test
