// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that includes dlib/dnn.h: it takes minutes to compile.
#include "face/DlibNetwork.h"

#include "face/ModelFolder.h"
#include "face/NetworkOutput.h"

#include <QFileInfo>
#include <QSaveFile>

#include <dlfcn.h>
#include <dlib/dnn.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

// The architecture, after dlib's example program of the same network (public domain).
template <template <int, template <typename> class, int, typename> class Block, int Filters,
          template <typename> class Norm, typename Subnet>
using Residual = dlib::add_prev1<Block<Filters, Norm, 1, dlib::tag1<Subnet>>>;

template <template <int, template <typename> class, int, typename> class Block, int Filters,
          template <typename> class Norm, typename Subnet>
using ResidualDown =
    dlib::add_prev2<dlib::avg_pool<2, 2, 2, 2, dlib::skip1<dlib::tag2<Block<Filters, Norm, 2, dlib::tag1<Subnet>>>>>>;

template <int Filters, template <typename> class Norm, int Stride, typename Subnet>
using Pair = Norm<dlib::con<Filters, 3, 3, 1, 1, dlib::relu<Norm<dlib::con<Filters, 3, 3, Stride, Stride, Subnet>>>>>;

template <int Filters, typename Subnet>
using Same = dlib::relu<Residual<Pair, Filters, dlib::affine, Subnet>>;
template <int Filters, typename Subnet>
using Down = dlib::relu<ResidualDown<Pair, Filters, dlib::affine, Subnet>>;

template <typename Subnet>
using Level0 = Down<256, Subnet>;
template <typename Subnet>
using Level1 = Same<256, Same<256, Down<256, Subnet>>>;
template <typename Subnet>
using Level2 = Same<128, Same<128, Down<128, Subnet>>>;
template <typename Subnet>
using Level3 = Same<64, Same<64, Same<64, Down<64, Subnet>>>>;
template <typename Subnet>
using Level4 = Same<32, Same<32, Same<32, Subnet>>>;

using FaceNet = dlib::loss_metric<dlib::fc_no_bias<
    128, dlib::avg_pool_everything<Level0<Level1<Level2<Level3<Level4<dlib::max_pool<
             3, 3, 2, 2,
             dlib::relu<
                 dlib::affine<dlib::con<32, 7, 7, 2, 2, dlib::input_rgb_image_sized<DlibNetwork::chipSide>>>>>>>>>>>>>;

using Chip = dlib::matrix<dlib::rgb_pixel>;

Chip toChip(const QImage& image)
{
    Chip chip(DlibNetwork::chipSide, DlibNetwork::chipSide);
    for (int row = 0; row < DlibNetwork::chipSide; ++row) {
        const uchar* line = image.constScanLine(row);
        for (int column = 0; column < DlibNetwork::chipSide; ++column, line += 3)
            chip(row, column) = dlib::rgb_pixel(line[0], line[1], line[2]);
    }
    return chip;
}

/// dlib keeps the last result as it was computed and as it was given, both for reading only.
template <typename Kept>
void forget(const Kept& kept)
{
    std::fill_n(const_cast<float*>(kept.begin()), kept.size(), 0.0F);
}

/// Views of the layers that carry weights, in forward order.
struct WeightedLayers {
    struct Convolution {
        dlib::tensor* parameters = nullptr; ///< filters [out][in][row][column], then the biases
        int filters = 0;
        int kernel = 0;
        bool hasBias = true;
    };
    std::vector<Convolution> convolutions;
    std::vector<dlib::affine_*> affines;
    dlib::tensor* last = nullptr;
};

/// dlib copies its visitor at every layer, so this one carries nothing but a pointer.
class LayerCollector final {
public:
    explicit LayerCollector(WeightedLayers& layers) : m_layers(&layers) {}

    template <long Filters, long Side, int Stride, int Pad>
    void operator()(std::size_t, dlib::con_<Filters, Side, Side, Stride, Stride, Pad, Pad>& layer)
    {
        m_layers->convolutions.push_back({.parameters = &layer.get_layer_params(),
                                          .filters = int(Filters),
                                          .kernel = int(Side),
                                          .hasBias = !layer.bias_is_disabled()});
    }
    void operator()(std::size_t, dlib::affine_& layer) { m_layers->affines.push_back(&layer); }
    void operator()(std::size_t, dlib::fc_<128, dlib::FC_NO_BIAS>& layer)
    {
        m_layers->last = &layer.get_layer_params();
    }
    template <typename Layer>
    void operator()(std::size_t, Layer&)
    {
    }

private:
    WeightedLayers* m_layers;
};

/// Internal unless each convolution has its affine layer and the last layer is there.
Result<WeightedLayers> weightedLayers(FaceNet& net)
{
    WeightedLayers layers;
    dlib::visit_computational_layers(net, LayerCollector(layers));
    std::ranges::reverse(layers.convolutions); // visited from the output to the input
    std::ranges::reverse(layers.affines);
    if (layers.convolutions.size() * 4 + 1 != dlibTensorCount || layers.last == nullptr
        || layers.affines.size() != layers.convolutions.size())
        return fail(FaultCode::Internal, u"dlib's layers"_s);
    return layers;
}

/// A network whose layers are allocated, which dlib does at the first forward pass.
void allocate(FaceNet& net)
{
    Chip blank(DlibNetwork::chipSide, DlibNetwork::chipSide);
    dlib::assign_all_pixels(blank, dlib::rgb_pixel(0, 0, 0));
    (void)net(blank);
}

DlibNumbers::Convolution folded(const WeightedLayers::Convolution& layer, const dlib::affine_& affine)
{
    const auto outputs = std::size_t(layer.filters);
    const float* values = layer.parameters->host();
    const std::size_t filterValues = layer.parameters->size() - (layer.hasBias ? outputs : 0);
    DlibNumbers::Convolution convolution{.kernel = layer.kernel,
                                         .filters = std::vector<float>(values, values + filterValues),
                                         .bias = std::vector<float>(outputs)};
    if (layer.hasBias)
        std::copy_n(values + filterValues, outputs, convolution.bias.begin());
    if (affine.is_disabled())
        return convolution;
    auto scales = affine.get_gamma();
    auto shifts = affine.get_beta();
    const dlib::tensor& scale = scales;
    const dlib::tensor& shift = shifts;
    const std::size_t each = filterValues / outputs;
    for (std::size_t o = 0; o < outputs; ++o) {
        for (float& value : std::span(convolution.filters).subspan(o * each, each))
            value *= scale.host()[o];
        convolution.bias[o] = convolution.bias[o] * scale.host()[o] + shift.host()[o];
    }
    return convolution;
}

bool hasShape(const WeightTensor& tensor, std::initializer_list<int> shape)
{
    return std::ranges::equal(tensor.shape, shape);
}

/// Writes one convolution: @p four = filters [row][column][in][out], bias, scale weights, scale biases.
/// @p parameters: dlib's filters [out][in][row][column], then the biases.
Status foldConvolution(std::span<const WeightTensor> four, dlib::tensor& parameters)
{
    const WeightTensor& filters = four[0];
    if (filters.shape.size() != 4)
        return fail(FaultCode::ModelDamaged, filters.name);
    const int rows = filters.shape[0];
    const int columns = filters.shape[1];
    const int in = filters.shape[2];
    const int out = filters.shape[3];
    for (const WeightTensor& vector : four.subspan(1)) {
        if (!hasShape(vector, {out}))
            return fail(FaultCode::ModelDamaged, vector.name);
    }
    if (parameters.size() != filters.values.size() + std::size_t(out))
        return fail(FaultCode::ModelDamaged, filters.name);

    const std::vector<float>& scale = four[2].values;
    float* target = parameters.host();
    for (int o = 0; o < out; ++o) {
        for (int i = 0; i < in; ++i) {
            for (int r = 0; r < rows; ++r) {
                for (int c = 0; c < columns; ++c) {
                    const auto source = std::size_t(((r * columns + c) * in + i) * out + o);
                    *target++ = filters.values[source] * scale[std::size_t(o)];
                }
            }
        }
    }
    for (std::size_t o = 0; o < std::size_t(out); ++o)
        *target++ = four[1].values[o] * scale[o] + four[3].values[o];
    return {};
}

} // namespace

struct DlibNetwork::Layers {
    FaceNet net;
};

DlibNetwork::DlibNetwork(std::unique_ptr<Layers> layers) : m_layers(std::move(layers)) {}
DlibNetwork::DlibNetwork(DlibNetwork&&) noexcept = default;
DlibNetwork& DlibNetwork::operator=(DlibNetwork&&) noexcept = default;
DlibNetwork::~DlibNetwork() = default;

Result<DlibNetwork> DlibNetwork::load(const QString& path)
{
    const QFileInfo file(path);
    if (!file.exists())
        return fail(FaultCode::ModelMissing, file.fileName());
    try {
        std::ifstream stream(path.toStdString(), std::ios::binary);
        auto layers = std::make_unique<Layers>();
        dlib::deserialize(layers->net, stream);
        return DlibNetwork(std::move(layers));
    } catch (const std::exception&) {
        return fail(FaultCode::ModelDamaged, file.fileName());
    }
}

Result<DlibNetwork> DlibNetwork::fromTensors(std::span<const WeightTensor> tensors)
{
    if (tensors.size() != dlibTensorCount)
        return fail(FaultCode::ModelDamaged, u"%1 tensors"_s.arg(tensors.size()));
    try {
        auto layers = std::make_unique<Layers>();
        allocate(layers->net);
        KOBAI_ASSIGN(const WeightedLayers weighted, weightedLayers(layers->net));
        for (std::size_t i = 0; i < weighted.convolutions.size(); ++i) {
            KOBAI_TRY(foldConvolution(tensors.subspan(4 * i, 4), *weighted.convolutions[i].parameters));
            weighted.affines[i]->disable();
        }
        const WeightTensor& last = tensors.back();
        if (!hasShape(last, {256, dlibDimensions}) || weighted.last->size() != last.values.size())
            return fail(FaultCode::ModelDamaged, last.name);
        std::ranges::copy(last.values, weighted.last->host());
        layers->net.clean(); // the outputs of the blank picture are no part of the file
        return DlibNetwork(std::move(layers));
    } catch (const std::exception& error) {
        return fail(FaultCode::ModelDamaged, QString::fromLocal8Bit(error.what()));
    }
}

Status DlibNetwork::save(const QString& path)
{
    std::ostringstream bytes;
    try {
        dlib::serialize(m_layers->net, bytes);
    } catch (const std::exception& error) {
        return fail(FaultCode::Internal, QString::fromLocal8Bit(error.what()));
    }
    const std::string text = std::move(bytes).str();
    QSaveFile file(path);
    constexpr auto readableByAll = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(readableByAll)
        || file.write(text.data(), qint64(text.size())) != qint64(text.size()) || !file.commit())
        return fail(FaultCode::StoreIo, file.errorString());
    return {};
}

Result<DlibNumbers> DlibNetwork::numbers()
{
    KOBAI_ASSIGN(const WeightedLayers weighted, weightedLayers(m_layers->net));
    DlibNumbers numbers;
    const auto& input = dlib::input_layer(m_layers->net);
    numbers.means = {input.get_avg_red(), input.get_avg_green(), input.get_avg_blue()};
    for (std::size_t i = 0; i < weighted.convolutions.size(); ++i)
        numbers.convolutions.push_back(folded(weighted.convolutions[i], *weighted.affines[i]));
    numbers.last.assign(weighted.last->begin(), weighted.last->end());
    return numbers;
}

Result<DlibNetwork> DlibNetwork::unfolded()
{
    KOBAI_ASSIGN(const DlibNumbers numbers, this->numbers());
    try {
        auto layers = std::make_unique<Layers>();
        allocate(layers->net); // with affine layers that multiply by 1 and add 0
        KOBAI_ASSIGN(const WeightedLayers weighted, weightedLayers(layers->net));
        for (std::size_t i = 0; i < weighted.convolutions.size(); ++i) {
            float* const target = weighted.convolutions[i].parameters->host();
            std::ranges::copy(numbers.convolutions[i].bias,
                              std::ranges::copy(numbers.convolutions[i].filters, target).out);
        }
        std::ranges::copy(numbers.last, weighted.last->host());
        return DlibNetwork(std::move(layers));
    } catch (const std::exception& error) {
        return fail(FaultCode::Internal, QString::fromLocal8Bit(error.what()));
    }
}

Result<DlibVector> DlibNetwork::embed(const QImage& chip)
{
    if (chip.size() != QSize(chipSide, chipSide) || chip.format() != QImage::Format_RGB888)
        return fail(FaultCode::Internal, u"face chip"_s);
    try {
        const dlib::matrix<float, 0, 1>& output = m_layers->net(toChip(chip));
        const std::span<const float> numbers(output.begin(), std::size_t(output.size()));
        KOBAI_TRY(checkOutput(numbers, dlibDimensions, dlibModelName));
        DlibVector embedding{};
        std::ranges::copy(numbers, embedding.begin());
        forget(output);
        forget(m_layers->net.subnet().get_output());
        return embedding;
    } catch (const std::exception& error) {
        return fail(FaultCode::NetworkOutput, QString::fromLocal8Bit(error.what()));
    }
}

void limitBlasThreads()
{
    // By name, since the program runs with any BLAS and only OpenBLAS has this call.
    using SetThreads = void (*)(int);
    if (void* const symbol = dlsym(RTLD_DEFAULT, "openblas_set_num_threads"); symbol != nullptr)
        reinterpret_cast<SetThreads>(symbol)(1);
}

} // namespace kobai::face
