// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace kagura {

//! One heading of the manual with the text below it, up to the next heading.
struct ManualSection
{
    QString page; //!< the page's title: "The command line"
    QString title; //!< the heading; the page's title for what stands before the first one
    QString markdown; //!< without the heading
    int level = 1; //!< of the heading

    bool operator==(const ManualSection &) const = default;
};

//! The sections of one page of Markdown, in order. Headings inside code fences are text.
[[nodiscard]] QList<ManualSection> parseManualPage(const QString &markdown);

//! All pages that the program carries, in reading order.
[[nodiscard]] QList<ManualSection> bundledManual();

} // namespace kagura
