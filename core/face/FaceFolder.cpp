// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FaceFolder.h"

#include "face/Listing.h"
#include "face/PictureFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

/// Finds pictures as pairs.txt names them: NAME and a number n for NAME/NAME_000n.*, of several the first of a format that is read here.
class PictureIndex final {
public:
    explicit PictureIndex(const FaceFolder& folder) : m_folder(folder)
    {
        for (int person = 0; person < folder.persons.size(); ++person)
            m_persons.insert(folder.persons[person], person);
    }
    [[nodiscard]] std::optional<int> find(const QString& name, const QString& number) const
    {
        const auto person = m_persons.constFind(name);
        if (person == m_persons.cend())
            return std::nullopt;
        const QString stem = u"%1_%2."_s.arg(name).arg(number.toInt(), 4, 10, QChar(u'0'));
        const int first = m_folder.firstPicture[std::size_t(*person)];
        std::optional<int> found;
        for (int picture = first; picture < first + m_folder.pictureCount[std::size_t(*person)]; ++picture) {
            const QString& path = m_folder.pictures[picture];
            if (!path.section(u'/', -1).startsWith(stem))
                continue;
            if (isReadableFormat(path))
                return picture;
            if (!found)
                found = picture;
        }
        return found;
    }

private:
    const FaceFolder& m_folder;
    QHash<QString, int> m_persons;
};

} // namespace

Result<FaceFolder> FaceFolder::read(const QString& path)
{
    FaceFolder result;
    const QDir root(path);
    QSet<QString> places;
    for (const auto& [person, isFolder, isLink] : listed(path)) {
        if (!isFolder)
            continue;
        const QDir folder(root.filePath(person));
        // A link to somebody's folder is that person once more, not another one.
        const QString place = folder.canonicalPath();
        const bool isOfAnother = isLink && QFileInfo(place).path() == root.canonicalPath();
        if (isOfAnother || (!place.isEmpty() && places.contains(place)))
            continue;
        places.insert(place);
        // Of a folder that cannot be looked into the folder itself stands for what is in it: a picture that cannot be read.
        QStringList paths;
        if (!folder.isReadable())
            paths.push_back(folder.path());
        for (const QString& name : pictureNamesIn(folder))
            paths.push_back(folder.filePath(name));
        if (paths.isEmpty())
            continue;
        result.persons.push_back(person);
        result.firstPicture.push_back(int(result.pictures.size()));
        result.pictureCount.push_back(int(paths.size()));
        result.pictures += paths;
    }
    if (result.persons.isEmpty())
        return fail(FaultCode::PictureUnreadable, path);
    return result;
}

FaceFolder FaceFolder::without(std::span<const int> lost) const
{
    FaceFolder result;
    for (qsizetype person = 0; person < persons.size(); ++person) {
        QStringList left;
        for (int i = 0; i < pictureCount[std::size_t(person)]; ++i) {
            const int picture = firstPicture[std::size_t(person)] + i;
            if (!std::ranges::binary_search(lost, picture))
                left.push_back(pictures[picture]);
        }
        if (left.isEmpty())
            continue;
        result.persons.push_back(persons[person]);
        result.firstPicture.push_back(int(result.pictures.size()));
        result.pictureCount.push_back(int(left.size()));
        result.pictures += left;
    }
    return result;
}

Result<PairList> PairList::read(const QString& path, const FaceFolder& folder)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultCode::PictureUnreadable, path);
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const QStringList head = lines.isEmpty() ? QStringList() : lines.first().split(u'\t');
    // The header of a list without folds is the number of pairs alone.
    PairList result;
    result.folds = head.size() == 2 ? head[0].toInt() : 1;
    const int perFold = 2 * (head.isEmpty() ? 0 : head.last().trimmed().toInt());
    if (result.folds < 1 || perFold < 2 || lines.size() - 1 != qsizetype(result.folds) * perFold)
        return fail(FaultCode::PictureUnreadable, path);

    const PictureIndex index(folder);
    for (qsizetype line = 1; line < lines.size(); ++line) {
        const QStringList fields = lines[line].trimmed().split(u'\t');
        const bool isMated = fields.size() == 3;
        if (!isMated && fields.size() != 4)
            return fail(FaultCode::PictureUnreadable, lines[line]);
        const auto a = index.find(fields[0], fields[1]);
        const auto b = isMated ? index.find(fields[0], fields[2]) : index.find(fields[2], fields[3]);
        if (!a || !b)
            return fail(FaultCode::PictureUnreadable, lines[line]);
        result.pairs.push_back({.a = *a, .b = *b, .isMated = isMated, .fold = int(line - 1) / perFold});
    }
    return result;
}

PairList PairList::without(std::span<const int> lost) const
{
    PairList result;
    int lastFold = -1;
    for (const PicturePair& pair : pairs) { // fold after fold
        if (std::ranges::binary_search(lost, pair.a) || std::ranges::binary_search(lost, pair.b))
            continue;
        if (std::exchange(lastFold, pair.fold) != pair.fold)
            ++result.folds;
        result.pairs.push_back({.a = pair.a, .b = pair.b, .isMated = pair.isMated, .fold = result.folds - 1});
    }
    return result;
}

} // namespace kobai::face
