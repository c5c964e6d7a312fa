// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/EmbeddingCache.h"

#include "face/Degradation.h"
#include "face/Engine.h"
#include "face/PictureFile.h"
#include "face/Template.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <atomic>
#include <mutex>

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

/// Engines that are loaded when the cache does not have everything, and go from thread to thread, one at a time.
class EmbeddingCache::EngineShelf final {
public:
    explicit EngineShelf(QString modelFolder) : m_modelFolder(std::move(modelFolder)) {}
    Q_DISABLE_COPY_MOVE(EngineShelf)

    [[nodiscard]] Result<std::unique_ptr<Engine>> take()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_engines.empty()) {
                auto engine = std::move(m_engines.back());
                m_engines.pop_back();
                return engine;
            }
        }
        return Engine::load(m_modelFolder);
    }
    void giveBack(std::unique_ptr<Engine> engine)
    {
        ++m_encoded;
        const std::lock_guard lock(m_mutex);
        m_engines.push_back(std::move(engine));
    }
    [[nodiscard]] int encoded() const { return m_encoded; }

private:
    QString m_modelFolder;
    std::mutex m_mutex; // over the engines
    std::vector<std::unique_ptr<Engine>> m_engines;
    std::atomic<int> m_encoded = 0;
};

QString EmbeddingCache::entryPath(const QByteArray& picture, std::uint32_t degradation) const
{
    constexpr auto recipe =
        "centred face 4"; // to be counted up when decodedPicture(), encodeStill() or degraded() changes
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(recipe);
    hash.addData(m_modelSet.toLatin1());
    if (degradation != 0)
        hash.addData("degraded " + QByteArray::number(degradation));
    hash.addData(picture);
    return QDir(m_folder).filePath(QString::fromLatin1(hash.result().toHex()));
}

Result<std::optional<Embedding>> EmbeddingCache::encodeOne(const TestPicture& task, EngineShelf& engines) const
{
    KOBAI_ASSIGN(const QByteArray bytes, pictureBytes(task.path));
    const QString entry = m_folder.isEmpty() ? QString() : entryPath(bytes, task.degradation);
    if (const auto known = entry.isEmpty() ? std::nullopt : kept(entry))
        return *known;
    KOBAI_ASSIGN(const QImage whole, decodedPicture(bytes, task.path));
    const QImage picture = degraded(whole, task.degradation);
    if (picture.isNull())
        return fail(FaultCode::PictureUnreadable, task.path);
    KOBAI_ASSIGN(auto engine, engines.take());
    const auto embedding = engine->encodeStill(picture);
    engines.giveBack(std::move(engine));
    if (!embedding && embedding.error().code != FaultCode::NoFaceFound)
        return fail(embedding.error());
    const Finding finding = embedding ? Finding(*embedding) : std::nullopt;
    if (!entry.isEmpty())
        keep(entry, finding);
    return finding;
}

Result<EmbeddingCache::Encoded> EmbeddingCache::encode(const std::vector<TestPicture>& pictures,
                                                       const QString& modelFolder, const Progress& progress) const
{
    Encoded encoded;
    encoded.embeddings.resize(pictures.size());
    EngineShelf engines(modelFolder);
    std::mutex mutex; // over unreadable and fault
    std::optional<Fault> fault;
    const auto work = [&](int number) {
        const auto finding = encodeOne(pictures[std::size_t(number)], engines);
        if (finding) {
            encoded.embeddings[std::size_t(number)] = *finding;
            return;
        }
        const std::lock_guard lock(mutex);
        if (finding.error().code == FaultCode::PictureUnreadable)
            encoded.unreadable.push_back(number);
        else if (!fault)
            fault = finding.error();
    };
    const auto goesOn = [&](int done, int all) {
        {
            const std::lock_guard lock(mutex);
            if (fault)
                return false;
        }
        return progress(done, all);
    };
    const bool isComplete = onAllCores(int(pictures.size()), work, goesOn);
    if (fault)
        return fail(*fault);
    if (!isComplete)
        return fail(FaultCode::Cancelled);
    std::ranges::sort(encoded.unreadable);
    if (!pictures.empty() && encoded.unreadable.size() == pictures.size())
        return fail(FaultCode::PictureUnreadable, pictures.front().path);
    encoded.fresh = engines.encoded();
    return encoded;
}

} // namespace kobai::face
