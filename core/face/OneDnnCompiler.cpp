// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/OneDnnCompiler.h"

#include "face/OneDnnPrimitives.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>

namespace kobai::face {

namespace {

using dnnl::memory;

constexpr auto planar = memory::format_tag::nchw;
constexpr auto anyTag = memory::format_tag::any;

void require(bool condition)
{
    if (!condition)
        throw OneDnnCompiler::Contradiction();
}

memory::dims extents(const ValueShape& shape)
{
    return {1, shape.channels, shape.rows, shape.columns};
}

memory::desc layout(const memory::dims& dims, memory::format_tag tag)
{
    return {dims, memory::data_type::f32, tag};
}

memory::desc layout(const ValueShape& shape, memory::format_tag tag)
{
    return layout(extents(shape), tag);
}

/// How many zeros behind the last row or column make the result as long as it is said to be.
int paddingBehind(int from, int result, int kernel, int stride, int dilation, int padding)
{
    return (result - 1) * stride + (kernel - 1) * dilation + 1 - from - padding;
}

/// A buffer of oneDNN's is ours and not its own: that one would belong to the thread that compiled.
dnnl::primitive_attr withScratchpad()
{
    dnnl::primitive_attr attributes;
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    return attributes;
}

/// The steps that a step reads.
struct Sources final {
    std::vector<std::size_t> operator()(const InputStep&) const { return {}; }
    std::vector<std::size_t> operator()(const ConvolutionStep& step) const
    {
        return step.addend ? std::vector{step.from, *step.addend} : std::vector{step.from};
    }
    std::vector<std::size_t> operator()(const PoolStep& step) const { return {step.from}; }
    std::vector<std::size_t> operator()(const SumStep& step) const { return {step.first, step.second}; }
    std::vector<std::size_t> operator()(const ScaleStep& step) const { return {step.from, step.factors}; }
    std::vector<std::size_t> operator()(const ConcatenationStep& step) const { return step.from; }
};

} // namespace

bool areFinite(std::span<const float> numbers)
{
    // By the bits, all of them, in one pass that the compiler can do several at a time.
    constexpr std::uint32_t magnitude = 0x7fffffff;
    constexpr std::uint32_t infinity = 0x7f800000;
    std::uint32_t largest = 0;
    for (const float number : numbers)
        largest = std::max(largest, std::bit_cast<std::uint32_t>(number) & magnitude);
    return largest < infinity;
}

OneDnnCompiler::OneDnnCompiler(const dnnl::engine& engine, NetworkPlan& plan)
    : m_engine(engine), m_plan(plan), m_lastUse(plan.steps.size())
{
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        for (const std::size_t source : std::visit(Sources(), plan.steps[i].work)) {
            require(source < i);
            m_lastUse[source] = i;
        }
    }
    for (const std::size_t output : plan.outputs)
        m_lastUse.at(output) = plan.steps.size();
}

void OneDnnCompiler::compileSteps()
{
    for (m_current = 0; m_current < m_plan.steps.size(); ++m_current) {
        PlanStep& step = m_plan.steps[m_current];
        if (m_lastUse[m_current] == 0) {
            m_results.emplace_back(); // nobody reads it
            continue;
        }
        const memory value = std::visit([&](auto& work) { return compiled(work, step.result); }, step.work);
        m_results.push_back(value);
        activate(step, value);
    }
}

memory OneDnnCompiler::planarResult(std::size_t step)
{
    return inLayout(m_results.at(step), layout(shapeOf(step), planar));
}

void OneDnnCompiler::shareScratchpad()
{
    std::size_t size = 1;
    for (const memory& part : m_scratchpads)
        size = std::max(size, part.get_desc().get_size());
    const memory shared = buffer({{memory::dim(size)}, memory::data_type::u8, memory::format_tag::a});
    for (memory& part : m_scratchpads)
        part.set_data_handle(shared.get_data_handle());
}

memory OneDnnCompiler::compiled(InputStep&, const ValueShape& shape)
{
    require(m_current == 0);
    return buffer(layout(shape, planar));
}

dnnl::convolution_forward::primitive_desc OneDnnCompiler::describe(const ConvolutionStep& step,
                                                                   const ValueShape& shape) const
{
    using dnnl::algorithm;
    const ValueShape& from = shapeOf(step.from);
    const bool isGrouped = step.groups > 1;
    const memory::dims kernel{step.kernelRows, step.kernelColumns};
    memory::dims filters{shape.channels / step.groups, from.channels / step.groups, kernel[0], kernel[1]};
    if (isGrouped)
        filters.insert(filters.begin(), step.groups);
    // A picture of few channels is read as it comes.
    constexpr int fewChannels = 4;
    const memory::desc source = layout(from, from.channels < fewChannels ? planar : anyTag);
    const memory::desc weights = layout(filters, anyTag);
    const memory::desc bias = layout(memory::dims{shape.channels}, memory::format_tag::x);

    const onednn::Window window{
        .strides = {step.stride, step.stride},
        .dilations = {step.dilation - 1, step.dilation - 1},
        .before = {step.padding, step.padding},
        .behind = {
            paddingBehind(from.rows, shape.rows, step.kernelRows, step.stride, step.dilation, step.padding),
            paddingBehind(from.columns, shape.columns, step.kernelColumns, step.stride, step.dilation, step.padding)}};

    const PlanStep& whole = m_plan.steps[m_current];
    dnnl::post_ops after;
    if (step.addend)
        after.append_sum();
    if (whole.activation == Activation::Relu)
        after = onednn::thenRelu(std::move(after));
    dnnl::primitive_attr attributes = withScratchpad();
    attributes.set_post_ops(after);

    const auto described = [&](algorithm method) {
        return onednn::convolution({m_engine, attributes}, method, source, weights, bias, layout(shape, anyTag),
                                   window);
    };
    // A tenth off dlib's network with AVX-512, the only processors that oneDNN has it for; small pictures are mostly
    // the tiles' borders.
    constexpr int leastRows = 8;
    if (!isGrouped && step.kernelRows == 3 && step.stride == 1 && shape.rows >= leastRows) {
        try {
            return described(algorithm::convolution_winograd);
        } catch (const dnnl::error&) {
            return described(algorithm::convolution_direct);
        }
    }
    return described(algorithm::convolution_direct);
}

memory OneDnnCompiler::compiled(ConvolutionStep& step, const ValueShape& shape)
{
    const ValueShape& from = shapeOf(step.from);
    const auto description = describe(step, shape);
    const std::size_t filterSize = std::size_t(step.kernelRows) * std::size_t(step.kernelColumns)
                                   * std::size_t(from.channels / step.groups) * std::size_t(shape.channels);
    require(step.weights.size() == filterSize && step.bias.size() == std::size_t(shape.channels));

    const memory::dims filters = onednn::dimsOf(description.weights_desc());
    const auto plainTag = filters.size() == 5 ? memory::format_tag::goihw : memory::format_tag::oihw;
    const memory weights =
        constant(std::exchange(step.weights, {}), layout(filters, plainTag), description.weights_desc());
    const memory bias = constant(std::exchange(step.bias, {}), description.bias_desc(), description.bias_desc());
    const memory source = inLayout(m_results[step.from], description.src_desc());
    memory target = step.addend ? preparedAddend(step, description.dst_desc()) : buffer(description.dst_desc());
    enqueue(dnnl::convolution_forward(description), description.scratchpad_desc(),
            {{DNNL_ARG_SRC, source}, {DNNL_ARG_WEIGHTS, weights}, {DNNL_ARG_BIAS, bias}, {DNNL_ARG_DST, target}});
    return target;
}

/// The buffer that a convolution adds its result to.
memory OneDnnCompiler::preparedAddend(const ConvolutionStep& step, const memory::desc& wanted)
{
    const memory& value = m_results[*step.addend];
    const bool isReadElsewhere = m_lastUse[*step.addend] != m_current || *step.addend == step.from;
    if (value.get_desc() == wanted && !isReadElsewhere)
        return value;
    memory target = buffer(wanted);
    if (onednn::dimsOf(value.get_desc()) != onednn::dimsOf(wanted))
        zero(target);
    place(value, target, false);
    return target;
}

memory OneDnnCompiler::compiled(PoolStep& step, const ValueShape& shape)
{
    const auto method = step.kind == PoolStep::Kind::Maximum ? dnnl::algorithm::pooling_max
                                                             : dnnl::algorithm::pooling_avg_exclude_padding;
    const memory& source = m_results[step.from];
    const ValueShape& from = shapeOf(step.from);
    const onednn::Window window{
        .strides = {step.stride, step.stride},
        .dilations = {0, 0},
        .before = {step.padding, step.padding},
        .behind = {paddingBehind(from.rows, shape.rows, step.kernelRows, step.stride, 1, step.padding),
                   paddingBehind(from.columns, shape.columns, step.kernelColumns, step.stride, 1, step.padding)}};
    const auto description = onednn::pooling({m_engine, withScratchpad()}, method, source.get_desc(),
                                             layout(shape, anyTag), {step.kernelRows, step.kernelColumns}, window);
    memory target = buffer(description.dst_desc());
    enqueue(dnnl::pooling_forward(description), description.scratchpad_desc(),
            {{DNNL_ARG_SRC, source}, {DNNL_ARG_DST, target}});
    return target;
}

memory OneDnnCompiler::compiled(SumStep& step, const ValueShape& shape)
{
    const bool isEven = shapeOf(step.first) == shape && shapeOf(step.second) == shape;
    const memory& first = m_results[step.first];
    memory target = buffer(isEven ? first.get_desc() : layout(shape, planar));
    if (!isEven)
        zero(target);
    place(first, target, false);
    place(m_results[step.second], target, true);
    return target;
}

memory OneDnnCompiler::compiled(ScaleStep& step, const ValueShape& shape)
{
    require(shapeOf(step.from) == shape && shapeOf(step.factors) == ValueShape{shape.channels, 1, 1});
    const memory& source = m_results[step.from];
    const memory& factors = m_results[step.factors];
    memory target = buffer(source.get_desc());
    const auto description = onednn::describe<dnnl::binary>({m_engine, withScratchpad()}, dnnl::algorithm::binary_mul,
                                                            source.get_desc(), factors.get_desc(), target.get_desc());
    enqueue(dnnl::binary(description), description.scratchpad_desc(),
            {{DNNL_ARG_SRC_0, source}, {DNNL_ARG_SRC_1, factors}, {DNNL_ARG_DST, target}});
    return target;
}

memory OneDnnCompiler::compiled(ConcatenationStep& step, const ValueShape& shape)
{
    std::vector<memory::desc> sources;
    Arguments arguments;
    for (const std::size_t from : step.from) {
        arguments.emplace(DNNL_ARG_MULTIPLE_SRC + int(sources.size()), m_results[from]);
        sources.push_back(m_results[from].get_desc());
    }
    constexpr int channelAxis = 1;
    const auto description =
        onednn::concatenation({m_engine, withScratchpad()}, layout(shape, anyTag), channelAxis, sources);
    memory target = buffer(description.dst_desc());
    arguments.emplace(DNNL_ARG_DST, target);
    enqueue(dnnl::concat(description), description.scratchpad_desc(), std::move(arguments));
    return target;
}

/// Applies what the step's own primitive did not, in place.
void OneDnnCompiler::activate(const PlanStep& step, const memory& value)
{
    const bool isConvolution = std::holds_alternative<ConvolutionStep>(step.work);
    const memory::desc& shape = value.get_desc();
    switch (step.activation) {
    case Activation::None:
        return;
    case Activation::Relu:
    case Activation::Sigmoid: {
        if (step.activation == Activation::Relu && isConvolution)
            return;
        const auto method =
            step.activation == Activation::Relu ? dnnl::algorithm::eltwise_relu : dnnl::algorithm::eltwise_logistic;
        const auto description = onednn::elementwise({m_engine, withScratchpad()}, method, shape);
        enqueue(dnnl::eltwise_forward(description), description.scratchpad_desc(),
                {{DNNL_ARG_SRC, value}, {DNNL_ARG_DST, value}});
        return;
    }
    case Activation::PRelu: {
        // As an addition to the convolution oneDNN 2.6 has only its slow reference for it.
        require(step.slopes.size() == std::size_t(step.result.channels));
        const memory::dims slopeDims{1, step.result.channels, 1, 1};
        const auto description = onednn::prelu({m_engine, withScratchpad()}, shape, layout(slopeDims, anyTag));
        const memory slopes = constant(step.slopes, layout(slopeDims, planar), description.weights_desc());
        enqueue(dnnl::prelu_forward(description), description.scratchpad_desc(),
                {{DNNL_ARG_SRC, value}, {DNNL_ARG_WEIGHTS, slopes}, {DNNL_ARG_DST, value}});
        return;
    }
    }
}

memory OneDnnCompiler::inLayout(const memory& value, const memory::desc& wanted)
{
    if (value.get_desc() == wanted)
        return value;
    memory target = buffer(wanted);
    place(value, target, false);
    return target;
}

memory OneDnnCompiler::constant(std::vector<float> numbers, const memory::desc& given, const memory::desc& wanted)
{
    require(given.get_size() == numbers.size() * sizeof(float) && areFinite(numbers));
    memory source(given, m_engine, numbers.data());
    memory target = buffer(wanted);
    dnnl::stream stream(m_engine);
    dnnl::reorder(source, target).execute(stream, source, target);
    stream.wait();
    return target;
}

void OneDnnCompiler::zero(const memory& target)
{
    void* const start = target.get_data_handle();
    m_work.emplace_back([start, size = target.get_desc().get_size()](dnnl::stream&) { std::memset(start, 0, size); });
}

void OneDnnCompiler::place(const memory& value, const memory& target, bool adds)
{
    const memory::dims dims = onednn::dimsOf(value.get_desc());
    const memory::desc corner = target.get_desc().submemory_desc(dims, {0, 0, 0, 0});
    dnnl::primitive_attr attributes = withScratchpad();
    if (adds) {
        dnnl::post_ops after;
        after.append_sum();
        attributes.set_post_ops(after);
    }
    const dnnl::reorder::primitive_desc description(m_engine, value.get_desc(), m_engine, corner, attributes);
    enqueue(dnnl::reorder(description), description.scratchpad_desc(),
            {{DNNL_ARG_FROM, value}, {DNNL_ARG_TO, memory(corner, m_engine, target.get_data_handle())}});
}

void OneDnnCompiler::enqueue(const dnnl::primitive& primitive, const memory::desc& scratchpad, Arguments arguments)
{
    if (scratchpad.get_size() > 0) {
        m_scratchpads.emplace_back(scratchpad, m_engine, nullptr);
        arguments.emplace(DNNL_ARG_SCRATCHPAD, m_scratchpads.back());
    }
    m_work.emplace_back(
        [primitive, arguments = std::move(arguments)](dnnl::stream& stream) { primitive.execute(stream, arguments); });
}

} // namespace kobai::face
