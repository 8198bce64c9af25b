// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/queryfield.h"

#include "core/cache/cachequery.h"
#include "ui/theme/stylepainter.h"
#include "ui/widgets/button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto TypingPause = 200ms;

} // namespace

QueryField::QueryField(QWidget *parent)
    : QWidget(parent)
{
    m_icon = new QLabel(this);
    m_icon->setObjectName(u"queryIcon"_s);
    m_edit = new QueryEdit(this);
    m_edit->setObjectName(u"cacheQuery"_s);
    m_edit->setAccessibleName(tr("Query"));
    m_edit->setAccessibleDescription(tr(
        "Which entries are shown, by fields such as model, agent, age, hits, size and tag, or by "
        "words of request and answer"));
    m_edit->setPlaceholderText(tr("model:gpt-4o*  age:>7d  hits:0  tag:eval  \"exact phrase\""));
    m_edit->installEventFilter(this);
    m_clear = new Button(ButtonRole::Quiet, {}, this);
    m_clear->setObjectName(u"clearQuery"_s);
    m_clear->setAccessibleName(tr("Clear the query"));
    m_clear->setToolTip(tr("Clear the query (Esc)"));
    m_clear->setIconName(u"cross"_s);
    m_clear->hide();
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_icon);
    row->addWidget(m_edit, 1);
    row->addWidget(m_clear);
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(&m_pause, &QTimer::timeout, this, &QueryField::ask);
    connect(m_edit, &QueryEdit::edited, this, [this] {
        m_clear->setVisible(!m_edit->text().isEmpty());
        m_pause.start();
    });
    connect(m_edit, &QueryEdit::submitted, this, &QueryField::ask);
    connect(m_clear, &Button::clicked, this, [this] {
        setQuery({});
        m_edit->setFocus();
    });
    setTheme(m_theme);
}

void QueryField::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_edit->setTheme(theme);
    m_clear->setTheme(theme);
    setFixedHeight(theme.px(Measure::Control));
    const int side = theme.px(Measure::Icon);
    m_icon->setPixmap(theme.icon(u"search"_s, ColorToken::Accent).pixmap(side, side));
    m_clear->setFixedSize(theme.px(Measure::Control) - 2, theme.px(Measure::Control) - 2);
    layout()->setContentsMargins(theme.px(Space::Medium), 0, 1, 0);
    layout()->setSpacing(theme.px(Space::Small));
    update();
}

void QueryField::write(const QString &query)
{
    m_edit->setText(query);
    m_clear->setVisible(!query.isEmpty());
    m_pause.start();
}

void QueryField::setQuery(const QString &query)
{
    m_edit->setText(query);
    m_clear->setVisible(!query.isEmpty());
    ask();
}

void QueryField::ask()
{
    m_pause.stop();
    const QString written = m_edit->text().trimmed();
    int column = 0;
    const Result<CacheQuery> query = CacheQuery::parse(m_edit->text(), &column);
    m_edit->setFault(query ? 0 : column);
    Q_EMIT faulty(query ? QString() : query.error().message);
    if (!query)
        return;
    m_query = written;
    Q_EMIT asked(written);
}

bool QueryField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit
        && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    return QWidget::eventFilter(watched, event);
}

void QueryField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const StylePainter style(painter, m_theme);
    if (m_edit->hasFocus())
        style.focusedBox(rect(), m_theme.color(ColorToken::Surface), Measure::ControlRadius);
    else
        style.box(rect(), m_theme.color(ColorToken::Surface),
                  m_theme.color(ColorToken::StrongBorder), Measure::ControlRadius);
}

} // namespace kagura
