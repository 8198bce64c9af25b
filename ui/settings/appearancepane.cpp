// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/appearancepane.h"

#include "core/settings/settingkeys.h"
#include "ui/settings/panelayout.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLocale>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int ZoomSteps[] = {80, 90, 100, 110, 120, 130, 150, 175, 200, 250, 300};

//! As it is called by those who speak it, so that everybody finds their own.
QString nameOf(const QString &language)
{
    return language == "en"_L1 ? u"English"_s : QLocale(language).nativeLanguageName();
}

} // namespace

AppearancePane::AppearancePane(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"appearancePane"_s);
    m_theme = new QComboBox(this);
    m_theme->setObjectName(u"themeChoice"_s);
    m_theme->addItem(tr("Like the system"), int(ThemeController::Choice::System));
    m_theme->addItem(tr("Light"), int(ThemeController::Choice::Light));
    m_theme->addItem(tr("Dark"), int(ThemeController::Choice::Dark));
    m_zoom = new QComboBox(this);
    m_zoom->setObjectName(u"zoomChoice"_s);
    for (const int percent : ZoomSteps)
        m_zoom->addItem(tr("%1 %").arg(percent), percent);
    m_language = new QComboBox(this);
    m_language->setObjectName(u"languageChoice"_s);
    for (const QString &code : QString::fromLatin1(settings::Language.choices).split(u'|'))
        m_language->addItem(code == "system"_L1 ? tr("Like the system") : nameOf(code), code);
    PaneLayout pane(this, tr("Appearance"));
    pane.addRow(tr("Theme"), m_theme);
    pane.addRow(tr("Text size"), m_zoom, tr("Ctrl + and Ctrl \u2212 change it anywhere."));
    pane.addRow(tr("Language"), m_language,
                tr("Models answer in the language that you write to them in."));
    pane.end();
    connect(m_theme, &QComboBox::activated, this, [this] {
        Q_EMIT themeChosen(ThemeController::Choice(m_theme->currentData().toInt()));
    });
    connect(m_zoom, &QComboBox::activated, this,
            [this] { Q_EMIT zoomChosen(m_zoom->currentData().toInt()); });
    connect(m_language, &QComboBox::activated, this,
            [this] { Q_EMIT languageChosen(m_language->currentData().toString()); });
}

void AppearancePane::setTheme(const Theme &theme)
{
    PaneLayout::setTheme(this, theme);
}

void AppearancePane::showLanguage(const QString &choice)
{
    m_language->setCurrentIndex(m_language->findData(choice));
}

void AppearancePane::focusLanguage()
{
    m_language->setFocus();
}

void AppearancePane::showChoices(ThemeController::Choice choice, int zoomPercent)
{
    m_theme->setCurrentIndex(m_theme->findData(int(choice)));
    int index = m_zoom->findData(zoomPercent);
    if (index < 0) {
        m_zoom->addItem(tr("%1 %").arg(zoomPercent), zoomPercent);
        index = m_zoom->count() - 1;
    }
    m_zoom->setCurrentIndex(index);
}

} // namespace kagura
