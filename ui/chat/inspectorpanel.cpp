// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/inspectorpanel.h"

#include "ui/chat/codehighlighter.h"
#include "ui/chat/displaytext.h"
#include "ui/chat/facttable.h"
#include "ui/chat/format.h"
#include "ui/chat/streampicture.h"
#include "ui/theme/buttonrole.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kagura {
namespace {

constexpr int widthInSidebars = 155; // hundredths: 420 beside 272
constexpr int requestLines = 18;
constexpr int eventLines = 8;

enum SectionIndex { RequestSection, StreamSection, UsageSection, CostSection, CacheSection };

//! What the events came to, one a line.
QString linesOf(const QList<InspectedCall::Event> &events)
{
    QString lines;
    for (const InspectedCall::Event &event : events)
        lines += QStringLiteral("%1  %2  %3\n")
                     .arg(durationText(event.at).rightJustified(8), event.kind.leftJustified(10),
                          DisplayText::line(event.content));
    return lines.chopped(lines.isEmpty() ? 0 : 1);
}

} // namespace

InspectorPanel::InspectorPanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Inspector"));
    build();
}

void InspectorPanel::build()
{
    m_head = new QWidget(this);
    m_title = new QLabel(tr("Inspector"), m_head);
    m_which = new QLabel(m_head);
    m_which->setObjectName(QStringLiteral("inspectedTitle"));
    m_which->setTextFormat(Qt::PlainText);
    m_which->setMinimumWidth(1);
    m_close = new QToolButton(m_head);
    m_close->setObjectName(QStringLiteral("inspectorClose"));
    m_close->setAccessibleName(tr("Close the inspector"));
    m_close->setToolTip(tr("Close the inspector (Esc)"));
    m_close->setAutoRaise(true);
    auto *head = new QHBoxLayout(m_head);
    head->addWidget(m_title);
    head->addWidget(m_which, 1);
    head->addWidget(m_close);
    m_tabs = new QWidget(this);
    new QHBoxLayout(m_tabs);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("inspectorBody"));
    auto *column = new QVBoxLayout(body);
    m_failure = addWords(*column, QStringLiteral("inspectedFailure"));

    m_sections.append(addSection(*column, tr("Request")));
    m_curl = new QPushButton(tr("Copy as curl"), this);
    m_curl->setObjectName(QStringLiteral("copyCurl"));
    m_curl->setToolTip(tr("Copies the call as a command; it takes the key from a variable"));
    m_sections.last().head->layout()->addWidget(m_curl);
    m_requestNote = addWords(*column, QStringLiteral("requestNote"));
    m_request = addText(*column, tr("Request"));
    m_highlighter = new CodeHighlighter(QStringLiteral("json"), m_request->document());
    m_sections.append(addSection(*column, tr("Stream")));
    m_picture = new StreamPicture(body);
    column->addWidget(m_picture);
    m_times = new FactTable(tr("Times"), body);
    column->addWidget(m_times);
    m_attempts = new FactTable(tr("Attempts"), body);
    column->addWidget(m_attempts);
    m_events = addText(*column, tr("Events"));
    m_sections.append(addSection(*column, tr("Usage")));
    m_usage = new FactTable(tr("Usage"), body);
    column->addWidget(m_usage);
    m_sections.append(addSection(*column, tr("Cost")));
    m_cost = new FactTable(tr("Cost"), body);
    column->addWidget(m_cost);
    m_sections.append(addSection(*column, tr("Cache")));
    m_cacheWords = addWords(*column, QStringLiteral("cacheWords"));
    column->addStretch(1);
    m_scroll->setWidget(body);
    m_tabs->layout()->addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding));

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_head);
    all->addWidget(m_tabs);
    all->addWidget(m_scroll, 1);
    connect(m_close, &QToolButton::clicked, this, &InspectorPanel::closeRequested);
    connect(m_curl, &QPushButton::clicked, this, &InspectorPanel::copyCurl);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &InspectorPanel::markTab);
}

InspectorPanel::Section InspectorPanel::addSection(QVBoxLayout &column, const QString &title)
{
    Section section;
    section.head = new QWidget(this);
    section.title = new QLabel(title, section.head);
    section.note = new QLabel(section.head);
    section.note->setTextFormat(Qt::PlainText);
    section.note->setMinimumWidth(1);
    auto *row = new QHBoxLayout(section.head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(section.title);
    row->addWidget(section.note, 1);
    column.addWidget(section.head);
    section.tab = new QPushButton(title, m_tabs);
    section.tab->setCheckable(true);
    section.tab->setAccessibleName(tr("Go to %1").arg(title));
    setButtonRole(section.tab, ButtonRole::Quiet);
    m_tabs->layout()->addWidget(section.tab);
    connect(section.tab, &QPushButton::clicked, this, [this, head = section.head] {
        m_scroll->verticalScrollBar()->setValue(head->y());
        markTab();
    });
    return section;
}

QLabel *InspectorPanel::addWords(QVBoxLayout &column, const QString &name)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    column.addWidget(label);
    return label;
}

QPlainTextEdit *InspectorPanel::addText(QVBoxLayout &column, const QString &name)
{
    auto *text = new QPlainTextEdit(this);
    text->setAccessibleName(name);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text->hide();
    column.addWidget(text);
    return text;
}

void InspectorPanel::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    setFixedWidth(style.sidebar * widthInSidebars / 100);
    m_head->setFixedHeight(style.head);
    m_head->layout()->setContentsMargins(style.pad, 0, style.gap, 0);
    m_head->layout()->setSpacing(style.gap);
    m_title->setFont(style.titleFont);
    inkLabel(m_title, style.text);
    m_which->setFont(style.smallFont);
    inkLabel(m_which, style.text3);
    m_close->setIcon(style.icons.value(QStringLiteral("cross")));
    m_close->setIconSize({style.icon, style.icon});
    m_close->setFixedSize(style.button, style.button);
    m_tabs->layout()->setContentsMargins(style.gap, 0, style.gap, style.gap);
    m_tabs->layout()->setSpacing(0);
    QWidget *body = m_scroll->widget();
    body->layout()->setContentsMargins(style.pad, style.gap, style.pad, style.pad);
    body->layout()->setSpacing(style.gap);
    QPalette ground = m_scroll->palette();
    ground.setColor(QPalette::Window, style.page);
    m_scroll->setPalette(ground);
    for (const Section &section : std::as_const(m_sections)) {
        section.head->layout()->setSpacing(style.gap);
        section.head->setMinimumHeight(style.button + style.gap);
        section.title->setFont(style.labelStrongFont);
        inkLabel(section.title, style.text);
        section.note->setFont(style.smallFont);
        inkLabel(section.note, style.text3);
        section.tab->setFont(style.labelMediumFont);
    }
    for (QLabel *label : {m_requestNote, m_cacheWords}) {
        label->setFont(style.labelFont);
        inkLabel(label, style.text2);
    }
    m_failure->setFont(style.labelFont);
    inkLabel(m_failure, style.fail);
    for (QPlainTextEdit *text : {m_request, m_events}) {
        text->setFont(style.codeFont);
        QPalette palette = text->palette();
        palette.setColor(QPalette::Base, style.codeGround);
        palette.setColor(QPalette::Text, style.text);
        palette.setColor(QPalette::Highlight, style.accentSoft);
        palette.setColor(QPalette::HighlightedText, style.text);
        text->setPalette(palette);
    }
    m_highlighter->setLook(style.look);
    m_picture->setChatStyle(style);
    for (FactTable *table : {m_times, m_attempts, m_usage, m_cost})
        table->setChatStyle(style);
    fit(m_request, requestLines);
    fit(m_events, eventLines);
    update();
}

void InspectorPanel::setCall(const InspectedCall &call)
{
    if (call == m_call)
        return;
    const bool isAnother = call.message != m_call.message;
    m_call = call;
    m_which->setText(DisplayText::line(call.title));
    m_failure->setText(
        call.failure.isEmpty() ? QString() : tr("Failed: %1").arg(DisplayText::of(call.failure)));
    m_failure->setVisible(!call.failure.isEmpty());
    showRequest();
    showStream();
    m_usage->setFacts(call.usage);
    m_cost->setFacts(call.cost, true);
    m_sections.at(CostSection).note->setText(call.costNote);
    m_sections.at(CostSection).note->setWordWrap(true);
    showCache();
    if (isAnother)
        m_scroll->verticalScrollBar()->setValue(0);
    markTab();
}

void InspectorPanel::showRequest()
{
    const bool isKnown = !m_call.requestLine.isEmpty();
    QString text = m_call.requestLine + u'\n';
    for (const InspectedFact &header : std::as_const(m_call.headers))
        text += header.name + QStringLiteral(": ") + header.value + u'\n';
    if (!m_call.body.isEmpty())
        text += u'\n' + m_call.body;
    text = DisplayText::of(text.trimmed(), DisplayText::Ground::Code);
    if (m_request->toPlainText() != text) {
        m_highlighter->setFirstLine(int(m_call.headers.size()) + 2);
        m_request->setPlainText(text);
    }
    m_request->setVisible(isKnown);
    fit(m_request, requestLines);
    m_requestNote->setText(m_call.requestNote);
    m_requestNote->setVisible(!m_call.requestNote.isEmpty());
    m_curl->setVisible(!m_call.curl.isEmpty());
    m_sections.at(RequestSection).note->setText(isKnown ? tr("secrets redacted") : QString());
}

void InspectorPanel::showStream()
{
    m_sections.at(StreamSection)
        .note->setText(m_call.isLive ? tr("still arriving") : m_call.streamNote);
    m_picture->setStream(m_call.characters, m_call.step, m_call.firstContent);
    m_times->setFacts(m_call.times);
    m_attempts->setFacts(m_call.attempts);
    const QString lines = linesOf(m_call.events);
    if (m_events->toPlainText() != lines) {
        const int place = m_events->verticalScrollBar()->value();
        m_events->setPlainText(lines);
        m_events->verticalScrollBar()->setValue(place);
    }
    m_events->setVisible(!lines.isEmpty());
    fit(m_events, eventLines);
}

void InspectorPanel::showCache()
{
    QString outcome;
    QColor ink = m_style.text3;
    switch (m_call.cache) {
    case InspectedCall::Cache::Hit:
        outcome = tr("hit");
        ink = m_style.cached;
        break;
    case InspectedCall::Cache::Miss:
        outcome = tr("miss");
        break;
    case InspectedCall::Cache::Bypass:
        outcome = tr("not asked");
        break;
    case InspectedCall::Cache::Unknown:
        outcome = tr("not known");
        break;
    }
    m_sections.at(CacheSection).note->setText(outcome);
    inkLabel(m_sections.at(CacheSection).note, ink);
    m_cacheWords->setText(
        DisplayText::of((QStringList(m_call.cacheReason) + m_call.cacheDetails).join(u'\n')));
    m_cacheWords->setVisible(true);
}

//! The part that is read is that whose head was passed last.
void InspectorPanel::markTab()
{
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    const bool isAtEnd = bar->maximum() > 0 && bar->value() == bar->maximum();
    const int top = isAtEnd ? m_scroll->widget()->height() : bar->value() + m_style.head;
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        const bool isLast = i + 1 == m_sections.size();
        m_sections.at(i).tab->setChecked(m_sections.at(i).head->y() <= top
                                         && (isLast || m_sections.at(i + 1).head->y() > top));
    }
}

void InspectorPanel::fit(QPlainTextEdit *text, int mostLines) const
{
    const int lines = std::clamp(text->document()->blockCount(), 2, mostLines);
    text->setFixedHeight(lines * QFontMetrics(text->font()).lineSpacing() + 2 * m_style.gap);
}

void InspectorPanel::focusFirst()
{
    m_sections.first().tab->setFocus(Qt::ShortcutFocusReason);
}

void InspectorPanel::copyCurl()
{
    if (m_call.curl.isEmpty())
        return;
    QApplication::clipboard()->setText(m_call.curl);
    Q_EMIT copied();
}

bool InspectorPanel::event(QEvent *event)
{
    // Else Escape would stop the answer.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QWidget::event(event);
}

void InspectorPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void InspectorPanel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_style.page);
    painter.fillRect(QRect(0, 0, m_style.hairline, height()), m_style.border);
    painter.fillRect(QRect(0, m_style.head - m_style.hairline, width(), m_style.hairline),
                     m_style.border);
    painter.fillRect(
        QRect(0, m_tabs->geometry().bottom() + 1 - m_style.hairline, width(), m_style.hairline),
        m_style.border);
}

} // namespace kagura
