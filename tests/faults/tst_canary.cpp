// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A key is used everywhere, with servers that give it back in every way, and then looked for in all
// files and all output.

#include "tests/faults/canary.h"
#include "tests/faults/canaryserver.h"
#include "tests/support/cliprocess.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

namespace {

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

// Whatever has to be escaped somewhere is in it.
const QByteArray Key = "sk-canary-Q7zLw4kYp0\"\\+/&%='x9Tn5Hs2Vd";

QString providerOption(const QUrl &url, DialectId dialect)
{
    return u"p=%1,%2,key-env=FAULT_KEY"_s.arg(dialectName(dialect), url.toString());
}

} // namespace

class TestCanary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormThatIsPlantedIsFound_data();
    void everyFormThatIsPlantedIsFound();
    void aKeyInsideLongerBase64IsFound_data();
    void aKeyInsideLongerBase64IsFound();
    void theNameOfAFileIsSearchedToo();
    void nothingIsFoundWhereNothingIs();

    void theCommandLineLeavesNoKey();
    void wrongUseDoesNotRepeatTheKey_data();
    void wrongUseDoesNotRepeatTheKey();
    void aKeyThroughADescriptorLeavesNoTrace();
    void theEngineLeavesNoKey();
    void theKeychainAloneHasTheKey();

private:
    [[nodiscard]] CliOutcome run(CliProcess &cli,
                                 const QStringList &arguments,
                                 const QByteArray &input = {});
    [[nodiscard]] static bool plant(const QString &path, const QByteArray &bytes);

    const Canary m_canary{Key};
    QByteArray m_output; //!< of everything that was run in one test
};

bool TestCanary::plant(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly)
        && file.write("before\0\xff?" + bytes + "\nafter") > bytes.size();
}

void TestCanary::everyFormThatIsPlantedIsFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const Canary::Form &form : m_canary.forms())
        QTest::newRow(form.name.constData()) << form.bytes;
    QVERIFY(m_canary.forms().size() >= 3 * 14);
}

void TestCanary::everyFormThatIsPlantedIsFound()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(bytes.size() >= 12);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u".hidden/deep"_s));
    QVERIFY(plant(folder.filePath(u".hidden/deep/.file"_s), bytes));
    const QStringList hits = m_canary.hitsBelow(folder.path());
    const QString expected =
        u".hidden/deep/.file: "_s + QString::fromLatin1(QTest::currentDataTag());
    QVERIFY2(hits.contains(expected), qPrintable(hits.join(u'\n')));
    QVERIFY(m_canary.hitsBelow(folder.path(), {u".hidden/"_s}).isEmpty());
}

void TestCanary::aKeyInsideLongerBase64IsFound_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("first") << QByteArray();
    QTest::newRow("second") << QByteArray("u");
    QTest::newRow("third") << QByteArray("u:");
    QTest::newRow("bearer") << QByteArray("Bearer ");
    QTest::newRow("basic") << QByteArray("somebody:");
}

void TestCanary::aKeyInsideLongerBase64IsFound()
{
    QFETCH(const QByteArray, before);
    for (const QByteArray &after : {QByteArray(), QByteArray("a"), QByteArray("ab")}) {
        const QByteArray text = before + Key + after;
        QVERIFY(!m_canary.hitsIn(text.toBase64()).isEmpty());
        QVERIFY(!m_canary.hitsIn(text.toBase64(QByteArray::Base64UrlEncoding)).isEmpty());
    }
}

void TestCanary::theNameOfAFileIsSearchedToo()
{
    const QTemporaryDir folder;
    QVERIFY(plant(folder.filePath(QString::fromLatin1(Key.toHex())), {}));
    QCOMPARE(m_canary.hitsBelow(folder.path()).size(), 1);
}

void TestCanary::nothingIsFoundWhereNothingIs()
{
    const QTemporaryDir folder;
    QVERIFY(plant(folder.filePath(u"file"_s), "sk-canary and Bearer, but no key"));
    QCOMPARE(m_canary.hitsBelow(folder.path()), QStringList());
    QCOMPARE(m_canary.filesRead(), 1);
    QCOMPARE(m_canary.hitsIn("c2stY2FuYXJ5"), QStringList());
}

CliOutcome TestCanary::run(CliProcess &cli, const QStringList &arguments, const QByteArray &input)
{
    CliOutcome outcome = cli.run(arguments, input);
    m_output += outcome.output + '\n' + outcome.errors + '\n';
    return outcome;
}

void TestCanary::theCommandLineLeavesNoKey()
{
    m_output.clear();
    const CanaryServer server(Key);
    CliProcess cli(QStringLiteral(KAGURA_CLI));
    QVERIFY(QDir(cli.homePath()).mkpath(u"tmp"_s));
    cli.setEnvironment(u"TMPDIR"_s, cli.homePath(u"tmp"_s));
    cli.setEnvironment(u"FAULT_KEY"_s, QString::fromLatin1(Key));
    cli.setEnvironment(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    int failures = 0;
    int turn = 0;
    for (const QString &manner : CanaryServer::manners()) {
        for (const DialectId dialect : allDialects()) {
            const QStringList provider = {u"--provider"_s,
                                          providerOption(server.url(manner, dialect), dialect),
                                          u"--deadline"_s, u"idle=0.3"_s};
            QStringList chat = QStringList{u"chat"_s, u"-m"_s, u"p/m"_s, u"--save"_s} + provider;
            if (manner != "retry"_L1)
                chat += {u"--attempts"_s, u"1"_s};
            if (++turn % 2 == 0)
                chat.append(u"--json"_s);
            failures += run(cli, chat + QStringList{u"hello"_s}).exitCode == 1 ? 1 : 0;
            if (dialect == allDialects().at(turn % 5))
                static_cast<void>(
                    run(cli, QStringList{u"models"_s, u"p"_s, u"--json"_s} + provider));
        }
    }
    QCOMPARE(failures, (CanaryServer::manners().size() - 1) * allDialects().size());

    cli.setEnvironment(u"OPENAI_API_KEY"_s, QString::fromLatin1(Key));
    for (const QStringList &arguments : QList<QStringList>{{u"keys"_s, u"list"_s},
                                                           {u"keys"_s, u"list"_s, u"--json"_s},
                                                           {u"doctor"_s},
                                                           {u"doctor"_s, u"--json"_s},
                                                           {u"keys"_s, u"remove"_s, u"openai"_s}})
        static_cast<void>(run(cli, arguments));
    static_cast<void>(run(cli, {u"keys"_s, u"set"_s, u"openai"_s}, Key + '\n'));

    QVERIFY2(server.server().requestCount() > 70, "the key was not used");
    QVERIFY(m_output.contains("half an answer") && m_output.contains("[redacted]"));
    QCOMPARE(m_canary.hitsIn(m_output), QStringList());
    QCOMPARE(m_canary.hitsBelow(cli.homePath()), QStringList());
}

void TestCanary::wrongUseDoesNotRepeatTheKey_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString key = QString::fromLatin1(Key);
    const QString word = u"sk-canary-Q7zLw4kYp0x9Tn5Hs2Vd"_s; // as it may stand in a URL
    QTest::newRow("as an argument of keys") << QStringList{u"keys"_s, u"set"_s, u"openai"_s, key};
    QTest::newRow("instead of a name") << QStringList{u"keys"_s, u"set"_s, key};
    QTest::newRow("as an option") << QStringList{u"chat"_s, u"--key="_s + key, u"hi"_s};
    QTest::newRow("in the user part") << QStringList{
        u"chat"_s, u"--provider"_s, u"p=openai-chat,http://u:%1@127.0.0.1:9/v1"_s.arg(word),
        u"-m"_s,   u"p/m"_s,        u"hi"_s};
    QTest::newRow("in the query") << QStringList{
        u"chat"_s, u"--provider"_s, u"p=openai-chat,http://127.0.0.1:9/v1?key=%1"_s.arg(word),
        u"-m"_s,   u"p/m"_s,        u"hi"_s};
    QTest::newRow("instead of the variable") << QStringList{
        u"chat"_s, u"--provider"_s, u"p=openai-chat,http://127.0.0.1:9/v1,key-env=%1"_s.arg(word),
        u"-m"_s,   u"p/m"_s,        u"hi"_s};
    QTest::newRow("instead of the descriptor")
        << QStringList{u"chat"_s, u"--key-fd"_s, key, u"hi"_s};
}

void TestCanary::wrongUseDoesNotRepeatTheKey()
{
    QFETCH(const QStringList, arguments);
    m_output.clear();
    CliProcess cli(QStringLiteral(KAGURA_CLI));
    QCOMPARE(run(cli, arguments).exitCode, 2);
    QCOMPARE(m_canary.hitsIn(m_output), QStringList());
    QCOMPARE(m_canary.hitsBelow(cli.homePath()), QStringList());
}

void TestCanary::aKeyThroughADescriptorLeavesNoTrace()
{
    m_output.clear();
    const CanaryServer server(Key);
    CliProcess cli(QStringLiteral(KAGURA_CLI));
    for (const QString &manner : {u"good"_s, u"refuse"_s}) {
        int ends[2] = {-1, -1};
        QCOMPARE(::pipe(ends), 0);
        QCOMPARE(::write(ends[1], Key.constData(), static_cast<std::size_t>(Key.size())),
                 Key.size());
        ::close(ends[1]);
        QProcess process;
        process.setChildProcessModifier([end = ends[0]] { ::dup2(end, 9); });
        cli.start(process,
                  {u"chat"_s, u"--json"_s, u"--key-fd"_s, u"9"_s, u"--provider"_s,
                   providerOption(server.url(manner, DialectId::Anthropic), DialectId::Anthropic),
                   u"-m"_s, u"p/m"_s, u"hi"_s});
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        ::close(ends[0]);
        const CliOutcome outcome = CliProcess::outcomeOf(process);
        m_output += outcome.output + outcome.errors;
        QCOMPARE(outcome.exitCode, manner == "good"_L1 ? 0 : 1);
        QCOMPARE(server.server().lastRequest().header("x-api-key"), Key);
    }
    QCOMPARE(m_canary.hitsIn(m_output), QStringList());
    QCOMPARE(m_canary.hitsBelow(cli.homePath()), QStringList());
}

void TestCanary::theEngineLeavesNoKey()
{
    m_output.clear();
    const CanaryServer server(Key);
    CliProcess engine(QStringLiteral(KAGURA_CANARY_ENGINE));
    engine.setEnvironment(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    QStringList urls;
    int turn = 0;
    for (const QString &manner : CanaryServer::manners())
        urls.append(server.url(manner, allDialects().at(turn++ % 5)).toString());
    const CliOutcome outcome = engine.run(urls, Key + '\n', 60'000);
    QVERIFY2(outcome.exitCode == 0, (outcome.output.right(600) + outcome.errors).constData());
    for (const char *sign : {"message: half an answer", "its failure: well", "its failure: auth",
                             "models: well", "models: auth"})
        QVERIFY2(outcome.output.contains(sign), outcome.output.constData());
    QCOMPARE(outcome.errors.count("a careless line: [redacted]"), 4);
    QVERIFY2(outcome.output.contains("[redacted]"), outcome.output.constData());
    QCOMPARE(m_canary.hitsIn(outcome.output + outcome.errors), QStringList());
    QCOMPARE(m_canary.hitsBelow(engine.homePath()), QStringList());
    QVERIFY(m_canary.filesRead() >= 2); // settings and conversations, at the least
}

void TestCanary::theKeychainAloneHasTheKey()
{
    for (const char *program : {"bash", "dbus-run-session", "dbus-send", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
            QSKIP("there is no keyring; Debian: apt-get install dbus gnome-keyring");
    }
    const CanaryServer server(Key);
    CliProcess session(u"dbus-run-session"_s);
    const QFile::Permissions mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QVERIFY(QDir(session.homePath()).mkdir(u"run"_s, mine));
    session.setEnvironment(u"XDG_RUNTIME_DIR"_s, session.homePath(u"run"_s));
    session.setEnvironment(u"CLI"_s, QStringLiteral(KAGURA_CLI));
    session.setEnvironment(
        u"GOOD"_s,
        providerOption(server.url(u"good"_s, DialectId::OpenAiChat), DialectId::OpenAiChat));
    session.setEnvironment(
        u"BAD"_s,
        providerOption(server.url(u"refuse"_s, DialectId::OpenAiChat), DialectId::OpenAiChat));
    // The service is asked nothing before it has its name, or the bus would start a second one.
    const QString script =
        u"gnome-keyring-daemon --foreground --unlock --components=secrets "
        "< <(printf 'correct horse') > /dev/null 2>&1 &\n"
        "KEYRING=$!\n"
        "for i in $(seq 200); do dbus-send --session --print-reply "
        "--dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner "
        "string:org.freedesktop.secrets | grep -q true && break; sleep 0.05; done\n"
        "for i in $(seq 20); do $CLI keys set p < $HOME/run/key && break; sleep 0.2; done\n"
        "rm $HOME/run/key\n"
        "$CLI keys list\n"
        "$CLI chat --provider $GOOD -m p/m --save hello\n"
        "$CLI chat --provider $BAD -m p/m --save hello\n"
        "$CLI doctor\n"
        "kill $KEYRING\n"_s;
    QFile input(session.homePath(u"run/key"_s));
    QVERIFY(input.open(QIODevice::WriteOnly) && input.write(Key + '\n') > 0);
    input.close();
    const CliOutcome outcome = session.run({u"--"_s, u"bash"_s, u"-c"_s, script}, {}, 60'000);
    const QByteArray all = outcome.output + outcome.errors;
    QVERIFY2(outcome.output.contains("half an answer"), all.constData());
    QCOMPARE(server.server().lastRequest().header("Authorization"), "Bearer " + Key);
    QCOMPARE(m_canary.hitsIn(all), QStringList());
    // The keyring's own file is encrypted, so that nothing is to be excepted.
    QCOMPARE(m_canary.hitsBelow(session.homePath()), QStringList());
    QVERIFY(m_canary.filesRead() >= 1);
}

KAGURA_TEST(TestCanary)
#include "tst_canary.moc"
