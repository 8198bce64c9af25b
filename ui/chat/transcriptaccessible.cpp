// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/transcriptaccessible.h"

#include "ui/chat/messageaccessible.h"
#include "ui/chat/transcriptmodel.h"

namespace kagura {
namespace {

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    auto *view = className == QLatin1String(TranscriptView::staticMetaObject.className())
        ? qobject_cast<TranscriptView *>(object)
        : nullptr;
    return view ? new TranscriptAccessible(view) : nullptr;
}

} // namespace

TranscriptAccessible::TranscriptAccessible(TranscriptView *view)
    : QAccessibleWidget(view, QAccessible::List)
{}

TranscriptAccessible::~TranscriptAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_items))
        QAccessible::deleteAccessibleInterface(id);
}

TranscriptView &TranscriptAccessible::view() const
{
    return *static_cast<TranscriptView *>(widget());
}

int TranscriptAccessible::childCount() const
{
    return view().model().rowCount();
}

QAccessibleInterface *TranscriptAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const QString messageId = view().model().message(index).id;
    const QAccessible::Id known = m_items.value(messageId, 0);
    QAccessibleInterface *item = known ? QAccessible::accessibleInterface(known) : nullptr;
    if (item && item->isValid())
        return item;
    if (known)
        QAccessible::deleteAccessibleInterface(known);
    if (m_items.size() > 2 * childCount() + 64)
        dropStale();
    item = new MessageAccessible(&view(), index);
    m_items.insert(messageId, QAccessible::registerAccessibleInterface(item));
    return item;
}

int TranscriptAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *message = dynamic_cast<const MessageAccessible *>(child);
    return message && message->isValid() ? message->row() : -1;
}

QAccessibleInterface *TranscriptAccessible::childAt(int x, int y) const
{
    const QPoint inView = view().viewport()->mapFromGlobal(QPoint(x, y));
    for (int row = 0; row < childCount(); ++row) {
        if (view().rowRect(row).contains(inView))
            return child(row);
    }
    return nullptr;
}

void TranscriptAccessible::dropStale() const
{
    m_items.removeIf([](const QHash<QString, QAccessible::Id>::iterator item) {
        QAccessibleInterface *known = QAccessible::accessibleInterface(item.value());
        if (known && known->isValid())
            return false;
        if (known)
            QAccessible::deleteAccessibleInterface(item.value());
        return true;
    });
}

void installTranscriptAccessibility()
{
    QAccessible::installFactory(makeAccessible); // Qt keeps one entry for the same function
}

} // namespace kagura
