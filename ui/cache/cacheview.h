// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace kagura {

//! A query with a name, to be asked again.
struct CacheView
{
    QString name;
    QString query;
    bool isOwn = false; //!< made by the person, who may remove it

    bool operator==(const CacheView &) const = default;
};

} // namespace kagura
