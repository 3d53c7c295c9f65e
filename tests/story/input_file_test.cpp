// Files by lines and whole: line ends, long lines, and what can not be opened.
#include "story/input_file.h"

#include <gtest/gtest.h>

#include "support/fixture.h"

namespace annals {
namespace {

using support::message;
using support::TemporaryFolder;

std::vector<std::string> lines(const std::string& path, std::size_t limit = 1000) {
  InputFile file(path);
  std::vector<std::string> out;
  std::string line;
  for (;;) {
    const InputFile::Line got = file.next_line(line, limit);
    if (got == InputFile::Line::end) return out;
    out.push_back(got == InputFile::Line::too_long ? "(too long)" : line);
  }
}

TEST(InputFile, ReadsLines) {
  const TemporaryFolder folder;
  EXPECT_EQ(lines(folder.file("a", "one\ntwo\r\n\nlast")), (std::vector<std::string>{"one", "two", "", "last"}));
  EXPECT_EQ(lines(folder.file("b", "one\n")), (std::vector<std::string>{"one"}));
  EXPECT_EQ(lines(folder.file("c", "")), std::vector<std::string>{});
  EXPECT_EQ(lines(folder.file("d", "\n")), (std::vector<std::string>{""}));
}

TEST(InputFile, PassesOverLinesThatAreTooLong) {
  const TemporaryFolder folder;
  const std::string ten(10, 'x');
  EXPECT_EQ(lines(folder.file("a", ten + "\n" + ten + "x\nshort\n"), 10),
            (std::vector<std::string>{ten, "(too long)", "short"}));
  // Longer than the buffer, and the last line of the file.
  EXPECT_EQ(lines(folder.file("b", "short\n" + std::string(3 << 20, 'x')), 1 << 20),
            (std::vector<std::string>{"short", "(too long)"}));
  EXPECT_EQ(lines(folder.file("c", std::string(3 << 20, 'x') + "\nshort"), 4 << 20)[0].size(), std::size_t{3} << 20);
}

TEST(InputFile, PeeksWithoutTaking) {
  const TemporaryFolder folder;
  InputFile file(folder.file("a", "abcdef\nrest"));
  EXPECT_EQ(file.peek(3), "abc");
  EXPECT_EQ(file.peek(100), "abcdef\nrest");
  file.skip(2);
  std::string line;
  ASSERT_EQ(file.next_line(line, 100), InputFile::Line::read);
  EXPECT_EQ(line, "cdef");
  std::string rest;
  EXPECT_TRUE(file.read_rest(rest, 4));
  EXPECT_EQ(rest, "rest");
}

TEST(InputFile, RefusesARestThatIsTooLong) {
  const TemporaryFolder folder;
  std::string rest;
  EXPECT_FALSE(InputFile(folder.file("a", std::string(1 << 20, 'x'))).read_rest(rest, (1 << 20) - 1));
  EXPECT_TRUE(InputFile(folder.path("a")).read_rest(rest, 1 << 20));
}

TEST(InputFile, SaysWhatCanNotBeOpened) {
  const TemporaryFolder folder;
  const std::string missing = folder.path("none.txt");
  EXPECT_EQ(message([&] { InputFile file(missing); }), missing + ": No such file or directory. Check the name.");
  const std::string directory = folder.path("");
  EXPECT_EQ(message([&] { InputFile file(directory); }),
            directory + ": this is a directory. Name the files in it, as in " + directory + "/*.");
}

}  // namespace
}  // namespace annals
