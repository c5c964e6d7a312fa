// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kobai::app {

/// Why a payment by face begins with the customer's number or card, so that the face is compared with one person only (product row 28).
enum class NumberFirst {
    No,
    SchoolWantsIt,
    FacesTooAlike, ///< the faces enrolled here do not allow to search among all
};

} // namespace kobai::app
