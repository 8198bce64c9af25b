// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/redactor.h"
#include "core/cache/explanationtable.h"
#include "core/chat/storedmessage.h"
#include "core/llm/callrecord.h"
#include "core/llm/modelcatalogue.h"
#include "ui/chat/inspectedcall.h"

namespace kagura {

//! What is known of the call behind an answer.
struct KnownCall
{
    StoredMessage answer; //!< as it is stored
    const CallRecord *record =
        nullptr; //!< null: the call was made before this start of the program
    std::optional<CacheExplanation> explanation = std::nullopt; //!< of a miss, as it was then
    QString keyVariable = {}; //!< that the copied command takes the key from
};

//! Says it for the inspector. What no record tells is taken from the stored answer, and where that
//! says nothing either, so does the report.
[[nodiscard]] InspectedCall reportOf(const KnownCall &call,
                                     const ModelCatalogue &catalogue,
                                     const Redactor &redactor);

//! A request as a command line; the key stands for itself only by the name of a variable.
[[nodiscard]] QString curlCommand(const HttpRequest &request, const QString &keyVariable);

//! JSON set for reading; strings that nobody reads to the end (pictures) are told by their length.
[[nodiscard]] QString readableJson(const QByteArray &json);

} // namespace kagura
