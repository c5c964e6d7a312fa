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

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// An entry is a template blob, or empty for a picture in which no face was found.
void keep(const QString& path, const QByteArray& entry)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(entry) == entry.size())
        (void)file.commit(); // a cache that cannot be written costs time, nothing else
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
        const QByteArray bytes = readAll(pictures[index]);
        const QString entry = m_folder.isEmpty() ? QString() : entryPath(bytes);
        if (!entry.isEmpty() && QFile::exists(entry)) {
            embeddings[std::size_t(index)] = decodeTemplate(readAll(entry));
            return {};
        }
        if (!engine) {
            KOBAI_ASSIGN(engine, Engine::load(modelFolder));
        }
        const auto embedding = engine->encodeStill(QImage::fromData(bytes));
        if (!embedding && embedding.error().code != FaultCode::NoFaceFound)
            return fail(embedding.error());
        if (embedding)
            embeddings[std::size_t(index)] = *embedding;
        if (!entry.isEmpty())
            keep(entry, embedding ? encodeTemplate(*embedding) : QByteArray());
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
