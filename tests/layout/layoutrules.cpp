// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/layout/layoutrules.h"

#include <QRegularExpression>

#include <algorithm>

namespace kagura::layout {

namespace {

using namespace Qt::StringLiterals;

constexpr int MaximumLines = 600;

bool isCpp(const QString &path)
{
    return path.endsWith(".cpp"_L1) || path.endsWith(".h"_L1);
}

bool isUnder(const QString &path, const QStringList &places)
{
    return std::any_of(places.cbegin(), places.cend(),
                       [&](const QString &place) { return path.startsWith(place); });
}

bool isProduct(const QString &path)
{
    return isUnder(path, {u"app/"_s, u"core/"_s, u"ui/"_s});
}

QString fault(const QString &path, int line, const QString &text)
{
    return u"%1:%2: %3"_s.arg(path).arg(line).arg(text);
}

//! Calls `found` with the number and text of each line that has a match.
template <typename Found>
void eachMatch(const QString &text, const QRegularExpression &pattern, Found found)
{
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = pattern.match(lines.at(i));
        if (match.hasMatch())
            found(static_cast<int>(i + 1), match.captured());
    }
}

//! Libraries that a row has to name before a room may include them.
const QSet<QString> &namedLibraries()
{
    static const QSet<QString> libraries = {
        u"hiredis"_s,  u"httplib"_s,     u"md4c"_s,    u"nlohmann"_s, u"openssl"_s,
        u"simdjson"_s, u"qt6keychain"_s, u"sqlite3"_s, u"zip"_s,      u"zstd"_s};
    return libraries;
}

QString outsideFault(const Include &include, const Room &room, const QtHeaders &qt)
{
    const QString module = qt.moduleOf(include.target);
    if (!module.isEmpty()) {
        const QString header = include.target.section(u'/', -1);
        if (module == "Core"_L1 || room.libraries.contains(module) || room.headers.contains(header))
            return {};
        return u"may not use Qt %1 (<%2>)"_s.arg(module, include.target);
    }
    const QString library = include.target.section(u'/', 0, 0).section(u'.', 0, 0);
    if (namedLibraries().contains(library) && !room.libraries.contains(library))
        return u"may not use %1"_s.arg(library);
    return {};
}

} // namespace

QStringList includeFaults(const SourceTree &tree, const RoomTable &table, const QtHeaders &qt)
{
    QStringList faults;
    for (auto file = tree.cbegin(); file != tree.cend(); ++file) {
        if (!isCpp(file.key()) || !isProduct(file.key()))
            continue;
        const QString room = roomOf(file.key());
        if (!table.contains(room)) {
            faults.append(
                fault(file.key(), 1, u"%1 is a room without a row in its README"_s.arg(room)));
            continue;
        }
        for (const Include &include : includesOf(*file)) {
            const QString used = roomOf(include.target);
            QString why;
            if (include.isOwn && !include.target.endsWith(".moc"_L1)) {
                if (!isProduct(include.target))
                    why = u"may not include \"%1\": name it from the top, as \"core/…\""_s.arg(
                        include.target);
                else if (!table.allows(room, used))
                    why = u"%1 may not include %2"_s.arg(room, used);
            } else if (!include.isOwn) {
                why = outsideFault(include, table.room(room), qt);
            }
            if (!why.isEmpty())
                faults.append(fault(file.key(), include.line, why));
        }
    }
    return faults;
}

QStringList sizeFaults(const SourceTree &tree)
{
    QStringList faults;
    for (auto file = tree.cbegin(); file != tree.cend(); ++file) {
        const qsizetype lines = file->count(u'\n');
        if (isCpp(file.key()) && lines > MaximumLines)
            faults.append(fault(file.key(), MaximumLines,
                                u"%1 lines; it does more than one thing"_s.arg(lines)));
    }
    return faults;
}

QStringList nameFaults(const SourceTree &tree)
{
    static const QRegularExpression product(u"^[a-z][a-z0-9]*$"_s);
    static const QRegularExpression test(u"^(?:[a-z]+_)?[a-z][a-z0-9]*$"_s);
    static const QRegularExpression empty(u"^(?:utils?|common|helpers?|managers?|misc|stuff)$"_s);
    QStringList faults;
    for (auto file = tree.cbegin(); file != tree.cend(); ++file) {
        if (!isCpp(file.key()))
            continue;
        const QString name = file.key().section(u'/', -1).section(u'.', 0, 0);
        if (!(isProduct(file.key()) ? product : test).match(name).hasMatch())
            faults.append(
                fault(file.key(), 1, u"a file is called like its class, in lower case"_s));
        if (empty.match(name).hasMatch())
            faults.append(fault(file.key(), 1, u"the name says nothing about what is inside"_s));
    }
    return faults;
}

QStringList testFaults(const SourceTree &tree, const QMap<QString, QString> &covered)
{
    // core/llm/dialects/x.cpp may have its test beside those of its room, too.
    const auto hasTest = [&](const QString &path) {
        const QString test = u"tst_"_s + path.section(u'/', -1);
        return tree.contains(u"tests/%1/%2"_s.arg(path.section(u'/', 0, -2), test))
            || tree.contains(u"tests/%1/%2"_s.arg(roomOf(path), test));
    };
    QStringList faults;
    for (auto file = tree.cbegin(); file != tree.cend(); ++file) {
        const QString &path = file.key();
        if (!path.startsWith("core/"_L1) || !path.endsWith(".cpp"_L1))
            continue;
        if (!hasTest(path) && !covered.contains(path))
            faults.append(fault(
                path, 1, u"has no tst_%1 in tests/%2"_s.arg(path.section(u'/', -1), roomOf(path))));
    }
    for (auto entry = covered.cbegin(); entry != covered.cend(); ++entry) {
        if (!tree.contains(entry.key()))
            faults.append(fault(entry.key(), 1, u"needs no test and does not exist"_s));
        else if (hasTest(entry.key()) && !entry->startsWith("tests/"_L1))
            faults.append(fault(entry.key(), 1, u"needs no test and has one"_s));
        if (entry->startsWith("tests/"_L1) && !tree.contains(*entry))
            faults.append(fault(entry.key(), 1,
                                u"is said to be tested by %1, which does not exist"_s.arg(*entry)));
    }
    return faults;
}

QStringList unlistedFaults(const SourceTree &tree)
{
    QStringList faults;
    for (auto file = tree.cbegin(); file != tree.cend(); ++file) {
        const QString &path = file.key();
        if (!path.endsWith(".cpp"_L1))
            continue;
        // Tests are listed by class, and sub-folders by the list of their room.
        const QString name = path.section(u'/', -1);
        const QString word = name.startsWith("tst_"_L1) ? name.sliced(4).chopped(4) : name;
        const QRegularExpression listed(
            u"(?<![\\w.])%1(?![\\w.])"_s.arg(QRegularExpression::escape(word)));
        bool found = tree.value(u"cmake/KaguraTarget.cmake"_s).contains(listed);
        for (QString folder = path; !found && folder.contains(u'/');) {
            folder = folder.section(u'/', 0, -2);
            found = tree.value(folder + u"/CMakeLists.txt"_s).contains(listed);
        }
        if (!found)
            faults.append(fault(path, 1, u"no CMakeLists.txt names it"_s));
    }
    return faults;
}

QStringList callFaults(const SourceTree &tree)
{
    struct Call
    {
        QRegularExpression pattern;
        QStringList allowedUnder;
        QString instead;
    };
    const auto pattern = [](const QString &text) { return QRegularExpression(text); };
    static const QList<Call> calls = {
        {pattern(u"\\.then\\s*\\("_s),
         {},
         u"a continuation dies with its context; connect to finished()"_s},
        {pattern(u"\\bwaitFor(?:Finished|Started|ReadyRead|BytesWritten|Connected|Disconnected"
                 "|Encrypted|NewConnection)\\s*\\("_s),
         {u"tests/"_s, u"app/bench/"_s},
         u"it blocks the loop; connect to a signal"_s},
        {pattern(u"\\bQEventLoop\\b|\\bprocessEvents\\s*\\("_s),
         {u"tests/"_s},
         u"a nested loop runs anything in between; connect to a signal"_s},
        {pattern(u"\\bmoveToThread\\s*\\("_s),
         {u"app/"_s, u"core/net/"_s, u"core/storage/"_s, u"tests/"_s},
         u"threads belong to app, core/net and core/storage"_s},
        {pattern(u"\\b(?:SIGNAL|SLOT)\\s*\\("_s),
         {},
         u"connect to members, which the compiler checks"_s},
        {pattern(u"\\bQThread::[mu]?sleep\\b|\\bqSleep\\s*\\("_s),
         {},
         u"wait for an event, or in a test for a condition with QTRY_"_s},
        {pattern(u"\\bthis_thread::sleep_"_s),
         {u"tests/"_s, u"app/bench/"_s, u"core/guide/guideserver.cpp"_s},
         u"only a server's own thread may sleep"_s},
        {pattern(u"\\bDirectConnection\\b"_s), {}, u"a direct call across threads is a race"_s},
        {pattern(u"\\bignoreSslErrors\\b"_s), {}, u"a TLS error ends the call"_s},
        {pattern(u"\\bsetInsecureFallback\\b"_s), {}, u"it writes keys to a readable file"_s},
        {pattern(u"\\bstd::system\\s*\\(|(?<![\\w:.>])system\\s*\\(|\\bpopen\\s*\\("_s),
         {},
         u"no shell; QProcess with a list of arguments"_s},
        {pattern(u"\\bsetIndexWidget\\s*\\("_s), {}, u"no widget a row; paint it in a delegate"_s},
        {pattern(u"\\bstatic\\b[^;(]*[&*]\\s*instance\\s*\\("_s),
         {},
         u"no singletons; pass a reference"_s},
    };
    QStringList faults;
    for (auto file = tree.cbegin(); file != tree.cend(); ++file) {
        if (!isCpp(file.key()))
            continue;
        const QString code = viewsOf(*file).code;
        for (const Call &call : calls) {
            if (isUnder(file.key(), call.allowedUnder))
                continue;
            eachMatch(code, call.pattern, [&](int line, const QString &found) {
                faults.append(
                    fault(file.key(), line, u"%1: %2"_s.arg(found.trimmed(), call.instead)));
            });
        }
    }
    return faults;
}

QStringList textFaults(const SourceTree &tree)
{
    static const QRegularExpression unfinished(u"\\b(?:TO"
                                               "DO|FIX"
                                               "ME|X"
                                               "XX|HA"
                                               "CK)\\b"_s);
    static const QRegularExpression pragma(u"^#pragma once$"_s,
                                           QRegularExpression::MultilineOption);
    QStringList faults;
    for (auto file = tree.cbegin(); file != tree.cend(); ++file) {
        const QString &path = file.key();
        if (path.endsWith(".md"_L1))
            continue;
        const QString head = file->section(u'\n', 0, 3);
        if (!head.contains("SPDX-FileCopyrightText: "_L1)
            || !head.contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1))
            faults.append(fault(path, 1, u"the two SPDX lines are missing"_s));
        if (path.endsWith(".h"_L1) && !pragma.match(viewsOf(*file).code).hasMatch())
            faults.append(fault(path, 1, u"#pragma once is missing"_s));
        eachMatch(isCpp(path) ? viewsOf(*file).comments : *file, unfinished,
                  [&](int line, const QString &found) {
                      faults.append(
                          fault(path, line, u"%1: finish it or leave it out"_s.arg(found)));
                  });
    }
    return faults;
}

QStringList colourFaults(const SourceTree &tree)
{
    static const QRegularExpression inStrings(
        u"[\"\\s:(]#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\\b"_s);
    static const QRegularExpression inCode(
        u"\\bQColor\\s*[({]\\s*(?:[0-9]|Qt::)|\\bqRgba?\\s*\\(|\\bfrom(?:Rgb|Hsv|Hsl)F?\\s*\\("
        "|\\bQt::(?:dark|light)?(?:white|black|red|green|blue|cyan|magenta|yellow|gray"
        "|White|Black|Red|Green|Blue|Cyan|Magenta|Yellow|Gray)\\b"_s);
    QStringList faults;
    for (auto file = tree.cbegin(); file != tree.cend(); ++file) {
        const QString &path = file.key();
        if (!isCpp(path) || !isUnder(path, {u"ui/"_s, u"app/"_s})
            || isUnder(path, {u"ui/theme/"_s}))
            continue;
        const SourceViews views = viewsOf(*file);
        const auto add = [&](int line, const QString &found) {
            faults.append(
                fault(path, line, u"the colour %1 belongs into ui/theme"_s.arg(found.trimmed())));
        };
        eachMatch(views.codeAndStrings, inStrings, add);
        eachMatch(views.code, inCode, add);
    }
    return faults;
}

QStringList topLevelFaults(const QStringList &names)
{
    static const QSet<QString> agreed = {u"CMakeLists.txt"_s,
                                         u"CMakePresets.json"_s,
                                         u"CMakeUserPresets.json"_s,
                                         u"CONTRIBUTING.md"_s,
                                         u"LICENSE"_s,
                                         u"README.md"_s,
                                         u"app"_s,
                                         u"build"_s,
                                         u"cmake"_s,
                                         u"core"_s,
                                         u"docs"_s,
                                         u"packaging"_s,
                                         u"resources"_s,
                                         u"run.sh"_s,
                                         u"test.sh"_s,
                                         u"tests"_s,
                                         u"translations"_s,
                                         u"ui"_s};
    QStringList faults;
    for (const QString &name : names) {
        if (!name.startsWith(u'.') && !agreed.contains(name))
            faults.append(fault(name, 1, u"has no place at the top of the tree"_s));
    }
    return faults;
}

} // namespace kagura::layout
