// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/DeviceSource.h"

#include "face/CapturedFrame.h"
#include "face/WholeFrame.h"

#include <opencv2/videoio.hpp>

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

int motionJpeg()
{
    return cv::VideoWriter::fourcc('M', 'J', 'P', 'G');
}

QByteArrayView bytesOf(const cv::Mat& row)
{
    return row.isContinuous() ? QByteArrayView(row.data, qsizetype(row.total() * row.elemSize())) : QByteArrayView();
}

/// OpenCV only says "did not open"; the system knows why.
Status probe(const QString& path)
{
    const int device = ::open(path.toLocal8Bit().constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (device < 0)
        return fail(deviceFault(errno), path);
    v4l2_capability capability{};
    const bool isCamera =
        ::ioctl(device, VIDIOC_QUERYCAP, &capability) == 0 && (capability.device_caps & V4L2_CAP_VIDEO_CAPTURE) != 0;
    ::close(device);
    if (!isCamera)
        return fail(FaultCode::CameraAbsent, path);
    return {};
}

} // namespace

struct DeviceSource::Device {
    QString path;
    cv::VideoCapture capture;
    std::int64_t number = 0;
    bool givesJpeg = false;

    /// Motion JPEG is taken as it comes: OpenCV decodes half a frame with the rest in grey and says nothing.
    void takeJpegAsItComes()
    {
        givesJpeg = int(capture.get(cv::CAP_PROP_FOURCC)) == motionJpeg() && capture.set(cv::CAP_PROP_CONVERT_RGB, 0);
    }

    /// CameraBroken when frames come and none is whole, @p silent when none comes.
    [[nodiscard]] Result<QImage> read(FaultCode silent)
    {
        bool comes = false;
        auto picture = nextWholeFrame([&] { return comes = capture.grab(); },
                                      [this] {
                                          cv::Mat frame;
                                          if (!capture.retrieve(frame) || frame.empty())
                                              return QImage();
                                          return givesJpeg ? fromMotionJpeg(bytesOf(frame)) : toImage(frame);
                                      });
        if (!picture)
            return fail(comes ? FaultCode::CameraBroken : silent, path);
        return std::move(*picture);
    }
};

FaultCode deviceFault(int error)
{
    switch (error) {
    case EBUSY:
        return FaultCode::CameraBusy;
    case EACCES:
    case EPERM:
        return FaultCode::CameraDenied;
    default:
        return FaultCode::CameraAbsent;
    }
}

DeviceSource::DeviceSource(std::unique_ptr<Device> device) : m_device(std::move(device)) {}
DeviceSource::~DeviceSource() = default;

Result<std::unique_ptr<FrameSource>> DeviceSource::open(const QString& where)
{
    bool isNumber = false;
    const int index = where.toInt(&isNumber);
    auto device = std::make_unique<Device>();
    device->path = isNumber ? u"/dev/video%1"_s.arg(index) : where;
    KOBAI_TRY(probe(device->path));
    try {
        // HD as motion JPEG, which USB carries at 30 frames a second; a camera that cannot gives what it has.
        const std::vector<int> wishes{cv::CAP_PROP_FOURCC,       motionJpeg(), cv::CAP_PROP_FRAME_WIDTH, 1280,
                                      cv::CAP_PROP_FRAME_HEIGHT, 720};
        if (!device->capture.open(device->path.toStdString(), cv::CAP_V4L2, wishes))
            return fail(FaultCode::CameraBusy, device->path);
        device->takeJpegAsItComes();
        KOBAI_TRY(device->read(FaultCode::CameraBusy));
        device->capture.set(cv::CAP_PROP_BUFFERSIZE, 1);
        return std::unique_ptr<FrameSource>(new DeviceSource(std::move(device)));
    } catch (const cv::Exception&) {
        return fail(FaultCode::CameraBusy, device->path);
    }
}

Result<Frame> DeviceSource::next()
{
    KOBAI_ASSIGN(QImage picture, m_device->read(FaultCode::CameraLost));
    return Frame{.image = std::move(picture), .number = m_device->number++, .taken = std::chrono::steady_clock::now()};
}

} // namespace kobai::face
