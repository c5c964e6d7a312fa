// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FastDlibNetwork.h"

#include "base/LoggedFault.h"
#include "face/Log.h"
#include "face/ModelFolder.h"
#include "face/NetworkOutput.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

constexpr int side = DlibNetwork::chipSide;

/// dlib's input layer: red, green and blue planes of (pixel - mean) / 256.
void writePlanes(const QImage& chip, const std::array<float, 3>& means, std::span<float> planes)
{
    constexpr std::size_t plane = std::size_t(side) * side;
    constexpr float scale = 1.0F / 256.0F;
    float* target = planes.data();
    for (int row = 0; row < side; ++row) {
        const uchar* line = chip.constScanLine(row);
        for (int column = 0; column < side; ++column, ++target) {
            for (std::size_t channel = 0; channel < 3; ++channel)
                target[channel * plane] = (float(*line++) - means[channel]) * scale;
        }
    }
}

/// A picture with edges and slopes of every size, the same at every start.
QImage testChip()
{
    QImage chip(side, side, QImage::Format_RGB888);
    for (int y = 0; y < side; ++y) {
        uchar* pixel = chip.scanLine(y);
        for (int x = 0; x < side; ++x) {
            *pixel++ = uchar(x + y / 2);
            *pixel++ = uchar(x * y / 16);
            *pixel++ = uchar(128 + 100 * std::sin(0.002 * x * y));
        }
    }
    return chip;
}

/// Adds dlib's layers to a plan, taking the convolutions' numbers one after the other.
class PlanBuilder final {
public:
    explicit PlanBuilder(std::vector<DlibNumbers::Convolution> convolutions) : m_convolutions(std::move(convolutions))
    {
    }

    [[nodiscard]] std::size_t input(ValueShape shape) { return m_plan.add({.work = InputStep{}, .result = shape}); }

    /// Numbers that do not fit are found by OneDnnNetwork::compile().
    std::size_t convolution(std::size_t from, int stride, Activation activation, std::optional<std::size_t> addend = {})
    {
        DlibNumbers::Convolution numbers = std::move(m_convolutions.at(m_next++));
        const ValueShape& before = shape(from);
        // dlib: a convolution that halves the picture has no padding, any other keeps its size.
        const int padding = stride == 1 ? numbers.kernel / 2 : 0;
        const auto length = [&](int extent) { return (extent + 2 * padding - numbers.kernel) / stride + 1; };
        ConvolutionStep step{.from = from,
                             .kernelRows = numbers.kernel,
                             .kernelColumns = numbers.kernel,
                             .stride = stride,
                             .padding = padding};
        step.weights = std::move(numbers.filters);
        step.bias = std::move(numbers.bias);
        step.addend = addend;
        const ValueShape result{int(step.bias.size()), length(before.rows), length(before.columns)};
        return m_plan.add({.work = std::move(step), .result = result, .activation = activation});
    }

    std::size_t pool(std::size_t from, PoolStep::Kind kind, int kernel, int stride)
    {
        const ValueShape& before = shape(from);
        const ValueShape result{before.channels, (before.rows - kernel) / stride + 1,
                                (before.columns - kernel) / stride + 1};
        return m_plan.add(
            {.work =
                 PoolStep{.from = from, .kind = kind, .kernelRows = kernel, .kernelColumns = kernel, .stride = stride},
             .result = result});
    }

    /// Two convolutions around which the block's input goes unchanged.
    std::size_t same(std::size_t from)
    {
        return convolution(convolution(from, 1, Activation::Relu), 1, Activation::Relu, from);
    }

    /// The picture halved and the channels doubled (or kept), around which the block's input goes averaged.
    std::size_t down(std::size_t from)
    {
        const std::size_t inner = convolution(from, 2, Activation::Relu);
        const std::size_t around = pool(from, PoolStep::Kind::Mean, 2, 2);
        const ValueShape halved = shape(inner);
        if (shape(around).rows == halved.rows)
            return convolution(inner, 1, Activation::Relu, around);
        // At the small end the average is one longer than the convolution without padding.
        const std::size_t outer = convolution(inner, 1, Activation::None);
        const ValueShape result{shape(outer).channels, shape(around).rows, shape(around).columns};
        return m_plan.add(
            {.work = SumStep{.first = outer, .second = around}, .result = result, .activation = Activation::Relu});
    }

    /// dlib's last layer; @p weights: [in][out].
    std::size_t last(std::size_t from, const std::vector<float>& weights)
    {
        const std::size_t inputs = shape(from).size();
        const std::size_t outputs = weights.size() / inputs;
        ConvolutionStep step{.from = from};
        step.weights.resize(inputs * outputs);
        for (std::size_t i = 0; i < weights.size(); ++i)
            step.weights.at(i % outputs * inputs + i / outputs) = weights[i];
        step.bias.resize(outputs);
        return m_plan.add({.work = std::move(step), .result = {int(outputs), 1, 1}});
    }

    [[nodiscard]] const ValueShape& shape(std::size_t step) const { return m_plan.steps[step].result; }
    [[nodiscard]] NetworkPlan& plan() { return m_plan; }

private:
    NetworkPlan m_plan;
    std::vector<DlibNumbers::Convolution> m_convolutions;
    std::size_t m_next = 0;
};

} // namespace

Result<NetworkPlan> FastDlibNetwork::plan(DlibNumbers numbers)
{
    constexpr std::size_t convolutions = 29;
    constexpr std::size_t lastInputs = 256;
    if (numbers.convolutions.size() != convolutions || numbers.last.size() != lastInputs * dlibDimensions)
        return fail(FaultCode::Internal, u"dlib's layers"_s);
    PlanBuilder net(std::move(numbers.convolutions));
    std::size_t value = net.convolution(net.input({3, side, side}), 2, Activation::Relu);
    value = net.pool(value, PoolStep::Kind::Maximum, 3, 2);
    struct Level {
        bool halves;
        int sames;
    };
    for (const Level level : {Level{false, 3}, Level{true, 3}, Level{true, 2}, Level{true, 2}, Level{true, 0}}) {
        if (level.halves)
            value = net.down(value);
        for (int i = 0; i < level.sames; ++i)
            value = net.same(value);
    }
    value = net.pool(value, PoolStep::Kind::Mean, net.shape(value).rows, 1);
    if (net.shape(value) != ValueShape{int(lastInputs), 1, 1})
        return fail(FaultCode::Internal, u"dlib's layers"_s);
    value = net.last(value, numbers.last);
    net.plan().outputs = {value};
    return std::move(net.plan());
}

Result<FastDlibNetwork> FastDlibNetwork::load(const QString& path)
{
    KOBAI_ASSIGN(DlibNetwork reference, DlibNetwork::load(path));
    KOBAI_ASSIGN(DlibNumbers numbers, reference.numbers());
    const std::array<float, 3> means = numbers.means;
    auto network = plan(std::move(numbers)).and_then(&OneDnnNetwork::compile);
    return chosen(std::move(reference), std::move(network), means);
}

Result<FastDlibNetwork> FastDlibNetwork::chosen(DlibNetwork reference, Result<OneDnnNetwork> fast,
                                                std::array<float, 3> means)
{
    // Also lets dlib allocate its layers: better now than in front of the first customer.
    const QImage chip = testChip();
    const auto wanted = reference.embed(chip);
    if (!wanted)
        return fail(FaultCode::ModelDamaged, dlibModelName.toString());
    QString whyNot = fast ? u"the fast one's numbers differ"_s : loggedFault(fast.error());
    if (fast) {
        FastDlibNetwork network(std::move(*fast), means);
        const auto got = network.embed(chip);
        if (!got)
            whyNot = loggedFault(got.error());
        if (got && sameOutput(*got, *wanted)) {
            qCInfo(faceLog).noquote() << "network" << dlibModelName << "runs on" << OneDnnNetwork::engineName();
            return network;
        }
    }
    qCWarning(faceLog).noquote() << "network" << dlibModelName << "runs on dlib and slowly:" << whyNot;
    return FastDlibNetwork(std::move(reference), means);
}

Result<DlibVector> FastDlibNetwork::embed(const QImage& chip)
{
    if (DlibNetwork* const reference = std::get_if<DlibNetwork>(&m_network); reference != nullptr)
        return reference->embed(chip);

    OneDnnNetwork& network = std::get<OneDnnNetwork>(m_network);
    if (chip.size() != QSize(side, side) || chip.format() != QImage::Format_RGB888)
        return fail(FaultCode::Internal, u"face chip"_s);
    writePlanes(chip, m_means, network.input());
    KOBAI_TRY(network.run());
    const std::span<const float> numbers = network.output(0);
    KOBAI_TRY(checkOutput(numbers, dlibDimensions, dlibModelName));
    DlibVector embedding{};
    std::ranges::copy(numbers, embedding.begin());
    network.forget();
    return embedding;
}

} // namespace kobai::face
