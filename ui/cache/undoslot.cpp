// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/undoslot.h"

#include "ui/cache/cachewords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

} // namespace

UndoSlot::UndoSlot(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"undoSlot"_s);
    m_words = new Label({TypeSize::Body, ColorToken::Text}, {}, this);
    m_words->setObjectName(u"undoWords"_s);
    m_undo = new Button(ButtonRole::Link, {}, this);
    m_undo->setObjectName(u"undoInvalidation"_s);
    m_close = new Button(ButtonRole::Quiet, {}, this);
    m_close->setObjectName(u"closeUndo"_s);
    m_close->setIconName(u"cross"_s);
    m_close->setAccessibleName(tr("Close"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_words);
    row->addWidget(m_undo);
    row->addWidget(m_close);
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &UndoSlot::tick);
    connect(m_undo, &Button::clicked, this, [this] {
        const qint64 id = m_operation.id;
        dismiss();
        Q_EMIT undoRequested(id);
    });
    connect(m_close, &Button::clicked, this, &UndoSlot::dismiss);
    hide();
}

void UndoSlot::setTheme(const Theme &theme)
{
    layout()->setSpacing(theme.px(Space::Small));
    m_words->setTheme(theme);
    m_undo->setTheme(theme);
    m_close->setTheme(theme);
}

void UndoSlot::offer(const InvalidationTable::Operation &operation)
{
    if (operation.id == 0)
        return;
    m_operation = operation;
    m_words->setText(operationText(operation));
    show();
    m_timer.start();
    tick();
}

void UndoSlot::dismiss()
{
    m_timer.stop();
    hide();
}

QString UndoSlot::remainingText(const QDateTime &until, const QDateTime &now)
{
    const qint64 left = now.secsTo(until);
    if (left <= 0)
        return {};
    return u"%1:%2"_s.arg(left / 60).arg(left % 60, 2, 10, QChar(u'0'));
}

void UndoSlot::tick()
{
    const QString left = remainingText(m_operation.undoUntil, QDateTime::currentDateTimeUtc());
    if (left.isEmpty())
        return dismiss();
    m_undo->setText(tr("Undo (%1)").arg(left));
}

} // namespace kagura
