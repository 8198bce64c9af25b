// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/instructionsbutton.h"

#include "ui/chat/displaytext.h"
#include "ui/theme/buttonrole.h"

namespace kagura {
namespace {

constexpr int longestSummary = 44;

} // namespace

InstructionsButton::InstructionsButton(QWidget *parent)
    : QPushButton(parent)
{
    setObjectName(QStringLiteral("instructions"));
    setButtonRole(this, ButtonRole::Quiet);
    m_panel = new InstructionsPanel(this);
    connect(this, &QPushButton::clicked, this, &InstructionsButton::openPanel);
    connect(m_panel, &InstructionsPanel::changed, this, [this](const Instructions &changed) {
        refresh();
        Q_EMIT this->changed(m_conversation, changed);
    });
    refresh();
}

void InstructionsButton::setChatStyle(const ChatStyle &style)
{
    setFont(style.smallFont);
    m_panel->setChatStyle(style);
}

void InstructionsButton::setInstructions(const QString &conversation,
                                         const Instructions &instructions)
{
    if (m_panel->isVisible() && conversation == m_conversation)
        return;
    m_conversation = conversation;
    m_panel->setInstructions(instructions);
    refresh();
}

void InstructionsButton::setPresets(const QList<Preset> &presets)
{
    m_panel->setPresets(presets);
    refresh();
}

void InstructionsButton::openPanel()
{
    m_panel->openAt(QRect(mapToGlobal(QPoint(0, 0)), size()));
}

void InstructionsButton::refresh()
{
    const QString preset = DisplayText::line(m_panel->presetName());
    const QString summary =
        preset.isEmpty() ? instructionsSummary(m_panel->instructions()) : preset;
    const QString words = summary.isEmpty() ? tr("Instructions") : summary;
    QString shown =
        words.size() > longestSummary ? words.left(longestSummary - 1) + QChar(u'\u2026') : words;
    setText(shown.replace(u'&', QStringLiteral("&&")));
    setAccessibleName(summary.isEmpty() ? tr("Instructions: none")
                                        : tr("Instructions: %1").arg(summary));
    setToolTip(tr("System text and parameters of this conversation (Ctrl+I)"));
}

} // namespace kagura
