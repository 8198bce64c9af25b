// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/misscard.h"

#include "ui/cache/difftext.h"
#include "ui/cache/misswords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype MostDifferences = 20;

} // namespace

MissCard::MissCard(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"missCard"_s);
    m_title = new Label({TypeSize::Body, ColorToken::Text, QFont::DemiBold},
                        tr("Why did this miss?"), this);
    m_reason = new Chip(Chip::Use::Badge, {}, this);
    m_reason->setObjectName(u"missReason"_s);
    m_reason->setColors(ColorToken::Wait, ColorToken::WaitSoft);
    m_sentence = new Label(
        {TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped}, {}, this);
    m_sentence->setObjectName(u"missSentence"_s);
    m_differences = new QTextBrowser(this);
    m_differences->setObjectName(u"missDifferences"_s);
    m_differences->setAccessibleName(tr("In what they differ"));
    m_differences->setOpenLinks(false);
    m_line = new Label({TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Elided},
                       {}, this);
    m_line->setObjectName(u"missLine"_s);
    m_nearest = new Button(ButtonRole::Secondary, tr("Open nearest entry"), this);
    m_nearest->setObjectName(u"missNearest"_s);
    m_copy = new Button(ButtonRole::Quiet, tr("Copy"), this);
    m_copy->setObjectName(u"missCopy"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_nearest);
    foot->addStretch(1);
    foot->addWidget(m_copy);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(head);
    rows->addWidget(m_reason, 0, Qt::AlignLeft);
    rows->addWidget(m_sentence);
    rows->addWidget(m_differences, 1);
    rows->addWidget(m_line);
    rows->addLayout(foot);
    connect(m_nearest, &Button::clicked, this, [this] {
        if (m_miss.explanation.nearest)
            Q_EMIT nearestRequested(*m_miss.explanation.nearest);
    });
    connect(m_copy, &Button::clicked, this, [this] { Q_EMIT copied(m_miss.statusLine); });
    setTheme(m_theme);
}

void MissCard::setTheme(const Theme &theme)
{
    m_theme = theme;
    layout()->setSpacing(theme.px(Space::Small));
    for (Label *label : {m_title, m_sentence, m_line})
        label->setTheme(theme);
    m_line->setFont(theme.codeFont());
    m_reason->setTheme(theme);
    m_nearest->setTheme(theme);
    m_copy->setTheme(theme);
    m_differences->setFont(theme.font(TypeSize::Small));
    showDifferences();
}

void MissCard::setMiss(const MissDetail &miss)
{
    m_miss = miss;
    m_reason->setText(missTitle(miss.explanation));
    m_reason->setAccessibleName(m_reason->text());
    m_reason->updateGeometry();
    m_reason->setVisible(!m_reason->text().isEmpty());
    m_sentence->setText(missSentence(miss.explanation));
    m_line->setText(miss.statusLine);
    m_nearest->setVisible(miss.explanation.nearest.has_value());
    showDifferences();
}

void MissCard::showDifferences()
{
    m_differences->clear();
    m_differences->setVisible(!m_miss.differences.isEmpty());
    QTextCursor cursor(m_differences->document());
    for (qsizetype i = 0; i < std::min(m_miss.differences.size(), MostDifferences); ++i) {
        const ShownDifference &one = m_miss.differences.at(i);
        if (i > 0)
            cursor.insertBlock();
        insertPlain(cursor, one.place + u"  "_s, m_theme, ColorToken::Text2);
        insertDiff(cursor, one.changes, m_theme);
    }
    if (m_miss.differences.size() > MostDifferences) {
        cursor.insertBlock();
        insertPlain(cursor, tr("and %1 more").arg(m_miss.differences.size() - MostDifferences),
                    m_theme, ColorToken::Text3);
    }
}

} // namespace kagura
