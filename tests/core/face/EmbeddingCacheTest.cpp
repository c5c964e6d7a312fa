// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/EmbeddingCache.h"

#include "Models.h"
#include "StillFrames.h"
#include "face/ModelFolder.h"
#include "face/Template.h"
#include "support/MarkedPicture.h"
#include "support/TestProgram.h"

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
    QString m_modelSet;

    [[nodiscard]] Result<EmbeddingCache::Encoded> encode(
        const QString& cache, const QStringList& pictures, const QString& modelSet = {},
        const Progress& progress = [](int, int) { return true; }) const
    {
        const QString models = test::modelFolder();
        std::vector<TestPicture> tasks;
        for (const QString& picture : pictures)
            tasks.push_back({.path = picture});
        return EmbeddingCache(cache, modelSet.isEmpty() ? m_modelSet : modelSet).encode(tasks, models, progress);
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
        m_modelSet = modelSetHash(test::modelFolder());
        const auto frames = test::stillFrames(QDir(test::modelFolder()).filePath(u"clips/franck.mp4"_s), {0});
        QVERIFY(!frames.empty());
        m_face = m_pictures.filePath(u"face.png"_s);
        QVERIFY(frames.front().save(m_face));
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
        QCOMPARE(first->fresh, 2);
        QVERIFY(first->embeddings[0].has_value());
        QVERIFY(!first->embeddings[1].has_value()); // nobody there: a failure to acquire
        const QStringList entries = QDir(cache.path()).entryList(QDir::Files);
        QCOMPARE(entries.size(), 2);
        for (const QString& entry : entries)
            QVERIFY(!(QFile::permissions(cache.filePath(entry)) & (QFile::ReadGroup | QFile::ReadOther)));
        const EmbeddingCache withoutModels(cache.path(), m_modelSet);
        const auto second =
            withoutModels.encode({{.path = m_face}, {.path = m_wall}}, cache.path(), [](int, int) { return true; });
        QVERIFY(second.has_value());
        QCOMPARE(second->fresh, 0);
        QCOMPARE(second->embeddings[0]->second, first->embeddings[0]->second);
        QVERIFY(!second->embeddings[1].has_value());
    }

    // What was encoded before the stop is not encoded again.
    void aStoppedRunGoesOnWhereItWas()
    {
        const QTemporaryDir cache;
        QStringList pictures;
        for (int shade = 0; shade < 8; ++shade) {
            QImage wall(160, 120, QImage::Format_RGB32);
            wall.fill(QColor(20 * shade, 90, 90));
            pictures.push_back(m_pictures.filePath(u"wall%1.png"_s.arg(shade)));
            QVERIFY(wall.save(pictures.back()));
        }
        const auto stopped = encode(cache.path(), pictures, {}, [](int done, int) { return done < 4; });
        QCOMPARE(stopped.error().code, FaultCode::Cancelled);
        const auto kept = int(QDir(cache.path()).entryList(QDir::Files).size());
        QVERIFY2(kept >= 4 && kept < 8, qPrintable(QString::number(kept)));
        const auto rest = encode(cache.path(), pictures);
        QVERIFY(rest.has_value());
        QCOMPARE(rest->fresh, 8 - kept);
    }

    // Embeddings of other models are never compared with these.
    void anotherModelSetHasEntriesOfItsOwn()
    {
        const QTemporaryDir cache;
        QVERIFY(encode(cache.path(), {m_wall}).has_value());
        const auto other = encode(cache.path(), {m_wall}, u"another model set"_s);
        QVERIFY(other.has_value());
        QCOMPARE(other->fresh, 1);
        QCOMPARE(QDir(cache.path()).entryList(QDir::Files).size(), 2);
    }

    void aDegradedPictureIsAnotherPicture()
    {
        const QTemporaryDir cache;
        const EmbeddingCache kept(cache.path(), m_modelSet);
        const std::vector<TestPicture> pictures{{.path = m_face}, {.path = m_face, .degradation = 5}};
        const auto encoded = kept.encode(pictures, test::modelFolder(), [](int, int) { return true; });
        QVERIFY(encoded.has_value());
        QCOMPARE(encoded->fresh, 2);
        QVERIFY(encoded->embeddings[0] && encoded->embeddings[1]);
        const float score = fusedScore(cosines(*encoded->embeddings[0], *encoded->embeddings[1]));
        QVERIFY2(score > 4, qPrintable(QString::number(score))); // still the same person
        QVERIFY(encoded->embeddings[0]->second != encoded->embeddings[1]->second);
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
        QCOMPARE(again->fresh, 1);
        QVERIFY(again->embeddings[0].has_value());
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

    // One broken picture is one, not the end of all.
    void theRestGoesOnBesideWhatIsNoPicture()
    {
        const QTemporaryDir cache;
        QFile face(m_face);
        QVERIFY(face.open(QIODevice::ReadOnly));
        const QByteArray bytes = face.readAll();
        const auto encoded = encode(cache.path(), {written(u"text.jpg"_s, "no picture"), m_face,
                                                   written(u"cut.png"_s, bytes.left(bytes.size() / 2)), m_wall,
                                                   m_pictures.filePath(u"missing.jpg"_s)});
        QVERIFY(encoded.has_value());
        QCOMPARE(encoded->unreadable, (std::vector<int>{0, 2, 4}));
        QVERIFY(encoded->embeddings[1].has_value());
        for (const std::size_t none : {0U, 2U, 3U, 4U})
            QVERIFY(!encoded->embeddings[none].has_value());
        QCOMPARE(encoded->fresh, 2);
    }

    // Read sideways it would be another face, or none.
    void aPictureIsEncodedUpright()
    {
        const QImage upright(m_face);
        const auto encoded = encode({}, {written(u"plain.jpg"_s, test::markedJpeg(upright, 1)),
                                         written(u"three.jpg"_s, test::markedJpeg(upright, 3)),
                                         written(u"six.jpg"_s, test::markedJpeg(upright, 6))});
        QVERIFY(encoded.has_value());
        for (const auto& each : encoded->embeddings) {
            QVERIFY(each.has_value());
            const float score = fusedScore(cosines(*encoded->embeddings[0], *each));
            QVERIFY2(score > 8, qPrintable(QString::number(score)));
        }
    }

    void withoutAFolderNothingIsKept()
    {
        const QString before = QDir::currentPath();
        const QTemporaryDir work;
        QVERIFY(QDir::setCurrent(work.path()));
        const auto embeddings = encode(QString(), {m_face});
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(embeddings && embeddings->embeddings[0]);
        QVERIFY(QDir(work.path()).isEmpty());
    }
};

KOBAI_TEST(EmbeddingCacheTest, QCoreApplication)
#include "EmbeddingCacheTest.moc"
