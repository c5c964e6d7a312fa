// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Guarded.h"

#include <dlib/error.h>
#include <opencv2/core.hpp>

#include <new>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

Fault caughtFault()
{
    try {
        throw;
    } catch (const cv::Exception& exception) {
        if (exception.code == cv::Error::StsNoMem)
            return {FaultCode::Internal, u"memory"_s};
        return {FaultCode::NetworkOutput, u"OpenCV %1"_s.arg(exception.code)};
    } catch (const dlib::error& error) {
        return {FaultCode::NetworkOutput, u"dlib %1"_s.arg(int(error.type))};
    } catch (const std::bad_alloc&) {
        return {FaultCode::Internal, u"memory"_s};
    } catch (...) {
        return {FaultCode::Internal, u"exception"_s};
    }
}

} // namespace kobai::face
