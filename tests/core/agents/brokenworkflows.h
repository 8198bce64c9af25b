// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace kagura::test {

//! A workflow file with one thing wrong in it.
struct BrokenWorkflow
{
    QByteArray name;
    QByteArray file;
    QString pointer; //!< where it is said to be wrong
    QString says; //!< a part of the sentence
};

//! A file that is right: two inputs, agents, a plan, a map, a loop, a person, a router.
[[nodiscard]] QByteArray soundWorkflow();

//! soundWorkflow(), each time with one thing changed.
[[nodiscard]] QList<BrokenWorkflow> brokenWorkflows();

} // namespace kagura::test
