// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

Languages::Languages() = default;

Languages::~Languages()
{
    QLocale::setDefault(m_before);
}

QLocale Languages::localeOf(const QString &choice)
{
    const QLocale system = QLocale::system();
    if (choice == "system"_L1)
        return system;
    const QLocale named(choice);
    // Dates and numbers as they are written where the person is, if that language is spoken there.
    return named.language() == system.language() ? system : named;
}

void Languages::use(const QString &choice)
{
    m_installed.clear();
    const QLocale locale = localeOf(choice);
    QLocale::setDefault(locale);
    if (locale.language() == QLocale::English || locale.language() == QLocale::C)
        return; // the texts themselves
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, u"kagura"_s, u":/i18n"_s);
}

void Languages::install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, name, u"_"_s, folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_installed.push_back(std::move(translator));
}

} // namespace kagura
