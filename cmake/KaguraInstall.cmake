# SPDX-FileCopyrightText: 2026 The Kagura authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What is installed, in two components: `program` is what a person needs, `devel` the core library for
# programs of others, found by find_package(Kagura). CPack makes a Debian package of the first one.
include(CMakePackageConfigHelpers)

set(linux ${PROJECT_SOURCE_DIR}/packaging/linux)
set(completions ${PROJECT_SOURCE_DIR}/packaging/completions)
set(id org.kagura.Kagura)

install(TARGETS kagura kagura-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(FILES ${linux}/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT program)
install(FILES ${linux}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT program)
install(FILES ${linux}/${id}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
  RENAME ${id}.xml COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/kagura.svg
  DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME ${id}.svg COMPONENT program)
install(FILES ${linux}/workflow.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/mimetypes
  RENAME application-vnd.kagura.workflow+json.svg COMPONENT program)
install(FILES ${completions}/kagura-cli.bash
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME kagura-cli COMPONENT program)
install(FILES ${completions}/kagura-cli.zsh
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _kagura-cli COMPONENT program)
install(FILES ${completions}/kagura-cli.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/kagura
  RENAME copyright COMPONENT program)

# The pages of the manual say what the programs say of themselves, so the programs write them.
set(pages ${PROJECT_BINARY_DIR}/man)
install(CODE "execute_process(COMMAND bash \"${PROJECT_SOURCE_DIR}/packaging/manpages.sh\"
    \"$<TARGET_FILE:kagura-cli>\" \"${pages}\" COMMAND_ERROR_IS_FATAL ANY)" COMPONENT program)
install(FILES ${pages}/kagura.1.gz ${pages}/kagura-cli.1.gz
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)

set(library ${CMAKE_INSTALL_LIBDIR}/cmake/Kagura)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/core DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/kagura COMPONENT devel
  FILES_MATCHING PATTERN "*.h")
install(EXPORT Kagura NAMESPACE Kagura:: FILE KaguraTargets.cmake DESTINATION ${library} COMPONENT devel)
get_property(KAGURA_ROOMS GLOBAL PROPERTY KAGURA_EXPORTED)
configure_package_config_file(cmake/KaguraConfig.cmake.in KaguraConfig.cmake INSTALL_DESTINATION ${library})
write_basic_package_version_file(KaguraConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/KaguraConfig.cmake ${PROJECT_BINARY_DIR}/KaguraConfigVersion.cmake
  DESTINATION ${library} COMPONENT devel)

set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGE_CONTACT "The Kagura authors <authors@kagura.invalid>")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME kagura)
set(CPACK_DEBIAN_PROGRAM_FILE_NAME DEB-DEFAULT)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop client for language models and agents")
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is found while the program runs, and what no library tells of.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
  "qt6-image-formats-plugins, qt6-wayland, qt6-translations-l10n, gnome-keyring | kwalletmanager | keepassxc, fonts-noto-core")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "redis-server, graphviz")
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "Talks to the models of some thirty providers and to model servers on this
computer: streamed answers, versions of every question and answer, search over
everything, a cache of answers that says why, and the same in the terminal as
kagura-cli. No browser inside, no account, no telemetry.")
include(CPack)
