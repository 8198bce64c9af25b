// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/message.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>

namespace kagura {

//! The parts of a message as JSON; the bytes of pictures are kept apart, by their hash.
struct StoredParts
{
    QString json; //!< empty for no parts
    QHash<QString, QByteArray> attachments; //!< by SHA-256 in hex
};

[[nodiscard]] StoredParts storeParts(const QList<MessagePart> &parts);

//! bytes finds an attachment by its hash; one that is lost leaves an empty picture. What cannot be
//! read is left out.
[[nodiscard]] QList<MessagePart> loadParts(const QString &json,
                                           const std::function<QByteArray(const QString &)> &bytes);

} // namespace kagura
