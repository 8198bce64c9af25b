// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runinspector.h"

#include "ui/runs/questioncard.h"
#include "ui/runs/runtabs.h"
#include "ui/runs/runwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal Width = 380;
constexpr qreal ActionsHeight = 52;

} // namespace

RunInspector::RunInspector(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"runInspector"_s);
    setAccessibleName(tr("Node"));
    build();
    connect(m_question, &QuestionCard::answered, this, &RunInspector::answered);
    connect(m_tabs, &QTabBar::currentChanged, this, &RunInspector::showText);
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(m_node.path); });
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested(m_node.path); });
    connect(m_skip, &QPushButton::clicked, this, [this] { Q_EMIT skipRequested(m_node.path); });
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        const QScrollBar *bar = m_text->verticalScrollBar();
        m_following->setVisible(isLive() && bar->value() == bar->maximum());
    });
    clear();
}

void RunInspector::build()
{
    m_question = new QuestionCard(this);
    m_more = new Label({TypeSize::Small, ColorToken::Wait}, {}, this);
    m_more->setObjectName(u"moreQuestions"_s);
    m_name = new Label(
        {TypeSize::Reading, ColorToken::Text, QFont::DemiBold, LabelLook::Fit::Elided}, {}, this);
    m_name->setObjectName(u"nodeName"_s);
    m_path = new Label({TypeSize::Small, ColorToken::Text3, QFont::Normal, LabelLook::Fit::Elided},
                       {}, this);
    m_path->setObjectName(u"nodePath"_s);
    m_summary = new Label(
        {TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped}, {}, this);
    m_summary->setObjectName(u"nodeSummary"_s);
    m_tabs = new RunTabs(this);
    m_tabs->setObjectName(u"nodeTabs"_s);
    m_tabs->setAccessibleName(tr("What is known of the node"));
    for (const QString &name : {tr("Output"), tr("Input"), tr("Attempts"), tr("Tools"), tr("Usage"),
                                tr("Cache"), tr("Raw")})
        m_tabs->addTab(name);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(u"nodeText"_s);
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_following = new Label({TypeSize::Small, ColorToken::Accent}, tr("Following"), this);
    m_following->setObjectName(u"following"_s);
    m_actions = new Panel(ColorToken::Surface, Qt::TopEdge, this);
    m_actions->setObjectName(u"nodeActions"_s);
    m_cancel = new Button(ButtonRole::Danger, tr("Cancel node"), m_actions);
    m_cancel->setObjectName(u"cancelNode"_s);
    m_retry = new Button(ButtonRole::Secondary, tr("Retry"), m_actions);
    m_retry->setObjectName(u"retryNode"_s);
    m_skip = new Button(ButtonRole::Secondary, tr("Skip"), m_actions);
    m_skip->setObjectName(u"skipNode"_s);
    auto *buttons = new QHBoxLayout(m_actions);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_skip);
    buttons->addStretch(1);
    auto *who = new QVBoxLayout;
    who->addWidget(m_name);
    who->addWidget(m_path);
    who->addWidget(m_summary);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(1, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_question);
    rows->addWidget(m_more);
    rows->addLayout(who);
    rows->addWidget(m_tabs);
    rows->addWidget(m_text, 1000);
    rows->addStretch(1); // of a node that has nothing to read
    rows->addWidget(m_following);
    rows->addWidget(m_actions);
}

void RunInspector::setTheme(const Theme &theme)
{
    m_theme = theme;
    setFixedWidth(theme.px(Width));
    m_question->setTheme(theme);
    m_tabs->setTheme(theme);
    m_actions->setTheme(theme);
    m_actions->setFixedHeight(theme.px(ActionsHeight));
    for (Label *label : {m_more, m_name, m_path, m_summary, m_following})
        label->setTheme(theme);
    for (Button *button : {m_cancel, m_retry, m_skip})
        button->setTheme(theme);
    const int pad = theme.px(Space::Large);
    m_more->setContentsMargins(pad, theme.px(Space::Tight), pad, 0);
    m_following->setContentsMargins(pad, 0, pad, theme.px(Space::Small));
    m_actions->layout()->setContentsMargins(pad, 0, pad, 0);
    m_actions->layout()->setSpacing(theme.px(Space::Small));
    auto *who = layout()->itemAt(2)->layout();
    who->setContentsMargins(pad, theme.px(Space::Medium), pad, theme.px(Space::Small));
    who->setSpacing(theme.px(Space::Tight));
    m_text->setFont(theme.font(TypeSize::Body));
    m_text->document()->setDocumentMargin(pad);
    QPalette ground = m_text->palette();
    ground.setColor(QPalette::Base, theme.color(ColorToken::Surface));
    m_text->setPalette(ground);
    update();
}

void RunInspector::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorToken::Surface));
    painter.fillRect(QRect(0, 0, 1, height()), m_theme.color(ColorToken::Border));
}

void RunInspector::clear()
{
    m_node = {};
    m_detail = {};
    m_live.clear();
    m_name->setText(tr("No node is chosen"));
    m_path->clear();
    m_summary->setText(tr("Choose one in the outline to see what it was given and what it said."));
    m_tabs->hide();
    m_text->hide();
    m_actions->hide();
    m_following->hide();
    setQuestion({}, 0);
}

void RunInspector::showNode(const ShownNode &node)
{
    const bool isOther = node.path != m_node.path;
    const bool wasLive = isLive();
    m_node = node;
    m_name->setText(node.label.isEmpty() ? node.name : node.label + u' ' + node.name);
    m_path->setText(node.path == node.name ? QString() : node.path);
    m_path->setVisible(node.path != node.name);
    if (isOther) {
        m_detail = {};
        m_live.clear();
        m_summary->setText(node.words.isEmpty() ? runMarkWords(node.mark) : node.words);
        m_tabs->show();
        m_text->show();
        m_actions->hide();
    }
    if (isOther || wasLive != isLive())
        showText();
}

bool RunInspector::isLive() const
{
    return m_node.mark == RunMark::Running && Tab(m_tabs->currentIndex()) == Tab::Output
        && m_detail.output.isEmpty();
}

void RunInspector::showDetail(const ShownNodeDetail &detail)
{
    if (detail.path != m_node.path || detail == m_detail)
        return;
    const QString before = textOf(Tab(m_tabs->currentIndex()));
    m_detail = detail;
    m_summary->setText(detail.summary);
    m_cancel->setVisible(detail.canCancel);
    m_retry->setVisible(detail.canRetry);
    m_skip->setVisible(detail.canSkip);
    m_actions->setVisible(detail.canCancel || detail.canRetry || detail.canSkip);
    if (textOf(Tab(m_tabs->currentIndex())) != before)
        showText();
}

void RunInspector::setLiveText(const QString &path, const QString &text)
{
    if (path != m_node.path)
        return;
    m_live = text;
    if (isLive())
        showText();
}

void RunInspector::addLiveText(const QString &path, const QString &text)
{
    if (path != m_node.path || text.isEmpty())
        return;
    m_live += text;
    if (!isLive())
        return;
    QScrollBar *bar = m_text->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum();
    QTextCursor end(m_text->document());
    end.movePosition(QTextCursor::End);
    end.insertText(text);
    if (isAtEnd)
        bar->setValue(bar->maximum());
}

void RunInspector::setQuestion(const ShownQuestion &question, int more)
{
    m_question->setQuestion(question);
    m_more->setText(more == 1 ? tr("One more is waiting for an answer")
                              : tr("%n more are waiting for an answer", nullptr, more));
    m_more->setVisible(more > 0);
}

void RunInspector::focusQuestion()
{
    m_question->focusFirst();
}

void RunInspector::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

QString RunInspector::textOf(Tab tab) const
{
    switch (tab) {
    case Tab::Output:
        return m_detail.output.isEmpty() ? m_live : m_detail.output;
    case Tab::Input:
        return m_detail.input;
    case Tab::Attempts:
        return m_detail.attempts;
    case Tab::Tools:
        return m_detail.tools;
    case Tab::Usage:
        return m_detail.usage;
    case Tab::Cache:
        return m_detail.cacheKey;
    case Tab::Raw:
        return m_detail.rawEvents;
    }
    return {};
}

void RunInspector::showText()
{
    const Tab tab = Tab(m_tabs->currentIndex());
    const bool isCode = tab == Tab::Raw || tab == Tab::Cache;
    m_text->setFont(isCode ? m_theme.codeFont() : m_theme.font(TypeSize::Body));
    m_text->setAccessibleName(m_tabs->tabText(int(tab)));
    m_text->setPlaceholderText(m_node.mark == RunMark::Running && tab == Tab::Output
                                   ? tr("Nothing has arrived yet.")
                                   : tr("There is nothing here."));
    m_text->setPlainText(textOf(tab));
    QScrollBar *bar = m_text->verticalScrollBar();
    bar->setValue(isLive() ? bar->maximum() : 0);
    m_following->setVisible(isLive());
}

QString RunInspector::shownText() const
{
    return m_text->toPlainText();
}

} // namespace kagura
