// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/KeyStroke.h"
#include "app/scanner/Scan.h"

#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace kobai::app {

/// Tells a barcode scanner that poses as a keyboard from a hand, by the keys' own times, and says what is to become of each key. A key is
/// held for a moment: when its neighbours come faster than a hand's, all of them are a scan, whatever they are (function keys, two
/// Enters, a Tab), and reach nobody; so do those that lag a little behind. Where nothing is typed, letters and what follows them wait until
/// it is known whether they are a slow scanner's. In fields its keys have gone on by then: the field takes them back, and its Enter reaches
/// nobody either. Pure; times come from outside.
class ScanGate final {
public:
    /// Longest pause inside one scan. Wedge scanners send a key every 1 to 20 ms, a quick typist every 80 or more; the middle leaves room for
    /// a busy machine on one side and for a roll of two fingers on the other.
    static constexpr qint64 longestGapMs = 50;
    /// Longest pause in a scan whose other keys are faster: a busy machine, or a scanner whose pauses lie about longestGapMs.
    static constexpr qint64 brokenGapMs = 150;
    /// As long as a scanner that is set to be slow may wait between two keys.
    static constexpr qint64 slowestGapMs = 500;
    /// How long after a code its Enter, Tab or function key may come: scanners can be set to pause before it.
    static constexpr qint64 suffixMs = 500;

    /// What has the focus, and makes of keys what.
    enum class Focus {
        Buttons,    ///< a button, a tile, nothing: nobody types there
        Lists,      ///< who types there looks for an entry
        Words,      ///< a field for words
        Figures,    ///< an amount, a quantity, a PIN, a date
        Passphrase, ///< never held and never remembered: only what Enter would do is judged
    };

    enum class Held { Stays, GoesOn, IsGone }; ///< what becomes of all keys held so far
    enum class Deed { Hold, GoOn, BeGone };    ///< what becomes of this key

    struct Verdict {
        Held held = Held::Stays;
        Deed key = Deed::GoOn;
        std::optional<Scan> scan;
        bool takeBack = false; ///< keys of the scan are in the field already
    };

    /// What a code in a field for words is told by.
    using IsCode = std::function<bool(const Scan&)>;
    explicit ScanGate(IsCode isCode = looksLikeCode) : m_isCode(std::move(isCode)) {}

    /// Before press(): whether the pause before @p atMs ends what is held, so that settle() comes first.
    [[nodiscard]] bool isOver(qint64 atMs) const;
    /// How long after the last key another one may come that belongs to what is held. Grows when a key's release tells more of it.
    [[nodiscard]] qint64 patienceMs() const;
    /// A key that writes, ends or does something went down; keys that only hold (Shift, Ctrl, Alt) are no strokes.
    [[nodiscard]] Verdict press(const KeyStroke& stroke, Focus focus);
    /// A held key repeats as fast as a scanner types.
    [[nodiscard]] Verdict repeat();
    void release(int code, qint64 atMs);
    /// patienceMs() have passed since the last key, or a click comes, or the focus goes: of what is held nothing more will come.
    [[nodiscard]] Verdict settle();
    /// slowestGapMs have passed since the last key.
    [[nodiscard]] Verdict settleSlow();

    /// The focus has moved: what went on before it did belongs to another field.
    void forgetSlow() { m_slow.clear(); }

    /// How many signs a scan has left in a field for a passphrase, which is told once: from its Enter on, or when suffixMs have passed.
    [[nodiscard]] int takeScanInPassphrase();

    [[nodiscard]] bool isHolding() const { return !m_run.empty(); }
    /// The next key that goes on is the first of what may be a slow scan: the moment to remember what stands in the field.
    [[nodiscard]] bool isAtBeginning() const { return m_slow.empty(); }

private:
    struct Key {
        KeyStroke stroke;
        std::optional<qint64> releasedMs;
    };
    using Run = std::vector<Key>;

    /// A passphrase's signs are not kept: only how many of a number's have come, fast and with nothing before them.
    struct Digits {
        int signs = 0; ///< with the prefix that names a symbology
        int digits = 0;
        bool isAll = true; ///< nothing else has come
        qint64 firstMs = 0;
        qint64 lastMs = 0;
    };
    struct Found {
        Scan scan;
        bool takeBack = false;
    };

    [[nodiscard]] bool isTypedInto() const { return m_focus == Focus::Words || m_focus == Focus::Figures; }
    [[nodiscard]] Deed atPassphrase(const KeyStroke& stroke);
    [[nodiscard]] bool isScanInPassphrase() const;
    [[nodiscard]] std::optional<Found> fastScan(const Run& run) const;
    [[nodiscard]] std::optional<Scan> slowScan(Run run) const;
    [[nodiscard]] Run withSlowBefore(const Run& run) const;
    void remember(Run&& run);
    [[nodiscard]] static Scan read(std::span<const Key> run);
    [[nodiscard]] static bool isWholeNumber(const Run& run);
    [[nodiscard]] static bool isPacedToItsEnd(const Run& run);
    [[nodiscard]] static bool hasMachines(const Run& run);
    [[nodiscard]] static bool isMachines(std::span<const Key> stretch);
    [[nodiscard]] static bool isTouched(std::span<const Key> keys);
    [[nodiscard]] static bool isRegular(const Run& run, bool loosely);

    IsCode m_isCode;
    Focus m_focus = Focus::Buttons;    ///< when the run began
    Run m_run;                         ///< held
    Run m_slow;                        ///< gone on, none longer than slowestGapMs after the one before
    std::optional<qint64> m_scanEndMs; ///< the last key of a scan, while no sign has come since
    qint64 m_burstEndMs = 0;           ///< the last key of it, or of what came right behind
    bool m_goesOn = false;             ///< the run came right behind a scan: it is the scanner's, whatever it is
    bool m_lastIsGone = false;         ///< what became of the last key, and so of its repeats
    Digits m_inPassphrase;
};

} // namespace kobai::app
