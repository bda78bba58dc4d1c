# One static library per layer. USES is the list of layers this one may include and link: the same
# list is the link line and the rule that tests/layers checks (through layers.txt in the build tree).
# LIBRARIES are pkg-config packages, private to the layer. A layer is its folder: every .c in it, or
# only SOURCES where a program of its own stands there too.
set_property(GLOBAL PROPERTY COVE_LAYERS "")

add_library(cove_settings INTERFACE)
target_compile_features(cove_settings INTERFACE c_std_17)
target_compile_definitions(cove_settings INTERFACE _GNU_SOURCE)
target_compile_options(cove_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla
  -Wformat=2)
if(COVE_WERROR)
  target_compile_options(cove_settings INTERFACE -Werror)
endif()
if(COVE_SANITIZE)
  target_compile_options(cove_settings INTERFACE -fsanitize=address,undefined
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(cove_settings INTERFACE -fsanitize=address,undefined)
endif()
if(COVE_FUZZ)
  target_compile_options(cove_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()

function(cove_layer name)
  cmake_parse_arguments(LAYER "" "" "USES;LIBRARIES;SOURCES" ${ARGN})
  if(LAYER_SOURCES)
    list(TRANSFORM LAYER_SOURCES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/${name}/")
  else()
    file(GLOB LAYER_SOURCES CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.c")
  endif()
  add_library(cove_${name} STATIC ${LAYER_SOURCES})
  target_include_directories(cove_${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
  target_link_libraries(cove_${name} PUBLIC cove_settings)
  foreach(used IN LISTS LAYER_USES)
    target_link_libraries(cove_${name} PUBLIC cove_${used})
  endforeach()
  foreach(library IN LISTS LAYER_LIBRARIES)
    if(NOT TARGET PkgConfig::${library})
      pkg_check_modules(${library} REQUIRED IMPORTED_TARGET GLOBAL ${library})
    endif()
    target_link_libraries(cove_${name} PRIVATE PkgConfig::${library})
  endforeach()
  list(JOIN LAYER_USES " " uses)
  set_property(GLOBAL APPEND PROPERTY COVE_LAYERS "${name}: ${uses}")
endfunction()
