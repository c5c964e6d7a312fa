// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QStringList>

#include <span>
#include <vector>

namespace kobai::face {

/// A folder of test pictures in LFW's form: one folder for each person, its pictures in the order of their names.
struct FaceFolder {
    QStringList persons;
    std::vector<int> firstPicture; ///< of each person, in pictures
    std::vector<int> pictureCount; ///< of each person
    QStringList pictures;          ///< paths, person after person

    /// All that is meant as a picture (isPictureName()): whether it is one shows when it is decoded.
    /// PictureUnreadable, with the path, when there is no person with a picture.
    [[nodiscard]] static Result<FaceFolder> read(const QString& path);
    /// Without the pictures @p lost (indices, rising) and whoever has no other.
    [[nodiscard]] FaceFolder without(std::span<const int> lost) const;
};

/// A pair of pictures (indices) of a verification test.
struct PicturePair {
    int a = 0;
    int b = 0;
    bool isMated = false;
    int fold = 0;
};

struct PairList {
    int folds = 0;
    std::vector<PicturePair> pairs;

    /// Reads LFW's pairs.txt: "folds pairs", then in each fold as many lines "name i j" and as many "name i name j", with
    /// pictures counted from 1. PictureUnreadable with the line's text when a line is wrong or names no picture.
    [[nodiscard]] static Result<PairList> read(const QString& path, const FaceFolder& folder);
    /// Without the pairs that have a picture of @p lost (indices, rising), and without the folds in which no other is.
    [[nodiscard]] PairList without(std::span<const int> lost) const;
};

} // namespace kobai::face
