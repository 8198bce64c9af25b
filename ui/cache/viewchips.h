// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/cacheview.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLineEdit;

namespace kagura {

class Button;
class Chip;

//! The saved views in a row, each with how many entries it means; and a way to save what is asked now.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class ViewChips final : public QWidget
{
    Q_OBJECT

public:
    explicit ViewChips(QWidget *parent = nullptr);

    //! What is there without anybody having saved it.
    [[nodiscard]] static QList<CacheView> usualViews();

    void setTheme(const Theme &theme);
    //! Behind the usual ones.
    void setOwnViews(const QList<CacheView> &views);
    [[nodiscard]] const QList<CacheView> &views() const { return m_views; }

    //! Empty: not known any more.
    void setCount(const QString &query, std::optional<qint64> entries);
    //! What is asked: its chip is checked, and only what has none can be saved.
    void setQuery(const QString &query);

Q_SIGNALS:
    void chosen(const QString &query);
    void ownViewsChanged(const QList<kagura::CacheView> &views);

private:
    void rebuild();
    void addChip(const CacheView &view);
    void beginSaving();
    void save();
    void remove(const QString &name);
    void tellOwnViews();

    Theme m_theme;
    QList<CacheView> m_views;
    QList<Chip *> m_chips; //!< one a view
    QHash<QString, QString> m_figures; //!< by query
    QString m_query;
    QHBoxLayout *m_row = nullptr;
    Button *m_save = nullptr;
    QLineEdit *m_name = nullptr;
};

} // namespace kagura
