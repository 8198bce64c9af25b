// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/feedmodel.h"

#include "ui/cache/cachewords.h"
#include "ui/cache/misswords.h"
#include "ui/widgets/valuetext.h"

#include <QLocale>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Kind = CacheNote::Outcome;

} // namespace

FeedModel::FeedModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

int FeedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FeedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString FeedModel::outcomeText(const CacheNote &note)
{
    switch (note.outcome) {
    case Kind::Hit:
        return tr("\u25cf hit");
    case Kind::Miss:
        return tr("\u25cb miss");
    case Kind::Bypass:
        return tr("\u2192 not asked");
    case Kind::Stored:
        return tr("+ kept");
    case Kind::Rejected:
        break;
    }
    return tr("\u00d7 not kept");
}

QString FeedModel::whyText(const CacheNote &note)
{
    if (note.outcome != Kind::Hit)
        return reasonText(note.reason);
    if (note.isStale)
        return tr("stale, for a provider that could not answer");
    switch (note.tier) {
    case ChatReply::Origin::Memory:
        return tr("from memory");
    case ChatReply::Origin::Disk:
        return tr("from disk");
    case ChatReply::Origin::Shared:
        return tr("from the shared cache");
    default:
        return {};
    }
}

QVariant FeedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == Saved ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const FeedRow &one = row(index.row());
    switch (index.column()) {
    case At:
        return QLocale().toString(one.at.toLocalTime().time(), u"HH:mm:ss"_s);
    case Outcome:
        return outcomeText(one.note);
    case Why:
        return whyText(one.note);
    case Model:
        return one.note.model;
    case Agent:
        return one.note.agent;
    case Saved:
        return one.note.savedMicroUsd ? costText(one.note.savedMicroUsd) : QString();
    case Key:
        return keyText(one.note.key);
    default:
        return {};
    }
}

QVariant FeedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Saved ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case At:
        return tr("Time");
    case Outcome:
        return tr("Outcome");
    case Why:
        return tr("Why");
    case Model:
        return tr("Model");
    case Agent:
        return tr("Agent");
    case Saved:
        return tr("Saved");
    case Key:
        return tr("Key");
    default:
        return {};
    }
}

void FeedModel::add(const FeedRow &row)
{
    if (m_rows.size() == MostRows) {
        beginRemoveRows({}, MostRows - 1, MostRows - 1);
        m_rows.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_rows.push_front(row);
    endInsertRows();
}

void FeedModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

} // namespace kagura
