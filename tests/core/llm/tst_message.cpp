// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/message.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

namespace {

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsThatOfItsTextPartsOnly();
    void aMessageFromTextHoldsJustThat();
};

void TestMessage::textIsThatOfItsTextPartsOnly()
{
    Message message;
    message.parts = {ReasoningPart{QStringLiteral("thought"), {}, {}},
                     TextPart{QStringLiteral("a")}, ImagePart{"png", QStringLiteral("image/png")},
                     TextPart{QStringLiteral("b")},
                     ToolResultPart{{}, {}, QStringLiteral("result"), false}};
    QCOMPARE(message.text(), QStringLiteral("ab"));
}

void TestMessage::aMessageFromTextHoldsJustThat()
{
    const Message message = Message::fromText(Role::System, QStringLiteral("hi"));
    QCOMPARE(message.role, Role::System);
    QCOMPARE(message.parts, QList<MessagePart>({TextPart{QStringLiteral("hi")}}));
}

} // namespace

KAGURA_TEST(TestMessage)
#include "tst_message.moc"
