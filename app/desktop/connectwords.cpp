// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/connectwords.h"

#include "ui/chat/failuretext.h"

#include <QCoreApplication>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("ConnectWords", text, nullptr, count);
}

QString nextStep(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Auth:
        return tr("Next: check that the key is of this provider and was copied whole, then replace "
                  "it.");
    case Error::Kind::Network:
        return tr("Next: check the base URL and the proxy, and that the server runs.");
    case Error::Kind::Timeout:
        return tr("Next: try again; a server that loads a model may take a while.");
    case Error::Kind::BadRequest:
    case Error::Kind::Protocol:
        return tr("Next: check the base URL; most end in /v1.");
    case Error::Kind::Quota:
        return tr("Next: look at the account's credit at the provider.");
    case Error::Kind::RateLimited:
    case Error::Kind::Overloaded:
    case Error::Kind::Server:
        return tr("Next: try again in a while.");
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
                (modelCount == 1 ? tr("It works: one model, listed in %1 ms.")
                                 : tr("It works: %n models, listed in %1 ms.", modelCount))
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
        return tr("From $%1 in your environment").arg(config.keyVariable);
    case KeyReply::Origin::Descriptor:
        return tr("Handed over for this session");
    case KeyReply::Origin::Keychain:
        return tr("In the keychain. It is never written to a settings file or a log.");
    case KeyReply::Origin::Session:
        return tr("In memory, until Kagura is closed: there is no keychain here");
    case KeyReply::Origin::SignIn:
        return tr("Signed in. The tokens are renewed by themselves.");
    case KeyReply::Origin::None:
        break;
    }
    return config.needsKey ? tr("Missing") : tr("None is needed");
}

} // namespace kagura
