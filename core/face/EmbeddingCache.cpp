// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/EmbeddingCache.h"

#include "face/Engine.h"
#include "face/Template.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <atomic>
#include <mutex>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

/// What is known of one picture: its embedding, or that no face is found in it.
using Finding = std::optional<Embedding>;

std::optional<QByteArray> readAll(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return std::nullopt;
    return bytes;
}

// An entry is a template blob, or empty for a picture in which no face was found.
void keep(const QString& path, const Finding& finding)
{
    const QByteArray entry = finding ? encodeTemplate(*finding) : QByteArray();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(entry) == entry.size())
        (void)file.commit(); // a cache that cannot be written costs time, nothing else
}

/// nullopt when the cache does not know the picture. A damaged entry is taken away.
std::optional<Finding> kept(const QString& path)
{
    const auto entry = readAll(path);
    if (!entry)
        return std::nullopt;
    if (entry->isEmpty())
        return Finding();
    const Finding finding = decodeTemplate(*entry);
    if (finding)
        return finding;
    (void)QFile::remove(path);
    return std::nullopt;
}

} // namespace

EmbeddingCache::EmbeddingCache(QString folder, QString modelSet)
    : m_folder(std::move(folder)), m_modelSet(std::move(modelSet))
{
    if (!m_folder.isEmpty())
        (void)QDir().mkpath(m_folder);
}

QString EmbeddingCache::entryPath(const QByteArray& picture) const
{
    constexpr auto recipe = "centred face 2"; // to be counted up when encodeStill() changes
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(recipe);
    hash.addData(m_modelSet.toLatin1());
    hash.addData(picture);
    return QDir(m_folder).filePath(QString::fromLatin1(hash.result().toHex()));
}

Result<std::vector<std::optional<Embedding>>> EmbeddingCache::encode(const QStringList& pictures,
                                                                     const QString& modelFolder, int threads,
                                                                     const Progress& progress) const
{
    std::vector<std::optional<Embedding>> embeddings(std::size_t(pictures.size()));
    std::atomic<qsizetype> next = 0;
    std::mutex mutex; // over done, progress and fault
    int done = 0;
    std::optional<Fault> fault;

    const auto encodeOne = [&](std::unique_ptr<Engine>& engine, qsizetype index) -> Status {
        Finding& finding = embeddings[std::size_t(index)];
        const auto bytes = readAll(pictures[index]);
        if (!bytes)
            return fail(FaultCode::PictureUnreadable, pictures[index]);
        const QString entry = m_folder.isEmpty() ? QString() : entryPath(*bytes);
        if (const auto known = entry.isEmpty() ? std::nullopt : kept(entry)) {
            finding = *known;
            return {};
        }
        const QImage picture = QImage::fromData(*bytes);
        if (picture.isNull())
            return fail(FaultCode::PictureUnreadable, pictures[index]);
        if (!engine) {
            KOBAI_ASSIGN(engine, Engine::load(modelFolder));
        }
        const auto embedding = engine->encodeStill(picture);
        if (!embedding && embedding.error().code != FaultCode::NoFaceFound)
            return fail(embedding.error());
        if (embedding)
            finding = *embedding;
        if (!entry.isEmpty())
            keep(entry, finding);
        return {};
    };
    const auto work = [&] {
        std::unique_ptr<Engine> engine; // loaded when the cache does not have everything
        for (qsizetype index = next++; index < pictures.size(); index = next++) {
            const Status status = encodeOne(engine, index);
            const std::lock_guard lock(mutex);
            if (!status)
                fault = status.error();
            if (fault)
                return;
            progress(++done, int(pictures.size()));
        }
    };
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < threads; ++i)
            workers.emplace_back(work);
    }
    if (fault)
        return fail(*fault);
    return embeddings;
}

} // namespace kobai::face
