// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoStore.h"

#include <QDir>
#include <QFileInfo>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;

namespace {

Status buildIn(const QString& folder, const demo::DemoPlan& plan, const SecureBytes& passphrase,
               store::Environment environment, const DemoProgress& progress)
{
    store::Creation creation;
    creation.folder = folder;
    creation.schoolName = u"Demo School 見本学園"_s;
    creation.currency = Currency::fromCode(u"JPY"_s).value_or(Currency{});
    creation.operatorName = u"Demo"_s;
    creation.passphrase = passphrase.clone();
    creation.demo = true;
    KOBAI_ASSIGN(const auto store, store::Store::create(creation, environment));
    return demo::makeDemoSchool(*store, plan, progress);
}

} // namespace

Status makeDemoStore(const QString& folder, const demo::DemoPlan& plan, const SecureBytes& passphrase,
                     store::Environment environment, const DemoProgress& progress)
{
    const QFileInfo target(folder);
    QDir parent = target.absoluteDir();
    if (target.exists() && (!target.isDir() || !QDir(folder).isEmpty()))
        return fail(FaultCode::StoreExists);
    if (!parent.mkpath(u"."_s))
        return fail(FaultCode::StoreReadOnly);

    const QString unfinished = target.absoluteFilePath() + u".part"_s;
    QDir(unfinished).removeRecursively();
    if (const Status built = buildIn(unfinished, plan, passphrase, environment, progress); !built) {
        QDir(unfinished).removeRecursively();
        return built;
    }
    if (target.exists() && !parent.rmdir(target.fileName()))
        return fail(FaultCode::StoreReadOnly);
    if (!parent.rename(QFileInfo(unfinished).fileName(), target.fileName()))
        return fail(FaultCode::StoreIo);
    return {};
}

} // namespace kobai::app
