// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/mainwindow.h"

#include "ui/shell/commandpalette.h"
#include "ui/shell/toastbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/statuscell.h"

#include <QAction>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal StatusGap = 20;
constexpr qreal FirstWidth = 1440;
constexpr qreal FirstHeight = 900;

} // namespace

QSize MainWindow::firstSize(const Theme &theme)
{
    const QSize wished(theme.px(FirstWidth), theme.px(FirstHeight));
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen == nullptr ? wished : wished.boundedTo(screen->availableSize());
}

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
{
    setObjectName(u"mainWindow"_s);
    setAccessibleName(u"Kagura"_s);
    setWindowTitle(u"Kagura"_s);
    setWindowIcon(QIcon(u":/icons/kagura.svg"_s));
    auto *frame = new QWidget(this);
    frame->setObjectName(u"frame"_s);
    makeRail(frame);
    m_stack = new QStackedWidget(frame);
    m_stack->setObjectName(u"pages"_s);
    m_bannerArea = new Panel(ColorToken::Surface, Qt::BottomEdge, frame);
    m_bannerArea->setObjectName(u"banners"_s);
    m_bannerArea->setAccessibleName(tr("What needs attention"));
    auto *bannerRows = new QVBoxLayout(m_bannerArea);
    bannerRows->setSpacing(0);
    m_bannerArea->hide();
    makeStatusBar(frame);
    auto *main = new QVBoxLayout;
    main->setSpacing(0);
    main->addWidget(m_bannerArea);
    main->addWidget(m_stack, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_rail);
    columns->addLayout(main, 1);
    auto *rows = new QVBoxLayout(frame);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(columns, 1);
    rows->addWidget(m_status);
    setCentralWidget(frame);
    m_toast = new ToastBar(frame);
    connect(m_toast, &ToastBar::sizeChanged, this, &MainWindow::placeToast);
    m_palette = new CommandPalette(frame);
    auto *paletteKey = new QShortcut(QKeySequence(u"Ctrl+K"_s), this);
    connect(paletteKey, &QShortcut::activated, this, &MainWindow::openPalette);
    setTheme(m_theme);
}

void MainWindow::makeRail(QWidget *frame)
{
    m_rail = new Panel(ColorToken::Sunken, Qt::RightEdge, frame);
    m_rail->setObjectName(u"rail"_s);
    m_rail->setAccessibleName(tr("Pages"));
    m_mark = new QLabel(m_rail);
    m_mark->setObjectName(u"mark"_s);
    m_mark->setAccessibleName(u"Kagura"_s);
    m_top = new QVBoxLayout;
    m_bottom = new QVBoxLayout;
    auto *rows = new QVBoxLayout(m_rail);
    rows->setSpacing(0);
    rows->addWidget(m_mark, 0, Qt::AlignHCenter);
    rows->addLayout(m_top);
    rows->addStretch(1);
    rows->addLayout(m_bottom);
}

void MainWindow::makeStatusBar(QWidget *frame)
{
    m_status = new Panel(ColorToken::Sunken, Qt::TopEdge, frame);
    m_status->setObjectName(u"statusBar"_s);
    m_status->setAccessibleName(tr("Status"));
    m_state = new StatusCell(m_status);
    m_state->setObjectName(u"state"_s);
    m_calls = new StatusCell(m_status);
    m_calls->setObjectName(u"callsInFlight"_s);
    m_answers = new StatusCell(m_status);
    m_answers->setObjectName(u"answersWanted"_s);
    m_cache = new StatusCell(m_status);
    m_cache->setObjectName(u"cacheMode"_s);
    m_spent = new StatusCell(m_status);
    m_spent->setObjectName(u"spentToday"_s);
    m_paletteKey = new KeyHint(
        QKeySequence(u"Ctrl+K"_s).toString(QKeySequence::NativeText).replace(u'+', u' '),
        tr("All commands"), m_status);
    m_paletteKey->setObjectName(u"paletteKey"_s);
    connect(m_paletteKey, &KeyHint::clicked, this, &MainWindow::openPalette);
    auto *cells = new QHBoxLayout(m_status);
    cells->addWidget(m_state);
    cells->addWidget(m_calls);
    cells->addWidget(m_answers);
    cells->addWidget(m_cache);
    cells->addStretch(1);
    cells->addWidget(m_spent);
    cells->addWidget(m_paletteKey);
    setCallsInFlight(0);
    setAnswersWanted(0);
}

void MainWindow::addPage(QWidget *page, const QString &icon, const QString &title, Place place)
{
    auto *button = new Button(ButtonRole::Rail, {}, m_rail);
    button->setObjectName(u"rail."_s + icon);
    button->setAccessibleName(title);
    button->setCheckable(true);
    button->setIconName(icon);
    button->setTheme(m_theme);
    m_stack->addWidget(page);
    m_pages.append({page, button});
    button->setChecked(m_pages.size() == 1);
    (place == Place::Top ? m_top : m_bottom)->addWidget(button, 0, Qt::AlignHCenter);
    const QKeySequence keys(u"Ctrl+%1"_s.arg(m_pages.size()));
    button->setToolTip(u"%1 (%2)"_s.arg(title, keys.toString(QKeySequence::NativeText)));
    auto *shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, [this, page] { showPage(page); });
    connect(button, &Button::clicked, this, [this, page] { showPage(page); });
}

void MainWindow::showPage(QWidget *page)
{
    m_stack->setCurrentWidget(page);
    // No button group: an exclusive one takes all but one of its buttons out of the Tab key's way.
    for (const Page &one : std::as_const(m_pages))
        one.button->setChecked(one.widget == page);
    // Where one was on it, so that the keyboard goes on there.
    QWidget *last = page->focusWidget();
    (last ? last : page)->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT pageShown(page->objectName());
}

QWidget *MainWindow::page(const QString &name) const
{
    const auto found = std::find_if(m_pages.cbegin(), m_pages.cend(), [&name](const Page &one) {
        return one.widget->objectName() == name;
    });
    return found == m_pages.cend() ? nullptr : found->widget;
}

void MainWindow::setTheme(const Theme &theme)
{
    m_theme = theme;
    dressRail();
    dressStatusBar();
    m_toast->setTheme(theme);
    m_palette->setTheme(theme);
    dressBanners();
    placeToast();
}

void MainWindow::dressBanners()
{
    m_bannerArea->setTheme(m_theme);
    const int pad = m_theme.px(Space::Small);
    m_bannerArea->layout()->setContentsMargins(pad, pad, pad, pad);
    m_bannerArea->layout()->setSpacing(pad);
    for (Notice *banner : std::as_const(m_banners))
        banner->setTheme(m_theme);
}

void MainWindow::setBanner(const QString &name, const NoticeText &text)
{
    Notice *&banner = m_banners[name];
    if (!banner) {
        banner = new Notice(m_bannerArea);
        banner->setObjectName(u"banner."_s + name);
        m_bannerArea->layout()->addWidget(banner);
        connect(banner, &Notice::stepRequested, this, [this, name] {
            setBanner(name, {});
            Q_EMIT bannerUsed(name);
        });
        dressBanners();
    }
    banner->setText(text);
    m_bannerArea->setVisible(
        std::any_of(m_banners.cbegin(), m_banners.cend(),
                    [](const Notice *one) { return !one->text().title.isEmpty(); }));
}

void MainWindow::dressRail()
{
    m_rail->setTheme(m_theme);
    m_rail->setFixedWidth(m_theme.px(Measure::Rail));
    const int pad = m_theme.px(Space::Medium);
    m_rail->layout()->setContentsMargins(0, pad, 0, pad);
    const int side = m_theme.px(Measure::Mark);
    m_mark->setPixmap(
        m_theme.icon(u"mark"_s, ColorToken::Brand).pixmap(QSize(side, side), devicePixelRatioF()));
    m_mark->setContentsMargins(0, 0, 0, m_theme.px(Space::Large));
    m_top->setSpacing(m_theme.px(Space::Tight));
    m_bottom->setSpacing(m_theme.px(Space::Tight));
    for (const Page &page : std::as_const(m_pages))
        page.button->setTheme(m_theme);
}

void MainWindow::dressStatusBar()
{
    m_status->setTheme(m_theme);
    m_status->setFixedHeight(m_theme.px(Measure::StatusBar));
    const int pad = m_theme.px(Space::Large);
    m_status->layout()->setContentsMargins(pad, m_theme.px(Measure::Hairline), pad, 0);
    m_status->layout()->setSpacing(m_theme.px(StatusGap));
    for (StatusCell *cell : {m_state, m_calls, m_answers, m_cache, m_spent})
        cell->setTheme(m_theme);
    m_paletteKey->setTheme(m_theme);
}

void MainWindow::setCommands(const QList<QAction *> &commands)
{
    for (QAction *command : commands)
        addAction(command);
    m_palette->setCommands(commands);
}

void MainWindow::openPalette()
{
    m_palette->open();
}

void MainWindow::setState(const QString &words, ColorToken dot)
{
    m_state->setParts({{words}}, dot);
}

void MainWindow::showCount(StatusCell &cell, const QString &words, int count, ColorToken ink)
{
    // The figure is set apart from its words, which a translation may order as it likes.
    const QString figure = QString::number(count);
    const qsizetype at = words.indexOf(figure);
    if (at < 0)
        cell.setParts({{words}});
    else
        cell.setParts({{words.left(at)}, {figure, true, ink}, {words.mid(at + figure.size())}});
}

void MainWindow::setCallsInFlight(int count)
{
    showCount(*m_calls,
              count == 1 ? tr("1 call in flight") : tr("%n calls in flight", nullptr, count), count,
              ColorToken::Text);
}

void MainWindow::setAnswersWanted(int count)
{
    if (count == 0)
        m_answers->setParts({});
    else
        showCount(*m_answers,
                  count == 1 ? tr("1 answer wanted") : tr("%n answers wanted", nullptr, count),
                  count, ColorToken::Wait);
}

void MainWindow::setCacheMode(const QString &words, bool isUsual)
{
    if (words.isEmpty())
        m_cache->setParts({});
    else
        m_cache->setParts(
            {{tr("Cache ")}, {words, true, isUsual ? ColorToken::Text : ColorToken::Wait}});
}

void MainWindow::setSpentToday(const QString &amount, const QString &details)
{
    m_spent->setToolTip(details);
    m_spent->setAccessibleDescription(details);
    if (amount.isEmpty())
        m_spent->setParts({});
    else
        m_spent->setParts({{tr("Today: spent ")}, {amount, true, ColorToken::Text}});
}

void MainWindow::notify(const QString &text)
{
    m_toast->show(text);
}

void MainWindow::offerUndo(const QString &text, const std::function<void()> &undo)
{
    m_toast->show(text, tr("Undo"), undo);
}

void MainWindow::raiseToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing(saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    placeToast();
}

void MainWindow::placeToast()
{
    const QSize size = m_toast->sizeHint().boundedTo(this->size());
    const int gap = m_theme.px(Space::Large) - FloatingCard::reach(m_theme);
    m_toast->setGeometry((width() + m_rail->width() - size.width()) / 2,
                         height() - m_status->height() - size.height() - gap, size.width(),
                         size.height());
    m_toast->raise();
}

} // namespace kagura
