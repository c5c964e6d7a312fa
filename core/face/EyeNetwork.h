// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Landmarks.h"
#include "face/OnnxNetwork.h"

#include <QImage>

namespace kobai::face {

/// Says whether eyes are open (24x24 grey each). Belongs to one thread at a time.
class EyeNetwork final {
public:
    [[nodiscard]] static Result<EyeNetwork> load(const QString& folder);

    /// Probability that both eyes are open, 0..1: the smaller one of the two.
    [[nodiscard]] Result<float> openProbability(const QImage& picture, const Landmarks& landmarks);

private:
    explicit EyeNetwork(OnnxNetwork network) : m_network(std::move(network)) {}
    [[nodiscard]] Result<float> oneEye(const QImage& picture, QPointF centre, double width);
    OnnxNetwork m_network;
};

} // namespace kobai::face
