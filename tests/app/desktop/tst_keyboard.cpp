// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole program, driven as somebody drives it who sees nothing and has no mouse: keys go to whatever has
// the focus, and what happened is read from the accessibility tree alone. The home is fresh and the Guide
// answers.

#include "app/desktop/desktop.h"
#include "tests/support/testmain.h"

#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <functional>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // ms
constexpr int mostTabs = 60;

using Node = QAccessibleInterface *;

QString nameOf(Node node)
{
    return node ? node->text(QAccessible::Name) : QString();
}

Node window()
{
    QWidget *active = QApplication::activeModalWidget();
    if (!active)
        active = QApplication::activeWindow();
    return active ? QAccessible::queryAccessibleInterface(active) : nullptr;
}

//! The first that is seen and fits, in the order of reading.
Node find(Node root, const std::function<bool(Node)> &fits)
{
    if (!root || !root->isValid() || root->state().invisible)
        return nullptr;
    if (fits(root))
        return root;
    for (int i = 0; i < root->childCount(); ++i) {
        if (Node found = find(root->child(i), fits))
            return found;
    }
    return nullptr;
}

Node named(const QString &name, QAccessible::Role role)
{
    return find(window(), [&](Node node) {
        return node->role() == role && nameOf(node) == name && !node->state().disabled;
    });
}

Node focused()
{
    QWidget *widget = QApplication::focusWidget();
    Node own = widget ? QAccessible::queryAccessibleInterface(widget) : nullptr;
    Node part = find(own, [](Node node) { return !node->object() && node->state().focused; });
    return part ? part : own;
}

void press(Qt::Key key, Qt::KeyboardModifiers held = {})
{
    if (QWidget *widget = QApplication::focusWidget())
        QTest::keyClick(widget, key, held);
}

void type(const QString &text)
{
    if (QWidget *widget = QApplication::focusWidget())
        QTest::keyClicks(widget, text);
}

//! For a message to whom mends it.
QString kindOf(Node node)
{
    const QObject *object = node->object();
    return object
        ? QString::fromLatin1(object->metaObject()->className()) + u' ' + object->objectName()
        : u"drawn"_s;
}

//! For a message to whom mends it.
const char *whereFocusIs()
{
    static QByteArray words;
    words = focused() ? (nameOf(focused()) + u" / "_s + kindOf(focused())).toUtf8()
                      : QByteArray("nowhere");
    return words.constData();
}

//! The message of that number in the conversation.
Node message(int number)
{
    Node list = find(window(), [](Node node) {
        return node->role() == QAccessible::List && node->childCount() > 0
            && node->child(0)->role() == QAccessible::ListItem && node->child(0)->textInterface();
    });
    return list && number < list->childCount() ? list->child(number) : nullptr;
}

bool isAnswered(int number)
{
    Node answer = message(number);
    return answer && !answer->state().busy;
}

void send(const QString &text)
{
    type(text);
    QTRY_VERIFY_WITH_TIMEOUT(named(u"Send the message"_s, QAccessible::Button), patience);
    press(Qt::Key_Return);
}

} // namespace

class TestKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConversationIsHeldFoundAndExported()
    {
        QTemporaryDir home;
        qputenv("KAGURA_DATA_DIR", home.filePath(u"data"_s).toUtf8());
        qputenv("KAGURA_CONFIG_DIR", home.filePath(u"config"_s).toUtf8());
        Desktop desktop;
        desktop.start();

        // A fresh home: one can type at once. No window manager gives the window the focus here.
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *top : windows) {
            if (qobject_cast<MainWindow *>(top))
                QVERIFY(QTest::qWaitForWindowActive(top));
        }
        QTRY_VERIFY2_WITH_TIMEOUT(nameOf(focused()) == "Your message"_L1, whereFocusIs(), patience);
        QCOMPARE(focused()->role(), QAccessible::EditableText);
        send(u"How do I import conversations?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isAnswered(1), patience);
        QVERIFY(nameOf(message(0)).contains(u"How do I import"_s));
        QVERIFY(nameOf(message(1)).size() > 40);

        // Stop, before the first word.
        send(u"Tell me all about proxies"_s);
        press(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(isAnswered(3), patience);
        QVERIFY2(message(3)->text(QAccessible::Description).startsWith(u"Stopped"_s),
                 qPrintable(message(3)->text(QAccessible::Description)));

        // Edit: backwards through what can be pressed.
        for (int i = 0; i < mostTabs && nameOf(focused()) != "Edit"_L1; ++i)
            press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(nameOf(focused()), u"Edit"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(nameOf(focused()), u"Your message"_s, patience);
        QCOMPARE(focused()->text(QAccessible::Value), u"Tell me all about proxies"_s);
        press(Qt::Key_A, Qt::ControlModifier);
        send(u"What is a quokka?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(nameOf(message(2)).contains(u"quokka"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(isAnswered(3), patience);

        // Search, over everything that was said.
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(nameOf(focused()), u"Search conversations"_s);
        type(u"quokka"_s);
        QTRY_VERIFY_WITH_TIMEOUT(named(u"Found in messages"_s, QAccessible::List), patience);
        press(Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(nameOf(focused()).contains(u"quokka"_s), patience);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(nameOf(message(2)).contains(u"quokka"_s), patience);

        everythingThatCanBeUsedHasANameAndARole();

        // Export, by the name of the command.
        const QString path = home.filePath(u"out.md"_s);
        press(Qt::Key_K, Qt::ControlModifier);
        type(u"Export this"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(window() && window()->role() == QAccessible::Dialog
                                      && QApplication::focusWidget()
                                      && QApplication::focusWidget()->window() == window()->object()
                                      && focused()->role() == QAccessible::EditableText,
                                  whereFocusIs(), patience);
        press(Qt::Key_A, Qt::ControlModifier);
        type(path);
        press(Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(QFile::exists(path), whereFocusIs(), patience);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTRY_VERIFY_WITH_TIMEOUT(file.size() > 0, patience);
        QVERIFY(file.readAll().contains("quokka"));
    }

private:
    static void everythingThatCanBeUsedHasANameAndARole()
    {
        QStringList nameless;
        find(window(), [&nameless](Node node) {
            const QAccessible::State state = node->state();
            if (state.focusable && !state.disabled
                && (node->role() == QAccessible::NoRole || nameOf(node).isEmpty()))
                nameless.append(u"role %1: %2"_s.arg(int(node->role())).arg(kindOf(node)));
            return false;
        });
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u"\n"_s)));
    }
};

KAGURA_TEST(TestKeyboard)
#include "tst_keyboard.moc"
