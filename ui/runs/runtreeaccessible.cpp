// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runtreeaccessible.h"

#include "ui/runs/runtree.h"

#include <QPointer>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

class RowAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    RowAccessible(RunTree *tree, int row)
        : m_tree(tree)
        , m_row(row)
    {}

    [[nodiscard]] int row() const { return m_row; }

    bool isValid() const override { return m_tree && m_row < m_tree->rowCount(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return m_tree ? QAccessible::queryAccessibleInterface(m_tree) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_tree->rowWords(m_row) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect place = m_tree->rowRect(m_row);
        return {m_tree->viewport()->mapToGlobal(place.topLeft()), place.size()};
    }
    QAccessible::Role role() const override { return QAccessible::TreeItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (!isValid())
            return state;
        const RunOutline::Row &line = m_tree->row(m_row);
        const bool hasChildren = line.kind == RunOutline::Row::Kind::Node
            && !m_tree->outline().at(line.node).children.empty();
        state.focusable = true;
        state.selectable = true;
        state.expandable = hasChildren;
        state.expanded = hasChildren && m_tree->outline().isOpen(line.node);
        state.collapsed = hasChildren && !state.expanded;
        state.selected = m_tree->currentRow() == m_row;
        state.focused = state.selected && m_tree->hasFocus();
        state.offscreen = !m_tree->viewport()->rect().intersects(m_tree->rowRect(m_row));
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), toggleAction()}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == toggleAction())
            m_tree->toggle(m_row);
        else
            m_tree->press(m_row);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<RunTree> m_tree;
    int m_row;
};

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    auto *tree = className == QLatin1String(RunTree::staticMetaObject.className())
        ? qobject_cast<RunTree *>(object)
        : nullptr;
    return tree ? new RunTreeAccessible(tree) : nullptr;
}

} // namespace

RunTreeAccessible::RunTreeAccessible(RunTree *tree)
    : QAccessibleWidget(tree, QAccessible::Tree)
{}

RunTreeAccessible::~RunTreeAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_items))
        QAccessible::deleteAccessibleInterface(id);
}

RunTree &RunTreeAccessible::tree() const
{
    return *static_cast<RunTree *>(widget());
}

int RunTreeAccessible::childCount() const
{
    return tree().rowCount();
}

QAccessibleInterface *RunTreeAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    QAccessible::Id &known = m_items[index];
    if (known == 0)
        known = QAccessible::registerAccessibleInterface(new RowAccessible(&tree(), index));
    return QAccessible::accessibleInterface(known);
}

int RunTreeAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *row = dynamic_cast<const RowAccessible *>(child);
    return row && row->isValid() ? row->row() : -1;
}

QAccessibleInterface *RunTreeAccessible::childAt(int x, int y) const
{
    const QPoint inside = tree().viewport()->mapFromGlobal(QPoint(x, y));
    return tree().viewport()->rect().contains(inside) ? child(tree().rowAt(inside.y())) : nullptr;
}

QAccessibleInterface *RunTreeAccessible::focusChild() const
{
    return tree().hasFocus() ? child(tree().currentRow()) : nullptr;
}

void installRunTreeAccessibility()
{
    QAccessible::installFactory(makeAccessible); // the same factory is kept once
}

void announceRunRow(RunTree &tree, int row)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(&tree, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

} // namespace kagura
