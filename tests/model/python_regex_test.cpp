// Python's regular expressions become PCRE2's, and the longest suffix is found.
#include "model/python_regex.h"

#include <gtest/gtest.h>

#include "annals/error.h"

namespace annals {
namespace {

TEST(PythonRegex, BecomesPcre2) {
  const struct {
    const char *python, *pcre2, *why;
  } rows[] = {
      {"", "", "a rule that the pipeline does not have"},
      {R"((?u)^a\.b$)", R"(^a\.b$)", "Unicode is the default"},
      {R"([\u00A6\U0001F600-\U0001F64F])", R"([\x{00A6}\x{0001F600}-\x{0001F64F}])", "code points by number"},
      {R"([[\]x])", R"([\[\]x])", "a bracket in a class, which could begin [:alpha:]"},
      {R"([]x])", R"([\]x])", "a bracket that comes first in a class"},
      {R"([^]x])", R"([^\]x])", "the same after ^"},
      {R"(\d{,3})", R"([\p{Nd}]{0,3})", "no lower bound"},
      {R"([\d\w.-])", R"([\p{Nd}\p{L}\p{N}_.-])", "sets within a class"},
      {R"(\Aa\Z)", R"(\Aa\z)", "the very end"},
      {R"(\[a\])", R"(\[a\])", "escaped brackets are no class"},
      {"é|—", "é|—", "other scripts stay"},
  };
  for (const auto& row : rows) EXPECT_EQ(to_pcre2(row.python, "rules"), row.pcre2) << row.why;
}

TEST(PythonRegex, RefusesWhatHasNoCounterpart) {
  for (const char* python : {R"([\W])", R"(\u12)", "a\\"}) {
    EXPECT_THROW(to_pcre2(python, "rules"), Error) << python;
  }
}

TEST(PythonRegex, BoundsSuffixes) {
  const struct {
    const char* python;
    std::optional<std::uint32_t> bound;  // with one for a line feed at the end
    const char* why;
  } rows[] = {
      {R"(,$|\!$|…$)", 2, "single characters"},
      {R"('s$|’S$)", 3, "the longest alternative"},
      {R"((?<=[0-9])(?:km²|m|US\$)$)", 4, "a look-behind takes up nothing"},
      {R"([\u00A6\u00A9-\u00AE]$)", 2, "a class is one character"},
      {R"((?<=[\]a\\])\.$)", 2, "brackets in a class"},
      {R"(\.\.+$)", 3, "a run of one character"},
      {R"(a\.+$)", std::nullopt, "cut short, this would be missed"},
      {R"((ab)+$)", std::nullopt, "a repeated group"},
      {R"(a*b$)", std::nullopt, "a repeat that is not at the end"},
      {R"(a{2,5}$)", std::nullopt, "counted repeats are not read"},
      {R"(a?b$)", 3, "an optional character"},
      {R"((a)\1$)", std::nullopt, "a back-reference"},
      {R"((a$)", std::nullopt, "not well formed"},
  };
  for (const auto& row : rows) EXPECT_EQ(suffix_bound(row.python), row.bound) << row.python << ": " << row.why;
}

}  // namespace
}  // namespace annals
