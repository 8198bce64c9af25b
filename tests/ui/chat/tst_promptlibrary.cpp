// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/promptlibrary.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestPromptLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_library = std::make_unique<PromptLibrary>();
        m_library->setChatStyle(test::sampleStyle());
        m_library->setPrompts(m_prompts);
        m_library->open();
        QVERIFY(QTest::qWaitForWindowActive(m_library.get()));
    }
    void cleanup() { m_library.reset(); }

    void aNewPromptIsKeptAsSoonAsItIsWhole()
    {
        const QSignalSpy saved(m_library.get(), &PromptLibrary::saveRequested);
        press("newPrompt");
        auto *name = child<QLineEdit>("promptName");
        QTRY_VERIFY(name->hasFocus());
        QTest::keyClicks(name, u"Summary"_s);
        QTest::keyClick(name, Qt::Key_Tab);
        QCOMPARE(saved.size(), 0); // it has no text yet
        auto *text = child<QPlainTextEdit>("promptText");
        QTRY_VERIFY(text->hasFocus());
        QTest::keyClicks(text, u"Sum up {{text}}"_s);
        QTest::keyClick(text, Qt::Key_Tab);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.first().first().value<Prompt>(),
                 (Prompt{{}, u"Summary"_s, u"Sum up {{text}}"_s}));
        m_library->accept();
        QCOMPARE(saved.size(), 1);
    }

    void whatWasChangedIsKeptWhenAnotherIsChosen()
    {
        const QSignalSpy saved(m_library.get(), &PromptLibrary::saveRequested);
        auto *list = child<QListWidget>("libraryNames");
        list->setCurrentRow(0);
        auto *text = child<QPlainTextEdit>("promptText");
        QCOMPARE(text->toPlainText(), u"Explain it."_s);
        text->setPlainText(u"Explain it well."_s);
        list->setCurrentRow(1);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.first().first().value<Prompt>(),
                 (Prompt{u"1"_s, u"Explain"_s, u"Explain it well."_s}));
        QCOMPARE(child<QLineEdit>("promptName")->text(), u"Review"_s);
    }

    void whatWasDeletedComesBack()
    {
        const QSignalSpy deleted(m_library.get(), &PromptLibrary::deleteRequested);
        const QSignalSpy restored(m_library.get(), &PromptLibrary::restoreRequested);
        child<QListWidget>("libraryNames")->setCurrentRow(0);
        press("deletePrompt");
        QCOMPARE(deleted.first().first().value<Prompt>(), m_prompts.first());
        m_library->setPrompts({m_prompts.last()});
        QVERIFY(child<QLineEdit>("promptName")->text().isEmpty());
        press("restorePrompt");
        QCOMPARE(restored.first().first().value<Prompt>(), m_prompts.first());
        m_library->setPrompts(m_prompts);
        QCOMPARE(child<QLineEdit>("promptName")->text(), u"Explain"_s);
        QVERIFY(!child<QPushButton>("restorePrompt")->isVisible());
    }

private:
    template <typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        return m_library->findChild<T *>(QString::fromLatin1(name));
    }
    void press(const char *name) const { child<QPushButton>(name)->click(); }

    const QList<Prompt> m_prompts = {{u"1"_s, u"Explain"_s, u"Explain it."_s},
                                     {u"2"_s, u"Review"_s, u"Review it."_s}};
    std::unique_ptr<PromptLibrary> m_library;
};

} // namespace

KAGURA_TEST(TestPromptLibrary)

#include "tst_promptlibrary.moc"
