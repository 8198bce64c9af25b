// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/entryfacts.h"

#include "ui/cache/cachewords.h"
#include "ui/widgets/label.h"
#include "ui/widgets/valuetext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal LabelWidth = 104;
constexpr qreal NoteHeight = 64;
const QString Unknown = u"\u2014"_s;

QString tokens(const std::optional<qint64> &count)
{
    return count ? countText(*count) : Unknown;
}

} // namespace

EntryFacts::EntryFacts(QWidget *parent)
    : QWidget(parent)
{
    m_facts = new QGridLayout;
    m_facts->setColumnStretch(1, 1);
    const auto caption = [this](const QString &words) {
        auto *label = new Label({TypeSize::Small, ColorToken::Text2}, words, this);
        m_labels.append(label);
        return label;
    };
    m_tags = new QLineEdit(this);
    m_tags->setObjectName(u"entryTags"_s);
    m_tags->setAccessibleName(tr("Tags"));
    m_tags->setPlaceholderText(tr("eval, keep"));
    m_note = new QPlainTextEdit(this);
    m_note->setObjectName(u"entryNote"_s);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What this answer is good for"));
    m_note->setTabChangesFocus(true);
    m_note->installEventFilter(this);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(m_facts);
    rows->addWidget(caption(tr("Tags")));
    rows->addWidget(m_tags);
    rows->addWidget(caption(tr("Note")));
    rows->addWidget(m_note);
    rows->addStretch(1);
    connect(m_tags, &QLineEdit::editingFinished, this, &EntryFacts::takeTags);
    setEntry({});
    setTheme(m_theme);
}

void EntryFacts::setTheme(const Theme &theme)
{
    m_theme = theme;
    const int pad = theme.px(Space::Large);
    layout()->setContentsMargins(pad, theme.px(Space::Medium), pad, theme.px(Space::Medium));
    layout()->setSpacing(theme.px(Space::Small));
    m_facts->setVerticalSpacing(theme.px(Space::Tight));
    m_facts->setHorizontalSpacing(theme.px(Space::Small));
    m_facts->setColumnMinimumWidth(0, theme.px(LabelWidth));
    for (Label *label : m_labels + m_values)
        label->setTheme(theme);
    m_note->setFixedHeight(theme.px(NoteHeight));
}

void EntryFacts::setFact(const QString &name, const QString &value)
{
    for (Label *known : std::as_const(m_values)) {
        if (known->accessibleDescription() == name) {
            known->setText(value);
            return;
        }
    }
    auto *label = new Label({TypeSize::Small, ColorToken::Text2}, name, this);
    auto *words = new Label(
        {TypeSize::Small, ColorToken::Text, QFont::Normal, LabelLook::Fit::Elided}, value, this);
    words->setAccessibleDescription(name);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int row = int(m_values.size());
    m_facts->addWidget(label, row, 0);
    m_facts->addWidget(words, row, 1);
    m_labels.append(label);
    m_values.append(words);
}

void EntryFacts::setEntry(const CacheEntry &entry)
{
    const bool isSame = entry.id == m_entry.id;
    m_entry = entry;
    const Usage &usage = entry.usage;
    setFact(tr("Input tokens"), tokens(usage.inputTokens));
    setFact(tr("Output tokens"), tokens(usage.outputTokens));
    setFact(tr("of it reasoning"), tokens(usage.reasoningTokens));
    setFact(tr("From prompt cache"), tokens(usage.cacheReadTokens));
    setFact(tr("Cost of the answer"), costText(entry.costMicroUsd));
    setFact(tr("Saved so far"), savedText(entry).isEmpty() ? Unknown : savedText(entry));
    setFact(tr("First text after"), durationText(entry.firstContent));
    setFact(tr("Whole after"), durationText(entry.duration));
    setFact(tr("Ended with"), finishReasonName(entry.finish));
    setFact(tr("Served by"), entry.servedModel.isEmpty() ? entry.model : entry.servedModel);
    setFact(tr("Temperature"),
            entry.temperature ? QLocale().toString(*entry.temperature) : tr("the provider's own"));
    setFact(tr("Sample"), QString::number(entry.sample));
    setFact(tr("Dialect"), entry.dialect);
    setFact(tr("Origin"), entry.origin);
    setFact(tr("Size on disk"), sizeText(entry.bytes));
    // What is being written is left alone by news of the same entry.
    if (!isSame || !m_tags->hasFocus())
        m_tags->setText(entry.tags.join(u", "_s));
    if (!isSame || !m_note->hasFocus())
        m_note->setPlainText(entry.note);
}

QStringList EntryFacts::tagsOf(const QString &text)
{
    QStringList tags;
    QString written = text;
    written.replace(u',', u' ').remove(u'"');
    for (const QString &tag : written.split(u' ', Qt::SkipEmptyParts)) {
        if (!tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

void EntryFacts::takeTags()
{
    const QStringList wanted = tagsOf(m_tags->text());
    QStringList added;
    QStringList removed;
    for (const QString &tag : wanted) {
        if (!m_entry.tags.contains(tag))
            added.append(tag);
    }
    for (const QString &tag : std::as_const(m_entry.tags)) {
        if (!wanted.contains(tag))
            removed.append(tag);
    }
    if (m_entry.id == 0 || (added.isEmpty() && removed.isEmpty()))
        return;
    m_entry.tags = wanted;
    Q_EMIT tagsChanged(m_entry.id, added, removed);
}

void EntryFacts::takeNote()
{
    const QString note = m_note->toPlainText();
    if (m_entry.id == 0 || note == m_entry.note)
        return;
    m_entry.note = note;
    Q_EMIT noteChanged(m_entry.id, note);
}

bool EntryFacts::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::FocusOut)
        takeNote();
    return QWidget::eventFilter(watched, event);
}

} // namespace kagura
