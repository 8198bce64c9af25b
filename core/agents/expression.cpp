// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expression.h"

#include "core/agents/expressionevaluator.h"
#include "core/agents/expressionfunctions.h"
#include "core/agents/expressionparser.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Kind = ExpressionNode::Kind;

bool isTried(const ExpressionNode &call)
{
    return call.kind == Kind::Call && (call.name == "default" || call.name == "has");
}

// nodes.plan.output.questions is a chain of members around a name: the outermost comes first.
void collect(const ExpressionNode &node, bool isOptional, QList<Expression::Reference> &into)
{
    const ExpressionNode *name = &node;
    const ExpressionNode *first = nullptr;
    const ExpressionNode *second = nullptr;
    while (name->kind == Kind::Member || name->kind == Kind::Index) {
        if (name->kind == Kind::Index)
            collect(name->children.back(), isOptional, into);
        second = first;
        first = name;
        name = &name->children.front();
    }
    if (name->kind != Kind::Name) {
        for (std::size_t i = 0; i < name->children.size(); ++i)
            collect(name->children.at(i), isOptional || (i == 0 && isTried(*name)), into);
        return;
    }
    const auto fieldOf = [](const ExpressionNode *member) {
        return member != nullptr && member->kind == Kind::Member
            ? QString::fromStdString(member->name)
            : QString();
    };
    into.append({QString::fromStdString(name->name), fieldOf(first), fieldOf(second),
                 name->position, isOptional});
}

// Empty: it calls only what there is, with as many values as it takes.
QString wrongCall(const ExpressionNode &node, qsizetype &position)
{
    for (const ExpressionNode &child : node.children) {
        if (const QString wrong = wrongCall(child, position); !wrong.isEmpty())
            return wrong;
    }
    if (node.kind != Kind::Call)
        return {};
    position = node.position;
    const QString name = QString::fromStdString(node.name);
    const ExpressionFunction *const function = expressionFunction(node.name);
    if (!isTried(node) && function == nullptr)
        return u"there is no function `%1`"_s.arg(name);
    const int least = function != nullptr ? function->least : (node.name == "has" ? 1 : 2);
    const int most = function != nullptr ? function->most : least;
    const auto count = static_cast<int>(node.children.size());
    if (count < least || count > most)
        return u"`%1` takes %2, not %3 values"_s.arg(
            name, least == most ? QString::number(least) : u"%1 to %2"_s.arg(least).arg(most),
            QString::number(count));
    return {};
}

} // namespace

Result<Expression> Expression::parse(const QString &source)
{
    Result<ExpressionNode> root = ExpressionParser::parse(source);
    if (!root)
        return root.error();
    return checked(*std::move(root));
}

Result<Expression::Embedded> Expression::parseEmbedded(const QString &text, qsizetype begin)
{
    Result<ExpressionParser::Embedded> read = ExpressionParser::parseEmbedded(text, begin);
    if (!read)
        return read.error();
    const qsizetype end = read->end;
    Result<Expression> expression = checked((*std::move(read)).root);
    if (!expression)
        return expression.error();
    return Embedded{*std::move(expression), end};
}

Result<Expression> Expression::checked(ExpressionNode root)
{
    qsizetype position = 0;
    if (const QString wrong = wrongCall(root, position); !wrong.isEmpty())
        return Error{Error::Kind::BadRequest, u"%1 (character %2)"_s.arg(wrong).arg(position + 1)};
    return Expression(std::move(root));
}

Expression::Expression(ExpressionNode root)
    : m_root(std::make_shared<const ExpressionNode>(std::move(root)))
{}

QList<Expression::Reference> Expression::references() const
{
    QList<Reference> found;
    collect(*m_root, false, found);
    return found;
}

Result<Json> Expression::evaluate(const ExpressionScope &scope,
                                  const ExpressionRun::Limits &limits) const
{
    return ExpressionEvaluator(scope, limits).evaluate(*m_root);
}

} // namespace kagura
