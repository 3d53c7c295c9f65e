// Holds the source tree to its own rules: folders include only those before them, and files say what they hold.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace annals {
namespace {

namespace fs = std::filesystem;

// The folders of src/ as docs/architecture.md lists them. A folder may include itself and those before it. The kernels
// are part of language/ but know only arithmetic, so that the model's builder may pack weights as they read them.
const std::vector<std::string> kOrder = {"base",  "language/kernels", "story",  "model",  "language", "time",   "place",
                                         "actor", "record",           "fusion", "ledger", "output",   "server", "cli"};

std::vector<fs::path> sources_under(const std::vector<std::string>& folders) {
  std::vector<fs::path> found;
  for (const std::string& folder : folders) {
    const fs::path root = fs::path(ANNALS_SOURCE_DIR) / folder;
    if (!fs::exists(root)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      const auto extension = entry.path().extension();
      if (extension == ".h" || extension == ".cpp") found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string in_tree(const fs::path& path) { return fs::relative(path, ANNALS_SOURCE_DIR).generic_string(); }

// The path between the quotation marks of an #include "..." line, empty for every other line.
std::string quoted_include(std::string_view line) {
  constexpr std::string_view kStart = "#include \"";
  if (!line.starts_with(kStart)) return {};
  line.remove_prefix(kStart.size());
  return std::string(line.substr(0, line.find('"')));
}

// The entry of kOrder that "language/kernels/scalar.h" or "language/engine.h" belongs to.
std::string folder_of(const std::string& path) {
  const std::string kernels = "language/kernels";
  return path.starts_with(kernels + "/") ? kernels : path.substr(0, path.find('/'));
}

// Why `file` ("src/FOLDER/...") may not include `included` ("FOLDER/..." or "annals/..."); empty where it may.
std::string objection(const std::string& file, const std::string& included) {
  const std::string folder = folder_of(file.substr(4));
  const std::string other = folder_of(included);
  if (other == "annals") return {};
  const auto here = std::find(kOrder.begin(), kOrder.end(), folder);
  const auto there = std::find(kOrder.begin(), kOrder.end(), other);
  if (here == kOrder.end()) return "the folder src/" + folder + " is not in the list of docs/architecture.md";
  if (there == kOrder.end()) return "it includes \"" + included + "\", which is in no folder of src/";
  if (here < there) return "src/" + folder + " comes before src/" + other + " and may not include \"" + included + "\"";
  return {};
}

TEST(Architecture, FoldersIncludeOnlyThoseBeforeThem) {
  const auto files = sources_under({"src"});
  ASSERT_GT(files.size(), 10u);
  for (const fs::path& path : files) {
    for (const std::string& line : lines_of(path)) {
      const std::string included = quoted_include(line);
      if (included.empty()) continue;
      EXPECT_EQ(objection(in_tree(path), included), "") << in_tree(path) << ": " << line;
    }
  }
}

TEST(Architecture, ObjectsToWhatItShould) {
  EXPECT_EQ(objection("src/time/resolver.cpp", "language/annotation.h"), "");
  EXPECT_EQ(objection("src/time/resolver.cpp", "annals/error.h"), "");
  EXPECT_EQ(objection("src/base/span.h", "record/event.h"),
            "src/base comes before src/record and may not include \"record/event.h\"");
  EXPECT_EQ(objection("src/language/kernels/scalar.cpp", "language/annotation.h"),
            "src/language/kernels comes before src/language and may not include \"language/annotation.h\"");
  EXPECT_EQ(objection("src/model/import_network.cpp", "language/kernels/kernels.h"), "");
  EXPECT_EQ(objection("src/helpers/strings.h", "base/span.h"),
            "the folder src/helpers is not in the list of docs/architecture.md");
}

TEST(Architecture, PublicHeadersIncludeOnlyEachOther) {
  for (const fs::path& path : sources_under({"include"})) {
    for (const std::string& line : lines_of(path)) {
      const std::string included = quoted_include(line);
      EXPECT_TRUE(included.empty() || included.starts_with("annals/")) << in_tree(path) << ": " << line;
      EXPECT_EQ(line.find("#include <annals"), std::string::npos) << in_tree(path) << ": " << line;
    }
  }
}

// "// Finds the time expressions of a story." The sentence may run on to the next lines.
TEST(Architecture, FilesOpenWithASentenceThatSaysWhatTheyHold) {
  for (const fs::path& path : sources_under({"include", "src", "tests", "bench", "fuzz"})) {
    const auto lines = lines_of(path);
    ASSERT_FALSE(lines.empty()) << in_tree(path) << " is empty";
    std::string comment;
    for (const std::string& line : lines) {
      if (!line.starts_with("//")) break;
      comment += line.substr(2);
    }
    const bool sentence = comment.size() > 20 && comment[0] == ' ' && comment.find('.') != std::string::npos;
    EXPECT_TRUE(sentence) << in_tree(path) << " opens with: " << lines[0];
  }
}

TEST(Architecture, ArchitecturePageListsTheFoldersInTheirOrder) {
  std::string page;
  for (const std::string& line : lines_of(fs::path(ANNALS_SOURCE_DIR) / "docs/architecture.md")) page += line + "\n";
  std::size_t last = 0;
  for (const std::string& folder : kOrder) {
    if (!fs::exists(fs::path(ANNALS_SOURCE_DIR) / "src" / folder)) continue;
    const auto at = page.find("| `src/" + folder + "/` |");
    ASSERT_NE(at, std::string::npos) << "docs/architecture.md has no row for src/" << folder << "/";
    EXPECT_GT(at, last) << "docs/architecture.md lists src/" << folder << "/ out of order";
    last = at;
  }
}

}  // namespace
}  // namespace annals
