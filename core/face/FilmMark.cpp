// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FilmMark.h"

#include <QByteArrayView>
#include <QFile>
#include <QtEndian>

#include <array>
#include <vector>

namespace kobai::face {

namespace {

constexpr Orientation asItIs = 1;

/// A part of a film's file: a name of four letters and what is in it.
struct Box {
    QByteArray name;
    QByteArrayView content;
};

/// The boxes that stand behind each other in @p bytes, up to the first that does not fit.
std::vector<Box> boxesIn(QByteArrayView bytes)
{
    std::vector<Box> boxes;
    constexpr qsizetype head = 8;
    while (bytes.size() >= head) {
        const auto size = qsizetype(qFromBigEndian<quint32>(bytes.data()));
        if (size < head || size > bytes.size()) // the kinds of which there are none inside a film's index
            break;
        boxes.push_back({.name = bytes.sliced(4, 4).toByteArray(), .content = bytes.sliced(head, size - head)});
        bytes = bytes.sliced(size);
    }
    return boxes;
}

QByteArrayView boxIn(QByteArrayView bytes, QByteArrayView name)
{
    for (const Box& box : boxesIn(bytes)) {
        if (box.name == name)
            return box.content;
    }
    return {};
}

/// The film's index, which may stand before or behind its pictures; empty when there is none.
QByteArray indexOf(QFile& file)
{
    constexpr qint64 head = 8;
    constexpr qint64 largest = 64LL << 20;
    for (qint64 at = 0; at + head <= file.size();) {
        if (!file.seek(at))
            return {};
        const QByteArray begin = file.read(2 * head);
        if (begin.size() < head)
            return {};
        auto size = qint64(qFromBigEndian<quint32>(begin.constData()));
        if (size == 1 && begin.size() == 2 * head)
            size = qint64(qFromBigEndian<quint64>(begin.constData() + head));
        if (size < head || size > file.size() - at)
            return {};
        if (begin.sliced(4, 4) == "moov")
            return size <= largest && file.seek(at + head) ? file.read(size - head) : QByteArray();
        at += size;
    }
    return {};
}

/// The matrix's upper left: where a step to the right and a step down go to.
Orientation orientationOfTrack(QByteArrayView header)
{
    if (header.isEmpty())
        return asItIs;
    const qsizetype matrix = header.front() == 0 ? 40 : 52; // version 1 has longer times
    if (header.size() < matrix + 20)
        return asItIs;
    const auto sign = [&](qsizetype place) {
        const auto value = qFromBigEndian<qint32>(header.data() + matrix + 4 * place);
        return value == 0 ? 0 : value > 0 ? 1 : -1;
    };
    const std::array right{sign(0), sign(1)};
    const std::array down{sign(3), sign(4)};
    struct Turn {
        std::array<int, 2> right;
        std::array<int, 2> down;
    };
    constexpr std::array turns{Turn{{1, 0}, {0, 1}},   Turn{{-1, 0}, {0, 1}}, Turn{{-1, 0}, {0, -1}},
                               Turn{{1, 0}, {0, -1}},  Turn{{0, 1}, {1, 0}},  Turn{{0, 1}, {-1, 0}},
                               Turn{{0, -1}, {-1, 0}}, Turn{{0, -1}, {1, 0}}};
    for (std::size_t i = 0; i < turns.size(); ++i) {
        if (turns[i].right == right && turns[i].down == down)
            return Orientation(i) + asItIs;
    }
    return asItIs;
}

} // namespace

Orientation filmOrientation(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray index = indexOf(file);
    if (index.isEmpty())
        return 0;
    for (const Box& track : boxesIn(index)) {
        if (track.name != "trak")
            continue;
        const QByteArrayView handler = boxIn(boxIn(track.content, "mdia"), "hdlr");
        if (handler.size() >= 12 && handler.sliced(8, 4) == QByteArrayView("vide"))
            return orientationOfTrack(boxIn(track.content, "tkhd"));
    }
    return asItIs;
}

} // namespace kobai::face
