// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/figure.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;
using OrderedJson = nlohmann::ordered_json;

QString number(double value)
{
    const int digits = std::abs(value) >= 1000 ? 0 : std::abs(value) >= 10 ? 1 : 3;
    return QLocale::c().toString(value, 'f', digits);
}

QByteArray jsonLine(const Figure &figure)
{
    OrderedJson line = {{"figure", figure.name.toStdString()}, {"unit", figure.unit.toStdString()}};
    line["value"] = figure.note.isEmpty() ? OrderedJson(figure.value) : OrderedJson(nullptr);
    line["floor"] = figure.floor ? OrderedJson(*figure.floor) : OrderedJson(nullptr);
    line["floor_name"] = figure.floorName.toStdString();
    line["ratio"] = figure.floor && *figure.floor != 0 ? OrderedJson(figure.value / *figure.floor)
                                                       : OrderedJson(nullptr);
    line["goal"] = figure.goal.toStdString();
    line["met"] = figure.isMet ? OrderedJson(*figure.isMet) : OrderedJson(nullptr);
    line["note"] = figure.note.toStdString();
    return QByteArray::fromStdString(line.dump()) + '\n';
}

} // namespace

double median(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values.at(middle)
                                  : (values.at(middle - 1) + values.at(middle)) / 2;
}

double medianOf(int repeats, const std::function<double()> &work)
{
    work();
    QList<double> values;
    for (int i = 0; i < repeats; ++i)
        values.append(work());
    return median(values);
}

QByteArray render(const QList<Figure> &figures, bool json, bool withHeading)
{
    QByteArray out;
    if (json) {
        for (const Figure &figure : figures)
            out += jsonLine(figure);
        return out;
    }
    const auto row = [&out](const QStringList &cells) {
        constexpr std::array<int, 6> Widths = {44, 14, 12, 34, 8, 0};
        QString line;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const int width = Widths.at(static_cast<std::size_t>(i));
            line += i == 1 || i == 4 ? cells.at(i).rightJustified(width) + u"  "_s
                                     : cells.at(i).leftJustified(width) + u"  "_s;
        }
        out += line.trimmed().toUtf8() + '\n';
    };
    if (withHeading)
        row({u"figure"_s, u"median"_s, u"unit"_s, u"floor or peer"_s, u"ratio"_s, u"goal"_s});
    for (const Figure &figure : figures) {
        if (!figure.note.isEmpty()) {
            row({figure.name, u"-"_s, figure.unit, figure.note, QString(), figure.goal});
            continue;
        }
        const QString floor =
            figure.floor ? u"%1 (%2)"_s.arg(number(*figure.floor), figure.floorName) : u"-"_s;
        const QString ratio = figure.floor && *figure.floor != 0
            ? QLocale::c().toString(figure.value / *figure.floor, 'f', 2)
            : u"-"_s;
        const QString verdict =
            figure.isMet ? (*figure.isMet ? u", met"_s : u", missed"_s) : QString();
        row({figure.name, number(figure.value), figure.unit, floor, ratio, figure.goal + verdict});
    }
    return out;
}

} // namespace kagura::bench
