// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/transcriptview.h"

#include <QAccessibleWidget>
#include <QHash>

namespace kagura {

//! The transcript for assistive technology: a list whose items are the messages, each readable as text
//! and with its actions as buttons below it.
//!
//! Items are made when somebody asks for them, so that a long conversation costs nothing unless it is
//! read. Thread: the GUI thread. Lifetime: Qt's, with the view. Errors: none.
class TranscriptAccessible final : public QAccessibleWidget
{
public:
    explicit TranscriptAccessible(TranscriptView *view);
    ~TranscriptAccessible() override;

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;

private:
    [[nodiscard]] TranscriptView &view() const;
    void dropStale() const;

    mutable QHash<QString, QAccessible::Id> m_items;
};

//! Makes Qt use TranscriptAccessible for every TranscriptView; once is enough, more do no harm.
void installTranscriptAccessibility();

} // namespace kagura
