// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/AllCores.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace kobai::face {

int coreCount()
{
    return std::clamp(int(std::thread::hardware_concurrency()), 1, 8);
}

bool onAllCores(int count, const std::function<void(int)>& work, const Progress& progress)
{
    std::atomic<int> next = 0;
    std::atomic<bool> isStopped = false;
    std::mutex mutex; // over done and progress
    int done = 0;
    const auto loop = [&] {
        for (int number = next++; number < count && !isStopped; number = next++) {
            work(number);
            const std::lock_guard lock(mutex);
            if (!isStopped && !progress(++done, count))
                isStopped = true;
        }
    };
    {
        std::vector<std::jthread> others;
        for (int i = 1; i < std::min(coreCount(), count); ++i)
            others.emplace_back(loop);
        loop();
    }
    return !isStopped;
}

} // namespace kobai::face
