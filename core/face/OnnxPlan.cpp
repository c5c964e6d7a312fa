// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/OnnxPlan.h"

#include <QFileInfo>

#include <opencv2/core.hpp>
#include <opencv2/dnn.hpp>
#include <opencv2/dnn/all_layers.hpp>

#include <cmath>
#include <map>

namespace kobai::face {

namespace {

using cv::dnn::MatShape;

std::vector<float> numbersOf(const cv::Mat& mat)
{
    const cv::Mat whole = mat.isContinuous() ? mat : mat.clone();
    return {whole.ptr<float>(), whole.ptr<float>() + whole.total()};
}

/// A picture-like value or a vector, of one picture.
std::optional<ValueShape> shapeFrom(const MatShape& shape)
{
    if (shape.size() == 4 && shape[0] == 1)
        return ValueShape{shape[1], shape[2], shape[3]};
    if (shape.size() == 2 && shape[0] == 1)
        return ValueShape{shape[1], 1, 1};
    return {};
}

enum class Operation { Sum, Product };

/// What a layer of two operands does with them, of which OpenCV 4.10, unlike 4.6, tells nothing but that there is such a layer: it is
/// asked what it makes of 2 and 3. Nothing when it is neither.
std::optional<Operation> operationOf(cv::dnn::Layer& layer)
{
    const std::vector<int> one{1, 1, 1, 1};
    const std::vector<cv::Mat> operands{cv::Mat(one, CV_32F, cv::Scalar(2)), cv::Mat(one, CV_32F, cv::Scalar(3))};
    std::vector<cv::Mat> results{cv::Mat(one, CV_32F, cv::Scalar(0))};
    std::vector<cv::Mat> scratch;
    layer.finalize(cv::InputArrayOfArrays(operands), cv::OutputArrayOfArrays(results));
    layer.forward(cv::InputArrayOfArrays(operands), cv::OutputArrayOfArrays(results), cv::OutputArrayOfArrays(scratch));
    const float result = *results.front().ptr<float>();
    if (result == 2 + 3)
        return Operation::Sum;
    return result == 2 * 3 ? std::optional(Operation::Product) : std::nullopt;
}

/// Turns a network's layers into steps, in their own order, fusing what belongs to the step before.
class Translator final {
public:
    Translator(cv::dnn::Net& net, const ValueShape& input, std::span<const std::string> outputs);

    /// A layer of an unknown kind, or behind one, is left out.
    void readLayers();
    [[nodiscard]] std::optional<std::size_t> step(const std::string& layer) const;
    [[nodiscard]] NetworkPlan& plan() { return m_plan; }

private:
    struct Node {
        cv::Ptr<cv::dnn::Layer> layer;
        std::vector<std::size_t> from = {};  ///< the steps that it reads
        std::vector<bool> isOnlyReader = {}; ///< of each of them
        std::vector<float> constant = {};    ///< the operand that is no step's result
        ValueShape result = {};
    };

    [[nodiscard]] std::optional<std::size_t> translated(const Node& node);
    [[nodiscard]] std::optional<std::size_t> convolution(const Node& node);
    [[nodiscard]] std::optional<std::size_t> fullyConnected(const Node& node);
    [[nodiscard]] std::optional<std::size_t> pool(const Node& node);
    [[nodiscard]] std::optional<std::size_t> combination(const Node& node);
    [[nodiscard]] std::size_t sum(const Node& node);
    /// Each channel of @p from times one number of @p factors.
    [[nodiscard]] std::size_t scaled(const Node& node, std::size_t from, std::size_t factors);
    [[nodiscard]] std::optional<std::size_t> activated(const Node& node, Activation activation,
                                                       std::vector<float> slopes = {});
    [[nodiscard]] std::optional<std::size_t> normalised(const Node& node);
    /// Each channel multiplied and shifted: made part of the convolution before.
    [[nodiscard]] std::optional<std::size_t> folded(const Node& node, std::span<const float> scales,
                                                    std::span<const float> shifts);
    /// The convolution that gives @p step's result, while nothing is done to that result.
    [[nodiscard]] ConvolutionStep* openConvolution(std::size_t step);

    cv::dnn::Net& m_net;
    MatShape m_input;
    NetworkPlan m_plan;
    std::map<std::string, std::size_t> m_steps;
    std::map<std::string, int> m_readers;
};

Translator::Translator(cv::dnn::Net& net, const ValueShape& input, std::span<const std::string> outputs)
    : m_net(net), m_input{1, input.channels, input.rows, input.columns}
{
    for (const std::string& output : outputs)
        ++m_readers[output]; // the caller
    m_steps["_input"] = m_plan.add({.work = InputStep{}, .result = input});
}

void Translator::readLayers()
{
    std::vector<int> ids;
    std::vector<std::vector<MatShape>> inputs;
    std::vector<std::vector<MatShape>> results;
    m_net.getLayersShapes(m_input, ids, inputs, results);
    for (const int id : ids) {
        for (const auto& source : m_net.getLayerInputs(id))
            ++m_readers[source->name];
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        Node node{.layer = m_net.getLayer(ids[i])};
        const auto shape = results[i].empty() ? std::nullopt : shapeFrom(results[i].front());
        const auto sources = m_net.getLayerInputs(ids[i]);
        for (const auto& source : sources) {
            if (const auto from = step(source->name)) {
                node.from.push_back(*from);
                node.isOnlyReader.push_back(m_readers[source->name] == 1);
            } else if (source->type == "Const" && node.constant.empty() && source->blobs.at(0).type() == CV_32F) {
                node.constant = numbersOf(source->blobs.at(0));
            }
        }
        const std::size_t constants = node.constant.empty() ? 0 : 1;
        if (!shape || node.from.empty() || node.from.size() + constants != sources.size())
            continue;
        node.result = *shape;
        if (const auto done = translated(node))
            m_steps[node.layer->name] = *done;
    }
}

std::optional<std::size_t> Translator::step(const std::string& layer) const
{
    const auto found = m_steps.find(layer);
    return found == m_steps.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> Translator::translated(const Node& node)
{
    const cv::dnn::Layer& layer = *node.layer;
    const cv::String& kind = layer.type;
    if (kind == "Convolution")
        return convolution(node);
    if (kind == "InnerProduct" || kind == "MatMul")
        return fullyConnected(node);
    if (kind == "Pooling")
        return pool(node);
    if (kind == "NaryEltwise")
        return combination(node);
    if (!node.constant.empty())
        return {};
    if (kind == "Eltwise" && node.from.size() == 2)
        return sum(node);
    if (kind == "Scale" && node.from.size() == 2)
        return scaled(node, node.from[0], node.from[1]);
    if (kind == "Concat")
        return m_plan.add({.work = ConcatenationStep{.from = node.from}, .result = node.result});
    if (kind == "ReLU")
        return activated(node, Activation::Relu);
    if (kind == "PReLU")
        return activated(node, Activation::PRelu, numbersOf(layer.blobs.at(0)));
    if (kind == "Sigmoid")
        return activated(node, Activation::Sigmoid);
    if (kind == "BatchNorm")
        return normalised(node);
    if (const auto* power = dynamic_cast<const cv::dnn::PowerLayer*>(&layer); power != nullptr && power->power == 1)
        return folded(node, std::vector(std::size_t(node.result.channels), power->scale),
                      std::vector(std::size_t(node.result.channels), power->shift));
    const bool isVector = m_plan.steps[node.from[0]].result.size() == std::size_t(node.result.channels);
    if (kind == "Identity" || (kind == "Reshape" && isVector))
        return node.from[0];
    return {};
}

std::optional<std::size_t> Translator::convolution(const Node& node)
{
    const auto* layer = dynamic_cast<const cv::dnn::BaseConvolutionLayer*>(node.layer.get());
    if (layer == nullptr || layer->kernel_size.size() != 2 || layer->strides[0] != layer->strides[1]
        || layer->pads_begin[0] != layer->pads_begin[1] || layer->dilations[0] != layer->dilations[1])
        return {};
    const cv::Mat& weights = layer->blobs.at(0);
    ConvolutionStep step{.from = node.from[0],
                         .kernelRows = int(layer->kernel_size[0]),
                         .kernelColumns = int(layer->kernel_size[1]),
                         .stride = int(layer->strides[0]),
                         .padding = int(layer->pads_begin[0]),
                         .dilation = int(layer->dilations[0])};
    step.groups = m_plan.steps[node.from[0]].result.channels / weights.size[1];
    step.weights = numbersOf(weights);
    step.bias =
        layer->blobs.size() > 1 ? numbersOf(layer->blobs[1]) : std::vector<float>(std::size_t(node.result.channels));
    return m_plan.add({.work = std::move(step), .result = node.result});
}

std::optional<std::size_t> Translator::fullyConnected(const Node& node)
{
    const std::vector<cv::Mat>& blobs = node.layer->blobs;
    const ValueShape& from = m_plan.steps[node.from[0]].result;
    if (blobs.empty())
        return {};
    ConvolutionStep step{.from = node.from[0], .kernelRows = from.rows, .kernelColumns = from.columns};
    // In OpenCV 4.10 a product with a matrix stays one: its rows are what it reads, not what it gives.
    const bool isTransposed = node.layer->type == "MatMul";
    if (isTransposed && (blobs[0].dims != 2 || blobs[0].rows != int(from.size())))
        return {};
    step.weights = numbersOf(isTransposed ? blobs[0].t() : blobs[0]);
    step.bias = blobs.size() > 1 ? numbersOf(blobs[1]) : std::vector<float>(std::size_t(node.result.channels));
    return m_plan.add({.work = std::move(step), .result = node.result});
}

std::optional<std::size_t> Translator::pool(const Node& node)
{
    const auto* layer = dynamic_cast<const cv::dnn::PoolingLayer*>(node.layer.get());
    constexpr int maximum = 0; // OpenCV's own names for these are hidden
    constexpr int mean = 1;
    if (layer == nullptr || (layer->type != maximum && layer->type != mean))
        return {};
    PoolStep step{.from = node.from[0],
                  .kind = layer->type == maximum ? PoolStep::Kind::Maximum : PoolStep::Kind::Mean};
    if (layer->globalPooling) {
        step.kernelRows = m_plan.steps[step.from].result.rows;
        step.kernelColumns = m_plan.steps[step.from].result.columns;
    } else {
        step.kernelRows = int(layer->kernel_size.at(0));
        step.kernelColumns = int(layer->kernel_size.at(1));
        step.stride = int(layer->strides.at(0));
        step.padding = int(layer->pads_begin.at(0));
    }
    return m_plan.add({.work = step, .result = node.result});
}

/// In OpenCV 4.10: a sum or product of two values, or of one with a number.
std::optional<std::size_t> Translator::combination(const Node& node)
{
    const auto operation = operationOf(*node.layer);
    if (!operation)
        return {};
    const auto channels = std::size_t(node.result.channels);
    if (node.constant.size() == 1 && node.from.size() == 1) {
        const float number = node.constant.front();
        return *operation == Operation::Product
                   ? folded(node, std::vector(channels, number), std::vector(channels, 0.0F))
                   : folded(node, std::vector(channels, 1.0F), std::vector(channels, number));
    }
    if (!node.constant.empty() || node.from.size() != 2)
        return {};
    if (*operation == Operation::Sum)
        return sum(node);
    const bool isFirstSmall = m_plan.steps[node.from[0]].result == ValueShape{node.result.channels, 1, 1};
    return isFirstSmall ? scaled(node, node.from[1], node.from[0]) : scaled(node, node.from[0], node.from[1]);
}

std::size_t Translator::scaled(const Node& node, std::size_t from, std::size_t factors)
{
    return m_plan.add({.work = ScaleStep{.from = from, .factors = factors}, .result = node.result});
}

std::size_t Translator::sum(const Node& node)
{
    // The later of the two, when it is a convolution, can add the other one itself.
    const std::size_t late = node.from[0] < node.from[1] ? 1 : 0;
    const std::size_t first = node.from[1 - late];
    const std::size_t second = node.from[late];
    if (ConvolutionStep* const later = openConvolution(second); later != nullptr && node.isOnlyReader[late]) {
        later->addend = first;
        return second;
    }
    return m_plan.add({.work = SumStep{.first = first, .second = second}, .result = node.result});
}

std::optional<std::size_t> Translator::activated(const Node& node, Activation activation, std::vector<float> slopes)
{
    PlanStep& before = m_plan.steps[node.from[0]];
    if (!node.isOnlyReader[0] || before.activation != Activation::None)
        return {};
    before.activation = activation;
    before.slopes = std::move(slopes);
    return node.from[0];
}

std::optional<std::size_t> Translator::normalised(const Node& node)
{
    const auto* layer = dynamic_cast<const cv::dnn::BatchNormLayer*>(node.layer.get());
    if (layer == nullptr || layer->blobs.size() != 4)
        return {};
    const std::vector<float> means = numbersOf(layer->blobs[0]);
    const std::vector<float> variances = numbersOf(layer->blobs[1]);
    std::vector<float> scales = numbersOf(layer->blobs[2]);
    std::vector<float> shifts = numbersOf(layer->blobs[3]);
    for (std::size_t i = 0; i < scales.size(); ++i) {
        scales[i] /= std::sqrt(variances.at(i) + layer->epsilon);
        shifts.at(i) -= means.at(i) * scales[i];
    }
    return folded(node, scales, shifts);
}

std::optional<std::size_t> Translator::folded(const Node& node, std::span<const float> scales,
                                              std::span<const float> shifts)
{
    ConvolutionStep* const before = openConvolution(node.from[0]);
    if (before == nullptr || !node.isOnlyReader[0] || scales.size() != before->bias.size()
        || shifts.size() != scales.size())
        return {};
    const std::size_t each = before->weights.size() / scales.size();
    for (std::size_t o = 0; o < scales.size(); ++o) {
        for (float& weight : std::span(before->weights).subspan(o * each, each))
            weight *= scales[o];
        before->bias[o] = before->bias[o] * scales[o] + shifts[o];
    }
    return node.from[0];
}

ConvolutionStep* Translator::openConvolution(std::size_t step)
{
    PlanStep& whole = m_plan.steps[step];
    auto* const convolution = std::get_if<ConvolutionStep>(&whole.work);
    const bool isOpen = convolution != nullptr && !convolution->addend && whole.activation == Activation::None;
    return isOpen ? convolution : nullptr;
}

} // namespace

Result<NetworkPlan> readOnnxPlan(const QString& path, const ValueShape& input, std::span<const std::string> outputs)
{
    const QString name = QFileInfo(path).fileName();
    try {
        cv::dnn::Net net = cv::dnn::readNetFromONNX(path.toStdString());
        Translator translator(net, input, outputs);
        translator.readLayers();
        for (const std::string& output : outputs) {
            const auto step = translator.step(output);
            if (!step)
                return fail(FaultCode::ModelDamaged, name);
            translator.plan().outputs.push_back(*step);
        }
        return std::move(translator.plan());
    } catch (const std::exception&) {
        return fail(FaultCode::ModelDamaged, name);
    }
}

} // namespace kobai::face
