// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/linkdialog.h"

#include "core/markdown/markdowninline.h"
#include "ui/chat/chatstyle.h"
#include "ui/theme/buttonrole.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kagura {
namespace {

constexpr int shownUrlLength = 600;

QLabel *addLabel(QVBoxLayout &layout, const QString &text, const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText); // it is foreign text
    label->setText(text);
    label->setWordWrap(true);
    layout.addWidget(label);
    return label;
}

//! A long address without a space would not wrap.
QString broken(const QString &url)
{
    QString out;
    for (qsizetype i = 0; i < std::min<qsizetype>(url.size(), shownUrlLength); ++i) {
        out += url.at(i);
        if (QStringView(u"/?&=.-_%").contains(url.at(i)))
            out += QChar(0x200B);
    }
    return url.size() > shownUrlLength ? out + QChar(0x2026) : out;
}

} // namespace

LinkDialog::LinkDialog(const QUrl &url, const ChatStyle &style, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("linkDialog"));
    setWindowTitle(tr("Open this link?"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style.wide, style.wide, style.wide, style.wide);
    layout->setSpacing(style.gap);
    QLabel *title = addLabel(*layout, windowTitle(), QStringLiteral("linkTitle"));
    title->setFont(style.titleFont);
    QLabel *host = addLabel(*layout, destination(url), QStringLiteral("linkHost"));
    host->setFont(style.labelStrongFont);
    const QString full = QString::fromLatin1(url.toEncoded());
    QLabel *address = addLabel(*layout, broken(full), QStringLiteral("linkAddress"));
    inkLabel(address, style.text2);
    if (const QString note = warning(url); !note.isEmpty())
        inkLabel(addLabel(*layout, note, QStringLiteral("linkWarning")), style.wait);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *open = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    open->setObjectName(QStringLiteral("linkOpen"));
    QPushButton *copy = buttons->addButton(tr("Copy address"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("linkCopy"));
    setButtonRole(open, ButtonRole::Primary);
    layout->addSpacing(style.gap);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, [this, full] {
        QApplication::clipboard()->setText(full);
        reject();
    });
    open->setDefault(true);
    setMinimumWidth(std::max(sizeHint().width(), style.column * 3 / 5));
}

QUrl LinkDialog::openable(const QString &target)
{
    if (!isWebTarget(target))
        return {};
    const QUrl url(target.trimmed(), QUrl::TolerantMode);
    const QString scheme = url.scheme().toLower();
    const bool isMail = scheme == QStringLiteral("mailto") && !url.path().isEmpty();
    const bool isWeb = (scheme == QStringLiteral("http") || scheme == QStringLiteral("https"))
        && !url.host().isEmpty();
    return url.isValid() && (isMail || isWeb) ? url : QUrl();
}

QString LinkDialog::destination(const QUrl &url)
{
    if (url.scheme().compare(QStringLiteral("mailto"), Qt::CaseInsensitive) == 0)
        return url.path(QUrl::FullyEncoded);
    const QString host = url.host(QUrl::FullyEncoded);
    return url.port() < 0 ? host : QStringLiteral("%1:%2").arg(host).arg(url.port());
}

QString LinkDialog::warning(const QUrl &url)
{
    if (!url.userInfo().isEmpty() && !url.host().isEmpty())
        return tr("The name before the @ is not the site: it leads to %1.").arg(destination(url));
    if (url.host(QUrl::FullyEncoded).contains(QStringLiteral("xn--")))
        return tr("The name has letters from other alphabets: %1")
            .arg(url.host(QUrl::PrettyDecoded));
    if (url.scheme().compare(QStringLiteral("http"), Qt::CaseInsensitive) == 0)
        return tr("The connection is not encrypted.");
    return {};
}

bool openLink(const QString &target, const ChatStyle &style, QWidget *parent)
{
    const QUrl url = LinkDialog::openable(target);
    if (url.isEmpty())
        return false;
    auto *dialog = new LinkDialog(url, style, parent);
    QObject::connect(dialog, &QDialog::accepted, dialog, [url] { QDesktopServices::openUrl(url); });
    dialog->open();
    return true;
}

} // namespace kagura
