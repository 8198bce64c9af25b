// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/markdown/inlinescanner.h"

namespace kagura {

MarkdownInline MarkdownInline::of(QStringView raw, End end)
{
    return InlineScanner(raw, end).scan();
}

bool isWebTarget(QStringView target)
{
    for (const QStringView scheme : {u"https://", u"http://", u"mailto:"}) {
        if (target.size() > scheme.size() && target.startsWith(scheme, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace kagura
