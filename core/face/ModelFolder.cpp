// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/ModelFolder.h"

#include "face/Vision.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

// The sums of resources/models.json, and of what convertDlibWeights() makes of the package.
constexpr std::array files{
    ModelFile{dlibModelName, "f29b127f31e7f7f9f69c0c229d663b077c8b444449f27fcc04e268e1bcc11024"_L1},
    ModelFile{landmarkModelName, "fbdc2cb80eb9aa7a758672cbfdda32ba6300efe9b6e6c7a299ff7e736b11b92f"_L1},
    ModelFile{detectorModelName, "6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854"_L1},
    ModelFile{secondModelName, "87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581"_L1},
    ModelFile{livenessModelName, "afa783b7e902fdfcf323a7240cac2a1c580c25314ea4161129dc1b0d100dc32d"_L1},
    ModelFile{eyeModelName, "1afcea006abc1ccac3c517022abde0aa092bed74ff3c9fe6878483ef9e6e38de"_L1},
};

/// The converted network as one version of dlib writes it. The weights are the same in all of them, so that templates go on being of use
/// when a store moves to a PC with another dlib.
struct Conversion {
    qint64 size; ///< bytes; the official file is another size, since its affine layers are alive
    QLatin1StringView sha256;
};
constexpr std::array conversions{
    Conversion{22'437'724, files[0].sha256},                                                       // 19.24: Debian 12
    Conversion{22'437'811, "2aa104ea42fc8c959097820a4de6ff225ebe5a39c3f3060bde4eee8c699aed2d"_L1}, // 19.24.6: Debian 13
};

/// SHA-256 by OpenSSL, which uses the processor's own instructions: 130 MB of models are read at each start, which takes libsodium and Qt
/// half a second and more.
class Sha256 final {
public:
    void add(QByteArrayView bytes)
    {
        m_good = m_good && EVP_DigestUpdate(m_context.get(), bytes.data(), std::size_t(bytes.size())) == 1;
    }
    /// Empty when OpenSSL refused.
    [[nodiscard]] QByteArray hex()
    {
        QByteArray sum(EVP_MAX_MD_SIZE, Qt::Uninitialized);
        unsigned size = 0;
        m_good =
            m_good && EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char*>(sum.data()), &size) == 1;
        return m_good ? sum.first(size).toHex() : QByteArray();
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    bool m_good = m_context && EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1;
};

/// Hex, a converted network's always that of the first conversion; empty when the file cannot be read.
QString sha256(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Sha256 hash;
    QByteArray block(1 << 20, Qt::Uninitialized);
    while (!file.atEnd()) {
        const qint64 size = file.read(block.data(), block.size());
        if (size < 0)
            return {};
        hash.add(QByteArrayView(block).first(size));
    }
    const QByteArray hex = hash.hex();
    const bool isConverted = std::ranges::count(conversions, QLatin1StringView(hex), &Conversion::sha256) > 0;
    return isConverted ? conversions.front().sha256.toString() : QString::fromLatin1(hex);
}

/// Of the SHA-256 of dlib's network and of the second one, both in hex.
QString idOf(QByteArrayView dlibSum, QByteArrayView secondSum)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(dlibSum);
    hash.addData(secondSum);
    return QString::fromLatin1(hash.result().first(16).toHex());
}

QLatin1StringView shippedSum(QStringView name)
{
    return std::ranges::find(files, name, &ModelFile::name)->sha256;
}

/// What dlib writes first for a network with the metric loss, behind two version bytes and the length of the name.
bool isMetricNetwork(const QString& path)
{
    constexpr qint64 headBytes = 32;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(headBytes).contains("loss_metric_");
}

bool holdsModels(const QDir& folder)
{
    return folder.exists(dlibModelName.toString()) || folder.exists(detectorModelName.toString());
}

} // namespace

std::span<const ModelFile> modelFiles()
{
    return files;
}

Result<QString> findModelFolder()
{
    if (const QString named = qEnvironmentVariable("KOBAI_MODELS"); !named.isEmpty()) {
        if (QDir(named).exists())
            return QDir(named).absolutePath();
        return fail(FaultCode::ModelMissing, named);
    }
    const QDir program(QCoreApplication::applicationDirPath());
    for (const QString& place : {u"models"_s, u"../models"_s, u"../../models"_s}) {
        const QDir folder(program.filePath(place));
        if (folder.exists() && holdsModels(folder))
            return folder.canonicalPath();
    }
    return fail(FaultCode::ModelMissing, u"models"_s);
}

Status checkModels(const QString& folder)
{
    const QDir models(folder);
    for (const ModelFile& file : files) {
        const QString name = file.name.toString();
        const QString path = models.filePath(name);
        if (!QFile::exists(path))
            return fail(FaultCode::ModelMissing, name);
        if (file.name == dlibModelName
            && std::ranges::count(conversions, QFileInfo(path).size(), &Conversion::size) == 0)
            continue;
        if (sha256(path) != file.sha256)
            return fail(FaultCode::ModelDamaged, name);
    }
    return {};
}

QString modelSetHash(const QString& folder)
{
    Sha256 hash;
    for (const ModelFile& file : files) {
        const QByteArray sum = sha256(QDir(folder).filePath(file.name.toString())).toLatin1();
        if (sum.isEmpty())
            return {};
        hash.add(sum);
    }
    return QString::fromLatin1(hash.hex());
}

QStringList availableModels(const QString& folder)
{
    const QDir models(folder);
    QStringList names;
    if (folder.isEmpty())
        return names;
    for (const QString& name : models.entryList({u"*.dat"_s}, QDir::Files, QDir::Name)) {
        if (name != dlibModelName && isMetricNetwork(models.filePath(name)))
            names.append(name);
    }
    if (isMetricNetwork(models.filePath(dlibModelName.toString())))
        names.prepend(dlibModelName.toString());
    return names;
}

Result<QString> modelId(const QString& folder, const ModelChoice& choice)
{
    QByteArrayList sums;
    for (const QString& name : {choice.fileName(), secondModelName.toString()}) {
        const QString path = QDir(folder).filePath(name);
        // Without a folder the path would be one in the working directory.
        if (folder.isEmpty() || !QFile::exists(path))
            return fail(FaultCode::ModelMissing, name);
        sums.append(sha256(path).toLatin1());
        if (sums.last().isEmpty())
            return fail(FaultCode::ModelDamaged, name);
    }
    return idOf(sums.first(), sums.last());
}

QString shippedModelId()
{
    static const QString id = [] {
        const auto dlib = shippedSum(dlibModelName);
        const auto second = shippedSum(secondModelName);
        return idOf(QByteArrayView(dlib.data(), dlib.size()), QByteArrayView(second.data(), second.size()));
    }();
    return id;
}

} // namespace kobai::face
