// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QString>

class QGridLayout;
class QWidget;

namespace kagura {

//! The one way in which the plain panes of the settings are laid out: a head, then rows of a label, a
//! field, and a hint below it.
//!
//! Thread: the GUI thread. Lifetime: that of building a pane. Errors: none.
class PaneLayout
{
public:
    PaneLayout(QWidget *pane, const QString &title);

    void addRow(const QString &words, QWidget *field, const QString &hint = {});
    void end(); //!< pushes the rows to the top

    //! Dresses a pane that was laid out like this.
    static void setTheme(QWidget *pane, const Theme &theme);

private:
    QWidget *m_pane;
    QGridLayout *m_grid;
};

} // namespace kagura
