// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/unreadconnections.h"

#ifdef Q_OS_LINUX
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace kagura {

#ifdef Q_OS_LINUX

namespace {

// A healthy connection that waits for its head has next to nothing unread; a flooded one hovers below
// the 64 KB that the kernel grants to a reader as slow as this.
constexpr int UnreadLimit = 16 * 1024;

int portOfPeer(int socket)
{
    sockaddr_storage address = {};
    socklen_t size = sizeof(address);
    if (::getpeername(socket, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return -1;
    if (address.ss_family == AF_INET)
        return ntohs(reinterpret_cast<const sockaddr_in *>(&address)->sin_port);
    if (address.ss_family == AF_INET6)
        return ntohs(reinterpret_cast<const sockaddr_in6 *>(&address)->sin6_port);
    return -1;
}

template <typename Visit>
int visitUnread(quint16 peerPort, Visit &&visit)
{
    DIR *table = ::opendir("/proc/self/fd");
    if (!table)
        return 0;
    int count = 0;
    while (const dirent *entry = ::readdir(table)) {
        // A duplicate stays the same connection even if its owner closes the number meanwhile.
        const int own = ::fcntl(std::atoi(entry->d_name), F_DUPFD_CLOEXEC, 3);
        if (own < 0)
            continue;
        int unread = 0;
        if (portOfPeer(own) == peerPort && ::ioctl(own, FIONREAD, &unread) == 0
            && unread >= UnreadLimit) {
            ++count;
            visit(own);
        }
        ::close(own);
    }
    ::closedir(table);
    return count;
}

} // namespace

int unreadConnections(quint16 peerPort)
{
    return visitUnread(peerPort, [](int) {});
}

int cutUnreadConnections(quint16 peerPort)
{
    return visitUnread(peerPort, [](int socket) {
        ::shutdown(socket, SHUT_RDWR);
        // Megabytes wait in the kernel, and the reader takes them byte by byte before it sees the end.
        char thrownAway[64 * 1024];
        while (::recv(socket, thrownAway, sizeof(thrownAway), MSG_DONTWAIT) > 0) {}
    });
}

#else

int unreadConnections(quint16)
{
    return 0;
}

int cutUnreadConnections(quint16)
{
    return 0;
}

#endif

} // namespace kagura
