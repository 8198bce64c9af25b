// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/faults/answerwire.h"
#include "tests/support/scriptedserver.h"

#include <QStringList>

namespace kagura::test {

//! A server that has learned the key it was sent, and repeats it wherever a server can.
//!
//! The first part of the path says what it does and the second in which dialect: /refuse/gemini/…
class CanaryServer
{
public:
    explicit CanaryServer(const QByteArray &key);

    //! The ways in which it gives the key back; "good" is no fault at all.
    [[nodiscard]] static QStringList manners();

    [[nodiscard]] QUrl url(const QString &manner, DialectId dialect) const;
    [[nodiscard]] const ScriptedServer &server() const { return m_server; }

private:
    [[nodiscard]] Script play(const QByteArray &manner,
                              const AnswerWire &wire,
                              const ServedRequest &request) const;
    [[nodiscard]] Script refusal(const QByteArray &manner, const AnswerWire &wire) const;

    QByteArray m_key;
    ScriptedServer m_server;
};

} // namespace kagura::test
