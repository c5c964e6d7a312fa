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
constexpr std::size_t steadyKeys = 6;  ///< chosen, as quickGapMs: no hand was measured
constexpr std::size_t mostSlowKeys = 80;
constexpr qint64 regularMs = 20;
constexpr int wholeDigits = 12;   ///< so many with the right check digit are neither a PIN nor an amount
constexpr int codeDigits = 8;     ///< so many digits and Enter are a code rather than a passphrase
constexpr qint64 quickGapMs = 90; ///< on the average: 130 words a minute, without a rest before the Enter

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

/// A blank presses buttons, a plus and a minus change a basket's line; other signs do nothing where nothing is typed.
bool actsByItself(const QString& sign)
{
    return sign == u" " || sign == u"+" || sign == u"-";
}

bool actsByItself(const KeyStroke& stroke)
{
    return isSign(stroke) && actsByItself(stroke.typed) && actsByItself(stroke.printed);
}

/// What may wait where nothing is typed: nobody sees it come late.
bool mayWait(const KeyStroke& stroke)
{
    return isSign(stroke) && stroke.altHold == 0 && !actsByItself(stroke);
}

bool isLongNumber(const QString& reading)
{
    return isTradeNumber(reading)
           && std::ranges::count_if(reading, [](QChar sign) { return sign.isDigit(); }) >= wholeDigits;
}

bool hasLetter(const QString& reading)
{
    return std::ranges::any_of(reading, [](QChar sign) { return sign.isLetter(); });
}

/// Letters before a digit and behind one, as in "AB12 CD": a currency stands on one side of an amount.
bool hasLettersAround(const QString& reading)
{
    const auto isLetter = [](QChar sign) { return sign.isLetter(); };
    const auto isDigit = [](QChar sign) { return sign.isDigit(); };
    const auto first = std::ranges::find_if(reading, isLetter);
    const auto digit = std::find_if(first, reading.end(), isDigit);
    return std::any_of(digit, reading.end(), isLetter);
}

} // namespace

bool ScanGate::isOver(qint64 atMs) const
{
    return isHolding() && !isWithin(m_run.back().stroke.atMs, atMs, patienceMs());
}

qint64 ScanGate::patienceMs() const
{
    if (hasMachines(m_run))
        return isWholeNumber(m_run) && withSlowBefore(m_run).size() == m_run.size() ? longestGapMs : brokenGapMs;
    if (isTypedInto())
        return longestGapMs;
    if (std::ranges::any_of(m_run, mayWait, &Key::stroke))
        return slowestGapMs;
    // A single one may be what a scanner is set to send before its code.
    const bool isPrefix = m_run.size() == 1 && (isEnd(m_run.front().stroke) || actsByItself(m_run.front().stroke));
    return isPrefix ? brokenGapMs : longestGapMs;
}

ScanGate::Verdict ScanGate::press(const KeyStroke& stroke, Focus focus)
{
    Verdict verdict;
    m_lastIsGone = false;
    if (isOver(stroke.atMs))
        verdict = settle();
    if (!isHolding()) {
        if (!isSign(stroke) && m_scanEndMs && isWithin(*m_scanEndMs, stroke.atMs, suffixMs)) {
            m_burstEndMs = stroke.atMs;
            m_lastIsGone = true;
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
    const bool follows =
        m_run.empty() || isWithin(m_run.back().stroke.atMs, stroke.atMs, longestGapMs); // as fast as a scanner's
    m_run.push_back({stroke, std::nullopt});
    verdict.key = Deed::Hold;
    // What else the scanner sends behind its Enter is known by m_burstEndMs.
    const bool endsScan = isEnd(stroke) && fastScan(m_run);
    const bool endsSlow = !isSign(stroke) && !isTypedInto() && !follows;
    if (!endsScan && !endsSlow)
        return verdict;
    verdict = settle();
    m_lastIsGone = verdict.held == Held::IsGone;
    verdict.key = m_lastIsGone ? Deed::BeGone : Deed::GoOn;
    return verdict;
}

ScanGate::Verdict ScanGate::repeat()
{
    Verdict verdict = settle();
    m_slow.clear();
    verdict.key = m_lastIsGone ? Deed::BeGone : Deed::GoOn;
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
    if (auto found = fastScan(run)) {
        verdict.scan = std::move(found->scan);
        verdict.takeBack = found->takeBack;
    }
    if (std::exchange(m_goesOn, false) && !verdict.scan) {
        m_scanEndMs = m_burstEndMs = last;
        verdict.held = Held::IsGone;
        return verdict;
    }
    if (!verdict.scan && !isTypedInto()) {
        verdict.scan = slowScan(std::move(run));
    } else if (!verdict.scan) {
        remember(std::move(run));
        if (ended) {
            verdict.scan = slowScan(m_slow);
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
    verdict.scan = slowScan(m_slow);
    verdict.takeBack = verdict.scan.has_value();
    if (verdict.scan) {
        m_scanEndMs = m_burstEndMs = m_slow.back().stroke.atMs;
        if (verdict.held == Held::GoesOn)
            verdict.held = Held::IsGone;
    }
    m_slow.clear();
    return verdict;
}

/// A number of trade opens nothing: its Enter is gone, and so are its signs in a moment.
ScanGate::Deed ScanGate::atPassphrase(const KeyStroke& stroke)
{
    const bool follows = isWithin(m_inPassphrase.lastMs, stroke.atMs, brokenGapMs);
    if (isEnd(stroke)) {
        const bool isScan = isScanInPassphrase() && isWithin(m_inPassphrase.lastMs, stroke.atMs, suffixMs);
        if (!isScan) {
            m_inPassphrase = {};
            return Deed::GoOn;
        }
        m_scanEndMs = m_burstEndMs = stroke.atMs;
        m_lastIsGone = true;
        return Deed::BeGone;
    }
    if (!follows)
        m_inPassphrase = {};
    if (m_inPassphrase.signs == 0)
        m_inPassphrase.firstMs = stroke.atMs;
    const QChar sign = stroke.printed.size() == 1 ? stroke.printed.front() : QChar();
    // "]E0", whose last sign is a digit
    const bool isOfPrefix = m_inPassphrase.signs == 0
                                ? sign == u']'
                                : m_inPassphrase.signs == 1 && m_inPassphrase.digits == 0 && sign.isLetter();
    const bool isDigit = sign >= u'0' && sign <= u'9';
    m_inPassphrase.isAll = m_inPassphrase.isAll && (isDigit || isOfPrefix);
    m_inPassphrase.digits += isDigit ? 1 : 0;
    ++m_inPassphrase.signs;
    m_inPassphrase.lastMs = stroke.atMs;
    return Deed::GoOn;
}

bool ScanGate::isScanInPassphrase() const
{
    return m_inPassphrase.isAll && m_inPassphrase.digits >= codeDigits
           && m_inPassphrase.lastMs - m_inPassphrase.firstMs <= quickGapMs * (m_inPassphrase.signs - 1);
}

int ScanGate::takeScanInPassphrase()
{
    const int signs = isScanInPassphrase() ? m_inPassphrase.signs : 0;
    m_inPassphrase = {};
    return signs;
}

std::optional<ScanGate::Found> ScanGate::fastScan(const Run& run) const
{
    if (!m_goesOn && !hasMachines(run))
        return std::nullopt;
    const Run whole = withSlowBefore(run);
    Scan scan = read(whole);
    if (scan.readings.isEmpty())
        return std::nullopt;
    // Words that come at once may be written by a program of the clerk's; with figures and an Enter they are a scanner's ("AB12 CD").
    const bool isEnded = !isSign(run.back().stroke) && std::ranges::any_of(scan.readings, hasDigit);
    if (m_focus == Focus::Words && !isEnded && !m_isCode(scan))
        return std::nullopt;
    return Found{.scan = std::move(scan), .takeBack = whole.size() > run.size()};
}

/// @p run with those before it that went on because they came a little slower than the rest of their code.
ScanGate::Run ScanGate::withSlowBefore(const Run& run) const
{
    if (m_slow.empty() || isWholeNumber(run)
        || !isWithin(m_slow.back().stroke.atMs, run.front().stroke.atMs, brokenGapMs))
        return run;
    auto first = std::prev(m_slow.end());
    while (first != m_slow.begin() && isWithin(std::prev(first)->stroke.atMs, first->stroke.atMs, brokenGapMs))
        --first;
    Run whole(first, m_slow.end());
    whole.insert(whole.end(), run.begin(), run.end());
    return whole;
}

/// Keys that were a code though no faster than a hand's.
std::optional<Scan> ScanGate::slowScan(Run run) const
{
    const bool isPaced = isPacedToItsEnd(run);
    while (!run.empty() && !isSign(run.back().stroke))
        run.pop_back();
    run.erase(run.begin(), std::ranges::find_if(run, isSign, &Key::stroke)); // an Enter set to come before the code
    if (run.size() < fewestKeys || !std::ranges::all_of(run, isSign, &Key::stroke))
        return std::nullopt;
    Scan scan = read(run);
    if (scan.readings.isEmpty())
        return std::nullopt;
    const auto is = [&scan](auto what) { return std::ranges::any_of(scan.readings, what); };
    const bool isEven = isRegular(run, false) || isTouched(run);
    bool isCode = false;
    switch (m_focus) {
    case Focus::Buttons:
        isCode = !std::ranges::all_of(run, [](const Key& key) { return actsByItself(key.stroke.typed); });
        break;
    case Focus::Lists:
        isCode = m_isCode(scan) || isRegular(run, true) || is(hasLettersAround) || (isPaced && is(hasDigit));
        break;
    case Focus::Words: // a card's number may be a telephone's, and an even hand is no scanner
        isCode = (isEven && is(isTradeNumber)) || (isPaced && is(hasDigit));
        break;
    case Focus::Figures: // no amount has letters on both sides or at an even pace, and no PIN so many digits
        isCode = is(isLongNumber) || is(hasLettersAround) || (isEven && (is(isTradeNumber) || is(hasLetter)))
                 || (isRegular(run, true) && m_isCode(scan) && is(hasLetter));
        break;
    case Focus::Passphrase:
        break;
    }
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

Scan ScanGate::read(std::span<const Key> run)
{
    std::vector<KeyStroke> strokes;
    strokes.reserve(run.size());
    std::ranges::transform(run, std::back_inserter(strokes), &Key::stroke);
    return readStrokes(strokes);
}

/// What ends it comes at the pace of what is before it: all of it quick, or steady.
bool ScanGate::isPacedToItsEnd(const Run& run)
{
    if (run.size() <= fewestKeys || isSign(run.back().stroke))
        return false;
    if (run.size() > steadyKeys && isEnd(run.back().stroke) && isRegular(run, false))
        return true;
    for (std::size_t i = 1; i < run.size(); ++i) {
        if (!isWithin(run[i - 1].stroke.atMs, run[i].stroke.atMs, brokenGapMs))
            return false;
    }
    return run.back().stroke.atMs - run.front().stroke.atMs <= quickGapMs * qint64(run.size() - 1);
}

/// Nothing is missing of it: what comes behind is the next one.
bool ScanGate::isWholeNumber(const Run& run)
{
    return std::ranges::any_of(read(run).readings, isLongNumber);
}

/// Whether some of @p run came as no hand's keys do.
bool ScanGate::hasMachines(const Run& run)
{
    const std::span<const Key> keys(run);
    for (std::size_t first = 0; first < keys.size();) {
        std::size_t end = first + 1;
        while (end < keys.size() && isWithin(keys[end - 1].stroke.atMs, keys[end].stroke.atMs, longestGapMs))
            ++end;
        if (isMachines(keys.subspan(first, end - first)))
            return true;
        first = end;
    }
    return false;
}

/// The keys of @p stretch are at most longestGapMs apart. At that speed a hand still has a finger on one key when the next goes down.
bool ScanGate::isMachines(std::span<const Key> stretch)
{
    if (stretch.size() < 2)
        return false;
    if (stretch.size() >= certainKeys)
        return true;
    bool overlaps = false;
    for (std::size_t i = 0; i + 1 < stretch.size(); ++i) {
        const auto& released = stretch[i].releasedMs;
        overlaps = overlaps || !released || *released > stretch[i + 1].stroke.atMs;
    }
    return isTouched(stretch) || (stretch.size() >= fewestKeys && !overlaps);
}

/// No finger leaves a key so soon; but the keys of a keyboard on the screen are as short.
bool ScanGate::isTouched(std::span<const Key> keys)
{
    return std::ranges::all_of(
        keys, [](const Key& key) { return key.releasedMs && *key.releasedMs - key.stroke.atMs < shortestTouchMs; });
}

/// @p loosely: as a scanner's own pauses vary; else as only a machine's that is not busy.
bool ScanGate::isRegular(const Run& run, bool loosely)
{
    qint64 shortest = slowestGapMs;
    qint64 longest = 0;
    for (std::size_t i = 1; i < run.size(); ++i) {
        const qint64 gap = run[i].stroke.atMs - run[i - 1].stroke.atMs;
        shortest = std::min(shortest, gap);
        longest = std::max(longest, gap);
    }
    return longest - shortest <= (loosely ? std::max(regularMs, shortest / 2) : regularMs);
}

} // namespace kobai::app
