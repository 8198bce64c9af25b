// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/bulkbar.h"

#include "ui/cache/cachewords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/valuetext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal TypedWidth = 110;

QString meaningOf(BulkWay way)
{
    switch (way) {
    case BulkWay::Hard:
        return BulkBar::tr(
            "Dry run, nothing changed yet. Hard moves entries to the trash, where no "
            "call finds them.");
    case BulkWay::Erase:
        return BulkBar::tr(
            "Dry run, nothing changed yet. Erasing takes entries out of the file for "
            "good, pinned ones too, and cannot be undone.");
    case BulkWay::Soft:
        break;
    }
    return BulkBar::tr("Dry run, nothing changed yet. Soft marks entries stale; the next use asks "
                       "anew.");
}

} // namespace

BulkBar::BulkBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"bulkBar"_s);
    setAccessibleName(tr("Invalidate entries"));
    m_ground = new Panel(ColorToken::Sunken, Qt::TopEdge, this);
    m_ground->setObjectName(u"bulkGround"_s);
    m_title = new Label({TypeSize::Body, ColorToken::Text, QFont::DemiBold, LabelLook::Fit::Elided},
                        {}, m_ground);
    m_title->setObjectName(u"bulkTitle"_s);
    m_meaning = new Label(
        {TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Elided}, {}, m_ground);
    m_meaning->setObjectName(u"bulkMeaning"_s);
    m_typed = new QLineEdit(m_ground);
    m_typed->setObjectName(u"bulkTyped"_s);
    m_ways = new Segments(tr("Soft, hard or for good"), m_ground);
    m_ways->setObjectName(u"bulkWay"_s);
    m_ways->addTab(tr("Soft"));
    m_ways->addTab(tr("Hard"));
    m_ways->addTab(tr("Erase"));
    m_cancel = new Button(ButtonRole::Quiet, tr("Cancel"), m_ground);
    m_cancel->setObjectName(u"bulkCancel"_s);
    m_confirm = new Button(ButtonRole::Danger, {}, m_ground);
    m_confirm->setObjectName(u"bulkConfirm"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_meaning);
    auto *row = new QHBoxLayout(m_ground);
    row->addLayout(words, 1);
    row->addWidget(m_ways);
    row->addWidget(m_typed);
    row->addWidget(m_cancel);
    row->addWidget(m_confirm);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_ground);
    connect(m_ways, &QTabBar::currentChanged, this, &BulkBar::askDryRun);
    connect(m_cancel, &Button::clicked, this, &BulkBar::cancel);
    connect(m_confirm, &Button::clicked, this, &BulkBar::confirm);
    connect(m_typed, &QLineEdit::textChanged, this, &BulkBar::showWords);
    connect(m_typed, &QLineEdit::returnPressed, this, &BulkBar::confirm);
    setTheme(Theme());
    hide();
}

void BulkBar::setTheme(const Theme &theme)
{
    m_ground->setTheme(theme);
    const int pad = theme.px(Space::Large);
    const int small = theme.px(Space::Small);
    m_ground->layout()->setContentsMargins(pad, small, pad, small);
    m_ground->layout()->setSpacing(theme.px(Space::Medium));
    m_title->setTheme(theme);
    m_meaning->setTheme(theme);
    m_ways->setTheme(theme);
    m_cancel->setTheme(theme);
    m_confirm->setTheme(theme);
    m_typed->setFixedWidth(theme.px(TypedWidth));
}

BulkWay BulkBar::way() const
{
    return BulkWay(m_ways->currentIndex());
}

void BulkBar::open(const QString &query, const QString &what, BulkWay way)
{
    if (m_isWorking)
        return;
    m_query = query;
    m_what = what;
    const bool isSameWay = this->way() == way;
    setVisible(true);
    m_ways->setCurrentIndex(int(way));
    if (isSameWay)
        askDryRun(); // else the change of the way did
    m_ways->setFocus(Qt::OtherFocusReason);
}

void BulkBar::askDryRun()
{
    m_isKnown = false;
    m_typed->clear();
    showWords();
    if (isVisibleTo(parentWidget()))
        Q_EMIT dryRunWanted(m_query, way());
}

void BulkBar::setDryRun(const QString &query, BulkWay way, const BrowserTable::Count &count)
{
    if (query != m_query || way != this->way() || m_isWorking)
        return;
    m_count = count;
    m_isKnown = true;
    showWords();
}

bool BulkBar::needsTyping() const
{
    return m_isKnown && !m_isWorking
        && m_count.entries > (way() == BulkWay::Erase ? 1 : TypedAbove);
}

QString BulkBar::title() const
{
    const QString entries = entriesText(m_count.entries);
    if (m_isCancelled)
        return tr("Stopping: what was done will be undone\u2026");
    if (m_isWorking)
        return way() == BulkWay::Erase ? tr("Erasing %1, and rewriting the file\u2026").arg(entries)
                                       : tr("Invalidating %1\u2026").arg(entries);
    if (!m_isKnown)
        return tr("Counting which entries are meant\u2026");
    if (m_count.entries == 0)
        return m_count.pinned > 0 ? tr("Nothing to do: what is meant is pinned")
                                  : tr("Nothing to do: no entry is meant");
    return way() == BulkWay::Erase ? tr("Erase %1").arg(countedText(m_count)) : dryRunText(m_count);
}

void BulkBar::showWords()
{
    m_title->setText(title());
    m_meaning->setText(m_what + u". "_s + meaningOf(way()));
    const bool isTypedFor = needsTyping();
    const QString number = QString::number(m_count.entries);
    m_typed->setVisible(isTypedFor);
    m_typed->setPlaceholderText(tr("Type %1").arg(number));
    m_typed->setAccessibleName(tr("Type %1 to confirm").arg(number));
    QString typed = m_typed->text();
    typed.remove(u',').remove(u'.').remove(u' ');
    m_ways->setEnabled(!m_isWorking);
    m_cancel->setEnabled(!m_isCancelled && !(m_isWorking && way() == BulkWay::Erase));
    m_cancel->setText(m_isWorking ? tr("Stop") : tr("Cancel"));
    m_confirm->setText(way() == BulkWay::Erase ? tr("Erase for good") : tr("Invalidate"));
    m_confirm->setEnabled(m_isKnown && !m_isWorking && m_count.entries > 0
                          && (!isTypedFor || typed == number));
}

void BulkBar::confirm()
{
    if (!m_confirm->isEnabled())
        return;
    m_isWorking = true;
    showWords();
    Q_EMIT confirmed(m_query, way());
}

void BulkBar::cancel()
{
    if (!m_isWorking)
        return dismiss();
    m_isCancelled = true;
    showWords();
}

bool BulkBar::finish()
{
    m_isWorking = false;
    const bool wasCancelled = std::exchange(m_isCancelled, false);
    dismiss();
    return wasCancelled;
}

void BulkBar::dismiss()
{
    hide();
    Q_EMIT dismissed();
}

void BulkBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_cancel->isEnabled())
        cancel();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        confirm();
    else
        QWidget::keyPressEvent(event);
}

} // namespace kagura
