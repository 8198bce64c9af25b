// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/theme/buttonrole.h"
#include "ui/theme/themecontroller.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolTip>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

bool hasColor(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

class TestKaguraStyle : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeController> m_themes;

private Q_SLOTS:
    void init()
    {
        m_themes = std::make_unique<ThemeController>();
        m_themes->setChoice(ThemeController::Choice::Light);
    }

    void cleanup() { m_themes.reset(); }

    void aToolTipIsNeverMarkup()
    {
        QWidget window;
        window.show();
        QToolTip::showText(window.mapToGlobal(QPoint(4, 4)), u"<img src='/etc/hostname'><b>x</b>"_s,
                           &window);
        const QLabel *tip = nullptr;
        for (const QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->inherits("QTipLabel"))
                tip = static_cast<const QLabel *>(widget);
        }
        QVERIFY(tip != nullptr);
        QCOMPARE(tip->textFormat(), Qt::PlainText);
        QToolTip::hideText();
    }

    void theFocusShowsWhereTheKeyboardBroughtIt()
    {
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *field = new QLineEdit(&window);
        auto *button = new QPushButton(u"Save"_s, &window);
        row->addWidget(field);
        row->addWidget(button);
        window.show();
        field->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QColor accent = m_themes->theme().color(ColorToken::Accent);
        QVERIFY(hasColor(field->grab().toImage(), accent));
        QVERIFY(!hasColor(button->grab().toImage(), accent));
        QTest::keyClick(field, Qt::Key_Tab);
        QTRY_VERIFY(button->hasFocus());
        QVERIFY(hasColor(button->grab().toImage(), accent));
        QVERIFY(
            hasColor(button->grab().toImage(), m_themes->theme().color(ColorToken::AccentSoft)));
    }

    void controlsAreOfOneHeightAtEveryZoom()
    {
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        QPushButton button(u"Connect"_s);
        QLineEdit field;
        QComboBox box;
        box.addItem(u"OpenAI"_s);
        row->addWidget(&button);
        row->addWidget(&field);
        row->addWidget(&box);
        window.show();
        for (const int zoom : {100, 150, 200}) {
            m_themes->setZoomPercent(zoom);
            const int height = m_themes->theme().px(Measure::Control);
            QCOMPARE(button.sizeHint().height(), height);
            QCOMPARE(field.sizeHint().height(), height);
            QCOMPARE(box.sizeHint().height(), height);
        }
    }

    void whatIsDisabledIsSunkenAndNotPale()
    {
        QPushButton button(u"Send"_s);
        setButtonRole(&button, ButtonRole::Primary);
        button.resize(button.sizeHint());
        const Theme &theme = m_themes->theme();
        QVERIFY(hasColor(button.grab().toImage(), theme.color(ColorToken::Accent)));
        button.setEnabled(false);
        const QImage disabled = button.grab().toImage();
        QVERIFY(hasColor(disabled, theme.color(ColorToken::Sunken)));
        QVERIFY(!hasColor(disabled, theme.color(ColorToken::Accent)));
    }

    void longWordsStayInsideTheButton()
    {
        QPushButton button(u"A very long name of a model that somebody gave"_s);
        button.setIcon(m_themes->theme().icon(u"plus"_s));
        button.resize(90, button.sizeHint().height());
        const QImage image = button.grab().toImage();
        const QColor words = m_themes->theme().color(ColorToken::Text);
        for (int y = 2; y < image.height() - 2; ++y)
            QVERIFY(image.pixelColor(image.width() - 3, y) != words);
    }

    void aScrollBarReachesBothEnds()
    {
        QScrollBar bar(Qt::Vertical);
        bar.setRange(0, 1000);
        bar.setPageStep(100);
        bar.resize(bar.sizeHint().width(), 220);
        bar.show();
        QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(5, 215));
        QVERIFY(bar.value() > 0);
        bar.setValue(0);
        QTest::mousePress(&bar, Qt::LeftButton, {}, QPoint(5, 5));
        QTest::mouseMove(&bar, QPoint(5, 215));
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, QPoint(5, 215));
        QCOMPARE(bar.value(), bar.maximum());
    }
};

KAGURA_TEST(TestKaguraStyle)
#include "tst_kagurastyle.moc"
