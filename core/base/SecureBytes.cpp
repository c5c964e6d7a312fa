// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/SecureBytes.h"

#include <sys/mman.h>

#include <cstring>
#include <utility>

namespace kobai {

SecureBytes::SecureBytes(std::size_t size) : m_data(size == 0 ? nullptr : new unsigned char[size]()), m_size(size)
{
    // A system that forbids locking (RLIMIT_MEMLOCK) still gets the wipe.
    if (m_data != nullptr)
        (void)mlock(m_data, m_size);
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
    explicit_bzero(m_data, m_size);
    (void)munlock(m_data, m_size);
    delete[] m_data;
    m_data = nullptr;
    m_size = 0;
}

} // namespace kobai
