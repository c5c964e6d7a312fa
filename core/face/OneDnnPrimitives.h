// SPDX-License-Identifier: GPL-3.0-or-later
// Includes oneDNN: for OneDnn*.cpp alone.
#pragma once

#include <oneapi/dnnl/dnnl.hpp>

#include <string_view>
#include <vector>

namespace kobai::face::onednn {

// Where oneDNN 2 and 3 differ: 2 describes an operation first and then how a processor is to do it, 3 both in one step.
// All of them are for inference. They throw what oneDNN throws, for instance when it has no such implementation.

using dnnl::memory;

/// What oneDNN is asked for, and how a processor is to do it.
struct Target final {
    const dnnl::engine& engine;
    const dnnl::primitive_attr& attributes;
};

/// Strides, dilations (0 for none) and padding in front and behind, each for rows and columns.
struct Window final {
    memory::dims strides;
    memory::dims dilations;
    memory::dims before;
    memory::dims behind;
};

[[nodiscard]] inline memory::dims dimsOf(const memory::desc& description)
{
#if DNNL_VERSION_MAJOR >= 3
    return description.get_dims();
#else
    return description.dims();
#endif
}

[[nodiscard]] inline dnnl::post_ops thenRelu(dnnl::post_ops after)
{
#if DNNL_VERSION_MAJOR >= 3
    after.append_eltwise(dnnl::algorithm::eltwise_relu, 0.0F, 0.0F);
#else
    after.append_eltwise(1.0F, dnnl::algorithm::eltwise_relu, 0.0F, 0.0F);
#endif
    return after;
}

/// For the operations whose arguments are the same in both.
template <typename Primitive, typename... Arguments>
[[nodiscard]] typename Primitive::primitive_desc describe(const Target& target, const Arguments&... arguments)
{
#if DNNL_VERSION_MAJOR >= 3
    return {target.engine, arguments..., target.attributes};
#else
    return {typename Primitive::desc(arguments...), target.attributes, target.engine};
#endif
}

[[nodiscard]] inline dnnl::convolution_forward::primitive_desc convolution(
    const Target& target, dnnl::algorithm method, const memory::desc& source, const memory::desc& weights,
    const memory::desc& bias, const memory::desc& result, const Window& window)
{
    auto description =
        describe<dnnl::convolution_forward>(target, dnnl::prop_kind::forward_inference, method, source, weights, bias,
                                            result, window.strides, window.dilations, window.before, window.behind);
#if DNNL_VERSION_MAJOR >= 3
    // oneDNN 3.7.2 gets the last block of channels wrong here for many shapes: 128 to 512 channels of 14x14 give every number from the 481st
    // channel on wrong. For others (256 to 1024; no network of ours has one) it divides by zero above already.
    while (std::string_view(description.impl_info_str()).starts_with("brgconv_1x1:avx512")) {
        if (!description.next_impl())
            throw dnnl::error(dnnl_unimplemented, "no other convolution");
    }
#endif
    return description;
}

/// Without dilation, whatever the window says: oneDNN 2 has none here.
[[nodiscard]] inline dnnl::pooling_forward::primitive_desc pooling(const Target& target, dnnl::algorithm method,
                                                                   const memory::desc& source,
                                                                   const memory::desc& result,
                                                                   const memory::dims& kernel, const Window& window)
{
    constexpr auto use = dnnl::prop_kind::forward_inference;
#if DNNL_VERSION_MAJOR >= 3
    const memory::dims none(kernel.size(), 0);
    return describe<dnnl::pooling_forward>(target, use, method, source, result, window.strides, kernel, none,
                                           window.before, window.behind);
#else
    return describe<dnnl::pooling_forward>(target, use, method, source, result, window.strides, kernel, window.before,
                                           window.behind);
#endif
}

/// In place: @p value is source and result.
[[nodiscard]] inline dnnl::eltwise_forward::primitive_desc elementwise(const Target& target, dnnl::algorithm method,
                                                                       const memory::desc& value)
{
    constexpr auto use = dnnl::prop_kind::forward_inference;
#if DNNL_VERSION_MAJOR >= 3
    return describe<dnnl::eltwise_forward>(target, use, method, value, value, 0.0F, 0.0F);
#else
    return describe<dnnl::eltwise_forward>(target, use, method, value, 0.0F, 0.0F);
#endif
}

/// In place: @p value is source and result.
[[nodiscard]] inline dnnl::prelu_forward::primitive_desc prelu(const Target& target, const memory::desc& value,
                                                               const memory::desc& slopes)
{
    constexpr auto use = dnnl::prop_kind::forward_inference;
#if DNNL_VERSION_MAJOR >= 3
    return describe<dnnl::prelu_forward>(target, use, value, slopes, value);
#else
    return describe<dnnl::prelu_forward>(target, use, value, slopes);
#endif
}

[[nodiscard]] inline dnnl::concat::primitive_desc concatenation(const Target& target, const memory::desc& result,
                                                                int axis, const std::vector<memory::desc>& sources)
{
#if DNNL_VERSION_MAJOR >= 3
    return {target.engine, result, axis, sources, target.attributes};
#else
    return {result, axis, sources, target.engine, target.attributes};
#endif
}

} // namespace kobai::face::onednn
