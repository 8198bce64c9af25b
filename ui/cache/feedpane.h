// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/entrydetail.h"
#include "ui/cache/feedmodel.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QTableView;

namespace kagura {

class Button;
class Label;
class MissCard;
class Panel;

//! What the cache does, as it does it; a miss says why, a hit leads to its entry.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class FeedPane final : public QWidget
{
    Q_OBJECT

public:
    explicit FeedPane(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    //! Held back while the person has it stand still.
    void add(const FeedRow &row);
    void setMiss(quint64 number, const MissDetail &miss);

Q_SIGNALS:
    void entryRequested(const kagura::CacheKey &key);
    void missWanted(quint64 number);
    void nearestRequested(const kagura::CacheEntry &nearest);
    void copyRequested(const QString &text);

private:
    void showChoice();
    void showWords();

    FeedModel *m_model = nullptr;
    QList<FeedRow> m_heldBack;
    Panel *m_head = nullptr;
    Label *m_words = nullptr;
    Button *m_pause = nullptr;
    Button *m_clear = nullptr;
    Button *m_open = nullptr;
    QTableView *m_table = nullptr;
    Panel *m_side = nullptr;
    MissCard *m_miss = nullptr;
    quint64 m_shown = 0; //!< whose miss is explained
};

} // namespace kagura
