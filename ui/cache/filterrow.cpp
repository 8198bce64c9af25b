// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/filterrow.h"

#include "ui/cache/querytokens.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

FilterRow::FilterRow(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"cacheFilterRow"_s);
    setAccessibleName(tr("Filter row"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [this, row](const QString &field, const QString &words, const QString &hint) {
        auto *edit = new QLineEdit(this);
        edit->setObjectName(u"filter."_s + field);
        edit->setAccessibleName(words);
        edit->setPlaceholderText(hint.isEmpty() ? words : tr("%1, as %2").arg(words, hint));
        edit->setClearButtonEnabled(true);
        row->addWidget(edit, 1);
        m_fields.append({field, edit});
        connect(edit, &QLineEdit::textEdited, this, [this, field, edit] {
            m_query = withField(m_query, field, edit->text().trimmed());
            Q_EMIT queryChanged(m_query);
        });
    };
    add(u"agent"_s, tr("Agent"), {});
    add(u"model"_s, tr("Model"), u"gpt*"_s);
    add(u"tag"_s, tr("Tag"), {});
    add(u"hits"_s, tr("Hits"), u"<3"_s);
    add(u"age"_s, tr("Age"), u">7d"_s);
    add(u"ttl"_s, tr("Expires"), u"<1d"_s);
    add(u"size"_s, tr("Size"), u">100k"_s);
}

void FilterRow::setTheme(const Theme &theme)
{
    layout()->setSpacing(theme.px(Space::Small));
}

void FilterRow::setNames(const CacheNames &names)
{
    offer(u"agent"_s, names.agents);
    offer(u"model"_s, names.models);
    offer(u"tag"_s, names.tags);
}

void FilterRow::offer(const QString &field, const QStringList &names)
{
    for (const Field &one : std::as_const(m_fields)) {
        if (one.name != field)
            continue;
        delete one.edit->completer();
        auto *completer = new QCompleter(names, one.edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        one.edit->setCompleter(completer);
        connect(completer, qOverload<const QString &>(&QCompleter::activated), this,
                [this, field](const QString &name) {
                    m_query = withField(m_query, field, name);
                    Q_EMIT queryChanged(m_query);
                });
    }
}

void FilterRow::setQuery(const QString &query)
{
    m_query = query;
    for (const Field &one : std::as_const(m_fields)) {
        const QString value = fieldValue(query, one.name);
        if (!one.edit->hasFocus() && one.edit->text() != value)
            one.edit->setText(value);
    }
}

} // namespace kagura
