// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/WipingAllocator.h"

#include <QString>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace kobai::face {

/// What a network takes and gives, checked at load and at every run.
struct NetworkShape {
    int channels = 0;
    int rows = 0;
    int columns = 0;
    struct Output {
        std::string name;
        std::size_t size = 0;
    };
    std::vector<Output> outputs;
};

/// What a network gives for one picture, in the order of its shape's outputs. It may be a face.
using NetworkOutputs = std::vector<std::vector<float, WipingAllocator<float>>>;

/// One network of an .onnx file: run by oneDNN where that gives what OpenCV's dnn module gives, else by OpenCV.
/// Belongs to one thread at a time.
class OnnxNetwork final {
public:
    enum class Runner {
        Fastest,
        OpenCv, ///< the reference, for tests and measurements
    };

    /// Faults: ModelMissing, ModelDamaged (unreadable, or not of @p shape: one test picture is run through it).
    [[nodiscard]] static Result<OnnxNetwork> load(const QString& folder, QStringView name, NetworkShape shape,
                                                  Runner runner = Runner::Fastest);

    OnnxNetwork(OnnxNetwork&&) noexcept;
    OnnxNetwork& operator=(OnnxNetwork&&) noexcept;
    ~OnnxNetwork();

    /// @p input: channels x rows x columns values. Gives the outputs in the order of the shape's names.
    /// NetworkOutput for NaN or another shape. Nothing of it is kept but by OpenCV, which holds its layers' numbers until the next run.
    [[nodiscard]] Result<NetworkOutputs> run(std::span<const float> input);
    /// False when OpenCV does the work.
    [[nodiscard]] bool isFast() const;

private:
    struct Net;
    explicit OnnxNetwork(std::unique_ptr<Net> net);
    std::unique_ptr<Net> m_net;
};

/// The first value's share after a softmax, 0..1. Precondition: at least one value.
[[nodiscard]] float firstShare(std::span<const float> values);

} // namespace kobai::face
