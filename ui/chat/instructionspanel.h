// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/preset.h"
#include "ui/chat/chatstyle.h"
#include "ui/chat/instructionfields.h"

#include <QFrame>
#include <QList>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kagura {

//! What floats below the head: system text, parameters, and the presets that hold both under a name.
//!
//! What is changed holds when a field is left and when the panel closes; a field that cannot be used
//! says why, and nothing of it is told. Escape closes.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: shown in the panel.
class InstructionsPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit InstructionsPanel(QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);
    void setPresets(const QList<Preset> &presets);
    //! What is being edited.
    void setInstructions(const Instructions &instructions);
    [[nodiscard]] const Instructions &instructions() const { return m_instructions; }
    //! The name of the preset that says the same; empty: none does.
    [[nodiscard]] QString presetName() const;

    void openAt(const QRect &anchor); //!< below it, in global coordinates, right edges together

Q_SIGNALS:
    void changed(const kagura::Instructions &instructions);
    void presetSaved(const kagura::Preset &preset);
    void presetRemoved(const kagura::Preset &preset);

protected:
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void addField(int row, int column, const QString &words, QWidget *field, int span = 1);
    QLineEdit *addNumber(int row, int column, const QString &words, const QString &name);
    [[nodiscard]] InstructionFields fields() const;
    void showFields(const InstructionFields &fields);
    void take();
    void showPreset();
    void choosePreset(int row);
    void savePreset();
    void refreshButtons();
    [[nodiscard]] const Preset *named(const QString &name) const;

    ChatStyle m_style;
    QList<Preset> m_presets;
    Instructions m_instructions;
    QComboBox *m_preset = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_remove = nullptr;
    QCheckBox *m_default = nullptr;
    QPlainTextEdit *m_system = nullptr;
    QLineEdit *m_temperature = nullptr;
    QLineEdit *m_topP = nullptr;
    QLineEdit *m_maxTokens = nullptr;
    QLineEdit *m_seed = nullptr;
    QPlainTextEdit *m_stop = nullptr;
    QComboBox *m_reasoning = nullptr;
    QComboBox *m_cache = nullptr;
    QLabel *m_fault = nullptr;
    QPushButton *m_clear = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace kagura
