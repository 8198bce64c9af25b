// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/messageaccessible.h"

#include "ui/chat/displaytext.h"
#include "ui/chat/format.h"
#include "ui/chat/transcriptmodel.h"

#include <QCoreApplication>

#include <limits>

namespace kagura {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::MessageAccessible)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(": "));
}

//! A button that is drawn, not a widget.
class ActionAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ActionAccessible(TranscriptView *view,
                     const QPersistentModelIndex &index,
                     TranscriptAction action)
        : m_view(view)
        , m_index(index)
        , m_action(std::move(action))
    {}

    [[nodiscard]] const TranscriptAction &action() const { return m_action; }

    bool isValid() const override { return m_view && m_index.isValid(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        QAccessibleInterface *list =
            m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
        return list ? list->child(m_index.row()) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? m_action.label : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inView = m_action.rect.translated(m_view->rowRect(m_index.row()).topLeft());
        return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
    }
    QAccessible::Role role() const override { return QAccessible::Button; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.focusable = true;
        state.focused = isValid() && m_view->isFocusOn(m_index.row(), m_action);
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid())
            m_view->trigger(m_index.row(), m_action);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<TranscriptView> m_view;
    QPersistentModelIndex m_index;
    TranscriptAction m_action;
};

} // namespace

MessageAccessible::MessageAccessible(TranscriptView *view, int row)
    : m_view(view)
    , m_index(view->model().index(row))
{}

MessageAccessible::~MessageAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

QString MessageAccessible::displayedText() const
{
    if (!isValid())
        return {};
    const TextPlace begin{row(), TextPlace::Section::Reasoning, 0, 0};
    const TextPlace end{row(), TextPlace::Section::Text, std::numeric_limits<int>::max(), 0};
    return m_view->flow().displayedText(row(), begin, end);
}

bool MessageAccessible::isValid() const
{
    return m_view && m_index.isValid();
}

QWindow *MessageAccessible::window() const
{
    return m_view ? m_view->window()->windowHandle() : nullptr;
}

QAccessibleInterface *MessageAccessible::parent() const
{
    return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
}

QList<TranscriptAction> MessageAccessible::actions() const
{
    const MessageLayout *layout = isValid() ? m_view->flow().layout(row()) : nullptr;
    return layout ? layout->actions() : QList<TranscriptAction>();
}

int MessageAccessible::childCount() const
{
    return int(actions().size());
}

QAccessibleInterface *MessageAccessible::child(int index) const
{
    const QList<TranscriptAction> shown = actions();
    if (index < 0 || index >= shown.size())
        return nullptr;
    while (m_children.size() <= index)
        m_children.append(0);
    QAccessible::Id &id = m_children[index];
    auto *known =
        static_cast<ActionAccessible *>(id ? QAccessible::accessibleInterface(id) : nullptr);
    if (known && known->action() == shown.at(index))
        return known;
    if (known)
        QAccessible::deleteAccessibleInterface(id);
    auto *made = new ActionAccessible(m_view, m_index, shown.at(index));
    id = QAccessible::registerAccessibleInterface(made);
    return made;
}

QAccessibleInterface *MessageAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (child(i)->rect().contains(x, y))
            return child(i);
    }
    return nullptr;
}

int MessageAccessible::indexOfChild(const QAccessibleInterface *wanted) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (child(i) == wanted)
            return i;
    }
    return -1;
}

QString MessageAccessible::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    const TranscriptMessage &message = m_view->model().message(row());
    if (kind == QAccessible::Name) {
        const QString who = message.author == TranscriptMessage::Author::User
            ? Words::tr("You")
            : DisplayText::line(message.model);
        const QString failed = message.failure && message.state == TranscriptMessage::State::Failed
            ? FailureText::of(*message.failure).title
            : QString();
        const QString said = message.isLive() ? Words::tr("is answering") : displayedText();
        QStringList files;
        for (const ShownAttachment &attachment : message.attachments)
            files.append(attachment.spoken());
        return joined({who, files.join(QStringLiteral(", ")), said, failed});
    }
    if (kind == QAccessible::Value)
        return displayedText();
    if (kind == QAccessible::Description && message.author == TranscriptMessage::Author::Model
        && !message.isLive()) {
        QStringList texts;
        for (const FooterPart &part : replyFooter(message, 0, {}))
            texts.append(part.text);
        return texts.join(QStringLiteral(", "));
    }
    return {};
}

void MessageAccessible::setText(QAccessible::Text, const QString &) {}

QRect MessageAccessible::rect() const
{
    if (!isValid())
        return {};
    const QRect inView = m_view->rowRect(row());
    return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
}

QAccessible::State MessageAccessible::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    state.readOnly = true;
    state.multiLine = true;
    if (isValid()) {
        const QRect inView = m_view->rowRect(row());
        state.offscreen = !inView.intersects(m_view->viewport()->rect());
        state.busy = m_view->model().message(row()).isLive();
    }
    return state;
}

void *MessageAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                              : nullptr;
}

void MessageAccessible::selection(int, int *start, int *end) const
{
    *start = 0;
    *end = 0;
}

void MessageAccessible::addSelection(int, int) {}
void MessageAccessible::removeSelection(int) {}
void MessageAccessible::setSelection(int, int, int) {}
void MessageAccessible::setCursorPosition(int) {}

int MessageAccessible::cursorPosition() const
{
    return isValid() ? m_view->readingOffset(row()) : 0;
}

QString MessageAccessible::text(int start, int end) const
{
    return displayedText().mid(start, end - start);
}

int MessageAccessible::characterCount() const
{
    return int(displayedText().size());
}

QRect MessageAccessible::characterRect(int) const
{
    return rect();
}

int MessageAccessible::offsetAtPoint(const QPoint &) const
{
    return -1;
}

void MessageAccessible::scrollToSubstring(int, int)
{
    if (isValid())
        m_view->showRow(row());
}

QString MessageAccessible::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

} // namespace kagura
