// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/OneDnnNetwork.h"

#include "support/TestProgram.h"

#include <QTest>

#include <dlfcn.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <thread>

using namespace kobai;
using namespace kobai::face;

namespace {

/// Planes, row by row.
struct Value {
    ValueShape shape;
    std::vector<float> numbers;

    explicit Value(ValueShape extents) : shape(extents), numbers(extents.size()) {}
    [[nodiscard]] float& at(int channel, int row, int column)
    {
        return numbers[std::size_t((channel * shape.rows + row) * shape.columns + column)];
    }
    /// Zero outside.
    [[nodiscard]] float get(int channel, int row, int column) const
    {
        if (channel >= shape.channels || row < 0 || row >= shape.rows || column < 0 || column >= shape.columns)
            return 0;
        return numbers[std::size_t((channel * shape.rows + row) * shape.columns + column)];
    }
};

/// The definitions, written down as they are: what oneDNN must give. Gives every step's result.
class Definition final {
public:
    static std::vector<Value> run(const NetworkPlan& plan, const std::vector<float>& input)
    {
        Definition definition(input);
        for (const PlanStep& step : plan.steps) {
            Value value(step.result);
            std::visit([&](const auto& work) { definition.compute(work, value); }, step.work);
            activate(step, value);
            definition.m_values.push_back(std::move(value));
        }
        return definition.m_values;
    }

private:
    explicit Definition(const std::vector<float>& input) : m_input(input) {}

    template <typename Each>
    static void fill(Value& value, Each each)
    {
        for (int channel = 0; channel < value.shape.channels; ++channel) {
            for (int row = 0; row < value.shape.rows; ++row) {
                for (int column = 0; column < value.shape.columns; ++column)
                    value.at(channel, row, column) = each(channel, row, column);
            }
        }
    }

    void compute(const InputStep&, Value& value) const { value.numbers = m_input; }
    void compute(const ConvolutionStep& step, Value& value) const
    {
        const Value& from = m_values[step.from];
        const int ins = from.shape.channels / step.groups;
        const int outs = value.shape.channels / step.groups;
        fill(value, [&](int channel, int row, int column) {
            double sum = step.bias[std::size_t(channel)];
            for (int in = 0; in < ins; ++in) {
                for (int r = 0; r < step.kernelRows; ++r) {
                    for (int c = 0; c < step.kernelColumns; ++c) {
                        const int weight = ((channel * ins + in) * step.kernelRows + r) * step.kernelColumns + c;
                        sum += double(step.weights[std::size_t(weight)])
                               * double(from.get(channel / outs * ins + in,
                                                 row * step.stride - step.padding + r * step.dilation,
                                                 column * step.stride - step.padding + c * step.dilation));
                    }
                }
            }
            return float(sum) + (step.addend ? m_values[*step.addend].get(channel, row, column) : 0.0F);
        });
    }
    void compute(const PoolStep& step, Value& value) const
    {
        const Value& from = m_values[step.from];
        fill(value, [&](int channel, int row, int column) {
            float largest = std::numeric_limits<float>::lowest();
            float sum = 0;
            int count = 0;
            for (int r = row * step.stride - step.padding; r < row * step.stride - step.padding + step.kernelRows;
                 ++r) {
                for (int c = 0; c < step.kernelColumns; ++c) {
                    const int at = column * step.stride - step.padding + c;
                    if (r < 0 || r >= from.shape.rows || at < 0 || at >= from.shape.columns)
                        continue;
                    largest = std::max(largest, from.get(channel, r, at));
                    sum += from.get(channel, r, at);
                    ++count;
                }
            }
            return step.kind == PoolStep::Kind::Maximum ? largest : sum / float(count);
        });
    }
    void compute(const SumStep& step, Value& value) const
    {
        fill(value, [&](int channel, int row, int column) {
            return m_values[step.first].get(channel, row, column) + m_values[step.second].get(channel, row, column);
        });
    }
    void compute(const ScaleStep& step, Value& value) const
    {
        fill(value, [&](int channel, int row, int column) {
            return m_values[step.from].get(channel, row, column) * m_values[step.factors].get(channel, 0, 0);
        });
    }
    void compute(const ConcatenationStep& step, Value& value) const
    {
        value.numbers.clear();
        for (const std::size_t from : step.from)
            value.numbers.insert(value.numbers.end(), m_values[from].numbers.begin(), m_values[from].numbers.end());
    }

    static void activate(const PlanStep& step, Value& value)
    {
        fill(value, [&, before = value](int channel, int row, int column) {
            const float number = before.get(channel, row, column);
            switch (step.activation) {
            case Activation::None:
                return number;
            case Activation::Relu:
                return std::max(number, 0.0F);
            case Activation::PRelu:
                return number < 0 ? number * step.slopes[std::size_t(channel)] : number;
            case Activation::Sigmoid:
                return 1.0F / (1.0F + std::exp(-number));
            }
            return number;
        });
    }

    std::vector<float> m_input;
    std::vector<Value> m_values;
};

class Numbers final {
public:
    std::vector<float> some(std::size_t count)
    {
        std::vector<float> numbers(count);
        std::ranges::generate(numbers, [this] { return m_normal(m_random); });
        return numbers;
    }

private:
    std::mt19937 m_random{7};
    std::normal_distribution<float> m_normal{0.0F, 0.5F};
};

/// A convolution step with random weights; the result's rows and columns follow from @p stride and @p padding.
struct ConvolutionSpec {
    std::size_t from = 0;
    int outputs = 16;
    int kernel = 3;
    int stride = 1;
    int padding = 1;
    int dilation = 1;
    int groups = 1;
    std::optional<std::size_t> addend = {};
    Activation activation = Activation::None;
};

std::size_t addConvolution(NetworkPlan& plan, Numbers& numbers, const ConvolutionSpec& spec)
{
    const ValueShape from = plan.steps[spec.from].result;
    const auto length = [&](int extent) {
        return (extent + 2 * spec.padding - (spec.kernel - 1) * spec.dilation - 1) / spec.stride + 1;
    };
    ConvolutionStep step{.from = spec.from,
                         .kernelRows = spec.kernel,
                         .kernelColumns = spec.kernel,
                         .stride = spec.stride,
                         .padding = spec.padding,
                         .dilation = spec.dilation,
                         .groups = spec.groups};
    const int each = spec.kernel * spec.kernel * from.channels / spec.groups;
    step.weights = numbers.some(std::size_t(spec.outputs * each));
    step.bias = numbers.some(std::size_t(spec.outputs));
    step.addend = spec.addend;
    PlanStep whole{.work = std::move(step),
                   .result = {spec.outputs, length(from.rows), length(from.columns)},
                   .activation = spec.activation};
    if (spec.activation == Activation::PRelu)
        whole.slopes = numbers.some(std::size_t(spec.outputs));
    return plan.add(std::move(whole));
}

NetworkPlan planWithInput(ValueShape shape)
{
    NetworkPlan plan;
    (void)plan.add({.work = InputStep{}, .result = shape});
    return plan;
}

/// The largest difference between oneDNN and the definition over all steps of @p plan; infinity when it does not run.
float worstDifference(NetworkPlan plan)
{
    plan.outputs.clear();
    for (std::size_t i = 1; i < plan.steps.size(); ++i)
        plan.outputs.push_back(i);
    const std::vector<float> input = Numbers().some(plan.steps[0].result.size());
    const std::vector<Value> wanted = Definition::run(plan, input);
    // Once with every result wanted, so that nothing is added in place, and once with the last one only.
    float worst = 0;
    for (const bool all : {true, false}) {
        NetworkPlan variant = plan;
        if (!all)
            variant.outputs = {plan.outputs.back()};
        auto network = OneDnnNetwork::compile(variant);
        if (!network || network->input().size() != input.size())
            return std::numeric_limits<float>::infinity();
        for (int run = 0; run < 2; ++run) { // a second run finds the buffers of the first
            std::ranges::copy(input, network->input().begin());
            if (!network->run())
                return std::numeric_limits<float>::infinity();
        }
        for (std::size_t i = 0; i < variant.outputs.size(); ++i) {
            const std::span<const float> got = network->output(i);
            const std::vector<float>& numbers = wanted[variant.outputs[i]].numbers;
            if (got.size() != numbers.size())
                return std::numeric_limits<float>::infinity();
            for (std::size_t k = 0; k < got.size(); ++k)
                worst = std::max(worst, std::abs(got[k] - numbers[k]));
        }
    }
    return worst;
}

constexpr float exactness = 1e-4F; // sums of up to some hundred numbers about 1

} // namespace

class OneDnnNetworkTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NetworkPlan plan = planWithInput({1, 4, 4});
        Numbers numbers;
        plan.outputs = {addConvolution(plan, numbers, {})};
        const auto network = OneDnnNetwork::compile(plan);
        if (!network && network.error().detail == QStringLiteral("no AVX2"))
            QSKIP("this processor is too old for oneDNN: the networks run by dlib and OpenCV");
        QVERIFY2(network.has_value(), network ? "" : qPrintable(network.error().detail));
    }

    void convolutionsAreWhatTheyAreDefinedToBe_data()
    {
        QTest::addColumn<ConvolutionSpec>("spec");
        QTest::addColumn<ValueShape>("input");
        QTest::newRow("first of dlib's") << ConvolutionSpec{.outputs = 32, .kernel = 7, .stride = 2, .padding = 0}
                                         << ValueShape{3, 31, 31};
        QTest::newRow("Winograd") << ConvolutionSpec{.outputs = 32} << ValueShape{32, 17, 17};
        QTest::newRow("grey") << ConvolutionSpec{.outputs = 8, .padding = 0} << ValueShape{1, 24, 24};
        QTest::newRow("halving") << ConvolutionSpec{.outputs = 64, .stride = 2, .padding = 0} << ValueShape{32, 8, 8};
        QTest::newRow("each channel for itself")
            << ConvolutionSpec{.outputs = 32, .stride = 2, .groups = 32} << ValueShape{32, 14, 20};
        QTest::newRow("whole picture") << ConvolutionSpec{.outputs = 32, .kernel = 7, .padding = 0, .groups = 32}
                                       << ValueShape{32, 7, 7};
        QTest::newRow("dilated") << ConvolutionSpec{.outputs = 16, .padding = 3, .dilation = 3}
                                 << ValueShape{16, 12, 9};
        QTest::newRow("odd channels") << ConvolutionSpec{.outputs = 103, .kernel = 1, .padding = 0}
                                      << ValueShape{13, 9, 9};
        // oneDNN 3.7.2's own first choice gets the last of these wrong.
        QTest::newRow("many channels") << ConvolutionSpec{.outputs = 512, .kernel = 1, .padding = 0}
                                       << ValueShape{128, 14, 14};
        QTest::newRow("many channels of a small picture")
            << ConvolutionSpec{.outputs = 496, .kernel = 1, .padding = 0} << ValueShape{32, 7, 7};
        QTest::newRow("picture of one") << ConvolutionSpec{.outputs = 16} << ValueShape{32, 1, 1};
    }
    void convolutionsAreWhatTheyAreDefinedToBe()
    {
        QFETCH(ConvolutionSpec, spec);
        QFETCH(ValueShape, input);
        for (const Activation activation :
             {Activation::None, Activation::Relu, Activation::PRelu, Activation::Sigmoid}) {
            Numbers numbers;
            NetworkPlan plan = planWithInput(input);
            spec.activation = activation;
            (void)addConvolution(plan, numbers, spec);
            QVERIFY(worstDifference(plan) < exactness);
        }
    }

    // An addend of the same shape is added in place, one with fewer channels as dlib does it.
    void additionsInsideAConvolutionAreRight()
    {
        for (const int channels : {32, 64}) {
            for (const Activation activation : {Activation::None, Activation::Relu, Activation::PRelu}) {
                Numbers numbers;
                NetworkPlan plan = planWithInput({3, 20, 20});
                const std::size_t first = addConvolution(plan, numbers, {.outputs = channels});
                const std::size_t inner = addConvolution(plan, numbers, {.from = first, .outputs = 64});
                (void)addConvolution(plan, numbers,
                                     {.from = inner, .outputs = 64, .addend = first, .activation = activation});
                QVERIFY(worstDifference(plan) < 10 * exactness);
            }
        }
    }

    void anAddendThatIsReadAgainIsKept()
    {
        Numbers numbers;
        NetworkPlan plan = planWithInput({3, 12, 12});
        const std::size_t first = addConvolution(plan, numbers, {});
        const std::size_t inner = addConvolution(plan, numbers, {.from = first});
        const std::size_t outer =
            addConvolution(plan, numbers, {.from = inner, .addend = first, .activation = Activation::Relu});
        (void)plan.add({.work = SumStep{.first = first, .second = outer}, .result = plan.steps[first].result});
        QVERIFY(worstDifference(plan) < 10 * exactness);

        NetworkPlan around = planWithInput({3, 6, 6}); // too small for Winograd, which would not mind
        const std::size_t both = addConvolution(around, numbers, {});
        (void)addConvolution(around, numbers, {.from = both, .addend = both});
        QVERIFY(worstDifference(around) < 10 * exactness);
    }

    void sumsOfDifferentShapesAreFilledUpWithZeros()
    {
        Numbers numbers;
        NetworkPlan plan = planWithInput({32, 8, 8});
        const std::size_t small = addConvolution(plan, numbers, {.outputs = 64, .stride = 2, .padding = 0});
        const std::size_t mean =
            plan.add({.work = PoolStep{.kind = PoolStep::Kind::Mean, .kernelRows = 2, .kernelColumns = 2, .stride = 2},
                      .result = {32, 4, 4}});
        const std::size_t sum = plan.add(
            {.work = SumStep{.first = small, .second = mean}, .result = {64, 4, 4}, .activation = Activation::Relu});
        (void)addConvolution(plan, numbers, {.from = sum});
        QVERIFY(worstDifference(plan) < exactness);
    }

    void poolsScalesAndConcatenationsAreRight()
    {
        Numbers numbers;
        NetworkPlan plan = planWithInput({16, 9, 9});
        (void)plan.add({.work = PoolStep{.kernelRows = 3, .kernelColumns = 3, .stride = 2}, .result = {16, 4, 4}});
        (void)plan.add(
            {.work = PoolStep{.kernelRows = 3, .kernelColumns = 3, .stride = 2, .padding = 1}, .result = {16, 5, 5}});
        const std::size_t whole =
            plan.add({.work = PoolStep{.kind = PoolStep::Kind::Mean, .kernelRows = 9, .kernelColumns = 9},
                      .result = {16, 1, 1}});
        const std::size_t factors = addConvolution(
            plan, numbers,
            {.from = whole, .outputs = 16, .kernel = 1, .padding = 0, .activation = Activation::Sigmoid});
        const std::size_t wide = addConvolution(plan, numbers, {.outputs = 16});
        const std::size_t scaled =
            plan.add({.work = ScaleStep{.from = wide, .factors = factors}, .result = {16, 9, 9}});
        const std::size_t other = addConvolution(plan, numbers, {.outputs = 12});
        (void)plan.add({.work = ConcatenationStep{.from = {scaled, other, wide}}, .result = {44, 9, 9}});
        QVERIFY(worstDifference(plan) < exactness);
    }

    void contradictionsAreFaults()
    {
        const auto code = [](const NetworkPlan& plan) {
            const auto network = OneDnnNetwork::compile(plan);
            return network ? FaultCode::NotFound : network.error().code;
        };
        Numbers numbers;
        NetworkPlan good = planWithInput({3, 12, 12});
        good.outputs = {addConvolution(good, numbers, {})};
        QCOMPARE(code(good), FaultCode::NotFound);

        const auto broken = [&](const auto& breaking) {
            NetworkPlan plan = good;
            breaking(plan, std::get<ConvolutionStep>(plan.steps[1].work));
            return code(plan);
        };
        QCOMPARE(code({}), FaultCode::Internal);
        QCOMPARE(broken([](NetworkPlan&, ConvolutionStep& step) { step.from = 1; }), FaultCode::Internal);
        QCOMPARE(broken([](NetworkPlan&, ConvolutionStep& step) { step.weights.pop_back(); }), FaultCode::Internal);
        QCOMPARE(broken([](NetworkPlan&, ConvolutionStep& step) { step.bias.clear(); }), FaultCode::Internal);
        QCOMPARE(broken([](NetworkPlan&, ConvolutionStep& step) { step.groups = 2; }), FaultCode::Internal);
        QCOMPARE(broken([](NetworkPlan&, ConvolutionStep& step) { step.addend = 5; }), FaultCode::Internal);
        QCOMPARE(broken([](NetworkPlan& plan, ConvolutionStep&) { plan.steps[1].result.rows = 0; }),
                 FaultCode::Internal);
        QCOMPARE(broken([](NetworkPlan& plan, ConvolutionStep&) { plan.outputs = {9}; }), FaultCode::Internal);
        QCOMPARE(broken([](NetworkPlan& plan, ConvolutionStep&) { plan.steps[1].activation = Activation::PRelu; }),
                 FaultCode::Internal);
        QCOMPARE(broken([](NetworkPlan&, ConvolutionStep& step) {
                     step.weights[3] = std::numeric_limits<float>::quiet_NaN();
                 }),
                 FaultCode::Internal);
    }

    // oneDNN's relu would make zeros of them.
    void nonsenseGoingInIsAFault()
    {
        Numbers numbers;
        NetworkPlan plan = planWithInput({3, 12, 12});
        plan.outputs = {addConvolution(plan, numbers, {.activation = Activation::Relu})};
        auto network = OneDnnNetwork::compile(plan);
        QVERIFY(network.has_value());
        std::ranges::fill(network->input(), 1.0F);
        QVERIFY(network->run().has_value());
        for (const float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
                                -std::numeric_limits<float>::infinity()}) {
            network->input()[40] = bad;
            QCOMPARE(network->run().error().code, FaultCode::NetworkOutput);
        }
        network->input()[40] = std::numeric_limits<float>::max();
        QVERIFY(network->run().has_value());
    }

    // Compiled on one thread, run on another, and the caller's OpenMP setting and rounding mode stay as they were.
    void threadsAreLeftAlone()
    {
        const auto most = reinterpret_cast<int (*)()>(dlsym(RTLD_DEFAULT, "omp_get_max_threads"));
        const auto set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "omp_set_num_threads"));
        QVERIFY2(most != nullptr && set != nullptr, "oneDNN would start a team of threads");
        const int before = most();
        set(3);
        Numbers numbers;
        NetworkPlan plan = planWithInput({3, 60, 60});
        const std::size_t first = addConvolution(plan, numbers, {.outputs = 32});
        plan.outputs = {addConvolution(plan, numbers, {.from = first, .outputs = 32})};
        auto network = OneDnnNetwork::compile(plan);
        QVERIFY(network.has_value());
        std::ranges::copy(numbers.some(network->input().size()), network->input().begin());
        QVERIFY(network->run().has_value());
        QCOMPARE(most(), 3);
        volatile float tiny = std::numeric_limits<float>::min();
        QVERIFY(tiny / 4 > 0);

        const std::vector<float> here(network->output(0).begin(), network->output(0).end());
        std::thread([&, moved = std::move(*network)]() mutable {
            set(5);
            QVERIFY(moved.run().has_value());
            QVERIFY(std::ranges::equal(moved.output(0), here));
        }).join();
        set(before);
    }
};

KOBAI_TEST(OneDnnNetworkTest, QCoreApplication)
#include "OneDnnNetworkTest.moc"
