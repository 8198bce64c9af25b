// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/modelpicker.h"

#include "ui/chat/displaytext.h"
#include "ui/chat/modeldelegate.h"
#include "ui/theme/buttonrole.h"

#include <QEvent>
#include <QFrame>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace kagura {
namespace {

constexpr int mostRows = 12;
constexpr int maxNameLength = 60;

} // namespace

ModelPicker::ModelPicker(ModelListModel &model, QWidget *parent)
    : QPushButton(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("modelPicker"));
    setButtonRole(this, ButtonRole::Picker);
    setToolTip(tr("Choose the model (Ctrl+M)"));
    m_popup = new QFrame(this, Qt::Popup);
    m_popup->setObjectName(QStringLiteral("modelPopup"));
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_popup->setAccessibleName(tr("Models"));
    m_filter = new QLineEdit(m_popup);
    m_filter->setObjectName(QStringLiteral("modelFilter"));
    m_filter->setAccessibleName(tr("Filter models"));
    m_filter->setPlaceholderText(tr("Filter models"));
    m_filter->installEventFilter(this);
    m_list = new QListView(m_popup);
    m_list->setObjectName(QStringLiteral("modelList"));
    m_list->setAccessibleName(tr("Models"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ModelDelegate(m_list));
    m_connect = new QPushButton(tr("Connect a model\u2026"), m_popup);
    m_connect->setObjectName(QStringLiteral("connectModel"));
    m_connect->setAccessibleName(tr("Connect a model"));
    setButtonRole(m_connect, ButtonRole::Link);
    auto *column = new QVBoxLayout(m_popup);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(m_connect);

    connect(this, &QPushButton::clicked, this, &ModelPicker::openList);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setFilter(text);
        m_list->setCurrentIndex(m_model.firstChoice());
    });
    // Lists of models arrive while one looks.
    connect(&m_model, &ModelListModel::modelReset, this, [this] {
        if (!m_popup->isVisible())
            return;
        fitList();
        markCurrent();
    });
    connect(m_list, &QListView::clicked, this, &ModelPicker::take);
    connect(m_connect, &QPushButton::clicked, this, [this] {
        m_popup->hide();
        Q_EMIT connectRequested();
    });
    setCurrent({});
}

void ModelPicker::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    static_cast<ModelDelegate *>(m_list->itemDelegate())->setChatStyle(style);
    m_popup->layout()->setContentsMargins(style.gap, style.gap, style.gap, style.gap);
    m_popup->layout()->setSpacing(style.gap);
    m_filter->setFixedHeight(style.button);
    m_connect->setIcon(style.icons.value(QStringLiteral("plus")));
}

void ModelPicker::setCurrent(const ModelChoice &choice)
{
    m_current = choice;
    // "Guide · offline" says whose it is by itself.
    const QString whole = choice.title.startsWith(choice.providerTitle)
        ? choice.title
        : choice.title + QStringLiteral(" \u00B7 ") + choice.providerTitle;
    const QString name = choice.isEmpty() ? tr("Choose a model") : DisplayText::line(whole);
    QString shown =
        name.size() > maxNameLength ? name.left(maxNameLength - 1) + QChar(u'\u2026') : name;
    setText(shown.replace(u'&', QStringLiteral("&&")));
    setAccessibleName(tr("Model: %1").arg(name));
}

void ModelPicker::openList()
{
    m_filter->clear();
    m_model.setFilter({});
    fitList();
    markCurrent();
    const QPoint corner =
        mapToGlobal(QPoint(width() - m_popup->width(), height() + m_style.gap / 2));
    const QRect room = screen() ? screen()->availableGeometry() : QRect(corner, m_popup->size());
    m_popup->move(
        std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - m_popup->width())),
        corner.y());
    m_popup->show();
    m_filter->setFocus(Qt::PopupFocusReason);
    Q_EMIT opened();
}

void ModelPicker::markCurrent()
{
    const QModelIndex current = m_model.indexOf(m_current);
    m_list->setCurrentIndex(current.isValid() ? current : m_model.firstChoice());
}

void ModelPicker::fitList()
{
    int height = 0;
    for (int row = 0; row < std::min(m_model.rowCount(), mostRows); ++row)
        height += m_list->sizeHintForIndex(m_model.index(row)).height();
    m_list->setFixedHeight(height);
    m_popup->adjustSize();
    m_popup->resize(std::max(m_popup->sizeHint().width(), m_style.column * 2 / 5),
                    m_popup->sizeHint().height());
}

void ModelPicker::take(const QModelIndex &index)
{
    const ModelChoice choice = m_model.choiceAt(index);
    if (choice.isEmpty())
        return;
    m_popup->hide();
    setCurrent(choice);
    Q_EMIT chosen(choice);
}

void ModelPicker::step(int by)
{
    int row = m_list->currentIndex().row();
    do {
        row += by;
    } while (row >= 0 && row < m_model.rowCount()
             && m_model.choiceAt(m_model.index(row)).isEmpty());
    if (row >= 0 && row < m_model.rowCount())
        m_list->setCurrentIndex(m_model.index(row));
}

bool ModelPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QPushButton::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(m_list->currentIndex());
        return true;
    default:
        return QPushButton::eventFilter(watched, event);
    }
}

} // namespace kagura
