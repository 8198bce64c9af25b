// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/settingscontroller.h"

#include "app/desktop/budgetcontroller.h"
#include "app/desktop/connectwords.h"
#include "app/desktop/teamcontroller.h"
#include "core/storage/datafolder.h"
#include "ui/settings/appearancepane.h"
#include "ui/settings/datapane.h"
#include "ui/settings/providerspane.h"
#include "ui/settings/settingspage.h"

#include <QDesktopServices>
#include <QUrl>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QList<ModelEntry> modelsOf(const ProviderStand &stand)
{
    QList<ModelEntry> models;
    for (const ModelInfo &info : stand.models) {
        ModelEntry entry;
        entry.id = info.id;
        entry.contextTokens = info.contextTokens;
        const auto facts =
            std::find_if(stand.facts.cbegin(), stand.facts.cend(),
                         [&info](const ModelFacts &one) { return one.id == info.id; });
        if (facts != stand.facts.cend()) {
            if (!entry.contextTokens)
                entry.contextTokens = facts->contextTokens;
            entry.inputPrice = facts->prices.input;
            entry.outputPrice = facts->prices.output;
            entry.cachedPrice = facts->prices.cacheRead;
        }
        models.append(entry);
    }
    return models;
}

} // namespace

SettingsController::SettingsController(ChatEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_page(std::make_unique<SettingsPage>())
    , m_budget(std::make_unique<BudgetController>(engine, m_page->cache()))
    , m_team(std::make_unique<TeamController>(engine, m_page->team()))
{
    listenToPage();
    connect(&m_engine.providers(), &ProviderDesk::providersChanged, this,
            &SettingsController::showProviders);
    connect(&m_engine.providers(), &ProviderDesk::providerTested, this,
            [this](const QString &provider, const std::optional<Error> &failure, int modelCount,
                   qint64 milliseconds) {
                m_page->providers().showTestResult(provider,
                                                   testWords(failure, modelCount, milliseconds));
            });
}

SettingsController::~SettingsController() = default;

void SettingsController::tell(std::function<void(ProviderDesk &)> work)
{
    ProviderDesk *desk = &m_engine.providers();
    QMetaObject::invokeMethod(desk, [desk, work = std::move(work)] { work(*desk); });
}

void SettingsController::listenToPage()
{
    connect(m_page.get(), &SettingsPage::shown, this,
            [this] { tell([](ProviderDesk &desk) { desk.listModels(); }); });
    ProvidersPane *providers = &m_page->providers();
    connect(providers, &ProvidersPane::addRequested, this,
            [this] { Q_EMIT connectRequested(QString()); });
    connect(providers, &ProvidersPane::replaceKeyRequested, this,
            &SettingsController::connectRequested);
    connect(providers, &ProvidersPane::signInRequested, this, &SettingsController::signInRequested);
    connect(providers, &ProvidersPane::signOutRequested, this,
            &SettingsController::signOutRequested);
    connect(providers, &ProvidersPane::testRequested, this, [this](const ProviderConfig &config) {
        tell([config](ProviderDesk &desk) { desk.testKept(config); });
    });
    connect(providers, &ProvidersPane::configChanged, this, [this](const ProviderConfig &config) {
        tell([config](ProviderDesk &desk) { desk.save(config); });
    });
    connect(providers, &ProvidersPane::removed, this, [this](const QString &provider) {
        tell([provider](ProviderDesk &desk) { desk.remove(provider); });
    });
    connect(providers, &ProvidersPane::listRequested, this, [this](const QString &provider) {
        tell([provider](ProviderDesk &desk) { desk.listModelsAgain(provider); });
    });
    connect(&m_page->appearance(), &AppearancePane::themeChosen, this,
            &SettingsController::themeChosen);
    connect(&m_page->appearance(), &AppearancePane::zoomChosen, this,
            &SettingsController::zoomChosen);
    connect(&m_page->appearance(), &AppearancePane::languageChosen, this,
            &SettingsController::languageChosen);
    connect(&m_page->data(), &DataPane::openRequested, this,
            [](const QString &folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
}

void SettingsController::showFolders()
{
    const Result<DataFolder> folder = DataFolder::open();
    m_page->data().showFolders(folder ? folder->path() : QString(), configFolder(),
                               folder ? folder->backupPath() : QString());
}

void SettingsController::showProviders(const QList<ProviderStand> &stands)
{
    QList<ProviderEntry> entries;
    for (const ProviderStand &stand : stands) {
        ProviderEntry entry;
        entry.config = stand.config;
        entry.title = stand.title;
        entry.callPath = callPath(stand.config.dialect);
        entry.keyWords = keyWords(stand.config, stand.keyOrigin);
        entry.models = modelsOf(stand);
        entry.signInTitle = stand.signInTitle;
        entry.clientId = stand.clientId;
        entry.isSignedIn = stand.keyOrigin == KeyReply::Origin::SignIn;
        if (stand.listedAt.isValid())
            entry.listWords =
                tr("list of %1").arg(stand.listedAt.toLocalTime().time().toString(u"HH:mm"_s));
        const bool lacksKey = stand.config.needsKey && stand.keyOrigin == KeyReply::Origin::None;
        if (lacksKey) {
            entry.state = ProviderEntry::State::NoKey;
            entry.stateWords = tr("Key missing");
        } else if (!stand.failure.isEmpty()) {
            entry.state = ProviderEntry::State::Failed;
            entry.stateWords = stand.failure;
        } else if (stand.listedAt.isValid()) {
            entry.state = ProviderEntry::State::Works;
            entry.stateWords = stand.models.size() == 1
                ? tr("1 model")
                : tr("%n models", nullptr, int(stand.models.size()));
        } else {
            entry.stateWords = entry.keyWords;
        }
        entries.append(entry);
    }
    m_page->providers().setEntries(entries);
}

} // namespace kagura
