// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QWidget>

#include <cstdint>

namespace kagura {

class Button;
class Label;

//! What a Notice says.
struct NoticeText
{
    enum class Kind : std::uint8_t { Neutral, Good, Warning, Failure };

    Kind kind = Kind::Neutral;
    QString title = {}; //!< what happened
    QString detail = {}; //!< why, as far as known, and what is next
    QString stepLabel = {}; //!< of the button for the next step; empty: no button

    bool operator==(const NoticeText &) const = default;
};

//! A card that says what happened, why, and the one next step, with that step as a button. Its icon
//! and colour repeat what the words say. Without a title it is hidden.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class Notice final : public QWidget
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setText(const NoticeText &text);
    [[nodiscard]] const NoticeText &text() const { return m_text; }

Q_SIGNALS:
    void stepRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] ColorToken ink() const;

    Theme m_theme;
    NoticeText m_text;
    Label *m_title = nullptr;
    Label *m_detail = nullptr;
    Button *m_step = nullptr;
};

} // namespace kagura
