// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/querycompletion.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;

namespace kagura {

//! The query in fields, one for each column that is asked for often: who does not know the language
//! learns it here, as each field writes its term into the query.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none; faults are shown at the query.
class FilterRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterRow(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setNames(const CacheNames &names);
    //! The fields show what it says of them.
    void setQuery(const QString &query);

Q_SIGNALS:
    void queryChanged(const QString &query);

private:
    struct Field
    {
        QString name; //!< in the query
        QLineEdit *edit = nullptr;
    };

    void offer(const QString &field, const QStringList &names);

    QList<Field> m_fields;
    QString m_query;
};

} // namespace kagura
