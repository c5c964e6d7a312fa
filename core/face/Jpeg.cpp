// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Jpeg.h"

#include <csetjmp>
#include <cstdio> // jpeglib.h takes FILE for granted
#include <limits>
#include <vector>

#include <jerror.h>
#include <jpeglib.h>

namespace kobai::face {

namespace {

constexpr int mostStrayBytes = 64;          ///< that a camera may leave between two parts of a frame
constexpr qint64 mostPixels = 220LL << 20;  ///< the largest phones write 200 megapixels
constexpr long mostWorkBytes = 1024L << 20; ///< a progressive picture's, all of it at once; more is refused

/// What libjpeg says on its way. It knows no exceptions: after an error it jumps back to where it was called.
struct Messages {
    jpeg_error_mgr base{};
    std::jmp_buf back{};
    bool isDamaged = false;
};

Messages& messagesOf(j_common_ptr info)
{
    return *reinterpret_cast<Messages*>(info->err); // its first member
}

[[noreturn]] void stop(j_common_ptr info)
{
    std::longjmp(messagesOf(info).back, 1); // NOLINT(cert-err52-cpp)
}

/// Of the warnings these mean that pixels are lost; a missing end mark or a comment of an unknown kind do not.
void note(j_common_ptr info, int level)
{
    if (level >= 0)
        return;
    switch (info->err->msg_code) {
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_MUST_RESYNC:
    case JWRN_BOGUS_PROGRESSION:
        messagesOf(info).isDamaged = true;
        break;
    case JWRN_EXTRANEOUS_DATA:
        messagesOf(info).isDamaged |= info->err->msg_parm.i[0] > mostStrayBytes;
        break;
    case JWRN_JPEG_EOF: // of a progressive one the finer scans are missing
        messagesOf(info).isDamaged |= reinterpret_cast<j_decompress_ptr>(info)->progressive_mode != 0;
        break;
    default:
        break;
    }
}

void sayNothing(j_common_ptr /*info*/) {}

/// One picture, line by line. Nothing with a destructor lives in its functions, since an error jumps out of them.
class Decoder final {
public:
    Decoder()
    {
        m_info.err = jpeg_std_error(&m_messages.base);
        m_messages.base.error_exit = stop;
        m_messages.base.emit_message = note;
        m_messages.base.output_message = sayNothing;
    }
    ~Decoder() { jpeg_destroy_decompress(&m_info); }
    Q_DISABLE_COPY_MOVE(Decoder)

    /// @p divisor: 1, or 8 when only the end is asked for.
    [[nodiscard]] bool open(QByteArrayView bytes, unsigned divisor)
    {
        if (setjmp(m_messages.back) != 0) // NOLINT(cert-err52-cpp)
            return false;
        jpeg_create_decompress(&m_info);
        jpeg_mem_src(&m_info, reinterpret_cast<const unsigned char*>(bytes.data()),
                     static_cast<unsigned long>(bytes.size()));
        if (jpeg_read_header(&m_info, TRUE) != JPEG_HEADER_OK)
            return false;
        // A few bytes may say that they are as large as JPEG can tell, and ask for as much memory.
        if (qint64(m_info.image_width) * qint64(m_info.image_height) > mostPixels)
            return false;
        m_info.mem->max_memory_to_use = mostWorkBytes;
        m_info.scale_num = 1;
        m_info.scale_denom = divisor;
        if (m_info.num_components == 1 || m_info.num_components == 3)
            m_info.out_color_space = JCS_RGB;
        return jpeg_start_decompress(&m_info) != 0;
    }
    [[nodiscard]] bool readLine(unsigned char* line)
    {
        if (setjmp(m_messages.back) != 0) // NOLINT(cert-err52-cpp)
            return false;
        return jpeg_read_scanlines(&m_info, &line, 1) == 1 && !m_messages.isDamaged;
    }
    /// Reads up to the end mark; false when something was lost.
    [[nodiscard]] bool close()
    {
        if (setjmp(m_messages.back) != 0) // NOLINT(cert-err52-cpp)
            return false;
        return jpeg_finish_decompress(&m_info) != 0 && !m_messages.isDamaged;
    }

    [[nodiscard]] QSize size() const { return {int(m_info.output_width), int(m_info.output_height)}; }
    [[nodiscard]] bool isRgb() const { return m_info.out_color_space == JCS_RGB && m_info.output_components == 3; }
    [[nodiscard]] std::size_t lineBytes() const
    {
        return std::size_t(m_info.output_width) * std::size_t(m_info.output_components);
    }

private:
    jpeg_decompress_struct m_info{};
    Messages m_messages;
};

bool isJpeg(QByteArrayView bytes)
{
    return bytes.startsWith("\xFF\xD8") && bytes.size() <= std::numeric_limits<int>::max();
}

} // namespace

QImage wholeJpeg(QByteArrayView bytes)
{
    Decoder decoder;
    if (!isJpeg(bytes) || !decoder.open(bytes, 1) || !decoder.isRgb())
        return {};
    QImage image(decoder.size(), QImage::Format_RGB888);
    for (int y = 0; y < image.height(); ++y) {
        if (!decoder.readLine(image.scanLine(y)))
            return {};
    }
    return !image.isNull() && decoder.close() ? image : QImage();
}

bool isJpegDamaged(QByteArrayView bytes)
{
    Decoder decoder;
    if (!isJpeg(bytes) || !decoder.open(bytes, 8))
        return true;
    std::vector<unsigned char> line(decoder.lineBytes());
    for (int y = 0; y < decoder.size().height(); ++y) {
        if (!decoder.readLine(line.data()))
            return true;
    }
    return !decoder.close();
}

} // namespace kobai::face
