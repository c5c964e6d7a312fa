// SPDX-License-Identifier: GPL-3.0-or-later
// Includes oneDNN: for OneDnn*.cpp alone.
#pragma once

#include "face/NetworkPlan.h"

#include <QtGlobal>

#include <oneapi/dnnl/dnnl.hpp>

#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

namespace kobai::face {

/// No NaN, no infinity. Asked of weights and input, because oneDNN's relu makes a NaN zero, and nonsense must not look
/// like an answer.
[[nodiscard]] bool areFinite(std::span<const float> numbers);

/// Turns the steps of a plan into primitives and their buffers, one after the other.
/// The methods throw a Contradiction or what oneDNN throws. Lives for one compilation, on its thread.
class OneDnnCompiler final {
public:
    using memory = dnnl::memory;
    using Work = std::function<void(dnnl::stream&)>;

    /// Thrown by a plan that contradicts itself.
    struct Contradiction final {};

    OneDnnCompiler(const dnnl::engine& engine, NetworkPlan& plan);
    Q_DISABLE_COPY_MOVE(OneDnnCompiler)

    void compileSteps();
    /// After the last step and result: one scratchpad for all, since they run one after the other.
    void shareScratchpad();
    [[nodiscard]] memory result(std::size_t step) const { return m_results.at(step); }
    /// As planes, row by row.
    [[nodiscard]] memory planarResult(std::size_t step);
    /// What a run does, in order.
    [[nodiscard]] std::vector<Work> takeWork() { return std::move(m_work); }
    /// What must live as long as the work, which reaches some of them through bare pointers.
    [[nodiscard]] std::vector<memory> takeBuffers() { return std::move(m_buffers); }

private:
    using Arguments = std::unordered_map<int, memory>;

    [[nodiscard]] memory compiled(InputStep& step, const ValueShape& shape);
    [[nodiscard]] memory compiled(ConvolutionStep& step, const ValueShape& shape);
    [[nodiscard]] memory compiled(PoolStep& step, const ValueShape& shape);
    [[nodiscard]] memory compiled(SumStep& step, const ValueShape& shape);
    [[nodiscard]] memory compiled(ScaleStep& step, const ValueShape& shape);
    [[nodiscard]] memory compiled(ConcatenationStep& step, const ValueShape& shape);
    void activate(const PlanStep& step, const memory& value);

    [[nodiscard]] dnnl::convolution_forward::primitive_desc describe(const ConvolutionStep& step,
                                                                     const ValueShape& shape) const;
    [[nodiscard]] memory preparedAddend(const ConvolutionStep& step, const memory::desc& wanted);

    [[nodiscard]] const ValueShape& shapeOf(std::size_t step) const { return m_plan.steps.at(step).result; }
    [[nodiscard]] memory buffer(const memory::desc& description)
    {
        return m_buffers.emplace_back(description, m_engine);
    }
    /// @p value in the layout @p wanted: itself, or a copy made at each run.
    [[nodiscard]] memory inLayout(const memory& value, const memory::desc& wanted);
    /// @p numbers, laid out as @p given, brought to the layout @p wanted now and for good.
    [[nodiscard]] memory constant(std::vector<float> numbers, const memory::desc& given, const memory::desc& wanted);
    void zero(const memory& target);
    /// @p value into, or added to, the first channels, rows and columns of @p target.
    void place(const memory& value, const memory& target, bool adds);
    void enqueue(const dnnl::primitive& primitive, const memory::desc& scratchpad, Arguments arguments);

    dnnl::engine m_engine;
    NetworkPlan& m_plan;
    std::size_t m_current = 0;
    std::vector<std::size_t> m_lastUse;
    std::vector<memory> m_results;
    std::vector<memory> m_scratchpads;
    std::vector<memory> m_buffers;
    std::vector<Work> m_work;
};

} // namespace kobai::face
