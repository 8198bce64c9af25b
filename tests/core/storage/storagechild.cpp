// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A second process on a database. Usage:
//   kagura-storage-child PATH hold | write COUNT | migrate VERSION | fill | look
// Says "ready" once the database is open; ends when standard input does, or when it is done. "fill" writes
// until there is no room, removes PATH.ballast, and writes once more when there is; "look" says how it is.

#include "tests/core/storage/notes.h"

#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>
#include <utility>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

void say(const char *line)
{
    std::fputs(line, stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

//! Writes one row after the other, as fast as they are answered.
void write(Database &database, QObject &context, int left)
{
    if (left == 0) {
        say("done");
        return QCoreApplication::quit();
    }
    database.write(
        Database::Durability::Normal,
        [](Connection &connection) { return addNote(connection, u"from another process"_s); },
        &context,
        [&database, &context, left](const Result<qint64> &added) {
            if (!added) {
                std::fprintf(stderr, "%s\n", qPrintable(added.error().message));
                return QCoreApplication::exit(1);
            }
            write(database, context, left - 1);
        });
}

//! Writes until the disk is full; then makes room and waits to be told that it has been noticed.
void fill(Database &database, QObject &context, int written)
{
    database.write(
        Database::Durability::Full,
        [](Connection &connection) { return addNote(connection, QString(9000, u'x')); }, &context,
        [&database, &context, written](const Result<qint64> &added) {
            if (added)
                return fill(database, context, written + 1);
            std::printf("full after %d: %s\n", written, qPrintable(added.error().message));
            QObject::connect(&database, &Database::stateChanged, &context,
                             [&database, written](const DatabaseState &state) {
                                 if (state.kind != DatabaseState::Kind::Ready)
                                     return;
                                 const bool isAllThere = noteCount(database) == written
                                     && writeNow(database,
                                                 [](Connection &c) { return addNote(c, u"x"_s); });
                                 say(isAllThere ? "again" : "lost");
                                 QCoreApplication::quit();
                             });
            QFile::remove(QCoreApplication::arguments().at(1) + u".ballast"_s);
        });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    const QString &mode = arguments.at(2);
    const int number = arguments.value(3).toInt();
    Database::Options options;
    options.path = arguments.at(1);
    options.schemas = {noteSchema(mode == "migrate"_L1 ? number : 1)};
    // Who only holds the file must not find the damage that a test does to it meanwhile: it would let go.
    options.isLookedOver = mode != "hold"_L1;
    Database database(options);
    QObject context;
    bool isReady = false;
    QObject::connect(&database, &Database::stateChanged, &context, [&](const DatabaseState &state) {
        if (mode == "look"_L1) {
            std::printf("%d %s\n", int(state.kind), qPrintable(state.message));
            return QCoreApplication::quit();
        }
        if (state.kind != DatabaseState::Kind::Ready || std::exchange(isReady, true))
            return;
        say("ready");
        if (mode == "write"_L1)
            write(database, context, number);
        else if (mode == "fill"_L1)
            fill(database, context, 0);
    });
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &context, [&] {
        char byte = 0;
        if (::read(STDIN_FILENO, &byte, 1) <= 0)
            QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
