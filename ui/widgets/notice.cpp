// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/notice.h"

#include "ui/theme/stylepainter.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

Notice::Notice(QWidget *parent)
    : QWidget(parent)
{
    m_title = new Label(
        {TypeSize::Body, ColorToken::Text, QFont::DemiBold, LabelLook::Fit::Wrapped}, {}, this);
    m_title->setObjectName(u"noticeTitle"_s);
    m_detail = new Label(
        {TypeSize::Body, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped}, {}, this);
    m_detail->setObjectName(u"noticeDetail"_s);
    m_step = new Button(ButtonRole::Secondary, {}, this);
    m_step->setObjectName(u"noticeStep"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_detail);
    auto *row = new QHBoxLayout(this);
    row->addLayout(words, 1);
    row->addWidget(m_step, 0, Qt::AlignVCenter);
    connect(m_step, &QPushButton::clicked, this, &Notice::stepRequested);
    setTheme(m_theme);
    setText({});
}

ColorToken Notice::ink() const
{
    switch (m_text.kind) {
    case NoticeText::Kind::Good:
        return ColorToken::Ok;
    case NoticeText::Kind::Warning:
        return ColorToken::Wait;
    case NoticeText::Kind::Failure:
        return ColorToken::Fail;
    case NoticeText::Kind::Neutral:
        break;
    }
    return ColorToken::Text2;
}

void Notice::setTheme(const Theme &theme)
{
    m_theme = theme;
    const int pad = theme.px(Space::Medium);
    const int beside = theme.px(Space::Large) + theme.px(Measure::Icon) + theme.px(Space::Small);
    layout()->setContentsMargins(beside, pad, pad, pad);
    layout()->setSpacing(theme.px(Space::Medium));
    m_title->setTheme(theme);
    m_detail->setTheme(theme);
    m_step->setTheme(theme);
    update();
}

void Notice::setText(const NoticeText &text)
{
    m_text = text;
    m_title->setText(text.title);
    m_detail->setText(text.detail);
    m_detail->setVisible(!text.detail.isEmpty());
    m_step->setText(text.stepLabel);
    m_step->setVisible(!text.stepLabel.isEmpty());
    setVisible(!text.title.isEmpty());
    setAccessibleName(text.title);
    setAccessibleDescription(text.detail);
    if (isVisible()) {
        QAccessibleEvent announcement(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&announcement);
    }
    update();
}

void Notice::paintEvent(QPaintEvent *)
{
    ColorToken ground = ColorToken::Sunken;
    QString icon = u"book"_s;
    if (m_text.kind == NoticeText::Kind::Good) {
        ground = ColorToken::OkSoft;
        icon = u"check"_s;
    } else if (m_text.kind == NoticeText::Kind::Warning) {
        ground = ColorToken::WaitSoft;
        icon = u"warning"_s;
    } else if (m_text.kind == NoticeText::Kind::Failure) {
        ground = ColorToken::FailSoft;
        icon = u"warning"_s;
    }
    QPainter painter(this);
    StylePainter(painter, m_theme).box(rect(), m_theme.color(ground), {}, Measure::CardRadius);
    const int side = m_theme.px(Measure::Icon);
    const int line = m_title->fontMetrics().height();
    const QRect place(m_theme.px(Space::Large), m_title->y() + (line - side) / 2, side, side);
    m_theme.icon(icon, ink()).paint(&painter, place);
}

} // namespace kagura
