// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/transcriptview.h"

#include <QAccessibleInterface>
#include <QPersistentModelIndex>
#include <QPointer>

namespace kagura {

//! One message for assistive technology; see TranscriptAccessible. Its children are its actions.
//!
//! Thread: the GUI thread. Lifetime: Qt's, until its list drops it. Errors: none; invalid once the message
//! is gone.
class MessageAccessible final : public QAccessibleInterface, public QAccessibleTextInterface
{
public:
    MessageAccessible(TranscriptView *view, int row);
    ~MessageAccessible() override;

    [[nodiscard]] int row() const { return m_index.row(); }
    [[nodiscard]] QString displayedText() const;

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *wanted) const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text kind, const QString &text) override;
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    //! \name QAccessibleTextInterface, read only
    //! @{
    void selection(int index, int *start, int *end) const override;
    [[nodiscard]] int selectionCount() const override { return 0; }
    void addSelection(int start, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    [[nodiscard]] int cursorPosition() const override;
    void setCursorPosition(int position) override;
    [[nodiscard]] QString text(int start, int end) const override;
    [[nodiscard]] int characterCount() const override;
    [[nodiscard]] QRect characterRect(int offset) const override;
    [[nodiscard]] int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int start, int end) override;
    QString attributes(int offset, int *start, int *end) const override;
    //! @}

private:
    [[nodiscard]] QList<TranscriptAction> actions() const;

    QPointer<TranscriptView> m_view;
    QPersistentModelIndex m_index;
    mutable QList<QAccessible::Id> m_children;
};

} // namespace kagura
