// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/comparedialog.h"

#include "ui/runs/runwords.h"
#include "ui/runs/textdiff.h"
#include "ui/widgets/label.h"
#include "ui/widgets/valuetext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal Width = 1120;
constexpr qreal Height = 728;
constexpr qreal ListWidth = 360;

QString markWords(const ComparedSide &side)
{
    return side.mark ? runMarkWords(*side.mark) : CompareDialog::tr("not there");
}

QString figuresOf(const ComparedSide &side)
{
    QStringList parts = {markWords(side)};
    if (side.tokens)
        parts.append(tokensText(*side.tokens));
    if (side.costMicroUsd)
        parts.append(runCostText(side.costMicroUsd));
    if (side.duration.count() > 0)
        parts.append(durationText(side.duration));
    return parts.join(u" · "_s);
}

QString runWords(const ShownRun &run)
{
    return u"%1 · %2 · %3"_s.arg(
        run.title, run.words.isEmpty() ? runMarkWords(run.mark) : run.words,
        QLocale().toString(run.created.toLocalTime(), QLocale::ShortFormat));
}

} // namespace

CompareDialog::CompareDialog(const ShownRun &run,
                             const QList<ShownRun> &others,
                             const Theme &theme,
                             QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_run(run)
{
    setObjectName(u"compareDialog"_s);
    setWindowTitle(tr("Compare runs"));
    setAccessibleName(windowTitle());
    build(others);
    dress();
    const QSize wished(theme.px(Width), theme.px(Height));
    resize(parent ? wished.boundedTo(parent->size()) : wished);
    connect(m_other, &QComboBox::currentIndexChanged, this, &CompareDialog::request);
    connect(m_nodes, &QListWidget::currentRowChanged, this, &CompareDialog::showNode);
}

void CompareDialog::build(const QList<ShownRun> &others)
{
    m_other = new QComboBox(this);
    m_other->setObjectName(u"otherRun"_s);
    m_other->setAccessibleName(tr("The run to compare with"));
    for (const ShownRun &other : others)
        m_other->addItem(runWords(other), other.id);
    m_summary = new Label({TypeSize::Small, ColorToken::Text2}, {}, this);
    m_summary->setObjectName(u"compareSummary"_s);
    m_nodes = new QListWidget(this);
    m_nodes->setObjectName(u"comparedNodes"_s);
    m_nodes->setAccessibleName(tr("Nodes of both runs"));
    m_nodes->setFrameShape(QFrame::NoFrame);
    m_nodes->setTabKeyNavigation(false);
    m_figures = new Label(
        {TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped}, {}, this);
    m_figures->setObjectName(u"compareFigures"_s);
    m_text = new QTextEdit(this);
    m_text->setObjectName(u"compareText"_s);
    m_text->setAccessibleName(tr("Differences of the texts"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    auto *side = new QVBoxLayout;
    side->addWidget(m_other);
    side->addWidget(m_summary);
    side->addWidget(m_nodes, 1);
    auto *texts = new QVBoxLayout;
    texts->addWidget(m_figures);
    texts->addWidget(m_text, 1);
    auto *columns = new QHBoxLayout(this);
    columns->addLayout(side);
    columns->addLayout(texts, 1);
}

void CompareDialog::dress()
{
    const int pad = m_theme.px(Space::Large);
    layout()->setContentsMargins(pad, pad, pad, pad);
    layout()->setSpacing(pad);
    m_nodes->setFixedWidth(m_theme.px(ListWidth));
    m_other->setFixedWidth(m_theme.px(ListWidth));
    m_summary->setTheme(m_theme);
    m_figures->setTheme(m_theme);
    m_text->setFont(m_theme.font(TypeSize::Body));
}

void CompareDialog::request()
{
    const QString other = m_other->currentData().toString();
    if (!other.isEmpty())
        Q_EMIT compareRequested(other, m_run.id);
}

void CompareDialog::showComparison(const ShownComparison &comparison)
{
    m_comparison = comparison;
    m_nodes->clear();
    int different = 0;
    for (const ComparedNode &node : comparison.nodes) {
        different += node.isSame() ? 0 : 1;
        const QString states = node.before.mark == node.after.mark
            ? markWords(node.after)
            : tr("%1, then %2").arg(markWords(node.before), markWords(node.after));
        auto *item =
            new QListWidgetItem(node.isSame() ? tr("%1: %2, the same").arg(node.path, states)
                                              : tr("%1: %2, different").arg(node.path, states),
                                m_nodes);
        item->setForeground(m_theme.color(node.isSame() ? ColorToken::Text3 : ColorToken::Text));
    }
    m_summary->setText(different == 0       ? tr("All nodes came to the same.")
                           : different == 1 ? tr("One node differs.")
                                            : tr("%n nodes differ.", nullptr, different));
    const auto first = std::find_if(comparison.nodes.cbegin(), comparison.nodes.cend(),
                                    [](const ComparedNode &node) { return !node.isSame(); });
    m_nodes->setCurrentRow(
        first == comparison.nodes.cend() ? 0 : int(first - comparison.nodes.cbegin()));
}

void CompareDialog::showNode(int row)
{
    m_text->clear();
    if (row < 0 || row >= m_comparison.nodes.size())
        return;
    const ComparedNode &node = m_comparison.nodes.at(row);
    m_figures->setText(
        tr("Before: %1\nAfter: %2").arg(figuresOf(node.before), figuresOf(node.after)));
    QTextCursor cursor(m_text->document());
    const QList<DiffLine> lines = diffOf(node.before.output, node.after.output);
    for (const DiffLine &line : lines) {
        QTextBlockFormat ground;
        QString sign = u"  "_s;
        if (line.kind == DiffLine::Kind::Removed) {
            ground.setBackground(m_theme.color(ColorToken::FailSoft));
            sign = u"- "_s;
        } else if (line.kind == DiffLine::Kind::Added) {
            ground.setBackground(m_theme.color(ColorToken::OkSoft));
            sign = u"+ "_s;
        }
        if (cursor.position() > 0)
            cursor.insertBlock();
        cursor.setBlockFormat(ground);
        cursor.insertText(sign + line.text);
    }
    m_text->moveCursor(QTextCursor::Start);
}

} // namespace kagura
