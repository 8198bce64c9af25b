// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <QList>
#include <QString>

namespace kagura {

//! A place in which two requests differ.
struct RequestDifference
{
    QString place; //!< "system", "tools", "message 3", or the name of a parameter
    QString from; //!< prose where it is prose, else JSON; empty: it is not there
    QString to;

    bool operator==(const RequestDifference &) const = default;
};

//! Where two canonical bodies differ, parameters first and then in the order of the request. Messages
//! are compared one by one, from the first.
[[nodiscard]] QList<RequestDifference> requestDiff(const Json &from, const Json &to);

} // namespace kagura
