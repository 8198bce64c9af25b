// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/composer.h"

#include "ui/chat/attachmenttray.h"
#include "ui/chat/composeredit.h"
#include "ui/chat/contextmeter.h"
#include "ui/chat/pasteoffer.h"
#include "ui/theme/buttonrole.h"

#include <QAbstractButton>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kagura {
namespace {

constexpr int mostLines = 10;
constexpr int leastOfMostLines = 4;

} // namespace

Composer::Composer(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("composer"));
    setAccessibleName(tr("Message"));
    m_edit = new ComposerEdit(this);
    m_edit->setObjectName(QStringLiteral("composerText"));
    m_edit->setAccessibleName(tr("Your message"));
    m_edit->installEventFilter(this);
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("composerNote"));
    m_note->setMinimumWidth(1);
    m_meter = new ContextMeter(this);
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("composerHint"));
    m_hint->setAccessibleName(tr("Hint"));
    m_send = new QPushButton(tr("Send"), this);
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setAccessibleName(tr("Send the message"));
    m_stop = new QPushButton(tr("Stop"), this);
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->setAccessibleName(tr("Stop the answer"));
    m_attach = new QPushButton(this);
    m_attach->setObjectName(QStringLiteral("attach"));
    m_attach->setAccessibleName(tr("Attach files"));
    m_attach->setToolTip(tr("Attach files: pictures, PDF, text"));
    m_prompts = new QPushButton(this);
    m_prompts->setObjectName(QStringLiteral("prompts"));
    m_prompts->setAccessibleName(tr("Insert a prompt"));
    m_prompts->setToolTip(tr("Insert a prompt: type / in the message"));
    m_compare = new QPushButton(tr("Compare models"), this);
    m_compare->setObjectName(QStringLiteral("compare"));
    m_compare->setToolTip(tr("Several models answer side by side"));
    setButtonRole(m_compare, ButtonRole::Quiet);
    m_tray = new AttachmentTray(this);
    m_offer = new PasteOffer(this);
    setButtonRole(m_attach, ButtonRole::Quiet);
    setButtonRole(m_prompts, ButtonRole::Quiet);
    setButtonRole(m_send, ButtonRole::Primary);
    setButtonRole(m_stop, ButtonRole::Danger);
    build();

    connect(m_edit, &ComposerEdit::sendPressed, this, &Composer::send);
    connect(m_edit, &ComposerEdit::textChanged, this, [this] {
        m_isSendPending = false; // it is not finished after all
        if (m_edit->document()->isEmpty())
            m_offer->hide();
        refresh();
        Q_EMIT textChanged();
    });
    connect(m_edit, &ComposerEdit::filesPasted, this, &Composer::filesOffered);
    connect(m_edit, &ComposerEdit::imagePasted, this, &Composer::imageOffered);
    connect(m_edit, &ComposerEdit::longTextPasted, m_offer, &PasteOffer::offer);
    connect(m_offer, &PasteOffer::accepted, this, &Composer::acceptPaste);
    connect(m_offer, &PasteOffer::declined, this, [this] {
        m_offer->hide();
        focusText();
    });
    connect(m_tray, &AttachmentTray::removeRequested, this, &Composer::removeRequested);
    connect(m_tray, &AttachmentTray::emptied, this, &Composer::focusText);
    connect(m_attach, &QPushButton::clicked, this, &Composer::pickFiles);
    connect(m_prompts, &QPushButton::clicked, this, &Composer::promptsRequested);
    connect(m_compare, &QPushButton::clicked, this, &Composer::compareRequested);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_stop, &QPushButton::clicked, this, &Composer::stopRequested);
    refresh();
}

void Composer::build()
{
    auto *row = new QHBoxLayout;
    row->setObjectName(QStringLiteral("composerRow"));
    row->addWidget(m_attach);
    row->addWidget(m_prompts);
    row->addWidget(m_compare);
    row->addWidget(m_note);
    row->addWidget(m_meter);
    row->addStretch();
    row->addWidget(m_hint);
    row->addWidget(m_send);
    row->addWidget(m_stop);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tray);
    column->addWidget(m_offer);
    column->addWidget(m_edit);
    column->addLayout(row);
    orderTabs();
}

QList<QWidget *> Composer::tabOrder() const
{
    QList<QWidget *> order = {m_edit};
    for (QPushButton *button : m_offer->findChildren<QPushButton *>())
        order.append(button);
    order.append({m_attach, m_prompts});
    for (QAbstractButton *button : m_tray->buttons())
        order.append(button);
    order.append({m_compare, m_send, m_stop});
    return order;
}

// Qt puts what is made later at the end of the whole window.
void Composer::orderTabs()
{
    const QList<QWidget *> order = tabOrder();
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void Composer::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    m_edit->setFont(style.textFont);
    QPalette palette = m_edit->palette();
    palette.setColor(QPalette::Base, style.ground);
    palette.setColor(QPalette::Text, style.text);
    palette.setColor(QPalette::PlaceholderText, style.text3);
    palette.setColor(QPalette::Highlight, style.accentSoft);
    palette.setColor(QPalette::HighlightedText, style.text);
    m_edit->setPalette(palette);
    m_edit->setLines(style.textLine, m_leastLines, m_mostLines);
    m_hint->setFont(style.smallFont);
    inkLabel(m_hint, style.text3);
    m_meter->setChatStyle(style);
    m_note->setFont(style.smallFont);
    inkLabel(m_note, style.text2);
    const int around = style.shadow;
    layout()->setContentsMargins(around + style.cardPad + 2, around + style.cardPad,
                                 around + style.cardPad, around + style.gap);
    layout()->setSpacing(style.gap + 2);
    auto *row = layout()->findChild<QHBoxLayout *>(QStringLiteral("composerRow"));
    row->setSpacing(style.gap);
    row->setContentsMargins(-style.gap / 2, 0, 0, 0); // the clip stands where the words begin
    m_attach->setIcon(style.icons.value(QStringLiteral("paperclip")));
    m_prompts->setIcon(style.icons.value(QStringLiteral("slash")));
    for (QPushButton *button : {m_attach, m_prompts}) {
        button->setIconSize({style.icon, style.icon});
        button->setFixedSize(style.button, style.button);
    }
    m_tray->setChatStyle(style);
    fitTray();
    m_offer->setChatStyle(style);
    update();
}

void Composer::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int around = m_style.shadow;
    const QRectF card = QRectF(rect()).adjusted(around, around, -around, -around);
    painter.setPen(Qt::NoPen);
    QColor shade = m_style.shade;
    for (int ring = around; ring > 0; ring -= 2) {
        const qreal depth = 1.0 - qreal(ring) / around;
        shade.setAlphaF(float(m_style.shade.alphaF() * depth * depth / 3));
        painter.setBrush(shade);
        const qreal grown = ring * 0.8;
        painter.drawRoundedRect(card.adjusted(-grown, -grown + 3, grown, grown).translated(0, 1),
                                m_style.cardRadius + grown, m_style.cardRadius + grown);
    }
    const bool isFocused = m_edit->hasFocus();
    if (isFocused) {
        painter.setBrush(m_style.accentSoft);
        const int ring = m_style.focusWidth;
        painter.drawRoundedRect(card.adjusted(-ring, -ring, ring, ring), m_style.cardRadius + ring,
                                m_style.cardRadius + ring);
    }
    QPen line(isFocused || m_isDropTarget ? m_style.accent : m_style.strongBorder);
    if (m_isDropTarget)
        line.setStyle(Qt::DashLine);
    painter.setPen(line);
    painter.setBrush(m_style.ground);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), m_style.cardRadius,
                            m_style.cardRadius);
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

void Composer::setText(const QString &text)
{
    if (text == m_edit->toPlainText())
        return;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void Composer::clear()
{
    m_edit->clear();
}

void Composer::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
    m_edit->viewport()->update(); // Qt 6.4 only repaints where the caret blinks
}

void Composer::setNote(const QString &text)
{
    m_note->setText(text);
    refresh();
}

void Composer::setCanSend(bool canSend)
{
    m_canSend = canSend;
    refresh();
}

void Composer::setLeastLines(int lines)
{
    m_leastLines = lines;
    m_edit->setLines(m_style.textLine, m_leastLines, m_mostLines);
}

void Composer::setInFlight(bool isInFlight)
{
    if (m_isInFlight == isInFlight)
        return;
    // Whoever has the focus on one of the two buttons keeps it on the other.
    const bool hadFocus = m_send->hasFocus() || m_stop->hasFocus();
    m_isInFlight = isInFlight;
    refresh();
    if (hadFocus)
        (isInFlight ? m_stop : m_send)->setFocus();
}

bool Composer::has(ShownAttachment::State state) const
{
    return std::any_of(attachments().cbegin(), attachments().cend(),
                       [state](const ShownAttachment &one) { return one.state == state; });
}

void Composer::setAttachments(const QList<ShownAttachment> &attachments)
{
    const std::size_t buttons = m_tray->buttons().size();
    m_tray->setAttachments(attachments);
    if (m_tray->buttons().size() != buttons)
        orderTabs();
    fitTray();
    refresh();
    if (m_isSendPending && !has(ShownAttachment::State::Reading))
        send();
}

const QList<ShownAttachment> &Composer::attachments() const
{
    return m_tray->attachments();
}

void Composer::pickFiles()
{
    auto *dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setObjectName(QStringLiteral("attachDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &Composer::filesOffered);
    connect(dialog, &QDialog::finished, this, &Composer::focusText);
    dialog->open();
}

void Composer::setDropTarget(bool isTarget)
{
    if (std::exchange(m_isDropTarget, isTarget) != isTarget)
        refresh();
    update();
}

void Composer::takeDropped(const QMimeData *dropped)
{
    setDropTarget(false);
    m_edit->takeAttachment(dropped);
    focusText();
}

void Composer::acceptPaste()
{
    m_offer->hide();
    const QString text = m_edit->takePasted();
    if (!text.isEmpty())
        Q_EMIT textOffered(text);
    focusText();
}

void Composer::send()
{
    m_isSendPending = false;
    const QString text = m_edit->toPlainText();
    const bool hasContent = !text.trimmed().isEmpty() || !attachments().isEmpty();
    if (!m_isInFlight && m_canSend && hasContent && !has(ShownAttachment::State::Failed)) {
        if (!has(ShownAttachment::State::Reading)) {
            m_offer->hide();
            Q_EMIT sendRequested(text);
            return;
        }
        m_isSendPending = true;
    }
    refresh();
}

QString Composer::hint() const
{
    if (m_isDropTarget)
        return tr("Drop to attach");
    if (m_isInFlight)
        return tr("Esc stops");
    if (has(ShownAttachment::State::Failed))
        return tr("Remove what cannot be attached");
    if (m_isSendPending)
        return tr("Sends when the files are read");
    return m_note->text().isEmpty() ? tr("Enter sends") : tr("Esc cancels");
}

void Composer::refresh()
{
    const bool hasContent = !m_edit->document()->isEmpty() || !attachments().isEmpty();
    m_send->setVisible(!m_isInFlight);
    m_stop->setVisible(m_isInFlight);
    m_send->setEnabled(hasContent && m_canSend && !m_isSendPending
                       && !has(ShownAttachment::State::Failed));
    m_hint->setText(hint());
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTray();
}

// Rows of chips need a height for their width, which the page around asks for too late.
void Composer::fitTray()
{
    const QMargins around = layout()->contentsMargins();
    const int height = m_tray->heightForWidth(width() - around.left() - around.right());
    m_tray->setFixedHeight(height);
    // What the files take, the text gives: the conversation above is to stay in sight.
    m_mostLines =
        std::max(leastOfMostLines, mostLines - int(height / std::max(1.0, m_style.textLine)));
    m_edit->setLines(m_style.textLine, m_leastLines, m_mostLines);
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && !m_note->text().isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT cancelRequested();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void Composer::mousePressEvent(QMouseEvent *event)
{
    focusText();
    event->accept();
}

} // namespace kagura
