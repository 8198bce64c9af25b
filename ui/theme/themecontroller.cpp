// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/themecontroller.h"

#include "ui/theme/kagurastyle.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QToolTip>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// Qt 6.4 has no word for it: a window whose text is lighter than its ground is dark.
bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightnessF()
        > palette.color(QPalette::Window).lightnessF();
}

// Who set the desktop's font larger wants it larger here, too; 13 px is the usual.
qreal systemFontScale()
{
    const int pixels = QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).pixelSize();
    return std::clamp(pixels / 13.0, 1.0, 2.0);
}

} // namespace

ThemeController::ThemeController(QObject *parent)
    : QObject(parent)
    , m_style(new KaguraStyle(Theme()))
    , m_fontScale(systemFontScale())
    , m_isSystemDark(isDark(QApplication::palette()))
{
    QApplication::setStyle(m_style);
    qApp->installEventFilter(this);
    apply();
}

void ThemeController::setChoice(Choice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

void ThemeController::setZoomPercent(int percent)
{
    percent = std::clamp(percent, 50, 300);
    if (m_zoomPercent == percent)
        return;
    m_zoomPercent = percent;
    apply();
}

bool ThemeController::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && watched == qApp && !m_isApplying) {
        // Our palette hides the desktop's, which shows again for the moment in which we look.
        m_isApplying = true;
        QApplication::setPalette(QPalette());
        m_isSystemDark = isDark(QApplication::palette());
        m_isApplying = false;
        apply();
    }
    return QObject::eventFilter(watched, event);
}

void ThemeController::apply()
{
    const bool dark = m_choice == Choice::System ? m_isSystemDark : m_choice == Choice::Dark;
    const bool isResized = m_theme.scale() != m_fontScale * m_zoomPercent / 100.0;
    m_theme = Theme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light,
                    m_fontScale * m_zoomPercent / 100.0);
    m_style->setTheme(m_theme);
    QApplication::setPalette(m_theme.palette());
    QToolTip::setPalette(m_theme.palette());
    QApplication::setFont(m_theme.font(TypeSize::Body));
    QApplication::setFont(m_theme.font(TypeSize::Body, QFont::Medium), "QPushButton");
    QToolTip::setFont(m_theme.font(TypeSize::Small));
    if (isResized) {
        // What Qt's own parts remember of their sizes came from the old measures.
        QEvent restyled(QEvent::StyleChange);
        for (QWidget *widget : QApplication::allWidgets())
            QApplication::sendEvent(widget, &restyled);
    }
    Q_EMIT changed(m_theme);
}

} // namespace kagura
