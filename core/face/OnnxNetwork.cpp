// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/OnnxNetwork.h"

#include "base/LoggedFault.h"
#include "face/Log.h"
#include "face/NetworkOutput.h"
#include "face/OneDnnNetwork.h"
#include "face/OnnxPlan.h"

#include <QDir>
#include <QFile>

#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/dnn.hpp>

#include <algorithm>
#include <cmath>
#include <variant>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

/// One thread for each network: a second one gains little on nets this small and the other core has its own work. Said before main(), while
/// there is one thread: OpenCV with TBB ends the arena by it in which other threads may be computing, and two at once end the program.
[[maybe_unused]] const bool isSingleThreaded = [] {
    cv::setNumThreads(1);
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_ERROR);
    return true;
}();

Result<NetworkOutputs> runOpenCv(cv::dnn::Net& net, const NetworkShape& shape, std::span<const float> input)
{
    // OpenCV takes no const data; the network does not write to its input.
    const cv::Mat blob({1, shape.channels, shape.rows, shape.columns}, CV_32F, const_cast<float*>(input.data()));
    std::vector<cv::String> names;
    for (const NetworkShape::Output& output : shape.outputs)
        names.emplace_back(output.name);
    net.setInput(blob);
    std::vector<cv::Mat> mats;
    net.forward(mats, names);

    NetworkOutputs outputs;
    for (const cv::Mat& mat : mats) {
        if (mat.type() != CV_32F || !mat.isContinuous())
            return fail(FaultCode::NetworkOutput);
        outputs.emplace_back(mat.ptr<float>(), mat.ptr<float>() + mat.total());
    }
    return outputs;
}

Result<NetworkOutputs> runOneDnn(OneDnnNetwork& network, std::span<const float> input)
{
    if (network.input().size() != input.size())
        return fail(FaultCode::NetworkOutput);
    std::ranges::copy(input, network.input().begin());
    KOBAI_TRY(network.run());
    NetworkOutputs outputs;
    for (std::size_t i = 0; i < network.outputCount(); ++i)
        outputs.emplace_back(network.output(i).begin(), network.output(i).end());
    network.forget();
    return outputs;
}

Result<OneDnnNetwork> compileFile(const QString& path, const NetworkShape& shape)
{
    std::vector<std::string> outputs;
    for (const NetworkShape::Output& output : shape.outputs)
        outputs.push_back(output.name);
    KOBAI_ASSIGN(NetworkPlan plan, readOnnxPlan(path, {shape.channels, shape.rows, shape.columns}, outputs));
    return OneDnnNetwork::compile(std::move(plan));
}

/// Slopes and edges between -1 and 1, the same at every start.
std::vector<float> testInput(const NetworkShape& shape)
{
    std::vector<float> input(std::size_t(shape.channels) * std::size_t(shape.rows) * std::size_t(shape.columns));
    for (std::size_t i = 0; i < input.size(); ++i)
        input[i] = float(std::sin(0.0001 * double(i * (i % std::size_t(shape.columns)))));
    return input;
}

} // namespace

struct OnnxNetwork::Net {
    std::variant<cv::dnn::Net, OneDnnNetwork> runner;
    NetworkShape shape;
    QString name;
};

OnnxNetwork::OnnxNetwork(std::unique_ptr<Net> net) : m_net(std::move(net)) {}
OnnxNetwork::OnnxNetwork(OnnxNetwork&&) noexcept = default;
OnnxNetwork& OnnxNetwork::operator=(OnnxNetwork&&) noexcept = default;
OnnxNetwork::~OnnxNetwork() = default;

Result<OnnxNetwork> OnnxNetwork::load(const QString& folder, QStringView name, NetworkShape shape, Runner runner)
{
    const QString path = QDir(folder).filePath(name.toString());
    if (!QFile::exists(path))
        return fail(FaultCode::ModelMissing, name.toString());
    try {
        cv::dnn::Net reference = cv::dnn::readNetFromONNX(path.toStdString());
        reference.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        reference.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
        OnnxNetwork network(std::make_unique<Net>(
            Net{.runner = std::move(reference), .shape = std::move(shape), .name = name.toString()}));
        const std::vector<float> input = testInput(network.m_net->shape);
        const auto wanted = network.run(input);
        if (!wanted)
            return fail(FaultCode::ModelDamaged, name.toString());
        if (runner == Runner::OpenCv)
            return network;

        auto fast = compileFile(path, network.m_net->shape);
        const auto got = fast ? runOneDnn(*fast, input) : fail(fast.error());
        if (got && std::ranges::equal(*got, *wanted, [](const auto& a, const auto& b) { return sameOutput(a, b); })) {
            network.m_net->runner = std::move(*fast);
            qCInfo(faceLog).noquote() << "network" << network.m_net->name << "runs on" << OneDnnNetwork::engineName();
        } else {
            qCWarning(faceLog).noquote() << "network" << network.m_net->name << "runs on OpenCV"
                                         << QString::fromStdString(cv::getVersionString()) << "and slowly:"
                                         << (got ? u"the fast one's numbers differ"_s : loggedFault(got.error()));
        }
        return network;
    } catch (const std::exception&) {
        return fail(FaultCode::ModelDamaged, name.toString());
    }
}

Result<NetworkOutputs> OnnxNetwork::run(std::span<const float> input)
{
    const NetworkShape& shape = m_net->shape;
    if (input.size() != std::size_t(shape.channels) * std::size_t(shape.rows) * std::size_t(shape.columns))
        return fail(FaultCode::Internal, m_net->name);
    try {
        auto* const fast = std::get_if<OneDnnNetwork>(&m_net->runner);
        auto outputs =
            fast != nullptr ? runOneDnn(*fast, input) : runOpenCv(std::get<cv::dnn::Net>(m_net->runner), shape, input);
        if (!outputs || outputs->size() != shape.outputs.size())
            return fail(FaultCode::NetworkOutput, m_net->name);
        for (std::size_t i = 0; i < shape.outputs.size(); ++i)
            KOBAI_TRY(checkOutput((*outputs)[i], shape.outputs[i].size, m_net->name));
        return outputs;
    } catch (const std::exception&) {
        return fail(FaultCode::NetworkOutput, m_net->name);
    }
}

bool OnnxNetwork::isFast() const
{
    return std::holds_alternative<OneDnnNetwork>(m_net->runner);
}

float firstShare(std::span<const float> values)
{
    float sum = 0;
    for (const float value : values)
        sum += std::exp(value - values.front());
    return 1.0F / sum;
}

} // namespace kobai::face
