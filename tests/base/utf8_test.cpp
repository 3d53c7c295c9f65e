// Repair of malformed bytes, and offsets: both must be exact for any bytes at all.
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <random>

#include "base/tsv.h"
#include "support/fixture.h"

namespace annals {
namespace {

// The value of a hex escape such as "\xC3", and every other character as it stands.
std::string unescape(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s.substr(i, 2) == "\\x") {
      out.push_back(static_cast<char>(std::stoi(std::string(s.substr(i + 2, 2)), nullptr, 16)));
      i += 3;
    } else {
      out.push_back(s[i]);
    }
  }
  return out;
}

std::string joined(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  for (const std::uint32_t n : numbers) {
    if (!out.empty()) out.push_back(' ');
    out.append(std::to_string(n));
  }
  return out;
}

TEST(Utf8, Repairs) {
  const std::string file = support::read_file("tests/base/utf8.tsv");
  const TsvTable table(file, "tests/base/utf8.tsv");
  ASSERT_GE(table.rows().size(), 20u);
  for (const TsvRow& row : table) {
    SCOPED_TRACE(std::string(row[table.column("input")]) + ": " + std::string(row[table.column("why")]));
    const Repaired repaired = repair(unescape(row[table.column("input")]));
    EXPECT_EQ(repaired.text, unescape(row[table.column("expected")]));
    EXPECT_EQ(joined(repaired.repairs), row[table.column("repairs")]);
  }
}

TEST(Utf8, LeadsBackToTheBytesOfTheInput) {
  const std::string input =
      "a\xFF"
      "b\xC3\xA9\xE2\x82"
      "c";
  const Repaired repaired = repair(input);
  ASSERT_EQ(repaired.text, "a\uFFFDb\u00E9\uFFFD\uFFFDc");
  EXPECT_EQ(original_offset(repaired.repairs, 0), 0u);
  EXPECT_EQ(original_offset(repaired.repairs, 1), 1u);  // the bad byte itself
  EXPECT_EQ(original_offset(repaired.repairs, 4), 2u);  // "b"
  EXPECT_EQ(original_offset(repaired.repairs, 5), 3u);  // the letter of two bytes
  EXPECT_EQ(original_offset(repaired.repairs, static_cast<std::uint32_t>(repaired.text.size()) - 1), input.size() - 1);
  EXPECT_EQ(original_offset(repaired.repairs, static_cast<std::uint32_t>(repaired.text.size())), input.size());
}

// Any bytes at all: the result is well formed, keeps the good bytes, and leads back to where they stood.
TEST(Utf8, RandomBytes) {
  std::mt19937 random(7);
  // Bytes that start, continue and break sequences come often.
  const std::string alphabet("ab\0\x80\xBF\xC3\xC0\xE2\xE0\xED\xF0\xF4\xFF\x9F\xA0", 15);
  for (int round = 0; round < 2000; ++round) {
    std::string input;
    for (unsigned n = random() % 40; n > 0; --n) input.push_back(alphabet[random() % alphabet.size()]);
    const Repaired repaired = repair(input);
    std::size_t next = 0;
    for (std::size_t i = 0; i < repaired.text.size();) {
      const std::size_t length = sequence_length(std::string_view(repaired.text).substr(i));
      ASSERT_GT(length, 0u);
      const std::uint32_t original = original_offset(repaired.repairs, static_cast<std::uint32_t>(i));
      if (next < repaired.repairs.size() && repaired.repairs[next] == i) {
        ++next;
      } else {
        ASSERT_EQ(repaired.text.substr(i, length), input.substr(original, length));
      }
      i += length;
    }
    ASSERT_EQ(next, repaired.repairs.size());
    ASSERT_EQ(repaired.text.size(), input.size() + 2 * repaired.repairs.size());
  }
}

TEST(Utf8, CodePointIndexAgreesWithCounting) {
  // Sequences of every length, over many checkpoints, so that checkpoints fall inside them.
  std::string text;
  for (int i = 0; i < 700; ++i) text += i % 4 == 0 ? "a" : i % 4 == 1 ? "é" : i % 4 == 2 ? "€" : "😀";
  CodePointIndex index(text);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) {
    ASSERT_EQ(index.at(static_cast<std::uint32_t>(i)), count) << i;
    i += sequence_length(std::string_view(text).substr(i));
  }
  EXPECT_EQ(index.at(static_cast<std::uint32_t>(text.size())), 700u);

  const std::string exact(512, 'x');  // the end falls on a checkpoint
  EXPECT_EQ(CodePointIndex(exact).at(512), 512u);
  std::string wide("é");
  wide.append(510, 'x');
  EXPECT_EQ(CodePointIndex(wide).at(512), 511u);
  EXPECT_EQ(CodePointIndex("").at(0), 0u);
}

}  // namespace
}  // namespace annals
