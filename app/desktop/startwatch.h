// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAbstractScrollArea;

namespace kagura {

//! Logs once when the field is painted and takes keys: from then on the program can be used.
//!
//! Thread: the GUI thread. Lifetime: the field's, or until it has spoken. Errors: none.
class StartWatch final : public QObject
{
public:
    explicit StartWatch(QAbstractScrollArea &field);

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void say();

    QAbstractScrollArea &m_field;
};

} // namespace kagura
