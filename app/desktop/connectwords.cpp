// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/connectwords.h"

#include "ui/chat/failuretext.h"

#include <QCoreApplication>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::ConnectWords)
};

QString nextStep(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Auth:
        return Words::tr(
            "Next: check that the key is of this provider and was copied whole, then replace "
            "it.");
    case Error::Kind::Network:
        return Words::tr("Next: check the base URL and the proxy, and that the server runs.");
    case Error::Kind::Timeout:
        return Words::tr("Next: try again; a server that loads a model may take a while.");
    case Error::Kind::BadRequest:
    case Error::Kind::Protocol:
        return Words::tr("Next: check the base URL; most end in /v1.");
    case Error::Kind::Quota:
        return Words::tr("Next: look at the account's credit at the provider.");
    case Error::Kind::RateLimited:
    case Error::Kind::Overloaded:
    case Error::Kind::Server:
        return Words::tr("Next: try again in a while.");
    default:
        return {};
    }
}

} // namespace

QString callPath(DialectId dialect)
{
    switch (dialect) {
    case DialectId::OpenAiResponses:
        return u"/responses"_s;
    case DialectId::Anthropic:
        return u"/messages"_s;
    case DialectId::Gemini:
        return u"/models/…:streamGenerateContent"_s;
    case DialectId::Ollama:
        return u"/api/chat"_s;
    case DialectId::OpenAiChat:
        break;
    }
    return u"/chat/completions"_s;
}

NoticeText testWords(const std::optional<Error> &failure, int modelCount, qint64 milliseconds)
{
    if (!failure)
        return {NoticeText::Kind::Good,
                (modelCount == 1
                     ? Words::tr("It works: one model, listed in %1 ms.")
                     : Words::tr("It works: %n models, listed in %1 ms.", nullptr, modelCount))
                    .arg(milliseconds)};
    const FailureText text = FailureText::of(*failure);
    QStringList detail = {text.reason, nextStep(failure->kind)};
    detail.removeAll(QString());
    return {NoticeText::Kind::Failure, text.title, detail.join(u'\n')};
}

QString keyWords(const ProviderConfig &config, KeyReply::Origin origin)
{
    switch (origin) {
    case KeyReply::Origin::Environment:
        return Words::tr("From $%1 in your environment").arg(config.keyVariable);
    case KeyReply::Origin::Descriptor:
        return Words::tr("Handed over for this session");
    case KeyReply::Origin::Keychain:
        return Words::tr("In the keychain. It is never written to a settings file or a log.");
    case KeyReply::Origin::Session:
        return Words::tr("In memory, until Kagura is closed: there is no keychain here");
    case KeyReply::Origin::SignIn:
        return Words::tr("Signed in. The tokens are renewed by themselves.");
    case KeyReply::Origin::None:
        break;
    }
    return config.needsKey ? Words::tr("Missing") : Words::tr("None is needed");
}

} // namespace kagura
