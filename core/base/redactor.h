// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <mutex>

namespace kagura {

//! Takes secrets out of text before it is logged, shown as an error or exported.
//!
//! Two nets: every secret that was made known is replaced in plain, base64 (in each of its three
//! alignments), hex, JSON and URL-encoded form; and whatever looks like a key of a known provider, or stands
//! where keys stand ("Authorization: …", "api_key=…"), is replaced even if nobody made it known.
//!
//! Thread: any; guarded by a mutex. Lifetime: outlives the LogHandler that uses it. Errors: none.
class Redactor
{
public:
    Redactor() = default;
    ~Redactor();
    Q_DISABLE_COPY_MOVE(Redactor)

    //! Secrets shorter than eight bytes are not searched for: they would blot out ordinary words.
    void add(const Secret &secret);

    [[nodiscard]] QString redacted(const QString &text) const;

private:
    mutable std::mutex m_lock;
    QList<QByteArray> m_forms;
};

} // namespace kagura
