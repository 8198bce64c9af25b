// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expressionparser.h"

#include <QScopeGuard>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct Binary
{
    QLatin1StringView sign;
    ExpressionNode::Kind kind = ExpressionNode::Kind::Or;
    int level = 0; //!< what binds more has the higher one
};

constexpr int ChainLevels = 6;

const std::array Binaries = {
    Binary{"||"_L1, ExpressionNode::Kind::Or, 0},
    Binary{"&&"_L1, ExpressionNode::Kind::And, 1},
    Binary{"=="_L1, ExpressionNode::Kind::Equal, 2},
    Binary{"!="_L1, ExpressionNode::Kind::NotEqual, 2},
    Binary{"<="_L1, ExpressionNode::Kind::LessOrEqual, 3},
    Binary{">="_L1, ExpressionNode::Kind::GreaterOrEqual, 3},
    Binary{"<"_L1, ExpressionNode::Kind::Less, 3},
    Binary{">"_L1, ExpressionNode::Kind::Greater, 3},
    Binary{"in"_L1, ExpressionNode::Kind::In, 3},
    Binary{"+"_L1, ExpressionNode::Kind::Add, 4},
    Binary{"-"_L1, ExpressionNode::Kind::Subtract, 4},
    Binary{"*"_L1, ExpressionNode::Kind::Multiply, 5},
    Binary{"/"_L1, ExpressionNode::Kind::Divide, 5},
    Binary{"%"_L1, ExpressionNode::Kind::Remainder, 5},
};

} // namespace

ExpressionParser::ExpressionParser(QStringView source, qsizetype begin)
    : m_lexer(source, begin)
{}

Result<ExpressionNode> ExpressionParser::parse(QStringView source)
{
    if (source.toUtf8().size() > SourceLimit)
        return Error{Error::Kind::BadRequest,
                     u"an expression has at most %1 bytes"_s.arg(SourceLimit)};
    ExpressionParser parser(source, 0);
    Node root = parser.parseChoice();
    if (root && parser.m_lexer.token().kind != ExpressionLexer::Token::Kind::End
        && !parser.m_lexer.hasFailed())
        parser.m_lexer.fail(u"`%1` is not expected here"_s.arg(parser.m_lexer.token().text),
                            parser.m_lexer.token().begin);
    if (!root || parser.m_lexer.hasFailed())
        return parser.m_lexer.failure();
    return *std::move(root);
}

Result<ExpressionParser::Embedded> ExpressionParser::parseEmbedded(QStringView text,
                                                                   qsizetype begin)
{
    ExpressionParser parser(text, begin);
    Node root = parser.parseChoice();
    const qsizetype end = parser.m_lexer.token().end;
    if (root && !parser.m_lexer.hasFailed()
        && !(parser.m_lexer.token().kind == ExpressionLexer::Token::Kind::Sign
             && parser.m_lexer.token().text == "}"_L1))
        parser.m_lexer.fail(u"`}` is missing"_s, parser.m_lexer.token().begin);
    if (!root || parser.m_lexer.hasFailed())
        return parser.m_lexer.failure();
    if (text.sliced(begin, end - begin).toUtf8().size() > SourceLimit)
        return Error{Error::Kind::BadRequest,
                     u"an expression has at most %1 bytes"_s.arg(SourceLimit)};
    return Embedded{*std::move(root), end};
}

ExpressionParser::Node ExpressionParser::made(ExpressionNode node)
{
    for (const ExpressionNode &child : node.children)
        node.depth = std::max(node.depth, child.depth + 1);
    if (node.depth > DepthLimit) {
        m_lexer.fail(u"this is nested more than %1 deep"_s.arg(DepthLimit), node.position);
        return std::nullopt;
    }
    return node;
}

ExpressionParser::Node ExpressionParser::parseChoice()
{
    const QScopeGuard leave([this] { --m_nesting; });
    if (++m_nesting > DepthLimit) {
        m_lexer.fail(u"this is nested more than %1 deep"_s.arg(DepthLimit), m_lexer.token().begin);
        return std::nullopt;
    }
    Node condition = parseBinary(0);
    if (!condition || !m_lexer.accept("?"_L1))
        return condition;
    Node yes = parseChoice();
    if (!yes || !m_lexer.expect(":"_L1))
        return std::nullopt;
    Node no = parseChoice();
    if (!no)
        return std::nullopt;
    ExpressionNode node{Kind::Choice, condition->position, 1, {}, {}, {}};
    node.children = {*std::move(condition), *std::move(yes), *std::move(no)};
    return made(std::move(node));
}

ExpressionParser::Node ExpressionParser::parseBinary(int level)
{
    if (level == ChainLevels)
        return parseUnary();
    Node left = parseBinary(level + 1);
    while (left) {
        const auto *found = std::find_if(Binaries.begin(), Binaries.end(), [&](const Binary &one) {
            return one.level == level && m_lexer.accept(one.sign);
        });
        if (found == Binaries.end())
            return left;
        Node right = parseBinary(level + 1);
        if (!right)
            return std::nullopt;
        ExpressionNode node{found->kind, left->position, 1, {}, {}, {}};
        node.children = {*std::move(left), *std::move(right)};
        left = made(std::move(node));
    }
    return left;
}

ExpressionParser::Node ExpressionParser::parseUnary()
{
    const qsizetype position = m_lexer.token().begin;
    const bool isNot = m_lexer.accept("!"_L1);
    if (!isNot && !m_lexer.accept("-"_L1))
        return parsePostfix();
    const QScopeGuard leave([this] { --m_nesting; });
    if (++m_nesting > DepthLimit) {
        m_lexer.fail(u"this is nested more than %1 deep"_s.arg(DepthLimit), position);
        return std::nullopt;
    }
    Node operand = parseUnary();
    if (!operand)
        return std::nullopt;
    ExpressionNode node{isNot ? Kind::Not : Kind::Negate, position, 1, {}, {}, {}};
    node.children = {*std::move(operand)};
    return made(std::move(node));
}

ExpressionParser::Node ExpressionParser::parsePostfix()
{
    Node node = parsePrimary();
    while (node) {
        ExpressionNode outer{Kind::Member, m_lexer.token().begin, 1, {}, {}, {}};
        if (m_lexer.accept("."_L1)) {
            if (m_lexer.token().kind != ExpressionLexer::Token::Kind::Name) {
                m_lexer.fail(u"the name of a field is expected here"_s, m_lexer.token().begin);
                return std::nullopt;
            }
            outer.position = m_lexer.token().begin;
            outer.name = m_lexer.token().text.toStdString();
            m_lexer.advance();
            outer.children = {*std::move(node)};
        } else if (m_lexer.accept("["_L1)) {
            outer.kind = Kind::Index;
            Node index = parseChoice();
            if (!index || !m_lexer.expect("]"_L1))
                return std::nullopt;
            outer.children = {*std::move(node), *std::move(index)};
        } else {
            return node;
        }
        node = made(std::move(outer));
    }
    return node;
}

ExpressionParser::Node ExpressionParser::parsePrimary()
{
    const qsizetype position = m_lexer.token().begin;
    switch (m_lexer.token().kind) {
    case ExpressionLexer::Token::Kind::Number:
        return parseNumber();
    case ExpressionLexer::Token::Kind::Text: {
        ExpressionNode node{Kind::Literal, position, 1, {}, toJson(m_lexer.token().text), {}};
        m_lexer.advance();
        return made(std::move(node));
    }
    case ExpressionLexer::Token::Kind::Name:
        return parseNamed();
    case ExpressionLexer::Token::Kind::Sign:
        if (m_lexer.accept("("_L1)) {
            Node inner = parseChoice();
            return inner && m_lexer.expect(")"_L1) ? std::move(inner) : std::nullopt;
        }
        if (m_lexer.accept("["_L1))
            return parseList();
        if (m_lexer.accept("{"_L1))
            return parseMap();
        break;
    case ExpressionLexer::Token::Kind::End:
        break;
    }
    m_lexer.fail(m_lexer.token().kind == ExpressionLexer::Token::Kind::End
                     ? u"the expression ends too early"_s
                     : u"`%1` is not expected here"_s.arg(m_lexer.token().text),
                 position);
    return std::nullopt;
}

ExpressionParser::Node ExpressionParser::parseNumber()
{
    ExpressionNode node{Kind::Literal, m_lexer.token().begin, 1, {}, {}, {}};
    const std::string text = m_lexer.token().text.toStdString();
    const char *const end = text.data() + text.size();
    std::int64_t whole = 0;
    double real = 0;
    if (const auto read = std::from_chars(text.data(), end, whole);
        read.ec == std::errc() && read.ptr == end) {
        node.literal = whole;
    } else if (text.find_first_of(".eE") == std::string::npos) {
        m_lexer.fail(u"whole numbers have at most 64 bits"_s, node.position);
        return std::nullopt;
    } else if (const auto readReal = std::from_chars(text.data(), end, real);
               readReal.ec == std::errc() && readReal.ptr == end) {
        node.literal = real;
    } else {
        m_lexer.fail(u"`%1` is not a number"_s.arg(m_lexer.token().text), node.position);
        return std::nullopt;
    }
    m_lexer.advance();
    return made(std::move(node));
}

ExpressionParser::Node ExpressionParser::parseNamed()
{
    ExpressionNode node{
        Kind::Name, m_lexer.token().begin, 1, m_lexer.token().text.toStdString(), {}, {}};
    if (m_lexer.token().text == "in"_L1) {
        m_lexer.fail(u"`in` is not expected here"_s, m_lexer.token().begin);
        return std::nullopt;
    }
    m_lexer.advance();
    if (m_lexer.accept("("_L1)) {
        node.kind = Kind::Call;
        if (!parseArguments(")"_L1, node))
            return std::nullopt;
        return made(std::move(node));
    }
    const bool isTrue = node.name == "true";
    if (isTrue || node.name == "false" || node.name == "null") {
        node.kind = Kind::Literal;
        if (node.name != "null")
            node.literal = isTrue;
        node.name.clear();
    }
    return made(std::move(node));
}

ExpressionParser::Node ExpressionParser::parseList()
{
    ExpressionNode node{Kind::List, m_lexer.token().begin, 1, {}, {}, {}};
    if (!parseArguments("]"_L1, node))
        return std::nullopt;
    return made(std::move(node));
}

ExpressionParser::Node ExpressionParser::parseMap()
{
    ExpressionNode node{Kind::Map, m_lexer.token().begin, 1, {}, {}, {}};
    if (m_lexer.accept("}"_L1))
        return made(std::move(node));
    do {
        Node key = parseChoice();
        if (!key || !m_lexer.expect(":"_L1))
            return std::nullopt;
        Node value = parseChoice();
        if (!value)
            return std::nullopt;
        node.children.push_back(*std::move(key));
        node.children.push_back(*std::move(value));
    } while (m_lexer.accept(","_L1));
    if (!m_lexer.expect("}"_L1))
        return std::nullopt;
    return made(std::move(node));
}

bool ExpressionParser::parseArguments(QLatin1StringView close, ExpressionNode &into)
{
    if (m_lexer.accept(close))
        return true;
    do {
        Node argument = parseChoice();
        if (!argument)
            return false;
        into.children.push_back(*std::move(argument));
    } while (m_lexer.accept(","_L1));
    return m_lexer.expect(close);
}

} // namespace kagura
