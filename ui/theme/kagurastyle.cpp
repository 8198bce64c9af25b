// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/kagurastyle.h"

#include "ui/theme/menupainter.h"
#include "ui/theme/stylepainter.h"

#include <QAbstractScrollArea>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>
#include <QWidget>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal LabelGap = 2; //!< that a label has more between icon and words than Qt reckons
constexpr qreal FieldPad = 7;
constexpr qreal TipPad = 5;

bool isVertical(const QStyleOption *option)
{
    return !option->state.testFlag(QStyle::State_Horizontal);
}

} // namespace

KaguraStyle::KaguraStyle(const Theme &theme)
    : QProxyStyle(u"Fusion"_s)
    , m_theme(theme)
{}

void KaguraStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // The frame is filled with its round corners; the square ground of what lies in it would cover them.
    auto *area = qobject_cast<QAbstractScrollArea *>(widget);
    if (area != nullptr
        && (area->frameShape() == QFrame::StyledPanel || qobject_cast<QHeaderView *>(area)))
        area->viewport()->setAutoFillBackground(false);
    if (widget->inherits("QTipLabel"))
        static_cast<QLabel *>(widget)->setTextFormat(Qt::PlainText);
}

void KaguraStyle::drawPrimitive(PrimitiveElement element,
                                const QStyleOption *option,
                                QPainter *painter,
                                const QWidget *widget) const
{
    const StylePainter parts(*painter, m_theme);
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            parts.button(*button, buttonRole(widget));
            return;
        }
        break;
    case PE_FrameDefaultButton:
    case PE_PanelScrollAreaCorner:
    case PE_PanelItemViewRow:
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            if (frame->lineWidth > 0)
                parts.field(*frame);
            return;
        }
        break;
    case PE_FrameLineEdit:
        return; // with its panel
    case PE_Frame:
        if (widget != nullptr && widget->windowType() == Qt::Popup) {
            proxy()->drawPrimitive(PE_PanelMenu, option, painter, widget);
            return;
        }
        if (qobject_cast<const QAbstractScrollArea *>(widget) != nullptr)
            parts.scrollArea(*option);
        else
            parts.box(option->rect, {}, m_theme.color(ColorToken::Border), Measure::ControlRadius);
        return;
    case PE_FrameFocusRect:
        parts.ring(option->rect, Measure::ControlRadius);
        return;
    case PE_IndicatorCheckBox:
        parts.checkBox(*option);
        return;
    case PE_IndicatorRadioButton:
        parts.radioButton(*option);
        return;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_theme.color(ColorToken::Surface));
        [[fallthrough]];
    case PE_FrameMenu:
        painter->setPen(m_theme.color(ColorToken::StrongBorder));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelItemViewItem:
        if (option->state.testFlag(State_Selected))
            painter->fillRect(option->rect, m_theme.color(ColorToken::Selected));
        else if (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled))
            painter->fillRect(option->rect, m_theme.color(ColorToken::Hover));
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void KaguraStyle::drawControl(ControlElement element,
                              const QStyleOption *option,
                              QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            StylePainter(*painter, m_theme).buttonLabel(*button, buttonRole(widget));
            return;
        }
        break;
    case CE_PushButton: // the ring is part of the bevel
        proxy()->drawControl(CE_PushButtonBevel, option, painter, widget);
        proxy()->drawControl(CE_PushButtonLabel, option, painter, widget);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            MenuPainter(m_theme).row(*painter, *item);
            return;
        }
        break;
    case CE_MenuEmptyArea:
    case CE_HeaderEmptyArea:
        return;
    case CE_HeaderSection:
        StylePainter(*painter, m_theme).headerSection(option->rect);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            StylePainter(*painter, m_theme).headerLabel(*header);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void KaguraStyle::drawComplexControl(ComplexControl control,
                                     const QStyleOptionComplex *option,
                                     QPainter *painter,
                                     const QWidget *widget) const
{
    const StylePainter parts(*painter, m_theme);
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            parts.scrollBar(*bar, scrollBarRect(bar, SC_ScrollBarSlider, widget));
            return;
        }
    }
    if (control == CC_ComboBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            parts.comboBox(*box, proxy()->subControlRect(control, box, SC_ComboBoxArrow, widget));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int KaguraStyle::pixelMetric(PixelMetric metric,
                             const QStyleOption *option,
                             const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonMargin:
    case PM_ButtonDefaultIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_DefaultFrameWidth:
    case PM_MenuPanelWidth:
        return m_theme.px(Measure::Hairline);
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return m_theme.px(Space::Tight);
    case PM_ScrollBarExtent:
        return m_theme.px(Measure::ScrollBar);
    case PM_ScrollBarSliderMin:
        return m_theme.px(Space::Wide);
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_LineEditIconSize:
        return m_theme.px(Measure::Icon);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return m_theme.px(Space::Small);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return m_theme.px(Space::Medium);
    case PM_HeaderMargin:
        return m_theme.px(Space::Medium);
    case PM_FocusFrameHMargin: // beside the words of a cell
        return qobject_cast<const QTableView *>(widget) != nullptr
            ? m_theme.px(Space::Medium) - 1
            : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ToolTipLabelFrameWidth:
        return m_theme.px(TipPad);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int KaguraStyle::styleHint(StyleHint hint,
                           const QStyleOption *option,
                           const QWidget *widget,
                           QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize KaguraStyle::sizeFromContents(ContentsType type,
                                    const QStyleOption *option,
                                    const QSize &size,
                                    const QWidget *widget) const
{
    const int height = m_theme.px(Measure::Control);
    const int pads = 2 * m_theme.px(Space::Medium);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            if (button->text.isEmpty())
                return {height, height};
            int width = size.width() + pads;
            if (!button->icon.isNull())
                width += m_theme.px(LabelGap);
            if (button->features.testFlag(QStyleOptionButton::HasMenu)
                || buttonRole(widget) == ButtonRole::Picker)
                width += m_theme.px(Measure::Icon);
            return {width, qMax(height, size.height())};
        }
        break;
    case CT_LineEdit:
        return {size.width() + 2 * m_theme.px(FieldPad), height};
    case CT_ComboBox:
        return {size.width() + pads + m_theme.px(Measure::Icon), height};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return MenuPainter(m_theme).size(*item, size);
        break;
    case CT_ItemViewItem: {
        const QSize least = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {least.width(), qMax(least.height(), height)};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect KaguraStyle::scrollBarRect(const QStyleOptionComplex *option,
                                 SubControl part,
                                 const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (bar == nullptr)
        return {};
    const QRect rect = bar->rect;
    const int length = isVertical(bar) ? rect.height() : rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int handle = length;
    int start = 0;
    if (range > 0) {
        const qint64 whole = range + bar->pageStep;
        const int least = qMin(length, proxy()->pixelMetric(PM_ScrollBarSliderMin, bar, widget));
        handle =
            qMax(least, static_cast<int>(qint64(bar->pageStep) * length / qMax<qint64>(1, whole)));
        start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                        length - handle, bar->upsideDown);
    }
    const auto along = [&](int from, int to) {
        return isVertical(bar)
            ? QRect(rect.left(), rect.top() + from, rect.width(), to - from)
            : visualRect(bar->direction, rect,
                         QRect(rect.left() + from, rect.top(), to - from, rect.height()));
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return rect;
    case SC_ScrollBarSlider:
        return along(start, start + handle);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + handle, length);
    default:
        return {}; // no arrows
    }
}

QRect KaguraStyle::subControlRect(ComplexControl control,
                                  const QStyleOptionComplex *option,
                                  SubControl part,
                                  const QWidget *widget) const
{
    if (control == CC_ScrollBar)
        return scrollBarRect(option, part, widget);
    if (control == CC_ComboBox) {
        const int arrow = m_theme.px(Space::Wide);
        const QRect rect = option->rect;
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, rect,
                              QRect(rect.right() - arrow - m_theme.px(Space::Tight) + 1, rect.top(),
                                    arrow, rect.height()));
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, rect,
                              rect.adjusted(m_theme.px(FieldPad), 1, -arrow, -1));
        if (part == SC_ComboBoxListBoxPopup)
            return rect.translated(0, m_theme.px(Space::Tight));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect KaguraStyle::subElementRect(SubElement element,
                                  const QStyleOption *option,
                                  const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame != nullptr && frame->lineWidth > 0) {
            const int pad = m_theme.px(FieldPad);
            return visualRect(option->direction, option->rect,
                              option->rect.adjusted(pad, 0, -pad, 0));
        }
        return option->rect;
    }
    if (element == SE_PushButtonContents || element == SE_PushButtonFocusRect)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace kagura
