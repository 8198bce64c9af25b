// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/providerentry.h"

#include <QAbstractListModel>

namespace kagura {

//! The connected providers, one a row.
//!
//! Thread: the GUI thread. Lifetime: outlives its views. Errors: none.
class ProviderListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole + 1, StateWordsRole };

    explicit ProviderListModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    //! Rows of providers that stay keep their place in views; the order is that of the list.
    void setEntries(const QList<ProviderEntry> &entries);
    [[nodiscard]] const QList<ProviderEntry> &entries() const { return m_entries; }
    [[nodiscard]] int rowOf(const QString &provider) const; //!< -1 where there is none

private:
    QList<ProviderEntry> m_entries;
};

} // namespace kagura
