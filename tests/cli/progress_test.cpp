// The line that says how far `annals add` is: drawn on a terminal, and nowhere else.
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/fixture.h"

namespace annals {
namespace {

using support::TemporaryFolder;

// Stories enough for several drawings of the line, each of words of its own.
std::string archive(int stories) {
  std::string lines;
  for (int i = 0; i < stories; ++i) {
    const std::string n = std::to_string(i);
    lines += R"({"id":")" + n +
             R"(","published":"2024-05-14","text":"Norway recalled its envoy to Chad. Rebels shelled )" + n +
             " villages near Port Marn on Monday.\"}\n";
  }
  return lines;
}

// What `annals add` writes to a pseudo-terminal.
std::string on_terminal(const std::string& ledger, const std::string& file) {
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
  if (child == 0) {
    ::execl(ANNALS_BINARY, ANNALS_BINARY, "add", "--model", ANNALS_MODEL, ledger.c_str(), file.c_str(), nullptr);
    ::_exit(127);
  }
  std::string said;
  char bytes[4096];
  for (ssize_t n; (n = ::read(terminal, bytes, sizeof bytes)) > 0;) said.append(bytes, static_cast<std::size_t>(n));
  ::close(terminal);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0) << said;
  return said;
}

TEST(Progress, IsDrawnOnATerminalAndTakenAwayAtTheEnd) {
  const TemporaryFolder folder;
  const std::string said = on_terminal(folder.path("news.ledger"), folder.file("wire.jsonl", archive(4000)));
  // "  42 %  [########            ]  1,684 stories, 2,012/s"
  EXPECT_NE(said.find(" %  ["), std::string::npos) << said;
  EXPECT_NE(said.find(" stories, "), std::string::npos) << said;
  // The last thing drawn is cleared before the closing line (ECMA-48: CR, then EL).
  const std::string end = "news.ledger: 4,000 added, 0 replaced, 0 unchanged, 0 refused, 0 skipped\r\n";
  EXPECT_TRUE(said.ends_with(end)) << said;
  EXPECT_LT(said.rfind("\r\x1b[K"), said.size() - end.size());
}

TEST(Progress, IsNotDrawnIntoAFile) {
  const TemporaryFolder folder;
  const std::string err = folder.path("err");
  const std::string command = std::string(ANNALS_BINARY) + " add --model " ANNALS_MODEL " " +
                              folder.path("news.ledger") + " " + folder.file("wire.jsonl", archive(500)) + " 2>" + err;
  ASSERT_EQ(std::system(command.c_str()), 0);
  std::ifstream in(err);
  const std::string said{std::istreambuf_iterator<char>(in), {}};
  EXPECT_TRUE(said.ends_with("news.ledger: 500 added, 0 replaced, 0 unchanged, 0 refused, 0 skipped\n")) << said;
  EXPECT_EQ(said.find("\x1b"), std::string::npos) << said;
}

}  // namespace
}  // namespace annals
