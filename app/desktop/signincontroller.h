// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace kagura {

class SignInDialog;

//! The bridge between the dialog of a sign-in, the browser and the engine.
//!
//! Thread: the GUI thread. Lifetime: the engine outlives it, or has ended its thread. Errors: said in
//! the dialog, or by notified().
class SignInController final : public QObject
{
    Q_OBJECT

public:
    //! Opens an address in the person's browser; false: there is none.
    using OpenBrowser = std::function<bool(const QUrl &url)>;

    explicit SignInController(ChatEngine &engine,
                              OpenBrowser openBrowser,
                              QObject *parent = nullptr);
    ~SignInController() override;

    //! title: whom one signs in with, "Google". clientId: of the last time.
    void open(const QString &provider,
              const QString &title,
              const QString &clientId,
              const Theme &theme,
              QWidget *window);
    void signOut(const QString &provider);

    //! Why a sign-in did not work, and what is next.
    [[nodiscard]] static NoticeText words(const Error &error);

Q_SIGNALS:
    void notified(const QString &text);

private:
    void tell(std::function<void(SignInDesk &)> work);

    ChatEngine &m_engine;
    OpenBrowser m_openBrowser;
    QPointer<SignInDialog> m_dialog;
};

} // namespace kagura
