// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/SecureBytes.h"

#include "base/SecretArena.h"

#include <cstring>
#include <utility>

namespace kobai {

SecureBytes::SecureBytes(std::size_t size)
    : m_data(size == 0 ? nullptr : SecretArena::instance().take(size)), m_size(size)
{
}

SecureBytes::SecureBytes(QByteArrayView bytes) : SecureBytes(std::size_t(bytes.size()))
{
    if (m_data != nullptr)
        std::memcpy(m_data, bytes.data(), m_size);
}

SecureBytes::~SecureBytes()
{
    release();
}

SecureBytes::SecureBytes(SecureBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

SecureBytes& SecureBytes::operator=(SecureBytes&& other) noexcept
{
    if (this != &other) {
        release();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecureBytes SecureBytes::clone() const
{
    return SecureBytes(view());
}

void SecureBytes::release() noexcept
{
    if (m_data == nullptr)
        return;
    SecretArena::instance().giveBack(m_data, m_size);
    m_data = nullptr;
    m_size = 0;
}

} // namespace kobai
