// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runarguments.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using Action = RunArguments::Action;

class TestRunArguments : public QObject
{
    Q_OBJECT

private:
    static Result<RunArguments> read(Action action, const QStringList &arguments)
    {
        QCommandLineParser parser;
        RunArguments::declare(parser, action);
        if (!parser.parse(QStringList{u"kagura-cli"_s} + arguments))
            return Error{Error::Kind::BadRequest, parser.errorText()};
        return RunArguments::read(parser, action);
    }

private Q_SLOTS:
    void everythingOfARunIsRead()
    {
        const Result<RunArguments> arguments =
            read(Action::Run,
                 {u"f.json"_s, u"--input"_s, u"topic=a=b"_s, u"--input"_s, u"n=3"_s,
                  u"--max-cost"_s, u"0.25"_s, u"--concurrency"_s, u"4"_s, u"-m"_s,
                  u"guide/kagura-guide"_s, u"--no-cache"_s, u"--json"_s});
        QVERIFY(arguments);
        QCOMPARE(arguments->file, u"f.json"_s);
        const QList<std::pair<QString, QString>> values = {{u"topic"_s, u"a=b"_s},
                                                           {u"n"_s, u"3"_s}};
        QCOMPARE(arguments->values, values);
        QCOMPARE(arguments->maxCostMicroUsd, std::optional<qint64>(250'000));
        QCOMPARE(arguments->concurrency, std::optional<int>(4));
        QCOMPARE(arguments->model->provider, u"guide"_s);
        QVERIFY(!arguments->usesCache && arguments->json);
    }

    void runWithPlanIsPlan()
    {
        QCOMPARE(read(Action::Run, {u"f.json"_s, u"--plan"_s}).value().action, Action::Plan);
        QCOMPARE(read(Action::Plan, {u"f.json"_s}).value().action, Action::Plan);
    }

    void answersNameRunPathAndAction()
    {
        const Result<RunArguments> arguments =
            read(Action::Answer,
                 {u"last"_s, u"ask"_s, u"--action"_s, u"approve"_s, u"--field"_s, u"note=fine"_s});
        QVERIFY(arguments);
        QCOMPARE(arguments->run, u"last"_s);
        QCOMPARE(arguments->target, u"ask"_s);
        QCOMPARE(arguments->answer, u"approve"_s);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, Action action, const QStringList &arguments,
                            const QString &word) {
            QTest::newRow(name) << int(action) << arguments << word;
        };
        row("no file", Action::Run, {}, u"file"_s);
        row("two files", Action::Run, {u"a"_s, u"b"_s}, u"file"_s);
        row("an input without a name", Action::Run, {u"a"_s, u"--input"_s, u"=x"_s}, u"--input"_s);
        row("a cost below nothing", Action::Run, {u"a"_s, u"--max-cost"_s, u"-1"_s},
            u"--max-cost"_s);
        row("a cost that is none", Action::Run, {u"a"_s, u"--max-cost"_s, u"nan"_s},
            u"--max-cost"_s);
        row("no calls at once", Action::Run, {u"a"_s, u"--concurrency"_s, u"0"_s},
            u"--concurrency"_s);
        row("a model without provider", Action::Plan, {u"a"_s, u"-m"_s, u"gpt"_s}, u"--model"_s);
        row("an answer without action", Action::Answer, {u"r"_s, u"p"_s}, u"--action"_s);
        row("an approval without call", Action::Approve, {u"r"_s}, u"call"_s);
        row("a budget without sum", Action::Budget, {u"r"_s}, u"--max-cost"_s);
        row("something after list", Action::List, {u"r"_s}, u"list"_s);
        row("a limit that is none", Action::List, {u"--limit"_s, u"x"_s}, u"--limit"_s);
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(const int, action);
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, word);
        const Result<RunArguments> read = TestRunArguments::read(Action(action), arguments);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(word), qPrintable(read.error().message));
    }

    void valuesFollowTheSchema()
    {
        const Json text = {{"type", "string"}};
        const Json number = {{"type", "integer"}};
        QCOMPARE(typedValue(u"x"_s, u"3"_s, text).value(), Json("3"));
        QCOMPARE(typedValue(u"x"_s, u"3"_s, number).value(), Json(3));
        QCOMPARE(typedValue(u"x"_s, u"[1,2]"_s, {{"type", "array"}}).value(), Json({1, 2}));
        QVERIFY(!typedValue(u"x"_s, u"three"_s, number));
        QCOMPARE(typedValue(u"x"_s, u"warm"_s, {{"enum", {"warm", "plain"}}}).value(),
                 Json("warm"));
    }
};

KAGURA_TEST(TestRunArguments)
#include "tst_runarguments.moc"
