// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keydescriptor.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype KeyLimit = 16 * 1024;

Error usage(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

//! Closes the descriptor whatever happens: the key must not be readable twice.
class OwnedDescriptor
{
public:
    explicit OwnedDescriptor(int descriptor)
        : m_descriptor(descriptor)
    {}
    ~OwnedDescriptor() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(OwnedDescriptor)

private:
    int m_descriptor;
};

} // namespace

Result<Secret> readKeyDescriptor(int descriptor, std::chrono::milliseconds limit)
{
    // Standard output and standard error hold no key, and closing them would silence the program.
    if (descriptor < 0 || descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO)
        return usage(u"--key-fd takes the number of an open file descriptor other than 1 and 2"_s);
    const OwnedDescriptor owned(descriptor);
    const QDeadlineTimer deadline(limit);
    QByteArray bytes;
    for (;;) {
        pollfd waiting{descriptor, POLLIN, 0};
        const int ready =
            ::poll(&waiting, 1, std::max(0, static_cast<int>(deadline.remainingTime())));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready == 0) {
            wipe(bytes);
            return usage(
                u"no key came from file descriptor %1 in time; does somebody write and close it?"_s
                    .arg(descriptor));
        }
        std::array<char, 1024> buffer{};
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (count < 0)
            return usage(
                u"file descriptor %1 is not open for reading; hand it over with %1< FILE"_s.arg(
                    descriptor));
        bytes.append(buffer.data(), count);
        if (count == 0 || bytes.contains('\n') || bytes.size() > KeyLimit)
            break;
    }
    const qsizetype lineEnd = bytes.indexOf('\n');
    QByteArray line = (lineEnd < 0 ? bytes : bytes.left(lineEnd)).trimmed();
    wipe(bytes);
    if (line.isEmpty() || line.size() > KeyLimit)
        return usage(u"there is no key in file descriptor %1"_s.arg(descriptor));
    const Secret secret(line);
    wipe(line);
    return secret;
}

} // namespace kagura
