// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/shortcutspane.h"

#include "ui/settings/keycapture.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal FilterWidth = 240;
constexpr qreal KeysWidth = 220;

} // namespace

ShortcutsPane::ShortcutsPane(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"shortcutsPane"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    buildTable();
    auto *body = new QVBoxLayout;
    body->setObjectName(u"shortcutsBody"_s);
    body->addWidget(m_table, 1);
    m_notice = new Notice(this);
    m_notice->setObjectName(u"shortcutNotice"_s);
    body->addWidget(m_notice);
    column->addLayout(body, 1);
    column->addWidget(buildEditor());
    connect(m_notice, &Notice::stepRequested, this, [this] {
        if (const std::optional<ShortcutEntry> entry = current())
            Q_EMIT assignRequested(entry->id, m_wished);
        m_notice->setText({});
        m_table->setFocus();
    });
    showCurrent();
}

QWidget *ShortcutsPane::buildHead()
{
    auto *head = new Panel(ColorToken::Surface, Qt::BottomEdge, this);
    head->setObjectName(u"shortcutsHead"_s);
    auto *title =
        new Label({TypeSize::Reading, ColorToken::Text, QFont::DemiBold}, tr("Shortcuts"), head);
    title->setObjectName(u"shortcutsTitle"_s);
    auto *filter = new QLineEdit(head);
    filter->setObjectName(u"shortcutFilter"_s);
    filter->setAccessibleName(tr("Find a command"));
    filter->setPlaceholderText(tr("Find a command or keys"));
    filter->setClearButtonEnabled(true);
    connect(filter, &QLineEdit::textChanged, this, [this](const QString &typed) {
        const std::optional<ShortcutEntry> before = current();
        m_model.setTyped(typed);
        const int row = before ? m_model.rowOf(before->id) : 0;
        m_table->setCurrentIndex(m_model.index(std::max(0, row), 0));
        showCurrent();
    });
    m_resetAll = new Button(ButtonRole::Quiet, tr("Reset all"), head);
    m_resetAll->setObjectName(u"resetAllShortcuts"_s);
    m_resetAll->setAccessibleName(tr("Give all commands their usual keys"));
    connect(m_resetAll, &QPushButton::clicked, this, &ShortcutsPane::resetAllRequested);
    auto *row = new QHBoxLayout(head);
    row->addWidget(title, 1);
    row->addWidget(filter);
    row->addWidget(m_resetAll);
    return head;
}

void ShortcutsPane::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"shortcutTable"_s);
    m_table->setAccessibleName(tr("Commands and their keys"));
    m_table->setModel(&m_model);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setObjectName(u"shortcutTableHead"_s);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(ShortcutModel::Command, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_notice->setText({});
        showCurrent();
    });
    // Enter and a double click, in the platform's way.
    connect(m_table, &QTableView::activated, this, [this] { m_capture->setFocus(); });
}

QWidget *ShortcutsPane::buildEditor()
{
    auto *bar = new Panel(ColorToken::Surface, Qt::TopEdge, this);
    bar->setObjectName(u"shortcutEditor"_s);
    m_name = new Label({TypeSize::Body, ColorToken::Text, QFont::DemiBold, LabelLook::Fit::Elided},
                       {}, bar);
    m_name->setObjectName(u"shortcutName"_s);
    m_capture = new KeyCapture(bar);
    m_capture->setObjectName(u"shortcutKeys"_s);
    m_capture->setPlaceholderText(tr("Press the new keys here"));
    m_remove = new Button(ButtonRole::Secondary, tr("Remove keys"), bar);
    m_remove->setObjectName(u"removeShortcut"_s);
    m_reset = new Button(ButtonRole::Secondary, tr("Reset"), bar);
    m_reset->setObjectName(u"resetShortcut"_s);
    m_reset->setAccessibleName(tr("Give this command its usual keys"));
    connect(m_capture, &KeyCapture::captured, this, &ShortcutsPane::propose);
    connect(m_capture, &KeyCapture::refused, this, &ShortcutsPane::refuse);
    connect(m_capture, &KeyCapture::cleared, this, [this] { propose({}); });
    connect(m_capture, &KeyCapture::left, this, [this] { m_table->setFocus(); });
    connect(m_remove, &QPushButton::clicked, this, [this] { propose({}); });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const std::optional<ShortcutEntry> entry = current())
            propose(entry->usual);
    });
    auto *row = new QHBoxLayout(bar);
    row->addWidget(m_name, 1);
    row->addWidget(m_capture);
    row->addWidget(m_remove);
    row->addWidget(m_reset);
    return bar;
}

void ShortcutsPane::setTheme(const Theme &theme)
{
    const int wide = theme.px(Space::Wide);
    const int large = theme.px(Space::Large);
    const int gap = theme.px(Space::Small);
    for (const QString &name : {u"shortcutsHead"_s, u"shortcutEditor"_s}) {
        auto *bar = findChild<QWidget *>(name);
        bar->setFixedHeight(theme.px(Measure::Head));
        bar->layout()->setContentsMargins(wide, 0, large, 0);
        bar->layout()->setSpacing(gap);
    }
    auto *body = layout()->itemAt(1)->layout();
    body->setContentsMargins(wide, large, wide, large);
    body->setSpacing(theme.px(Space::Medium));
    auto *filter = findChild<QLineEdit *>(u"shortcutFilter"_s);
    filter->setFixedSize(theme.px(FilterWidth), theme.px(Measure::Control));
    m_capture->setFixedSize(theme.px(KeysWidth), theme.px(Measure::Control));
    m_table->horizontalHeader()->resizeSection(ShortcutModel::Keys, theme.px(KeysWidth));
    m_table->horizontalHeader()->setFixedHeight(theme.px(Measure::Row));
    m_table->verticalHeader()->setDefaultSectionSize(theme.px(Measure::Row));
    for (Label *label : findChildren<Label *>())
        label->setTheme(theme);
    for (Button *button : findChildren<Button *>())
        button->setTheme(theme);
    for (Panel *panel : findChildren<Panel *>())
        panel->setTheme(theme);
    m_notice->setTheme(theme);
}

void ShortcutsPane::setEntries(const QList<ShortcutEntry> &entries,
                               const QList<ShortcutEntry> &reserved)
{
    m_model.setEntries(entries, reserved);
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model.index(0, 0));
    m_resetAll->setEnabled(m_model.isAnyChanged());
    showCurrent();
}

std::optional<ShortcutEntry> ShortcutsPane::current() const
{
    return m_model.entryAt(m_table->currentIndex().row());
}

void ShortcutsPane::showCurrent()
{
    const std::optional<ShortcutEntry> entry = current();
    m_name->setText(entry ? entry->name : tr("No command has these letters."));
    m_capture->setKeys(entry ? entry->keys : QKeySequence());
    m_capture->setAccessibleName(entry ? tr("Keys of %1").arg(entry->name) : tr("Keys"));
    m_capture->setEnabled(entry.has_value());
    m_remove->setEnabled(entry && !entry->keys.isEmpty());
    m_reset->setEnabled(entry && entry->isChanged());
}

void ShortcutsPane::propose(const QKeySequence &keys)
{
    const std::optional<ShortcutEntry> entry = current();
    if (!entry)
        return;
    m_notice->setText({});
    if (keys == entry->keys)
        return;
    const QString words = keys.toString(QKeySequence::NativeText);
    const std::optional<ShortcutEntry> fixed =
        keys == entry->usual ? std::nullopt : m_model.reservedFor(keys);
    if (fixed) {
        m_notice->setText({NoticeText::Kind::Failure,
                           tr("%1 is always for “%2”.").arg(words, fixed->name),
                           tr("Press other keys.")});
        return;
    }
    if (const std::optional<ShortcutEntry> owner = m_model.ownerOf(keys, entry->id)) {
        m_wished = keys;
        m_notice->setText(
            {NoticeText::Kind::Warning, tr("%1 belongs to “%2”.").arg(words, owner->name),
             tr("Press other keys, or take them: “%1” has none then.").arg(owner->name),
             tr("Use them here")});
        return;
    }
    Q_EMIT assignRequested(entry->id, keys);
}

void ShortcutsPane::refuse(const QKeySequence &keys)
{
    m_notice->setText({NoticeText::Kind::Failure,
                       tr("%1 alone is for typing.").arg(keys.toString(QKeySequence::NativeText)),
                       tr("Hold Ctrl or Alt along with it, or take a function key.")});
}

} // namespace kagura
