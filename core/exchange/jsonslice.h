// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace kagura {

//! One element of an array or one member of an object, not parsed yet.
struct JsonSlice
{
    QString key = {}; //!< of a member
    QByteArrayView text = {};
    qsizetype offset = 0; //!< of the text in its file
};

//! Cuts a JSON array or object into what it is made of, without parsing that: a file of many
//! conversations is read one at a time, and its memory is that of the largest.
//!
//! offset: where the text begins in its file. Lifetime: the slices look into text.
//! Errors: Protocol with the byte, for what is neither array nor object, does not end, has something
//! behind its end, or has more than maximum elements.
[[nodiscard]] Result<QList<JsonSlice>> sliceJson(QByteArrayView text,
                                                 qsizetype offset = 0,
                                                 qsizetype maximum = 1'000'000);

//! parseJson() of a slice. Halves of surrogate pairs, which some programs write and JSON forbids,
//! become U+FFFD.
//! Errors: Protocol; bytes are counted from the beginning of the file.
[[nodiscard]] Result<Json> parseSlice(const JsonSlice &slice);

//! The member of that name; an empty text where there is none.
[[nodiscard]] JsonSlice sliceNamed(const QList<JsonSlice> &slices, const QString &key);

} // namespace kagura
