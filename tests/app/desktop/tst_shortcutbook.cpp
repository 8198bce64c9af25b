// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/shortcutbook.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestShortcutBook : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ShortcutBook> m_book;
    std::unique_ptr<QAction> m_write;
    std::unique_ptr<QAction> m_settings;
    std::unique_ptr<QAction> m_stop; //!< a page has its keys
    QList<QKeySequence> m_told; //!< to that page

    static std::unique_ptr<QAction> action(const char *id, const QKeySequence &keys)
    {
        auto made = std::make_unique<QAction>(QString::fromLatin1(id));
        made->setObjectName(QString::fromLatin1(id));
        made->setShortcut(keys);
        return made;
    }
    static QKeySequence keys(const char *text) { return QKeySequence(QString::fromLatin1(text)); }
    [[nodiscard]] QKeySequence keysOf(const char *id) const
    {
        for (const ShortcutEntry &entry : m_book->entries()) {
            if (entry.id == QLatin1StringView(id))
                return entry.keys;
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_book = std::make_unique<ShortcutBook>();
        m_write = action("write", keys("Ctrl+L"));
        m_settings = action("settings", keys("Ctrl+,"));
        m_stop = action("stop", {});
        m_stop->setData(QVariant::fromValue(keys("Esc")));
        m_told.clear();
        m_book->add(m_write.get());
        m_book->add(m_settings.get());
        m_book->add(m_stop.get(), [this](const QKeySequence &told) { m_told.append(told); });
    }

    void aChangeHoldsAtOnceAndIsKept()
    {
        QSignalSpy changed(m_book.get(), &ShortcutBook::changed);
        m_book->assign(u"write"_s, keys("Ctrl+J"));
        QCOMPARE(m_write->shortcut(), keys("Ctrl+J"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(dumpJson(m_book->kept()), QByteArray(R"({"write":"Ctrl+J"})"));
        m_book->assign(u"write"_s, keys("Ctrl+J"));
        m_book->assign(u"nobody"_s, keys("Ctrl+J"));
        QCOMPARE(changed.count(), 1);
    }

    void aPageThatHasItsKeysItselfIsTold()
    {
        m_book->assign(u"stop"_s, keys("F8"));
        QCOMPARE(m_told, QList<QKeySequence>{keys("F8")});
        QCOMPARE(m_stop->data().value<QKeySequence>(), keys("F8"));
        QVERIFY(m_stop->shortcut().isEmpty()); // or the page's and the window's would be ambiguous
    }

    void keysHaveOneOwner()
    {
        m_book->assign(u"settings"_s, keys("Ctrl+L"));
        QCOMPARE(m_settings->shortcut(), keys("Ctrl+L"));
        QVERIFY(m_write->shortcut().isEmpty());
        QCOMPARE(dumpJson(m_book->kept()), QByteArray(R"({"settings":"Ctrl+L","write":""})"));
    }

    void noKeysAreNobodysAndManyMayHaveNone()
    {
        m_book->assign(u"settings"_s, {});
        m_book->assign(u"write"_s, {});
        QVERIFY(keysOf("settings").isEmpty() && keysOf("write").isEmpty());
    }

    void whatWasKeptComesBack()
    {
        m_book->assign(u"settings"_s, keys("Ctrl+L"));
        m_book->assign(u"stop"_s, keys("Ctrl+Alt+."));
        const Json kept = m_book->kept();
        const QList<ShortcutEntry> before = m_book->entries();
        init();
        m_book->restore(kept);
        QCOMPARE(m_book->entries(), before);
        QCOMPARE(m_book->kept(), kept);
    }

    void whatSettingsCannotMeanIsPassedOver_data()
    {
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("a number for keys") << QByteArray(R"({"write":7})");
        QTest::newRow("no keys by that name") << QByteArray(R"({"write":"Ctrl+Nonsense"})");
        QTest::newRow("keys that are reserved") << QByteArray(R"({"write":"Ctrl+K"})");
        QTest::newRow("keys of writing") << QByteArray(R"({"write":"Ctrl+C"})");
        QTest::newRow("a command of another version") << QByteArray(R"({"fly":"Ctrl+J"})");
    }
    void whatSettingsCannotMeanIsPassedOver()
    {
        QFETCH(const QByteArray, kept);
        const QList<ShortcutEntry> before = m_book->entries();
        m_book->restore(parseJson(kept).value());
        QCOMPARE(m_book->entries(), before);
    }

    void resetAllGivesEverybodyTheirUsualKeys()
    {
        const QList<ShortcutEntry> before = m_book->entries();
        m_book->assign(u"settings"_s, keys("Ctrl+L"));
        m_book->assign(u"stop"_s, keys("Ctrl+,"));
        m_book->resetAll();
        QCOMPARE(m_book->entries(), before);
        QCOMPARE(m_write->shortcut(), keys("Ctrl+L"));
        QCOMPARE(m_told.last(), keys("Esc"));
        QVERIFY(m_book->kept().empty());
    }
};

KAGURA_TEST(TestShortcutBook)
#include "tst_shortcutbook.moc"
