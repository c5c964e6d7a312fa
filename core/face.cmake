# SPDX-License-Identifier: GPL-3.0-or-later
#
# OpenCV and dlib stay private to core/face: no header of theirs appears in a header of ours.

# OpenCV by module, not by its CMake or pkg-config package: those name opencv_highgui, which Debian links with Qt 5.
find_path(opencv_include opencv2/core.hpp PATH_SUFFIXES opencv4 REQUIRED)
add_library(kobai_opencv INTERFACE)
target_include_directories(kobai_opencv SYSTEM INTERFACE ${opencv_include})
foreach(module core imgproc dnn calib3d videoio)
  find_library(opencv_${module}_library opencv_${module} REQUIRED)
  target_link_libraries(kobai_opencv INTERFACE ${opencv_${module}_library})
endforeach()
find_package(dlib 19.24 REQUIRED)
# Not by its CMake package, which asks for OpenCL's headers.
find_path(dnnl_include oneapi/dnnl/dnnl.hpp REQUIRED)
find_library(dnnl_library dnnl REQUIRED)
find_package(JPEG REQUIRED)
pkg_check_modules(EXIV2 REQUIRED IMPORTED_TARGET exiv2)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)

# Debian's dlib target drags the system's plain SQLite into the link: take it out (see sqlcipher.cmake).
get_target_property(dlib_links dlib::dlib INTERFACE_LINK_LIBRARIES)
list(FILTER dlib_links EXCLUDE REGEX "sqlite3")
set_target_properties(dlib::dlib PROPERTIES INTERFACE_LINK_LIBRARIES "${dlib_links}")

kobai_core(face QOBJECTS LINKS kobai_base kobai_security
                PRIVATE_LINKS kobai_opencv dlib::dlib ${dnnl_library} OpenSSL::Crypto
                              JPEG::JPEG PkgConfig::EXIV2 PkgConfig::SODIUM ${CMAKE_DL_LIBS})
# The files that only call dlib's networks and detector are left out of the sanitizers: instrumenting those templates takes the compiler
# 3 GiB and minutes, and every test that sees a face a third longer.
foreach(file DlibNetwork FrontalDetector StockPipeline)
  set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/face/${file}.cpp PROPERTIES
    COMPILE_OPTIONS -fno-sanitize=all SKIP_PRECOMPILE_HEADERS ON)
endforeach()
