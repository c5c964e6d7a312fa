// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BenchSearch.h"

#include "app/cli/FlatIndex.h"
#include "app/cli/Output.h"
#include "app/cli/Quantile.h"
#include "app/cli/SyntheticTemplates.h"
#include "face/GalleryBuilder.h"
#include "security/Random.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <optional>
#include <vector>

#include <malloc.h>
#include <unistd.h>

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::uint64_t seed = 1;
constexpr int mostPersons = 10'000'000;

PersonId personOf(std::int64_t number)
{
    PersonId::Bytes bytes{};
    for (std::size_t i = 0; i < 8; ++i)
        bytes[15 - i] = std::uint8_t(number >> (8 * i));
    return PersonId(bytes);
}

double residentMib()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return double(file.readAll().split(' ').value(1).toLongLong()) * double(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

/// Half of them new pictures of enrolled persons, spread over the gallery, half pictures of strangers.
class Probes final {
public:
    Probes(int persons, int count) : m_persons(persons), m_wanted((count + 1) / 2), m_strangers(count / 2) {}

    /// To be shown every enrolled person, in order.
    void see(int number, const face::Embedding& person)
    {
        const auto at = std::int64_t(m_mated.size()) * m_persons / m_wanted;
        if (number == int(at) && int(m_mated.size()) < m_wanted)
            m_mated.push_back(person);
    }

    [[nodiscard]] std::vector<face::Embedding> make(SyntheticTemplates& templates) const
    {
        std::vector<face::Embedding> probes;
        for (const face::Embedding& person : m_mated)
            probes.push_back(templates.picture(person));
        for (int i = 0; i < m_strangers; ++i)
            probes.push_back(templates.nextPerson());
        return probes;
    }

private:
    int m_persons;
    int m_wanted;
    int m_strangers;
    std::vector<face::Embedding> m_mated;
};

face::Gallery makeGallery(int persons)
{
    SyntheticTemplates templates(seed);
    SyntheticTemplates keys(seed + 1); // apart, so that the persons are the same without them
    security::SystemRandom random;
    face::GalleryBuilder builder(random);
    for (int i = 0; i < persons; ++i) {
        const face::ProtectionMap map(keys.nextKey());
        (void)builder.add({.person = personOf(i), .map = map, .reference = map.apply(templates.nextPerson())});
    }
    return std::move(builder).finish();
}

template <typename Search>
double millisecondsOf(const Search& search)
{
    QElapsedTimer timer;
    timer.start();
    search();
    return double(timer.nsecsElapsed()) / 1e6;
}

QJsonObject measure(int persons, int probeCount)
{
    say(u"search: making %1 persons"_s.arg(persons));
    malloc_trim(0); // else the gallery would move into what the size before has left behind, and not be seen
    const double before = residentMib();
    const face::Gallery gallery = makeGallery(persons);
    const double mib = residentMib() - before;

    FlatIndex flat{std::size_t(persons)};
    SyntheticTemplates templates(seed);
    Probes wanted(persons, probeCount);
    for (int i = 0; i < persons; ++i) {
        const face::Embedding person = templates.nextPerson();
        wanted.see(i, person);
        flat.add(person);
    }
    const std::vector<face::Embedding> probes = wanted.make(templates);

    say(u"search: %1 probes among %2 persons"_s.arg(probes.size()).arg(persons));
    std::vector<double> ours;
    std::vector<double> reference;
    int same = 0;
    for (const face::Embedding& probe : probes) {
        std::vector<face::Candidate> best;
        ours.push_back(millisecondsOf([&] { best = gallery.search(probe, 2); }));
        const FlatIndex::Probe flatProbe(probe);
        std::int64_t flatBest = -1;
        reference.push_back(millisecondsOf([&] { flatBest = flat.search(flatProbe); }));
        if (!best.empty() && best.front().person == personOf(flatBest))
            ++same;
    }
    return {{u"ms"_s, quantile(ours, 0.5)},
            {u"reference_ms"_s, quantile(reference, 0.5)},
            {u"ratio"_s, quantile(ours, 0.5) / quantile(reference, 0.5)},
            {u"mib"_s, mib},
            {u"agree"_s, double(same) / double(probes.size())}};
}

std::optional<int> number(const QString& text, int most)
{
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    return isNumber && value >= 1 && value <= most ? std::optional(value) : std::nullopt;
}

} // namespace

void addSearchOptions(QCommandLineParser& parser)
{
    parser.addOptions(
        {{u"sizes"_s, {}, u"N,N,..."_s, u"600,10000,100000,1200000"_s}, {u"probes"_s, {}, u"N"_s, u"50"_s}});
}

Result<QJsonObject> benchSearch(const QCommandLineParser& options)
{
    const auto probes = number(options.value(u"probes"_s), 100'000);
    if (!probes)
        return fail(FaultCode::Usage, u"--probes is a number from 1 on."_s);
    std::vector<int> sizes;
    for (const QString& word : options.value(u"sizes"_s).split(u',')) {
        const auto size = number(word, mostPersons);
        if (!size)
            return fail(FaultCode::Usage, u"--sizes is a list of numbers from 1 to %1."_s.arg(mostPersons));
        sizes.push_back(*size);
    }
    QJsonObject result;
    for (const int size : sizes)
        result[QString::number(size)] = measure(size, *probes);
    return result;
}

} // namespace kobai::cli
