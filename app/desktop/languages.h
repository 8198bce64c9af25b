// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QLocale>
#include <QString>

#include <memory>
#include <vector>

class QTranslator;

namespace kagura {

//! The language of the window: our own texts, and those of Qt's dialogs where they are installed.
//!
//! What was made before use() keeps its words, so it comes before the first widget; Desktop begins anew
//! when another language is chosen.
//!
//! Thread: the GUI thread. Lifetime: its end takes the language away. Errors: none; without a translation
//! texts are English.
class Languages final
{
public:
    Languages();
    ~Languages();
    Q_DISABLE_COPY_MOVE(Languages)

    //! A value of settings::Language.
    void use(const QString &choice);

    //! The locale that a choice means: the system's own, or that of the language in the country that the
    //! system is in.
    [[nodiscard]] static QLocale localeOf(const QString &choice);

private:
    void install(const QLocale &locale, const QString &name, const QString &folder);

    QLocale m_before; //!< the default locale
    std::vector<std::unique_ptr<QTranslator>> m_installed;
};

} // namespace kagura
