// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/chat/samples.h"

#include <QFontMetricsF>

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

ChatStyle sampleStyle(bool isDark)
{
    ChatStyle style;
    const QString family = QStringLiteral("Inter");
    const auto font = [&family](int size, QFont::Weight weight = QFont::Normal) {
        QFont made(family);
        made.setPixelSize(size);
        made.setWeight(weight);
        return made;
    };
    style.textFont = font(15);
    style.labelFont = font(13);
    style.labelMediumFont = font(13, QFont::Medium);
    style.labelStrongFont = font(13, QFont::DemiBold);
    style.headingFont = font(12, QFont::DemiBold);
    style.smallFont = font(12);
    style.smallMediumFont = font(12, QFont::Medium);
    style.titleFont = font(15, QFont::DemiBold);
    style.greetingFont = font(22, QFont::DemiBold);
    style.codeFont = QFont(QStringLiteral("JetBrains Mono"));
    style.codeFont.setPixelSize(12);
    style.codeFont.setStyleHint(QFont::Monospace);
    style.textLine = 24;
    style.labelLine = 20;
    style.codeLine = 20;
    style.textCharacter = QFontMetricsF(style.textFont).averageCharWidth();
    style.codeCharacter = QFontMetricsF(style.codeFont).averageCharWidth();
    style.column = 760;
    style.margin = 32;
    style.messagePad = 14;
    style.bubbleIndent = 96;
    style.bubblePadX = 14;
    style.bubblePadY = 10;
    style.paragraphGap = 10;
    style.codePadX = 14;
    style.codePadY = 10;
    style.codeBar = 30;
    style.codeGapAbove = 4;
    style.codeGapBelow = 12;
    style.footer = 20;
    style.footerGap = 2;
    style.icon = 16;
    style.gap = 8;
    style.cardPad = 12;
    style.button = 30;
    style.cardRadius = 10;
    style.controlRadius = 6;
    style.focusWidth = 2;
    style.caret = 8;
    style.listRow = 32;
    style.listHeading = 34;
    style.listPad = 16;
    style.foundRow = 60;
    style.head = 48;
    style.pad = 16;
    style.wide = 24;
    style.shadow = 16;
    style.sidebar = 272;
    const auto pick = [isDark](const char *light, const char *dark) {
        return QColor(QString::fromLatin1(isDark ? dark : light));
    };
    style.page = pick("#FAF9F7", "#17181B");
    style.ground = pick("#FFFFFF", "#1E2024");
    style.bubble = pick("#F2F0EB", "#131416");
    style.sunken = style.bubble;
    style.hover = pick("#EDEAE4", "#272A2F");
    style.selected = pick("#E6EBF5", "#26304A");
    style.border = pick("#E2DED6", "#2D3036");
    style.strongBorder = pick("#CBC6BC", "#43474F");
    style.text = pick("#1F1E1B", "#E9E7E2");
    style.text2 = pick("#625E57", "#ABA79F");
    style.text3 = pick("#6F6A61", "#8F8B84");
    style.accent = pick("#34539B", "#8FA9EA");
    style.accentSoft = pick("#E6EBF5", "#26304A");
    style.codeGround = pick("#F5F3EF", "#16181B");
    style.fail = pick("#AE3427", "#EC8478");
    style.wait = pick("#8F5E0A", "#DDAA55");
    style.shade = QColor(0, 0, 0, isDark ? 70 : 16);
    return style;
}

} // namespace kagura::test
