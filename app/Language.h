// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QTranslator>

namespace kobai::app {

/// The language of the screen, switched while running: installing the translators sends every widget a LanguageChange. Also sets the
/// default QLocale, by which money and dates are written. GUI thread.
class Language final : public QObject {
    Q_OBJECT

public:
    struct Choice {
        QString code; ///< "en", "ja"
        QString name; ///< in that language itself
    };
    [[nodiscard]] static QList<Choice> available();
    [[nodiscard]] static bool isAvailable(const QString& code);

    explicit Language(QObject* parent = nullptr);
    ~Language() override;
    Q_DISABLE_COPY_MOVE(Language)

    /// Empty or unknown: the system's, or English when Kobai does not speak that.
    void use(const QString& code);
    [[nodiscard]] QString current() const { return m_current; }

Q_SIGNALS:
    void changed();

private:
    QTranslator m_own;
    QTranslator m_qt;
    QString m_current;
};

} // namespace kobai::app
