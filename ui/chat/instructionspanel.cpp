// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/instructionspanel.h"

#include "ui/theme/buttonrole.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace kagura {
namespace {

constexpr int systemLines = 7;
constexpr int stopLines = 2;
constexpr int columns = 4;
constexpr qreal widthOfColumn = 0.75; // of the text of a conversation

void setLines(QPlainTextEdit *edit, int lines)
{
    const int margin = int(edit->document()->documentMargin());
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines
                         + 2 * (margin + edit->frameWidth()));
}

} // namespace

InstructionsPanel::InstructionsPanel(QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("instructionsPanel"));
    setAccessibleName(tr("Instructions of this conversation"));
    setFrameShape(QFrame::StyledPanel);
    build();
    connect(m_preset, &QComboBox::activated, this, &InstructionsPanel::choosePreset);
    connect(m_preset, &QComboBox::editTextChanged, this, &InstructionsPanel::refreshButtons);
    connect(m_save, &QPushButton::clicked, this, &InstructionsPanel::savePreset);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const Preset *preset = named(m_preset->currentText()))
            Q_EMIT presetRemoved(Preset(*preset));
    });
    connect(m_default, &QCheckBox::clicked, this, [this](bool isDefault) {
        if (const Preset *preset = named(m_preset->currentText())) {
            Preset changed = *preset;
            changed.isDefault = isDefault;
            Q_EMIT presetSaved(changed);
        }
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        showFields({});
        take();
        m_system->setFocus(Qt::OtherFocusReason);
    });
    for (QLineEdit *field : {m_temperature, m_topP, m_maxTokens, m_seed})
        connect(field, &QLineEdit::editingFinished, this, &InstructionsPanel::take);
    for (QComboBox *box : {m_reasoning, m_cache})
        connect(box, &QComboBox::activated, this, &InstructionsPanel::take);
    refreshButtons();
}

void InstructionsPanel::build()
{
    m_grid = new QGridLayout(this);
    m_preset = new QComboBox(this);
    m_preset->setObjectName(QStringLiteral("preset"));
    m_preset->setEditable(true);
    m_preset->setInsertPolicy(QComboBox::NoInsert);
    m_preset->lineEdit()->setPlaceholderText(tr("Choose one, or name these"));
    m_preset->lineEdit()->setObjectName(QStringLiteral("presetName"));
    m_preset->lineEdit()->setAccessibleName(tr("Name of the preset"));
    m_preset->view()->setObjectName(QStringLiteral("presetNames"));
    m_preset->view()->setAccessibleName(tr("Preset"));
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("savePreset"));
    m_save->setAccessibleName(tr("Save as a preset of that name"));
    m_remove = new QPushButton(tr("Delete"), this);
    m_remove->setObjectName(QStringLiteral("removePreset"));
    m_remove->setAccessibleName(tr("Delete the preset"));
    setButtonRole(m_remove, ButtonRole::Quiet);
    m_default = new QCheckBox(tr("New conversations begin with it"), this);
    m_default->setObjectName(QStringLiteral("defaultPreset"));
    m_default->setAccessibleName(tr("New conversations begin with this preset"));
    addField(0, 0, tr("Preset"), m_preset);
    m_grid->addWidget(m_save, 0, 2);
    m_grid->addWidget(m_remove, 0, 3);
    m_grid->addWidget(m_default, 1, 1, 1, columns - 1);

    m_system = new QPlainTextEdit(this);
    m_system->setObjectName(QStringLiteral("systemText"));
    m_system->setTabChangesFocus(true);
    m_system->setPlaceholderText(tr("Who the model is to be, and how it is to answer"));
    addField(2, 0, tr("System text"), m_system, columns - 1);
    m_temperature = addNumber(3, 0, tr("Temperature"), QStringLiteral("temperature"));
    m_topP = addNumber(3, 2, tr("Top p"), QStringLiteral("topP"));
    m_maxTokens = addNumber(4, 0, tr("Longest answer"), QStringLiteral("maxTokens"));
    m_maxTokens->setAccessibleName(tr("Longest answer, in tokens"));
    m_seed = addNumber(4, 2, tr("Seed"), QStringLiteral("seed"));
    m_reasoning = new QComboBox(this);
    m_reasoning->setObjectName(QStringLiteral("reasoning"));
    m_reasoning->addItem(tr("As usual"));
    using Effort = ReasoningEffort;
    for (const auto &[words, effort] : {std::pair(tr("Off"), Effort::Off),
                                        {tr("Low"), Effort::Low},
                                        {tr("Medium"), Effort::Medium},
                                        {tr("High"), Effort::High}})
        m_reasoning->addItem(words, int(effort));
    addField(5, 0, tr("Reasoning"), m_reasoning);
    m_cache = new QComboBox(this);
    m_cache->setObjectName(QStringLiteral("cachePolicy"));
    m_cache->addItem(tr("As everywhere"));
    m_cache->addItem(tr("Always ask anew"), int(CacheMode::Refresh));
    m_cache->addItem(tr("Neither read nor kept"), int(CacheMode::Off));
    addField(5, 2, tr("Cache"), m_cache);
    m_stop = new QPlainTextEdit(this);
    m_stop->setObjectName(QStringLiteral("stopTexts"));
    m_stop->setTabChangesFocus(true);
    m_stop->setPlaceholderText(tr("Texts before which an answer ends, one a line"));
    addField(6, 0, tr("Stop at"), m_stop, columns - 1);
    m_fault = new QLabel(this);
    m_fault->setObjectName(QStringLiteral("instructionsFault"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_grid->addWidget(m_fault, 7, 1, 1, columns - 2);
    m_clear = new QPushButton(tr("Clear all"), this);
    m_clear->setObjectName(QStringLiteral("clearInstructions"));
    m_clear->setAccessibleName(tr("Clear all instructions"));
    setButtonRole(m_clear, ButtonRole::Quiet);
    m_grid->addWidget(m_clear, 7, columns - 1);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(3, 1);
    for (QPlainTextEdit *edit : {m_system, m_stop})
        edit->installEventFilter(this);
}

void InstructionsPanel::addField(
    int row, int column, const QString &words, QWidget *field, int span)
{
    auto *label = new QLabel(words, this);
    label->setObjectName(field->objectName() + QStringLiteral("Label"));
    label->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(words);
    m_grid->addWidget(label, row, column);
    m_grid->addWidget(field, row, column + 1, 1, span);
}

QLineEdit *InstructionsPanel::addNumber(int row,
                                        int column,
                                        const QString &words,
                                        const QString &name)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    field->setPlaceholderText(tr("As usual"));
    addField(row, column, words, field);
    return field;
}

void InstructionsPanel::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    m_grid->setContentsMargins(style.pad, style.pad, style.pad, style.pad);
    m_grid->setHorizontalSpacing(style.gap);
    m_grid->setVerticalSpacing(style.gap);
    for (QLabel *label : findChildren<QLabel *>()) {
        label->setFont(style.labelFont);
        inkLabel(label, label == m_fault ? style.fail : style.text2);
    }
    m_fault->setFont(style.smallFont);
    for (QPlainTextEdit *edit : {m_system, m_stop}) {
        edit->setFont(style.labelFont);
        setLines(edit, edit == m_system ? systemLines : stopLines);
    }
    for (QWidget *field : QList<QWidget *>{m_preset, m_temperature, m_topP, m_maxTokens, m_seed,
                                           m_reasoning, m_cache, m_save, m_remove, m_clear})
        field->setFixedHeight(style.button);
    setFixedWidth(int(style.column * widthOfColumn));
}

void InstructionsPanel::setPresets(const QList<Preset> &presets)
{
    if (presets == m_presets)
        return;
    m_presets = presets;
    const QString typed = m_preset->currentText();
    m_preset->clear();
    for (const Preset &preset : presets)
        m_preset->addItem(preset.name);
    showPreset();
    if (isVisible() && presetName().isEmpty())
        m_preset->setEditText(typed);
}

void InstructionsPanel::setInstructions(const Instructions &instructions)
{
    m_instructions = instructions;
    showFields(InstructionFields::of(instructions));
    m_fault->clear();
    showPreset();
}

QString InstructionsPanel::presetName() const
{
    const auto same =
        std::find_if(m_presets.cbegin(), m_presets.cend(), [this](const Preset &preset) {
            return preset.instructions == m_instructions;
        });
    return same == m_presets.cend() || m_instructions.isEmpty() ? QString() : same->name;
}

const Preset *InstructionsPanel::named(const QString &name) const
{
    const auto found =
        std::find_if(m_presets.cbegin(), m_presets.cend(), [&name](const Preset &preset) {
            return preset.name.compare(name.simplified(), Qt::CaseInsensitive) == 0;
        });
    return found == m_presets.cend() ? nullptr : &*found;
}

void InstructionsPanel::openAt(const QRect &anchor)
{
    adjustSize();
    const QRect room = screen() ? screen()->availableGeometry() : anchor;
    const int left = std::clamp(anchor.right() + 1 - width(), room.left(),
                                std::max(room.left(), room.right() + 1 - width()));
    move(left, anchor.bottom() + m_style.gap / 2);
    show();
    m_system->setFocus(Qt::PopupFocusReason);
    m_system->moveCursor(QTextCursor::End);
}

void InstructionsPanel::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    take();
    setInstructions(Instructions(m_instructions)); // what could not be used is gone
}

bool InstructionsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        take();
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
            hide();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

InstructionFields InstructionsPanel::fields() const
{
    InstructionFields fields;
    fields.system = m_system->toPlainText();
    fields.temperature = m_temperature->text();
    fields.topP = m_topP->text();
    fields.maxTokens = m_maxTokens->text();
    fields.seed = m_seed->text();
    fields.stop = m_stop->toPlainText();
    if (const QVariant effort = m_reasoning->currentData(); effort.isValid())
        fields.reasoning = ReasoningEffort(effort.toInt());
    if (const QVariant mode = m_cache->currentData(); mode.isValid())
        fields.cache = CacheMode(mode.toInt());
    return fields;
}

void InstructionsPanel::showFields(const InstructionFields &fields)
{
    if (m_system->toPlainText() != fields.system)
        m_system->setPlainText(fields.system);
    m_temperature->setText(fields.temperature);
    m_topP->setText(fields.topP);
    m_maxTokens->setText(fields.maxTokens);
    m_seed->setText(fields.seed);
    if (m_stop->toPlainText() != fields.stop)
        m_stop->setPlainText(fields.stop);
    m_reasoning->setCurrentIndex(fields.reasoning ? m_reasoning->findData(int(*fields.reasoning))
                                                  : 0);
    m_cache->setCurrentIndex(fields.cache ? m_cache->findData(int(*fields.cache)) : 0);
}

void InstructionsPanel::take()
{
    const auto read = fields().read();
    if (const auto *fault = std::get_if<InstructionFields::Fault>(&read)) {
        m_fault->setText(fault->words);
        return;
    }
    m_fault->clear();
    const auto &instructions = std::get<Instructions>(read);
    if (instructions == m_instructions)
        return;
    m_instructions = instructions;
    refreshButtons(); // a name stays: it may be that of a preset that is being changed
    Q_EMIT changed(m_instructions);
}

void InstructionsPanel::showPreset()
{
    m_preset->setCurrentIndex(m_preset->findText(presetName(), Qt::MatchExactly));
    if (m_preset->currentIndex() < 0)
        m_preset->clearEditText();
    refreshButtons();
}

void InstructionsPanel::choosePreset(int row)
{
    if (row < 0 || row >= m_presets.size())
        return;
    showFields(InstructionFields::of(m_presets.at(row).instructions));
    take();
    refreshButtons();
}

void InstructionsPanel::savePreset()
{
    take();
    const QString name = m_preset->currentText().simplified();
    if (name.isEmpty() || !m_fault->text().isEmpty())
        return;
    Preset preset;
    if (const Preset *earlier = named(name))
        preset = *earlier;
    preset.name = name;
    preset.instructions = m_instructions;
    Q_EMIT presetSaved(preset);
}

void InstructionsPanel::refreshButtons()
{
    const QString name = m_preset->currentText().simplified();
    const Preset *preset = named(name);
    m_save->setEnabled(!name.isEmpty() && (!preset || preset->instructions != m_instructions));
    m_remove->setEnabled(preset != nullptr);
    m_default->setEnabled(preset != nullptr);
    m_default->setChecked(preset && preset->isDefault);
}

} // namespace kagura
