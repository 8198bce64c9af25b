// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/providerform.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal LabelColumn = 104;
constexpr qreal NumberWidth = 104;
constexpr qreal FigureWidth = 108;
constexpr int HeaderLines = 2;
constexpr int wholeRow = 3; // columns beside the label

// Rows stand further apart than a field and the words below it.
void addGap(QGridLayout *grid, int row)
{
    grid->addItem(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed), row, 0);
}

} // namespace

ProviderForm::ProviderForm(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"providerForm"_s);
    auto *rows = new QVBoxLayout(this);
    rows->setSpacing(0);
    rows->addWidget(buildHead());
    rows->addLayout(buildConnection());
    rows->addLayout(buildNumbers());
    rows->addLayout(buildModels(), 1);
    connect(m_test, &QPushButton::clicked, this, [this] {
        const auto applied = typed().appliedTo(m_entry.config);
        if (const auto *config = std::get_if<ProviderConfig>(&applied)) {
            showTestResult({NoticeText::Kind::Neutral, tr("Asking for the list of models\u2026")});
            Q_EMIT testRequested(*config);
        } else {
            showFault(std::get<ProviderFields::Fault>(applied));
        }
    });
    connect(m_replace, &QPushButton::clicked, this,
            [this] { Q_EMIT replaceKeyRequested(m_entry.config.name); });
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        if (m_entry.isSignedIn)
            Q_EMIT signOutRequested(m_entry.config.name);
        else
            Q_EMIT signInRequested(m_entry);
    });
    connect(m_baseUrl, &QLineEdit::textEdited, this, &ProviderForm::showTarget);
    connect(m_proxy, &QComboBox::activated, this, [this] {
        m_proxyUrl->setVisible(typed().proxy == NetworkProfile::Proxy::Custom);
        if (m_proxyUrl->isVisible() && m_proxyUrl->text().isEmpty())
            m_proxyUrl->setFocus(); // there is nothing to apply yet
        else
            apply();
    });
}

ProviderForm::~ProviderForm()
{
    // A field that loses the focus because it dies is not left.
    for (QLineEdit *field : findChildren<QLineEdit *>())
        field->disconnect(this);
    m_headers->removeEventFilter(this);
}

QWidget *ProviderForm::buildHead()
{
    auto *head = new Panel(ColorToken::Surface, Qt::BottomEdge, this);
    head->setObjectName(u"providerHead"_s);
    m_title = new Label(
        {TypeSize::Reading, ColorToken::Text, QFont::DemiBold, LabelLook::Fit::Elided}, {}, head);
    m_title->setObjectName(u"providerTitle"_s);
    m_dialect = new Label({TypeSize::Small, ColorToken::Text2}, {}, head);
    m_dialect->setObjectName(u"providerDialect"_s);
    auto *remove = new Button(ButtonRole::Quiet, tr("Remove"), head);
    remove->setObjectName(u"removeProvider"_s);
    connect(remove, &QPushButton::clicked, this,
            [this] { Q_EMIT removeRequested(m_entry.config.name); });
    auto *row = new QHBoxLayout(head);
    row->addWidget(m_title);
    row->addWidget(m_dialect);
    row->addStretch(1);
    row->addWidget(remove);
    return head;
}

QLineEdit *ProviderForm::makeField(const QString &objectName)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(objectName);
    connect(field, &QLineEdit::editingFinished, this, &ProviderForm::apply);
    return field;
}

Label *ProviderForm::makeHint(const QString &objectName)
{
    auto *hint = new Label(
        {TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped}, {}, this);
    hint->setObjectName(objectName);
    return hint;
}

void ProviderForm::addRow(
    QGridLayout *grid, const QString &words, QWidget *field, Name name, int span)
{
    auto *label = new Label({TypeSize::Body, ColorToken::Text2}, words, this);
    label->setObjectName(field->objectName() + u"Label"_s);
    label->setBuddy(field);
    field->setAccessibleName(words);
    Label *hint = makeHint(field->objectName() + u"Hint"_s);
    m_hints.insert(name, hint);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1, 1, span);
    grid->addWidget(hint, row + 1, 1, 1, wholeRow);
    addGap(grid, row + 2);
}

QGridLayout *ProviderForm::buildConnection()
{
    auto *grid = new QGridLayout;
    grid->setObjectName(u"connection"_s);
    grid->setColumnStretch(1, 1);
    m_baseUrl = makeField(u"baseUrl"_s);
    addRow(grid, tr("Base URL"), m_baseUrl, Name::BaseUrl, wholeRow);

    auto *keyLabel = new Label({TypeSize::Body, ColorToken::Text2}, tr("Key"), this);
    keyLabel->setObjectName(u"keyLabel"_s);
    m_keyWords = new Label(
        {TypeSize::Body, ColorToken::Text, QFont::Normal, LabelLook::Fit::Elided}, {}, this);
    m_keyWords->setObjectName(u"keyWords"_s);
    m_signIn = new Button(ButtonRole::Secondary, {}, this);
    m_signIn->setObjectName(u"signIn"_s);
    m_replace = new Button(ButtonRole::Secondary, tr("Replace\u2026"), this);
    m_replace->setObjectName(u"replaceKey"_s);
    m_replace->setAccessibleName(tr("Replace the key"));
    m_test = new Button(ButtonRole::Secondary, tr("Test"), this);
    m_test->setObjectName(u"testProvider"_s);
    m_test->setAccessibleName(tr("Test the connection"));
    int row = grid->rowCount();
    grid->addWidget(keyLabel, row, 0);
    auto *key = new QHBoxLayout;
    key->setObjectName(u"keyRow"_s);
    key->addWidget(m_keyWords, 1);
    key->addWidget(m_signIn);
    grid->addLayout(key, row, 1);
    grid->addWidget(m_replace, row, 2);
    grid->addWidget(m_test, row, 3);
    m_result = new Notice(this);
    m_result->setObjectName(u"testResult"_s);
    grid->addWidget(m_result, row + 1, 1, 1, wholeRow);
    addGap(grid, row + 2);

    m_proxy = new QComboBox(this);
    m_proxy->setObjectName(u"proxy"_s);
    m_proxy->setAccessibleName(tr("Proxy"));
    m_proxy->addItem(tr("Same as the system"), int(NetworkProfile::Proxy::System));
    m_proxy->addItem(tr("None"), int(NetworkProfile::Proxy::None));
    m_proxy->addItem(tr("This one"), int(NetworkProfile::Proxy::Custom));
    m_proxyUrl = makeField(u"proxyUrl"_s);
    m_proxyUrl->setPlaceholderText(u"http://proxy.example:3128"_s);
    auto *proxy = new QWidget(this);
    proxy->setObjectName(u"proxyRow"_s);
    auto *proxyRow = new QHBoxLayout(proxy);
    proxyRow->setContentsMargins(0, 0, 0, 0);
    proxyRow->addWidget(m_proxy);
    proxyRow->addWidget(m_proxyUrl, 1);
    proxyRow->addStretch();
    addRow(grid, tr("Proxy"), proxy, Name::ProxyUrl, wholeRow);
    m_proxyUrl->setAccessibleName(tr("Address of the proxy"));

    m_caFile = makeField(u"caFile"_s);
    m_caFile->setPlaceholderText(tr("A PEM file beside the system's authorities"));
    row = grid->rowCount();
    addRow(grid, tr("Authority"), m_caFile, Name::CaFile, wholeRow - 1);
    auto *choose = new Button(ButtonRole::Secondary, tr("Choose\u2026"), this);
    choose->setObjectName(u"chooseCaFile"_s);
    choose->setAccessibleName(tr("Choose a file of authorities"));
    connect(choose, &QPushButton::clicked, this, &ProviderForm::chooseCaFile);
    grid->addWidget(choose, row, 3);

    m_headers = new QPlainTextEdit(this);
    m_headers->setObjectName(u"headers"_s);
    m_headers->setTabChangesFocus(true);
    m_headers->setPlaceholderText(tr("X-Team: blue"));
    m_headers->installEventFilter(this);
    addRow(grid, tr("Headers"), m_headers, Name::Headers, wholeRow);
    return grid;
}

QGridLayout *ProviderForm::buildNumbers()
{
    auto *grid = new QGridLayout;
    grid->setObjectName(u"numbers"_s);
    const auto heading = [&](const QString &words, int column) {
        auto *label = new Label({TypeSize::Body, ColorToken::Text, QFont::DemiBold}, words, this);
        label->setObjectName(u"numbersHead%1"_s.arg(column));
        grid->addWidget(label, 0, column, 1, 3);
    };
    heading(tr("Timeouts"), 0);
    heading(tr("Limits"), 4);
    Label *hint = makeHint(u"numbersHint"_s);
    const auto number = [&](Name name, const QString &words, const QString &objectName,
                            int column) {
        auto *label = new Label({TypeSize::Small, ColorToken::Text2}, words, this);
        label->setObjectName(objectName + u"Label"_s);
        QLineEdit *field = makeField(objectName);
        field->setAccessibleName(words);
        field->setPlaceholderText(tr("no limit"));
        label->setBuddy(field);
        grid->addWidget(label, 1, column);
        grid->addWidget(field, 2, column);
        m_numbers.insert(name, field);
        m_hints.insert(name, hint);
    };
    number(Name::FirstByte, tr("First byte, s"), u"firstByte"_s, 0);
    number(Name::Idle, tr("Silence, s"), u"idle"_s, 1);
    number(Name::Total, tr("Whole call, s"), u"total"_s, 2);
    number(Name::Concurrency, tr("Calls at once"), u"concurrency"_s, 4);
    number(Name::Requests, tr("Requests a minute"), u"requests"_s, 5);
    number(Name::Tokens, tr("Tokens a minute"), u"tokens"_s, 6);
    grid->setColumnStretch(7, 1);
    grid->addWidget(hint, 3, 0, 1, -1);
    return grid;
}

QVBoxLayout *ProviderForm::buildModels()
{
    auto *rows = new QVBoxLayout;
    rows->setObjectName(u"models"_s);
    auto *head = new QHBoxLayout;
    auto *title =
        new Label({TypeSize::Body, ColorToken::Text, QFont::DemiBold}, tr("Models"), this);
    m_modelsHead = new Label(
        {TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Elided}, {}, this);
    title->setObjectName(u"modelsTitle"_s);
    m_modelsHead->setObjectName(u"modelsHead"_s);
    auto *refresh = new Button(ButtonRole::Link, tr("Refresh list"), this);
    refresh->setObjectName(u"refreshModels"_s);
    connect(refresh, &QPushButton::clicked, this,
            [this] { Q_EMIT listRequested(m_entry.config.name); });
    head->addWidget(title);
    head->addWidget(m_modelsHead, 1);
    head->addWidget(refresh);
    rows->addLayout(head);
    m_table = new QTableView(this);
    m_table->setObjectName(u"modelTable"_s);
    m_table->setAccessibleName(tr("Models"));
    m_table->setModel(&m_models);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setObjectName(u"modelTableHead"_s);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(ModelTableModel::Name, QHeaderView::Stretch);
    rows->addWidget(m_table, 1);
    rows->addStretch();
    return rows;
}

void ProviderForm::setTheme(const Theme &theme)
{
    m_theme = theme;
    const int margin = theme.px(Space::Wide);
    const int gap = theme.px(Space::Small);
    auto *rows = static_cast<QVBoxLayout *>(layout());
    rows->setContentsMargins(0, 0, 0, margin);
    QWidget *head = m_title->parentWidget();
    head->setFixedHeight(theme.px(Measure::Head));
    head->layout()->setContentsMargins(margin, 0, theme.px(Space::Large), 0);
    head->layout()->setSpacing(gap);
    for (int i = 1; i < rows->count(); ++i)
        rows->itemAt(i)->layout()->setContentsMargins(margin, theme.px(Space::Large), margin, 0);
    auto *connection = static_cast<QGridLayout *>(rows->itemAt(1)->layout());
    connection->setHorizontalSpacing(gap);
    connection->setVerticalSpacing(theme.px(Space::Tight));
    for (int row = 0; row < connection->rowCount(); ++row) {
        QLayoutItem *first = connection->itemAtPosition(row, 0);
        if (first != nullptr && first->spacerItem() != nullptr)
            connection->setRowMinimumHeight(row, theme.px(Space::Tight));
    }
    connection->setColumnMinimumWidth(0, theme.px(LabelColumn));
    auto *numbers = static_cast<QGridLayout *>(rows->itemAt(2)->layout());
    numbers->setHorizontalSpacing(theme.px(Space::Medium));
    numbers->setVerticalSpacing(theme.px(Space::Tight));
    numbers->setColumnMinimumWidth(3, theme.px(Space::Large));
    for (QLineEdit *field : std::as_const(m_numbers))
        field->setFixedWidth(theme.px(NumberWidth));
    auto *models = static_cast<QVBoxLayout *>(rows->itemAt(3)->layout());
    models->setSpacing(gap);
    for (QLineEdit *field : {m_baseUrl, m_proxyUrl, m_caFile})
        field->setFixedHeight(theme.px(Measure::Control));
    m_baseUrl->setFont(theme.codeFont());
    m_headers->setFont(theme.codeFont());
    m_headers->setFixedHeight(HeaderLines * QFontMetrics(theme.codeFont()).lineSpacing()
                              + theme.px(Space::Large));
    for (const ModelTableModel::Column column : {ModelTableModel::Context, ModelTableModel::Input,
                                                 ModelTableModel::Output, ModelTableModel::Cached})
        m_table->horizontalHeader()->resizeSection(column, theme.px(FigureWidth));
    m_table->verticalHeader()->setDefaultSectionSize(theme.px(Measure::Row));
    m_table->horizontalHeader()->setFixedHeight(theme.px(Measure::Row));
    m_table->setMinimumHeight(theme.px(Measure::Row) * 4);
    for (Label *label : findChildren<Label *>())
        label->setTheme(theme);
    for (Button *button : findChildren<Button *>())
        button->setTheme(theme);
    for (Panel *panel : findChildren<Panel *>())
        panel->setTheme(theme);
    m_result->setTheme(theme);
}

void ProviderForm::setEntry(const ProviderEntry &entry)
{
    const bool isAnother = entry.config.name != m_entry.config.name;
    const bool isConfigNew = isAnother || entry.config != m_entry.config;
    m_entry = entry;
    if (isAnother)
        m_result->setText({});
    m_title->setText(entry.title);
    m_dialect->setText(dialectName(entry.config.dialect));
    m_keyWords->setText(entry.keyWords);
    m_models.setModels(entry.models);
    m_table->setVisible(!entry.models.isEmpty());
    m_signIn->setVisible(entry.isSignedIn || !entry.signInTitle.isEmpty());
    m_signIn->setText(entry.isSignedIn ? tr("Sign out")
                                       : tr("Sign in with %1\u2026").arg(entry.signInTitle));
    m_replace->setVisible(!entry.isSignedIn); // a key would not be used
    m_replace->setText(entry.state == ProviderEntry::State::NoKey ? tr("Set\u2026")
                                                                  : tr("Replace\u2026"));
    const QString count = entry.models.size() == 1
        ? tr("1 model")
        : tr("%n models", nullptr, int(entry.models.size()));
    m_modelsHead->setText(entry.listWords.isEmpty() ? tr("not listed yet")
                                                    : count + u", "_s + entry.listWords);
    if (isConfigNew)
        showFields();
}

void ProviderForm::showFields()
{
    const ProviderFields fields = ProviderFields::of(m_entry.config);
    const auto show = [](QLineEdit *field, const QString &text) {
        if (!field->hasFocus() || !field->isModified())
            field->setText(text);
    };
    show(m_baseUrl, fields.baseUrl);
    show(m_proxyUrl, fields.proxyUrl);
    show(m_caFile, fields.caFile);
    m_proxy->setCurrentIndex(m_proxy->findData(int(fields.proxy)));
    m_proxyUrl->setVisible(fields.proxy == NetworkProfile::Proxy::Custom);
    if (!m_headers->hasFocus())
        m_headers->setPlainText(fields.headers);
    show(m_numbers.value(Name::FirstByte), fields.firstByte);
    show(m_numbers.value(Name::Idle), fields.idle);
    show(m_numbers.value(Name::Total), fields.total);
    show(m_numbers.value(Name::Concurrency), fields.concurrency);
    show(m_numbers.value(Name::Requests), fields.requests);
    show(m_numbers.value(Name::Tokens), fields.tokens);
    showFault({});
    showTarget();
}

ProviderFields ProviderForm::typed() const
{
    ProviderFields fields;
    fields.baseUrl = m_baseUrl->text();
    fields.proxy = NetworkProfile::Proxy(m_proxy->currentData().toInt());
    fields.proxyUrl = m_proxyUrl->text();
    fields.caFile = m_caFile->text();
    fields.headers = m_headers->toPlainText();
    fields.firstByte = m_numbers.value(Name::FirstByte)->text();
    fields.idle = m_numbers.value(Name::Idle)->text();
    fields.total = m_numbers.value(Name::Total)->text();
    fields.concurrency = m_numbers.value(Name::Concurrency)->text();
    fields.requests = m_numbers.value(Name::Requests)->text();
    fields.tokens = m_numbers.value(Name::Tokens)->text();
    return fields;
}

void ProviderForm::apply()
{
    const auto applied = typed().appliedTo(m_entry.config);
    if (const auto *fault = std::get_if<ProviderFields::Fault>(&applied)) {
        showFault(*fault);
        return;
    }
    showFault({});
    showTarget();
    const auto &config = std::get<ProviderConfig>(applied);
    if (config == m_entry.config)
        return;
    m_entry.config = config;
    Q_EMIT configChanged(config);
}

void ProviderForm::showFault(const ProviderFields::Fault &fault)
{
    for (auto hint = m_hints.cbegin(); hint != m_hints.cend(); ++hint) {
        const bool isIt = !fault.words.isEmpty() && hint.value() == m_hints.value(fault.field);
        if (hint.key() == Name::BaseUrl && !isIt)
            continue; // it says where calls go
        hint.value()->setText(isIt ? fault.words : QString());
        hint.value()->setInk(isIt ? ColorToken::Fail : ColorToken::Text2);
        hint.value()->setVisible(isIt);
    }
}

void ProviderForm::showTarget()
{
    Label *hint = m_hints.value(Name::BaseUrl);
    QString base = m_baseUrl->text().trimmed();
    while (base.endsWith(u'/'))
        base.chop(1);
    hint->setText(tr("Calls go to %1").arg(base + m_entry.callPath));
    hint->setInk(ColorToken::Text2);
}

void ProviderForm::showTestResult(const NoticeText &result)
{
    m_result->setText(result);
}

void ProviderForm::chooseCaFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Certificates of authorities"), {},
                                                      tr("Certificates (*.pem *.crt *.cer)"));
    if (path.isEmpty())
        return;
    m_caFile->setText(path);
    apply();
}

bool ProviderForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_headers && event->type() == QEvent::FocusOut)
        apply();
    return QWidget::eventFilter(watched, event);
}

} // namespace kagura
