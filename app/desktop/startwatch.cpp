// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/startwatch.h"

#include "core/base/logging.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QTimer>

namespace kagura {

StartWatch::StartWatch(QAbstractScrollArea &field)
    : QObject(&field)
    , m_field(field)
{
    field.viewport()->installEventFilter(this);
}

bool StartWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_field.hasFocus()) {
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, &StartWatch::say); // behind the painting
    }
    return false;
}

void StartWatch::say()
{
    qCInfo(logApp, "the window is typable");
    deleteLater();
}

} // namespace kagura
