// `annals add` from end to end: counts and messages, and runs that are killed at any moment.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <chrono>
#include <random>
#include <thread>

#include "ledger/ledger_dump.h"
#include "support/fixture.h"

extern char** environ;

namespace annals {
namespace {

using support::dump;
using support::TemporaryFolder;
using Clock = std::chrono::steady_clock;

std::string line(const std::string& id, const std::string& text) {
  return R"({"id":")" + id + R"(","published":"2024-05-14","text":")" + text + "\"}\n";
}

class AddTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(std::filesystem::exists(ANNALS_MODEL)) << "There is no " ANNALS_MODEL ". Run `make model`.";
  }

  // `annals add` with its words, its standard error in the file "err".
  pid_t start(std::vector<std::string> words) {
    words.insert(words.begin(), {ANNALS_BINARY, "add", "--model", ANNALS_MODEL});
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, err_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    pid_t child = 0;
    EXPECT_EQ(::posix_spawn(&child, ANNALS_BINARY, &files, nullptr, arguments.data(), environ), 0);
    posix_spawn_file_actions_destroy(&files);
    return child;
  }
  static int wait_for(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
  }
  int add(std::vector<std::string> words) { return WEXITSTATUS(wait_for(start(std::move(words)))); }
  std::string said() const {
    std::ifstream in(err_);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::string folder = folder_.path("");
    for (std::size_t at; (at = text.find(folder)) != std::string::npos;) text.erase(at, folder.size());
    return text;
  }

  TemporaryFolder folder_;
  std::string ledger_ = folder_.path("news.ledger");
  std::string err_ = folder_.path("err");
};

TEST_F(AddTest, CountsWhatBecameOfTheStories) {
  const std::string wire = folder_.file(
      "wire.jsonl", line("a", "Norway recalled its envoy.") + line("b", "Rebels shelled Port Marn.") + "nonsense\n");
  EXPECT_EQ(add({ledger_, wire}), 1) << said();
  EXPECT_NE(said().find("news.ledger: 2 added, 0 replaced, 0 unchanged, 1 refused, 0 skipped\n"), std::string::npos)
      << said();
  folder_.file("wire.jsonl", line("a", "Norway recalled its envoy.") + line("b", "Rebels left Port Marn."));
  EXPECT_EQ(add({ledger_, wire}), 0) << said();
  EXPECT_EQ(said(), "news.ledger: 0 added, 1 replaced, 1 unchanged, 0 refused, 0 skipped\n");
}

TEST_F(AddTest, CountsStoriesInOtherLanguages) {
  const std::string wire = folder_.file(
      "wire.jsonl",
      line("a", "Norway recalled its envoy.") +
          line("f",
               "Le gouvernement a annonc\u00e9 jeudi que les n\u00e9gociations avec les syndicats reprendraient la "
               "semaine "
               "prochaine, malgr\u00e9 la gr\u00e8ve qui paralyse les transports du pays depuis dix jours."));
  EXPECT_EQ(add({ledger_, wire}), 0) << said();
  EXPECT_NE(said().find("news.ledger: 1 added, 0 replaced, 0 unchanged, 0 refused, 1 skipped\n"), std::string::npos)
      << said();
}

TEST_F(AddTest, SaysWhatIsWrongWithTheLedger) {
  const std::string text = folder_.file("story.txt", "Norway recalled its envoy.");
  EXPECT_EQ(add({text, text}), 2);
  EXPECT_EQ(said(),
            "story.txt: this is no ledger of Annals. Name another file; `annals add LEDGER FILE...` makes a ledger.\n");
  EXPECT_EQ(add({ledger_, folder_.path("missing.txt")}), 2);
}

TEST_F(AddTest, AnInterruptedRunSaysHowToGoOn) {
  std::string archive;
  for (int i = 0; i < 3000; ++i) archive += line(std::to_string(i), "Norway recalled its envoy to Chad on Monday.");
  const std::string wire = folder_.file("wire.jsonl", archive);
  const pid_t child = start({"--batch", "5", ledger_, wire});
  const auto stories = [&] {
    try {
      return Database(ledger_, Access::read).handle().execAndGet("SELECT count(*) FROM stories").getInt();
    } catch (const std::exception&) {
      return 0;  // not made yet
    }
  };
  while (stories() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  ::kill(child, SIGINT);
  EXPECT_EQ(WEXITSTATUS(wait_for(child)), 130);
  EXPECT_NE(said().find("Stopped. All that was counted is stored; call the same command again to go on.\n"),
            std::string::npos)
      << said();
  const int kept = stories();
  EXPECT_LT(kept, 3000);
  EXPECT_EQ(said().rfind("news.ledger: " + std::to_string(kept) + " added", 0), 0u) << said();
}

// An archive with all that a writer has to get right: corrections, the same story twice, and stories without an id.
std::string eventful_archive() {
  std::string archive;
  for (int i = 0; i < 24; ++i) {
    const std::string n = std::to_string(i);
    archive += line("s" + n, "Norway recalled its envoy to Chad on Monday. About " + std::to_string(40 + i) +
                                 " trucks left Oslo, officials said.");
    if (i % 4 == 0) archive += line("s" + std::to_string(i / 2), "Chad expelled " + n + " diplomats on Friday.");
    if (i % 6 == 0) archive += line("s" + n, "Norway recalled its envoy to Chad on Monday.");
    if (i % 5 == 0) archive += "{\"text\":\"Rebels killed " + n + " soldiers near Goma.\"}\n";
  }
  return archive;
}

// SIGKILL leaves a process no say. 200 of them fall at random moments, from before the ledger is opened to after its
// last transaction; the ledger that the runs leave in the end must be the one that a single run makes.
TEST_F(AddTest, KilledAtAnyMomentLosesAndDoublesNothing) {
  constexpr int kKills = 200;
  const std::string wire = folder_.file("wire.jsonl", eventful_archive());
  const std::vector<std::string> words = {"--threads", "2", "--batch", "2", ledger_, wire};
  const auto begun = Clock::now();
  ASSERT_EQ(add(words), 0) << said();
  const auto whole = Clock::now() - begun;
  const std::string undisturbed = dump(ledger_);

  std::mt19937 random(7);
  std::uniform_real_distribution<double> share(0, 1.1);
  int kills = 0, finished = 0, partial = 0;
  while (kills < kKills) {
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(ledger_ + suffix);
    for (bool done = false; !done;) {
      const pid_t child = start(words);
      std::this_thread::sleep_for(whole * share(random));
      ::kill(child, SIGKILL);
      const int status = wait_for(child);
      if (WIFSIGNALED(status)) {
        ++kills;
        partial += std::filesystem::exists(ledger_);
      } else {
        ASSERT_EQ(WEXITSTATUS(status), 0) << said();
        done = true;
      }
    }
    ++finished;
    ASSERT_EQ(dump(ledger_), undisturbed) << "after " << kills << " kills";
  }
  EXPECT_GE(finished, 5) << "the kills should fall within runs, not before all work";
  EXPECT_GE(partial, kKills / 4);
}

}  // namespace
}  // namespace annals
