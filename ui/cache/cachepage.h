// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/cachewords.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QStackedWidget;

namespace kagura {

class BudgetMeter;
class Button;
class CacheWorkbench;
class FeedPane;
class Label;
class OperationsPane;
class Panel;
class Segments;

//! The cache page: what is kept, what it was good for, what was done to it, and what it does now.
//!
//! It knows no cache and no database. What a person wants is a signal of its parts; what there is, is
//! told to them. A part of the page is a widget of its own behind a word in the head; see addTab().
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: shown by its parts.
class CachePage final : public QWidget
{
    Q_OBJECT

public:
    enum class Tab : std::uint8_t { Entries, Statistics, Operations, Live };

    //! conversation: shows the messages of an entry; the page takes it.
    explicit CachePage(QWidget *conversation, QWidget *parent = nullptr);

    //! The page takes it; whoever made it dresses it. Tabs stand in the order of Tab.
    void addTab(Tab tab, const QString &title, QWidget *part);
    void showTab(Tab tab);
    [[nodiscard]] Tab tab() const;

    void setTheme(const Theme &theme);

    void setFill(const CacheFill &fill);
    void setMode(const QString &mode); //!< one of cacheModes()

    [[nodiscard]] CacheWorkbench &workbench() const { return *m_workbench; }
    [[nodiscard]] OperationsPane &operations() const { return *m_operations; }
    [[nodiscard]] FeedPane &feed() const { return *m_feed; }

Q_SIGNALS:
    void modeChosen(const QString &mode);
    void tabShown(kagura::CachePage::Tab tab); //!< also when the page is turned to

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeHead();
    void showCurrent();
    void openModes();

    Panel *m_head = nullptr;
    Label *m_title = nullptr;
    Segments *m_tabs = nullptr;
    BudgetMeter *m_meter = nullptr;
    Button *m_mode = nullptr;
    QStackedWidget *m_parts = nullptr;
    CacheWorkbench *m_workbench = nullptr;
    OperationsPane *m_operations = nullptr;
    FeedPane *m_feed = nullptr;
    QString m_modeName;
};

} // namespace kagura
