// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/exchange/importlimits.h"
#include "core/llm/message.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace kagura {

//! \name What the formats of other programs have in common
//! @{

//! Seconds since 1970, whole or not; or text as of ISO 8601; invalid for anything else and for times
//! before 1990 or after 2200, which are mistakes.
[[nodiscard]] QDateTime foreignSeconds(const Json &value);
[[nodiscard]] QDateTime foreignMilliseconds(const Json &value);
[[nodiscard]] QDateTime foreignIsoTime(const Json &value);

//! A picture that Kagura can show, by its first bytes: PNG, JPEG, GIF, WebP.
[[nodiscard]] std::optional<ImagePart> foreignImage(const QByteArray &bytes);
//! Of "data:image/png;base64,…"; empty for anything else.
[[nodiscard]] std::optional<ImagePart> foreignDataUrl(const QString &url);

//! A fenced block of Markdown that no line of the body can end.
[[nodiscard]] QString fenced(const QString &body, const QString &language = {});
//! What a tool did as part of a text: it was run elsewhere, and a provider would refuse calls of a tool
//! that it does not know. Empty for an empty body.
[[nodiscard]] QString toolNote(const QString &title, const QString &body, const QString &language);

//! Joins paragraphs that are not empty.
[[nodiscard]] QString paragraphs(const QStringList &texts);

//! Pictures before text, as a message has them; empty where there are none.
[[nodiscard]] QList<MessagePart> partsOf(const QList<ImagePart> &images, const QString &text);

//! A name for a conversation that its file gives none: equal ones have the same.
[[nodiscard]] QString contentId(const Json &conversation);

//! JSON as a person reads it; text as it is.
[[nodiscard]] QString readable(const Json &value);
//! @}

} // namespace kagura
