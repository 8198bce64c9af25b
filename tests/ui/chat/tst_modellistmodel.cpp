// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/chat/modellistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace kagura;

class TestModelListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsByProviderAndFilters();
    void aProviderWithoutModelsSaysWhyAndIsNotChosen();
    void headingsCannotBeChosen();
};

namespace {

QList<ModelChoice> choices()
{
    const auto choice = [](const char *provider, const char *model) {
        const QString name = QString::fromLatin1(provider);
        return ModelChoice{name.toLower(), name, QString::fromLatin1(model),
                           QString::fromLatin1(model)};
    };
    return {choice("Guide", "guide"), choice("OpenAI", "gpt-large"), choice("OpenAI", "gpt-small"),
            choice("Ollama", "small-one")};
}

QString shown(const ModelListModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(model.index(row).data().toString());
    return lines.join(u',');
}

} // namespace

void TestModelListModel::groupsByProviderAndFilters()
{
    ModelListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setChoices(choices());
    QCOMPARE(shown(model),
             QStringLiteral("Guide,guide,OpenAI,gpt-large,gpt-small,Ollama,small-one"));
    model.setFilter(QStringLiteral("SMALL"));
    QCOMPARE(shown(model), QStringLiteral("OpenAI,gpt-small,Ollama,small-one"));
    model.setFilter(QStringLiteral("open small"));
    QCOMPARE(shown(model), QStringLiteral("OpenAI,gpt-small"));
    model.setFilter(QStringLiteral("nothing like it"));
    QCOMPARE(shown(model), QStringLiteral("No model has that in its name."));
    QVERIFY(!model.firstChoice().isValid());
}

void TestModelListModel::aProviderWithoutModelsSaysWhyAndIsNotChosen()
{
    ModelListModel model;
    model.setChoices({{QStringLiteral("off"), QStringLiteral("Off"), {}, QStringLiteral("no key")},
                      choices().first()});
    QCOMPARE(shown(model), QStringLiteral("Off,no key,Guide,guide"));
    QVERIFY(model.index(1).data(ModelListModel::IsNoteRole).toBool());
    QCOMPARE(model.flags(model.index(1)), Qt::ItemFlags(Qt::NoItemFlags));
    QCOMPARE(model.choiceAt(model.firstChoice()), choices().first());
    model.setFilter(QStringLiteral("off"));
    QVERIFY(!model.firstChoice().isValid());
}

void TestModelListModel::headingsCannotBeChosen()
{
    ModelListModel model;
    model.setChoices(choices());
    QVERIFY(model.choiceAt(model.index(0)).isEmpty());
    QCOMPARE(model.flags(model.index(0)), Qt::ItemFlags(Qt::NoItemFlags));
    QCOMPARE(model.choiceAt(model.firstChoice()), choices().first());
    QCOMPARE(model.indexOf(choices().at(2)).row(), 4);
}

KAGURA_TEST(TestModelListModel)
#include "tst_modellistmodel.moc"
