// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/secret.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice.h"

#include <QDialog>
#include <QUrl>

class QLineEdit;

namespace kagura {

class Button;
class Label;

//! What a sign-in needs, and how it goes on while the browser is open. Esc ends it at any moment.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: shown in it; the fields stay as they are, so
//! that another attempt is one key away.
class SignInDialog final : public QDialog
{
    Q_OBJECT

public:
    //! title: whom one signs in with, "Google".
    SignInDialog(const QString &title,
                 const QString &clientId,
                 const Theme &theme,
                 QWidget *parent = nullptr);
    ~SignInDialog() override;

    //! The browser has that address, or has to be given it by hand.
    void showBrowser(const QUrl &url, bool isOpened);
    void showKeyring(); //!< which may be asking for its password
    void showFailure(const NoticeText &failure);

Q_SIGNALS:
    void signInRequested(const QString &clientId, const kagura::Secret &clientSecret);

private:
    void build(const QString &title);
    void submit();
    void refresh();
    void setWaiting(bool isWaiting);
    void fit();

    Theme m_theme;
    QUrl m_url; //!< of the sign-in that is under way
    bool m_isWaiting = false;
    QLineEdit *m_clientId = nullptr;
    QLineEdit *m_clientSecret = nullptr;
    Notice *m_notice = nullptr;
    Button *m_start = nullptr;
};

} // namespace kagura
