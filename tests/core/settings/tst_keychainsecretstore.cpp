// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keychainsecretstore.h"
#include "core/settings/settings.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;

//! Against a real gnome-keyring on a session bus of its own, in a home of its own.
class TestKeychainSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aKeyOutlivesItsProcess();
    void aKeyOutlivesItsSession();
    void worksInAThreadOfItsOwn();
    void removeForgetsTheKeyAndTheNote();
    void aMissingKeyIsMissing();
    void aLockedKeyringIsNotAnAbsentKey();
    void aLockedKeyringRefusesToStoreAndSaysSo();
    void aKeyringThatHangsIsUnavailableInTime();
    void withoutAKeyringItIsUnavailableInTime_data();
    void withoutAKeyringItIsUnavailableInTime();
    void anOldNoteSurvivesAMissingKeyring();
    void theKeyIsInNoFileAndNoOutput();

private:
    //! Runs a script on a session bus with $HELPER and an unlocked keyring whose process is $KEYRING;
    //! its output. What stands on standard error is in m_errors, with the daemons' own remarks.
    QByteArray session(const QByteArray &script);
    QByteArray run(const QString &program,
                   const QStringList &arguments,
                   const QProcessEnvironment &environment);
    [[nodiscard]] QProcessEnvironment environment() const;

    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_errors;
    QByteArray m_allOutput;
};

namespace {

using namespace Qt::StringLiterals;

const QByteArray Canary = "sk-canary-Zq7x_Y9w3Kf0-Bn5Lm8Pt2";

const QByteArray Lock = "dbus-send --session --print-reply --dest=org.freedesktop.secrets "
                        "/org/freedesktop/secrets org.freedesktop.Secret.Service.Lock "
                        "array:objpath:/org/freedesktop/secrets/collection/login > /dev/null\n";

QList<QByteArray> formsOf(const QByteArray &secret)
{
    const QString text = QString::fromLatin1(secret);
    const auto *utf16 = reinterpret_cast<const char *>(text.utf16());
    QList<QByteArray> forms = {secret, secret.toPercentEncoding(), secret.toHex(),
                               QByteArray(utf16, text.size() * 2)};
    for (int offset = 0; offset < 3; ++offset) {
        const QByteArray encoded = (QByteArray(offset, 'x') + secret).toBase64();
        forms.append(encoded.mid(4, encoded.size() - 8));
    }
    return forms;
}

} // namespace

void TestKeychainSecretStore::initTestCase()
{
    for (const char *program : {"bash", "dbus-run-session", "dbus-send", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
            QSKIP(
                qPrintable(u"%1 is not installed; Debian: apt-get install dbus gnome-keyring"_s.arg(
                    QString::fromLatin1(program))));
    }
}

void TestKeychainSecretStore::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_allOutput.clear();
    QVERIFY(m_home->isValid());
    const QDir home(m_home->path());
    QVERIFY(home.mkdir(u"run"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QProcessEnvironment TestKeychainSecretStore::environment() const
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home->filePath(u"run"_s));
    environment.insert(u"KAGURA_CONFIG_DIR"_s, m_home->filePath(u"config"_s));
    environment.insert(u"QT_LOGGING_RULES"_s, u"*.debug=true"_s);
    environment.insert(u"HELPER"_s, QStringLiteral(KAGURA_KEYRING_HELPER));
    environment.insert(u"CANARY"_s, QString::fromLatin1(Canary));
    for (const QString &name : {u"ASAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s, u"TSAN_OPTIONS"_s}) {
        if (qEnvironmentVariableIsSet(name.toLatin1().constData()))
            environment.insert(name, qEnvironmentVariable(name.toLatin1().constData()));
    }
    return environment;
}

QByteArray TestKeychainSecretStore::run(const QString &program,
                                        const QStringList &arguments,
                                        const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(40000)) {
        process.kill();
        process.waitForFinished();
        return "did not end: " + process.readAllStandardOutput();
    }
    const QByteArray output = process.readAllStandardOutput();
    m_errors = process.readAllStandardError();
    m_allOutput += output + m_errors;
    return output;
}

QByteArray TestKeychainSecretStore::session(const QByteArray &script)
{
    // A keyring with an empty password would be stored unencrypted.
    // The first word to the service waits until this one has its name: the bus would start a second
    // keyring otherwise, and the two would write over each other's file.
    const QByteArray start =
        "gnome-keyring-daemon --foreground --unlock --components=secrets "
        "< <(printf 'correct horse') > /dev/null 2>&1 &\n"
        "KEYRING=$!\n"
        "for i in $(seq 200); do dbus-send --session --print-reply "
        "--dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner "
        "string:org.freedesktop.secrets | grep -q true && break; sleep 0.05; done\n"
        "$HELPER await < /dev/null > /dev/null 2>&1\n";
    return run(u"dbus-run-session"_s,
               {u"--"_s, u"bash"_s, u"-c"_s,
                QString::fromUtf8(start + script + "kill -CONT $KEYRING; kill $KEYRING\n")},
               environment());
}

void TestKeychainSecretStore::aKeyOutlivesItsProcess()
{
    const QByteArray output = session("echo $CANARY | $HELPER write openai\n"
                                      "echo $CANARY | $HELPER read openai\n");
    const QList<QByteArray> lines = output.trimmed().split('\n');
    QVERIFY2(lines.size() == 2, (output + m_errors).constData());
    QVERIFY2(lines.at(0).startsWith("done state=available waiting="),
             (output + m_errors).constData());
    QVERIFY2(lines.at(0).contains("names=openai"), (output + m_errors).constData());
    QVERIFY2(lines.at(1).startsWith("done state=available "), (output + m_errors).constData());
    QVERIFY2(lines.at(1).contains("same=1 names=openai"), (output + m_errors).constData());
}

void TestKeychainSecretStore::aKeyOutlivesItsSession()
{
    QVERIFY(session("echo $CANARY | $HELPER write openai\n").startsWith("done "));
    const QByteArray output = session("echo $CANARY | $HELPER read openai\n");
    QVERIFY2(output.startsWith("done ") && output.contains("same=1"),
             (output + m_errors).constData());
}

void TestKeychainSecretStore::worksInAThreadOfItsOwn()
{
    const QByteArray output = session("echo $CANARY | $HELPER --thread write openai\n"
                                      "echo $CANARY | $HELPER --thread read openai\n");
    QVERIFY2(output.count("done state=available") == 2, (output + m_errors).constData());
    QVERIFY2(output.contains("same=1"), (output + m_errors).constData());
}

void TestKeychainSecretStore::removeForgetsTheKeyAndTheNote()
{
    const QByteArray output = session("echo $CANARY | $HELPER write openai\n"
                                      "$HELPER remove openai < /dev/null\n"
                                      "$HELPER remove openai < /dev/null\n"
                                      "$HELPER read openai < /dev/null 2> /dev/null\n");
    const QList<QByteArray> lines = output.trimmed().split('\n');
    QVERIFY2(lines.size() == 4, (output + m_errors).constData());
    QVERIFY2(lines.at(1).startsWith("done ") && lines.at(1).endsWith("names="),
             (output + m_errors).constData());
    QVERIFY2(lines.at(3).startsWith("missing ") && lines.at(3).endsWith("names="),
             output.constData());
}

void TestKeychainSecretStore::aMissingKeyIsMissing()
{
    const QByteArray output = session("$HELPER read never < /dev/null\n");
    QVERIFY2(output.contains("missing state=available"), (output + m_errors).constData());
    QVERIFY2(m_errors.contains("No key of never is stored"), m_errors.constData());
}

// QtKeychain says EntryNotFound here, as for a key that never was.
void TestKeychainSecretStore::aLockedKeyringIsNotAnAbsentKey()
{
    const QByteArray output = session("echo $CANARY | $HELPER write openai\n" + Lock
                                      + "$HELPER read openai < /dev/null\n"
                                        "$HELPER state < /dev/null\n");
    QVERIFY2(output.contains("\nlocked state=locked "), (output + m_errors).constData());
    QVERIFY2(m_errors.contains("The keyring is locked."), m_errors.constData());
    // The note that a key was stored outlives it, and the key is still there.
    QVERIFY2(output.trimmed().endsWith("names=openai"), (output + m_errors).constData());
    QVERIFY(session("echo $CANARY | $HELPER read openai\n").contains("same=1"));
}

void TestKeychainSecretStore::aLockedKeyringRefusesToStoreAndSaysSo()
{
    const QByteArray output = session(Lock + "echo $CANARY | $HELPER write openai\n");
    QVERIFY2(output.contains("locked state=locked "), (output + m_errors).constData());
    QVERIFY2(output.trimmed().endsWith("names="), (output + m_errors).constData());
}

void TestKeychainSecretStore::aKeyringThatHangsIsUnavailableInTime()
{
    QElapsedTimer clock;
    clock.start();
    const QByteArray output = session("echo $CANARY | $HELPER write openai > /dev/null\n"
                                      "kill -STOP $KEYRING\n"
                                      "$HELPER read openai < /dev/null\n");
    QVERIFY2(output.contains("unavailable state="), (output + m_errors).constData());
    QVERIFY2(output.contains("waiting=1"), (output + m_errors).constData());
    QVERIFY2(output.trimmed().endsWith("names=openai"), (output + m_errors).constData());
    QVERIFY2(clock.elapsed() < 20000, qPrintable(QString::number(clock.elapsed())));
}

void TestKeychainSecretStore::withoutAKeyringItIsUnavailableInTime_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("hasBus");
    QTest::newRow("no session bus") << QString() << false;
    QTest::newRow("a bus address that leads nowhere") << u"unix:path=/nonexistent/bus"_s << false;
    QTest::newRow("a bus without a keyring service") << QString() << true;
}

void TestKeychainSecretStore::withoutAKeyringItIsUnavailableInTime()
{
    QFETCH(const QString, address);
    QFETCH(const bool, hasBus);
    QProcessEnvironment environment = this->environment();
    if (!address.isEmpty())
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
    // Without service files nothing can be started on demand.
    QFile config(m_home->filePath(u"bus.conf"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(
        "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
        "<auth>EXTERNAL</auth><policy context='default'><allow send_destination='*' "
        "eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/></policy></busconfig>");
    config.close();
    const QString script = u"echo $CANARY | $HELPER write openai; $HELPER state < /dev/null"_s;
    const QByteArray output = hasBus
        ? run(u"dbus-run-session"_s,
              {u"--config-file="_s + config.fileName(), u"--"_s, u"bash"_s, u"-c"_s, script},
              environment)
        : run(u"bash"_s, {u"-c"_s, script}, environment);
    QVERIFY2(output.contains("unavailable state=unavailable"), (output + m_errors).constData());
    QVERIFY2(output.contains("\n state=unavailable"), (output + m_errors).constData());
    const qsizetype at = output.indexOf("ms=") + 3;
    const int elapsed = output.mid(at, output.indexOf(' ', at) - at).toInt();
    QVERIFY2(elapsed < 2000, (output + m_errors).constData());
    QVERIFY2(!output.contains("names=openai"), (output + m_errors).constData());
}

void TestKeychainSecretStore::anOldNoteSurvivesAMissingKeyring()
{
    {
        Settings settings(m_home->filePath(u"config"_s));
        settings.setJson(settings::StoredKeys, Json::array({"openai"}));
    }
    const QByteArray output =
        run(u"bash"_s, {u"-c"_s, u"$HELPER read openai < /dev/null"_s}, environment());
    QVERIFY2(output.contains("unavailable state=unavailable"), (output + m_errors).constData());
    QVERIFY2(output.trimmed().endsWith("names=openai"), (output + m_errors).constData());
}

void TestKeychainSecretStore::theKeyIsInNoFileAndNoOutput()
{
    session("echo $CANARY | $HELPER write openai\n"
            "echo $CANARY | $HELPER read openai\n"
            + Lock
            + "echo $CANARY | $HELPER write mistral\n"
              "$HELPER read openai < /dev/null\n");
    QByteArray haystack = m_allOutput;
    int fileCount = 0;
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        haystack += file.readAll();
        ++fileCount;
    }
    QVERIFY(fileCount >= 2); // the settings and the keyring
    QVERIFY(haystack.contains("openai"));
    for (const QByteArray &form : formsOf(Canary))
        QVERIFY2(!haystack.contains(form), form.constData());
}

KAGURA_TEST(TestKeychainSecretStore)
#include "tst_keychainsecretstore.moc"
