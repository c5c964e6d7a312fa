// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/DlibNetwork.h"
#include "face/OneDnnNetwork.h"

#include <variant>

namespace kobai::face {

/// dlib's face network with dlib's results at less than half of its time: its numbers run by oneDNN, or by dlib itself
/// where oneDNN fails or gives something else. Belongs to one thread at a time.
class FastDlibNetwork final {
public:
    /// @p path as for DlibNetwork::load(). Runs one chip through both networks: about 40 ms beside the reading.
    /// Faults: ModelMissing, ModelDamaged.
    [[nodiscard]] static Result<FastDlibNetwork> load(const QString& path);
    /// @p fast if there is one that gives @p reference's embedding of a test chip (sameOutput()), else @p reference.
    /// ModelDamaged when @p reference itself fails.
    [[nodiscard]] static Result<FastDlibNetwork> chosen(DlibNetwork reference, Result<OneDnnNetwork> fast,
                                                        std::array<float, 3> means);
    /// What oneDNN is to run: the published network's structure with @p numbers.
    [[nodiscard]] static Result<NetworkPlan> plan(DlibNumbers numbers);

    /// As DlibNetwork::embed().
    [[nodiscard]] Result<DlibVector> embed(const QImage& chip);
    /// False when dlib does the work.
    [[nodiscard]] bool isFast() const { return std::holds_alternative<OneDnnNetwork>(m_network); }

private:
    using Network = std::variant<DlibNetwork, OneDnnNetwork>;
    FastDlibNetwork(Network network, const std::array<float, 3>& means) : m_network(std::move(network)), m_means(means)
    {
    }
    Network m_network;
    std::array<float, 3> m_means; ///< of the input layer
};

} // namespace kobai::face
