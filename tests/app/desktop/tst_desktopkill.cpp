// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desktop application is killed in the middle of an answer and of a word, again and again on the same
// data folder: what was sent is kept, what was shown a second before is kept, and so is what was typed.

#include "core/chat/conversationstore.h"
#include "core/chat/draftstore.h"
#include "core/storage/statement.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <limits>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 keptAfter = 1000; // ms: what is older must not be lost
constexpr int longestStart = 60'000; // ms, on a busy machine; what it takes is printed

qint64 now()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

QByteArray chunked(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

Script endlessAnswer()
{
    const QByteArray word =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word \"}}]}\n\n";
    return Script()
        .head(200, "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n")
        .repeat(chunked(word), -1, std::chrono::milliseconds(5));
}

//! What the child printed.
struct Seen
{
    QString conversation;
    QString reopenedDraft;
    QList<std::pair<qint64, qsizetype>> shown;
    QList<std::pair<qint64, QString>> typed;

    void read(const QByteArray &line)
    {
        const QByteArray what = QByteArray(line.split(' ').value(0));
        const qint64 time = line.split(' ').value(1).toLongLong();
        const QString text = QString::fromUtf8(line.split(' ').mid(2).join(' '));
        if (what == "kept")
            conversation = text;
        else if (what == "draft")
            reopenedDraft = text;
        else if (what == "shown")
            shown.append({time, text.toLongLong()});
        else if (what == "typed")
            typed.append({time, text});
    }

    [[nodiscard]] qsizetype shownBefore(qint64 time) const
    {
        qsizetype most = 0;
        for (const auto &[at, count] : shown)
            most = at <= time ? std::max(most, count) : most;
        return most;
    }
    [[nodiscard]] QString typedBefore(qint64 time) const
    {
        QString last;
        for (const auto &[at, text] : typed)
            last = at <= time ? text : last;
        return last;
    }
};

} // namespace

class TestDesktopKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingThatWasSeenIsLost();

private:
    struct Kept
    {
        bool hasQuestion = false;
        QString answer;
        StoredMessage::State state = StoredMessage::State::Complete;
        QString draft;
        bool isSound = false;
    };

    //! Runs the program until it was killed; 0 and Seen without a conversation where that failed.
    qint64 runOnce(const QString &question, const QString &conversation, Seen &seen);
    [[nodiscard]] Kept readKept(const QString &question, const QString &conversation) const;

    QTemporaryDir m_home;
    ScriptedServer m_server;
    QRandomGenerator m_random{17};
    QList<qint64> m_starts;
};

qint64 TestDesktopKill::runOnce(const QString &question, const QString &conversation, Seen &seen)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KAGURA_DATA_DIR"_s, m_home.filePath(u"data"_s));
    environment.insert(u"KAGURA_CONFIG_DIR"_s, m_home.filePath(u"config"_s));
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QProcess child;
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer start;
    start.start();
    child.start(QStringLiteral(KAGURA_DESKTOP_CHILD),
                {QString::number(m_server.port()), question, conversation});
    qint64 killAt = std::numeric_limits<qint64>::max();
    while (now() < killAt && start.elapsed() < longestStart) {
        child.waitForReadyRead(20);
        while (child.canReadLine()) {
            const QByteArray line = child.readLine().trimmed();
            if (line.startsWith("go "))
                m_starts.append(start.elapsed());
            seen.read(line);
        }
        if (!seen.conversation.isEmpty() && killAt > now() + longestStart)
            killAt = now() + m_random.bounded(50, 2600);
    }
    const qint64 killed = now();
    child.kill();
    child.waitForFinished();
    for (const QByteArray &line : child.readAllStandardOutput().split('\n'))
        seen.read(line.trimmed());
    return killed;
}

TestDesktopKill::Kept TestDesktopKill::readKept(const QString &question,
                                                const QString &conversation) const
{
    Kept kept;
    const FakeClock clock;
    const std::unique_ptr<Lease> lease =
        std::move(Lease::take(m_home.filePath(u"data/processes"_s))).value();
    Database::Options options;
    options.path = m_home.filePath(u"data/kagura.db"_s);
    options.schemas = {ConversationStore::schema()};
    Database database(options);
    ConversationStore store(database, clock, *lease);
    DraftStore drafts(database, clock);
    int answered = 0;
    QObject context;
    store.branch(conversation, &context, [&](const Result<Branch> &branch) {
        ++answered;
        if (!branch || branch->messages.size() != 2)
            return;
        kept.hasQuestion = branch->messages.first().message.text == question;
        kept.answer = branch->messages.last().message.text;
        kept.state = branch->messages.last().message.state;
    });
    drafts.load(&context, [&](const Result<QList<StoredDraft>> &loaded) {
        ++answered;
        for (const StoredDraft &draft : loaded ? *loaded : QList<StoredDraft>()) {
            if (draft.conversation == conversation)
                kept.draft = draft.text;
        }
    });
    database.read(
        [](Connection &connection) -> Result<QString> {
            Statement check(connection, u"PRAGMA integrity_check"_s);
            return check.next() ? check.text(0) : QString();
        },
        &context,
        [&](const Result<QString> &outcome) {
            ++answered;
            kept.isSound = outcome && *outcome == "ok"_L1;
        });
    if (!QTest::qWaitFor([&] { return answered == 3; }, longestStart))
        qWarning("the database did not answer");
    return kept;
}

void TestDesktopKill::nothingThatWasSeenIsLost()
{
    m_server.answer(endlessAnswer());
    const int rounds = qEnvironmentVariableIsSet("KAGURA_TEST_DEEP") ? 100 : 6;
    QList<std::pair<QString, QString>> all; // question and conversation
    QString lastDraft;
    int proved = 0; // rounds in which there was something older than a second
    for (int round = 0; round < rounds; ++round) {
        const QString question = u"question %1"_s.arg(round);
        const QString before = all.isEmpty() ? QString() : all.last().second;
        Seen seen;
        const qint64 killed = runOnce(question, before, seen);
        QVERIFY2(!seen.conversation.isEmpty(), qPrintable(u"round %1 did not begin"_s.arg(round)));
        QCOMPARE(seen.reopenedDraft, lastDraft.trimmed());
        const Kept kept = readKept(question, seen.conversation);
        QVERIFY2(kept.isSound, qPrintable(question));
        QVERIFY2(kept.hasQuestion, qPrintable(question));
        QCOMPARE(kept.state, StoredMessage::State::Interrupted);
        const qsizetype shown = seen.shownBefore(killed - keptAfter);
        QVERIFY2(kept.answer.size() >= shown,
                 qPrintable(u"%1: %2 characters kept, %3 shown a second before"_s.arg(question)
                                .arg(kept.answer.size())
                                .arg(shown)));
        const QString typed = seen.typedBefore(killed - keptAfter);
        QVERIFY2(kept.draft.startsWith(typed.trimmed()),
                 qPrintable(u"%1: draft \"%2\", typed \"%3\""_s.arg(question, kept.draft, typed)));
        proved += shown > 0 && !typed.isEmpty() ? 1 : 0;
        lastDraft = kept.draft;
        all.append({question, seen.conversation});
    }
    for (const auto &[question, conversation] : std::as_const(all))
        QVERIFY2(readKept(question, conversation).hasQuestion, qPrintable(question));
    QVERIFY(proved > 0);
    std::sort(m_starts.begin(), m_starts.end());
    qInfo("%d rounds; start to typing: median %lld ms, longest %lld ms", rounds,
          static_cast<long long>(m_starts.at(m_starts.size() / 2)),
          static_cast<long long>(m_starts.last()));
}

KAGURA_TEST(TestDesktopKill)
#include "tst_desktopkill.moc"
