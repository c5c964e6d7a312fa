// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Preferences.h"

#include <QDir>

#include <array>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using face::CameraChoice;
using widgets::theme::Mode;

namespace {

constexpr int mostRecentStores = 4;

// Words in the file instead of numbers: an enum may be reordered without changing what a file means.
constexpr std::array modeWords{std::pair{Mode::System, "system"}, std::pair{Mode::Light, "light"},
                               std::pair{Mode::Dark, "dark"}};
constexpr std::array kindWords{std::pair{CameraChoice::Kind::Device, "device"},
                               std::pair{CameraChoice::Kind::Clip, "clip"},
                               std::pair{CameraChoice::Kind::Folder, "folder"}};

constexpr std::array scannerWords{std::pair{ScannerDevice::Kind::Keys, "keys"},
                                  std::pair{ScannerDevice::Kind::Serial, "serial"}};

template <typename Words, typename Value>
QString wordOf(const Words& words, Value value)
{
    for (const auto& [each, word] : words) {
        if (each == value)
            return QString::fromLatin1(word);
    }
    return {};
}

template <typename Value, typename Words>
std::optional<Value> valueOf(const Words& words, const QString& word)
{
    for (const auto& [value, each] : words) {
        if (word == QLatin1StringView(each))
            return value;
    }
    return std::nullopt;
}

QString cameraGroup(bool demo)
{
    return demo ? u"demoCamera"_s : u"camera"_s;
}

} // namespace

QString Preferences::language() const
{
    return m_settings.value(u"language"_s).toString();
}

void Preferences::setLanguage(const QString& code)
{
    m_settings.setValue(u"language"_s, code);
}

Mode Preferences::appearance() const
{
    return valueOf<Mode>(modeWords, m_settings.value(u"appearance"_s).toString()).value_or(Mode::System);
}

void Preferences::setAppearance(Mode mode)
{
    m_settings.setValue(u"appearance"_s, wordOf(modeWords, mode));
}

std::optional<CameraChoice> Preferences::camera(bool demo) const
{
    const QString group = cameraGroup(demo);
    const auto kind = valueOf<CameraChoice::Kind>(kindWords, m_settings.value(group + u"/kind"_s).toString());
    const QString where = m_settings.value(group + u"/where"_s).toString();
    if (!kind || where.isEmpty())
        return std::nullopt;
    return CameraChoice{*kind, where, true};
}

void Preferences::setCamera(const CameraChoice& camera, bool demo)
{
    const QString group = cameraGroup(demo);
    m_settings.setValue(group + u"/kind"_s, wordOf(kindWords, camera.kind));
    m_settings.setValue(group + u"/where"_s, camera.where);
}

std::optional<ScannerDevice> Preferences::scanner() const
{
    const auto kind = valueOf<ScannerDevice::Kind>(scannerWords, m_settings.value(u"scanner/kind"_s).toString());
    if (!kind)
        return std::nullopt;
    ScannerDevice scanner;
    scanner.kind = *kind;
    scanner.name = m_settings.value(u"scanner/name"_s).toString();
    scanner.vendor = quint16(m_settings.value(u"scanner/vendor"_s).toUInt());
    scanner.product = quint16(m_settings.value(u"scanner/product"_s).toUInt());
    scanner.serial = m_settings.value(u"scanner/serial"_s).toString();
    scanner.socket = m_settings.value(u"scanner/socket"_s).toString();
    return scanner;
}

void Preferences::setScanner(const std::optional<ScannerDevice>& scanner)
{
    m_settings.remove(u"scanner"_s);
    if (!scanner)
        return;
    m_settings.setValue(u"scanner/kind"_s, wordOf(scannerWords, scanner->kind));
    m_settings.setValue(u"scanner/name"_s, scanner->name);
    m_settings.setValue(u"scanner/vendor"_s, scanner->vendor);
    m_settings.setValue(u"scanner/product"_s, scanner->product);
    m_settings.setValue(u"scanner/serial"_s, scanner->serial);
    m_settings.setValue(u"scanner/socket"_s, scanner->socket);
}

QByteArray Preferences::windowGeometry() const
{
    return m_settings.value(u"window"_s).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray& geometry)
{
    m_settings.setValue(u"window"_s, geometry);
}

QStringList Preferences::recentStores() const
{
    return m_settings.value(u"recentStores"_s).toStringList();
}

void Preferences::rememberStore(const QString& folder)
{
    const QString path = QDir(folder).absolutePath();
    QStringList recent = recentStores();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(u"recentStores"_s, recent.mid(0, mostRecentStores));
}

} // namespace kobai::app
