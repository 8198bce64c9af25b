// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/entrydetail.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QTextBrowser;

namespace kagura {

class Button;
class Chip;
class Label;

//! Why a call was not answered from the cache: the reason, the nearest entry, and in what they differ.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class MissCard final : public QWidget
{
    Q_OBJECT

public:
    explicit MissCard(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setMiss(const MissDetail &miss);

Q_SIGNALS:
    void nearestRequested(const kagura::CacheEntry &nearest);
    void copied(const QString &line);

private:
    void showDifferences();

    Theme m_theme;
    MissDetail m_miss;
    Label *m_title = nullptr;
    Chip *m_reason = nullptr;
    Label *m_sentence = nullptr;
    QTextBrowser *m_differences = nullptr;
    Label *m_line = nullptr;
    Button *m_nearest = nullptr;
    Button *m_copy = nullptr;
};

} // namespace kagura
