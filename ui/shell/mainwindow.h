// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/notice.h"

#include <QList>
#include <QMainWindow>
#include <QMap>
#include <QString>

#include <functional>

class QAction;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace kagura {

class Button;
class CommandPalette;
class KeyHint;
class Panel;
class StatusCell;
class ToastBar;

//! The frame around the pages: rail on the left, the page, the status bar, and the palette over it.
//! Shows pages and does nothing else; a page is added by one call of addPage().
//!
//! Thread: the GUI thread. Lifetime: the program's. Errors: none.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    enum class Place : std::uint8_t { Top, Bottom }; //!< of the rail

    //! At the very first start: what the pages are drawn for, or what the screen has room for.
    [[nodiscard]] static QSize firstSize(const Theme &theme);

    explicit MainWindow(QWidget *parent = nullptr);

    //! icon: a name of Theme::icon(). The window takes the page; Ctrl+1, Ctrl+2 … show them in order.
    void addPage(QWidget *page,
                 const QString &icon,
                 const QString &title,
                 Place place = Place::Top);
    void showPage(QWidget *page);
    //! By its object name; null where there is none.
    [[nodiscard]] QWidget *page(const QString &name) const;

    void setTheme(const Theme &theme);

    //! What the palette lists; their keys work wherever the focus is. Actions outlive the window.
    void setCommands(const QList<QAction *> &commands);
    void openPalette();

    //! What the state cell says: "Ready", "Ready, Guide only", "No data folder".
    void setState(const QString &words, ColorToken dot);
    //! What the cache of answers does: "on", "read only". Empty: nothing is shown.
    void setCacheMode(const QString &words, bool isUsual);
    void setCallsInFlight(int count);
    void setAnswersWanted(int count); //!< by runs; none: nothing is shown
    //! What the day has cost so far, as it is shown: "$0.42"; empty hides it.
    //! details: what a person is told who points at it.
    void setSpentToday(const QString &amount, const QString &details = {});

    //! Something small that happened, for a few seconds; with undo, long enough to use it.
    void notify(const QString &text);
    void offerUndo(const QString &text, const std::function<void()> &undo);

    //! What stays above the pages until another text, or none, is set under that name; its button,
    //! where it has one, takes it away.
    void setBanner(const QString &name, const NoticeText &text);

    void raiseToFront();

Q_SIGNALS:
    void pageShown(const QString &name); //!< see page()
    void bannerUsed(const QString &name); //!< its step; the banner goes away
    void closing(const QByteArray &geometry); //!< for restoreGeometry() at the next start

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Page
    {
        QWidget *widget = nullptr;
        Button *button = nullptr;
    };

    static void showCount(StatusCell &cell, const QString &words, int count, ColorToken ink);
    void makeRail(QWidget *frame);
    void makeStatusBar(QWidget *frame);
    void dressRail();
    void dressStatusBar();
    void dressBanners();
    void placeToast();

    Theme m_theme;
    QList<Page> m_pages;
    Panel *m_rail = nullptr;
    QVBoxLayout *m_top = nullptr;
    QVBoxLayout *m_bottom = nullptr;
    QLabel *m_mark = nullptr;
    QStackedWidget *m_stack = nullptr;
    Panel *m_bannerArea = nullptr; // hidden while it is empty
    QMap<QString, Notice *> m_banners; // by name
    Panel *m_status = nullptr;
    StatusCell *m_state = nullptr;
    StatusCell *m_calls = nullptr;
    StatusCell *m_answers = nullptr;
    StatusCell *m_cache = nullptr;
    StatusCell *m_spent = nullptr;
    KeyHint *m_paletteKey = nullptr;
    ToastBar *m_toast = nullptr;
    CommandPalette *m_palette = nullptr;
};

} // namespace kagura
