# SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The one place that says how every target of ours is compiled.
add_library(kagura_options INTERFACE)
target_compile_options(kagura_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion
  -Wshadow -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor -Wcast-qual -Wnull-dereference
  $<$<BOOL:${KAGURA_WERROR}>:-Werror>
  # With optimisation gcc 12 suspects a null pointer inside std::optional, where there is none.
  $<$<NOT:$<CONFIG:Debug>>:-Wno-error=null-dereference>)
target_compile_definitions(kagura_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
  QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS QT_NO_CONTEXTLESS_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_MESSAGELOGCONTEXT JSON_USE_IMPLICIT_CONVERSIONS=0)
target_include_directories(kagura_options INTERFACE ${PROJECT_SOURCE_DIR})
foreach(sanitizer IN LISTS KAGURA_SANITIZE)
  target_compile_options(kagura_options INTERFACE -fsanitize=${sanitizer} -fno-omit-frame-pointer)
  # g++ 12 sees uninitialised values and null pointers in its own instrumentation of inline code.
  target_compile_options(kagura_options INTERFACE -Wno-maybe-uninitialized -Wno-error=null-dereference)
  target_link_options(kagura_options INTERFACE -fsanitize=${sanitizer})
endforeach()
if(KAGURA_COVERAGE)
  target_compile_options(kagura_options INTERFACE --coverage -O0)
  target_link_options(kagura_options INTERFACE --coverage)
endif()

# ccache halves a second build. It can cache with precompiled headers only when told that macros of
# time and the header's own definitions may be ignored, and when gcc keeps the header's name.
find_program(KAGURA_CCACHE ccache)
if(KAGURA_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${KAGURA_CCACHE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(kagura_options INTERFACE -fpch-preprocess)
  endif()
endif()

# Debugging builds link about a hundred programs, for which lld takes a fifth of the usual linker's time.
find_program(KAGURA_LLD ld.lld)
if(KAGURA_LLD)
  target_link_options(kagura_options INTERFACE $<$<CONFIG:Debug>:-fuse-ld=lld>)
endif()

# What nearly every file includes is compiled once for all. Whatever a target defines beside this must
# not change what those headers say; gcc tells by -Winvalid-pch where it does.
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/precompiled.cpp
  CONTENT "// Made so that the headers belong to a target.\nextern const int kaguraPrecompiled;\nconst int kaguraPrecompiled = 1;\n")
add_library(kagura_precompiled OBJECT ${PROJECT_BINARY_DIR}/precompiled.cpp)
set_target_properties(kagura_precompiled PROPERTIES AUTOMOC OFF)
target_link_libraries(kagura_precompiled PRIVATE kagura_options Qt6::Core nlohmann_json::nlohmann_json)
target_precompile_headers(kagura_precompiled PRIVATE ${PROJECT_SOURCE_DIR}/cmake/precompiled.h)

# kagura_add_room(core/llm SOURCES … LINKS … PRIVATE …): one folder of the house as a library of its
# own, so that the linker, too, refuses an arrow that core/README.md does not have. Rooms of core are
# installed for programs of others, as Kagura::core_llm.
function(kagura_add_room room)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LINKS;PRIVATE")
  string(REPLACE "/" "_" target "kagura_${room}")
  add_library(${target} STATIC ${ARG_SOURCES})
  target_link_libraries(${target} PUBLIC ${ARG_LINKS} PRIVATE $<BUILD_INTERFACE:kagura_options> ${ARG_PRIVATE})
  target_include_directories(${target} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/kagura>)
  target_precompile_headers(${target} REUSE_FROM kagura_precompiled)
  if(room MATCHES "^core/")
    string(REPLACE "/" "_" exported "${room}")
    set_target_properties(${target} PROPERTIES EXPORT_NAME ${exported})
    install(TARGETS ${target} EXPORT Kagura ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/kagura COMPONENT devel)
    set_property(GLOBAL APPEND PROPERTY KAGURA_EXPORTED ${exported})
  endif()
endfunction()

# The programs that a sanitizer run needs: all of core, and those with a test labelled threads.
add_custom_target(kagura_core_tests)
add_custom_target(kagura_thread_tests)

# kagura_add_tests(core/llm CLASSES chatreply … LINKS … [THREADS chatreply …] [GUI]): one program a room,
# made of tst_<class>.cpp, and one CTest case a class. The labels of a case are unit or gui, the first
# part of its room (core, ui, app), and threads for what ThreadSanitizer has to see.
function(kagura_add_tests room)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "GUI" "" "CLASSES;LINKS;THREADS;SOURCES")
  string(REPLACE "/" "_" target "tst_${room}")
  set(sources ${ARG_SOURCES})
  foreach(class IN LISTS ARG_CLASSES)
    list(APPEND sources tst_${class}.cpp)
  endforeach()
  add_executable(${target} ${sources} ${PROJECT_SOURCE_DIR}/tests/support/testmain.cpp)
  target_link_libraries(${target} PRIVATE kagura_options kagura_test_support Qt6::Test ${ARG_LINKS})
  target_precompile_headers(${target} REUSE_FROM kagura_precompiled)
  if(ARG_GUI)
    target_link_libraries(${target} PRIVATE Qt6::Widgets)
    target_compile_definitions(${target} PRIVATE KAGURA_TEST_GUI)
  endif()
  target_compile_definitions(${target} PRIVATE KAGURA_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  string(REPLACE "/" "." prefix "${room}")
  string(REGEX REPLACE "/.*" "" house "${room}")
  if(house STREQUAL "core")
    add_dependencies(kagura_core_tests ${target})
  endif()
  if(ARG_THREADS)
    add_dependencies(kagura_thread_tests ${target})
  endif()
  foreach(class IN LISTS ARG_CLASSES)
    set(labels unit ${house})
    if(ARG_GUI)
      set(labels gui ${house})
    endif()
    if(class IN_LIST ARG_THREADS)
      list(APPEND labels threads)
    endif()
    add_test(NAME ${prefix}.${class} COMMAND ${target} ${class})
    set_tests_properties(${prefix}.${class} PROPERTIES TIMEOUT 120 LABELS "${labels}"
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_FATAL_CRITICALS=1;QTEST_DISABLE_STACK_DUMP=1")
  endforeach()
endfunction()
