// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runhistorymodel.h"

#include "ui/runs/runwords.h"

#include <QLocale>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

RunHistoryModel::RunHistoryModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_now(QDateTime::currentDateTime())
{}

int RunHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant RunHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    if (role == IsHeadingRole)
        return line.run < 0;
    if (line.run < 0)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? line.heading
                                                                         : QVariant();
    const ShownRun &run = m_runs.at(line.run);
    switch (role) {
    case Qt::DisplayRole:
        return run.title;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3 of %4 nodes, %5")
            .arg(run.title, run.words.isEmpty() ? runMarkWords(run.mark) : run.words,
                 QString::number(run.done), QString::number(run.total),
                 runCostText(run.costMicroUsd));
    case IdRole:
        return run.id;
    case RunRole:
        return QVariant::fromValue(run);
    default:
        return {};
    }
}

Qt::ItemFlags RunHistoryModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_lines.at(index.row()).run < 0)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QHash<int, QByteArray> RunHistoryModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert(IdRole, "id");
    names.insert(IsHeadingRole, "isHeading");
    names.insert(RunRole, "run");
    return names;
}

QModelIndex RunHistoryModel::indexOf(const QString &id) const
{
    for (int row = 0; row < m_lines.size(); ++row)
        if (m_lines.at(row).run >= 0 && m_runs.at(m_lines.at(row).run).id == id)
            return index(row);
    return {};
}

const ShownRun *RunHistoryModel::run(const QString &id) const
{
    const auto found = std::find_if(m_runs.cbegin(), m_runs.cend(),
                                    [&id](const ShownRun &one) { return one.id == id; });
    return found == m_runs.cend() ? nullptr : &*found;
}

QString RunHistoryModel::newest(std::optional<RunMark> mark) const
{
    for (const ShownRun &run : m_runs)
        if (!mark || run.mark == *mark)
            return run.id;
    return {};
}

QList<ShownRun> RunHistoryModel::runsLike(const QString &id) const
{
    const ShownRun *one = run(id);
    QList<ShownRun> others = m_runs;
    others.removeIf([&id](const ShownRun &other) { return other.id == id; });
    if (one)
        std::stable_partition(
            others.begin(), others.end(),
            [title = one->title](const ShownRun &other) { return other.title == title; });
    return others;
}

void RunHistoryModel::reset(const QList<ShownRun> &runs)
{
    beginResetModel();
    m_runs = runs;
    m_lines.clear();
    arrange();
    endResetModel();
}

void RunHistoryModel::upsert(const ShownRun &run)
{
    const auto found = std::find_if(m_runs.cbegin(), m_runs.cend(),
                                    [&run](const ShownRun &one) { return one.id == run.id; });
    const qsizetype known = found == m_runs.cend() ? -1 : found - m_runs.cbegin();
    if (known >= 0 && m_runs.at(known) == run)
        return;
    const bool isPlaceSame = known >= 0 && m_runs.at(known).title == run.title
        && m_runs.at(known).created == run.created
        && (m_words.isEmpty() || isMatch(m_runs.at(known)) == isMatch(run));
    if (isPlaceSame) {
        m_runs[known] = run;
        const QModelIndex place = indexOf(run.id);
        if (place.isValid())
            Q_EMIT dataChanged(place, place);
        return;
    }
    QList<ShownRun> runs = m_runs;
    if (known >= 0)
        runs[known] = run;
    else
        runs.append(run);
    reset(runs);
}

void RunHistoryModel::remove(const QString &id)
{
    QList<ShownRun> runs = m_runs;
    if (runs.removeIf([&id](const ShownRun &one) { return one.id == id; }) > 0)
        reset(runs);
}

void RunHistoryModel::setFilter(const QString &text)
{
    beginResetModel();
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    arrange();
    endResetModel();
}

void RunHistoryModel::setNow(const QDateTime &now)
{
    if (now.date() == m_now.date())
        return;
    beginResetModel();
    m_now = now;
    arrange();
    endResetModel();
}

bool RunHistoryModel::isMatch(const ShownRun &run) const
{
    return std::all_of(m_words.cbegin(), m_words.cend(), [&run](const QString &word) {
        return run.title.contains(word, Qt::CaseInsensitive)
            || run.words.contains(word, Qt::CaseInsensitive)
            || runMarkWords(run.mark).contains(word, Qt::CaseInsensitive);
    });
}

QString RunHistoryModel::headingOf(const ShownRun &run) const
{
    const QDate day = run.created.toLocalTime().date();
    const QDate today = m_now.toLocalTime().date();
    if (day == today)
        return tr("Today");
    if (day.addDays(1) == today)
        return tr("Yesterday");
    return QLocale().toString(day,
                              day.year() == today.year() ? u"dddd d MMMM"_s : u"d MMMM yyyy"_s);
}

void RunHistoryModel::arrange()
{
    std::stable_sort(m_runs.begin(), m_runs.end(),
                     [](const ShownRun &a, const ShownRun &b) { return a.created > b.created; });
    m_lines.clear();
    QString last;
    for (int run = 0; run < m_runs.size(); ++run) {
        if (!isMatch(m_runs.at(run)))
            continue;
        const QString heading = headingOf(m_runs.at(run));
        if (heading != last)
            m_lines.append({heading, -1});
        last = heading;
        m_lines.append({QString(), run});
    }
}

} // namespace kagura
