// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "ui/runs/runvalues.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace kagura {

class Label;

//! Fields to fill in, one below the other, each with its name and what it takes.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: values().
class FieldForm final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldForm(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setFields(const QList<ShownField> &fields);
    //! An object with what was filled in; what was left empty is left out.
    //! Errors: BadRequest that names the first field with something wrong in it.
    [[nodiscard]] Result<Json> values() const;
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    struct Part
    {
        ShownField field;
        Label *label = nullptr;
        Label *hint = nullptr;
        QWidget *editor = nullptr;
    };

    [[nodiscard]] QWidget *makeEditor(const ShownField &field);
    void addPaths(const Part &part);
    [[nodiscard]] static QString textOf(const QWidget *editor);
    void dress(Part &part);

    Theme m_theme;
    QVBoxLayout *m_rows = nullptr;
    QList<Part> m_parts;
};

} // namespace kagura
