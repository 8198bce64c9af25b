// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/answerlog.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace kagura {

namespace {

// The numbers are in files: they never change, new ones are added.
constexpr unsigned char FormatVersion = 1;
enum class Tag : std::uint8_t {
    Text = 1,
    Reasoning = 2,
    Signature = 3,
    ToolDelta = 4,
    Tool = 5,
    Usage = 6,
    Served = 7,
    Finish = 8,
};
constexpr std::uint8_t Utf16Mark = 0x80; // of a tag: its text is no UTF-8 (half a surrogate pair)

class Output
{
public:
    explicit Output(QByteArray &bytes)
        : m_bytes(bytes)
    {}

    void byte(std::uint8_t value) { m_bytes.append(static_cast<char>(value)); }
    void number(quint64 value)
    {
        while (value >= 0x80) {
            byte(static_cast<std::uint8_t>(value | 0x80));
            value >>= 7;
        }
        byte(static_cast<std::uint8_t>(value));
    }
    void bytes(QByteArrayView value)
    {
        number(static_cast<quint64>(value.size()));
        m_bytes.append(value);
    }
    void text(const QString &value) { bytes(value.toUtf8()); }

private:
    QByteArray &m_bytes;
};

class Input
{
public:
    explicit Input(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    [[nodiscard]] bool isAtEnd() const { return m_bytes.isEmpty(); }
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

    std::uint8_t byte()
    {
        if (m_bytes.isEmpty()) {
            m_isBroken = true;
            return 0;
        }
        const auto value = static_cast<std::uint8_t>(m_bytes.front());
        m_bytes = m_bytes.sliced(1);
        return value;
    }
    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t part = byte();
            value |= quint64(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
        m_isBroken = true;
        return 0;
    }
    QByteArray bytes()
    {
        const quint64 size = number();
        if (size > static_cast<quint64>(m_bytes.size())) {
            m_isBroken = true;
            m_bytes = {};
            return {};
        }
        const QByteArray value = m_bytes.first(static_cast<qsizetype>(size)).toByteArray();
        m_bytes = m_bytes.sliced(static_cast<qsizetype>(size));
        return value;
    }
    QString text() { return QString::fromUtf8(bytes()); }
    QString text(bool isUtf16)
    {
        const QByteArray value = bytes();
        if (!isUtf16)
            return QString::fromUtf8(value);
        QString text(value.size() / 2, Qt::Uninitialized);
        std::memcpy(text.data(), value.constData(), static_cast<std::size_t>(text.size()) * 2);
        return text;
    }

private:
    QByteArrayView m_bytes;
    bool m_isBroken = false;
};

using Count = std::optional<qint64>;

std::array<Count *, 5> countsOf(Usage &usage)
{
    return {&usage.inputTokens, &usage.outputTokens, &usage.cacheReadTokens,
            &usage.cacheWriteTokens, &usage.reasoningTokens};
}

void writeUsage(Output &output, Usage usage)
{
    std::uint8_t known = 0;
    const auto counts = countsOf(usage);
    for (std::size_t i = 0; i < counts.size(); ++i)
        known = static_cast<std::uint8_t>(known | (counts.at(i)->has_value() ? 1U << i : 0U));
    output.byte(known);
    for (const Count *count : counts) {
        if (*count)
            output.number(static_cast<quint64>(**count));
    }
}

Usage readUsage(Input &input)
{
    Usage usage;
    const std::uint8_t known = input.byte();
    const auto counts = countsOf(usage);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (known & (1U << i))
            *counts.at(i) = static_cast<qint64>(input.number());
    }
    return usage;
}

// A delta may end in the middle of a surrogate pair; the next one has the rest.
void writeDelta(QByteArray &bytes, Tag tag, std::chrono::milliseconds wait, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const bool isUtf8 = QString::fromUtf8(utf8) == text;
    Output output(bytes);
    output.byte(static_cast<std::uint8_t>(tag) | (isUtf8 ? 0 : Utf16Mark));
    output.number(static_cast<quint64>(wait.count()));
    if (isUtf8)
        output.bytes(utf8);
    else
        output.bytes(
            QByteArrayView(reinterpret_cast<const char *>(text.constData()), text.size() * 2));
}

std::optional<ChatEvent> readEvent(Tag tag, bool isUtf16, Input &input)
{
    switch (tag) {
    case Tag::Text:
        return TextDelta{input.text(isUtf16)};
    case Tag::Reasoning:
        return ReasoningDelta{input.text(isUtf16)};
    case Tag::Signature: {
        ReasoningSignature signature;
        signature.signature = input.bytes();
        signature.dialect = input.text();
        return signature;
    }
    case Tag::ToolDelta: {
        ToolCallDelta delta;
        delta.index = static_cast<int>(input.number());
        delta.name = input.text();
        delta.arguments = input.bytes();
        return delta;
    }
    case Tag::Tool: {
        ToolCall call;
        call.id = input.text();
        call.name = input.text();
        call.arguments = input.bytes();
        call.signature = input.bytes();
        return call;
    }
    case Tag::Usage:
        return UsageReported{readUsage(input)};
    case Tag::Served:
        return ServedModel{input.text()};
    case Tag::Finish: {
        Finish finish;
        const std::uint8_t reason = input.byte();
        if (reason > static_cast<std::uint8_t>(FinishReason::Other))
            return std::nullopt;
        finish.reason = static_cast<FinishReason>(reason);
        finish.rawReason = input.text();
        return finish;
    }
    }
    return std::nullopt;
}

} // namespace

void AnswerLog::add(const ChatEvent &event, std::chrono::milliseconds at)
{
    using std::chrono::milliseconds;
    if (std::holds_alternative<RetryScheduled>(event) || std::holds_alternative<FellBack>(event))
        return;
    if (std::holds_alternative<Restarted>(event)) {
        *this = AnswerLog();
        return;
    }
    if (m_bytes.isEmpty())
        m_bytes.append(static_cast<char>(FormatVersion));
    const milliseconds wait = std::max(milliseconds(0), at - m_last);
    m_last += wait;
    ++m_count;
    Output output(m_bytes);
    const auto head = [&](Tag tag) {
        output.byte(static_cast<std::uint8_t>(tag));
        output.number(static_cast<quint64>(wait.count()));
    };
    std::visit(
        [&](const auto &one) {
            using T = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<T, TextDelta>) {
                writeDelta(m_bytes, Tag::Text, wait, one.text);
            } else if constexpr (std::is_same_v<T, ReasoningDelta>) {
                writeDelta(m_bytes, Tag::Reasoning, wait, one.text);
            } else if constexpr (std::is_same_v<T, ReasoningSignature>) {
                head(Tag::Signature);
                output.bytes(one.signature);
                output.text(one.dialect);
            } else if constexpr (std::is_same_v<T, ToolCallDelta>) {
                head(Tag::ToolDelta);
                output.number(static_cast<quint64>(std::max(0, one.index)));
                output.text(one.name);
                output.bytes(one.arguments);
            } else if constexpr (std::is_same_v<T, ToolCall>) {
                head(Tag::Tool);
                output.text(one.id);
                output.text(one.name);
                output.bytes(one.arguments);
                output.bytes(one.signature);
            } else if constexpr (std::is_same_v<T, UsageReported>) {
                head(Tag::Usage);
                writeUsage(output, one.usage);
            } else if constexpr (std::is_same_v<T, ServedModel>) {
                head(Tag::Served);
                output.text(one.model);
            } else if constexpr (std::is_same_v<T, Finish>) {
                head(Tag::Finish);
                output.byte(static_cast<std::uint8_t>(one.reason));
                output.text(one.rawReason);
            }
        },
        event);
}

Result<QList<TimedEvent>> AnswerLog::decode(QByteArrayView bytes)
{
    const Error broken{Error::Kind::Protocol, QStringLiteral("a stored answer cannot be read")};
    Input input(bytes);
    if (input.byte() != FormatVersion)
        return broken;
    QList<TimedEvent> events;
    std::chrono::milliseconds at{0};
    while (!input.isAtEnd()) {
        const std::uint8_t tag = input.byte();
        at += std::chrono::milliseconds(input.number() & 0x7fffffff);
        std::optional<ChatEvent> event =
            readEvent(static_cast<Tag>(tag & ~Utf16Mark), (tag & Utf16Mark) != 0, input);
        if (!event || input.isBroken())
            return broken;
        const bool isLast = std::holds_alternative<Finish>(*event);
        events.append({std::move(*event), at});
        if (isLast != input.isAtEnd())
            return broken;
    }
    if (events.isEmpty())
        return broken;
    return events;
}

} // namespace kagura
