// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/shownattachment.h"

#include "ui/chat/displaytext.h"

#include <QCoreApplication>

namespace kagura {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::ShownAttachment)
};

} // namespace

QString ShownAttachment::spoken() const
{
    QString words = DisplayText::line(name);
    switch (state) {
    case State::Ready:
        return detail.isEmpty() ? words : Words::tr("%1, %2").arg(words, detail);
    case State::Reading:
        return Words::tr("%1, being read").arg(words);
    case State::Failed:
        break;
    }
    return Words::tr("%1 cannot be attached: %2").arg(words, failure);
}

} // namespace kagura
