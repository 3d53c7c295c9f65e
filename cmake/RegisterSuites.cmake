# Registers each suite of the GoogleTest program TEST_PROGRAM with ctest, when ctest starts.
#
# gtest_discover_tests would register each case, and each would start a process and map the model anew. Here a suite
# is a process: its table of rows shares what it loads. Asking the program at ctest's start means that rows added to
# a fixture need no new build.
if(NOT EXISTS "${TEST_PROGRAM}")
  message(FATAL_ERROR "${TEST_PROGRAM} is not built. Run `make test`, which builds it first.")
endif()
execute_process(
  COMMAND "${TEST_PROGRAM}" --gtest_list_tests
  OUTPUT_VARIABLE listing
  ERROR_VARIABLE complaint
  RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${TEST_PROGRAM} can not list its tests:\n${listing}${complaint}")
endif()
string(REPLACE ";" "," listing "${listing}")
string(REPLACE "[" "(" listing "${listing}")
string(REPLACE "]" ")" listing "${listing}")
string(REPLACE "\n" ";" lines "${listing}")
foreach(line IN LISTS lines)
  # A suite's line starts at the margin and ends in a point; the lines of its cases are indented.
  if(line MATCHES "^([A-Za-z0-9_/<>]+)\\.( *#.*)?$")
    set(suite "${CMAKE_MATCH_1}")
    add_test("${suite}" "${TEST_PROGRAM}" "--gtest_filter=${suite}.*" --gtest_brief=1)
    set_tests_properties("${suite}" PROPERTIES TIMEOUT 600)
  elseif(NOT line MATCHES "^( |Running main|$)")
    message(FATAL_ERROR "This line of ${TEST_PROGRAM} --gtest_list_tests names no suite: ${line}")
  endif()
endforeach()
