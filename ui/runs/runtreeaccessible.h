// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace kagura {

class RunTree;

//! The outline of a run for assistive technology: a tree whose items are the rows that are there now,
//! each with what it says as its name, its depth, and pressing and opening as its actions.
//!
//! Items are made when somebody asks for them, so that a long run costs nothing unless it is read.
//! Thread: the GUI thread. Lifetime: Qt's, with the view. Errors: none; a row that is gone is invalid.
class RunTreeAccessible final : public QAccessibleWidget
{
public:
    explicit RunTreeAccessible(RunTree *tree);
    ~RunTreeAccessible() override;

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;

private:
    [[nodiscard]] RunTree &tree() const;

    mutable QHash<int, QAccessible::Id> m_items; //!< by row
};

//! Makes Qt use RunTreeAccessible for every RunTree; once is enough, more do no harm.
void installRunTreeAccessibility();

//! Says that the reader is at that row now.
void announceRunRow(RunTree &tree, int row);

} // namespace kagura
