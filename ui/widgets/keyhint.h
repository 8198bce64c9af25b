// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace kagura {

//! The name of a key, drawn as one, that does on a click what the key does.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class KeyHint final : public QAbstractButton
{
    Q_OBJECT

public:
    //! what: for the tool tip and the screen reader.
    KeyHint(const QString &key, const QString &what, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
};

} // namespace kagura
