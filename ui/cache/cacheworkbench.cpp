// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/cacheworkbench.h"

#include "ui/cache/cacheentriespane.h"
#include "ui/cache/cachepreview.h"
#include "ui/cache/cachetable.h"
#include "ui/cache/cachewords.h"
#include "ui/cache/diffdialog.h"
#include "ui/cache/undoslot.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/valuetext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal PreviewWidth = 376;
constexpr qsizetype MostChosen = 400; // as many ids as a query holds

} // namespace

CacheWorkbench::CacheWorkbench(QWidget *conversation, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"cacheWorkbench"_s);
    m_entries = new CacheEntriesPane(this);
    m_side = new Panel(ColorToken::Background, Qt::LeftEdge, this);
    m_side->setObjectName(u"cacheSide"_s);
    m_preview = new CachePreview(conversation, m_side);
    auto *sideRow = new QHBoxLayout(m_side);
    sideRow->addWidget(m_preview);
    m_bulk = new BulkBar(this);
    m_undo = new UndoSlot(this);
    m_bulkOfAll = new Button(ButtonRole::Secondary, tr("Invalidate these\u2026"), this);
    m_bulkOfAll->setObjectName(u"bulkOfAll"_s);
    m_bulkOfAll->setToolTip(tr("All entries that the query means"));
    m_entries->setSide(m_side);
    m_entries->setFooterPart(m_undo);
    m_entries->setFooterPart(m_bulkOfAll);
    m_entries->setBelow(m_bulk);
    m_entries->addKeyHint(QKeySequence(Qt::Key_Space), tr("preview"),
                          [this] { m_side->setVisible(m_side->isHidden()); });
    m_entries->addKeyHint(QKeySequence(Qt::Key_Delete), tr("invalidate"),
                          [this] { openBulk(BulkWay::Soft); });
    m_entries->table().installEventFilter(this);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_entries);
    setFocusProxy(m_entries);
    connect(m_entries, &CacheEntriesPane::selectionChanged, this, &CacheWorkbench::showChoice);
    connect(m_bulkOfAll, &Button::clicked, this, &CacheWorkbench::openBulkOfAll);
    connect(m_preview, &CachePreview::invalidateRequested, this,
            [this] { openBulk(BulkWay::Soft); });
    connect(m_preview, &CachePreview::eraseRequested, this, [this] { openBulk(BulkWay::Erase); });
    connect(m_preview, &CachePreview::diffRequested, this, &CacheWorkbench::compare);
    connect(m_preview, &CachePreview::nearestRequested, this,
            [this](const CacheEntry &nearest) { showKey(nearest.key); });
    connect(m_undo, &UndoSlot::undoRequested, this, &CacheWorkbench::undoRequested);
    connect(m_bulk, &BulkBar::dismissed, this,
            [this] { m_entries->table().setFocus(Qt::OtherFocusReason); });
    auto *undo = new QShortcut(QKeySequence::Undo, &m_entries->table(), nullptr, nullptr,
                               Qt::WidgetShortcut);
    connect(undo, &QShortcut::activated, this, [this] {
        if (m_lastOperation == 0)
            return;
        m_undo->dismiss();
        Q_EMIT undoRequested(std::exchange(m_lastOperation, 0));
    });
}

void CacheWorkbench::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_entries->setTheme(theme);
    m_side->setTheme(theme);
    m_side->setFixedWidth(theme.px(PreviewWidth));
    m_side->layout()->setContentsMargins(theme.px(Measure::Hairline), 0, 0, 0);
    m_preview->setTheme(theme);
    m_bulk->setTheme(theme);
    m_undo->setTheme(theme);
    m_bulkOfAll->setTheme(theme);
}

bool CacheWorkbench::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_entries->table() && event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent *>(event)->key();
        if (key == Qt::Key_Space) {
            m_side->setVisible(m_side->isHidden());
            return true;
        }
        if (key == Qt::Key_Delete) {
            openBulk(BulkWay::Soft);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CacheWorkbench::showChoice()
{
    const QList<CacheEntry> chosen = m_entries->selected();
    if (chosen.size() == 1) {
        const CacheEntry &entry = chosen.constFirst();
        const bool isAnother = !m_preview->entry() || m_preview->entry()->id != entry.id;
        m_preview->setEntry(entry, m_entries->model().now());
        if (isAnother)
            Q_EMIT detailWanted(entry.id);
    } else if (chosen.isEmpty()) {
        m_preview->setWords(tr("Choose an entry to look at it."));
    } else {
        m_preview->setWords(tr("%1 are chosen. Del invalidates them; choose two and press Diff in "
                               "one of them to compare.")
                                .arg(entriesText(chosen.size())));
        if (chosen.size() == 2)
            m_compareWith = chosen.constFirst().id;
    }
}

void CacheWorkbench::openBulk(BulkWay way)
{
    const QList<CacheEntry> chosen = m_entries->selected();
    if (chosen.isEmpty())
        return;
    if (chosen.size() > MostChosen) {
        Q_EMIT notified(tr("Choose at most %1 entries, or mean them by a query.").arg(MostChosen));
        return;
    }
    QStringList ids;
    bool areInTrash = true;
    for (const CacheEntry &entry : chosen) {
        ids.append(QString::number(entry.id));
        areInTrash = areInTrash && entry.state == CacheEntry::State::Trash;
    }
    const QString trash = areInTrash ? u" is:trash"_s : QString();
    m_bulk->open(u"id:"_s + ids.join(u',') + trash,
                 chosen.size() == 1 ? tr("The chosen entry") : tr("The chosen entries"), way);
}

void CacheWorkbench::openBulkOfAll()
{
    const QString query = m_entries->query();
    m_bulk->open(query, query.isEmpty() ? tr("All entries") : tr("All that %1 means").arg(query));
}

void CacheWorkbench::compare(qint64 entry)
{
    if (m_compareWith == 0 || m_compareWith == entry) {
        m_compareWith = entry;
        Q_EMIT notified(tr("Now choose the other entry and press Diff there."));
        return;
    }
    Q_EMIT pairWanted(std::exchange(m_compareWith, 0), entry);
}

void CacheWorkbench::showPair(const EntryPair &pair)
{
    delete m_diff;
    m_diff = new DiffDialog(pair, m_theme, this);
    m_diff->show();
}

void CacheWorkbench::showKey(const CacheKey &key)
{
    m_entries->setQuery(u"key:"_s + key.toHex());
    m_entries->selectFirst();
}

void CacheWorkbench::takeEntry(const CacheEntry &entry)
{
    m_entries->model().replace(entry);
    if (m_preview->entry() && m_preview->entry()->id == entry.id)
        m_preview->setEntry(entry, m_entries->model().now());
}

void CacheWorkbench::takeOperation(const InvalidationTable::Operation &operation)
{
    const bool isUnwanted = m_bulk->finish();
    if (isUnwanted && operation.id != 0) {
        Q_EMIT undoRequested(operation.id);
        return;
    }
    m_lastOperation = operation.id;
    m_undo->offer(operation);
    m_entries->reload();
}

void CacheWorkbench::takeErased()
{
    m_bulk->finish();
    m_entries->reload();
}

void CacheWorkbench::takeFailure()
{
    m_bulk->finish();
}

} // namespace kagura
