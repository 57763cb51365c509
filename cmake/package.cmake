# What is installed, and the packages made of it. A development build reads its Lua modules from
# the source tree, so there is nothing in it to install.
if(STEAD_LUA_FROM_SOURCE)
  return()
endif()

install(TARGETS stead RUNTIME)
# share/CMakeLists.txt installs the share tree.
install(FILES share/man/stead.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(DIRECTORY share/doc/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/manual)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR TGZ DEB)
set(CPACK_PACKAGE_VENDOR "the stead authors")
set(CPACK_PACKAGE_CONTACT "the stead authors <stead@example.org>")
set(CPACK_PACKAGE_DESCRIPTION
  "Allocations, budgets and their working for integrated care systems and their places,\n\
 from published data, exact to the penny, scripted in Lua.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # dependencies as dpkg-shlibdeps finds them
include(CPack)
