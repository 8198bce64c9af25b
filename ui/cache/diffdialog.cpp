// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/diffdialog.h"

#include "ui/cache/difftext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal Width = 760;
constexpr qreal Height = 620;

} // namespace

DiffDialog::DiffDialog(const EntryPair &pair, const Theme &theme, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"diffDialog"_s);
    setWindowTitle(tr("Two entries compared"));
    setAttribute(Qt::WA_DeleteOnClose);
    const auto label = [&theme, this](const LabelLook &look, const QString &words) {
        auto *made = new Label(look, words, this);
        made->setTheme(theme);
        return made;
    };
    const auto browser = [&theme, this](const char *name, const QString &words) {
        auto *made = new QTextBrowser(this);
        made->setObjectName(QString::fromLatin1(name));
        made->setAccessibleName(words);
        made->setOpenLinks(false);
        made->setFont(theme.font(TypeSize::Body));
        return made;
    };
    auto *rows = new QVBoxLayout(this);
    const int pad = theme.px(Space::Large);
    rows->setContentsMargins(pad, pad, pad, pad);
    rows->setSpacing(theme.px(Space::Small));
    const LabelLook line{TypeSize::Body, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Elided};
    rows->addWidget(label(line, tr("From: %1").arg(nameOf(pair.left))));
    rows->addWidget(label(line, tr("To: %1").arg(nameOf(pair.right))));
    const LabelLook heading{TypeSize::Body, ColorToken::Text, QFont::DemiBold};
    rows->addWidget(label(heading, tr("Request")));
    auto *request = browser("diffRequest", tr("In what the requests differ"));
    QTextCursor cursor(request->document());
    if (pair.differences.isEmpty())
        insertPlain(cursor, tr("The requests are the same."), theme, ColorToken::Text2);
    for (qsizetype i = 0; i < pair.differences.size(); ++i) {
        if (i > 0)
            cursor.insertBlock();
        insertPlain(cursor, pair.differences.at(i).place + u"  "_s, theme, ColorToken::Text2);
        insertDiff(cursor, pair.differences.at(i).changes, theme);
    }
    rows->addWidget(request, 1);
    rows->addWidget(label(heading, tr("Answer")));
    auto *answer = browser("diffAnswer", tr("How one answer becomes the other"));
    QTextCursor second(answer->document());
    if (pair.answer.isEmpty())
        insertPlain(second, tr("Both answers are empty."), theme, ColorToken::Text2);
    insertDiff(second, pair.answer, theme);
    rows->addWidget(answer, 2);
    auto *close = new Button(ButtonRole::Secondary, tr("Close"), this);
    close->setObjectName(u"diffClose"_s);
    close->setTheme(theme);
    connect(close, &Button::clicked, this, &QDialog::close);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(close);
    rows->addLayout(foot);
    resize(theme.px(Width), theme.px(Height));
}

QString DiffDialog::nameOf(const CacheEntry &entry)
{
    QStringList parts{entry.model,
                      QLocale().toString(entry.created.toLocalTime(), u"d MMM yyyy HH:mm"_s),
                      entry.requestHead};
    if (!entry.agent.isEmpty())
        parts.prepend(entry.agent);
    return parts.join(u" \u00b7 "_s);
}

} // namespace kagura
