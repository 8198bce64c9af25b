// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/connectdialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal DialogWidth = 600;
constexpr qreal LabelColumn = 88;
constexpr int MostProviders = 14;

bool isWebUrl(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

// Words under a field stand closer to it than to the next one.
Label *makeHint(const QString &name, QWidget *parent)
{
    auto *hint = new Label(
        {TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped}, {}, parent);
    hint->setObjectName(name);
    return hint;
}

} // namespace

ConnectDialog::ConnectDialog(const QList<ConnectChoice> &choices,
                             const Theme &theme,
                             const Ports &ports,
                             QWidget *parent)
    : QDialog(parent)
    , m_choices(choices)
    , m_theme(theme)
    , m_ports(ports)
{
    setObjectName(u"connectDialog"_s);
    setWindowTitle(tr("Connect a model"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_key, &QLineEdit::textChanged, this, &ConnectDialog::takeKey);
    connect(m_provider, &QComboBox::currentIndexChanged, this, &ConnectDialog::takeProvider);
    connect(m_url, &QLineEdit::textChanged, this, &ConnectDialog::refresh);
    connect(m_test, &QPushButton::clicked, this, &ConnectDialog::test);
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::submit);
    connect(this, &QDialog::finished, m_key, &QLineEdit::clear);
    takeProvider(0);
    m_key->setFocus();
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::build()
{
    auto *heading = new Label({TypeSize::Heading, ColorToken::Text, QFont::DemiBold},
                              tr("Connect a model"), this);
    heading->setObjectName(u"connectHeading"_s);
    heading->setTheme(m_theme);
    m_obstacle = makeHint(u"obstacle"_s, this);
    m_obstacle->setTheme(m_theme);
    auto *cancel = new Button(ButtonRole::Secondary, tr("Cancel"), this);
    cancel->setObjectName(u"cancel"_s);
    cancel->setTheme(m_theme);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_connect = new Button(ButtonRole::Primary, tr("Connect"), this);
    m_connect->setObjectName(u"connect"_s);
    m_connect->setTheme(m_theme);
    m_connect->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(m_theme.px(Space::Small));
    buttons->addWidget(m_obstacle, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_connect);
    auto *rows = new QVBoxLayout(this);
    const int margin = m_theme.px(Space::Wide);
    rows->setContentsMargins(margin, margin, margin, margin);
    rows->setSpacing(0);
    rows->addWidget(heading);
    rows->addSpacing(m_theme.px(Space::Large));
    rows->addLayout(buildForm());
    rows->addSpacing(m_theme.px(Space::Medium));
    rows->addLayout(buttons);
    setFixedWidth(m_theme.px(DialogWidth));
}

QGridLayout *ConnectDialog::buildForm()
{
    m_key = new QLineEdit(this);
    m_key->setObjectName(u"key"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setPlaceholderText(tr("Paste a key; most are recognised"));
    m_test = new Button(ButtonRole::Secondary, tr("Test"), this);
    m_test->setObjectName(u"test"_s);
    m_test->setAccessibleName(tr("Test the connection"));
    m_keyPlace = makeHint(u"keyPlace"_s, this);
    m_provider = new QComboBox(this);
    m_provider->setObjectName(u"provider"_s);
    m_provider->setMaxVisibleItems(MostProviders);
    for (const ConnectChoice &choice : std::as_const(m_choices))
        m_provider->addItem(choice.title, choice.name);
    m_url = new QLineEdit(this);
    m_url->setObjectName(u"baseUrl"_s);
    m_target = makeHint(u"target"_s, this);
    m_result = new Notice(this);
    m_result->setObjectName(u"testResult"_s);
    m_result->setTheme(m_theme);
    m_test->setTheme(m_theme);
    m_keyPlace->setTheme(m_theme);
    m_target->setTheme(m_theme);

    auto *form = new QGridLayout;
    form->setHorizontalSpacing(m_theme.px(Space::Small));
    form->setVerticalSpacing(0);
    form->setColumnMinimumWidth(0, m_theme.px(LabelColumn));
    form->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString &words, QWidget *field, Label *hint) {
        auto *label = new Label({TypeSize::Body, ColorToken::Text2}, words, this);
        label->setTheme(m_theme);
        label->setObjectName(field->objectName() + u"Label"_s);
        label->setBuddy(field);
        field->setAccessibleName(words);
        form->addWidget(label, row, 0, Qt::AlignVCenter);
        form->addWidget(field, row, 1, 1, field == m_key ? 1 : 2);
        if (field == m_key)
            form->addWidget(m_test, row, 2);
        if (hint != nullptr) {
            hint->setContentsMargins(0, m_theme.px(Space::Tight), 0, 0);
            form->addWidget(hint, row + 1, 1, 1, 2);
        }
        form->setRowMinimumHeight(row + 2, m_theme.px(Space::Medium));
        row += 3;
    };
    add(tr("Key"), m_key, m_keyPlace);
    add(tr("Provider"), m_provider, nullptr);
    add(tr("Base URL"), m_url, m_target);
    form->addWidget(m_result, row, 1, 1, 2);
    setTabOrder(m_key, m_test);
    setTabOrder(m_test, m_provider);
    setTabOrder(m_provider, m_url);
    return form;
}

void ConnectDialog::select(const QString &provider)
{
    m_provider->setCurrentIndex(std::max(0, m_provider->findData(provider)));
}

void ConnectDialog::setKeyPlace(const QString &words, bool isLasting)
{
    m_keyPlace->setText(words.isEmpty() ? QString() : tr("The key is kept %1.").arg(words));
    m_keyPlace->setInk(isLasting ? ColorToken::Text2 : ColorToken::Wait);
    fit();
}

void ConnectDialog::takeKey(const QString &pasted)
{
    const int index = m_provider->findData(m_ports.recognise(m_ports.clean(pasted)));
    if (index >= 0)
        m_provider->setCurrentIndex(index);
    refresh();
}

void ConnectDialog::takeProvider(int index)
{
    const QSignalBlocker quiet(m_url);
    m_url->setText(m_choices.value(index).baseUrl);
    refresh();
}

ConnectRequest ConnectDialog::request() const
{
    return {m_provider->currentData().toString(), QUrl(m_url->text().trimmed(), QUrl::StrictMode),
            m_ports.clean(m_key->text())};
}

QString ConnectDialog::obstacle() const
{
    const ConnectChoice choice = m_choices.value(m_provider->currentIndex());
    const ConnectRequest filled = request();
    if (!isWebUrl(filled.baseUrl))
        return tr("The base URL has to begin with https:// or http:// and name a host.");
    if (!m_key->text().trimmed().isEmpty() && filled.key.isEmpty())
        return tr("This cannot be a key: it is too short, or holds spaces or letters no key has.");
    if (choice.needsKey && filled.key.isEmpty())
        return tr("%1 needs a key.").arg(choice.title);
    return {};
}

void ConnectDialog::refresh()
{
    const ConnectChoice choice = m_choices.value(m_provider->currentIndex());
    const QString why = obstacle();
    m_obstacle->setText(why);
    m_connect->setEnabled(why.isEmpty());
    m_test->setEnabled(why.isEmpty() && !m_isTesting);
    QString base = m_url->text().trimmed();
    while (base.endsWith(u'/'))
        base.chop(1);
    m_target->setText(isWebUrl(request().baseUrl) ? tr("Calls go to %1").arg(base + choice.callPath)
                                                  : QString());
    m_key->setPlaceholderText(choice.needsKey ? tr("Paste a key; most are recognised")
                                              : tr("%1 needs no key").arg(choice.title));
    if (!m_isTesting)
        m_result->setText({}); // it was about what stood here before
    fit();
}

// A dialog of fixed width is as high as its words need, and follows them.
void ConnectDialog::fit()
{
    if (layout() == nullptr)
        return;
    layout()->activate();
    resize(width(),
           layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                         : sizeHint().height());
}

void ConnectDialog::test()
{
    m_isTesting = true;
    m_test->setEnabled(false);
    m_result->setText({NoticeText::Kind::Neutral, tr("Asking %1…").arg(request().baseUrl.host())});
    fit();
    Q_EMIT testRequested(request());
}

void ConnectDialog::showTestResult(const NoticeText &result)
{
    m_isTesting = false;
    m_test->setEnabled(obstacle().isEmpty());
    m_result->setText(result);
    fit();
}

void ConnectDialog::submit()
{
    if (!obstacle().isEmpty())
        return;
    Q_EMIT connectRequested(request());
    accept();
}

} // namespace kagura
