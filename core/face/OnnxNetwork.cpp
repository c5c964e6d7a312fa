// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/OnnxNetwork.h"

#include "face/NetworkOutput.h"

#include <QDir>
#include <QFile>

#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/dnn.hpp>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

struct OnnxNetwork::Net {
    cv::dnn::Net net;
    NetworkShape shape;
    std::vector<cv::String> outputNames;
    QString name;
};

OnnxNetwork::OnnxNetwork(std::unique_ptr<Net> net) : m_net(std::move(net)) {}
OnnxNetwork::OnnxNetwork(OnnxNetwork&&) noexcept = default;
OnnxNetwork& OnnxNetwork::operator=(OnnxNetwork&&) noexcept = default;
OnnxNetwork::~OnnxNetwork() = default;

Result<OnnxNetwork> OnnxNetwork::load(const QString& folder, QStringView name, NetworkShape shape)
{
    const QString path = QDir(folder).filePath(name.toString());
    if (!QFile::exists(path))
        return fail(FaultCode::ModelMissing, name.toString());
    // One thread for each network: a second one gains little on nets this small and the other core has its own work.
    cv::setNumThreads(1);
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_ERROR);
    try {
        auto net = std::make_unique<Net>();
        net->net = cv::dnn::readNetFromONNX(path.toStdString());
        net->net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        net->net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
        net->shape = std::move(shape);
        net->name = name.toString();
        for (const NetworkShape::Output& output : net->shape.outputs)
            net->outputNames.emplace_back(output.name);

        OnnxNetwork network(std::move(net));
        const NetworkShape& wanted = network.m_net->shape;
        const std::vector<float> blank(std::size_t(wanted.channels) * std::size_t(wanted.rows)
                                       * std::size_t(wanted.columns));
        if (!network.run(blank))
            return fail(FaultCode::ModelDamaged, name.toString());
        return network;
    } catch (const std::exception&) {
        return fail(FaultCode::ModelDamaged, name.toString());
    }
}

Result<std::vector<std::vector<float>>> OnnxNetwork::run(std::span<const float> input)
{
    const NetworkShape& shape = m_net->shape;
    if (input.size() != std::size_t(shape.channels) * std::size_t(shape.rows) * std::size_t(shape.columns))
        return fail(FaultCode::Internal, m_net->name);
    try {
        // OpenCV takes no const data; the network does not write to its input.
        const cv::Mat blob({1, shape.channels, shape.rows, shape.columns}, CV_32F, const_cast<float*>(input.data()));
        m_net->net.setInput(blob);
        std::vector<cv::Mat> mats;
        m_net->net.forward(mats, m_net->outputNames);

        std::vector<std::vector<float>> outputs;
        for (std::size_t i = 0; i < shape.outputs.size(); ++i) {
            const cv::Mat& mat = mats.at(i);
            if (mat.type() != CV_32F || !mat.isContinuous())
                return fail(FaultCode::NetworkOutput, m_net->name);
            outputs.emplace_back(mat.ptr<float>(), mat.ptr<float>() + mat.total());
            KOBAI_TRY(checkOutput(outputs.back(), shape.outputs[i].size, m_net->name));
        }
        return outputs;
    } catch (const std::exception&) {
        return fail(FaultCode::NetworkOutput, m_net->name);
    }
}

float firstShare(std::span<const float> values)
{
    float sum = 0;
    for (const float value : values)
        sum += std::exp(value - values.front());
    return 1.0F / sum;
}

} // namespace kobai::face
