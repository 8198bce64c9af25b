// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/chat/instructionfields.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using Name = InstructionFields::Name;

namespace {

Instructions everything()
{
    Instructions all;
    all.system = u"Be brief."_s;
    all.parameters.temperature = 0.7;
    all.parameters.topP = 0.95;
    all.parameters.maxTokens = 800;
    all.parameters.seed = 42;
    all.parameters.stop = {u"END"_s, u"\n\n"_s};
    all.parameters.reasoning = ReasoningEffort::High;
    all.parameters.cache = CacheMode::Off;
    return all;
}

class TestInstructionFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsShownIsReadAgain()
    {
        const auto read = InstructionFields::of(everything()).read();
        QVERIFY(std::holds_alternative<Instructions>(read));
        QCOMPARE(std::get<Instructions>(read), everything());
    }

    void emptyFieldsSayNothing()
    {
        InstructionFields fields;
        fields.temperature = u"  "_s;
        fields.system = u" \n "_s;
        QVERIFY(std::get<Instructions>(fields.read()).isEmpty());
    }

    void aCommaIsAPoint()
    {
        InstructionFields fields;
        fields.temperature = u"0,4"_s;
        QCOMPARE(std::get<Instructions>(fields.read()).parameters.temperature, 0.4);
    }

    void whatCannotBeIsRefusedByName_data()
    {
        QTest::addColumn<InstructionFields>("fields");
        QTest::addColumn<Name>("name");
        const auto with = [](QString InstructionFields::*field, const QString &text) {
            InstructionFields fields;
            fields.*field = text;
            return fields;
        };
        QTest::newRow("a temperature in words")
            << with(&InstructionFields::temperature, u"hot"_s) << Name::Temperature;
        QTest::newRow("a temperature above two")
            << with(&InstructionFields::temperature, u"2.5"_s) << Name::Temperature;
        QTest::newRow("no number at all")
            << with(&InstructionFields::temperature, u"nan"_s) << Name::Temperature;
        QTest::newRow("top p above one") << with(&InstructionFields::topP, u"1.1"_s) << Name::TopP;
        QTest::newRow("an answer of no tokens")
            << with(&InstructionFields::maxTokens, u"0"_s) << Name::MaxTokens;
        QTest::newRow("half a token")
            << with(&InstructionFields::maxTokens, u"1.5"_s) << Name::MaxTokens;
        QTest::newRow("a seed in words") << with(&InstructionFields::seed, u"corn"_s) << Name::Seed;
        QTest::newRow("more stop texts than any provider takes")
            << with(&InstructionFields::stop, u"a\n"_s.repeated(17)) << Name::Stop;
    }
    void whatCannotBeIsRefusedByName()
    {
        QFETCH(const InstructionFields, fields);
        QFETCH(const Name, name);
        const auto read = fields.read();
        QVERIFY(std::holds_alternative<InstructionFields::Fault>(read));
        QCOMPARE(std::get<InstructionFields::Fault>(read).field, name);
        QVERIFY(!std::get<InstructionFields::Fault>(read).words.isEmpty());
    }

    void theSummaryNamesTwoAndCountsTheRest()
    {
        QCOMPARE(instructionsSummary({}), QString());
        QCOMPARE(instructionsSummary(everything()), u"System text, temperature 0.7 and 6 more"_s);
        Instructions one;
        one.parameters.maxTokens = 2000;
        QLocale::setDefault(QLocale::c());
        QCOMPARE(instructionsSummary(one), u"At most 2000 tokens"_s);
    }
};

} // namespace

KAGURA_TEST(TestInstructionFields)

#include "tst_instructionfields.moc"
