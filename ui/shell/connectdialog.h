// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/secret.h"
#include "ui/widgets/notice.h"

#include <QDialog>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace kagura {

class Button;
class Label;

//! What can be connected, as the dialog shows it.
struct ConnectChoice
{
    QString name; //!< of the provider
    QString title;
    QString baseUrl;
    QString callPath; //!< what calls add to the base URL: "/chat/completions"
    bool needsKey = true;

    bool operator==(const ConnectChoice &) const = default;
};

//! What the person filled in.
struct ConnectRequest
{
    QString provider;
    QUrl baseUrl;
    Secret key; //!< may be empty where none is needed

    bool operator==(const ConnectRequest &) const = default;
};

//! Connect a model: paste a key, see whose it is and where it will be sent, try it, and say yes.
//!
//! The key is never shown and never logged; it leaves the dialog in the two signals only, and the field
//! is emptied when the dialog ends. Whoever hears testRequested() answers with showTestResult().
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: said in the dialog.
class ConnectDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Ports
    {
        //! Takes from a pasted text what is a key; empty where nothing is.
        std::function<Secret(const QString &pasted)> clean;
        //! The name of the provider that a key belongs to, or nothing.
        std::function<QString(const Secret &key)> recognise;
    };

    ConnectDialog(const QList<ConnectChoice> &choices,
                  const Theme &theme,
                  const Ports &ports,
                  QWidget *parent);
    ~ConnectDialog() override;

    //! Where a key will be kept, in words: "in GNOME Keyring", "until Kagura is closed".
    void setKeyPlace(const QString &words, bool isLasting);
    void showTestResult(const NoticeText &result);
    void select(const QString &provider);

Q_SIGNALS:
    void testRequested(const kagura::ConnectRequest &request);
    void connectRequested(const kagura::ConnectRequest &request);

private:
    void build();
    QGridLayout *buildForm();
    void fit();
    void takeKey(const QString &pasted);
    void takeProvider(int index);
    void refresh();
    void test();
    void submit();
    [[nodiscard]] ConnectRequest request() const;
    [[nodiscard]] QString obstacle() const; //!< what keeps it from being connected; empty: nothing

    QList<ConnectChoice> m_choices;
    Theme m_theme;
    Ports m_ports;
    QLineEdit *m_key = nullptr;
    QComboBox *m_provider = nullptr;
    QLineEdit *m_url = nullptr;
    Label *m_target = nullptr;
    Label *m_keyPlace = nullptr;
    Label *m_obstacle = nullptr;
    Notice *m_result = nullptr;
    Button *m_test = nullptr;
    Button *m_connect = nullptr;
    bool m_isTesting = false;
};

} // namespace kagura
