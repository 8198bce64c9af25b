// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"

#include "app/desktop/connectwords.h"
#include "app/desktop/runcontroller.h"
#include "app/desktop/settingscontroller.h"
#include "app/desktop/signincontroller.h"
#include "app/desktop/startwatch.h"
#include "app/desktop/storagewords.h"
#include "core/llm/keyrecogniser.h"
#include "core/storage/datafolder.h"
#include "ui/chat/chatstyle.h"
#include "ui/chat/composer.h"
#include "ui/chat/composeredit.h"
#include "ui/chat/conversationlist.h"
#include "ui/chat/instructionsbutton.h"
#include "ui/chat/modelpicker.h"
#include "ui/chat/promptpicker.h"
#include "ui/chat/transcriptview.h"
#include "ui/settings/appearancepane.h"
#include "ui/settings/datapane.h"
#include "ui/settings/providerentry.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/shortcutspane.h"
#include "ui/shell/connectdialog.h"

#include <QApplication>
#include <QDesktopServices>
#include <QRegularExpression>
#include <QUrl>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

const QHash<QString, ThemeController::Choice> &themeChoices()
{
    static const QHash<QString, ThemeController::Choice> choices = {
        {u"system"_s, ThemeController::Choice::System},
        {u"light"_s, ThemeController::Choice::Light},
        {u"dark"_s, ThemeController::Choice::Dark},
    };
    return choices;
}

} // namespace

Desktop::Desktop()
    : m_engine(new ChatEngine)
{
    m_engineThread.setObjectName(u"kagura-engine"_s);
    m_engine->moveToThread(&m_engineThread);
    connect(&m_engineThread, &QThread::finished, m_engine, &QObject::deleteLater);
}

Desktop::~Desktop()
{
    m_control.close();
    m_place.reset();
    m_switch.reset();
    m_chat.reset();
    m_runs.reset();
    m_cache.reset();
    m_signIn.reset();
    m_settings.reset();
    m_files.reset();
    m_window.reset();
    // Behind everything that was told before, so that the last settings are saved, too.
    if (m_engineThread.isRunning())
        tell([](ChatEngine &) { QThread::currentThread()->quit(); });
    m_engineThread.wait();
    if (!m_engineThread.isFinished())
        delete m_engine; // it was never started
}

void Desktop::start(Beginning beginning)
{
    m_beginning = beginning;
    const Result<DataFolder> folder = DataFolder::open();
    if (folder) {
        const Result<void> listening = m_control.listen(folder->path());
        if (!listening && listening.error().kind == Error::Kind::Overloaded) {
            raiseFirstInstance();
            return;
        }
        m_control.addMethod(u"window.raise"_s,
                            [this](const Json &, const ControlServer::Respond &respond) {
                                m_window->raiseToFront();
                                respond(Json(true));
                            });
    }
    showWindow();
}

void Desktop::raiseFirstInstance()
{
    const Result<DataFolder> folder = DataFolder::open();
    m_raiseCall = callOwner(folder->path(), u"window.raise"_s);
    connect(m_raiseCall.get(), &Handle::finished, this, [this] {
        // The other one may just be ending: then this is the first.
        if (m_raiseCall->failure())
            showWindow();
        else
            QApplication::quit();
    });
}

void Desktop::showWindow()
{
    // Read here as well as in the engine, so that the window never shows in the wrong clothes first.
    Settings saved(configFolder());
    const Result<void> loaded = saved.load();
    m_language.use(saved.value(settings::Language));
    m_theme.setChoice(themeChoices().value(saved.value(settings::Theme)));
    m_theme.setZoomPercent(static_cast<int>(saved.value(settings::ZoomPercent)));
    m_window = std::make_unique<MainWindow>();
    addPages();
    m_window->setState(tr("Starting"), ColorToken::Wait);
    addCommands();
    followShortcuts(saved.json(settings::Shortcuts));
    followTheme();
    followEngine();
    followPages();
    followSettings();
    followPlace(saved);
    const QString place = saved.value(settings::WindowGeometry);
    if (!m_window->restoreGeometry(QByteArray::fromBase64(place.toLatin1())))
        m_window->resize(MainWindow::firstSize(m_theme.theme()));
    new StartWatch(m_chat->page().composer().edit());
    // Before the pages are seen: what they ask of the engine then comes behind its start.
    tell([](ChatEngine &engine) { engine.start(); });
    m_window->show();
    if (!loaded)
        m_window->notify(loaded.error().message);
    if (m_beginning == Beginning::OtherLanguage)
        m_settings->page().appearance().focusLanguage();
    else
        m_chat->page().focusComposer();
    m_engineThread.start();
}

void Desktop::addPages()
{
    m_chat = std::make_unique<ChatController>(*m_engine);
    m_window->addPage(&m_chat->page(), u"chat"_s, tr("Chat"));
    addRuns();
    m_cache = std::make_unique<CacheController>(*m_engine);
    m_window->addPage(&m_cache->page(), u"cache"_s, tr("Cache"));
    m_settings = std::make_unique<SettingsController>(*m_engine);
    m_window->addPage(&m_settings->page(), u"settings"_s, tr("Settings"),
                      MainWindow::Place::Bottom);
    m_settings->showFolders();
}

void Desktop::followTheme()
{
    const auto dress = [this](const Theme &theme) {
        m_window->setTheme(theme);
        m_chat->setChatStyle(ChatStyle::of(theme));
        m_runs->setTheme(theme);
        m_cache->setTheme(theme);
        m_settings->page().setTheme(theme);
        m_settings->page().appearance().showChoices(m_theme.choice(), m_theme.zoomPercent());
    };
    connect(&m_theme, &ThemeController::changed, this, dress);
    dress(m_theme.theme());
}

void Desktop::followEngine()
{
    connect(m_engine, &ChatEngine::started, this,
            [this](const QString &theme, qint64 zoomPercent, const QList<ProviderPreset> &presets) {
                m_presets = presets;
                m_theme.setChoice(themeChoices().value(theme));
                m_theme.setZoomPercent(static_cast<int>(zoomPercent));
            });
    connect(&m_engine->providers(), &ProviderDesk::keyPlaceFound, this,
            [this](const KeyPlace &place) { m_keyPlace = place; });
    connect(m_engine, &ChatEngine::storageChanged, this, [this](const DatabaseState &state) {
        m_window->setBanner(u"storage"_s, storageNotice(state));
    });
    connect(m_engine, &ChatEngine::storageRestored, this, [this](const RestoreReport &report) {
        m_window->setBanner(u"restored"_s, restoreNotice(report));
    });
    connect(m_engine, &ChatEngine::notice, m_window.get(), &MainWindow::notify);
    connect(m_engine, &ChatEngine::cacheModeChanged, this, &Desktop::showCacheMode);
    connect(m_engine, &ChatEngine::callsInFlight, m_window.get(), &MainWindow::setCallsInFlight);
    connect(&m_engine->providers(), &ProviderDesk::modelsOffered, this,
            [this](const QList<OfferedModel> &, const ModelRef &chosen) {
                const bool isGuide = chosen == Services::guideModel();
                m_window->setState(isGuide ? tr("Ready, Guide only") : tr("Ready"), ColorToken::Ok);
            });
}

void Desktop::followPages()
{
    connect(m_chat.get(), &ChatController::notified, m_window.get(), &MainWindow::notify);
    connect(m_cache.get(), &CacheController::notified, m_window.get(), &MainWindow::notify);
    connect(m_cache.get(), &CacheController::writeMessageRequested, this, [this] {
        m_window->showPage(&m_chat->page());
        m_chat->page().focusComposer();
    });
    connect(&m_chat->page().transcript(), &TranscriptView::entryRequested, this,
            [this](const QByteArray &key) {
                m_window->showPage(&m_cache->page());
                m_cache->showKey(CacheKey::fromBytes(key).value_or(CacheKey()));
            });
    connect(m_chat.get(), &ChatController::undoOffered, m_window.get(), &MainWindow::offerUndo);
    connect(m_chat.get(), &ChatController::spent, m_window.get(), &MainWindow::setSpentToday);
    connect(m_chat.get(), &ChatController::exportRequested, m_files.get(),
            &FileDialogs::chooseExport);
    connect(m_chat.get(), &ChatController::connectRequested, this,
            [this] { openConnectDialog({}); });
    connect(m_chat.get(), &ChatController::zoomRequested, this, &Desktop::zoom);
    connect(m_window.get(), &MainWindow::closing, this, &Desktop::keepGeometry);
}

void Desktop::followSettings()
{
    connect(m_settings.get(), &SettingsController::connectRequested, this,
            &Desktop::openConnectDialog);
    m_signIn = std::make_unique<SignInController>(
        *m_engine, [](const QUrl &url) { return QDesktopServices::openUrl(url); });
    connect(m_signIn.get(), &SignInController::notified, m_window.get(), &MainWindow::notify);
    connect(m_settings.get(), &SettingsController::signInRequested, this,
            [this](const ProviderEntry &entry) {
                m_signIn->open(entry.config.name, entry.signInTitle, entry.clientId,
                               m_theme.theme(), m_window.get());
            });
    connect(m_settings.get(), &SettingsController::signOutRequested, m_signIn.get(),
            &SignInController::signOut);
    connect(m_settings.get(), &SettingsController::themeChosen, this, &Desktop::setTheme);
    connect(m_settings.get(), &SettingsController::zoomChosen, this, &Desktop::setZoom);
}

void Desktop::followPlace(const Settings &saved)
{
    m_place = std::make_unique<SessionPlace>(*m_window, *m_chat, *m_engine, saved);
    const QString language = saved.value(settings::Language);
    m_switch = std::make_unique<LanguageSwitch>(*m_engine, language);
    m_settings->page().appearance().showLanguage(language);
    if (m_beginning == Beginning::OtherLanguage)
        m_settings->page().showSection(SettingsPage::Section::Appearance);
    connect(m_settings.get(), &SettingsController::languageChosen, m_switch.get(),
            &LanguageSwitch::choose);
    connect(m_switch.get(), &LanguageSwitch::notified, m_window.get(), &MainWindow::notify);
    connect(m_switch.get(), &LanguageSwitch::beginAnew, this, [this] {
        keepGeometry(m_window->saveGeometry());
        QApplication::exit(BeginAnew);
    });
}

void Desktop::keepGeometry(const QByteArray &geometry)
{
    tell([place = QString::fromLatin1(geometry.toBase64())](ChatEngine &engine) {
        engine.saveSetting(settings::WindowGeometry, place);
    });
}

QAction *Desktop::addCommand(const char *name,
                             const QKeySequence &key,
                             const std::function<void()> &work)
{
    auto *action = new QAction(tr(name), this);
    // What the settings know it by, in any language, as long as its English name is the same.
    static const QRegularExpression noLetters(u"[^a-z0-9]+"_s);
    action->setObjectName(
        QString::fromUtf8(name).toLower().split(noLetters, Qt::SkipEmptyParts).join(u'-'));
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, work);
    m_commands.append(action);
    return action;
}

void Desktop::addCommands()
{
    // Keys that the chat page has of its own are only listed here by name.
    using Own = ChatPage::Command;
    QHash<QAction *, ShortcutBook::Holder> holders;
    const auto heldByPage = [this, &holders](QAction *command, const QKeySequence &keys, Own own) {
        command->setData(QVariant::fromValue(keys));
        holders.insert(command, [this, own](const QKeySequence &other) {
            m_chat->page().setKeys(own, other);
        });
    };
    heldByPage(
        addCommand(QT_TR_NOOP("New conversation"), {}, [this] { m_chat->newConversation(); }),
        QKeySequence::New, Own::New);
    addCommand(QT_TR_NOOP("Write a message"), QKeySequence(u"Ctrl+L"_s), [this] {
        m_window->showPage(&m_chat->page());
        m_chat->page().focusComposer();
    });
    heldByPage(addCommand(QT_TR_NOOP("Search conversations"), {},
                          [this] { m_chat->page().list().focusSearch(); }),
               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), Own::Find);
    heldByPage(addCommand(QT_TR_NOOP("Find in this conversation"), {},
                          [this] { m_chat->page().findHere(); }),
               QKeySequence::Find, Own::FindHere);
    heldByPage(addCommand(QT_TR_NOOP("Stop the answer"), {}, [this] { m_chat->stop(); }),
               QKeySequence(Qt::Key_Escape), Own::Stop);
    heldByPage(
        addCommand(QT_TR_NOOP("Choose a model"), {}, [this] { m_chat->page().picker().click(); }),
        QKeySequence(Qt::CTRL | Qt::Key_M), Own::PickModel);
    addCommand(QT_TR_NOOP("Show the cache"), {}, [this] {
        m_window->showPage(&m_cache->page());
        m_cache->page().setFocus();
    });
    heldByPage(addCommand(QT_TR_NOOP("Instructions and parameters"), {},
                          [this] { m_chat->page().instructions().openPanel(); }),
               QKeySequence(Qt::CTRL | Qt::Key_I), Own::Instruct);
    addCommand(QT_TR_NOOP("Insert a prompt"), QKeySequence(u"Ctrl+/"_s), [this] {
        m_window->showPage(&m_chat->page());
        m_chat->page().prompts().open();
    });
    addCommand(QT_TR_NOOP("Prompt library"), {}, [this] { m_chat->prompts().openLibrary(); });
    addCommand(QT_TR_NOOP("Connect a model…"), {}, [this] { openConnectDialog({}); });
    addViewCommands();
    heldByPage(addCommand(QT_TR_NOOP("Larger text"), {}, [this] { zoom(1); }), QKeySequence::ZoomIn,
               Own::Larger);
    heldByPage(addCommand(QT_TR_NOOP("Smaller text"), {}, [this] { zoom(-1); }),
               QKeySequence::ZoomOut, Own::Smaller);
    heldByPage(addCommand(QT_TR_NOOP("Usual text size"), {}, [this] { zoom(0); }),
               QKeySequence(Qt::CTRL | Qt::Key_0), Own::UsualSize);
    addCommand(QT_TR_NOOP("Compare models"), QKeySequence(u"Ctrl+Shift+M"_s), [this] {
        m_window->showPage(&m_chat->page());
        m_chat->comparison().toggle();
    });
    addCommand(QT_TR_NOOP("Inspect the answer"), QKeySequence(u"Ctrl+Shift+I"_s), [this] {
        m_window->showPage(&m_chat->page());
        m_chat->inspector().toggle();
    });
    addCommand(QT_TR_NOOP("Copy the request as curl"), QKeySequence(u"Ctrl+Shift+C"_s),
               [this] { m_chat->inspector().copyCurl(); });
    addFileCommands();
    addCacheCommands();
    addCommand(QT_TR_NOOP("Open the data folder"), {}, [] {
        if (const Result<DataFolder> folder = DataFolder::open())
            QDesktopServices::openUrl(QUrl::fromLocalFile(folder->path()));
    });
    addCommand(QT_TR_NOOP("Look for local servers again"), {},
               [this] { tell([](ChatEngine &engine) { engine.providers().lookAround(); }); });
    addCommand(QT_TR_NOOP("Quit"), QKeySequence::Quit, [] { QApplication::quit(); });
    for (QAction *command : std::as_const(m_commands))
        m_shortcuts.add(command, holders.value(command));
    m_window->setCommands(m_commands);
}

void Desktop::addViewCommands()
{
    addCommand(QT_TR_NOOP("Runs"), {}, [this] {
        m_window->showPage(&m_runs->page());
        m_runs->page().setFocus();
    });
    addCommand(QT_TR_NOOP("New run…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
               [this] { m_runs->launch(); });
    addCommand(QT_TR_NOOP("Settings"), QKeySequence(u"Ctrl+,"_s),
               [this] { m_window->showPage(&m_settings->page()); });
    addCommand(QT_TR_NOOP("Theme: like the system"), {},
               [this] { setTheme(ThemeController::Choice::System); });
    addCommand(QT_TR_NOOP("Theme: light"), {},
               [this] { setTheme(ThemeController::Choice::Light); });
    addCommand(QT_TR_NOOP("Theme: dark"), {}, [this] { setTheme(ThemeController::Choice::Dark); });
}

void Desktop::followShortcuts(const Json &kept)
{
    ShortcutsPane *pane = &m_settings->page().shortcuts();
    const auto show = [this, pane] {
        pane->setEntries(m_shortcuts.entries(), ShortcutBook::reserved());
    };
    m_shortcuts.restore(kept);
    show();
    connect(&m_shortcuts, &ShortcutBook::changed, pane, show);
    connect(&m_shortcuts, &ShortcutBook::changed, this, [this] {
        const Json changes = m_shortcuts.kept();
        tell([changes](ChatEngine &engine) {
            engine.saveSetting(settings::Shortcuts, changes.empty() ? Json() : changes);
        });
    });
    connect(pane, &ShortcutsPane::assignRequested, &m_shortcuts, &ShortcutBook::assign);
    connect(pane, &ShortcutsPane::resetAllRequested, &m_shortcuts, &ShortcutBook::resetAll);
}

void Desktop::addFileCommands()
{
    m_files = std::make_unique<FileDialogs>(*m_window);
    connect(m_files.get(), &FileDialogs::importChosen, this, [this](const QStringList &paths) {
        tell([paths](ChatEngine &engine) { engine.files().import(paths); });
    });
    connect(m_files.get(), &FileDialogs::exportChosen, this,
            [this](const QStringList &conversations, const QString &path) {
                tell([conversations, path](ChatEngine &engine) {
                    engine.files().exportTo(conversations, path);
                });
            });
    connect(m_files.get(), &FileDialogs::reportChosen, this, [this](const QString &path) {
        tell([path](ChatEngine &engine) { engine.reports().writeTo(path); });
    });
    connect(&m_settings->page().data(), &DataPane::backUpRequested, this,
            [this] { tell([](ChatEngine &engine) { engine.backUp(); }); });
    connect(&m_settings->page().data(), &DataPane::reportRequested, m_files.get(),
            &FileDialogs::chooseReport);
    addCommand(QT_TR_NOOP("Save a report for whoever helps…"), {},
               [this] { m_files->chooseReport(); });
    addCommand(QT_TR_NOOP("Import conversations…"), {}, [this] { m_files->chooseImport(); });
    addCommand(QT_TR_NOOP("Export this conversation…"), {}, [this] {
        const QString conversation = m_chat->page().conversation();
        if (conversation.isEmpty())
            m_window->notify(tr("There is nothing in this conversation yet."));
        else
            m_files->chooseExport({conversation});
    });
    addCommand(QT_TR_NOOP("Erase this conversation for good…"), {},
               [this] { m_chat->askToErase(m_chat->page().conversation()); });
    addCommand(QT_TR_NOOP("Export all conversations…"), {}, [this] { m_files->chooseExport({}); });
}

void Desktop::addRuns()
{
    m_runs = std::make_unique<RunController>(*m_engine);
    m_window->addPage(&m_runs->page(), u"runs"_s, tr("Runs"));
    const auto show = [this] {
        m_window->showPage(&m_runs->page());
        m_runs->page().setFocus(); // its outline
    };
    connect(m_runs.get(), &RunController::notified, m_window.get(), &MainWindow::notify);
    connect(m_runs.get(), &RunController::shown, this, show);
    connect(m_runs.get(), &RunController::answersWanted, m_window.get(),
            &MainWindow::setAnswersWanted);
    connect(m_runs.get(), &RunController::interruptedFound, this,
            [this](const NoticeText &notice) { m_window->setBanner(u"interrupted"_s, notice); });
    connect(m_window.get(), &MainWindow::bannerUsed, this, [this, show](const QString &name) {
        if (name == "interrupted"_L1) {
            show();
            m_runs->lookAtInterrupted();
        }
    });
}

void Desktop::addCacheCommands()
{
    const auto add = [this](const char *name, const QString &mode) {
        addCommand(name, {}, [this, mode] {
            tell([mode](ChatEngine &engine) { engine.saveSetting(settings::CacheModeName, mode); });
        });
    };
    add(QT_TR_NOOP("Cache: on"), u"on"_s);
    add(QT_TR_NOOP("Cache: read only, keep nothing new"), u"read-only"_s);
    add(QT_TR_NOOP("Cache: refresh, always ask anew"), u"refresh"_s);
    add(QT_TR_NOOP("Cache: off"), u"off"_s);
    add(QT_TR_NOOP("Cache: offline, send nothing to other computers"), u"offline"_s);
}

void Desktop::showCacheMode(const QString &mode)
{
    const QHash<QString, QString> words = {{u"on"_s, tr("on")},
                                           {u"read-only"_s, tr("read only")},
                                           {u"refresh"_s, tr("asks anew")},
                                           {u"off"_s, tr("off")},
                                           {u"offline"_s, tr("offline")}};
    m_window->setCacheMode(words.value(mode), mode == "on"_L1);
}

void Desktop::openConnectDialog(const QString &provider)
{
    QList<ConnectChoice> choices;
    for (const ProviderPreset &preset : std::as_const(m_presets))
        choices.append(ConnectChoice{preset.config.name, preset.title,
                                     preset.config.baseUrl.toString(),
                                     callPath(preset.config.dialect), preset.config.needsKey});
    const ConnectDialog::Ports ports{
        &cleanPastedKey, [](const Secret &key) { return recogniseKey(key).value_or(QString()); }};
    auto *dialog = new ConnectDialog(choices, m_theme.theme(), ports, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setKeyPlace(m_keyPlace.words, m_keyPlace.isLasting);
    if (!provider.isEmpty())
        dialog->select(provider);
    connect(dialog, &ConnectDialog::testRequested, this, [this](const ConnectRequest &request) {
        if (const std::optional<ProviderConfig> config = configFor(request))
            tell([config = *config, key = request.key](ChatEngine &engine) {
                engine.providers().test(config, key);
            });
    });
    connect(dialog, &ConnectDialog::connectRequested, this, [this](const ConnectRequest &request) {
        if (const std::optional<ProviderConfig> config = configFor(request))
            tell([config = *config, key = request.key](ChatEngine &engine) {
                engine.providers().connectProvider(config, key);
            });
    });
    connect(&m_engine->providers(), &ProviderDesk::providerTested, dialog,
            [dialog](const QString &, const std::optional<Error> &failure, int modelCount,
                     qint64 milliseconds) {
                dialog->showTestResult(testWords(failure, modelCount, milliseconds));
            });
    dialog->open();
}

std::optional<ProviderConfig> Desktop::configFor(const ConnectRequest &request) const
{
    for (const ProviderPreset &preset : m_presets) {
        if (preset.config.name == request.provider) {
            ProviderConfig config = preset.config;
            config.baseUrl = request.baseUrl;
            return config;
        }
    }
    return std::nullopt;
}

void Desktop::zoom(int steps)
{
    setZoom(steps == 0 ? 100 : m_theme.zoomPercent() + steps * 10);
}

void Desktop::setZoom(int percent)
{
    m_theme.setZoomPercent(percent);
    tell([kept = m_theme.zoomPercent()](ChatEngine &engine) {
        engine.saveSetting(settings::ZoomPercent, kept);
    });
}

void Desktop::setTheme(ThemeController::Choice choice)
{
    m_theme.setChoice(choice);
    tell([name = themeChoices().key(choice)](ChatEngine &engine) {
        engine.saveSetting(settings::Theme, name);
    });
}

} // namespace kagura
