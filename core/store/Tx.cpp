// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Tx.h"

namespace kobai::store {

Tx::Tx(sqlite::Connection& connection)
    : m_people(connection), m_consents(connection), m_ledger(connection), m_catalogue(connection), m_sales(connection),
      m_templates(connection), m_lookAlikes(connection), m_photos(connection), m_exemptions(connection),
      m_pauses(connection), m_faceLooks(connection), m_faceReports(connection), m_pins(connection), m_audit(connection),
      m_settings(connection)
{
}

} // namespace kobai::store
