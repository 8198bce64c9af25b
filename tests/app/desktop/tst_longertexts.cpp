// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every page and dialog in every language that can be chosen, and in one that nobody speaks, whose texts
// are two fifths longer than English: nothing that a person should read or press is cut off.

#include "app/desktop/chatcontroller.h"
#include "app/desktop/languages.h"
#include "app/desktop/settingscontroller.h"
#include "tests/support/testmain.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/signindialog.h"
#include "ui/shell/connectdialog.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

//! Texts as they may become: vowels doubled, and more behind them up to two fifths.
class LongTranslator final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *,
                                    const char *source,
                                    const char *,
                                    int) const override
    {
        const QString text = QString::fromUtf8(source);
        const qsizetype more = text.startsWith(u'%') ? 0 : (text.size() * 2 + 4) / 5;
        return text + QString(more, u'õ');
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

QString nameOf(const QWidget &widget)
{
    QString name = widget.objectName();
    for (const QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        if (!parent->objectName().isEmpty())
            name.prepend(parent->objectName() + u'/');
    }
    return name;
}

//! Buttons, choices and labels of one line that are narrower than their words.
QStringList clippedIn(const QWidget &window)
{
    QStringList clipped;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool isLine = label && !label->wordWrap() && !label->text().isEmpty()
            && label->minimumSizeHint().width() >= label->sizeHint().width();
        const bool isButton = qobject_cast<const QAbstractButton *>(widget) != nullptr
            || qobject_cast<const QComboBox *>(widget) != nullptr;
        if (widget->isVisible() && (isLine || isButton)
            && widget->width() < widget->sizeHint().width())
            clipped.append(u"%1 is %2 wide and needs %3"_s.arg(nameOf(*widget))
                               .arg(widget->width())
                               .arg(widget->sizeHint().width()));
    }
    return clipped;
}

} // namespace

class TestLongerTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(m_home->filePath(u"data"_s)));
        qputenv("KAGURA_CONFIG_DIR", QFile::encodeName(m_home->filePath(u"config"_s)));
    }
    void cleanup()
    {
        qunsetenv("KAGURA_DATA_DIR");
        qunsetenv("KAGURA_CONFIG_DIR");
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("two fifths longer") << QString();
        const QStringList all = QString::fromLatin1(settings::Language.choices).split(u'|');
        for (const QString &language : all)
            QTest::newRow(qPrintable(language)) << language;
    }

    void nothingIsCutOff()
    {
        QFETCH(const QString, language);
        Languages spoken;
        LongTranslator longer;
        if (language.isEmpty())
            QCoreApplication::installTranslator(&longer);
        else
            spoken.use(language);
        const Theme theme;
        QStringList clipped;

        ChatEngine engine;
        engine.start();
        ChatController chat(engine);
        SettingsController settings(engine);
        MainWindow window;
        window.setTheme(theme);
        window.addPage(&chat.page(), u"chat"_s, u"Chat"_s);
        window.addPage(&settings.page(), u"settings"_s, u"Settings"_s);
        chat.page().setChatStyle(ChatStyle::of(theme));
        settings.page().setTheme(theme);
        window.resize(MainWindow::firstSize(theme));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        clipped += clippedIn(window);
        window.showPage(&settings.page());
        using Section = SettingsPage::Section;
        for (const Section section :
             {Section::Providers, Section::Appearance, Section::Shortcuts, Section::Data}) {
            settings.page().showSection(section);
            QCoreApplication::processEvents();
            clipped += clippedIn(window);
        }

        const ConnectChoice choice{u"p"_s, u"A provider"_s, u"https://llm.example/v1"_s, {}, true};
        ConnectDialog connecting({choice}, theme, {}, &window);
        connecting.show();
        QCoreApplication::processEvents();
        clipped += clippedIn(connecting);

        chat.page().setParent(nullptr);
        settings.page().setParent(nullptr);
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

KAGURA_TEST(TestLongerTexts)
#include "tst_longertexts.moc"
