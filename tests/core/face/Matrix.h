// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace kobai::test {

/// Just enough linear algebra to attack templates with: dense, row by row, sizes of some hundred.
class Matrix final {
public:
    Matrix(std::size_t rows, std::size_t columns) : m_columns(columns), m_values(rows * columns) {}

    [[nodiscard]] static Matrix identity(std::size_t size, float scale = 1)
    {
        Matrix result(size, size);
        for (std::size_t i = 0; i < size; ++i)
            result.row(i)[i] = scale;
        return result;
    }

    [[nodiscard]] std::size_t rows() const { return m_values.size() / m_columns; }
    [[nodiscard]] std::size_t columns() const { return m_columns; }
    [[nodiscard]] float* row(std::size_t index) { return m_values.data() + index * m_columns; }
    [[nodiscard]] const float* row(std::size_t index) const { return m_values.data() + index * m_columns; }
    [[nodiscard]] std::span<const float> values() const { return m_values; }

    void add(const Matrix& other, float factor = 1)
    {
        for (std::size_t i = 0; i < m_values.size(); ++i)
            m_values[i] += factor * other.m_values[i];
    }
    void scale(float factor)
    {
        for (float& value : m_values)
            value *= factor;
    }

private:
    std::size_t m_columns;
    std::vector<float> m_values;
};

inline void addScaled(float* to, const float* from, float factor, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        to[i] += factor * from[i];
}

inline Matrix transposed(const Matrix& a)
{
    Matrix result(a.columns(), a.rows());
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t j = 0; j < a.columns(); ++j)
            result.row(j)[i] = a.row(i)[j];
    }
    return result;
}

inline Matrix operator*(const Matrix& a, const Matrix& b)
{
    Matrix result(a.rows(), b.columns());
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t k = 0; k < a.columns(); ++k)
            addScaled(result.row(i), b.row(k), a.row(i)[k], b.columns());
    }
    return result;
}

/// a^-1 b by elimination with the largest pivot of each column.
inline Matrix solved(Matrix a, Matrix b)
{
    const std::size_t size = a.rows();
    for (std::size_t column = 0; column < size; ++column) {
        std::size_t pivot = column;
        for (std::size_t i = column + 1; i < size; ++i) {
            if (std::abs(a.row(i)[column]) > std::abs(a.row(pivot)[column]))
                pivot = i;
        }
        if (pivot != column) {
            std::swap_ranges(a.row(pivot), a.row(pivot) + size, a.row(column));
            std::swap_ranges(b.row(pivot), b.row(pivot) + b.columns(), b.row(column));
        }
        for (std::size_t i = column + 1; i < size; ++i) {
            const float factor = -a.row(i)[column] / a.row(column)[column];
            addScaled(a.row(i) + column, a.row(column) + column, factor, size - column);
            addScaled(b.row(i), b.row(column), factor, b.columns());
        }
    }
    for (std::size_t column = size; column-- > 0;) {
        const float divisor = 1 / a.row(column)[column];
        for (std::size_t j = 0; j < b.columns(); ++j)
            b.row(column)[j] *= divisor;
        for (std::size_t i = 0; i < column; ++i)
            addScaled(b.row(i), b.row(column), -a.row(i)[column], b.columns());
    }
    return b;
}

/// The orthogonal matrix nearest to @p a (the polar factor), by Newton's iteration; Procrustes' answer.
/// Precondition: not singular.
inline Matrix nearestOrthogonal(Matrix a)
{
    constexpr int mostSteps = 40;
    float squares = 0;
    for (const float value : a.values())
        squares += value * value;
    a.scale(std::sqrt(float(a.rows()) / squares)); // the mean of the singular values' squares becomes 1
    for (int step = 0; step < mostSteps; ++step) {
        const Matrix inverse = transposed(solved(a, Matrix::identity(a.rows())));
        const float before = a.row(0)[0];
        a.add(inverse);
        a.scale(0.5F);
        if (step > 5 && std::abs(a.row(0)[0] - before) < 1e-6F)
            break;
    }
    return a;
}

} // namespace kobai::test
