// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/queryedit.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace kagura {

class Button;

//! The field of the query: what is written in it is asked a moment after the last key, or at once with
//! Return.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: faulty() of what is written.
class QueryField final : public QWidget
{
    Q_OBJECT

public:
    explicit QueryField(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    [[nodiscard]] QueryEdit &edit() const { return *m_edit; }

    //! As if it had been typed: it is asked a moment later.
    void write(const QString &query);
    //! Asks it, too.
    void setQuery(const QString &query);
    [[nodiscard]] const QString &query() const { return m_query; } //!< the last sound one

Q_SIGNALS:
    void asked(const QString &query); //!< it is sound
    //! Why what is written is no query; empty: it is one.
    void faulty(const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void ask();

    Theme m_theme;
    QLabel *m_icon = nullptr;
    QueryEdit *m_edit = nullptr;
    Button *m_clear = nullptr;
    QTimer m_pause;
    QString m_query;
};

} // namespace kagura
