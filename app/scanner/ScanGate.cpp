// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/ScanGate.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kobai::app {

namespace {

constexpr std::size_t fewestKeys = 4;  ///< of a scan, with its Enter
constexpr std::size_t certainKeys = 8; ///< no hand rolls so many
constexpr qint64 shortestTouchMs = 20; ///< a finger stays longer on a key
constexpr std::size_t mostSlowKeys = 80;
constexpr qint64 regularMs = 20;
constexpr int codeDigits = 8; ///< so many digits and Enter are a code rather than a passphrase

/// The window system's clock begins anew after 49 days: what seems to be before @p from is long after it.
bool isWithin(qint64 from, qint64 to, qint64 ms)
{
    return to >= from && to - from <= ms;
}

bool isSign(const KeyStroke& stroke)
{
    return stroke.kind == KeyStroke::Kind::Sign;
}

bool isEnd(const KeyStroke& stroke)
{
    return stroke.kind == KeyStroke::Kind::End;
}

} // namespace

bool ScanGate::isOver(qint64 atMs) const
{
    return isHolding() && !isWithin(m_run.back().stroke.atMs, atMs, longestGapMs);
}

ScanGate::Verdict ScanGate::press(const KeyStroke& stroke, Focus focus)
{
    Verdict verdict;
    if (isOver(stroke.atMs))
        verdict = settle();
    if (!isHolding()) {
        if (isEnd(stroke) && m_scanEndMs && isWithin(*m_scanEndMs, stroke.atMs, suffixMs)) {
            m_burstEndMs = stroke.atMs;
            verdict.key = Deed::BeGone;
            return verdict;
        }
        m_goesOn = m_scanEndMs && isWithin(m_burstEndMs, stroke.atMs, longestGapMs);
        m_scanEndMs.reset();
        if (focus == Focus::Passphrase) {
            verdict.key = atPassphrase(stroke);
            return verdict;
        }
        m_focus = focus;
    }
    m_run.push_back({stroke, std::nullopt});
    verdict.key = Deed::Hold;
    if (!isEnd(stroke) || !fastScan(m_run))
        return verdict;
    // What else the scanner sends behind its Enter is known by m_burstEndMs.
    verdict = settle();
    verdict.key = Deed::BeGone;
    return verdict;
}

ScanGate::Verdict ScanGate::repeat()
{
    Verdict verdict = settle();
    m_slow.clear();
    verdict.key = Deed::GoOn;
    return verdict;
}

void ScanGate::release(int code, qint64 atMs)
{
    const auto key = std::ranges::find_if(
        m_run.rbegin(), m_run.rend(), [code](const Key& each) { return each.stroke.code == code && !each.releasedMs; });
    if (key != m_run.rend())
        key->releasedMs = atMs;
}

ScanGate::Verdict ScanGate::settle()
{
    Verdict verdict;
    if (!isHolding())
        return verdict;
    Run run = std::exchange(m_run, {});
    const qint64 last = run.back().stroke.atMs;
    const bool ended = !isSign(run.back().stroke);
    verdict.scan = fastScan(run);
    if (std::exchange(m_goesOn, false) && !verdict.scan) {
        m_scanEndMs = m_burstEndMs = last;
        verdict.held = Held::IsGone;
        return verdict;
    }
    if (!verdict.scan) {
        remember(std::move(run));
        if (ended) {
            verdict.scan = slowScan();
            verdict.takeBack = verdict.scan.has_value();
        }
    }
    verdict.held = verdict.scan ? Held::IsGone : Held::GoesOn;
    if (verdict.scan)
        m_scanEndMs = m_burstEndMs = last;
    if (verdict.scan || ended)
        m_slow.clear();
    return verdict;
}

ScanGate::Verdict ScanGate::settleSlow()
{
    Verdict verdict = settle();
    if (verdict.scan || m_slow.empty())
        return verdict;
    verdict.scan = slowScan();
    verdict.takeBack = verdict.scan.has_value();
    if (verdict.scan) {
        m_scanEndMs = m_burstEndMs = m_slow.back().stroke.atMs;
        if (verdict.held == Held::GoesOn)
            verdict.held = Held::IsGone;
    }
    m_slow.clear();
    return verdict;
}

/// Of a passphrase nothing is kept but how many digits came in a row: a number of trade and Enter are a scan, and open nothing.
ScanGate::Deed ScanGate::atPassphrase(const KeyStroke& stroke)
{
    const bool follows = isWithin(std::exchange(m_passphraseMs, stroke.atMs), stroke.atMs, longestGapMs);
    if (isEnd(stroke))
        return follows && std::exchange(m_passphraseDigits, 0) >= codeDigits ? Deed::BeGone : Deed::GoOn;
    const bool isDigit = stroke.printed.size() == 1 && stroke.printed.front().isDigit();
    if (!follows)
        m_passphraseDigits = 0;
    m_passphraseDigits = isDigit && m_passphraseDigits >= 0 ? m_passphraseDigits + 1 : -1;
    return Deed::GoOn;
}

std::optional<Scan> ScanGate::fastScan(const Run& run) const
{
    if (!m_goesOn && !isMachines(run))
        return std::nullopt;
    Scan scan = read(run);
    if (scan.readings.isEmpty() || (m_focus == Focus::Words && !m_isCode(scan)))
        return std::nullopt;
    return scan;
}

/// Keys that went on and were a code after all. On a button or a list nobody types a code by hand; in a field somebody may.
std::optional<Scan> ScanGate::slowScan() const
{
    Run run = m_slow;
    while (!run.empty() && !isSign(run.back().stroke))
        run.pop_back();
    if (run.size() < fewestKeys || !std::ranges::all_of(run, isSign, &Key::stroke))
        return std::nullopt;
    Scan scan = read(run);
    // A card's number may be an amount or a telephone's, and an even hand is no scanner.
    const bool isCode = m_focus == Focus::Elsewhere
                            ? m_isCode(scan)
                            : isRegular(run) && std::ranges::any_of(scan.readings, isTradeNumber);
    return isCode ? std::optional(std::move(scan)) : std::nullopt;
}

void ScanGate::remember(Run&& run)
{
    if (!m_slow.empty() && !isWithin(m_slow.back().stroke.atMs, run.front().stroke.atMs, slowestGapMs))
        m_slow.clear();
    std::ranges::move(run, std::back_inserter(m_slow));
    if (m_slow.size() > mostSlowKeys)
        m_slow.erase(m_slow.begin(), m_slow.end() - mostSlowKeys);
}

Scan ScanGate::read(const Run& run)
{
    std::vector<KeyStroke> strokes;
    strokes.reserve(run.size());
    std::ranges::transform(run, std::back_inserter(strokes), &Key::stroke);
    return readStrokes(strokes);
}

/// All keys of @p run are at most longestGapMs apart. At that speed a hand still has a finger on one key when the next goes down.
bool ScanGate::isMachines(const Run& run)
{
    if (run.size() < 2)
        return false;
    if (run.size() >= certainKeys)
        return true;
    bool overlaps = false;
    bool touched = true;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const auto& released = run[i].releasedMs;
        if (i + 1 < run.size())
            overlaps = overlaps || !released || *released > run[i + 1].stroke.atMs;
        touched = touched && released && *released - run[i].stroke.atMs < shortestTouchMs;
    }
    return touched || (run.size() >= fewestKeys && !overlaps);
}

bool ScanGate::isRegular(const Run& run)
{
    qint64 shortest = slowestGapMs;
    qint64 longest = 0;
    for (std::size_t i = 1; i < run.size(); ++i) {
        const qint64 gap = run[i].stroke.atMs - run[i - 1].stroke.atMs;
        shortest = std::min(shortest, gap);
        longest = std::max(longest, gap);
    }
    return longest - shortest <= regularMs;
}

} // namespace kobai::app
