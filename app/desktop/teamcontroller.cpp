// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/teamcontroller.h"

#include <QClipboard>
#include <QGuiApplication>

#include <utility>

namespace kagura {

TeamController::TeamController(ChatEngine &engine, TeamPane &pane, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_pane(pane)
{
    TeamDesk *desk = &m_engine.team();
    connect(desk, &TeamDesk::stateChanged, this, [this](const TeamState &state) {
        m_entry = entryOf(state);
        m_pane.showEntry(m_entry);
    });
    connect(desk, &TeamDesk::tested, this,
            [this](const std::optional<Error> &failure, const RedisTier::Look &look) {
                show(testWords(failure, look));
            });
    connect(desk, &TeamDesk::refused, this, [this](const Error &error) {
        show({NoticeText::Kind::Failure, tr("That was not stored."), error.message});
    });
    connect(desk, &TeamDesk::keyMade, this, [this](const Secret &key, bool isKept) {
        QByteArray text = key.reveal();
        QGuiApplication::clipboard()->setText(QString::fromLatin1(text));
        wipe(text);
        show({NoticeText::Kind::Good, tr("A new key is made, and it is in the clipboard."),
              isKept ? tr("Next: hand it to the others of your team, and to nobody else. Whoever "
                          "has it can read and write the shared answers.")
                     : tr("There is no keychain here, so it is gone when Kagura is closed. Next: "
                          "keep it in a safe place, and hand it to the others of your team.")});
    });
    connect(&m_pane, &TeamPane::serverChosen, this, [this](const QString &address) {
        tell([address](TeamDesk &to) { to.setServer(address); });
    });
    connect(&m_pane, &TeamPane::nameChosen, this,
            [this](const QString &name) { tell([name](TeamDesk &to) { to.setName(name); }); });
    connect(&m_pane, &TeamPane::keyGiven, this,
            [this](const Secret &key) { tell([key](TeamDesk &to) { to.setKey(key); }); });
    connect(&m_pane, &TeamPane::passwordGiven, this, [this](const Secret &password) {
        tell([password](TeamDesk &to) { to.setPassword(password); });
    });
    connect(&m_pane, &TeamPane::newKeyRequested, this,
            [this] { tell([](TeamDesk &to) { to.makeKey(); }); });
    connect(&m_pane, &TeamPane::testRequested, this,
            [this] { tell([](TeamDesk &to) { to.test(); }); });
    tell([](TeamDesk &to) { to.tellState(); });
}

TeamController::~TeamController() = default;

void TeamController::tell(std::function<void(TeamDesk &)> work)
{
    TeamDesk *desk = &m_engine.team();
    QMetaObject::invokeMethod(desk, [desk, work = std::move(work)] { work(*desk); });
}

void TeamController::show(const NoticeText &state)
{
    m_entry.state = state;
    m_pane.showEntry(m_entry);
}

TeamEntry TeamController::entryOf(const TeamState &state)
{
    TeamEntry entry;
    entry.server = state.server;
    entry.team = state.team;
    entry.keyWords =
        state.fingerprint.isEmpty() ? tr("No key in use") : tr("In use: %1").arg(state.fingerprint);
    using Kind = NoticeText::Kind;
    switch (state.kind) {
    case TeamState::Kind::Off:
        entry.state = {Kind::Neutral, tr("Off"), tr("Answers stay on this computer.")};
        break;
    case TeamState::Kind::LookingForKey:
        entry.state = {Kind::Neutral, tr("Waiting for the keychain"),
                       tr("Calls go on without the shared cache meanwhile.")};
        break;
    case TeamState::Kind::NoKey:
        entry.state = {Kind::Warning, tr("The key of the team is missing."),
                       tr("Next: paste the key that the others use, or make a new one if you are "
                          "the first.")};
        break;
    case TeamState::Kind::Unusable:
        entry.state = {Kind::Failure, tr("These settings cannot be used."), state.trouble};
        break;
    case TeamState::Kind::Ready:
        entry.state = {
            Kind::Neutral, tr("On"),
            tr("Calls to other machines ask the shared cache after this computer's own."),
            tr("Test")};
        break;
    }
    return entry;
}

NoticeText TeamController::testWords(const std::optional<Error> &failure,
                                     const RedisTier::Look &look)
{
    if (failure)
        return {NoticeText::Kind::Failure, tr("The server does not answer."),
                tr("%1. Calls go on without it. Next: check the address, and whether the server "
                   "runs.")
                    .arg(failure->message),
                tr("Test again")};
    return {
        NoticeText::Kind::Good, tr("The shared cache works."),
        tr("%1, %2 ms away, with %n answers of this team.", nullptr, static_cast<int>(look.entries))
            .arg(look.server)
            .arg(static_cast<double>(look.roundTrip.count()) / 1000, 0, 'f', 1),
        tr("Test again")};
}

} // namespace kagura
