// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Gallery.h"

#include <memory>
#include <mutex>
#include <utility>

namespace kobai::face {

/// The gallery and its policy; the policy costs tens of milliseconds and is made once for each gallery.
/// Set on the GUI thread, read on the vision thread.
class GalleryDesk final {
public:
    void set(GalleryPtr gallery)
    {
        const std::lock_guard lock(m_mutex);
        m_newest = std::move(gallery);
    }
    /// On the vision thread: makes the newest gallery the one in force.
    void refresh()
    {
        GalleryPtr newest;
        {
            const std::lock_guard lock(m_mutex);
            newest = m_newest;
        }
        if (newest == m_gallery)
            return;
        m_gallery = newest;
        m_policy = policyFor(*m_gallery);
    }
    [[nodiscard]] const Gallery& gallery() const { return *m_gallery; }
    [[nodiscard]] const DecisionPolicy& policy() const { return m_policy; }

private:
    std::mutex m_mutex;
    GalleryPtr m_newest = std::make_shared<const Gallery>();
    GalleryPtr m_gallery = m_newest;
    DecisionPolicy m_policy = policyFor(*m_gallery);
};

} // namespace kobai::face
