// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/shownparts.h"

#include "app/desktop/callreport.h"
#include "core/media/imagepreparation.h"

#include <QCoreApplication>
#include <QLocale>

namespace kagura {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::ShownAttachment)
};

constexpr qsizetype longestTool = 64 * 1024; // of arguments or result; nobody reads more in a card

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1024 * 1024 ? 0 : 1,
                                       QLocale::DataSizeSIFormat);
}

QString pixelsText(const QSize &pixels)
{
    return QStringLiteral("%1 × %2").arg(pixels.width()).arg(pixels.height());
}

} // namespace

bool isAttachment(const MessagePart &part)
{
    if (const auto *text = std::get_if<TextPart>(&part))
        return !text->name.isEmpty();
    return std::holds_alternative<ImagePart>(part);
}

ShownAttachment shownAttachment(const MessagePart &part)
{
    ShownAttachment shown;
    if (const auto *image = std::get_if<ImagePart>(&part)) {
        shown.name = image->name.isEmpty() ? Words::tr("Picture") : image->name;
        shown.pixels = imageSizeOf(image->data);
        shown.detail =
            shown.pixels.isValid() ? pixelsText(shown.pixels) : Words::tr("lost or damaged");
    } else if (const auto *text = std::get_if<TextPart>(&part)) {
        shown.name = text->name;
        // Without the line that tells a model the name.
        const QString content = text->text.mid(text->text.indexOf(u'\n') + 1);
        shown.detail = Words::tr("%1 of text").arg(sizeText(content.toUtf8().size()));
    }
    return shown;
}

QList<ShownToolCall> shownToolCalls(const QList<MessagePart> &parts,
                                    const QHash<QString, ToolResultPart> &results)
{
    QList<ShownToolCall> shown;
    for (const MessagePart &part : parts) {
        const auto *call = std::get_if<ToolCall>(&part);
        if (!call)
            continue;
        ShownToolCall one;
        one.id = call->id;
        one.name = call->name;
        one.arguments = call->arguments.size() > longestTool
            ? QString::fromUtf8(call->arguments.left(longestTool))
            : readableJson(call->arguments);
        if (const auto result = results.constFind(call->id); result != results.constEnd()) {
            one.result = result->text.left(longestTool);
            one.state = result->isError ? ShownToolCall::State::Failed : ShownToolCall::State::Done;
        }
        shown.append(one);
    }
    return shown;
}

ShownAttachment shownAttachment(const Attachment &attachment)
{
    ShownAttachment shown;
    shown.name = attachment.name;
    switch (attachment.kind) {
    case Attachment::Kind::Image:
        shown.detail =
            pixelsText(attachment.pixels) + QStringLiteral(", ") + sizeText(attachment.data.size());
        shown.pixels = attachment.pixels;
        shown.preview = attachment.preview;
        break;
    case Attachment::Kind::Pdf:
        shown.detail =
            (attachment.pages == 1 ? Words::tr("PDF, 1 page")
                                   : Words::tr("PDF, %n pages", nullptr, attachment.pages))
            + QStringLiteral(", ") + sizeText(attachment.sourceBytes);
        break;
    case Attachment::Kind::Text:
        shown.detail = sizeText(attachment.sourceBytes);
        if (attachment.encoding != QLatin1String("UTF-8"))
            shown.detail += QStringLiteral(", ") + attachment.encoding;
        break;
    }
    return shown;
}

} // namespace kagura
