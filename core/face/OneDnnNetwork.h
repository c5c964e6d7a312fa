// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/NetworkPlan.h"

#include <memory>
#include <span>

namespace kobai::face {

/// A network made ready for this processor by oneDNN: weights in the layout that its instructions like, activations and
/// additions fused into the convolutions, every buffer allocated once. Runs on the calling thread alone, whatever
/// OpenMP is set to. Belongs to one thread at a time; it may be moved to another one.
class OneDnnNetwork final {
public:
    /// Takes the weights out of @p plan step by step, so that they are not held twice. Fault Internal when the
    /// processor has no AVX2, the plan contradicts itself or oneDNN refuses: whoever calls has another way to run the
    /// network. A fit plan is compiled in 10 to 40 ms.
    [[nodiscard]] static Result<OneDnnNetwork> compile(NetworkPlan plan);

    /// "oneDNN 2.6.3", of the library that runs.
    [[nodiscard]] static QString engineName();

    OneDnnNetwork(OneDnnNetwork&&) noexcept;
    OneDnnNetwork& operator=(OneDnnNetwork&&) noexcept;
    ~OneDnnNetwork();

    /// Where the caller writes the input before run(): planes, row by row.
    [[nodiscard]] std::span<float> input();
    /// Fault NetworkOutput when the input holds NaN or infinity, or oneDNN fails.
    [[nodiscard]] Status run();
    /// What the last run() gave, in the order of the plan's outputs: planes, row by row.
    [[nodiscard]] std::span<const float> output(std::size_t number) const;
    [[nodiscard]] std::size_t outputCount() const;
    /// Overwrites what the last run() was given and what it gave. Between the two lie the layers' own numbers, of which none is an embedding.
    void forget();

private:
    struct Program;
    explicit OneDnnNetwork(std::unique_ptr<Program> program);
    std::unique_ptr<Program> m_program;
};

} // namespace kobai::face
