// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/fieldform.h"

#include "ui/runs/schemafields.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal TextHeight = 64;

} // namespace

FieldForm::FieldForm(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(u"fieldForm"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
}

void FieldForm::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_rows->setSpacing(theme.px(Space::Tight));
    for (Part &part : m_parts)
        dress(part);
}

void FieldForm::setFields(const QList<ShownField> &fields)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_parts.clear();
    for (const ShownField &field : fields) {
        Part part{field};
        auto *head = new QWidget(this);
        head->setObjectName(u"head."_s + field.name);
        auto *headRow = new QHBoxLayout(head);
        headRow->setContentsMargins(0, 0, 0, 0);
        part.label = new Label({TypeSize::Small, ColorToken::Text2}, field.label, head);
        part.label->setObjectName(u"label."_s + field.name);
        const QString hint = field.isRequired && field.hint.isEmpty() ? tr("required") : field.hint;
        part.hint = new Label({TypeSize::Tiny, ColorToken::Text3}, hint, head);
        part.hint->setObjectName(u"hint."_s + field.name);
        headRow->addWidget(part.label);
        headRow->addStretch(1);
        headRow->addWidget(part.hint);
        part.editor = makeEditor(field);
        part.editor->setObjectName(u"field."_s + field.name);
        part.editor->setAccessibleName(hint.isEmpty() ? field.label : field.label + u", "_s + hint);
        part.label->setBuddy(part.editor);
        m_parts.append(part);
        if (field.kind == ShownField::Kind::Paths) {
            auto *add = new Button(ButtonRole::Link, tr("Add files…"), head);
            add->setObjectName(u"add."_s + field.name);
            connect(add, &QPushButton::clicked, this, [this, part] { addPaths(part); });
            headRow->addWidget(add);
        }
        m_rows->addWidget(head);
        m_rows->addWidget(part.editor);
        dress(m_parts.last());
    }
}

QWidget *FieldForm::makeEditor(const ShownField &field)
{
    switch (field.kind) {
    case ShownField::Kind::Boolean: {
        auto *box = new QCheckBox(field.label, this);
        box->setChecked(field.value.is_boolean() && field.value.get<bool>());
        connect(box, &QCheckBox::toggled, this, &FieldForm::edited);
        return box;
    }
    case ShownField::Kind::Choice: {
        auto *box = new QComboBox(this);
        box->addItems(field.choices);
        box->setCurrentText(fieldText(field));
        connect(box, &QComboBox::currentIndexChanged, this, &FieldForm::edited);
        return box;
    }
    case ShownField::Kind::Text:
    case ShownField::Kind::Lines:
    case ShownField::Kind::Paths:
    case ShownField::Kind::Any: {
        auto *edit = new QPlainTextEdit(fieldText(field), this);
        edit->setTabChangesFocus(true);
        connect(edit, &QPlainTextEdit::textChanged, this, &FieldForm::edited);
        return edit;
    }
    default: {
        auto *edit = new QLineEdit(fieldText(field), this);
        if (field.kind == ShownField::Kind::Secret)
            edit->setEchoMode(QLineEdit::Password);
        connect(edit, &QLineEdit::textChanged, this, &FieldForm::edited);
        return edit;
    }
    }
}

void FieldForm::addPaths(const Part &part)
{
    auto *edit = qobject_cast<QPlainTextEdit *>(part.editor);
    auto *dialog = new QFileDialog(this, tr("Add files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, edit, [edit](const QStringList &paths) {
        QString text = edit->toPlainText();
        if (!text.isEmpty() && !text.endsWith(u'\n'))
            text += u'\n';
        edit->setPlainText(text + paths.join(u'\n'));
    });
    dialog->open();
}

void FieldForm::dress(Part &part)
{
    part.label->setTheme(m_theme);
    part.hint->setTheme(m_theme);
    part.editor->setFont(m_theme.font(TypeSize::Body));
    if (auto *edit = qobject_cast<QPlainTextEdit *>(part.editor)) {
        edit->setFixedHeight(m_theme.px(TextHeight));
        edit->document()->setDocumentMargin(m_theme.px(Space::Small));
    }
    for (Button *button : findChildren<Button *>())
        button->setTheme(m_theme);
}

QString FieldForm::textOf(const QWidget *editor)
{
    if (const auto *box = qobject_cast<const QCheckBox *>(editor))
        return box->isChecked() ? u"true"_s : u"false"_s;
    if (const auto *box = qobject_cast<const QComboBox *>(editor))
        return box->currentText();
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(editor))
        return edit->toPlainText();
    return qobject_cast<const QLineEdit *>(editor)->text();
}

Result<Json> FieldForm::values() const
{
    Json values = Json::object();
    for (const Part &part : m_parts) {
        const Result<Json> value = fieldValue(part.field, textOf(part.editor));
        if (!value)
            return value.error();
        if (!value->is_null())
            values[part.field.name.toStdString()] = *value;
    }
    return values;
}

void FieldForm::focusFirst()
{
    if (!m_parts.isEmpty())
        m_parts.first().editor->setFocus();
}

} // namespace kagura
