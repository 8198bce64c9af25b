// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/settings.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <unistd.h>

using namespace kagura;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutAFileTheDefaultsHold();
    void whatIsSetIsThereAfterwards();
    void changesAreWrittenWithoutBeingAsked();
    void eachChangeIsAnnouncedOnce();
    void valuesOutsideTheirRangeReadAsDefault();
    void settingDrawsIntoTheRange();
    void unknownKeysAreKept();
    void twoProcessesDoNotUndoEachOther();
    void onlyTheOwnerMayReadThem();
    void aDamagedFileIsSetAsideAndTheDefaultsHold_data();
    void aDamagedFileIsSetAsideAndTheDefaultsHold();
    void noMutationOfAFileKeepsItFromStarting();
    void earlierDamagedFilesAreKept();
    void anUnreadableFileIsNotOverwritten();
    void aFolderThatCannotBeWrittenIsReportedAndMemoryHolds();
    void theFolderComesFromTheEnvironment();

private:
    [[nodiscard]] QString path() const { return m_folder + QStringLiteral("/settings.json"); }
    void writeFile(const QByteArray &bytes) const;
    [[nodiscard]] QByteArray readFile() const;

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
};

namespace {

using namespace Qt::StringLiterals;

constexpr BoolSetting Flag{"flag", true};
constexpr IntSetting Count{"count", 5, 1, 10};
constexpr TextSetting Colour{"colour", "red", "red|green"};
constexpr TextSetting Note{"note", "", nullptr};

} // namespace

void TestSettings::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_folder = m_temporary->filePath(u"a/b"_s);
}

void TestSettings::writeFile(const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(m_folder));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray TestSettings::readFile() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSettings::withoutAFileTheDefaultsHold()
{
    Settings settings(m_folder);
    QVERIFY(settings.load());
    QCOMPARE(settings.value(Flag), true);
    QCOMPARE(settings.value(Count), 5);
    QCOMPARE(settings.value(Colour), u"red"_s);
    QVERIFY(settings.json("anything").is_null());
    QVERIFY(settings.flush());
    QVERIFY(!QFile::exists(m_folder)); // reading makes nothing
}

void TestSettings::whatIsSetIsThereAfterwards()
{
    {
        Settings settings(m_folder);
        QVERIFY(settings.load());
        settings.setValue(Flag, false);
        settings.setValue(Count, 7);
        settings.setValue(Colour, u"green"_s);
        settings.setValue(Note, QString::fromUtf8("\xe7\xa5\x9e\xe6\xa5\xbd \"quoted\""));
        settings.setJson("list", Json::array({1, "two"}));
        QCOMPARE(settings.value(Count), 7);
    }
    Settings settings(m_folder);
    QVERIFY(settings.load());
    QCOMPARE(settings.value(Flag), false);
    QCOMPARE(settings.value(Count), 7);
    QCOMPARE(settings.value(Colour), u"green"_s);
    QCOMPARE(settings.value(Note), QString::fromUtf8("\xe7\xa5\x9e\xe6\xa5\xbd \"quoted\""));
    QVERIFY(settings.json("list") == Json::array({1, "two"}));
    settings.setJson("list", nullptr);
    QVERIFY(settings.flush());
    QVERIFY(!readFile().contains("list"));
}

void TestSettings::changesAreWrittenWithoutBeingAsked()
{
    Settings settings(m_folder);
    QVERIFY(settings.load());
    settings.setValue(Count, 7);
    QTRY_VERIFY(readFile().contains("\"count\": 7"));
    settings.setValue(Count, 8);
    settings.setValue(Count, 9);
    QTRY_VERIFY(readFile().contains("\"count\": 9"));
}

void TestSettings::eachChangeIsAnnouncedOnce()
{
    Settings settings(m_folder);
    QSignalSpy changed(&settings, &Settings::changed);
    settings.setValue(Count, 7);
    settings.setValue(Count, 7);
    QTRY_VERIFY(readFile().contains("count"));
    QVERIFY(settings.flush());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toString(), u"count"_s);
}

void TestSettings::valuesOutsideTheirRangeReadAsDefault()
{
    writeFile(R"({"flag": 1, "count": 11, "colour": "blue", "note": 5})");
    Settings settings(m_folder);
    QVERIFY(settings.load());
    QCOMPARE(settings.value(Flag), true);
    QCOMPARE(settings.value(Count), 5);
    QCOMPARE(settings.value(Colour), u"red"_s);
    QCOMPARE(settings.value(Note), QString());
}

void TestSettings::settingDrawsIntoTheRange()
{
    Settings settings(m_folder);
    settings.setValue(Count, 1000);
    QCOMPARE(settings.value(Count), 10);
    settings.setValue(Count, -1000);
    QCOMPARE(settings.value(Count), 1);
    settings.setValue(Colour, u"blue"_s);
    QCOMPARE(settings.value(Colour), u"red"_s);
}

void TestSettings::unknownKeysAreKept()
{
    writeFile(R"({"from_the_future": {"deep": [1, 2]}, "count": 3})");
    Settings settings(m_folder);
    QVERIFY(settings.load());
    settings.setValue(Count, 4);
    QVERIFY(settings.flush());
    const Json file = parseJson(readFile()).value();
    QVERIFY(file.at("from_the_future").at("deep") == Json::array({1, 2}));
    QVERIFY(file.at("count") == 4);
}

void TestSettings::twoProcessesDoNotUndoEachOther()
{
    Settings one(m_folder);
    Settings two(m_folder);
    QVERIFY(one.load() && two.load());
    one.setValue(Count, 7);
    QVERIFY(one.flush());
    QSignalSpy changed(&two, &Settings::changed);
    two.setValue(Flag, false);
    QVERIFY(two.flush());
    QCOMPARE(two.value(Count), 7); // taken in with the write
    QCOMPARE(changed.count(), 2);
    Settings three(m_folder);
    QVERIFY(three.load());
    QCOMPARE(three.value(Count), 7);
    QCOMPARE(three.value(Flag), false);
}

void TestSettings::onlyTheOwnerMayReadThem()
{
    Settings settings(m_folder);
    settings.setValue(Count, 7);
    QVERIFY(settings.flush());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFileInfo(path()).permissions() & others));
    QVERIFY(!(QFileInfo(m_folder).permissions() & others));
    QCOMPARE(QDir(m_folder).entryList(QDir::Files | QDir::Hidden), QStringList{u"settings.json"_s});
}

void TestSettings::aDamagedFileIsSetAsideAndTheDefaultsHold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isDamaged");
    QTest::newRow("empty, as a full disk leaves it") << QByteArray() << false;
    QTest::newRow("white space") << QByteArray(" \n") << false;
    QTest::newRow("cut off") << QByteArray(R"({"count": 3, "no)") << true;
    QTest::newRow("text") << QByteArray("hello") << true;
    QTest::newRow("a list") << QByteArray("[1]") << true;
    QTest::newRow("a number") << QByteArray("1") << true;
    QTest::newRow("null") << QByteArray("null") << true;
    QTest::newRow("zeros") << QByteArray(4096, '\0') << true;
    QTest::newRow("bytes that are no UTF-8") << QByteArray("{\"note\": \"\xff\xfe\"}") << true;
    QTest::newRow("a lone surrogate") << QByteArray(R"({"note": "\ud800"})") << true;
    QTest::newRow("too deep") << QByteArray("{\"a\":") + QByteArray(100000, '[') << true;
    QTest::newRow("too large") << QByteArray(5 * 1024 * 1024, ' ') + "{}" << false;
    QTest::newRow("two objects") << QByteArray("{}{}") << true;
    QTest::newRow("a comment") << QByteArray("// x\n{}") << true;
    QTest::newRow("trailing comma") << QByteArray("{\"count\": 3,}") << true;
    QTest::newRow("XML") << QByteArray("<?xml version='1.0'?>") << true;
    QTest::newRow("INI") << QByteArray("[General]\ncount=3\n") << true;
    QTest::newRow("a number too large") << QByteArray("{\"count\": 1e999}") << true;
    QTest::newRow("byte order mark alone") << QByteArray("\xef\xbb\xbf") << true;
    QTest::newRow("SQLite") << QByteArray("SQLite format 3\0xxxx", 20) << true;
}

void TestSettings::aDamagedFileIsSetAsideAndTheDefaultsHold()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isDamaged);
    writeFile(bytes);
    Settings settings(m_folder);
    const Result<void> loaded = settings.load();
    QCOMPARE(loaded.has_value(), !isDamaged);
    QCOMPARE(settings.value(Count), 5);
    QCOMPARE(QFile::exists(path() + u".bak"_s), isDamaged);
    if (isDamaged) {
        QCOMPARE(loaded.error().kind, Error::Kind::Storage);
        QVERIFY(loaded.error().message.contains(u"settings.json.bak"_s));
        QFile aside(path() + u".bak"_s);
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), bytes);
    }
    settings.setValue(Count, 7);
    QVERIFY(settings.flush());
    Settings next(m_folder);
    QVERIFY(next.load());
    QCOMPARE(next.value(Count), 7);
}

void TestSettings::noMutationOfAFileKeepsItFromStarting()
{
    const QByteArray good =
        R"({"colour": "green", "count": 7, "flag": false, "list": [{"a": 1.5}]})";
    QRandomGenerator random(20261);
    for (int i = 0; i < 300; ++i) {
        QByteArray bytes = good;
        for (int change = random.bounded(1, 5); change > 0 && !bytes.isEmpty(); --change) {
            const qsizetype at = random.bounded(static_cast<int>(bytes.size()));
            switch (random.bounded(4)) {
            case 0:
                bytes[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                bytes.remove(at, random.bounded(8));
                break;
            case 2:
                bytes.insert(at, static_cast<char>(random.bounded(256)));
                break;
            default:
                bytes.truncate(std::max<qsizetype>(1, at));
                break;
            }
        }
        writeFile(bytes);
        Settings settings(m_folder);
        const bool isLoaded = settings.load().has_value();
        const qint64 count = settings.value(Count);
        QVERIFY(count >= 1 && count <= 10);
        QVERIFY((settings.value(Colour) == u"red"_s) || (settings.value(Colour) == u"green"_s));
        settings.setValue(Note, u"written"_s);
        QVERIFY2(settings.flush(), bytes.constData());
        QVERIFY(parseJson(readFile()));
        QVERIFY(isLoaded || QFile::exists(path() + u".bak"_s));
    }
}

void TestSettings::earlierDamagedFilesAreKept()
{
    for (const char *text : {"first", "second"}) {
        writeFile(text);
        Settings settings(m_folder);
        QVERIFY(!settings.load());
    }
    QVERIFY(QFile::exists(path() + u".bak"_s));
    QVERIFY(QFile::exists(path() + u".bak.2"_s));
}

void TestSettings::anUnreadableFileIsNotOverwritten()
{
    // A folder in its place is unreadable for root, too.
    QVERIFY(QDir().mkpath(path()));
    Settings settings(m_folder);
    const Result<void> loaded = settings.load();
    QVERIFY(!loaded);
    QVERIFY(loaded.error().message.contains(path()));
    settings.setValue(Count, 7);
    QVERIFY(!settings.flush());
    QVERIFY(QFileInfo(path()).isDir());
    QVERIFY(QDir().rmdir(path()));
    QVERIFY(settings.flush()); // what was pending is not lost
    QVERIFY(readFile().contains("\"count\": 7"));
}

void TestSettings::aFolderThatCannotBeWrittenIsReportedAndMemoryHolds()
{
    QVERIFY(QDir().mkpath(m_temporary->filePath(u"a"_s)));
    QFile inTheWay(m_folder);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    Settings settings(m_folder);
    QVERIFY(settings.load());
    QSignalSpy failed(&settings, &Settings::writeFailed);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be made"_s));
    settings.setValue(Count, 7);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(settings.value(Count), 7);
    QVERIFY(inTheWay.remove());
    settings.setValue(Flag, false); // the next change takes what failed along
    QTRY_VERIFY(readFile().contains("\"count\": 7"));
}

void TestSettings::theFolderComesFromTheEnvironment()
{
    const QByteArray before = qgetenv("KAGURA_CONFIG_DIR");
    qputenv("KAGURA_CONFIG_DIR", "/somewhere/else");
    QCOMPARE(configFolder(), u"/somewhere/else"_s);
    qunsetenv("KAGURA_CONFIG_DIR");
    QVERIFY(configFolder().endsWith(u"/kagura"_s));
    if (!before.isNull())
        qputenv("KAGURA_CONFIG_DIR", before);
}

KAGURA_TEST(TestSettings)
#include "tst_settings.moc"
