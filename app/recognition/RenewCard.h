// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/SettingsCard.h"
#include "base/Result.h"

#include <atomic>
#include <memory>

class QProgressBar;

namespace kobai::enrolment {
struct Renewal;
}
namespace kobai::widgets {
class Banner;
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class Services;

/// Gives every stored template new secrets, for when a copy of the store may have been taken: nobody has to be enrolled anew. GUI thread.
class RenewCard final : public SettingsCard {
    Q_OBJECT

public:
    explicit RenewCard(Services& services, QWidget* parent = nullptr);
    ~RenewCard() override;
    Q_DISABLE_COPY_MOVE(RenewCard)
    void retranslate() override;
    [[nodiscard]] bool isRunning() const { return m_running; }
    bool stepBack(); ///< leaves the question, or cancels

Q_SIGNALS:
    void ended();

private:
    void renew();
    void finish(const Result<enrolment::Renewal>& renewed);
    void show(bool asking, bool running);

    Services& m_services;
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< of the run under way, read on the store's thread
    bool m_running = false;
    widgets::Text* m_explanation;
    widgets::Button* m_renew;
    widgets::Button* m_sure;
    widgets::Button* m_cancel;
    QProgressBar* m_bar;
    widgets::Banner* m_banner;
};

} // namespace kobai::app
