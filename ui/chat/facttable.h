// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"
#include "ui/chat/inspectedcall.h"

#include <QWidget>

class QGridLayout;

namespace kagura {

//! A card of names and values, one a line; where asked, the last is the sum of the others.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class FactTable final : public QWidget
{
    Q_OBJECT

public:
    explicit FactTable(const QString &name, QWidget *parent = nullptr);

    void setChatStyle(const ChatStyle &style);
    //! Without facts it is hidden.
    void setFacts(const QList<InspectedFact> &facts, bool hasSum = false);
    [[nodiscard]] const QList<InspectedFact> &facts() const { return m_facts; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();

    ChatStyle m_style;
    QGridLayout *m_grid = nullptr;
    QList<InspectedFact> m_facts;
    bool m_hasSum = false;
};

} // namespace kagura
