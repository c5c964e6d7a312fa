// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

// To be included by one file of a test: it puts itself before the C library's writing calls for the whole program.

namespace kobai::test {

/// A child process that dies, as by a power cut to the process, at its n-th write, sync or rename after it was armed.
class KilledProcess final {
public:
    enum class Mode {
        Before, ///< the call that is its last does nothing
        HalfWay ///< a write does its first half; a sync or rename is done whole
    };

    /// Runs @p work in a child. True when it came to its end: there were not so many calls.
    [[nodiscard]] static bool run(int callsToLive, Mode mode,
                                  const std::function<void(const std::function<void()>& arm)>& work)
    {
        const pid_t child = ::fork();
        if (child < 0)
            qFatal("no fork");
        if (child == 0) {
            work([&] {
                s_mode = mode;
                s_callsLeft = callsToLive;
                s_armed = true;
            });
            ::_exit(0);
        }
        int status = 0;
        if (::waitpid(child, &status, 0) != child || !WIFEXITED(status))
            qFatal("the child did not end by itself");
        if (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != killed)
            qFatal("the child failed: %d", WEXITSTATUS(status));
        return WEXITSTATUS(status) == 0;
    }

    /// For the calls below: whether this one is the last.
    [[nodiscard]] static bool isLast() { return s_armed && s_callsLeft-- == 0; }
    [[noreturn]] static void die() { ::_exit(killed); }
    [[nodiscard]] static bool diesHalfWay() { return s_mode == Mode::HalfWay; }

private:
    static constexpr int killed = 42;
    static inline bool s_armed = false;
    static inline int s_callsLeft = 0;
    static inline Mode s_mode = Mode::Before;
};

/// @p call takes how many of @p size bytes to write.
template <typename Call>
ssize_t writeOrDie(std::size_t size, Call&& call)
{
    if (!KilledProcess::isLast())
        return call(size);
    if (KilledProcess::diesHalfWay())
        (void)call(size / 2);
    KilledProcess::die();
}

template <typename Call>
int doOrDie(Call&& call)
{
    const bool last = KilledProcess::isLast();
    if (last && !KilledProcess::diesHalfWay())
        KilledProcess::die();
    const int result = call();
    if (last)
        KilledProcess::die();
    return result;
}

} // namespace kobai::test

// NOLINTBEGIN: the C library's own names
extern "C" {
ssize_t write(int file, const void* data, size_t size)
{
    return kobai::test::writeOrDie(size, [&](size_t now) { return ssize_t(::syscall(SYS_write, file, data, now)); });
}
ssize_t pwrite(int file, const void* data, size_t size, off_t offset)
{
    return kobai::test::writeOrDie(
        size, [&](size_t now) { return ssize_t(::syscall(SYS_pwrite64, file, data, now, offset)); });
}
ssize_t pwrite64(int file, const void* data, size_t size, off64_t offset)
{
    return kobai::test::writeOrDie(
        size, [&](size_t now) { return ssize_t(::syscall(SYS_pwrite64, file, data, now, offset)); });
}
int fsync(int file)
{
    return kobai::test::doOrDie([&] { return int(::syscall(SYS_fsync, file)); });
}
int fdatasync(int file)
{
    return kobai::test::doOrDie([&] { return int(::syscall(SYS_fdatasync, file)); });
}
int rename(const char* from, const char* to) noexcept
{
    return kobai::test::doOrDie([&] { return int(::syscall(SYS_rename, from, to)); });
}
}
// NOLINTEND
