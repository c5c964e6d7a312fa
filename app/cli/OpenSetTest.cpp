// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/OpenSetTest.h"

#include "face/Decision.h"
#include "face/Template.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace kobai::cli {

namespace {

constexpr std::array fpirs{0.1, 0.01, 0.003};

PersonId idOf(int person)
{
    PersonId::Bytes bytes{};
    for (std::size_t i = 0; i < 4; ++i)
        bytes[i] = std::uint8_t((person + 1) >> (8 * int(i)));
    return PersonId(bytes);
}

/// The two best, as Gallery::search() gives them, but of plain references: the maps change no score (TemplateTest shows
/// it) and cost most of the time here.
std::vector<face::Candidate> search(const std::vector<face::Candidate>& references,
                                    const std::vector<face::Embedding>& plain, const face::Embedding& probe)
{
    std::vector<face::Candidate> best = references;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        best[i].cosines = face::cosines(probe, plain[i]);
        best[i].score = face::fusedScore(best[i].cosines);
    }
    const auto kept = std::min<std::size_t>(2, best.size());
    std::ranges::partial_sort(best, best.begin() + std::ptrdiff_t(kept), std::greater<>(), &face::Candidate::score);
    best.resize(kept);
    return best;
}

} // namespace

struct OpenSetTest::Rates {
    int gallery = 0;
    int strangers = 0;
    bool hasMated = false;
    double rank1 = 0;
    std::array<double, fpirs.size()> fnir{};
    double shippedFpir = 0;
    double shippedFnir = 0;
    double misidentified = 0;
};

OpenSetTest::OpenSetTest(const FaceFolder& folder, const Embeddings& embeddings, Plan plan)
    : m_folder(folder), m_embeddings(embeddings), m_plan(plan)
{
}

std::optional<face::Embedding> OpenSetTest::fused(int person, const std::vector<int>& pictures) const
{
    std::vector<face::Embedding> acquired;
    for (const int picture : pictures) {
        const auto& embedding = m_embeddings[std::size_t(m_folder.firstPicture[std::size_t(person)] + picture)];
        if (embedding)
            acquired.push_back(*embedding);
    }
    if (acquired.empty())
        return std::nullopt;
    return face::meanEmbedding(acquired, std::vector<float>(acquired.size(), 1.0F));
}

Result<OpenSetTest::Rates> OpenSetTest::runDraw(int draw) const
{
    const face::OpenSetDraw drawn = face::drawOpenSet(
        m_folder.pictureCount,
        {.gallery = m_plan.gallery, .enrol = m_plan.enrol, .probe = m_plan.probe, .seed = std::uint64_t(m_plan.seed)},
        draw);
    std::vector<face::Candidate> references;
    std::vector<face::Embedding> plain;
    std::vector<face::GalleryEntry> entries;
    for (const auto& enrolled : drawn.gallery) {
        const auto embedding = fused(enrolled.person, enrolled.pictures);
        if (!embedding)
            continue;
        references.push_back({.person = idOf(enrolled.person), .score = 0, .cosines = {}});
        plain.push_back(*embedding);
        const face::ProtectionMap map({.secret = SecureBytes(32), .seed = idOf(enrolled.person).toBytes()});
        entries.push_back({.person = idOf(enrolled.person), .map = map, .reference = map.apply(*embedding)});
    }
    if (plain.empty() || drawn.strangers.empty())
        return fail(FaultCode::PictureUnreadable, u"too few persons"_s);
    const face::DecisionPolicy policy = face::policyFor(face::Gallery(std::move(entries)));

    Rates rates{.gallery = int(drawn.gallery.size()), .strangers = int(drawn.strangers.size())};
    std::vector<float> strangerScores;
    for (const auto& stranger : drawn.strangers) {
        const auto probe = fused(stranger.person, stranger.pictures);
        const auto best = probe ? search(references, plain, *probe) : std::vector<face::Candidate>();
        strangerScores.push_back(best.empty() ? face::notAcquired : best.front().score);
        if (face::decide(best, policy) == face::Verdict::Identified)
            rates.shippedFpir += 1.0 / double(drawn.strangers.size());
    }
    std::vector<face::MatedSearch> searches;
    int missed = 0;
    int mistaken = 0;
    for (const auto& enrolled : drawn.gallery) {
        for (const auto& pictures : enrolled.probes) {
            const auto probe = fused(enrolled.person, pictures);
            const auto best = probe ? search(references, plain, *probe) : std::vector<face::Candidate>();
            const bool isMate = !best.empty() && best.front().person == idOf(enrolled.person);
            searches.push_back({.best = best.empty() ? face::notAcquired : best.front().score, .isMateBest = isMate});
            const bool isIdentified = face::decide(best, policy) == face::Verdict::Identified;
            missed += isIdentified && isMate ? 0 : 1;
            mistaken += isIdentified && !isMate ? 1 : 0;
        }
    }
    rates.hasMated = !searches.empty();
    if (rates.hasMated) {
        rates.rank1 = face::rankOneRate(searches);
        for (std::size_t i = 0; i < fpirs.size(); ++i)
            rates.fnir[i] = face::fnirAt(searches, face::thresholdAtFpir(strangerScores, fpirs[i]));
        rates.shippedFnir = double(missed) / double(searches.size());
        rates.misidentified = double(mistaken) / double(searches.size());
    }
    return rates;
}

Result<QJsonObject> OpenSetTest::run(const Progress& progress) const
{
    std::vector<Rates> draws;
    for (int draw = 0; draw < m_plan.draws; ++draw) {
        KOBAI_ASSIGN(const Rates rates, runDraw(draw));
        draws.push_back(rates);
        progress(draw + 1, m_plan.draws);
    }
    const auto mean = [&](auto field) {
        double sum = 0;
        for (const Rates& rates : draws)
            sum += field(rates);
        return sum / double(draws.size());
    };
    const bool hasMated = draws.front().hasMated;
    const auto matedMean = [&](auto field) { return hasMated ? QJsonValue(mean(field)) : QJsonValue(); };

    const QJsonObject fnir{{u"0.1"_s, matedMean([](const Rates& rates) { return rates.fnir[0]; })},
                           {u"0.01"_s, matedMean([](const Rates& rates) { return rates.fnir[1]; })},
                           {u"0.003"_s, matedMean([](const Rates& rates) { return rates.fnir[2]; })}};
    const QJsonObject shipped{{u"fpir"_s, mean([](const Rates& rates) { return rates.shippedFpir; })},
                              {u"fnir"_s, matedMean([](const Rates& rates) { return rates.shippedFnir; })},
                              {u"misidentified"_s, matedMean([](const Rates& rates) { return rates.misidentified; })}};
    return QJsonObject{{u"persons"_s, int(m_folder.persons.size())},
                       {u"gallery"_s, draws.front().gallery},
                       {u"enrol"_s, m_plan.enrol},
                       {u"probe"_s, m_plan.probe},
                       {u"draws"_s, m_plan.draws},
                       {u"strangers"_s, draws.front().strangers},
                       {u"rank1"_s, matedMean([](const Rates& rates) { return rates.rank1; })},
                       {u"fnir"_s, fnir},
                       {u"shipped"_s, shipped}};
}

} // namespace kobai::cli
