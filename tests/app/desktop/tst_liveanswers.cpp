// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/liveanswers.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLiveAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_live = std::make_unique<LiveAnswers>(m_clock);
        m_buffer = std::make_shared<LiveText>();
        StoredMessage stored;
        stored.id = u"a"_s;
        stored.role = Role::Assistant;
        stored.state = StoredMessage::State::Streaming;
        m_live->start(u"a"_s, m_buffer);
        m_model.reset({m_live->shown({stored})});
    }

    void wordsArriveAndTheFirstIsTimed()
    {
        QCOMPARE(m_model.message(0).state, TranscriptMessage::State::Waiting);
        m_clock.advance(400ms);
        write(m_buffer->text, u"one "_s);
        QCOMPARE(m_model.message(0).state, TranscriptMessage::State::Streaming);
        QCOMPARE(m_model.message(0).firstText, 400ms);
        write(m_buffer->text, u"two"_s);
        QCOMPARE(m_model.message(0).text, u"one two"_s);
    }

    void thinkingIsTimedAsSoonAsItEnds()
    {
        write(m_buffer->reasoning, u"hm"_s);
        QVERIFY(!m_model.message(0).reasoningTime);
        m_clock.advance(4s);
        write(m_buffer->text, u"so"_s);
        QCOMPARE(m_model.message(0).reasoningTime, 4s);
        m_clock.advance(4s);
        write(m_buffer->text, u" it is"_s);
        QCOMPARE(m_model.message(0).reasoningTime, 4s);
    }

    void aRestartVoidsWhatWasShown()
    {
        write(m_buffer->text, u"wrong"_s);
        static_cast<void>(m_buffer->text.restart());
        write(m_buffer->text, u"right"_s);
        QCOMPARE(m_model.message(0).text, u"right"_s);
    }

    void whatIsNotShownIsKeptForLater()
    {
        static_cast<void>(m_buffer->text.append(u"unseen"_s));
        m_live->collect([](const QString &) -> TranscriptModel * { return nullptr; });
        StoredMessage stored;
        stored.id = u"a"_s;
        stored.state = StoredMessage::State::Streaming;
        QCOMPARE(m_live->shown({stored}).text, u"unseen"_s);
        m_live->end(u"a"_s);
        QVERIFY(m_live->shown({stored}).text.isEmpty());
    }

private:
    void write(StreamBuffer &buffer, const QString &text)
    {
        static_cast<void>(buffer.append(text));
        m_live->collect([this](const QString &) { return &m_model; });
    }

    FakeClock m_clock;
    TranscriptModel m_model;
    std::unique_ptr<LiveAnswers> m_live;
    LiveTextPointer m_buffer;
};

KAGURA_TEST(TestLiveAnswers)
#include "tst_liveanswers.moc"
