// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/FaceFolder.h"

#include <QJsonObject>

#include <functional>

namespace kobai::cli {

/// Open-set identification on a folder of faces: random galleries, probes of people who are in them and of strangers.
class OpenSetTest final {
public:
    struct Plan {
        int gallery = 600;
        int enrol = 3;
        int probe = 1;
        int draws = 5;
        int seed = 1;
    };
    using Embeddings = std::vector<std::optional<face::Embedding>>;
    using Progress = std::function<void(int done, int all)>;

    OpenSetTest(const FaceFolder& folder, const Embeddings& embeddings, Plan plan);

    /// The means over the draws, with the keys of the command's description. PictureUnreadable when the folder leaves
    /// nobody to enrol or no stranger.
    [[nodiscard]] Result<QJsonObject> run(const Progress& progress) const;

private:
    struct Rates;
    [[nodiscard]] Result<Rates> runDraw(int draw) const;
    /// The fused embedding of pictures of a person; nullopt when none was acquired.
    [[nodiscard]] std::optional<face::Embedding> fused(int person, const std::vector<int>& pictures) const;

    const FaceFolder& m_folder;
    const Embeddings& m_embeddings;
    Plan m_plan;
};

} // namespace kobai::cli
