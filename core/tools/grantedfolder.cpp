// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/grantedfolder.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype PathLimit = 4096;
constexpr int OpenFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
// A pipe that nobody writes into must not hold us.
constexpr int OpenFile = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;

//! An open file or folder of ours.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(other.release())
    {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
};

using Folder = std::unique_ptr<DIR, int (*)(DIR *)>;

Error refused(const QString &path, const QString &why)
{
    return {Error::Kind::BadRequest, u"%1: %2"_s.arg(path.isEmpty() ? u"the folder"_s : path, why)};
}

Error failed(const QString &path)
{
    const int number = errno;
    switch (number) {
    case ENOENT:
        return refused(path, u"there is nothing of that name"_s);
    case ELOOP:
    case EMLINK: // as BSD says it
        return refused(path, u"this is or goes through a link, and links are not followed"_s);
    case ENOTDIR:
        return refused(path, u"this goes through a link or a file, where a folder should be"_s);
    case EACCES:
    case EPERM:
        return refused(path, u"it may not be read"_s);
    default:
        return {Error::Kind::Storage,
                u"%1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(number)))};
    }
}

//! From the folder on, one step after the other.
Result<Descriptor> opened(int folder, const QStringList &steps, const QString &path, int lastFlags)
{
    Descriptor at(::openat(folder, ".", OpenFolder));
    for (qsizetype i = 0; at.isOpen() && i < steps.size(); ++i) {
        const int flags = i + 1 == steps.size() ? lastFlags : OpenFolder;
        at = Descriptor(::openat(at.number(), QFile::encodeName(steps.at(i)).constData(), flags));
    }
    if (!at.isOpen())
        return failed(path);
    return at;
}

//! What is in one folder, sorted; hidden and other files left out.
struct Names
{
    QStringList folders;
    QList<GrantedFolder::Entry> files;
    bool isCut = false;
};

Names namesIn(DIR *folder, qsizetype limit)
{
    Names names;
    while (const dirent *entry = ::readdir(folder)) {
        const QByteArray encoded(entry->d_name);
        const QString name = QFile::decodeName(encoded);
        struct stat about = {};
        if (encoded.startsWith('.') || QFile::encodeName(name) != encoded
            || ::fstatat(::dirfd(folder), encoded.constData(), &about, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        if (names.folders.size() + names.files.size() >= limit) {
            names.isCut = true;
            break;
        }
        if (S_ISDIR(about.st_mode))
            names.folders.append(name);
        else if (S_ISREG(about.st_mode))
            names.files.append({name, about.st_size});
    }
    std::sort(names.folders.begin(), names.folders.end());
    return names;
}

void listInto(GrantedFolder::Listing &listing,
              Descriptor folder,
              const QString &prefix,
              const GrantedFolder::Limits &limits,
              int depth)
{
    constexpr qsizetype NameLimit = 100'000; // of one folder, which are sorted in memory
    const Folder open(::fdopendir(folder.number()), ::closedir);
    if (!open)
        return;
    std::ignore = folder.release(); // closedir() closes it
    const Names names = namesIn(open.get(), NameLimit);
    listing.isCut = listing.isCut || names.isCut;
    for (const GrantedFolder::Entry &file : names.files)
        listing.files.append({prefix + file.path, file.bytes});
    for (const QString &name : names.folders) {
        if (listing.files.size() > limits.entries || depth >= limits.depth) {
            listing.isCut = true;
            return;
        }
        Descriptor inner(
            ::openat(::dirfd(open.get()), QFile::encodeName(name).constData(), OpenFolder));
        if (inner.isOpen())
            listInto(listing, std::move(inner), prefix + name + u'/', limits, depth + 1);
    }
}

} // namespace

GrantedFolder::~GrantedFolder()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

GrantedFolder::GrantedFolder(GrantedFolder &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{}

Result<GrantedFolder> GrantedFolder::open(const QString &path)
{
    if (!QDir::isAbsolutePath(path))
        return Error{Error::Kind::BadRequest,
                     u"no folder was granted for this run; choose one when it is started"_s};
    // The one that the person named may be a link.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return failed(path);
    return GrantedFolder(descriptor);
}

Result<QStringList> GrantedFolder::steps(const QString &path)
{
    if (path.size() > PathLimit)
        return refused(path.left(40) + u'…', u"the path is too long"_s);
    if (path.contains(QChar::Null))
        return refused(QString(path).replace(QChar::Null, QChar::ReplacementCharacter),
                       u"the path holds a zero character"_s);
    if (path.startsWith(u'/'))
        return refused(path, u"the path must begin in the granted folder, without a /"_s);
    QStringList steps;
    const QStringList names = path.split(u'/', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (name == "."_L1)
            continue;
        if (name == ".."_L1)
            return refused(path, u".. would lead out of the granted folder"_s);
        if (name.startsWith(u'.'))
            return refused(path, u"hidden files are not read"_s);
        steps.append(name);
    }
    return steps;
}

Result<GrantedFolder::Listing> GrantedFolder::list(const QString &path, const Limits &limits) const
{
    const Result<QStringList> names = steps(path);
    if (!names)
        return names.error();
    Result<Descriptor> folder = opened(m_descriptor, *names, path, OpenFolder);
    if (!folder)
        return folder.error();
    Listing listing;
    const QString prefix = names->isEmpty() ? QString() : names->join(u'/') + u'/';
    listInto(listing, std::move(folder).value(), prefix, limits, 0);
    std::sort(listing.files.begin(), listing.files.end(),
              [](const Entry &one, const Entry &other) { return one.path < other.path; });
    if (listing.files.size() > limits.entries) {
        listing.files.resize(limits.entries);
        listing.isCut = true;
    }
    return listing;
}

Result<QByteArray> GrantedFolder::read(const QString &path, const Limits &limits) const
{
    const Result<QStringList> names = steps(path);
    if (!names)
        return names.error();
    if (names->isEmpty())
        return refused(path, u"this is a folder; name a file in it"_s);
    const Result<Descriptor> open = opened(m_descriptor, *names, path, OpenFile);
    if (!open)
        return open.error();
    struct stat about = {};
    if (::fstat(open->number(), &about) != 0)
        return failed(path);
    if (!S_ISREG(about.st_mode))
        return refused(path,
                       S_ISDIR(about.st_mode) ? u"this is a folder; name a file in it"_s
                                              : u"this is no ordinary file"_s);
    const QString tooLarge =
        u"the file is larger than %1 MiB"_s.arg(limits.fileBytes / 1024 / 1024);
    if (about.st_size > limits.fileBytes)
        return refused(path, tooLarge);
    QFile file;
    if (!file.open(open->number(), QIODevice::ReadOnly))
        return Error{Error::Kind::Storage, u"%1: %2"_s.arg(path, file.errorString())};
    QByteArray bytes = file.read(limits.fileBytes + 1); // it may have grown
    if (file.error() != QFileDevice::NoError)
        return Error{Error::Kind::Storage, u"%1: %2"_s.arg(path, file.errorString())};
    if (bytes.size() > limits.fileBytes)
        return refused(path, tooLarge);
    return bytes;
}

} // namespace kagura
