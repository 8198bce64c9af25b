// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runvalues.h"

#include <QAbstractListModel>

namespace kagura {

//! The runs, newest first, below the day on which they began. Headings are rows of their own that cannot
//! be chosen.
//!
//! Thread: the GUI thread. Lifetime: outlives its views. Errors: none; unknown ids are ignored.
class RunHistoryModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        IsHeadingRole,
        RunRole, //!< a ShownRun
    };

    explicit RunHistoryModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QModelIndex indexOf(const QString &id) const; //!< invalid when there is none
    [[nodiscard]] const ShownRun *run(const QString &id) const;
    [[nodiscard]] int runCount() const { return int(m_runs.size()); }
    //! Its id, of those in that state; empty: there is none.
    [[nodiscard]] QString newest(std::optional<RunMark> mark = std::nullopt) const;

    //! The other runs, those of the same title first.
    [[nodiscard]] QList<ShownRun> runsLike(const QString &id) const;

    void reset(const QList<ShownRun> &runs);
    void upsert(const ShownRun &run);
    void remove(const QString &id);

    //! Shows only runs whose title or state has every word in it; empty shows all.
    void setFilter(const QString &text);
    //! Sorts into the days again; call it when one begins.
    void setNow(const QDateTime &now);

private:
    struct Line
    {
        QString heading; //!< empty: a run
        int run = -1;

        bool operator==(const Line &) const = default;
    };

    void arrange();
    [[nodiscard]] QString headingOf(const ShownRun &run) const;
    [[nodiscard]] bool isMatch(const ShownRun &run) const;

    QList<ShownRun> m_runs;
    QList<Line> m_lines;
    QStringList m_words; // of the filter
    QDateTime m_now;
};

} // namespace kagura

Q_DECLARE_METATYPE(kagura::ShownRun)
