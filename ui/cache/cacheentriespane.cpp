// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/cacheentriespane.h"

#include "ui/cache/cachetable.h"
#include "ui/cache/cachewords.h"
#include "ui/cache/filterrow.h"
#include "ui/cache/queryfield.h"
#include "ui/cache/querytokens.h"
#include "ui/cache/viewchips.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/valuetext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Order = BrowserTable::Order;
constexpr qreal FooterHeight = 48;

QString orderText(Order order)
{
    switch (order) {
    case Order::LastUsed:
        return CacheEntriesPane::tr("last used first");
    case Order::Largest:
        return CacheEntriesPane::tr("largest first");
    case Order::BestMatch:
        return CacheEntriesPane::tr("best match first");
    case Order::Newest:
        break;
    }
    return CacheEntriesPane::tr("newest first");
}

} // namespace

CacheEntriesPane::CacheEntriesPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new CacheEntryModel(this))
{
    setObjectName(u"cacheEntries"_s);
    makeQueryRow();
    makeTable();
    makeFooter();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_top);
    m_left = new QVBoxLayout;
    m_left->setSpacing(0);
    m_left->addWidget(m_notice);
    m_left->addWidget(m_body, 1);
    m_left->addWidget(m_footer);
    m_lower = new QHBoxLayout;
    m_lower->setSpacing(0);
    m_lower->addLayout(m_left, 1);
    rows->addLayout(m_lower, 1);
    addShortcuts();
    setFocusProxy(&m_field->edit());
    setTheme(m_theme);
    showOrder();
    showState();
}

void CacheEntriesPane::makeQueryRow()
{
    m_top = new Panel(ColorToken::Surface, Qt::BottomEdge, this);
    m_top->setObjectName(u"cacheTop"_s);
    m_field = new QueryField(m_top);
    m_field->setObjectName(u"cacheQueryField"_s);
    m_fault = new Label({TypeSize::Small, ColorToken::Fail, QFont::Normal, LabelLook::Fit::Wrapped},
                        {}, m_top);
    m_fault->setObjectName(u"queryFault"_s);
    m_fault->hide();
    m_matched = new Label({TypeSize::Body, ColorToken::Text2}, {}, m_top);
    m_matched->setObjectName(u"cacheMatched"_s);
    m_views = new ViewChips(m_top);
    m_orderButton = new Button(ButtonRole::Quiet, {}, m_top);
    m_orderButton->setObjectName(u"cacheOrder"_s);
    m_filterButton = new Button(ButtonRole::Quiet, tr("Filter row"), m_top);
    m_filterButton->setObjectName(u"cacheFilters"_s);
    m_filterButton->setIconName(u"filter"_s);
    m_filterButton->setCheckable(true);
    m_filters = new FilterRow(m_top);
    m_filters->hide();
    m_columnsButton = new Button(ButtonRole::Quiet, tr("Columns"), m_top);
    m_columnsButton->setObjectName(u"cacheColumns"_s);
    m_columnsButton->setIconName(u"columns"_s);
    auto *first = new QHBoxLayout;
    first->addWidget(m_field, 1);
    first->addWidget(m_matched);
    auto *second = new QHBoxLayout;
    second->addWidget(m_views, 1);
    second->addWidget(m_filterButton);
    second->addWidget(m_orderButton);
    second->addWidget(m_columnsButton);
    auto *rows = new QVBoxLayout(m_top);
    rows->setSpacing(0);
    rows->addLayout(first);
    rows->addWidget(m_fault);
    rows->addLayout(second);
    rows->addWidget(m_filters);
    connect(m_field, &QueryField::asked, this, &CacheEntriesPane::ask);
    connect(m_field, &QueryField::faulty, this, [this](const QString &why) {
        m_fault->setText(why);
        m_fault->setVisible(!why.isEmpty());
    });
    connect(&m_field->edit(), &QueryEdit::leftDownwards, this, [this] {
        m_table->setFocus(Qt::TabFocusReason);
        if (!m_table->selectionModel()->hasSelection())
            m_table->selectRow(0);
    });
    connect(m_views, &ViewChips::chosen, this, &CacheEntriesPane::setQuery);
    connect(m_filterButton, &Button::toggled, m_filters, &QWidget::setVisible);
    connect(m_filters, &FilterRow::queryChanged, this,
            [this](const QString &query) { m_field->write(query); });
    connect(m_orderButton, &Button::clicked, this, &CacheEntriesPane::openOrders);
    connect(m_columnsButton, &Button::clicked, this,
            [this] { m_table->openColumns(m_columnsButton); });
}

void CacheEntriesPane::makeTable()
{
    m_notice = new Notice(this);
    m_notice->setObjectName(u"cacheNotice"_s);
    m_body = new QStackedWidget(this);
    m_body->setObjectName(u"cacheBody"_s);
    m_table = new CacheTable(*m_model, m_body);
    m_table->installEventFilter(this);
    m_body->addWidget(m_table);
    m_nothingYet = new EmptyState(
        tr("Nothing is kept yet. Each answer that a model finishes is kept here, and the same "
           "question is answered from here for nothing, at once, until the answer expires."),
        tr("Write a message"), m_body);
    m_nothingYet->setObjectName(u"cacheNothingYet"_s);
    m_body->addWidget(m_nothingYet);
    m_noMatch = new EmptyState(tr("No entry is meant by this query. Take a condition away, or look "
                                  "at all there is."),
                               tr("Show all"), m_body);
    m_noMatch->setObjectName(u"cacheNoMatch"_s);
    m_body->addWidget(m_noMatch);
    connect(m_nothingYet, &EmptyState::actionRequested, this,
            &CacheEntriesPane::writeMessageRequested);
    connect(m_noMatch, &EmptyState::actionRequested, this, [this] { setQuery({}); });
    connect(m_notice, &Notice::stepRequested, this, &CacheEntriesPane::reload);
    connect(m_model, &CacheEntryModel::stateChanged, this, &CacheEntriesPane::showState);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        const int row = std::exchange(m_wantsFirst, false) ? 0 : m_model->rowOf(m_lastSelected);
        if (row >= 0 && !m_table->selectionModel()->hasSelection())
            m_table->selectRow(row);
    });
    connect(m_table, &CacheTable::rowsSeen, this, &CacheEntriesPane::showRange);
    connect(m_table, &CacheTable::orderRequested, this, [this](Order order) {
        m_order = order;
        reload();
    });
    connect(m_table, &CacheTable::selectionMoved, this, [this] {
        const QList<CacheEntry> rows = selected();
        if (!rows.isEmpty())
            m_lastSelected = rows.constFirst().id;
        Q_EMIT selectionChanged();
    });
}

void CacheEntriesPane::makeFooter()
{
    m_footer = new Panel(ColorToken::Background, Qt::TopEdge, this);
    m_footer->setObjectName(u"cacheFooter"_s);
    m_range = new Label({TypeSize::Small, ColorToken::Text2}, {}, m_footer);
    m_range->setObjectName(u"cacheRange"_s);
    m_footerRow = new QHBoxLayout(m_footer);
    m_footerRow->addWidget(m_range);
    m_footerRow->addStretch(1);
    addKeyHint(QKeySequence(Qt::Key_F5), tr("read again"), [this] { reload(); });
}

void CacheEntriesPane::addKeyHint(const QKeySequence &keys,
                                  const QString &what,
                                  const std::function<void()> &work)
{
    auto *hint = new KeyHint(keys.toString(QKeySequence::NativeText), what, m_footer);
    hint->setObjectName(u"cacheKey."_s + keys.toString());
    connect(hint, &KeyHint::clicked, this, work);
    auto *label = new Label({TypeSize::Small, ColorToken::Text2}, what, m_footer);
    const int place = 1 + 2 * int(m_keys.size());
    m_footerRow->insertWidget(place, hint);
    m_footerRow->insertWidget(place + 1, label);
    m_keys.append(hint);
}

void CacheEntriesPane::setSide(QWidget *side)
{
    m_lower->addWidget(side);
}

void CacheEntriesPane::setFooterPart(QWidget *part)
{
    m_footerRow->addWidget(part);
}

void CacheEntriesPane::setBelow(QWidget *below)
{
    m_left->addWidget(below);
}

void CacheEntriesPane::addShortcuts()
{
    auto *again = new QShortcut(QKeySequence(Qt::Key_F5), this, nullptr, nullptr,
                                Qt::WidgetWithChildrenShortcut);
    connect(again, &QShortcut::activated, this, &CacheEntriesPane::reload);
}

bool CacheEntriesPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if (key.key() == Qt::Key_Slash && key.modifiers() == Qt::NoModifier) {
            m_field->edit().setFocus(Qt::ShortcutFocusReason);
            return true;
        }
        if (key.key() == Qt::Key_Up && m_table->currentIndex().row() <= 0) {
            m_field->edit().setFocus(Qt::BacktabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CacheEntriesPane::setTheme(const Theme &theme)
{
    m_theme = theme;
    const int pad = theme.px(Space::Large);
    const int small = theme.px(Space::Small);
    m_top->setTheme(theme);
    m_top->layout()->setContentsMargins(pad, small, pad, small);
    m_top->layout()->setSpacing(small);
    m_field->setTheme(theme);
    for (Label *label : {m_fault, m_matched, m_range})
        label->setTheme(theme);
    m_views->setTheme(theme);
    m_filters->setTheme(theme);
    for (Button *button : {m_filterButton, m_orderButton, m_columnsButton}) {
        button->setTheme(theme);
        button->setFont(theme.font(TypeSize::Small, QFont::Medium));
    }
    m_table->setTheme(theme);
    m_nothingYet->setTheme(theme);
    m_noMatch->setTheme(theme);
    m_notice->setTheme(theme);
    m_footer->setTheme(theme);
    m_footer->setFixedHeight(theme.px(FooterHeight));
    m_footer->layout()->setContentsMargins(pad, 0, pad, 0);
    m_footer->layout()->setSpacing(small);
    for (Label *label : m_footer->findChildren<Label *>())
        label->setTheme(theme);
    for (KeyHint *key : std::as_const(m_keys))
        key->setTheme(theme);
}

void CacheEntriesPane::setQuery(const QString &query)
{
    m_field->setQuery(query);
}

QString CacheEntriesPane::query() const
{
    return m_field->query();
}

void CacheEntriesPane::reload()
{
    ask(query());
}

void CacheEntriesPane::ask(const QString &query)
{
    const QStringList words = searchedWords(query);
    m_table->setMarkedWords(words);
    // A rank is of words; without them there is none.
    if (words.isEmpty() && m_order == Order::BestMatch)
        m_order = Order::Newest;
    m_count.reset();
    m_views->setQuery(query);
    m_filters->setQuery(query);
    showOrder();
    m_model->setNow(QDateTime::currentDateTimeUtc());
    m_model->ask(query, m_order);
    m_table->scrollToTop();
    Q_EMIT countWanted(query);
    if (!m_all && !query.isEmpty())
        Q_EMIT countWanted({});
    showRange();
}

void CacheEntriesPane::selectFirst()
{
    m_wantsFirst = m_model->rowCount() == 0;
    if (!m_wantsFirst)
        m_table->selectRow(0);
}

void CacheEntriesPane::setNames(const CacheNames &names)
{
    m_field->edit().setNames(names);
    m_filters->setNames(names);
}

void CacheEntriesPane::setCount(const QString &query,
                                const std::optional<BrowserTable::Count> &count)
{
    m_views->setCount(query, count ? std::optional(count->entries) : std::nullopt);
    if (query.isEmpty())
        m_all = count ? std::optional(count->entries) : std::nullopt;
    if (query == this->query())
        m_count = count;
    showRange();
    showState();
}

void CacheEntriesPane::setTrouble(const QString &words)
{
    m_trouble = words;
    showState();
}

void CacheEntriesPane::showOrder()
{
    m_orderButton->setText(tr("Sorted: %1").arg(orderText(m_order)));
}

void CacheEntriesPane::openOrders()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"cacheOrders"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Order order : {Order::Newest, Order::LastUsed, Order::Largest, Order::BestMatch}) {
        QAction *action = menu->addAction(orderText(order));
        action->setCheckable(true);
        action->setChecked(order == m_order);
        action->setEnabled(order != Order::BestMatch || !searchedWords(query()).isEmpty());
        connect(action, &QAction::triggered, this, [this, order] {
            m_order = order;
            reload();
        });
    }
    menu->popup(m_orderButton->mapToGlobal(QPoint(0, m_orderButton->height())));
}

void CacheEntriesPane::showState()
{
    NoticeText text;
    if (!m_trouble.isEmpty())
        text = {NoticeText::Kind::Warning, tr("There is no cache to show"), m_trouble, {}};
    else if (m_model->failure())
        text = {NoticeText::Kind::Failure, tr("The cache could not be read"),
                m_model->failure()->message, tr("Read again")};
    m_notice->setText(text);
    QWidget *shown = m_table;
    if (m_model->rowCount() == 0 && m_model->isComplete())
        shown = m_model->query().isEmpty() ? m_nothingYet : m_noMatch;
    if (!m_trouble.isEmpty())
        shown = m_table;
    m_body->setCurrentWidget(shown);
    showRange();
}

void CacheEntriesPane::showRange()
{
    const int rows = m_model->rowCount();
    if (rows == 0) {
        m_range->setText(m_model->isWaiting() ? tr("Reading\u2026") : QString());
    } else {
        const auto [first, last] = m_table->seenRows().value_or(std::pair(0, rows - 1));
        const QString range = u"%1\u2013%2"_s.arg(countText(first + 1), countText(last + 1));
        m_range->setText(m_count ? tr("Rows %1 of %2").arg(range, countText(m_count->entries))
                                 : tr("Rows %1").arg(range));
    }
    if (!m_count)
        m_matched->setText({});
    else if (m_all && *m_all != m_count->entries)
        m_matched->setText(tr("%1 of %2").arg(countedText(*m_count), countText(*m_all)));
    else
        m_matched->setText(countedText(*m_count));
}

QList<CacheEntry> CacheEntriesPane::selected() const
{
    return m_table->selected();
}

} // namespace kagura
