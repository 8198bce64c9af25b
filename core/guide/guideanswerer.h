// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/guide/manualindex.h"

#include <QList>
#include <QString>

namespace kagura {

//! What was said so far, as the Guide needs it.
struct GuideTurn
{
    bool isUser = true;
    QString text;

    bool operator==(const GuideTurn &) const = default;
};

//! Answers questions about Kagura out of its manual, and says so: it is a search, no language model.
//! It quotes the section that fits best and names where it stands; it admits when none fits.
//!
//! Thread: immutable, any. Errors: none; every conversation gets an answer.
class GuideAnswerer
{
public:
    explicit GuideAnswerer(QList<ManualSection> manual);

    //! Markdown, for the last user turn. A short follow-up ("and on Windows?", "tell me more") is read
    //! together with the user turn before it.
    [[nodiscard]] QString answer(const QList<GuideTurn> &turns) const;

private:
    [[nodiscard]] QString quote(const QList<ManualIndex::Hit> &hits) const;
    [[nodiscard]] QString contents() const;

    ManualIndex m_index;
};

} // namespace kagura
