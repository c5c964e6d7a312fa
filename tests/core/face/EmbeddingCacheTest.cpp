// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/EmbeddingCache.h"

#include "Models.h"
#include "face/ModelFolder.h"
#include "face/StillFrames.h"
#include "face/Template.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace kobai;
using namespace kobai::face;
using namespace Qt::Literals::StringLiterals;

class EmbeddingCacheTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_pictures;
    QString m_face;
    QString m_wall;

    [[nodiscard]] static Result<std::vector<std::optional<Embedding>>> encode(const QString& cache,
                                                                              const QStringList& pictures)
    {
        const QString models = test::modelFolder();
        return EmbeddingCache(cache, modelSetHash(models)).encode(pictures, models, 1, [](int, int) {});
    }
    [[nodiscard]] QString written(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_pictures.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        KOBAI_NEED_MODELS();
        const auto frames = stillFrames(QDir(test::modelFolder()).filePath(u"clips/franck.mp4"_s), 5);
        QVERIFY(frames.has_value());
        m_face = m_pictures.filePath(u"face.png"_s);
        QVERIFY(frames->front().save(m_face));
        QImage wall(320, 240, QImage::Format_RGB32);
        wall.fill(Qt::lightGray);
        m_wall = m_pictures.filePath(u"wall.png"_s);
        QVERIFY(wall.save(m_wall));
    }

    void aSecondRunReadsWhatTheFirstKept()
    {
        const QTemporaryDir cache;
        const auto first = encode(cache.path(), {m_face, m_wall});
        QVERIFY(first.has_value());
        QVERIFY((*first)[0].has_value());
        QVERIFY(!(*first)[1].has_value()); // nobody there: a failure to acquire
        const QStringList entries = QDir(cache.path()).entryList(QDir::Files);
        QCOMPARE(entries.size(), 2);
        for (const QString& entry : entries)
            QVERIFY(!(QFile::permissions(cache.filePath(entry)) & (QFile::ReadGroup | QFile::ReadOther)));
        const EmbeddingCache withoutModels(cache.path(), modelSetHash(test::modelFolder()));
        const auto second = withoutModels.encode({m_face, m_wall}, cache.path(), 1, [](int, int) {});
        QVERIFY(second.has_value());
        QCOMPARE((*second)[0]->second, (*first)[0]->second);
        QVERIFY(!(*second)[1].has_value());
    }

    // A damaged entry is no statement about the picture.
    void aDamagedEntryIsMadeAnew()
    {
        const QTemporaryDir cache;
        QVERIFY(encode(cache.path(), {m_face}).has_value());
        const QString path = cache.filePath(QDir(cache.path()).entryList(QDir::Files).first());
        QFile entry(path);
        QVERIFY(entry.open(QIODevice::WriteOnly | QIODevice::Truncate));
        entry.write("damaged");
        entry.close();
        const auto again = encode(cache.path(), {m_face});
        QVERIFY(again.has_value());
        QVERIFY((*again)[0].has_value());
        QVERIFY(entry.open(QIODevice::ReadOnly));
        QVERIFY(decodeTemplate(entry.readAll()).has_value());
    }

    void whatIsNoPictureIsNamedAndNotKept()
    {
        const QTemporaryDir cache;
        for (const QString& path : {written(u"text.jpg"_s, "no picture"), written(u"empty.jpg"_s, {}),
                                    m_pictures.filePath(u"missing.jpg"_s)}) {
            QCOMPARE(encode(cache.path(), {path}).error(), (Fault{FaultCode::PictureUnreadable, path}));
            QVERIFY(QDir(cache.path()).entryList(QDir::Files).isEmpty());
        }
    }

    void withoutAFolderNothingIsKept()
    {
        const QString before = QDir::currentPath();
        const QTemporaryDir work;
        QVERIFY(QDir::setCurrent(work.path()));
        const auto embeddings = encode(QString(), {m_face});
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(embeddings && (*embeddings)[0]);
        QVERIFY(QDir(work.path()).isEmpty());
    }
};

QTEST_MAIN(EmbeddingCacheTest)
#include "EmbeddingCacheTest.moc"
