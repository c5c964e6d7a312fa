// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Embedding.h"
#include "face/Landmarks.h"
#include "face/OnnxNetwork.h"

#include <QImage>

namespace kobai::face {

/// The second face embedding (512 numbers from a 112x112 picture). Belongs to one thread at a time.
class SecondNetwork final {
public:
    [[nodiscard]] static Result<SecondNetwork> load(const QString& folder);

    /// The face brought to the network's five reference points; RGB888.
    [[nodiscard]] static QImage aligned(const QImage& picture, const Landmarks& landmarks);
    /// The embedding before normalisation. @p face as from aligned(). NetworkOutput for NaN.
    [[nodiscard]] Result<SecondVector> embed(const QImage& face);

private:
    explicit SecondNetwork(OnnxNetwork network) : m_network(std::move(network)) {}
    OnnxNetwork m_network;
};

} // namespace kobai::face
