// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/DeviceScanner.h"

#include "app/Log.h"
#include "app/Preferences.h"

#include <chrono>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Refusal = DeviceList::Refusal;

namespace {

constexpr auto lookAgainAfter = 2s;
constexpr auto longestChoice = 60s;

DeviceScanner::State stateOf(Refusal refusal)
{
    switch (refusal) {
    case Refusal::Gone:
        return DeviceScanner::State::Missing;
    case Refusal::NoPermission:
        return DeviceScanner::State::NoPermission;
    case Refusal::Busy:
        return DeviceScanner::State::Busy;
    }
    return DeviceScanner::State::Missing;
}

/// For the log.
const char* word(DeviceScanner::State state)
{
    switch (state) {
    case DeviceScanner::State::Keyboard:
        return "none chosen";
    case DeviceScanner::State::Connected:
        return "open";
    case DeviceScanner::State::Missing:
        return "not plugged in";
    case DeviceScanner::State::NoPermission:
        return "no permission";
    case DeviceScanner::State::Busy:
        return "another program's";
    }
    return "";
}

} // namespace

DeviceScanner::DeviceScanner(Preferences& preferences, std::unique_ptr<DeviceList> list, QObject* parent)
    : QObject(parent), m_preferences(preferences), m_list(std::move(list)), m_again(this), m_choiceEnd(this)
{
    m_again.setObjectName(u"lookForScanner"_s);
    m_again.setSingleShot(true);
    m_again.setInterval(lookAgainAfter);
    m_choiceEnd.setObjectName(u"choosingEnd"_s);
    m_choiceEnd.setSingleShot(true);
    m_choiceEnd.setInterval(longestChoice);
    connect(&m_again, &QTimer::timeout, this, &DeviceScanner::connectDevice);
    connect(&m_choiceEnd, &QTimer::timeout, this, &DeviceScanner::cancelChoosing);
}

DeviceScanner::~DeviceScanner() = default;

void DeviceScanner::start()
{
    m_device = m_preferences.scanner();
    connectDevice();
}

void DeviceScanner::useKeyboard()
{
    cancelChoosing();
    m_again.stop();
    m_reader.reset();
    m_device.reset();
    m_preferences.setScanner(std::nullopt);
    setState(State::Keyboard);
}

void DeviceScanner::choose()
{
    if (m_choice != nullptr)
        return;
    m_again.stop();
    m_reader.reset();
    m_choice = std::make_unique<ScannerChoice>(*m_list, this);
    connect(m_choice.get(), &ScannerChoice::chosen, this, &DeviceScanner::take, Qt::QueuedConnection);
    connect(m_choice.get(), &ScannerChoice::changed, this, &DeviceScanner::changed);
    m_choiceEnd.start();
    Q_EMIT changed();
}

void DeviceScanner::cancelChoosing()
{
    if (m_choice == nullptr)
        return;
    m_choiceEnd.stop();
    m_choice.reset();
    connectDevice();
    Q_EMIT changed();
}

void DeviceScanner::take(const ScannerDevice& device, const Scan& scan)
{
    if (m_choice == nullptr) // cancelled since
        return;
    m_device = device;
    m_preferences.setScanner(device);
    cancelChoosing();
    Q_EMIT chosen(scan);
}

void DeviceScanner::connectDevice()
{
    if (!m_device || m_reader != nullptr || m_choice != nullptr)
        return;
    const auto found = findAgain(*m_device, m_list->devices());
    if (!found)
        return setState(State::Missing);
    DeviceList::Opened opened = m_list->open(*found, CodeReader::Use::Own);
    if (!opened)
        return setState(stateOf(opened.error()));
    m_reader = std::move(*opened);
    connect(m_reader.get(), &CodeReader::scanned, this, &DeviceScanner::scanned);
    connect(m_reader.get(), &CodeReader::spoiled, this, &DeviceScanner::spoiled);
    connect(m_reader.get(), &CodeReader::ended, this, &DeviceScanner::leaveReader);
    m_reader->start();
    if (m_reader != nullptr) // it may have ended at once
        setState(State::Connected);
}

void DeviceScanner::leaveReader(CodeReader::End end)
{
    // It is in the midst of telling.
    m_reader->disconnect(this);
    m_reader.release()->deleteLater();
    setState(end == CodeReader::End::Busy ? State::Busy : State::Missing);
    if (end == CodeReader::End::Unplugged)
        Q_EMIT lost();
}

void DeviceScanner::setState(State state)
{
    if (state != State::Keyboard && state != State::Connected)
        m_again.start();
    if (std::exchange(m_state, state) == state)
        return;
    qCInfo(appLog, "a scanner's own device: %s", word(state));
    Q_EMIT changed();
}

} // namespace kobai::app
