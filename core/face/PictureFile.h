// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QDir>
#include <QImage>
#include <QStringList>

namespace kobai::face {

// The one way in which the file of a picture becomes a picture. Any thread.

/// Whether a file of this name is meant as a picture: by its suffix, also one of a format that is not read here (HEIC, and WebP where
/// Qt's reader of it is not installed). Such a file is to be named as unreadable, not overlooked.
[[nodiscard]] bool isPictureName(const QString& name);
/// Whether the format that the name's suffix tells is read here.
[[nodiscard]] bool isReadableFormat(const QString& name);

/// Whether @p path is a still picture rather than a film: by its content, else by its name. Never for what is no file.
[[nodiscard]] bool isStill(const QString& path);

/// The names in @p folder that isPictureName() holds for, in their order: also folders, links to nowhere and what else cannot be read. A name that
/// is no UTF-8 (from another system's archive) is among them with its bad signs replaced, so that it is named though it cannot be opened.
[[nodiscard]] QStringList pictureNamesIn(const QDir& folder);

/// All bytes of a picture's file. PictureUnreadable, with @p path, for what is no file, is empty, may not be read or has more than 256 MiB.
[[nodiscard]] Result<QByteArray> pictureBytes(const QString& path);

/// The picture in @p bytes, whatever its file's suffix says: Format_RGB888, upright by its mark (orientationOf()), transparency on white, of
/// its own size, a JPEG of more than 24 megapixels at a half or quarter of it. PictureUnreadable, with @p path, when it is none, a drawing or an
/// icon, is cut short (isCutShort()), damaged (isJpegDamaged()) or larger than QImageReader::allocationLimit().
[[nodiscard]] Result<QImage> decodedPicture(const QByteArray& bytes, const QString& path);

/// Both of them.
[[nodiscard]] Result<QImage> readPicture(const QString& path);

} // namespace kobai::face
