// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/doorbell.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace kagura {

Doorbell::Doorbell(std::function<void()> ready, QObject *parent)
    : QObject(parent)
    , m_ready(std::move(ready))
{}

Doorbell::~Doorbell() = default;

void Doorbell::ring()
{
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void Doorbell::customEvent(QEvent *)
{
    // A copy: whoever is called may delete its parent, and this with it.
    const std::function<void()> ready = m_ready;
    ready();
}

} // namespace kagura
