// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/OneDnnNetwork.h"

#include "face/OneDnnCompiler.h"

#include <cstring>
#include <dlfcn.h>

#ifdef __SSE2__
#include <xmmintrin.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

using dnnl::memory;

/// One thread for what oneDNN does while this lives. A second one gains little on a single picture, and its OpenMP
/// team was seen to wait 150 ms for a core (biometrics.md, 2.3). Primitives must run with as many threads as they
/// were compiled for.
class OneThread final {
public:
    OneThread() : m_before(most()) { set(1); }
    ~OneThread() { set(m_before); }
    Q_DISABLE_COPY_MOVE(OneThread)

private:
    // By name: OpenMP comes along with oneDNN, and nothing else of it is needed here.
    static int most()
    {
        static const auto call = reinterpret_cast<int (*)()>(dlsym(RTLD_DEFAULT, "omp_get_max_threads"));
        return call == nullptr ? 1 : call();
    }
    static void set(int threads)
    {
        static const auto call = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "omp_set_num_threads"));
        if (call != nullptr)
            call(threads);
    }

    int m_before;
};

#ifdef __SSE2__
/// Subnormal numbers count as zero while this lives: a few channels of the second network hardly ever answer, and
/// each of their numbers would cost the processor a hundred cycles.
class FlushToZero final {
public:
    FlushToZero() : m_before(_mm_getcsr()) { _mm_setcsr(m_before | flushResults | flushOperands); }
    ~FlushToZero() { _mm_setcsr(m_before); }
    Q_DISABLE_COPY_MOVE(FlushToZero)

private:
    static constexpr unsigned flushResults = 0x8000;
    static constexpr unsigned flushOperands = 0x0040;
    unsigned m_before;
};
#else
struct FlushToZero final {};
#endif

/// Before AVX2 oneDNN has some of the steps only as a slow reference: such a processor (before 2013) is quicker with
/// dlib and OpenCV.
bool isProcessorFit()
{
    constexpr auto least = unsigned(dnnl::cpu_isa::avx2);
    return (unsigned(dnnl::get_effective_cpu_isa()) & least) == least;
}

} // namespace

struct OneDnnNetwork::Program {
    dnnl::engine engine{dnnl::engine::kind::cpu, 0};
    dnnl::stream stream{engine};
    std::vector<OneDnnCompiler::Work> work;
    memory input;
    std::vector<memory> outputs;
    std::vector<memory> personal; ///< some of the buffers: the input, and the outputs in each layout
    std::vector<memory> buffers;
};

OneDnnNetwork::OneDnnNetwork(std::unique_ptr<Program> program) : m_program(std::move(program)) {}
OneDnnNetwork::OneDnnNetwork(OneDnnNetwork&&) noexcept = default;
OneDnnNetwork& OneDnnNetwork::operator=(OneDnnNetwork&&) noexcept = default;
OneDnnNetwork::~OneDnnNetwork() = default;

Result<OneDnnNetwork> OneDnnNetwork::compile(NetworkPlan plan)
{
    if (!isProcessorFit())
        return fail(FaultCode::Internal, u"no AVX2"_s);
    const OneThread alone;
    try {
        auto program = std::make_unique<Program>();
        OneDnnCompiler compiler(program->engine, plan);
        compiler.compileSteps();
        for (const std::size_t output : plan.outputs)
            program->outputs.push_back(compiler.planarResult(output));
        program->personal = program->outputs;
        for (const std::size_t step : plan.outputs)
            program->personal.push_back(compiler.result(step)); // another one than the planar, or the same
        program->personal.push_back(compiler.result(0));
        compiler.shareScratchpad();
        program->input = compiler.result(0);
        program->buffers = compiler.takeBuffers();
        program->work = compiler.takeWork();
        return OneDnnNetwork(std::move(program));
    } catch (const OneDnnCompiler::Contradiction&) {
        return fail(FaultCode::Internal, u"network plan"_s);
    } catch (const std::exception& error) {
        return fail(FaultCode::Internal, u"oneDNN: %1"_s.arg(QString::fromLatin1(error.what())));
    }
}

QString OneDnnNetwork::engineName()
{
    const dnnl_version_t* const version = dnnl::version();
    return u"oneDNN %1.%2.%3"_s.arg(version->major).arg(version->minor).arg(version->patch);
}

std::span<float> OneDnnNetwork::input()
{
    const memory& input = m_program->input;
    return {static_cast<float*>(input.get_data_handle()), input.get_desc().get_size() / sizeof(float)};
}

Status OneDnnNetwork::run()
{
    if (!areFinite(input()))
        return fail(FaultCode::NetworkOutput, u"input"_s);
    const OneThread alone;
    [[maybe_unused]] const FlushToZero flushing;
    try {
        for (const OneDnnCompiler::Work& work : m_program->work)
            work(m_program->stream);
        m_program->stream.wait();
        return {};
    } catch (const std::exception& error) {
        return fail(FaultCode::NetworkOutput, u"oneDNN: %1"_s.arg(QString::fromLatin1(error.what())));
    }
}

std::span<const float> OneDnnNetwork::output(std::size_t number) const
{
    const memory& output = m_program->outputs.at(number);
    return {static_cast<const float*>(output.get_data_handle()), output.get_desc().get_size() / sizeof(float)};
}

std::size_t OneDnnNetwork::outputCount() const
{
    return m_program->outputs.size();
}

void OneDnnNetwork::forget()
{
    for (const memory& buffer : m_program->personal)
        explicit_bzero(buffer.get_data_handle(), buffer.get_desc().get_size());
}

} // namespace kobai::face
