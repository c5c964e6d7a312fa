// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/Overlay.h"
#include "base/ClockDoubt.h"
#include "base/Fault.h"

#include <optional>

namespace kobai::widgets {
class Banner;
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class Services;

/// Asks whether the machine's date and time are right when the store doubts them. What is not answered is asked again with the next thing
/// that would be written. GUI thread.
class ClockOverlay final : public Overlay {
    Q_OBJECT

public:
    ClockOverlay(Services& services, QWidget* window);
    void ask(const ClockQuestion& question);

protected:
    void opened() override;
    void changeEvent(QEvent* event) override;

private:
    void refuse(const Fault& fault);
    void retranslate();

    Services& m_services;
    ClockQuestion m_question;
    std::optional<Fault> m_fault;
    widgets::Text* m_title;
    widgets::Text* m_shown;
    widgets::Text* m_reason;
    widgets::Text* m_consequence;
    widgets::Banner* m_banner;
    widgets::Button* m_again;
    widgets::Button* m_right;
};

} // namespace kobai::app
