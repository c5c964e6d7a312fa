// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/DlibWeights.h"
#include "face/Embedding.h"

#include <QImage>
#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace kobai::face {

/// What dlib's face network has learnt, each scale folded into the convolution before it.
struct DlibNumbers {
    struct Convolution {
        int kernel = 0;                  ///< its rows and its columns
        std::vector<float> filters = {}; ///< [out][in][row][column]
        std::vector<float> bias = {};    ///< one for each output
    };
    std::array<float, 3> means{};          ///< red, green, blue: taken off before all else
    std::vector<Convolution> convolutions; ///< in forward order
    std::vector<float> last;               ///< [in][out], no bias
};

/// dlib's published face network (the anet_type of its dnn_face_recognition_ex example): a chip of 150x150 in, 128
/// numbers out. Belongs to one thread at a time, the one that made it or that it was moved to.
class DlibNetwork final {
public:
    static constexpr int chipSide = 150;

    /// Reads dlib's own serialised form: what convertDlibWeights() writes, or the official file.
    /// Faults: ModelMissing, ModelDamaged.
    [[nodiscard]] static Result<DlibNetwork> load(const QString& path);
    /// Builds the network from the package's tensors, which must be exactly dlibTensorCount of the right shapes.
    /// Each scale is folded into the convolution before it, since dlib's affine layers hide their parameters.
    [[nodiscard]] static Result<DlibNetwork> fromTensors(std::span<const WeightTensor> tensors);

    DlibNetwork(DlibNetwork&&) noexcept;
    DlibNetwork& operator=(DlibNetwork&&) noexcept;
    ~DlibNetwork();

    /// dlib's serialised form, written through a temporary file and a rename. StoreIo when that fails.
    [[nodiscard]] Status save(const QString& path);

    /// For another way of running the same network. Internal when the layers are not those of the published network.
    [[nodiscard]] Result<DlibNumbers> numbers();
    /// The same network with its affine layers at work, as it is published, for measurements: stock dlib.
    [[nodiscard]] Result<DlibNetwork> unfolded();

    /// The embedding before normalisation (its length is about 1.5). @p chip: chipSide squared, Format_RGB888.
    /// NetworkOutput for NaN or another shape.
    [[nodiscard]] Result<DlibVector> embed(const QImage& chip);

private:
    struct Layers;
    explicit DlibNetwork(std::unique_ptr<Layers> layers);
    std::unique_ptr<Layers> m_layers;
};

/// Keeps OpenBLAS to one thread: a second one does not help a single picture and often hurts (models.md).
/// For the whole process; harmless to call again.
void limitBlasThreads();

} // namespace kobai::face
