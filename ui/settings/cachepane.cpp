// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/cachepane.h"

#include "core/settings/settingkeys.h"
#include "ui/settings/panelayout.h"
#include "ui/widgets/button.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 Lifetimes[] = {0, 1, 24, 24 * 7, 24 * 30, 24 * 365, -1};

QString lifetimeWords(qint64 hours)
{
    if (hours < 0)
        return CachePane::tr("For ever");
    if (hours == 0)
        return CachePane::tr("Keep nothing");
    return hours % 24 == 0 ? CachePane::tr("%n days", nullptr, int(hours / 24))
                           : CachePane::tr("%n hours", nullptr, int(hours));
}

} // namespace

CachePane::CachePane(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"cachePane"_s);
    m_memory = makeSize(u"cacheMemory"_s, settings::CacheMemoryMib.minimum,
                        settings::CacheMemoryMib.maximum);
    m_disk =
        makeSize(u"cacheDisk"_s, settings::CacheDiskMib.minimum, settings::CacheDiskMib.maximum);
    m_lifetime = new QComboBox(this);
    m_lifetime->setObjectName(u"cacheLifetime"_s);
    for (const qint64 hours : Lifetimes)
        m_lifetime->addItem(lifetimeWords(hours), hours);
    m_apply = new Button(ButtonRole::Primary, tr("Apply"), this);
    m_apply->setObjectName(u"cacheApply"_s);
    m_apply->setAccessibleName(tr("Apply the budgets"));
    m_preview = new Notice(this);
    m_preview->setObjectName(u"cachePreview"_s);
    PaneLayout pane(this, tr("Answer cache"));
    pane.addRow(tr("In memory"), m_memory, tr("What was asked last is answered from here."));
    pane.addRow(tr("On disk"), m_disk,
                tr("When it is full, answers that nobody asked for again make room."));
    pane.addRow(tr("Budgets"), m_apply);
    pane.addRow(QString(), m_preview);
    pane.addRow(tr("Kept for"), m_lifetime,
                tr("Of answers that come from now on. A pinned answer stays in any case."));
    pane.end();
    m_preview->setAccessibleName(tr("What the budgets would cost"));
    connect(m_apply, &QPushButton::clicked, this,
            [this] { Q_EMIT budgetsChosen(m_memory->value(), m_disk->value()); });
    connect(m_lifetime, &QComboBox::activated, this,
            [this] { Q_EMIT lifetimeChosen(m_lifetime->currentData().toLongLong()); });
}

QSpinBox *CachePane::makeSize(const QString &objectName, qint64 least, qint64 most)
{
    auto *field = new QSpinBox(this);
    field->setObjectName(objectName);
    field->setRange(int(least), int(most));
    field->setSuffix(tr(" MiB"));
    field->setGroupSeparatorShown(true);
    field->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    connect(field, &QSpinBox::valueChanged, this, &CachePane::follow);
    return field;
}

void CachePane::follow()
{
    const bool isChanged = m_memory->value() != m_keptMemory || m_disk->value() != m_keptDisk;
    m_apply->setEnabled(isChanged);
    m_preview->setText({});
    if (m_disk->value() != m_keptDisk)
        Q_EMIT previewWanted(m_disk->value());
}

void CachePane::setTheme(const Theme &theme)
{
    PaneLayout::setTheme(this, theme);
    m_preview->setTheme(theme);
    m_preview->setMinimumWidth(theme.px(Measure::Column) * 3 / 4);
}

void CachePane::showChoices(qint64 memoryMib, qint64 diskMib, qint64 lifetimeHours)
{
    m_keptMemory = memoryMib;
    m_keptDisk = diskMib;
    for (const auto &[field, value] :
         {std::pair(m_memory, memoryMib), std::pair(m_disk, diskMib)}) {
        const QSignalBlocker quiet(field);
        field->setValue(int(value));
    }
    if (m_lifetime->findData(lifetimeHours) < 0)
        m_lifetime->addItem(lifetimeWords(lifetimeHours), lifetimeHours);
    m_lifetime->setCurrentIndex(m_lifetime->findData(lifetimeHours));
    follow();
}

void CachePane::showPreview(qint64 diskMib, const NoticeText &words)
{
    if (diskMib == m_disk->value() && diskMib != m_keptDisk)
        m_preview->setText(words);
}

} // namespace kagura
