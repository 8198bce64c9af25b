// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/toastbar.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QHBoxLayout>

#include <chrono>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto ReadingTime = 5s;
constexpr auto UndoTime = 10s;
constexpr qreal BarPad = 5;
constexpr int LongestText = 160;

} // namespace

ToastBar::ToastBar(QWidget *parent)
    : FloatingCard(parent)
{
    setObjectName(u"toast"_s);
    setAccessibleName(tr("Message"));
    m_text = new Label({}, {}, this);
    m_text->setObjectName(u"toastText"_s);
    m_button = new Button(ButtonRole::Link, {}, this);
    m_button->setObjectName(u"toastAction"_s);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_text);
    row->addWidget(m_button);
    m_life.setSingleShot(true);
    connect(&m_life, &QTimer::timeout, this, &ToastBar::leave);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        if (m_action)
            std::exchange(m_action, {})();
    });
    ToastBar::setTheme(theme());
    hide();
}

void ToastBar::setTheme(const Theme &theme)
{
    FloatingCard::setTheme(theme);
    m_text->setTheme(theme);
    m_button->setTheme(theme);
    const int pad = theme.px(BarPad);
    layout()->setContentsMargins(theme.px(Space::Large), pad, theme.px(Space::Large), pad);
    layout()->setSpacing(theme.px(Space::Small));
    m_text->setMinimumHeight(theme.px(Measure::Control));
}

QString ToastBar::text() const
{
    return m_text->text();
}

void ToastBar::show(const QString &text, const QString &label, const std::function<void()> &action)
{
    m_text->setText(text.size() > LongestText ? text.left(LongestText) + u'…' : text);
    // Qt reads what looks like HTML as HTML, and opens what it names.
    m_text->setToolTip(text.size() > LongestText ? u"<span>%1</span>"_s.arg(text.toHtmlEscaped())
                                                 : QString());
    m_button->setText(label);
    m_button->setVisible(!label.isEmpty());
    m_action = action;
    layout()->activate();
    Q_EMIT sizeChanged();
    QWidget::show();
    m_life.start(action ? UndoTime : ReadingTime);
    QAccessibleEvent announcement(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void ToastBar::leave()
{
    if (underMouse() || m_button->hasFocus())
        m_life.start(ReadingTime);
    else
        hide();
}

} // namespace kagura
