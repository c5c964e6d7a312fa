// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/ConsentWords.h"

#include "widgets/Names.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using widgets::theme::Role;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConsentWords)
};

} // namespace

QString relationText(people::Relation relation)
{
    switch (relation) {
    case people::Relation::Mother:
        return Words::tr("mother");
    case people::Relation::Father:
        return Words::tr("father");
    case people::Relation::Grandparent:
        return Words::tr("grandparent");
    case people::Relation::OtherGuardian:
        return Words::tr("other guardian");
    }
    Q_UNREACHABLE();
}

QString meansText(consent::Means means)
{
    switch (means) {
    case consent::Means::Letter:
        return Words::tr("on paper");
    case consent::Means::Mail:
        return Words::tr("e-mail");
    case consent::Means::InPerson:
        return Words::tr("in person");
    case consent::Means::Telephone:
        return Words::tr("telephone");
    case consent::Means::OnScreen:
        return Words::tr("on screen");
    }
    Q_UNREACHABLE();
}

QString guardianText(const enrolment::PersonFile& file, GuardianId guardian)
{
    const auto at = std::ranges::find(file.guardians, guardian, &people::Guardian::id);
    return at == file.guardians.end()
               ? QString()
               : Words::tr("%1 (%2)", "name, relation").arg(widgets::isolated(at->name), relationText(at->relation));
}

EventWords eventWords(const enrolment::PersonFile& file, const consent::Event& event)
{
    const QString guardian = guardianText(file, event.guardian);
    const QString who = guardian.isEmpty() ? widgets::isolated(file.person.name) : guardian;
    switch (event.kind) {
    case consent::EventKind::NoticeSent:
        return {Words::tr("Notice %1 went to %2: %3.", "number, guardian, letter or e-mail or ...")
                    .arg(QLocale().toString(event.noticeVersion), who, meansText(event.means)),
                u"mail"_s, Role::Quiet};
    case consent::EventKind::ConsentGiven: {
        if (!consent::isInWriting(event.means))
            return {Words::tr("%1 consented, but not in writing (%2): it does not count.",
                              "guardian, e-mail or telephone or ...")
                        .arg(who, meansText(event.means)),
                    u"consent"_s, Role::Warn};
        const QString notice = QLocale().toString(event.noticeVersion);
        return {event.validUntil.isValid()
                    ? Words::tr("%1 consented in writing to notice %2, until %3.")
                          .arg(who, notice, QLocale().toString(event.validUntil, QLocale::ShortFormat))
                    : Words::tr("%1 consented in writing to notice %2.").arg(who, notice),
                u"consent"_s, Role::Good};
    }
    case consent::EventKind::Objected:
        return {Words::tr("%1 objected.").arg(who), u"block"_s, Role::Bad};
    case consent::EventKind::StudentAgreed:
        return {Words::tr("%1 said yes on the screen.").arg(widgets::isolated(file.person.name)), u"check"_s,
                Role::Good};
    case consent::EventKind::StudentRefused:
        return {Words::tr("%1 said no on the screen.").arg(widgets::isolated(file.person.name)), u"block"_s, Role::Bad};
    case consent::EventKind::Withdrawn:
        return {guardian.isEmpty() ? Words::tr("The consent was withdrawn and the face deleted.")
                                   : Words::tr("%1 withdrew the consent; the face was deleted.").arg(guardian),
                u"undo"_s, Role::Bad};
    case consent::EventKind::GuardianUnreachable:
        return {Words::tr("%1 cannot be reached: %2. Confirmed by %3.")
                    .arg(who, widgets::isolated(event.reason), widgets::isolated(event.secondStaff)),
                u"phone"_s, Role::Warn};
    }
    Q_UNREACHABLE();
}

QString consentSentence(const enrolment::PersonFile& file)
{
    const QString name = widgets::isolated(file.person.name);
    if (!file.consent.allowed())
        return Words::tr("The face of %1 may not be used: %n thing(s) are missing.", nullptr,
                         int(file.consent.obstacles.size()))
            .arg(name);
    if (!file.consent.validUntil.isValid())
        return Words::tr("The face of %1 may be used.").arg(name);
    return Words::tr("The face of %1 may be used until %2.")
        .arg(name, QLocale().toString(file.consent.validUntil, QLocale::ShortFormat));
}

} // namespace kobai::app
