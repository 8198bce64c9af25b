// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/theme/theme.h"

#include <QDirIterator>
#include <QFontInfo>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor &color)
{
    const auto channel = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF())
        + 0.0722 * channel(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsStandOutFromEveryGround_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme(Theme::Scheme::Light);
        QTest::newRow("dark") << Theme(Theme::Scheme::Dark);
    }

    void wordsStandOutFromEveryGround()
    {
        QFETCH(const Theme, theme);
        for (const ColorToken ground :
             {ColorToken::Background, ColorToken::Surface, ColorToken::Sunken}) {
            for (const ColorToken words : {ColorToken::Text, ColorToken::Text2, ColorToken::Text3,
                                           ColorToken::Accent, ColorToken::Cached, ColorToken::Ok,
                                           ColorToken::Wait, ColorToken::Fail, ColorToken::Doubt}) {
                const double ratio = contrast(theme.color(words), theme.color(ground));
                QVERIFY2(ratio >= 4.5,
                         qPrintable(
                             u"token %1 on %2: %3"_s.arg(int(words)).arg(int(ground)).arg(ratio)));
            }
        }
        QVERIFY(contrast(theme.color(ColorToken::OnAccent), theme.color(ColorToken::Accent))
                >= 4.5);
        QVERIFY(contrast(theme.color(ColorToken::Text), theme.color(ColorToken::Selected)) >= 4.5);
    }

    void everyIconDrawsInItsColour()
    {
        const Theme theme(Theme::Scheme::Light);
        QVERIFY(!theme.icon(u"chat"_s).isNull());
        int drawn = 0;
        for (QDirIterator icons(u":/icons"_s); icons.hasNext();) {
            const QString name = QFileInfo(icons.next()).baseName();
            const QImage image = theme.icon(name, ColorToken::Accent).pixmap(48, 48).toImage();
            bool hasInk = false;
            for (int y = 0; y < image.height() && !hasInk; ++y) {
                for (int x = 0; x < image.width() && !hasInk; ++x)
                    hasInk = qAlpha(image.pixel(x, y)) > 200;
            }
            QVERIFY2(hasInk, qPrintable(name));
            ++drawn;
        }
        QVERIFY(drawn > 20);
        QVERIFY(theme.icon(u"no-such-icon"_s).isNull());
    }

    void everythingGrowsWithTheScale()
    {
        const Theme usual(Theme::Scheme::Light, 1.0);
        const Theme large(Theme::Scheme::Light, 1.5);
        QCOMPARE(usual.px(32), 32);
        QCOMPARE(large.px(32), 48);
        QCOMPARE(usual.font(TypeSize::Reading).pixelSize(), 15);
        QCOMPARE(large.font(TypeSize::Display).pixelSize(), 36);
        QCOMPARE(large.px(Measure::Control), 45);
        QCOMPARE(Theme(Theme::Scheme::Light, 0.3).px(Measure::Hairline), 1);
    }

    void codeIsSetInAFixedPitch() { QVERIFY(QFontInfo(Theme().codeFont()).fixedPitch()); }
};

KAGURA_TEST(TestTheme)
#include "tst_theme.moc"
