// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/emptystate.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

EmptyState::EmptyState(const QString &sentence, const QString &action, QWidget *parent)
    : QWidget(parent)
{
    m_sentence =
        new Label({TypeSize::Body, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped},
                  sentence, this);
    m_sentence->setObjectName(u"emptySentence"_s);
    m_action = new Button(ButtonRole::Primary, action, this);
    m_action->setObjectName(u"emptyAction"_s);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_sentence);
    rows->addWidget(m_action, 0, Qt::AlignLeft);
    rows->addStretch(1);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionRequested);
    setTheme(Theme());
}

void EmptyState::setTheme(const Theme &theme)
{
    const int margin = theme.px(Space::Large);
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(theme.px(Space::Medium));
    m_sentence->setTheme(theme);
    m_action->setTheme(theme);
}

} // namespace kagura
