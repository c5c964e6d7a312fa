// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/ScannerChoice.h"

#include <chrono>
#include <utility>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

ScannerChoice::ScannerChoice(DeviceList& list, QObject* parent) : QObject(parent), m_list(list), m_again(this)
{
    m_again.setObjectName(u"lookAgain"_s);
    m_again.setInterval(1s);
    connect(&m_again, &QTimer::timeout, this, &ScannerChoice::look);
    m_again.start();
    look();
}

ScannerChoice::~ScannerChoice() = default;

void ScannerChoice::look()
{
    m_forbidden.clear();
    for (const ScannerDevice& device : m_list.devices()) {
        if (!m_readers.contains(device.path))
            listen(device);
    }
    Q_EMIT changed();
}

void ScannerChoice::listen(const ScannerDevice& device)
{
    DeviceList::Opened opened = m_list.open(device, CodeReader::Use::Listen);
    if (!opened) {
        if (opened.error() == DeviceList::Refusal::NoPermission)
            m_forbidden.append(device);
        return;
    }
    const CodeReader& reader = *m_readers.emplace(device.path, std::move(*opened)).first->second;
    // Queued: what hears of it closes the reader that is in the midst of telling.
    connect(
        &reader, &CodeReader::scanned, this,
        [this, device](const Scan& scan) {
            if (!std::exchange(m_isOver, true))
                Q_EMIT chosen(device, scan);
        },
        Qt::QueuedConnection);
    connect(
        &reader, &CodeReader::ended, this,
        [this, path = device.path] {
            m_readers.erase(path);
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
    m_readers.at(device.path)->start();
}

} // namespace kobai::app
