// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/providerentry.h"

#include <QAbstractTableModel>

namespace kagura {

//! The models of one provider with their window and prices; what is not known is "—".
//!
//! Thread: the GUI thread. Lifetime: outlives its views. Errors: none.
class ModelTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Context, Input, Output, Cached, ColumnCount };

    explicit ModelTableModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

    void setModels(const QList<ModelEntry> &models);

    [[nodiscard]] static QString tokensText(std::optional<qint64> tokens); //!< "200k", "1M"
    [[nodiscard]] static QString priceText(std::optional<double> price); //!< "3.00"

private:
    [[nodiscard]] QString text(const ModelEntry &model, int column) const;

    QList<ModelEntry> m_models;
};

} // namespace kagura
