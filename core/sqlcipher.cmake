# SPDX-License-Identifier: GPL-3.0-or-later
#
# SQLCipher 4, static, its symbols kept to ourselves: OpenCV and dlib may pull the system's plain SQLite into the
# process, and with that one PRAGMA key answers "ok" and writes plaintext (store/sqlite/Connection checks at each open).

if(KOBAI_SQLCIPHER_DIR)
  set(sqlcipher_include ${KOBAI_SQLCIPHER_DIR}/include)
  set(sqlcipher_archive ${KOBAI_SQLCIPHER_DIR}/lib/libsqlcipher.a)
else()
  pkg_get_variable(sqlcipher_includedir sqlcipher includedir)
  pkg_get_variable(sqlcipher_libdir sqlcipher libdir)
  set(sqlcipher_include ${sqlcipher_includedir}/sqlcipher)
  set(sqlcipher_archive ${sqlcipher_libdir}/libsqlcipher.a)
endif()
# The header gives SQLite's number. SQLCipher 4.5 came on 3.36; what is linked is asked at every open.
set(sqlite_number 0)
if(EXISTS "${sqlcipher_include}/sqlite3.h")
  file(STRINGS ${sqlcipher_include}/sqlite3.h sqlite_number REGEX "^#define SQLITE_VERSION_NUMBER ")
  string(REGEX REPLACE "[^0-9]" "" sqlite_number "${sqlite_number}")
endif()
if(NOT EXISTS "${sqlcipher_archive}" OR sqlite_number LESS 3036000)
  message(FATAL_ERROR "No static SQLCipher 4.5 or newer (${sqlcipher_archive}, SQLite ${sqlite_number}): "
                      "sh app/start.sh provides one, or set KOBAI_SQLCIPHER_DIR")
endif()
find_package(OpenSSL REQUIRED COMPONENTS Crypto)

add_library(kobai_sqlcipher INTERFACE)
target_include_directories(kobai_sqlcipher SYSTEM INTERFACE ${sqlcipher_include})
target_compile_definitions(kobai_sqlcipher INTERFACE SQLITE_HAS_CODEC SQLITE_TEMP_STORE=2)
target_link_libraries(kobai_sqlcipher INTERFACE ${sqlcipher_archive} OpenSSL::Crypto ${CMAKE_DL_LIBS} m)
target_link_options(kobai_sqlcipher INTERFACE LINKER:--exclude-libs,libsqlcipher.a)
