// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/signindialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal DialogWidth = 600;
constexpr qreal LabelColumn = 96;

} // namespace

SignInDialog::SignInDialog(const QString &title,
                           const QString &clientId,
                           const Theme &theme,
                           QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
{
    setObjectName(u"signInDialog"_s);
    setWindowTitle(tr("Sign in with %1").arg(title));
    setAccessibleName(windowTitle());
    build(title);
    m_clientId->setText(clientId);
    connect(m_clientId, &QLineEdit::textChanged, this, &SignInDialog::refresh);
    connect(m_start, &QPushButton::clicked, this, &SignInDialog::submit);
    connect(m_notice, &Notice::stepRequested, this,
            [this] { QGuiApplication::clipboard()->setText(m_url.toString(QUrl::FullyEncoded)); });
    connect(this, &QDialog::finished, m_clientSecret, &QLineEdit::clear);
    refresh();
    fit();
    (clientId.isEmpty() ? m_clientId : m_clientSecret)->setFocus();
}

SignInDialog::~SignInDialog() = default;

void SignInDialog::build(const QString &title)
{
    const int gap = m_theme.px(Space::Small);
    auto *rows = new QVBoxLayout(this);
    const int margin = m_theme.px(Space::Wide);
    rows->setContentsMargins(margin, margin, margin, margin);
    rows->setSpacing(0);
    auto *heading =
        new Label({TypeSize::Heading, ColorToken::Text, QFont::DemiBold}, windowTitle(), this);
    heading->setObjectName(u"signInHeading"_s);
    auto *intro = new Label(
        {TypeSize::Body, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped},
        tr("Your browser opens, you agree there, and it comes back by itself. Kagura has no client "
           "id "
           "of its own: make one for desktop apps at %1 and enter it here. The manual says how.")
            .arg(title),
        this);
    intro->setObjectName(u"signInIntro"_s);
    rows->addWidget(heading);
    rows->addSpacing(gap);
    rows->addWidget(intro);
    rows->addSpacing(m_theme.px(Space::Large));

    m_clientId = new QLineEdit(this);
    m_clientId->setObjectName(u"clientId"_s);
    m_clientSecret = new QLineEdit(this);
    m_clientSecret->setObjectName(u"clientSecret"_s);
    m_clientSecret->setEchoMode(QLineEdit::Password);
    m_clientSecret->setPlaceholderText(tr("If one came with the client id"));
    auto *kept =
        new Label({TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped},
                  tr("It is kept in the keychain with the tokens, and nowhere else."), this);
    kept->setObjectName(u"clientSecretHint"_s);
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(gap);
    form->setVerticalSpacing(0);
    form->setColumnMinimumWidth(0, m_theme.px(LabelColumn));
    form->setColumnStretch(1, 1);
    const auto add = [&](int row, const QString &words, QLineEdit *field) {
        auto *label = new Label({TypeSize::Body, ColorToken::Text2}, words, this);
        label->setObjectName(field->objectName() + u"Label"_s);
        label->setBuddy(field);
        field->setAccessibleName(words);
        field->setFixedHeight(m_theme.px(Measure::Control));
        form->addWidget(label, row, 0);
        form->addWidget(field, row, 1);
    };
    add(0, tr("Client id"), m_clientId);
    form->setRowMinimumHeight(1, m_theme.px(Space::Medium));
    add(2, tr("Client secret"), m_clientSecret);
    kept->setContentsMargins(0, m_theme.px(Space::Tight), 0, 0);
    form->addWidget(kept, 3, 1);
    rows->addLayout(form);
    rows->addSpacing(m_theme.px(Space::Large));
    m_notice = new Notice(this);
    m_notice->setObjectName(u"signInNotice"_s);
    rows->addWidget(m_notice);

    auto *cancel = new Button(ButtonRole::Secondary, tr("Cancel"), this);
    cancel->setObjectName(u"cancel"_s);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_start = new Button(ButtonRole::Primary, tr("Open the browser"), this);
    m_start->setObjectName(u"openBrowser"_s);
    m_start->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, m_theme.px(Space::Large), 0, 0);
    buttons->setSpacing(gap);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_start);
    rows->addLayout(buttons);
    for (Label *label : findChildren<Label *>())
        label->setTheme(m_theme);
    for (Button *button : findChildren<Button *>())
        button->setTheme(m_theme);
    m_notice->setTheme(m_theme);
    setFixedWidth(m_theme.px(DialogWidth));
}

void SignInDialog::submit()
{
    if (m_isWaiting || m_clientId->text().trimmed().isEmpty())
        return;
    setWaiting(true);
    m_notice->setText({NoticeText::Kind::Neutral, tr("Opening your browser…")});
    fit();
    Q_EMIT signInRequested(m_clientId->text().trimmed(),
                           Secret(m_clientSecret->text().trimmed().toUtf8()));
}

void SignInDialog::showBrowser(const QUrl &url, bool isOpened)
{
    m_url = url;
    m_notice->setText(
        {NoticeText::Kind::Neutral,
         isOpened ? tr("Waiting for your browser…") : tr("Your browser could not be opened."),
         isOpened ? tr("Agree there, and it comes back here by itself. If no page "
                       "opened, copy its address into a browser of this computer.")
                  : tr("Copy the address into a browser of this computer, and agree "
                       "there."),
         tr("Copy the address")});
    fit();
}

void SignInDialog::showKeyring()
{
    m_notice->setText({NoticeText::Kind::Neutral, tr("Waiting for the keyring…"),
                       tr("You are signed in. The keyring may be asking for its password, to keep "
                          "the tokens.")});
    fit();
}

void SignInDialog::showFailure(const NoticeText &failure)
{
    setWaiting(false);
    m_notice->setText(failure);
    fit();
    m_start->setFocus();
}

void SignInDialog::setWaiting(bool isWaiting)
{
    m_isWaiting = isWaiting;
    m_clientId->setEnabled(!isWaiting);
    m_clientSecret->setEnabled(!isWaiting);
    refresh();
}

void SignInDialog::refresh()
{
    m_start->setEnabled(!m_isWaiting && !m_clientId->text().trimmed().isEmpty());
}

// A dialog of fixed width is as high as its words need, and follows them.
void SignInDialog::fit()
{
    layout()->activate();
    resize(width(),
           layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                         : sizeHint().height());
}

} // namespace kagura
