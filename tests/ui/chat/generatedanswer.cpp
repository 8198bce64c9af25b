// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/chat/generatedanswer.h"

#include <QStringList>

namespace kagura::test {
namespace {

const QStringList &pieces()
{
    static const QStringList all = [] {
        QStringList list;
        for (
            const char *piece :
            {"# Title\n", "## Two `code`\n", "Text with **strong** and *weak* words. ",
             "A sentence that is long enough to need a second line in a column of ordinary width, "
             "and then goes on a little. ",
             "\n", "\n\n", "\n\n", "- item\n", "  - inner **x**\n", "    - deeper\n", "1. one\n",
             "2. two\n", "   more\n", "- [ ] open\n", "- [x] done\n", "> quoted\n", "> > twice\n",
             ">\n", "```cpp\n", "```\n", "```mermaid\ngraph TD\n```\n", "    indented\n",
             "int a = 1; // x\n", "/* open\n", "| a | b |\n", "|---|:-:|\n", "| 1 | `2` |\n",
             "| a longer **cell** of words | \xd7\x90\xd7\x91 |\n", "a | b\n", "-|-\n", "---\n",
             "===\n", "$$\n", "x^2\n", "\\[ a \\]\n", "so $x$ is \\(y\\) ",
             "[link](https://a.b/c) ", "<b>html</b> ", "a<br>b ", "~~~\n", " ", "word ", "**", "`",
             "|", "-", "\t", "\xf0\x9f\x98\x80", "![i](x) ", "\\", "1", "10) ten\n", "title\n---\n",
             "* a\n\n  b\n",
             // Hebrew and Arabic: a paragraph, an item, a heading, and words in the middle of others.
             "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd7\xa2\xd7\x95\xd7\x9c\xd7\x9d 12 (abc) ",
             "\n\n\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd7\xa2\xd7\x95\xd7\x9c\xd7\x9d, "
             "**\xd7\x97\xd7\x96\xd7\xa7** `code` \xd7\x95\xd7\xa2\xd7\x95\xd7\x93 ",
             "- \xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7 \xd8\xa8\xd9\x83\n",
             "# \xd8\xb9\xd9\x86\xd9\x88\xd8\xa7\xd9\x86\n"})
            list += QString::fromUtf8(piece);
        return list;
    }();
    return all;
}

} // namespace

QString generatedAnswer(QRandomGenerator &random)
{
    QString text;
    for (int i = 0, count = 3 + random.bounded(40); i < count; ++i)
        text += pieces().at(random.bounded(int(pieces().size())));
    // Now and then a paragraph of several chunks, or code of several.
    if (random.bounded(12) == 0)
        text += QStringLiteral("\n\n") + pieces().at(3).repeated(14 + random.bounded(30));
    if (random.bounded(20) == 0)
        text += QStringLiteral("\n\n")
            + QString::fromUtf8("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d word ").repeated(250);
    if (random.bounded(20) == 0)
        text += QStringLiteral("\n\n```py\n")
            + QStringLiteral("def f(x): return \"text\"  # note\n").repeated(90);
    return text;
}

} // namespace kagura::test
