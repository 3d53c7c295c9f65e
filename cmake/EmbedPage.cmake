# Builds the page of web/ and puts it, with the OpenAPI document, into one C++ file.
#
# embed_page(OUTPUT) makes OUTPUT. The page is built beside its sources, in web/dist, so that all build folders share
# it; where there is no web/, or with -DANNALS_WEB=OFF, a small page that says so takes its place.
option(ANNALS_WEB "Build the page of `annals serve` (needs Node.js and npm)" ON)

function(embed_page OUTPUT)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(web ${CMAKE_SOURCE_DIR}/web)
  set(page ${CMAKE_SOURCE_DIR}/src/server/fallback)
  set(built ${page}/index.html)
  if(ANNALS_WEB AND EXISTS ${web}/package-lock.json)
    find_program(NPM npm REQUIRED)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${web}/src/* ${web}/public/*)
    file(GLOB settings CONFIGURE_DEPENDS ${web}/*.html ${web}/*.ts ${web}/*.json)
    add_custom_command(
      OUTPUT ${web}/node_modules/.package-lock.json
      COMMAND ${NPM} ci --no-audit --no-fund --loglevel=error
      COMMAND ${CMAKE_COMMAND} -E touch ${web}/node_modules/.package-lock.json
      DEPENDS ${web}/package-lock.json
      WORKING_DIRECTORY ${web}
      COMMENT "Installing what the page is built with"
      VERBATIM)
    add_custom_command(
      OUTPUT ${web}/dist/index.html
      COMMAND ${NPM} run --silent build
      COMMAND ${CMAKE_COMMAND} -E touch ${web}/dist/index.html
      DEPENDS ${web}/node_modules/.package-lock.json ${sources} ${settings} ${CMAKE_SOURCE_DIR}/src/server/openapi.json
      WORKING_DIRECTORY ${web}
      COMMENT "Building the page"
      VERBATIM)
    set(page ${web}/dist)
    set(built ${web}/dist/index.html)
  endif()
  add_custom_command(
    OUTPUT ${OUTPUT}
    COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tools/embed-files ${OUTPUT} /=${page}
            /api/v1/openapi.json=${CMAKE_SOURCE_DIR}/src/server/openapi.json
    DEPENDS ${built} ${CMAKE_SOURCE_DIR}/src/server/openapi.json ${CMAKE_SOURCE_DIR}/tools/embed-files
    COMMENT "Embedding the page"
    VERBATIM)
endfunction()
