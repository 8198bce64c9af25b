// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/cache/sampleentries.h"
#include "ui/cache/cacheentrydelegate.h"
#include "ui/cache/cacheentrymodel.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestCacheEntryDelegate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void searchedWordsAreMarkedWhereAWordBegins()
    {
        using Marks = QList<std::pair<int, int>>;
        QCOMPARE(CacheEntryDelegate::marks(u"Fail, failures; unfailing"_s, {u"fail"_s}),
                 (Marks{{0, 4}, {6, 4}}));
        QCOMPARE(CacheEntryDelegate::marks(u"one two one"_s, {u"two"_s, u"one"_s}),
                 (Marks{{0, 3}, {4, 3}, {8, 3}}));
        QVERIFY(CacheEntryDelegate::marks(u"text"_s, {}).isEmpty());
    }

    void statesDifferByMoreThanColour()
    {
        CacheEntryModel model;
        model.setNow(sampleNow());
        quint64 token = 0;
        connect(&model, &CacheEntryModel::pageWanted, &model,
                [&token](const CachePageRequest &request) { token = request.token; });
        model.ask({}, BrowserTable::Order::Newest);
        BrowserTable::Page page;
        for (int i = 0; i < 4; ++i)
            page.entries.append(sampleEntry(i + 1));
        page.entries[1].state = CacheEntry::State::Stale;
        page.entries[2].isPinned = true;
        page.entries[3].state = CacheEntry::State::Trash;
        model.takePage(token, page);
        CacheEntryDelegate delegate;
        QList<QImage> shapes;
        for (int row = 0; row < 4; ++row) {
            QImage cell(32, 32, QImage::Format_ARGB32);
            cell.fill(Qt::white);
            QPainter painter(&cell);
            QStyleOptionViewItem option;
            option.rect = cell.rect();
            delegate.paint(&painter, option, model.index(row, CacheEntryModel::State));
            painter.end();
            // Without colour: ink or none.
            QImage shape = cell.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
            for (const QImage &other : std::as_const(shapes))
                QVERIFY(shape != other);
            shapes.append(shape);
        }
    }
};

KAGURA_TEST(TestCacheEntryDelegate)
#include "tst_cacheentrydelegate.moc"
