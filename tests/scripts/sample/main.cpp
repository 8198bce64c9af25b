// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asks the Guide, which needs no key and no network, and reads its answer as Markdown.

#include <QCoreApplication>

#include <core/guide/guideserver.h>
#include <core/llm/vendorprovider.h>
#include <core/markdown/markdownparser.h>
#include <core/net/qttransport.h>
#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);

    kagura::MarkdownParser parser;
    parser.append(u"# Kagura\n\nin a *program* of yours");
    parser.finish();
    std::printf("heading: %s\n", qPrintable(parser.blocks().constFirst().text));

    kagura::GuideServer guide;
    if (!guide.start())
        return 1;
    kagura::ProviderConfig config;
    config.name = QStringLiteral("guide");
    config.baseUrl = guide.baseUrl();
    config.network.proxy = kagura::NetworkProfile::Proxy::None;
    kagura::QtTransport transport;
    kagura::VendorProvider provider(config, kagura::dialectFor(config.dialect), transport,
                                    [&guide] { return kagura::AccountKey(guide.token()); });
    kagura::ChatRequest request;
    request.model = QString::fromLatin1(kagura::GuideServer::ModelName);
    request.messages = {
        kagura::Message::fromText(kagura::Role::User, QStringLiteral("What is Kagura?"))};
    const std::unique_ptr<kagura::ChatReply> reply = provider.send(request, {});
    QObject::connect(reply.get(), &kagura::Handle::finished, &application, [&reply] {
        std::printf("the Guide answers: %s\n", qPrintable(reply->answer().text.simplified()));
        QCoreApplication::exit(reply->failure() ? 1 : 0);
    });
    return QCoreApplication::exec();
}
