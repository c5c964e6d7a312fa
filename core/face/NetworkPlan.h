// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kobai::face {

/// The extents of a picture-like value inside a network, one picture at a time.
struct ValueShape {
    int channels = 0;
    int rows = 0;
    int columns = 0;

    [[nodiscard]] std::size_t size() const { return std::size_t(channels) * std::size_t(rows) * std::size_t(columns); }
    friend bool operator==(const ValueShape&, const ValueShape&) = default;
};

/// What is done to each number of a step's result. PRelu multiplies negative ones by their channel's slope.
enum class Activation { None, Relu, PRelu, Sigmoid };

/// A convolution, also the fully connected layer (a kernel as large as the picture).
struct ConvolutionStep {
    std::size_t from = 0; ///< the step whose result it reads, here and below
    int kernelRows = 1;
    int kernelColumns = 1;
    int stride = 1;
    int padding = 0; ///< zeros above and to the left; below and to the right as many as the result's shape asks for
    int dilation = 1;
    int groups = 1;                  ///< as many as channels: each channel for itself
    std::vector<float> weights = {}; ///< [out][in / groups][row][column]
    std::vector<float> bias = {};    ///< one for each channel of the result
    /// A step whose result is added before the activation; a smaller one is taken as filled up with zeros (below, right,
    /// last channels).
    std::optional<std::size_t> addend = {};
};

/// The largest or the mean value below a kernel.
struct PoolStep {
    enum class Kind { Maximum, Mean };
    std::size_t from = 0;
    Kind kind = Kind::Maximum;
    int kernelRows = 1;
    int kernelColumns = 1;
    int stride = 1;
    int padding = 0; ///< as for a convolution, but the padding counts for nothing
};

/// Two results added; each is taken as filled up with zeros to the extents of the sum, as dlib's add_prev does it.
struct SumStep {
    std::size_t first = 0;
    std::size_t second = 0;
};

/// Each channel of a result multiplied by its own factor, another step's result of 1x1.
struct ScaleStep {
    std::size_t from = 0;
    std::size_t factors = 0;
};

/// Results behind each other, channel after channel.
struct ConcatenationStep {
    std::vector<std::size_t> from = {};
};

/// What the caller gives: planes in the order of the channels.
struct InputStep {};

struct PlanStep {
    std::variant<InputStep, ConvolutionStep, PoolStep, SumStep, ScaleStep, ConcatenationStep> work;
    ValueShape result;
    Activation activation = Activation::None;
    std::vector<float> slopes = {}; ///< of PRelu, one for each channel
};

/// A network as a list of steps, each reading only earlier ones; the first is the input. Says what is computed, not how:
/// see OneDnnNetwork.
struct NetworkPlan {
    std::vector<PlanStep> steps;
    std::vector<std::size_t> outputs; ///< the steps whose results are wanted

    std::size_t add(PlanStep step)
    {
        steps.push_back(std::move(step));
        return steps.size() - 1;
    }
};

} // namespace kobai::face
