// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/promptstore.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/testmain.h"

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

class TestPromptStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ChatFixture>(); }

    void promptsAreKeptInTheOrderOfTheirNames()
    {
        const QList<Prompt> saved = *save({{{}, u"review"_s, u"Review {{code}}"_s},
                                           {{}, u"Explain"_s, u"Explain {{what}}\n\nbriefly"_s}});
        m_fixture->close();
        m_fixture->open();
        const QList<Prompt> expected = {saved.at(1), saved.at(0)};
        QCOMPARE(all(), expected);
    }

    void importingAgainChangesInsteadOfAdding()
    {
        const QString id = save({{{}, u"Review"_s, u"old"_s}})->first().id;
        const QList<Prompt> again = *save({{{}, u"review"_s, u"new"_s}});
        const QList<Prompt> expected = {{id, u"review"_s, u"new"_s}};
        QCOMPARE(again, expected);
        QCOMPARE(all(), expected);
    }

    void oneThatIsRefusedKeepsTheOthersOut()
    {
        const auto refused = save({{{}, u"good"_s, u"text"_s}, {{}, u"empty"_s, u" \n"_s}});
        QCOMPARE(refused.error().kind, Error::Kind::BadRequest);
        QVERIFY(all().isEmpty());
    }

    void whatWasRemovedComesBackBySaving()
    {
        const QList<Prompt> saved = *save({{{}, u"a"_s, u"text"_s}});
        QVERIFY(ChatFixture::wait<void>([&](QObject *context, auto done) {
            PromptStore(*m_fixture->database).remove(saved.first().id, context, done);
        }));
        QVERIFY(all().isEmpty());
        QCOMPARE(*save(saved), saved);
        QCOMPARE(all(), saved);
    }

private:
    [[nodiscard]] Result<QList<Prompt>> save(const QList<Prompt> &prompts) const
    {
        return ChatFixture::wait<QList<Prompt>>([&](QObject *context, auto done) {
            PromptStore(*m_fixture->database).save(prompts, context, done);
        });
    }

    [[nodiscard]] QList<Prompt> all() const
    {
        return *ChatFixture::wait<QList<Prompt>>([&](QObject *context, auto done) {
            PromptStore(*m_fixture->database).load(context, done);
        });
    }

    std::unique_ptr<ChatFixture> m_fixture;
};

} // namespace

KAGURA_TEST(TestPromptStore)

#include "tst_promptstore.moc"
