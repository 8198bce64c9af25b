// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/presetstore.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/support/testmain.h"

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

class TestPresetStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ChatFixture>(); }

    void aPresetIsKeptWithAllItHas()
    {
        Preset preset{{}, u" Brief  answers "_s, {u"Be brief."_s, {}}, true};
        preset.instructions.parameters.temperature = 0.2;
        const Result<Preset> saved = save(preset);
        QVERIFY(saved && !saved->id.isEmpty());
        QCOMPARE(saved->name, u"Brief answers"_s);
        m_fixture->close();
        m_fixture->open();
        QCOMPARE(all(), QList<Preset>{*saved});
    }

    void oneAtMostIsTheDefault()
    {
        const Preset first = *save({{}, u"a"_s, {}, true});
        const Preset second = *save({{}, u"b"_s, {}, true});
        const QList<Preset> presets = all();
        QCOMPARE(presets.size(), 2);
        QVERIFY(!presets.at(0).isDefault && presets.at(1).isDefault);
        QCOMPARE(presets.at(0).id, first.id);
        QCOMPARE(presets.at(1), second);
    }

    void aNameIsTakenOnce()
    {
        QVERIFY(save({{}, u"Translator"_s, {u"into French"_s, {}}, false}));
        const Preset later = *save({{}, u"translator"_s, {u"into German"_s, {}}, false});
        QCOMPARE(all(), QList<Preset>{later});
    }

    void whatWasRemovedComesBackBySaving()
    {
        const Preset preset = *save({{}, u"a"_s, {u"x"_s, {}}, true});
        QVERIFY(ChatFixture::wait<void>([&](QObject *context, auto done) {
            PresetStore(*m_fixture->database).remove(preset.id, context, done);
        }));
        QVERIFY(all().isEmpty());
        QCOMPARE(*save(preset), preset);
        QCOMPARE(all(), QList<Preset>{preset});
    }

    void withoutANameItIsRefused()
    {
        const Result<Preset> refused = save({{}, u"  "_s, {u"x"_s, {}}, false});
        QCOMPARE(refused.error().kind, Error::Kind::BadRequest);
        QVERIFY(all().isEmpty());
    }

private:
    [[nodiscard]] Result<Preset> save(const Preset &preset) const
    {
        return ChatFixture::wait<Preset>([&](QObject *context, auto done) {
            PresetStore(*m_fixture->database).save(preset, context, done);
        });
    }

    [[nodiscard]] QList<Preset> all() const
    {
        return *ChatFixture::wait<QList<Preset>>([&](QObject *context, auto done) {
            PresetStore(*m_fixture->database).load(context, done);
        });
    }

    std::unique_ptr<ChatFixture> m_fixture;
};

} // namespace

KAGURA_TEST(TestPresetStore)

#include "tst_presetstore.moc"
