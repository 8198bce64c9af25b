// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/welcomepanel.h"

#include "ui/chat/starterbutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace kagura {

WelcomePanel::WelcomePanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("welcome"));
    setAccessibleName(tr("Welcome"));
    m_greeting = new QLabel(this);
    m_greeting->setObjectName(QStringLiteral("greeting"));
    m_line = new QLabel(this);
    m_line->setObjectName(QStringLiteral("greetingLine"));
    m_line->setWordWrap(true);
    auto *starters = new QHBoxLayout;
    starters->setObjectName(QStringLiteral("starters"));
    int number = 0;
    for (const char *question :
         {QT_TR_NOOP("How do I connect a provider?"),
          QT_TR_NOOP("Where are my keys kept, and what leaves this computer?"),
          QT_TR_NOOP("How do I ask from the command line?")}) {
        auto *starter = new StarterButton(tr(question), this);
        starter->setObjectName(QStringLiteral("starter%1").arg(++number));
        // Asked in English, whatever is shown: that is the language of the manual, and of the Guide.
        connect(starter, &StarterButton::clicked, this,
                [this, question] { Q_EMIT starterChosen(QString::fromLatin1(question)); });
        starters->addWidget(starter);
        m_starters.append(starter);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_greeting);
    column->addWidget(m_line);
    column->addLayout(starters);
    setNow(QDateTime::currentDateTime());
    setGuideOnly(true);
}

void WelcomePanel::setChatStyle(const ChatStyle &style)
{
    m_greeting->setFont(style.greetingFont);
    inkLabel(m_greeting, style.text);
    m_line->setFont(style.textFont);
    inkLabel(m_line, style.text2);
    layout()->itemAt(1)->widget()->setContentsMargins(0, style.gap, 0, 0);
    QLayout *starters = layout()->itemAt(2)->layout();
    starters->setContentsMargins(0, style.wide, 0, 0);
    starters->setSpacing(style.cardPad);
    const char *const names[] = {"server", "key", "terminal"};
    for (int i = 0; i < int(m_starters.size()); ++i) {
        m_starters.at(i)->setIcon(style.icons.value(QString::fromLatin1(names[i])));
        m_starters.at(i)->setChatStyle(style);
    }
}

void WelcomePanel::setNow(const QDateTime &now)
{
    m_greeting->setText(greeting(now.toLocalTime().time().hour()));
}

void WelcomePanel::setGuideOnly(bool isGuideOnly)
{
    m_line->setText(isGuideOnly
                        ? tr("Ask the Guide how Kagura works, or connect a model and ask anything.")
                        : tr("Ask anything. The Guide knows how Kagura works."));
    for (StarterButton *starter : std::as_const(m_starters))
        starter->setVisible(isGuideOnly);
}

QString WelcomePanel::greeting(int hour)
{
    if (hour >= 5 && hour < 12)
        return tr("Good morning.");
    if (hour >= 12 && hour < 18)
        return tr("Good afternoon.");
    return tr("Good evening.");
}

} // namespace kagura
