// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/viewchips.h"

#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/valuetext.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal NameWidth = 140;
constexpr int LongestName = 40;

} // namespace

ViewChips::ViewChips(QWidget *parent)
    : QWidget(parent)
    , m_views(usualViews())
{
    setObjectName(u"cacheViews"_s);
    setAccessibleName(tr("Saved views"));
    m_save = new Button(ButtonRole::Quiet, tr("+ Save view"), this);
    m_save->setObjectName(u"saveView"_s);
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"viewName"_s);
    m_name->setAccessibleName(tr("Name of the view"));
    m_name->setPlaceholderText(tr("Name, then Enter"));
    m_name->setMaxLength(LongestName);
    m_name->hide();
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->addWidget(m_save);
    m_row->addWidget(m_name);
    m_row->addStretch(1);
    connect(m_save, &Button::clicked, this, &ViewChips::beginSaving);
    connect(m_name, &QLineEdit::returnPressed, this, &ViewChips::save);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        m_name->hide();
        setQuery(m_query);
    });
    rebuild();
}

QList<CacheView> ViewChips::usualViews()
{
    return {{tr("All"), QString(), false},
            {tr("Old and rarely hit"), u"age:>7d hits:<3"_s, false},
            {tr("Never hit"), u"hits:0"_s, false},
            {tr("Expiring today"), u"ttl:<1d is:fresh"_s, false},
            {tr("Stale"), u"is:stale"_s, false},
            {tr("Pinned"), u"is:pinned"_s, false},
            {tr("Over 100 KB"), u"size:>100k"_s, false},
            {tr("Trash"), u"is:trash"_s, false}};
}

void ViewChips::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_row->setSpacing(theme.px(Space::Small));
    m_save->setTheme(theme);
    m_save->setFont(theme.font(TypeSize::Small, QFont::Medium));
    m_name->setFixedWidth(theme.px(NameWidth));
    for (Chip *chip : std::as_const(m_chips))
        chip->setTheme(theme);
}

void ViewChips::setOwnViews(const QList<CacheView> &views)
{
    m_views = usualViews() + views;
    rebuild();
}

void ViewChips::rebuild()
{
    qDeleteAll(m_chips);
    m_chips.clear();
    for (const CacheView &view : std::as_const(m_views))
        addChip(view);
    setQuery(m_query);
}

void ViewChips::addChip(const CacheView &view)
{
    auto *chip = new Chip(Chip::Use::Choice, view.name, this);
    chip->setObjectName(u"view."_s + view.name);
    chip->setToolTip(view.query.isEmpty() ? tr("Everything that is kept") : view.query);
    chip->setTheme(m_theme);
    chip->setFigure(m_figures.value(view.query));
    m_row->insertWidget(int(m_chips.size()), chip);
    m_chips.append(chip);
    connect(chip, &Chip::clicked, this, [this, query = view.query] {
        setQuery(m_query); // checked is what is asked, and not what was pressed
        Q_EMIT chosen(query);
    });
    if (!view.isOwn)
        return;
    auto *removal = new QAction(tr("Remove this view"), chip);
    chip->addAction(removal);
    chip->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(removal, &QAction::triggered, this, [this, name = view.name] { remove(name); });
}

void ViewChips::setCount(const QString &query, std::optional<qint64> entries)
{
    const QString figure = entries ? countText(*entries) : QString();
    m_figures.insert(query, figure);
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        if (m_views.at(i).query == query && !query.isEmpty())
            m_chips.at(i)->setFigure(figure);
    }
}

void ViewChips::setQuery(const QString &query)
{
    m_query = query;
    bool hasView = false;
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        const bool isThis = m_views.at(i).query == query;
        m_chips.at(i)->setChecked(isThis);
        hasView |= isThis;
    }
    m_save->setVisible(!hasView && m_name->isHidden());
}

void ViewChips::beginSaving()
{
    m_save->hide();
    m_name->clear();
    m_name->show();
    m_name->setFocus();
}

void ViewChips::save()
{
    const QString name = m_name->text().simplified();
    if (name.isEmpty())
        return;
    m_views.removeIf([&name](const CacheView &view) { return view.isOwn && view.name == name; });
    m_views.append({name, m_query, true});
    m_name->hide();
    rebuild();
    tellOwnViews();
}

void ViewChips::remove(const QString &name)
{
    m_views.removeIf([&name](const CacheView &view) { return view.isOwn && view.name == name; });
    // Later: the menu that asked for it still belongs to the chip.
    QMetaObject::invokeMethod(
        this,
        [this] {
            rebuild();
            tellOwnViews();
        },
        Qt::QueuedConnection);
}

void ViewChips::tellOwnViews()
{
    QList<CacheView> own;
    for (const CacheView &view : std::as_const(m_views)) {
        if (view.isOwn)
            own.append(view);
    }
    Q_EMIT ownViewsChanged(own);
}

} // namespace kagura
