// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/keycapture.h"

#include <QKeyEvent>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

bool isModifier(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt
        || key == Qt::Key_Meta || key == Qt::Key_AltGr || key == Qt::Key_unknown || key == 0;
}

QString modifiersText(Qt::KeyboardModifiers modifiers)
{
    // A key that prints nothing of its own, so that the rest is the modifiers in the platform's way.
    const QString text =
        QKeySequence(QKeyCombination(modifiers, Qt::Key_A)).toString(QKeySequence::NativeText);
    return modifiers == Qt::NoModifier ? QString() : text.chopped(1) + u'\u2026';
}

Qt::KeyboardModifiers modifiersOf(const QKeyEvent &event)
{
    return event.modifiers()
        & (Qt::ControlModifier | Qt::ShiftModifier | Qt::AltModifier | Qt::MetaModifier);
}

} // namespace

KeyCapture::KeyCapture(QWidget *parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void KeyCapture::setKeys(const QKeySequence &keys)
{
    m_keys = keys;
    setText(keys.toString(QKeySequence::NativeText));
}

bool KeyCapture::areUsable(const QKeySequence &keys)
{
    if (keys.count() != 1)
        return false;
    const QKeyCombination combination = keys[0];
    const Qt::Key key = combination.key();
    const bool isFunctionKey = key >= Qt::Key_F1 && key <= Qt::Key_F35;
    return isFunctionKey
        || (combination.keyboardModifiers()
            & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

bool KeyCapture::event(QEvent *event)
{
    // Without this the window's own shortcuts would be run in place of being shown.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void KeyCapture::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = modifiersOf(*event);
    if (isModifier(event->key())) {
        setText(modifiersText(modifiers));
        return;
    }
    if (modifiers == Qt::NoModifier) {
        if (event->key() == Qt::Key_Escape) {
            Q_EMIT left();
            return;
        }
        if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete) {
            Q_EMIT cleared();
            return;
        }
    }
    const QKeySequence keys(QKeyCombination(modifiers, Qt::Key(event->key())));
    setKeys(m_keys);
    if (areUsable(keys))
        Q_EMIT captured(keys);
    else
        Q_EMIT refused(keys);
}

void KeyCapture::keyReleaseEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers held = modifiersOf(*event);
    setText(held == Qt::NoModifier ? m_keys.toString(QKeySequence::NativeText)
                                   : modifiersText(held));
}

void KeyCapture::focusOutEvent(QFocusEvent *event)
{
    setKeys(m_keys);
    QLineEdit::focusOutEvent(event);
}

} // namespace kagura
