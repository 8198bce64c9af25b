// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/beatpicture.h"

#include "ui/widgets/valuetext.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr qreal Height = 80;
constexpr qreal BarRoom = 52;
constexpr qreal BarWidth = 2;
constexpr qreal BarStep = 3;
constexpr qreal LeastBar = 3;
constexpr auto LeastGap = 200ms;

QString secondsText(milliseconds time)
{
    return QLocale().toString(double(time.count()) / 1000.0, 'g', 3);
}

} // namespace

BeatPicture::Figures BeatPicture::figuresOf(const QList<StreamBeat> &beats, milliseconds duration)
{
    Figures figures;
    figures.pieces = int(beats.size());
    figures.end = duration;
    if (beats.isEmpty())
        return figures;
    figures.first = beats.constFirst().at;
    figures.end = std::max(duration, beats.constLast().at);
    milliseconds total{0};
    for (qsizetype i = 1; i < beats.size(); ++i) {
        const milliseconds pause = beats.at(i).at - beats.at(i - 1).at;
        total += pause;
        if (pause > figures.gap) {
            figures.gap = pause;
            figures.gapAt = beats.at(i - 1).at;
        }
    }
    // One that is no longer than the others are is no gap.
    const bool standsOut = figures.gap >= LeastGap && figures.gap * (beats.size() - 1) > total * 4;
    if (!standsOut) {
        figures.gap = 0ms;
        figures.gapAt.reset();
    }
    return figures;
}

BeatPicture::BeatPicture(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTheme(m_theme);
}

void BeatPicture::setTheme(const Theme &theme)
{
    m_theme = theme;
    setFixedHeight(theme.px(Height));
    update();
}

void BeatPicture::setStream(const QList<StreamBeat> &beats, milliseconds duration)
{
    m_beats = beats;
    m_figures = figuresOf(beats, duration);
    QStringList words{tr("First text after %1, whole after %2")
                          .arg(durationText(m_figures.first), durationText(m_figures.end))};
    if (m_figures.gapAt)
        words.append(tr("a gap of %1").arg(durationText(m_figures.gap)));
    setAccessibleName(words.join(u", "_s));
    setToolTip(accessibleName());
    update();
}

QSize BeatPicture::sizeHint() const
{
    return {m_theme.px(Measure::Sidebar), m_theme.px(Height)};
}

qreal BeatPicture::placeOf(milliseconds at) const
{
    const auto end = std::max<milliseconds>(1ms, m_figures.end);
    return qreal(width()) * double(at.count()) / double(end.count());
}

void BeatPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int baseline = m_theme.px(BarRoom) + m_theme.px(Space::Tight);
    const auto shade = [&](milliseconds from, milliseconds to, ColorToken token) {
        painter.fillRect(QRectF(placeOf(from), m_theme.px(Space::Tight),
                                placeOf(to) - placeOf(from), m_theme.px(BarRoom)),
                         m_theme.color(token));
    };
    if (!m_beats.isEmpty())
        shade(0ms, m_figures.first, ColorToken::Hover);
    if (m_figures.gapAt)
        shade(*m_figures.gapAt, *m_figures.gapAt + m_figures.gap, ColorToken::WaitSoft);
    // So many columns as there is room for; each as high as what came in its time.
    const int columns = std::max(1, int(width() / m_theme.px(BarStep)));
    QList<int> characters(columns, 0);
    for (const StreamBeat &beat : m_beats) {
        const int column = std::clamp(int(placeOf(beat.at) / m_theme.px(BarStep)), 0, columns - 1);
        characters[column] += int(beat.text.size());
    }
    const int most = std::max(1, *std::max_element(characters.cbegin(), characters.cend()));
    for (int column = 0; column < columns; ++column) {
        if (characters.at(column) == 0)
            continue;
        const qreal height = std::max<qreal>(
            m_theme.px(LeastBar), m_theme.px(BarRoom) * double(characters.at(column)) / most);
        painter.fillRect(
            QRectF(column * m_theme.px(BarStep), baseline - height, m_theme.px(BarWidth), height),
            m_theme.color(ColorToken::Cached));
    }
    painter.fillRect(0, baseline, width(), m_theme.px(Measure::Hairline),
                     m_theme.color(ColorToken::StrongBorder));
    paintScale(painter, baseline);
}

void BeatPicture::paintScale(QPainter &painter, int baseline) const
{
    struct Mark
    {
        milliseconds at;
        QString text;
        ColorToken ink;
    };
    QList<Mark> marks;
    marks.append({m_figures.end, tr("%1 s").arg(secondsText(m_figures.end)), ColorToken::Text3});
    if (!m_beats.isEmpty())
        marks.append(
            {m_figures.first, tr("first %1").arg(secondsText(m_figures.first)), ColorToken::Text2});
    if (m_figures.gapAt)
        marks.append({*m_figures.gapAt + m_figures.gap / 2,
                      tr("gap %1 s").arg(secondsText(m_figures.gap)), ColorToken::Wait});
    marks.append({0ms, u"0"_s, ColorToken::Text3});
    const QFont font = m_theme.font(TypeSize::Tiny);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    QList<QRect> taken;
    for (const Mark &mark : std::as_const(marks)) {
        const int wide = metrics.horizontalAdvance(mark.text);
        const int left =
            std::clamp(int(placeOf(mark.at)) - wide / 2, 0, std::max(0, width() - wide));
        const QRect words(left, baseline + m_theme.px(Space::Tight), wide, metrics.height());
        const int gap = m_theme.px(Space::Tight);
        const bool isFree = std::none_of(taken.cbegin(), taken.cend(), [&](const QRect &other) {
            return other.adjusted(-gap, 0, gap, 0).intersects(words);
        });
        if (!isFree)
            continue; // what stands there says more
        taken.append(words);
        painter.setPen(m_theme.color(mark.ink));
        painter.drawText(words, Qt::AlignCenter | Qt::TextSingleLine, mark.text);
    }
}

} // namespace kagura
