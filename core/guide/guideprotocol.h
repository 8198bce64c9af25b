// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/guide/guideanswerer.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <variant>

namespace kagura {

//! The OpenAI Chat dialect as the Guide speaks it, from the server's side: pure functions from bytes
//! to values and back.
//!
//! A token of the Guide is a word: that is what its usage counts.
struct GuideRequest
{
    QList<GuideTurn> turns;
    qint64 promptTokens = 0;
    bool stream = false;
    bool includeUsage = false;
    Json form = nullptr; //!< the schema that the answer has to follow; null: it is a text

    bool operator==(const GuideRequest &) const = default;
};

struct GuideError
{
    int status = 400;
    QString message;
    QString code;

    bool operator==(const GuideError &) const = default;
};

[[nodiscard]] std::variant<GuideRequest, GuideError> parseGuideRequest(QByteArrayView body);

[[nodiscard]] QByteArray errorBody(const GuideError &error);
[[nodiscard]] QByteArray modelsBody();
[[nodiscard]] QByteArray completionBody(const GuideRequest &request,
                                        const QString &answer,
                                        int number);

//! The events of the stream, each with its blank line, one a word; the last is [DONE].
[[nodiscard]] QList<QByteArray> streamEvents(const GuideRequest &request,
                                             const QString &answer,
                                             int number);

//! A text in the pieces in which it is streamed: each word with the white space after it.
[[nodiscard]] QStringList wordsOf(const QString &text);

} // namespace kagura
