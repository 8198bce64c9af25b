// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/datapane.h"

#include "ui/settings/panelayout.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

DataPane::DataPane(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"dataPane"_s);
    PaneLayout pane(this, tr("Data and backup"));
    pane.addRow(tr("Conversations"),
                makeFolder(m_data, u"dataFolder"_s, tr("Open the folder of conversations")),
                tr("A message is on disk before it leaves, an answer at least once a second."));
    pane.addRow(tr("Settings"),
                makeFolder(m_settings, u"settingsFolder"_s, tr("Open the folder of settings")),
                tr("Keys are in none of these files."));
    QWidget *backups = makeFolder(m_backups, u"backupFolder"_s, tr("Open the folder of backups"));
    auto *backUp = new Button(ButtonRole::Secondary, tr("Back up now"), backups);
    backUp->setObjectName(u"backUpNow"_s);
    connect(backUp, &QPushButton::clicked, this, &DataPane::backUpRequested);
    backups->layout()->addWidget(backUp);
    pane.addRow(tr("Backups"), backups,
                tr("Made by themselves, once a day. A database that is damaged is set aside, and "
                   "the newest "
                   "backup takes its place."));
    auto *place = new QWidget(this); // in which the button is no wider than its words
    place->setObjectName(u"reportRow"_s);
    auto *report = new Button(ButtonRole::Secondary, tr("Save a report…"), place);
    report->setObjectName(u"saveReport"_s);
    report->setAccessibleName(tr("Save a report for whoever helps"));
    connect(report, &QPushButton::clicked, this, &DataPane::reportRequested);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(report);
    row->addStretch(1);
    pane.addRow(tr("When something is wrong"), place,
                tr("Versions, settings, and what was found: no conversation and no key. One file "
                   "of text, to be read before it is sent."));
    pane.end();
}

QWidget *DataPane::makeFolder(Label *&path, const QString &objectName, const QString &name)
{
    auto *part = new QWidget(this);
    part->setObjectName(objectName);
    part->setAccessibleName(name);
    path = new Label({TypeSize::Body, ColorToken::Text, QFont::Normal, LabelLook::Fit::Elided}, {},
                     part);
    path->setObjectName(objectName + u"Path"_s);
    auto *open = new Button(ButtonRole::Secondary, tr("Open"), part);
    open->setObjectName(objectName + u"Open"_s);
    open->setAccessibleName(name);
    connect(open, &QPushButton::clicked, this,
            [this, path] { Q_EMIT openRequested(path->text()); });
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(path, 1);
    row->addWidget(open);
    return part;
}

void DataPane::setTheme(const Theme &theme)
{
    PaneLayout::setTheme(this, theme);
    for (QWidget *part :
         {m_data->parentWidget(), m_settings->parentWidget(), m_backups->parentWidget()})
        part->setMinimumWidth(theme.px(Measure::Column) * 3 / 4);
}

void DataPane::showFolders(const QString &conversations,
                           const QString &settings,
                           const QString &backups)
{
    m_data->setText(conversations);
    m_settings->setText(settings);
    m_backups->setText(backups);
    for (Label *label : {m_data, m_settings, m_backups})
        label->parentWidget()->setEnabled(!label->text().isEmpty());
}

} // namespace kagura
