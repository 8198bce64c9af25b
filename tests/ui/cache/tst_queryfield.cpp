// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/cache/queryfield.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestQueryField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_field = std::make_unique<QueryField>();
        m_field->setTheme(Theme());
        m_field->resize(600, 30);
        m_field->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_field.get()));
        m_field->edit().setFocus();
    }

    void whatIsWrittenIsAskedAMomentLaterAndAtOnceWithReturn()
    {
        QSignalSpy asked(m_field.get(), &QueryField::asked);
        QTest::keyClicks(&m_field->edit(), u"hits:0"_s);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), u"hits:0"_s);
        QTest::keyClick(&m_field->edit(), Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
    }

    void aFaultIsUnderlinedAtItsColumnAndNotAsked()
    {
        QSignalSpy asked(m_field.get(), &QueryField::asked);
        QSignalSpy faulty(m_field.get(), &QueryField::faulty);
        m_field->setQuery(u"model:x age:soon"_s);
        QCOMPARE(asked.size(), 0);
        QVERIFY(faulty.last().first().toString().contains(u"column 13"_s));
        bool isUnderlined = false;
        for (const auto &range : m_field->edit().document()->firstBlock().layout()->formats())
            isUnderlined |= range.start == 12 && range.length == 4
                && range.format.underlineStyle() == QTextCharFormat::WaveUnderline;
        QVERIFY(isUnderlined);
        QCOMPARE(m_field->query(), QString());
        m_field->setQuery(u"age:>7d"_s);
        QCOMPARE(faulty.last().first().toString(), QString());
        QCOMPARE(m_field->query(), u"age:>7d"_s);
    }

    void aCandidateIsTakenByKeyboard()
    {
        QueryEdit &edit = m_field->edit();
        edit.setNames({{u"gpt-4o"_s}, {}, {}, {}});
        QTest::keyClicks(&edit, u"mo"_s);
        QVERIFY(edit.completer().popup()->isVisible());
        QTest::keyClick(&edit, Qt::Key_Tab);
        QCOMPARE(edit.text(), u"model:"_s);
        QTest::keyClicks(&edit, u"g"_s);
        QVERIFY(edit.completer().popup()->isVisible());
        QTest::keyClick(edit.completer().popup(), Qt::Key_Down);
        QTest::keyClick(edit.completer().popup(), Qt::Key_Return);
        QCOMPARE(edit.text(), u"model:gpt-4o "_s);
        QVERIFY(!edit.completer().popup()->isVisible());
        QTest::keyClick(&edit, Qt::Key_Escape);
        QCOMPARE(edit.text(), QString());
    }

    void itStaysOneLine()
    {
        QSignalSpy down(&m_field->edit(), &QueryEdit::leftDownwards);
        m_field->edit().setText(u"a"_s);
        QTest::keyClick(&m_field->edit(), Qt::Key_Return);
        QTest::keyClick(&m_field->edit(), Qt::Key_Down);
        QCOMPARE(m_field->edit().text(), u"a"_s);
        QCOMPARE(down.size(), 1);
    }

private:
    std::unique_ptr<QueryField> m_field;
};

KAGURA_TEST(TestQueryField)
#include "tst_queryfield.moc"
