// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/transcriptmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;

class TestTranscriptModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowWhatIsTold();
    void firstTextEndsTheWaiting();
    void unknownIdsAreIgnored();
};

void TestTranscriptModel::rowsFollowWhatIsTold()
{
    TranscriptModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(test::sampleConversation(10));
    model.insert(0, {test::question(QStringLiteral("older"), QStringLiteral("Older"))});
    QCOMPARE(model.rowOf(QStringLiteral("older")), 0);
    model.append(test::waitingAnswer(QStringLiteral("new")));
    QCOMPARE(model.rowCount(), 12);
    QCOMPARE(model.rowOf(QStringLiteral("m3")), 4);
    QCOMPARE(model.liveRow(), 11);
    model.remove(0, 2);
    QCOMPARE(model.rowOf(QStringLiteral("m3")), 2);
    QCOMPARE(model.rowOf(QStringLiteral("older")), -1);
    TranscriptMessage changed = model.message(2);
    changed.text = QStringLiteral("changed");
    QSignalSpy spy(&model, &TranscriptModel::dataChanged);
    model.replace(changed);
    model.replace(changed);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(model.data(model.index(2), Qt::DisplayRole).toString(), QStringLiteral("changed"));
    model.reset({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.liveRow(), -1);
}

void TestTranscriptModel::firstTextEndsTheWaiting()
{
    TranscriptModel model;
    model.append(test::waitingAnswer(QStringLiteral("a")));
    model.appendReasoning(QStringLiteral("a"), QStringLiteral("hm"));
    QCOMPARE(model.message(0).state, TranscriptMessage::State::Streaming);
    model.appendText(QStringLiteral("a"), QStringLiteral("one "));
    model.appendText(QStringLiteral("a"), QStringLiteral("two"));
    QCOMPARE(model.message(0).text, QStringLiteral("one two"));
    QCOMPARE(model.message(0).reasoning, QStringLiteral("hm"));
}

void TestTranscriptModel::unknownIdsAreIgnored()
{
    TranscriptModel model;
    QSignalSpy spy(&model, &TranscriptModel::dataChanged);
    model.appendText(QStringLiteral("gone"), QStringLiteral("x"));
    model.appendReasoning(QStringLiteral("gone"), QStringLiteral("x"));
    model.replace(test::answer(QStringLiteral("gone"), {}));
    model.remove(3, 1);
    QCOMPARE(spy.size(), 0);
}

KAGURA_TEST(TestTranscriptModel)
#include "tst_transcriptmodel.moc"
