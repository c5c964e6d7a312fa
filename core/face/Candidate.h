// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.h"
#include "face/Embedding.h"

namespace kobai::face {

/// A candidate of a search, best first.
struct Candidate {
    PersonId person;
    float score = 0; ///< fused, see fusedScore()
    Cosines cosines;
};

/// Two different enrolled persons and how alike their references are.
struct Pair {
    PersonId a; ///< the smaller id
    PersonId b;
    float score = 0; ///< fused, see fusedScore()
    Cosines cosines;
};

} // namespace kobai::face
