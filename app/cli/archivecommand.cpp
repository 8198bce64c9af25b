// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/archivecommand.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"
#include "app/services/services.h"
#include "core/base/json.h"
#include "core/cache/cacheexport.h"
#include "core/cache/cacheimport.h"
#include "core/exchange/conversationexport.h"
#include "core/llm/vendorprovider.h"

#include <QCommandLineParser>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error usage(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

Json conflictJson(const ArchiveTally::Conflict &conflict)
{
    return {{"model", toJson(conflict.model)},
            {"prompt", toJson(conflict.prompt)},
            {"created_here", toJson(conflict.here.toString(Qt::ISODateWithMs))},
            {"created_there", toJson(conflict.there.toString(Qt::ISODateWithMs))}};
}

Json tallyJson(const ArchiveTally &tally)
{
    Json conflicts = Json::array();
    for (const ArchiveTally::Conflict &conflict : tally.conflicts)
        conflicts.push_back(conflictJson(conflict));
    return {{"added", tally.added},     {"replaced", tally.replaced},
            {"kept", tally.kept},       {"same", tally.same},
            {"expired", tally.expired}, {"too_large", tally.tooLarge},
            {"evicted", tally.evicted}, {"conflicts", std::move(conflicts)}};
}

QString tallyWords(const ArchiveTally &tally)
{
    QString words =
        u"%1 added, %2 replaced, %3 already here, %4 kept as they are here, %5 expired"_s
            .arg(tally.added)
            .arg(tally.replaced)
            .arg(tally.same)
            .arg(tally.kept)
            .arg(tally.expired);
    if (tally.tooLarge > 0)
        words += u", %1 too large"_s.arg(tally.tooLarge);
    if (tally.evicted > 0)
        words += u"; %1 older ones made room"_s.arg(tally.evicted);
    for (const ArchiveTally::Conflict &conflict : tally.conflicts)
        words += u"\n  two answers of %1: %2 (here %3, there %4)"_s.arg(
            conflict.model, conflict.prompt.left(60),
            conflict.here.toLocalTime().toString(Qt::ISODate),
            conflict.there.toLocalTime().toString(Qt::ISODate));
    return words;
}

} // namespace

void ArchiveArguments::declare(QCommandLineParser &parser)
{
    parser.addOptions({
        {{u"o"_s, u"output"_s},
         u"With export: write to this file, packed by zstd unless it ends in .jsonl, instead of "
         "lines to standard output."_s,
         u"file"_s},
        {"redact"_L1, u"With export: leave out what was asked and answered, and notes."_s},
        {"conflicts"_L1,
         u"With import, where both have another answer: keep (what is here; the default), "
         "replace, or newer."_s,
         u"rule"_s},
        {"adopt"_L1,
         u"With import: take the answers for those of your own accounts at the same providers."_s},
    });
}

bool ArchiveArguments::areMeant(const QCommandLineParser &parser)
{
    const QString action = parser.positionalArguments().value(0);
    return action == "export"_L1 || action == "import"_L1;
}

Result<ArchiveArguments> ArchiveArguments::read(const QCommandLineParser &parser)
{
    const QStringList given = parser.positionalArguments();
    ArchiveArguments archive;
    archive.isImport = given.value(0) == "import"_L1;
    archive.isDryRun = parser.isSet(u"dry-run"_s);
    archive.isAdopting = parser.isSet(u"adopt"_s);
    archive.json = parser.isSet(u"json"_s);
    if (parser.isSet(u"redact"_s))
        archive.content = ArchivedEntry::Content::Redacted;
    if (given.size() > 2 || (archive.isImport && given.size() != 2))
        return usage(archive.isImport ? u"cache import takes one file"_s
                                      : u"cache export takes one query; put it in quotes"_s);
    if (archive.isImport) {
        archive.path = given.at(1);
        using Conflicts = ArchiveTable::Conflicts;
        const QString rule = parser.value(u"conflicts"_s);
        if (rule == "replace"_L1)
            archive.conflicts = Conflicts::Replace;
        else if (rule == "newer"_L1)
            archive.conflicts = Conflicts::Newer;
        else if (parser.isSet(u"conflicts"_s) && rule != "keep"_L1)
            return usage(u"--conflicts is keep, replace or newer, not %1"_s.arg(rule));
        return archive;
    }
    archive.path = parser.value(u"output"_s);
    archive.typed = given.value(1);
    const Result<CacheQuery> query = CacheQuery::parse(archive.typed);
    if (!query)
        return query.error();
    archive.query = *query;
    if (archive.json && archive.path.isEmpty() && !archive.isDryRun)
        return usage(u"--json tells about a file; name one with -o, as lines of JSON are what "
                     "export writes anyway"_s);
    return archive;
}

ArchiveCommand::ArchiveCommand(Services &services, ArchiveArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
{}

ArchiveCommand::~ArchiveCommand() = default;

void ArchiveCommand::start()
{
    if (m_services.cache().browser() == nullptr)
        return fail({Error::Kind::Storage,
                     u"the cache has no file: the data folder cannot be used; "
                     "`kagura-cli doctor` says why"_s});
    if (!m_arguments.isImport)
        return startExport();
    QStringList providers;
    if (m_arguments.isAdopting) {
        for (const ProviderConfig &config : m_services.providers().configs())
            providers.append(config.name);
    }
    findScopes(providers);
}

void ArchiveCommand::interrupt()
{
    if (m_export)
        m_export->cancel();
    else if (m_import)
        m_import->cancel();
    else
        Q_EMIT finished(ExitCancelled);
}

void ArchiveCommand::startExport()
{
    if (m_arguments.isDryRun) {
        m_services.cache().browser()->count(
            m_arguments.query, this, [this](const Result<BrowserTable::Count> &count) {
                if (!count)
                    return fail(count.error());
                say({{"event", "exported"},
                     {"dry_run", true},
                     {"entries", count->entries},
                     {"bytes", count->bytes}},
                    u"would export %1 entries, %2 bytes before packing; nothing was written"_s
                        .arg(count->entries)
                        .arg(count->bytes));
                Q_EMIT finished(ExitSucceeded);
            });
        return;
    }
    CacheExport::Options options;
    options.query = m_arguments.query;
    options.typed = m_arguments.typed;
    options.content = m_arguments.content;
    options.now = m_services.clock().wall();
    const bool isPlain = m_arguments.path.isEmpty() || m_arguments.path.endsWith(u".jsonl"_s);
    options.packing = isPlain ? ArchiveWriter::Packing::None : ArchiveWriter::Packing::Zstd;
    if (!m_arguments.path.isEmpty())
        m_file = std::make_unique<ExportFile>(m_arguments.path);
    const auto sink = [this](const QByteArray &bytes) -> Result<void> {
        if (m_file)
            return m_file->write(bytes);
        const bool isTaken = terminal::isInteractive()
            ? terminal::writeOut(terminal::withoutControls(QString::fromUtf8(bytes)).toUtf8())
            : terminal::writeOut(bytes);
        if (isTaken)
            return {};
        return Error{Error::Kind::Storage, u"nobody reads the output any more"_s};
    };
    m_export = std::make_unique<CacheExport>(*m_services.cache().database(), options, sink);
    connect(m_export.get(), &Handle::finished, this, &ArchiveCommand::endExport);
}

void ArchiveCommand::endExport()
{
    if (m_export->failure())
        return fail(*m_export->failure());
    if (m_file) {
        if (const Result<void> done = m_file->finish(); !done)
            return fail(done.error());
    }
    const CacheExport::Counts &counts = m_export->counts();
    QString words = u"%1 entries are in %2"_s.arg(counts.written).arg(m_arguments.path);
    if (counts.unportable > 0)
        words += u"; %1 of an older version were left out"_s.arg(counts.unportable);
    if (counts.damaged > 0)
        words += u"; %1 damaged ones were left out"_s.arg(counts.damaged);
    if (m_file)
        say({{"event", "exported"},
             {"dry_run", false},
             {"path", toJson(m_arguments.path)},
             {"entries", counts.written},
             {"left_out_older", counts.unportable},
             {"left_out_damaged", counts.damaged}},
            words);
    else if (counts.unportable + counts.damaged > 0)
        terminal::writeError(words);
    Q_EMIT finished(ExitSucceeded);
}

// Where a key is not at hand, what the file says stays.
void ArchiveCommand::findScopes(const QStringList &providers)
{
    if (providers.isEmpty())
        return startImport();
    const QString name = providers.constFirst();
    m_services.providers().prepareVendor(
        name, this, [this, name, providers](const Result<VendorProvider *> &vendor) {
            if (vendor) {
                ChatRequest request;
                request.model = u"any"_s;
                request.messages = {Message::fromText(Role::User, u"any"_s)};
                if (const Result<CallIdentity> identity = (*vendor)->identify(request, {}))
                    m_scopes.insert(name, identity->scope);
            }
            findScopes(providers.sliced(1));
        });
}

void ArchiveCommand::startImport()
{
    CacheImport::Options options;
    options.path = m_arguments.path;
    options.conflicts = m_arguments.conflicts;
    options.isDryRun = m_arguments.isDryRun;
    options.now = m_services.clock().wall();
    if (m_arguments.isAdopting)
        options.scopeOf = [scopes = m_scopes](const QString &provider) {
            const auto scope = scopes.constFind(provider);
            return scope == scopes.cend() ? std::nullopt : std::optional(*scope);
        };
    CacheStorage &cache = m_services.cache();
    m_import = std::make_unique<CacheImport>(cache.cache(), *cache.database(), options);
    connect(m_import.get(), &Handle::finished, this, &ArchiveCommand::endImport);
}

void ArchiveCommand::endImport()
{
    const ArchiveTally &done = m_import->tally();
    if (m_import->failure()) {
        if (done.added + done.replaced > 0)
            terminal::writeError(
                u"%1 entries had come in; the same import goes on from there"_s.arg(
                    done.added + done.replaced));
        return fail(*m_import->failure());
    }
    const ArchiveTally &tally = m_arguments.isDryRun ? m_import->expected() : done;
    Json object = tallyJson(tally);
    object["event"] = "imported";
    object["dry_run"] = m_arguments.isDryRun;
    object["path"] = toJson(m_arguments.path);
    say(object,
        (m_arguments.isDryRun ? u"would import, and changed nothing: "_s : u"imported: "_s)
            + tallyWords(tally));
    Q_EMIT finished(ExitSucceeded);
}

void ArchiveCommand::say(const Json &object, const QString &words) const
{
    terminal::writeOut(m_arguments.json ? dumpJson(object) + '\n'
                                        : terminal::withoutControls(words).toUtf8() + '\n');
}

void ArchiveCommand::fail(const Error &error)
{
    terminal::writeFailure(error, m_arguments.json);
    const bool isFaultOfFile =
        error.kind == Error::Kind::BadRequest || error.kind == Error::Kind::Protocol;
    Q_EMIT finished(isFaultOfFile ? ExitUsage : exitCodeFor(error));
}

} // namespace kagura
