// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Bootstrap.h"

#include <QByteArray>
#include <QtGlobal>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace kobai::app {

void hardenProcess()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    umask(077);
    qputenv("OPENBLAS_NUM_THREADS", QByteArrayLiteral("1"));
    // Qt's default back end lists cameras only with GStreamer's plugins, which a plain Debian does not have.
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", QByteArrayLiteral("ffmpeg"));
}

} // namespace kobai::app
