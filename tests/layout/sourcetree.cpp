// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/layout/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace kagura::layout {

namespace {

using namespace Qt::StringLiterals;

bool isIdentifierPart(QChar character)
{
    return character.isLetterOrNumber() || character == u'_';
}

//! Walks over C++ text once and copies each character into the views that it belongs to.
class ViewSplitter
{
public:
    explicit ViewSplitter(const QString &text)
        : m_text(text)
    {
        for (QString *view : {&m_views.code, &m_views.codeAndStrings, &m_views.comments})
            view->reserve(text.size());
    }

    SourceViews split()
    {
        while (m_at < m_text.size()) {
            const QStringView rest = QStringView(m_text).sliced(m_at);
            if (rest.startsWith("//"_L1))
                takeComment(m_text.indexOf(u'\n', m_at));
            else if (rest.startsWith("/*"_L1))
                takeComment(after(m_text.indexOf("*/"_L1, m_at + 2), 2));
            else if (rest.startsWith("R\""_L1) && !followsIdentifier("uUL8"_L1))
                takeRawString();
            else if (rest.front() == u'"'
                     || (rest.front() == u'\'' && !followsIdentifier("uUL8"_L1)))
                takeQuoted(rest.front());
            else
                take(1, Kind::Code);
        }
        return m_views;
    }

private:
    enum class Kind { Code, Literal, Comment };

    //! Whether an identifier or number ends just before; a prefix of literals does not count as one.
    [[nodiscard]] bool followsIdentifier(QLatin1StringView prefixes) const
    {
        qsizetype at = m_at - 1;
        while (at >= 0 && prefixes.contains(m_text.at(at)))
            --at;
        // A digit before the mark is a separated number such as 10'000, whatever stands before it.
        if (m_at > 0 && m_text.at(m_at - 1).isDigit() && m_text.at(m_at) == u'\'')
            return true;
        return at >= 0 && isIdentifierPart(m_text.at(at));
    }

    [[nodiscard]] static qsizetype after(qsizetype found, qsizetype length)
    {
        return found < 0 ? -1 : found + length;
    }

    void takeComment(qsizetype end) { take((end < 0 ? m_text.size() : end) - m_at, Kind::Comment); }

    void takeQuoted(QChar mark)
    {
        take(1, Kind::Code);
        while (m_at < m_text.size() && m_text.at(m_at) != mark && m_text.at(m_at) != u'\n')
            take(m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size() ? 2 : 1, Kind::Literal);
        if (m_at < m_text.size())
            take(1, Kind::Code);
    }

    void takeRawString()
    {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        if (open < 0)
            return take(m_text.size() - m_at, Kind::Code);
        const QString close = u')' + m_text.sliced(m_at + 2, open - m_at - 2) + u'"';
        const qsizetype end = m_text.indexOf(close, open);
        take(2, Kind::Code);
        take((end < 0 ? m_text.size() : end + close.size() - 1) - m_at, Kind::Literal);
        if (m_at < m_text.size())
            take(1, Kind::Code);
    }

    void take(qsizetype count, Kind kind)
    {
        for (; count > 0 && m_at < m_text.size(); --count, ++m_at) {
            const QChar character = m_text.at(m_at);
            const QChar blank = character == u'\n' ? u'\n' : u' ';
            m_views.code += kind == Kind::Code ? character : blank;
            m_views.codeAndStrings += kind == Kind::Comment ? blank : character;
            m_views.comments += kind == Kind::Comment ? character : blank;
        }
    }

    QString m_text;
    SourceViews m_views;
    qsizetype m_at = 0;
};

bool isText(const QString &name)
{
    static const QRegularExpression kinds(
        u"(?:\\.(?:h|cpp|cmake|sh|py)|^CMakeLists\\.txt|^README\\.md|^run)$"_s);
    return kinds.match(name).hasMatch();
}

} // namespace

SourceTree readSourceTree(const QString &top)
{
    const QDir folder(top);
    SourceTree tree;
    const auto add = [&](const QString &path) {
        QFile file(folder.filePath(path));
        if (isText(file.fileName().section(u'/', -1)) && file.open(QIODevice::ReadOnly))
            tree.insert(path, QString::fromUtf8(file.readAll()));
    };
    for (const QString &name : folder.entryList(QDir::Files))
        add(name);
    for (const QString &name : {u"app"_s, u"core"_s, u"ui"_s, u"tests"_s, u"cmake"_s,
                                u"packaging"_s, u"docs"_s, u".ci"_s}) {
        QDirIterator iterator(folder.filePath(name), QDir::Files, QDirIterator::Subdirectories);
        while (iterator.hasNext()) {
            const QString path = folder.relativeFilePath(iterator.next());
            if (!path.contains("/node_modules/"_L1))
                add(path);
        }
    }
    return tree;
}

SourceViews viewsOf(const QString &text)
{
    return ViewSplitter(text).split();
}

QList<Include> includesOf(const QString &text)
{
    // The name stands inside quotes, which the view of bare code leaves out; a line inside a raw string
    // looks like an include only in the other view.
    static const QRegularExpression form(u"^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"_s);
    static const QRegularExpression directive(u"^\\s*#\\s*include\\b"_s);
    const SourceViews views = viewsOf(text);
    const QStringList lines = views.codeAndStrings.split(u'\n');
    const QStringList bare = views.code.split(u'\n');
    QList<Include> includes;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = form.match(lines.at(i));
        if (match.hasMatch() && directive.match(bare.at(i)).hasMatch())
            includes.append(
                {static_cast<int>(i + 1), match.captured(2), match.captured(1) == "\""_L1});
    }
    return includes;
}

} // namespace kagura::layout
