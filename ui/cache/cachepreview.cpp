// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/cachepreview.h"

#include "ui/cache/beatpicture.h"
#include "ui/cache/cachewords.h"
#include "ui/cache/entryfacts.h"
#include "ui/cache/keystrip.h"
#include "ui/cache/misscard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/texttabs.h"
#include "ui/widgets/valuetext.h"

#include <QGridLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Fit = LabelLook::Fit;

constexpr qint64 HourSeconds = 3600;
constexpr qint64 DaySeconds = 24 * HourSeconds;
constexpr int KeyLines = 6;

QString dateText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), u"d MMM HH:mm"_s);
}

} // namespace

CachePreview::CachePreview(QWidget *conversation, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"cachePreview"_s);
    setAccessibleName(tr("The entry"));
    m_whole = new QStackedWidget(this);
    m_words = new Label({TypeSize::Body, ColorToken::Text2, QFont::Normal, Fit::Wrapped},
                        tr("Choose an entry to look at it."), m_whole);
    m_words->setObjectName(u"previewWords"_s);
    m_words->setAlignment(Qt::AlignCenter);
    m_whole->addWidget(m_words);
    auto *entry = new QWidget(m_whole);
    entry->setObjectName(u"previewEntry"_s);
    auto *rows = new QVBoxLayout(entry);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    makeHead();
    makeSides(conversation);
    makeActions();
    rows->addWidget(m_head);
    rows->addWidget(m_tabs);
    rows->addWidget(m_sides, 1);
    rows->addWidget(m_actions);
    m_whole->addWidget(entry);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_whole);
    setEntry(std::nullopt, {});
    setTheme(m_theme);
}

void CachePreview::makeHead()
{
    m_head = new QWidget(this);
    m_agent = new Label({TypeSize::Reading, ColorToken::Text, QFont::DemiBold}, {}, m_head);
    m_agent->setObjectName(u"previewAgent"_s);
    m_model =
        new Label({TypeSize::Body, ColorToken::Text2, QFont::Normal, Fit::Elided}, {}, m_head);
    m_model->setObjectName(u"previewModel"_s);
    m_look = new Chip(Chip::Use::Badge, {}, m_head);
    m_look->setObjectName(u"previewLook"_s);
    m_dates =
        new Label({TypeSize::Small, ColorToken::Text2, QFont::Normal, Fit::Elided}, {}, m_head);
    m_dates->setObjectName(u"previewDates"_s);
    auto *first = new QHBoxLayout;
    first->addWidget(m_agent);
    first->addWidget(m_model, 1);
    first->addWidget(m_look);
    auto *rows = new QVBoxLayout(m_head);
    rows->addLayout(first);
    rows->addWidget(m_dates);
    m_labels += {m_words, m_agent, m_model, m_dates};
}

QWidget *CachePreview::section(Label *title, Label *note, QWidget *part, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(note);
    auto *rows = new QVBoxLayout(box);
    rows->addLayout(head);
    rows->addWidget(part);
    m_labels += {title, note};
    m_sections.append(rows);
    return box;
}

void CachePreview::makeSides(QWidget *conversation)
{
    m_tabs = new TextTabs(tr("Sides of the entry"), this);
    m_tabs->setObjectName(u"previewTabs"_s);
    m_sides = new QStackedWidget(this);
    m_sides->setObjectName(u"previewSides"_s);
    const auto heading = [this](const QString &words, const char *name = "") {
        auto *label =
            new Label({TypeSize::Small, ColorToken::Text2, QFont::DemiBold}, words, m_sides);
        label->setObjectName(QString::fromLatin1(name));
        return label;
    };
    const auto note = [this](const char *name) {
        auto *label = new Label({TypeSize::Small, ColorToken::Text3}, {}, m_sides);
        label->setObjectName(QString::fromLatin1(name));
        return label;
    };
    const auto picture = [&](QWidget *parent) {
        auto *stream = new BeatPicture(parent);
        auto *words = note("streamNote");
        m_pictures.append(stream);
        m_streamNotes.append(words);
        return section(heading(tr("Stream")), words, stream, parent);
    };
    const auto strip = [&](QWidget *parent, int lines) {
        auto *parts = new KeyStrip(parent);
        parts->setMostLines(lines);
        m_strips.append(parts);
        return parts;
    };
    const auto add = [this](const QString &title, QWidget *side) {
        m_tabs->addTab(title);
        m_sides->addWidget(side);
    };

    auto *talk = new QWidget(m_sides);
    m_system =
        new Label({TypeSize::Small, ColorToken::Text2, QFont::Normal, Fit::Elided}, {}, talk);
    m_system->setObjectName(u"previewSystem"_s);
    m_unsound =
        new Label({TypeSize::Small, ColorToken::Fail, QFont::Normal, Fit::Wrapped},
                  tr("The stored answer is damaged and is never served. Invalidate the entry; the "
                     "next call asks anew."),
                  talk);
    m_unsound->setObjectName(u"previewUnsound"_s);
    m_labels += {m_system, m_unsound};
    auto *lines = new QVBoxLayout;
    lines->addWidget(m_system);
    lines->addWidget(m_unsound);
    m_sections.append(lines);
    auto *talkRows = new QVBoxLayout(talk);
    talkRows->setContentsMargins(0, 0, 0, 0);
    talkRows->setSpacing(0);
    talkRows->addLayout(lines);
    talkRows->addWidget(conversation, 1);
    talkRows->addWidget(picture(talk));
    m_keyNote = note("keyNote");
    talkRows->addWidget(section(heading(tr("Key")), m_keyNote, strip(talk, 1), talk));
    add(tr("Conversation"), talk);

    m_request = new QPlainTextEdit(m_sides);
    m_request->setObjectName(u"previewRequest"_s);
    m_request->setAccessibleName(tr("The request as it was sent, without what changes nothing"));
    m_request->setReadOnly(true);
    m_request->setFrameShape(QFrame::NoFrame);
    m_request->setLineWrapMode(QPlainTextEdit::NoWrap);
    add(tr("Request"), m_request);

    auto *stream = new QWidget(m_sides);
    auto *streamRows = new QVBoxLayout(stream);
    streamRows->setContentsMargins(0, 0, 0, 0);
    streamRows->addWidget(picture(stream));
    streamRows->addStretch(1);
    add(tr("Stream"), stream);

    auto *scroll = new QScrollArea(m_sides);
    scroll->setObjectName(u"previewUsage"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    m_facts = new EntryFacts(scroll);
    scroll->setWidget(m_facts);
    add(tr("Usage"), scroll);

    auto *key = new QWidget(m_sides);
    auto *keyRows = new QVBoxLayout(key);
    keyRows->setContentsMargins(0, 0, 0, 0);
    m_key = note("previewKey");
    m_copyKey = new Button(ButtonRole::Quiet, tr("Copy key"), key);
    m_copyKey->setObjectName(u"copyKey"_s);
    m_whyMissed = new Button(ButtonRole::Secondary, tr("Why was this asked anew?"), key);
    m_whyMissed->setObjectName(u"whyMissed"_s);
    m_miss = new MissCard(key);
    m_miss->hide();
    keyRows->addWidget(section(heading(tr("Key")), m_key, strip(key, KeyLines), key));
    auto *rest = new QVBoxLayout;
    auto *row = new QHBoxLayout;
    row->addWidget(m_whyMissed);
    row->addStretch(1);
    row->addWidget(m_copyKey);
    rest->addLayout(row);
    rest->addWidget(m_miss, 1);
    rest->addStretch(0);
    m_sections.append(rest);
    keyRows->addLayout(rest, 1);
    add(tr("Key"), key);

    connect(m_tabs, &QTabBar::currentChanged, m_sides, &QStackedWidget::setCurrentIndex);
    connect(m_facts, &EntryFacts::tagsChanged, this, &CachePreview::tagsChanged);
    connect(m_facts, &EntryFacts::noteChanged, this, &CachePreview::noteChanged);
    connect(m_miss, &MissCard::nearestRequested, this, &CachePreview::nearestRequested);
    connect(m_miss, &MissCard::copied, this, &CachePreview::copyRequested);
    connect(m_whyMissed, &Button::clicked, this, [this] {
        if (m_entry)
            Q_EMIT missWanted(m_entry->id);
    });
    connect(m_copyKey, &Button::clicked, this, [this] {
        if (m_entry)
            Q_EMIT copyRequested(m_entry->key.toHex());
    });
}

void CachePreview::makeActions()
{
    m_actions = new QWidget(this);
    m_actions->setObjectName(u"previewActions"_s);
    auto *grid = new QGridLayout(m_actions);
    const auto add = [this, grid](ButtonRole role, const QString &words, const char *name,
                                  const QString &icon, const auto &work) {
        auto *button = new Button(role, words, m_actions);
        button->setObjectName(QString::fromLatin1(name));
        button->setIconName(icon);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        const int place = int(m_buttons.size());
        grid->addWidget(button, place / 3, place % 3);
        m_buttons.append(button);
        connect(button, &Button::clicked, this, [this, work] {
            if (m_entry)
                work();
        });
        return button;
    };
    m_replay = add(ButtonRole::Primary, tr("Replay"), "replayEntry", u"play"_s,
                   [this] { Q_EMIT replayRequested(); });
    m_pin = add(ButtonRole::Secondary, tr("Pin"), "pinEntry", u"pin"_s,
                [this] { Q_EMIT pinRequested(m_entry->id, !m_entry->isPinned); });
    m_lifetime = add(ButtonRole::Picker, {}, "entryLifetime", {}, [this] { openLifetimes(); });
    add(ButtonRole::Secondary, tr("Diff\u2026"), "diffEntry", {},
        [this] { Q_EMIT diffRequested(m_entry->id); });
    add(ButtonRole::Secondary, tr("Erase\u2026"), "eraseEntry", {},
        [this] { Q_EMIT eraseRequested(m_entry->id); });
    add(ButtonRole::Danger, tr("Invalidate"), "invalidateEntry", {},
        [this] { Q_EMIT invalidateRequested(m_entry->id); });
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
}

void CachePreview::openLifetimes()
{
    struct Choice
    {
        QString words;
        std::optional<qint64> seconds;
    };
    const std::array choices = {
        Choice{tr("1 hour from now"), HourSeconds},
        Choice{tr("1 day from now"), DaySeconds},
        Choice{tr("7 days from now"), 7 * DaySeconds},
        Choice{tr("30 days from now"), 30 * DaySeconds},
        Choice{tr("Never expires"), std::nullopt},
        Choice{tr("Expires now"), 0},
    };
    auto *menu = new QMenu(this);
    menu->setObjectName(u"entryLifetimes"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Choice &choice : choices)
        connect(menu->addAction(choice.words), &QAction::triggered, this,
                [this, id = m_entry->id, seconds = choice.seconds] {
                    Q_EMIT lifetimeRequested(id, seconds);
                });
    menu->popup(m_lifetime->mapToGlobal(QPoint(0, m_lifetime->height())));
}

void CachePreview::setEntry(const std::optional<CacheEntry> &entry, const QDateTime &now)
{
    const bool isAnother = !entry || !m_entry || entry->id != m_entry->id;
    m_entry = entry;
    m_now = now;
    m_whole->setCurrentIndex(entry ? 1 : 0);
    if (!entry)
        return;
    if (isAnother) {
        // Of another one nothing is shown until it is read.
        setDetail(EntryDetail{*entry, true, {}, {}, {}, {}, {}, {}, 0});
        m_miss->hide();
        m_whyMissed->show();
    }
    showEntry();
}

void CachePreview::setWords(const QString &words)
{
    m_words->setText(words);
    setEntry(std::nullopt, m_now);
}

void CachePreview::showEntry()
{
    const CacheEntry &entry = *m_entry;
    m_agent->setText(entry.agent.isEmpty() ? tr("chat") : entry.agent);
    m_model->setText(entry.provider.isEmpty() ? entry.model
                                              : entry.model + u" \u00b7 "_s + entry.provider);
    const EntryLook look = entryLook(entry, m_now);
    const bool isServed = look == EntryLook::Fresh || look == EntryLook::Pinned;
    m_look->setText(lookText(look));
    m_look->setAccessibleName(lookText(look));
    m_look->setColors(isServed ? ColorToken::Cached : ColorToken::Wait,
                      isServed ? ColorToken::CachedSoft : ColorToken::WaitSoft);
    m_look->updateGeometry();
    QStringList dates{tr("Created %1").arg(dateText(entry.created))};
    const QString hits = entry.hits == 1 ? tr("1 hit") : tr("%1 hits").arg(countText(entry.hits));
    dates.append(entry.lastHit ? tr("%1, last %2").arg(hits, dateText(*entry.lastHit)) : hits);
    if (look == EntryLook::Pinned || !entry.expires)
        dates.append(tr("Never expires"));
    else if (look == EntryLook::Fresh)
        dates.append(tr("Expires in %1").arg(expiryText(entry, m_now)));
    m_dates->setText(dates.join(u" \u00b7 "_s));
    m_facts->setEntry(entry);
    m_key->setText(keyText(entry.key));
    m_pin->setText(entry.isPinned ? tr("Unpin") : tr("Pin"));
    m_lifetime->setText(tr("TTL: %1").arg(expiryText(entry, m_now)));
}

void CachePreview::setDetail(const EntryDetail &detail)
{
    if (!m_entry || detail.entry.id != m_entry->id)
        return;
    m_entry = detail.entry;
    QString system;
    for (const CachedTurn &turn : detail.turns) {
        if (turn.who == CachedTurn::Who::System)
            system += turn.text.simplified() + u' ';
    }
    m_system->setText(tr("System: %1").arg(system.trimmed()));
    m_system->setVisible(!system.isEmpty());
    m_unsound->setVisible(!detail.isSound);
    m_request->setPlainText(detail.request);
    for (BeatPicture *picture : std::as_const(m_pictures))
        picture->setStream(detail.beats, detail.entry.duration);
    const BeatPicture::Figures &figures = m_pictures.constFirst()->figures();
    QStringList words;
    if (figures.pieces > 0) {
        words.append(figures.pieces == 1 ? tr("1 piece")
                                         : tr("%1 pieces").arg(countText(figures.pieces)));
        words.append(durationText(figures.end));
        const auto writing = figures.end - figures.first;
        if (detail.entry.usage.outputTokens && writing.count() > 0)
            words.append(
                tr("%1 tokens/s")
                    .arg(countText(*detail.entry.usage.outputTokens * 1000 / writing.count())));
    }
    for (Label *note : std::as_const(m_streamNotes))
        note->setText(words.join(u" \u00b7 "_s));
    for (KeyStrip *strip : std::as_const(m_strips))
        strip->setParts(detail.keyParts, detail.compared);
    m_keyNote->setText(detail.keyParts.isEmpty() ? QString() : tr("jade: shared with others"));
    showEntry();
}

void CachePreview::setMiss(const MissDetail &miss)
{
    m_miss->setMiss(miss);
    m_miss->show();
    m_whyMissed->hide();
}

void CachePreview::setReplaying(bool isReplaying)
{
    m_replay->setText(isReplaying ? tr("Stop") : tr("Replay"));
    m_replay->setIconName(isReplaying ? u"stop"_s : u"play"_s);
}

void CachePreview::showSide(Side side)
{
    m_tabs->setCurrentIndex(int(side));
}

void CachePreview::setTheme(const Theme &theme)
{
    m_theme = theme;
    dress();
}

void CachePreview::dress()
{
    const int pad = m_theme.px(Space::Large);
    const int small = m_theme.px(Space::Small);
    const int medium = m_theme.px(Space::Medium);
    for (Label *label : std::as_const(m_labels))
        label->setTheme(m_theme);
    m_words->setContentsMargins(pad, 0, pad, 0);
    m_look->setTheme(m_theme);
    m_tabs->setTheme(m_theme);
    m_tabs->setContentsMargins(pad, 0, 0, 0);
    m_head->layout()->setContentsMargins(pad, medium, pad, 0);
    m_head->layout()->setSpacing(m_theme.px(Space::Tight));
    m_actions->layout()->setContentsMargins(pad, medium, pad, medium);
    m_actions->layout()->setSpacing(small);
    for (QVBoxLayout *rows : std::as_const(m_sections)) {
        rows->setContentsMargins(pad, small, pad, small);
        rows->setSpacing(m_theme.px(Space::Tight));
    }
    for (BeatPicture *picture : std::as_const(m_pictures))
        picture->setTheme(m_theme);
    for (KeyStrip *strip : std::as_const(m_strips))
        strip->setTheme(m_theme);
    m_request->setFont(m_theme.codeFont());
    m_request->document()->setDocumentMargin(pad);
    m_facts->setTheme(m_theme);
    m_miss->setTheme(m_theme);
    for (Button *button : m_buttons + QList<Button *>{m_whyMissed, m_copyKey})
        button->setTheme(m_theme);
    QPalette colors = palette();
    colors.setColor(QPalette::Window, m_theme.color(ColorToken::Background));
    colors.setColor(QPalette::Base, m_theme.color(ColorToken::Background));
    m_sides->setPalette(colors);
    m_request->setPalette(colors);
    if (m_entry)
        showEntry();
}

} // namespace kagura
