// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Workplaces.h"

#include "app/accounts/AccountsPage.h"
#include "app/catalogue/CataloguePage.h"
#include "app/enrol/EnrolPage.h"
#include "app/history/HistoryPage.h"
#include "app/recognition/RecognitionPage.h"
#include "app/settings/SettingsPage.h"
#include "app/till/TillPage.h"

namespace kobai::app {
namespace {

template <typename AnyPage>
Page* make(Services& services, QWidget* parent)
{
    return new AnyPage(services, parent);
}

} // namespace

std::vector<PageMaker> workplaces()
{
    return {
        make<TillPage>,      make<EnrolPage>,       make<AccountsPage>, make<HistoryPage>,
        make<CataloguePage>, make<RecognitionPage>, make<SettingsPage>,
    };
}

} // namespace kobai::app
