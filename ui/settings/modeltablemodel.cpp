// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/modeltablemodel.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

const QString Unknown = u"\u2014"_s;

} // namespace

ModelTableModel::ModelTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

int ModelTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_models.size());
}

int ModelTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ModelTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && index.column() == Name))
        return text(m_models.at(index.row()), index.column());
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == Name ? Qt::AlignLeft : Qt::AlignRight));
    return {};
}

QVariant ModelTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Name ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Model");
    case Context:
        return tr("Context");
    case Input:
        return tr("In, $ per M");
    case Output:
        return tr("Out, $ per M");
    case Cached:
        return tr("Cached in");
    default:
        return {};
    }
}

void ModelTableModel::setModels(const QList<ModelEntry> &models)
{
    if (models == m_models)
        return;
    beginResetModel();
    m_models = models;
    endResetModel();
}

QString ModelTableModel::tokensText(std::optional<qint64> tokens)
{
    if (!tokens)
        return Unknown;
    if (*tokens >= 1'000'000)
        return QString::number(double(*tokens) / 1'000'000.0, 'g', 3) + u'M';
    if (*tokens >= 1000)
        return QString::number((*tokens + 500) / 1000) + u'k';
    return QString::number(*tokens);
}

QString ModelTableModel::priceText(std::optional<double> price)
{
    return price ? QString::number(*price, 'f', 2) : Unknown;
}

QString ModelTableModel::text(const ModelEntry &model, int column) const
{
    switch (column) {
    case Name:
        return model.id;
    case Context:
        return tokensText(model.contextTokens);
    case Input:
        return priceText(model.inputPrice);
    case Output:
        return priceText(model.outputPrice);
    default:
        return priceText(model.cachedPrice);
    }
}

} // namespace kagura
