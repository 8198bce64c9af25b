// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

namespace kagura {

class ChatEngine;

//! The way to another language: everything that has words is made anew, as soon as nothing is lost by
//! that. Answers under way come first; keys that are in memory alone wait for the next start.
//!
//! Thread: the GUI thread. Lifetime: ends before the engine. Errors: none.
class LanguageSwitch final : public QObject
{
    Q_OBJECT

public:
    LanguageSwitch(ChatEngine &engine, const QString &current, QObject *parent = nullptr);

    //! Keeps the choice, a value of settings::Language; what follows is beginAnew() or notified().
    void choose(const QString &language);

Q_SIGNALS:
    void beginAnew();
    void notified(const QString &text);

private:
    void turn();

    ChatEngine &m_engine;
    QString m_current; // what the window speaks
    QString m_chosen;
    int m_callsInFlight = 0;
    bool m_hasSessionKeys = false;
};

} // namespace kagura
