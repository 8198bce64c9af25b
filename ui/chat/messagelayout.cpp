// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/messagelayout.h"

#include "core/code/codelanguages.h"
#include "ui/chat/format.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace kagura {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::MessageLayout)
};

constexpr int sampleLength = 64;
constexpr std::size_t keptItems = 64; // a message of more gives up the lines that are far away
constexpr int keptLines = 200;

//! A few pieces of the first length characters, enough to tell another text from a longer one.
QString sampleOf(QStringView text, qsizetype length)
{
    const QStringView part = text.left(length);
    return part.left(sampleLength).toString() + part.mid(length / 2, sampleLength).toString()
        + part.right(sampleLength).toString();
}

QRect labelRect(const QFont &font, const QString &label, QPoint at, int height)
{
    return {at, QSize(QFontMetrics(font).horizontalAdvance(label), height)};
}

} // namespace

QString reasoningLabel(const TranscriptMessage &message)
{
    if (message.reasoningTime)
        return Words::tr("Thought for %1").arg(durationText(*message.reasoningTime));
    return message.isLive() && message.text.isEmpty() ? Words::tr("Thinking\u2026")
                                                      : Words::tr("Thought");
}

MessageLayout::MessageLayout(const BlockSourceFactory &newSource, const CodeLanguages *languages)
    : m_newSource(newSource)
    , m_languages(languages)
{}

MessageLayout::~MessageLayout() = default;

void MessageLayout::take(const TranscriptMessage &message,
                         bool isReasoningOpen,
                         const QSet<int> &openTools)
{
    m_tools.take(message.tools, openTools);
    m_isReasoningOpen = isReasoningOpen;
    m_author = message.author;
    takeSection(m_reasoning, TextPlace::Section::Reasoning, message.reasoning,
                !message.isLive() || !message.text.isEmpty());
    takeSection(m_text, TextPlace::Section::Text, message.text, !message.isLive());
    // The texts themselves stay in the model: a copy here would make each append copy the whole.
    m_facts = message;
    m_facts.text.clear();
    m_facts.reasoning.clear();
    m_failure = message.state == TranscriptMessage::State::Failed
        ? FailureText::of(message.failure.value_or(Error{}))
        : FailureText{};
}

void MessageLayout::takeSection(Section &section,
                                TextPlace::Section kind,
                                const QString &text,
                                bool isComplete)
{
    const bool isAnother = text.size() < section.consumed
        || sampleOf(text, section.consumed) != section.sample
        || (section.isFinished && text.size() > section.consumed);
    if (isAnother && section.source) {
        const auto first = m_items.begin() + std::ptrdiff_t(firstOf(kind));
        m_items.erase(first, first + std::ptrdiff_t(countOf(kind)));
        section = {};
    }
    if (text.isEmpty())
        return;
    if (!section.source)
        section.source = m_newSource(m_author);
    const bool hasNews = text.size() > section.consumed;
    if (hasNews)
        section.source->append(QStringView(text).mid(section.consumed));
    if (isComplete && !section.isFinished)
        section.source->finish();
    if (hasNews || isComplete != section.isFinished)
        sync(section, kind);
    section.isFinished = isComplete;
    section.consumed = text.size();
    section.sample = sampleOf(text, section.consumed);
}

QList<TextLeaf::Run> MessageLayout::colour(const MessageBlock &block, std::size_t at)
{
    const CodeLanguage *language = block.kind == MessageBlock::Kind::Code && m_languages
        ? m_languages->find(block.language)
        : nullptr;
    if (!language)
        return {};
    CodeLexer::State &state = m_items[at].codeState;
    state = block.continues && at > 0 ? m_items[at - 1].codeState : CodeLexer::nothingOpen;
    QList<TextLeaf::Run> runs;
    for (const CodeToken &token : CodeLexer(*language).tokens(block.text, state))
        runs.append({token.from, token.length, std::uint8_t(token.kind)});
    return runs;
}

void MessageLayout::sync(Section &section, TextPlace::Section kind)
{
    const QList<MessageBlock> &blocks = section.source->blocks();
    std::size_t at = firstOf(kind) + std::size_t(section.synced);
    const std::size_t end = firstOf(kind) + std::size_t(blocks.size());
    for (qsizetype index = section.synced; index < blocks.size(); ++index, ++at) {
        if (at >= firstOf(kind) + countOf(kind)) {
            Item item;
            item.section = kind;
            item.index = int(index);
            m_items.insert(m_items.begin() + std::ptrdiff_t(at), std::move(item));
        }
        m_items[at].take(blocks.at(index), colour(blocks.at(index), at));
    }
    const std::size_t last = firstOf(kind) + countOf(kind);
    if (last > end)
        m_items.erase(m_items.begin() + std::ptrdiff_t(end),
                      m_items.begin() + std::ptrdiff_t(last));
    section.synced = section.source->firstOpen();
}

std::size_t MessageLayout::firstOf(TextPlace::Section kind) const
{
    return kind == TextPlace::Section::Reasoning ? 0 : countOf(TextPlace::Section::Reasoning);
}

std::size_t MessageLayout::countOf(TextPlace::Section kind) const
{
    const auto firstText =
        std::partition_point(m_items.begin(), m_items.end(), [](const Item &item) {
            return item.section == TextPlace::Section::Reasoning;
        });
    const auto reasoning = std::size_t(firstText - m_items.begin());
    return kind == TextPlace::Section::Reasoning ? reasoning : m_items.size() - reasoning;
}

int MessageLayout::flow(const ChatStyle &style, int width, int from, int to)
{
    m_actions.clear();
    m_bubble = {};
    m_versions = {};
    const bool isOwn = m_facts.author == TranscriptMessage::Author::User;
    QRect column(0, 0, width, 0);
    int y = style.messagePad;
    int shaped = 0;
    if (isOwn) {
        const int indent = std::min(style.bubbleIndent, width / 4);
        column.adjust(indent + style.bubblePadX, 0, -style.bubblePadX, 0);
        y += style.bubblePadY;
    }
    placeAttachments(style, column, y);
    placeReasoningLine(style, y);
    shaped += placeItems(style, column, from, to, y);
    if (isOwn) {
        const bool endsInParagraph = !m_items.empty() && !m_items.back().isCard();
        y += style.bubblePadY - (endsInParagraph ? style.paragraphGap : 0);
        const int left = column.left() - style.bubblePadX;
        m_bubble = {left, style.messagePad, width - left, y - style.messagePad};
        placeOwnActions(style);
    } else {
        shaped += placeTools(style, width, y);
        placeCaret(style, column, y);
        shaped += placeCard(style, width, y);
        placeFooter(style, width, y);
    }
    m_height = y + style.messagePad;
    return shaped;
}

void MessageLayout::placeAttachments(const ChatStyle &style, QRect column, int &y)
{
    m_attachments.flow(style, m_facts.attachments, column.width());
    m_attachmentsAt = {column.left(), y};
    if (m_attachments.height() == 0)
        return;
    y += m_attachments.height() + (m_items.empty() ? 0 : style.paragraphGap);
}

int MessageLayout::placeItems(const ChatStyle &style, const QRect &column, int from, int to, int &y)
{
    const QRect indented = column.adjusted(style.icon + style.gap, 0, 0, 0);
    const bool isLong = m_items.size() > keptItems;
    const BlockItem::Window window{from, to, isLong ? int(style.textLine) * keptLines : 0};
    QList<int> columns;
    const Item *above = nullptr;
    int shaped = 0;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        Item &item = m_items[i];
        const bool isReasoning = item.section == TextPlace::Section::Reasoning;
        if (isReasoning && !m_isReasoningOpen) {
            item.hide();
            continue;
        }
        const QRect &room = isReasoning ? indented : column;
        if (above)
            y += gapBetween(*above, item, style);
        else if (item.isCard())
            y += style.codeGapAbove;
        if (item.block.kind == MessageBlock::Kind::TableRow && item.block.isHeader) {
            std::size_t last = i + 1;
            while (last < m_items.size() && !m_items[last].block.isHeader
                   && m_items[last].block.kind == MessageBlock::Kind::TableRow)
                ++last;
            columns = tableColumns(m_items, i, last, style, room.width() - item.indent(style));
        }
        shaped += item.place(style, room, columns, window, y);
        if (item.block.kind == MessageBlock::Kind::Code && !item.block.continues && !isReasoning)
            placeCodeActions(item, style);
        placeLinks(item);
        above = &item;
    }
    if (above)
        y += above->isCard() ? style.codeGapBelow : style.paragraphGap;
    return shaped;
}

void MessageLayout::placeLinks(const Item &item)
{
    if (!item.isLaidOut())
        return;
    const QList<MarkdownSpan> &spans = item.block.spans;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        if (!(spans.at(i).styles & MarkdownSpan::Link) || spans.at(i).target.isEmpty())
            continue;
        const qsizetype from = spans.at(i).from;
        qsizetype to = from + spans.at(i).length;
        // A link with a strong word in it is several spans and one link.
        while (i + 1 < spans.size() && spans.at(i + 1).from == to
               && spans.at(i + 1).target == spans.at(i).target)
            to += spans.at(++i).length;
        QList<QRect> rects = item.rectsOf(from, to);
        if (rects.isEmpty())
            continue;
        TranscriptAction link{TranscriptAction::Kind::OpenLink,
                              item.block.text.mid(from, to - from), rects.takeFirst(), item.index};
        link.offset = from;
        link.target = spans.at(i).target;
        link.more = rects;
        m_actions.append(link);
    }
}

void MessageLayout::placeCodeActions(const Item &item, const ChatStyle &style)
{
    const auto place = [&](const QString &label, int right) {
        QRect rect = labelRect(style.smallFont, label, item.frame.topLeft(), style.codeBar);
        rect.moveRight(right);
        return rect;
    };
    const QString copy = Words::tr("Copy");
    const QString save = Words::tr("Save");
    const QRect saveRect = place(save, item.frame.right() - style.codePadX);
    m_actions.append({TranscriptAction::Kind::CopyCode, copy,
                      place(copy, saveRect.left() - style.gap * 3 / 2), item.index});
    m_actions.append({TranscriptAction::Kind::SaveCode, save, saveRect, item.index});
}

void MessageLayout::placeReasoningLine(const ChatStyle &style, int &y)
{
    m_reasoningLine = {};
    if (m_reasoning.consumed == 0 && !m_facts.reasoningTime)
        return;
    TranscriptMessage said = m_facts;
    if (m_text.consumed > 0)
        said.state = TranscriptMessage::State::Complete;
    const QString label = reasoningLabel(said);
    const int height = int(std::ceil(style.labelLine));
    m_reasoningLine = {
        0, y, style.icon + style.gap + QFontMetrics(style.labelFont).horizontalAdvance(label),
        height};
    if (m_reasoning.consumed > 0)
        m_actions.append({TranscriptAction::Kind::ToggleReasoning, label, m_reasoningLine});
    y += height + style.gap;
}

void MessageLayout::placeCaret(const ChatStyle &style, QRect column, int &y)
{
    m_caret = {};
    if (!m_facts.isLive())
        return;
    const int height = int(style.textLine * 17 / 24);
    if (m_text.consumed == 0 || m_items.empty()) {
        m_caret = {column.left(), y + int(style.textLine - height) / 2, style.caret, height};
        y += int(std::ceil(style.textLine)) + style.paragraphGap;
        return;
    }
    const Item &last = m_items.back();
    if (!last.isLaidOut())
        return;
    const QRectF end = last.endCaret();
    const int x = std::min(int(end.x()) + 1, last.text.right() - style.caret);
    m_caret = {x, int(end.center().y()) - height / 2, style.caret, height};
}

int MessageLayout::placeTools(const ChatStyle &style, int width, int &y)
{
    m_toolsAt = {0, y};
    const int shaped = m_tools.flow(style, width);
    for (int card = 0; card < m_tools.count(); ++card) {
        m_actions.append({TranscriptAction::Kind::ToggleTool, m_tools.label(card),
                          m_tools.head(card).translated(m_toolsAt), card});
        if (m_tools.isOpen(card))
            m_actions.append({TranscriptAction::Kind::CopyTool, Words::tr("Copy"),
                              m_tools.copyRect(card).translated(m_toolsAt), card});
    }
    if (m_tools.count() > 0)
        y += m_tools.height() + style.paragraphGap;
    return shaped;
}

int MessageLayout::placeCard(const ChatStyle &style, int width, int &y)
{
    m_card = {};
    if (m_failure.title.isEmpty())
        return 0;
    const int pad = style.cardPad;
    const int top = y;
    const int line = int(std::ceil(style.labelLine));
    const int inner = width - 2 * pad - style.icon - style.gap;
    m_cardText = {pad + style.icon + style.gap, y + pad};
    y += pad + line;
    m_failureReason.setText(m_failure.reason);
    int shaped = 0;
    if (!m_failure.reason.isEmpty()) {
        shaped = m_failureReason.layOut(style.labelShape(inner));
        y += int(std::ceil(m_failureReason.height()));
    }
    if (m_failure.step != NextStep::None) {
        y += pad * 2 / 3;
        const int wide = QFontMetrics(style.labelStrongFont).horizontalAdvance(m_failure.stepLabel);
        m_actions.append({TranscriptAction::Kind::TakeStep,
                          m_failure.stepLabel,
                          {m_cardText.x(), y, wide + 2 * pad, style.button},
                          -1,
                          m_failure.step});
        y += style.button;
    }
    y += pad;
    m_card = {0, top, width, y - top};
    y += style.paragraphGap;
    return shaped;
}

void MessageLayout::placeFooter(const ChatStyle &style, int width, int &y)
{
    y += style.footerGap;
    m_footer = {0, y, width, style.footer};
    y += style.footer;
    const bool isOfferedAbove = m_failure.step == NextStep::Retry && m_text.consumed == 0;
    const bool hasEnded = !m_facts.isLive() && !isOfferedAbove;
    // From right to left; read from left to right.
    QList<TranscriptAction> placed;
    int right = width - 1;
    const auto place = [&](TranscriptAction::Kind kind, const QString &label) {
        QRect rect = labelRect(style.smallFont, label, m_footer.topLeft(), style.footer);
        rect.moveRight(right);
        right = rect.left() - style.gap * 3 / 2;
        placed.prepend({kind, label, rect});
    };
    if (!m_facts.isRecord)
        place(TranscriptAction::Kind::Inspect, Words::tr("Inspect"));
    if (hasEnded && !m_facts.isAlone && !m_facts.isRecord)
        place(TranscriptAction::Kind::Regenerate, Words::tr("Regenerate"));
    if (hasEnded && m_facts.canContinue() && m_text.consumed > 0)
        place(TranscriptAction::Kind::Continue, Words::tr("Continue"));
    if (hasEnded && m_text.consumed > 0)
        place(TranscriptAction::Kind::CopyMessage, Words::tr("Copy"));
    if (hasEnded)
        placeVersions(style, right, m_footer.top());
    m_actions.append(placed);
    placeBadge(style);
}

QList<std::pair<FooterPart, QRect>> MessageLayout::footerParts(
    const ChatStyle &style, std::chrono::milliseconds elapsed) const
{
    int right = m_footer.right();
    for (const TranscriptAction &action : m_actions) {
        if (m_footer.contains(action.rect.center())
            && action.kind != TranscriptAction::Kind::OpenEntry)
            right = std::min(right, action.rect.left() - style.gap);
    }
    const QFontMetrics metrics(style.smallFont);
    QList<std::pair<FooterPart, QRect>> placed;
    int x = m_footer.left();
    for (const FooterPart &part : replyFooter(m_facts, characters(), elapsed)) {
        const bool isBadge = part.kind == FooterPart::Kind::Badge;
        const int width = metrics.horizontalAdvance(part.text) + 1 + (isBadge ? 2 * style.gap : 0);
        if (x + width > right)
            break; // a narrow window says less instead of running into the buttons
        placed.append({part, QRect(x, m_footer.top(), width, m_footer.height())});
        x += width + style.gap * 3 / 2;
    }
    return placed;
}

void MessageLayout::placeBadge(const ChatStyle &style)
{
    if (m_facts.cacheKey.isEmpty())
        return;
    for (const auto &[part, place] : footerParts(style, {})) {
        if (part.kind == FooterPart::Kind::Badge)
            m_actions.append({TranscriptAction::Kind::OpenEntry,
                              Words::tr("Show the entry of the cache: %1").arg(part.text), place});
    }
}

int MessageLayout::placeVersions(const ChatStyle &style, int x, int y)
{
    if (m_facts.versionCount < 2)
        return x;
    const QFontMetrics metrics(style.smallFont);
    const int arrow = style.icon;
    const int words = metrics.horizontalAdvance(
        Words::tr("%1 / %2").arg(m_facts.versionCount).arg(m_facts.versionCount));
    const QRect next(x - arrow + 1, y, arrow, style.footer);
    m_versions = {next.left() - words, y, words, style.footer};
    const QRect previous(m_versions.left() - arrow, y, arrow, style.footer);
    if (m_facts.version > 0)
        m_actions.append(
            {TranscriptAction::Kind::PreviousVersion, Words::tr("Previous version"), previous});
    if (m_facts.version + 1 < m_facts.versionCount)
        m_actions.append({TranscriptAction::Kind::NextVersion, Words::tr("Next version"), next});
    return previous.left();
}

// Beside the bubble, where nothing else is.
void MessageLayout::placeOwnActions(const ChatStyle &style)
{
    const int right = m_bubble.left() - style.gap;
    int y = m_bubble.top() + style.bubblePadY + (int(style.textLine) - style.footer) / 2;
    if (m_facts.versionCount > 1) {
        placeVersions(style, right, y);
        y += style.footer;
    }
    if (m_facts.isRecord)
        return;
    const QString edit = Words::tr("Edit");
    QRect rect = labelRect(style.smallFont, edit, {0, y}, style.footer);
    rect.moveRight(right);
    m_actions.append({TranscriptAction::Kind::Edit, edit, rect});
}

QString MessageLayout::blockText(qsizetype block) const
{
    const std::size_t at = firstOf(TextPlace::Section::Text) + std::size_t(block);
    return at < m_items.size() ? m_items.at(at).block.text : QString();
}

QString MessageLayout::codeNameAt(int block) const
{
    const std::size_t at = firstOf(TextPlace::Section::Text) + std::size_t(block);
    const QString language =
        at < m_items.size() ? m_items.at(at).block.language.toLower() : QString();
    const bool isSuffix = !language.isEmpty() && language.size() <= 10
        && std::all_of(language.begin(), language.end(),
                       [](QChar character) { return character.isLetterOrNumber(); });
    return QStringLiteral("code.") + (isSuffix ? language : QStringLiteral("txt"));
}

QString MessageLayout::codeAt(int block) const
{
    QString code;
    const std::size_t first = firstOf(TextPlace::Section::Text);
    for (std::size_t i = first + std::size_t(block); i < m_items.size(); ++i) {
        code += m_items.at(i).block.text + m_items.at(i).block.joint;
        if (!m_items.at(i).block.isCut)
            break;
    }
    return code;
}

qsizetype MessageLayout::laidOutItems() const
{
    return std::count_if(m_items.begin(), m_items.end(),
                         [](const Item &item) { return item.isLaidOut(); });
}

void MessageLayout::release()
{
    for (Item &item : m_items)
        item.release();
}

const MessageLayout::Item *MessageLayout::itemAt(int y) const
{
    const Item *found = nullptr;
    for (const Item &item : m_items) {
        if (!item.isLaidOut() || item.text.isNull())
            continue;
        if (found && item.frame.top() > y)
            break;
        found = &item;
    }
    return found;
}

} // namespace kagura
