// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "ui/settings/teampane.h"

#include <QObject>

#include <functional>

namespace kagura {

//! The bridge between the pane of the shared cache and the engine.
//!
//! Thread: the GUI thread. Lifetime: the pane outlives it, the engine as well, or has ended its thread.
//! Errors: shown in the pane.
class TeamController final : public QObject
{
    Q_OBJECT

public:
    TeamController(ChatEngine &engine, TeamPane &pane, QObject *parent = nullptr);
    ~TeamController() override;

    //! What the pane says of a state, before the server was asked.
    [[nodiscard]] static TeamEntry entryOf(const TeamState &state);
    //! What it says of how the server answered.
    [[nodiscard]] static NoticeText testWords(const std::optional<Error> &failure,
                                              const RedisTier::Look &look);

private:
    void tell(std::function<void(TeamDesk &)> work);
    void show(const NoticeText &state);

    ChatEngine &m_engine;
    TeamPane &m_pane;
    TeamEntry m_entry;
};

} // namespace kagura
