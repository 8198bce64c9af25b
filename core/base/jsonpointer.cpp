// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/jsonpointer.h"

namespace kagura {

using namespace Qt::StringLiterals;

QString joinedPointer(const QString &pointer, const QString &key)
{
    QString escaped = key;
    escaped.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s); // in this order
    return pointer + u'/' + escaped;
}

} // namespace kagura
