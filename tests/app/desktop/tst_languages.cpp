// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/connectwords.h"
#include "app/desktop/languages.h"
#include "core/settings/settingkeys.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

//! A text and what it is in another language: one form, or one for each number.
struct Translation
{
    QString context;
    QString source;
    QStringList forms;
    bool isFinished = true;
};

QList<Translation> translationsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Translation> all;
    QString context;
    bool isNumerus = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            isNumerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
        } else if (xml.name() == "source"_L1) {
            all.append({context, xml.readElementText(), {}, true});
        } else if (xml.name() == "translation"_L1) {
            all.last().isFinished = !xml.attributes().hasAttribute("type"_L1);
            if (!isNumerus)
                all.last().forms.append(xml.readElementText());
        } else if (xml.name() == "numerusform"_L1) {
            all.last().forms.append(xml.readElementText());
        }
    }
    return all;
}

QString fileOf(const QString &language)
{
    return QStringLiteral(KAGURA_SOURCE_DIR "/translations/kagura_%1.ts").arg(language);
}

QStringList languages()
{
    QStringList all = QString::fromLatin1(settings::Language.choices).split(u'|');
    all.removeAll(u"system"_s);
    all.removeAll(u"en"_s);
    return all;
}

//! %1, %2 and %n in order, each once.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%(?:[1-9n]|L[1-9])"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : pattern.globalMatch(text))
        found.append(match.captured());
    found.removeDuplicates();
    found.sort();
    return found;
}

} // namespace

class TestLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data() { addLanguages(); }
    void everyTextIsTranslated()
    {
        QFETCH(const QString, language);
        const QList<Translation> all = translationsOf(fileOf(language));
        QVERIFY(all.size() > 400);
        for (const Translation &one : all) {
            QVERIFY2(one.isFinished && !one.forms.join(QString()).isEmpty(),
                     qPrintable(u"unfinished: "_s + one.context + u": "_s + one.source));
        }
    }

    void placeholdersAndSpacesAreKept_data() { addLanguages(); }
    void placeholdersAndSpacesAreKept()
    {
        QFETCH(const QString, language);
        for (const Translation &one : translationsOf(fileOf(language))) {
            const QString form = one.forms.join(QString());
            const QString told = one.source + u" is "_s + form;
            QVERIFY2(placeholders(one.source) == placeholders(form), qPrintable(told));
            const bool endsInSpace =
                one.source.endsWith(u' ') && one.source != u", "_s && one.source != u"; "_s;
            QVERIFY2(!endsInSpace || form.back().isSpace(), qPrintable(told));
            QVERIFY2(one.source.endsWith(u'…') == form.endsWith(u'…'), qPrintable(told));
        }
    }

    void filesAreThoseThatCanBeChosen()
    {
        QStringList found =
            QDir(QStringLiteral(KAGURA_SOURCE_DIR "/translations")).entryList({u"kagura_*.ts"_s});
        for (QString &name : found)
            name = name.section(u'_', 1).section(u'.', 0, 0);
        QStringList offered = languages();
        offered.sort();
        QCOMPARE(found, offered);
    }

    void aLanguageIsSpokenAndLeftAgain()
    {
        const QLocale before;
        {
            Languages spoken;
            spoken.use(u"de"_s);
            QCOMPARE(QCoreApplication::translate("kagura::Desktop", "Quit"), u"Beenden"_s);
            QCOMPARE(QLocale().language(), QLocale::German);
            // Texts outside of any class find theirs, too, and numbers their form.
            const NoticeText one = testWords(std::nullopt, 2, 40);
            QVERIFY2(one.title.contains(u"2 Modelle"_s), qPrintable(one.title));
            spoken.use(u"en"_s);
            QCOMPARE(QCoreApplication::translate("kagura::Desktop", "Quit"), u"Quit"_s);
        }
        QCOMPARE(QCoreApplication::translate("kagura::Desktop", "Quit"), u"Quit"_s);
        QCOMPARE(QLocale(), before);
    }

    // What the sources say now, which takes lupdate some seconds.
    void noTextIsMissingInTheFiles()
    {
        if (!qEnvironmentVariableIsSet("KAGURA_TEST_DEEP"))
            QSKIP("set KAGURA_TEST_DEEP to compare the files with all sources");
        const QTemporaryDir folder;
        QProcess update;
        update.start(u"bash"_s,
                     {QStringLiteral(KAGURA_SOURCE_DIR "/translations/update.sh"), folder.path()});
        QVERIFY(update.waitForFinished(120'000) && update.exitCode() == 0);
        QStringList missing;
        for (const QString &language : languages()) {
            for (const Translation &one :
                 translationsOf(folder.filePath(u"kagura_%1.ts"_s.arg(language)))) {
                if (!one.isFinished)
                    missing.append(language + u": "_s + one.context + u": "_s + one.source);
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

private:
    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : languages())
            QTest::newRow(qPrintable(language)) << language;
    }
};

KAGURA_TEST(TestLanguages)
#include "tst_languages.moc"
