// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QProxyStyle>

namespace kagura {

//! The form of Qt's own parts: buttons, fields, lists, menus, scroll bars, tool tips. No style sheet, so
//! that widgets keep the fonts and palettes they were given and nothing is parsed at the start.
//!
//! A tool tip is always plain text: words of a model in it must not become markup that loads files.
//!
//! Thread: the GUI thread. Lifetime: QApplication's. Errors: none.
class KaguraStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit KaguraStyle(const Theme &theme);

    void setTheme(const Theme &theme) { m_theme = theme; }

    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element,
                     const QStyleOption *option,
                     QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control,
                            const QStyleOptionComplex *option,
                            QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric,
                                  const QStyleOption *option,
                                  const QWidget *widget) const override;
    int styleHint(StyleHint hint,
                  const QStyleOption *option,
                  const QWidget *widget,
                  QStyleHintReturn *data) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type,
                                         const QStyleOption *option,
                                         const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control,
                                       const QStyleOptionComplex *option,
                                       SubControl part,
                                       const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element,
                                       const QStyleOption *option,
                                       const QWidget *widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;

private:
    [[nodiscard]] QRect scrollBarRect(const QStyleOptionComplex *option,
                                      SubControl part,
                                      const QWidget *widget) const;

    Theme m_theme;
};

} // namespace kagura
