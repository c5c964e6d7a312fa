# SPDX-License-Identifier: GPL-3.0-or-later
#
# SQLCipher 4, static, its symbols kept to ourselves: OpenCV and dlib may pull the system's plain SQLite into the
# process, and with that one PRAGMA key answers "ok" and writes plaintext (store/sqlite/Connection checks at each open).

if(KOBAI_SQLCIPHER_DIR)
  set(sqlcipher_include ${KOBAI_SQLCIPHER_DIR}/include)
  set(sqlcipher_archive ${KOBAI_SQLCIPHER_DIR}/lib/libsqlcipher.a)
else()
  pkg_check_modules(SQLCIPHER REQUIRED sqlcipher>=4.5)
  set(sqlcipher_include ${SQLCIPHER_INCLUDE_DIRS})
  find_library(sqlcipher_archive NAMES libsqlcipher.a HINTS ${SQLCIPHER_LIBRARY_DIRS} REQUIRED)
endif()
if(NOT EXISTS ${sqlcipher_archive})
  message(FATAL_ERROR "No static SQLCipher 4 at ${sqlcipher_archive}: sh app/start.sh builds one, or set KOBAI_SQLCIPHER_DIR")
endif()
find_package(OpenSSL REQUIRED COMPONENTS Crypto)

add_library(kobai_sqlcipher INTERFACE)
target_include_directories(kobai_sqlcipher SYSTEM INTERFACE ${sqlcipher_include})
target_compile_definitions(kobai_sqlcipher INTERFACE SQLITE_HAS_CODEC SQLITE_TEMP_STORE=2)
target_link_libraries(kobai_sqlcipher INTERFACE ${sqlcipher_archive} OpenSSL::Crypto ${CMAKE_DL_LIBS} m)
target_link_options(kobai_sqlcipher INTERFACE LINKER:--exclude-libs,libsqlcipher.a)
