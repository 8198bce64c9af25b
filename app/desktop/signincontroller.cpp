// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/signincontroller.h"

#include "app/desktop/signindesk.h"
#include "ui/settings/signindialog.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QString sentence(const QString &message)
{
    if (message.isEmpty())
        return {};
    const QString text = message.at(0).toUpper() + message.mid(1);
    return text.endsWith(u'.') ? text : text + u'.';
}

} // namespace

SignInController::SignInController(ChatEngine &engine, OpenBrowser openBrowser, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_openBrowser(std::move(openBrowser))
{
    SignInDesk *desk = &m_engine.signIns();
    connect(desk, &SignInDesk::browserWanted, this, [this](const QUrl &url) {
        if (m_dialog)
            m_dialog->showBrowser(url, m_openBrowser(url));
    });
    connect(desk, &SignInDesk::keyringWaits, this, [this] {
        if (m_dialog)
            m_dialog->showKeyring();
    });
    connect(desk, &SignInDesk::signedIn, this, [this](const QString &, bool isKept) {
        if (m_dialog)
            m_dialog->accept();
        Q_EMIT notified(isKept ? tr("You are signed in. The tokens are in the keychain.")
                               : tr("You are signed in until Kagura is closed: the keychain did "
                                    "not take the tokens."));
    });
    connect(desk, &SignInDesk::failed, this, [this](const Error &error) {
        if (m_dialog)
            m_dialog->showFailure(words(error));
        else
            Q_EMIT notified(words(error).title);
    });
    connect(desk, &SignInDesk::signedOut, this, [this](const QString &, bool isRevoked) {
        Q_EMIT notified(
            isRevoked ? tr("You are signed out, and the tokens are void.")
                      : tr("You are signed out here. The server could not be told: revoke the "
                           "access on its own pages, too."));
    });
    connect(desk, &SignInDesk::signOutFailed, this, [this](const Error &error) {
        Q_EMIT notified(tr("You are still signed in. %1").arg(sentence(error.message)));
    });
}

SignInController::~SignInController()
{
    delete m_dialog;
}

void SignInController::tell(std::function<void(SignInDesk &)> work)
{
    SignInDesk *desk = &m_engine.signIns();
    QMetaObject::invokeMethod(desk, [desk, work = std::move(work)] { work(*desk); });
}

void SignInController::open(const QString &provider,
                            const QString &title,
                            const QString &clientId,
                            const Theme &theme,
                            QWidget *window)
{
    delete m_dialog;
    m_dialog = new SignInDialog(title, clientId, theme, window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        m_dialog, &SignInDialog::signInRequested, this,
        [this, provider](const QString &id, const Secret &secret) {
            tell([provider, id, secret](SignInDesk &desk) { desk.signIn(provider, id, secret); });
        });
    connect(m_dialog, &QDialog::rejected, this,
            [this] { tell([](SignInDesk &desk) { desk.cancel(); }); });
    m_dialog->open();
}

void SignInController::signOut(const QString &provider)
{
    tell([provider](SignInDesk &desk) { desk.signOut(provider); });
}

NoticeText SignInController::words(const Error &error)
{
    NoticeText text{NoticeText::Kind::Failure, tr("The sign-in did not work.")};
    QString next;
    switch (error.kind) {
    case Error::Kind::Timeout:
        next = tr("Next: open the browser again and finish there.");
        break;
    case Error::Kind::Auth:
        next =
            tr("Next: open the browser again and agree there. If you did, check the client id and "
               "its secret.");
        break;
    case Error::Kind::Network:
    case Error::Kind::Truncated:
        next = tr("Next: check the connection and the proxy, then try again.");
        break;
    case Error::Kind::BadRequest:
        next = tr("Next: check the client id; it has to be one for desktop apps.");
        break;
    default:
        next = tr("Next: try again in a while.");
        break;
    }
    text.detail = sentence(error.message) + u'\n' + next;
    return text;
}

} // namespace kagura
