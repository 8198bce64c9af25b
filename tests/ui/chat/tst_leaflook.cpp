// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/chat/chatstyle.h"
#include "ui/chat/leaflook.h"
#include "ui/theme/theme.h"

#include <QTest>

#include <cmath>

using namespace kagura;

class TestLeafLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markedWordsCanBeReadOnTheirGround_data();
    void markedWordsCanBeReadOnTheirGround();
};

namespace {

qreal luminance(const QColor &color)
{
    const auto part = [](qreal value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF())
        + 0.0722 * part(color.blueF());
}

qreal contrast(const QColor &one, const QColor &other)
{
    const qreal a = luminance(one) + 0.05;
    const qreal b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

} // namespace

void TestLeafLook::markedWordsCanBeReadOnTheirGround_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("in light") << false;
    QTest::newRow("in dark") << true;
}

void TestLeafLook::markedWordsCanBeReadOnTheirGround()
{
    QFETCH(bool, isDark);
    const ChatStyle style =
        ChatStyle::of(Theme(isDark ? Theme::Scheme::Dark : Theme::Scheme::Light));
    const auto check = [](const QColor &ink, const QColor &ground, const char *what) {
        const qreal found = contrast(ink, ground);
        QVERIFY2(found >= 4.5,
                 qPrintable(QStringLiteral("%1: %2").arg(QString::fromLatin1(what)).arg(found)));
    };
    for (std::size_t kind = 0; kind < style.look->tokens.size(); ++kind)
        check(style.look->tokens.at(kind), style.codeGround, qPrintable(QString::number(kind)));
    check(style.look->link, style.ground, "link");
    check(style.look->link, style.codeGround, "link in code");
    check(style.look->quiet, style.ground, "quiet");
    check(style.text3, style.codeGround, "label of code");
}

KAGURA_TEST(TestLeafLook)
#include "tst_leaflook.moc"
